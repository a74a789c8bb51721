"""The report as text: a paragraph a file, faults as ``file:line:column code message``."""

from collections.abc import Iterator

from szai_assess.assessment import Assessment
from szai_assess.errors import AssessError
from szai_assess.explain import main_reasons
from szai_assess.finding import BLOCK, Finding
from szai_assess.gate import passed
from szai_assess.messages import advice, say
from szai_assess.record import application
from szai_assess.report import Checked
from szai_assess.standing import standing
from szai_assess.text import visible
from szai_assess.verdict import OUT_OF_SCOPE

REASONS = 3


def named(path: str) -> str:
    """A path on one line, safe to show."""
    return visible(path).replace("\n", "␊")


def faults(error: AssessError, language: str) -> Iterator[str]:
    """Two lines a fault: where and what; what to do."""
    for fault in error.faults:
        yield f"{named(str(fault.place))} {fault.code} {say(fault.code, language, **fault.details)}"
        todo = advice(fault.code, language, **fault.details)
        if todo:
            yield f"  → {todo}"


def headline(assessment: Assessment, language: str) -> str:
    """The outcome as one line; where it is no tier, the tier stands in brackets."""
    verdict = assessment.verdict
    words = assessment.words.label("pack", "outcomes", verdict.outcome, language=language)
    if verdict.outcome == OUT_OF_SCOPE:
        return words
    if verdict.graded:
        mode = assessment.words.label("pack", "supervisions", verdict.supervision, language=language)
        code = "check.graded" if verdict.settled else "check.provisional"
        return say(code, language, outcome=standing(assessment.words, verdict, language), mode=mode)
    return words + say("check.computed", language, tier=standing(assessment.words, verdict, language))


def findings(found: tuple[Finding, ...], language: str) -> Iterator[str]:
    """Two lines a finding."""
    for each in found:
        mark = say("check.block" if each.level == BLOCK else "check.warn", language)
        where = say("check.line", language, line=str(each.line)) if each.line else ""
        yield f"  {mark} {each.code}{where} {say(each.code, language, **each.details)}"
        yield f"     → {advice(each.code, language, **each.details)}"


def why(assessment: Assessment, language: str) -> Iterator[str]:
    """The main reasons, decisive ones first; one that only may hold is said to be open, one of a computed tier is no result."""
    pack, verdict = assessment.pack, assessment.verdict
    suspending = {pack.table_name(number) for number in pack.goals.outcome_tables[1:]}
    shown = main_reasons(pack, verdict, assessment.reasons)[:REASONS]
    for reason in shown:
        because = assessment.words.label("rows", reason.row, "because", language=language)
        basis = assessment.words.label("pack", "basis", reason.basis, language=language)
        details = {"row": reason.row, "because": because, "basis": basis, "cites": " ".join(reason.cites)}
        told = say("check.reason" if reason.must else "check.open_reason", language, **details)
        apart = not verdict.graded and reason.table not in suspending
        yield "  · " + (say("check.computed_reason", language) if apart else "") + told
    if shown:
        yield "    " + say("show.judgement", language)


def one(each: Checked, language: str) -> Iterator[str]:
    """The lines of one file."""
    if each.assessment is None:
        yield f"{named(each.file)}: {say('check.no_verdict', language)}"
        return
    name = application(each.assessment) or say("check.unnamed", language)
    gate = say("check.passed" if passed(each.findings) else "check.blocked", language)
    yield f"{named(each.file)}: {name} — {gate}"
    yield f"  {headline(each.assessment, language)}"
    yield from why(each.assessment, language)
    yield from findings(each.findings, language)


def report(checked: list[Checked], language: str) -> str:
    """The whole report."""
    lines = [line for each in checked for line in one(each, language)]
    if len(checked) > 1:
        blocked = sum(1 for each in checked if each.assessment and not passed(each.findings))
        failed = sum(1 for each in checked if each.assessment is None)
        counts = {"all": str(len(checked)), "blocked": str(blocked), "failed": str(failed)}
        lines.append(say("check.summary", language, **counts))
    return "\n".join(lines) + "\n"
