"""The record: one assessment as plain data, the same for ``check --format json`` and for ``record.json`` beside the papers."""

from collections.abc import Mapping
from typing import Any

from szai_assess import messages
from szai_assess._version import VERSION
from szai_assess.answers import deep, digest
from szai_assess.assessment import Assessment
from szai_assess.errors import AssessError, Fault
from szai_assess.explain import caveats
from szai_assess.finding import Finding, Remark
from szai_assess.gate import passed
from szai_assess.text import Text, one_line
from szai_assess.verdict import OUT_OF_SCOPE, Reason

REPORT_VERSION = 1
Plain = dict[str, Any]


def both(code: str, details: Mapping[str, str | Text]) -> dict[str, str]:
    """A message in both languages, with what to do."""
    return {
        language: f"{messages.say(code, language, **details)} → {messages.advice(code, language, **details)}"
        for language in ("zh", "en")
    }


def application(assessment: Assessment) -> str:
    """The application's name as the answers give it; empty where they do not."""
    return one_line(assessment.answers.field(*assessment.pack.name_field))


def cites(assessment: Assessment, found: Finding) -> tuple[str, ...]:
    """The law that a finding rests on, where the pack says so: that of the question it is about, or of what came out."""
    words, details = assessment.words, found.details
    name = str(details.get("id", ""))
    if name.partition(".")[0] in words.tree["questions"]:
        part = words.part(name) if "." in name else {}
        return tuple(part.get("cites") or words.question(name).get("cites", ()))
    if "item" in details:
        row = assessment.pack.red_lines[int(str(details["item"])) - 1].name
        return tuple(words.part(row).get("cites") or words.question(row).get("cites", ()))
    if "mode" in details:
        return tuple(words.tree["pack"].get("supervision_cites", ()))
    if "because" in details:
        return tuple(dict.fromkeys(cite for why in assessment.reasons for cite in why.cites))
    return ()


def remark(said: Remark) -> Plain:
    """What is said beside a finding as plain data."""
    words = {language: messages.say(said.code, language, **said.details) for language in ("zh", "en")}
    return {"code": said.code, "message": words}


def finding(found: Finding, law: tuple[str, ...] = ()) -> Plain:
    """A finding as plain data, with the law that it rests on."""
    plain: Plain = {"code": found.code, "level": found.level, "message": both(found.code, found.details)}
    plain |= {"line": found.line} if found.line else {}
    plain |= {"remark": remark(found.remark)} if found.remark else {}
    return plain | ({"cites": list(law)} if law else {})


def error(fault: Fault, file: str) -> Plain:
    """A fault as plain data; its message begins with the place where that is in another file, such as a pack's."""
    lead = "" if fault.place.file == file else f"{fault.place}: "
    message = {language: lead + words for language, words in both(fault.code, fault.details).items()}
    return {"code": fault.code, "line": fault.place.line, "column": fault.place.column, "message": message}


def reason(why: Reason) -> Plain:
    """A reason as plain data."""
    return {
        "row": why.row,
        "table": why.table,
        "effect": why.effect,
        "decisive": why.decisive,
        "certain": why.must,
        "basis": why.basis,
        "cites": list(why.cites),
        "answers": {name: deep(value) for name, value in why.answers},
    }


def of(assessment: Assessment, findings: tuple[Finding, ...], file: str) -> Plain:
    """The record of an application that was judged; ``file`` is the answers file's name."""
    pack, verdict = assessment.pack, assessment.verdict
    out = verdict.outcome == OUT_OF_SCOPE
    ends = {"lowest": None, "highest": None} if out else {"lowest": verdict.lowest, "highest": verdict.highest}
    opened = verdict.open
    return {
        "report_version": REPORT_VERSION,
        "tool": {"name": "szai-assess", "version": VERSION},
        "pack": {"id": pack.id, "version": pack.version, "digest": pack.digest, "from": pack.shelf},
        "file": file,
        "answers_digest": digest(assessment.answers),
        "application": application(assessment) or None,
        "assessed_on": assessment.answers.assessed_on or None,
        "outcome": verdict.outcome,
        "tier": {**ends, "settled": out or verdict.settled},
        "supervision": verdict.supervision or None,
        "axes": {} if out else {axis: list(levels) for axis, levels in verdict.axes},
        "red_lines": [{"item": number, "status": status} for number, (_, status) in enumerate(verdict.red_lines, 1)],
        "results": dict(verdict.results),
        "reasons": [reason(why) for why in assessment.reasons],
        "obligations": [{"id": ident, "status": status} for ident, status in verdict.obligations],
        "caveats": [caveat(assessment, ident) for ident in caveats(pack, verdict)],
        "open": {
            "unknown": list(opened.unknown),
            "unanswered": list(opened.unanswered),
            "deciding": list(opened.deciding),
        },
        "documents": list(verdict.documents),
        "findings": [finding(found, cites(assessment, found)) for found in findings],
        "passed": passed(findings),
        "errors": [],
    }


def caveat(assessment: Assessment, row: str) -> Plain:
    """A row that warns, as plain data."""
    words = {language: assessment.words.label("rows", row, "because", language=language) for language in ("zh", "en")}
    return {"row": row, "message": words}


def of_error(raised: AssessError, file: str) -> Plain:
    """The record of a file on which no verdict could be reached: the same keys, empty."""
    return {
        "report_version": REPORT_VERSION,
        "tool": {"name": "szai-assess", "version": VERSION},
        "pack": None,
        "file": file,
        "answers_digest": None,
        "application": None,
        "assessed_on": None,
        "outcome": None,
        "tier": {"lowest": None, "highest": None, "settled": False},
        "supervision": None,
        "axes": {},
        "red_lines": [],
        "results": {},
        "reasons": [],
        "obligations": [],
        "caveats": [],
        "open": {"unknown": [], "unanswered": [], "deciding": []},
        "documents": [],
        "findings": [],
        "passed": False,
        "errors": [error(fault, file) for fault in raised.faults],
    }
