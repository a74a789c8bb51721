"""Checks to be reported: every shipped case, a file that could not be judged, every level of finding, and names of anything."""

from desk import case_names, case_text, changed, judged

from szai_assess import report
from szai_assess.errors import AnswersError, Fault, Place
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN, Finding, Remark
from szai_assess.gate import Limits, examine, passed
from szai_assess.report import Checked

TODAY = "2026-11-22"
HOSTILE = {
    "formula": "=1+1",
    "script": "</td><script>alert(1)</script><img src=x onerror=y>",
    "cdata": "a]]>b<![CDATA[c",
    "command": "::error file=x,line=1::owned",
    "old_command": "##[add-mask]owned",
    "percent": "%0A::error::owned%0D%25",
    "line": "one\ntwo\r\n::error::three",
    "controls": "\x1b[2J\x00\x07\x9b\u202e\u2028\ufeff\uffff",
    "markdown": "[a](https://evil.test) **b** `c` | d <e> @f www.evil.test # g\n# h",
    "quotes": "\"'&amp;&#39;\\",
    "long": "长" * 50_000 + "x" * 50_000,
    "astral": "𠮷😀‍💻",
}


def checked(text, file="szai.yaml", limits=Limits(), **more):  # noqa: B008
    case = judged(text, file)
    return Checked(file, case, examine(case, limits), None, **more)


def failed(file="bad.yaml"):
    """A file with a fault of its own and one that is elsewhere."""
    elsewhere = Fault("O001", Place("pack/x.yaml", 9, 1), {"file": "pack/x.yaml"})
    return Checked(file, None, (), AnswersError(Fault("A011", Place(file, 3, 7)), elsewhere))


def named(application, file="szai.yaml"):
    """A case whose application has another name, whatever signs are in it."""
    case = judged(case_text("14"), file)
    (question, field), values = case.pack.name_field, dict(case.answers.values)
    values[question] = {**values[question], field: application}
    case = case._replace(answers=case.answers._replace(values=values))
    return Checked(file, case, examine(case), None)


def every_level(file="levels.yaml"):
    """A case with a finding of each level, two of them alike."""
    case = judged(case_text("03"), file)
    cap = {"tier": "高风险", "cap": "低风险"}
    waived = Remark(
        "check.waived_by", {"approver": "王五", "until": "2026-12-31", "zone": "+08:00", "reason": "试点 ]]> <b>"}
    )
    answer = {"id": "org_type", "question": case.question("org_type")}
    findings = (
        Finding("G003", BLOCK, 7, answer),
        Finding("G003", BLOCK, 7, answer),
        Finding("G012", WARN, 9, {"id": "controls.owner", "question": case.question("controls.owner")}),
        Finding("G004", WAIVED, 0, cap, waived),
        Finding("G004", SKIPPED, 0, cap, Remark("check.observed")),
    )
    return Checked(file, case, findings, None)


def everything():
    """Every shipped case, each in a file of its own, and what goes wrong."""
    cases = [checked(case_text(name), f"apps/{name}", today=TODAY) for name in case_names()]
    return [*cases, failed(), every_level()]


def open_range(file="open.yaml"):
    """A case whose tier is a range."""
    return checked(changed("03", ('important_data: "no"', "important_data: unknown")), file, today=TODAY)


def codes(each):
    """The codes that a report on a file must have, one a finding or fault."""
    faults = [fault.code for fault in each.error.faults] if each.error else []
    return sorted([*faults, *(finding.code for finding in each.findings)])


def blocks(all_):
    """How many findings block."""
    return sum(finding.level == BLOCK for each in all_ for finding in each.findings)


def goes_through(each):
    """Whether a file was judged and nothing blocks."""
    return each.assessment is not None and passed(each.findings)


def told(form, all_, language="zh"):
    """A report."""
    return report.FILE_REPORTERS[form](all_, language)
