"""The report as text: a paragraph a file, faults as ``file:line:column code message``."""

from collections.abc import Iterator

from szai_assess.errors import AssessError
from szai_assess.explain import reasons
from szai_assess.finding import BLOCK, Finding
from szai_assess.gate import Judged, passed
from szai_assess.messages import advice, say
from szai_assess.record import application
from szai_assess.report import Checked
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


def tier(judged: Judged, language: str) -> str:
    """The tier as one line: a name or a range."""
    verdict = judged.verdict
    named = [
        judged.words.label("pack", "outcomes", end, language=language) for end in (verdict.lowest, verdict.highest)
    ]
    return named[0] if verdict.settled else "—".join(named)


def headline(judged: Judged, language: str) -> str:
    """The outcome as one line; where it is no tier, the tier stands in brackets."""
    verdict = judged.verdict
    words = judged.words.label("pack", "outcomes", verdict.outcome, language=language)
    if verdict.outcome == OUT_OF_SCOPE:
        return words
    if verdict.graded:
        mode = judged.words.label("pack", "supervisions", verdict.supervision, language=language)
        tail = "" if verdict.settled else say("check.range", language, range=tier(judged, language))
        return say("check.graded", language, outcome=words, mode=mode) + tail
    return words + say("check.computed", language, tier=tier(judged, language))


def findings(found: tuple[Finding, ...], language: str) -> Iterator[str]:
    """Two lines a finding."""
    for each in found:
        mark = say("check.block" if each.level == BLOCK else "check.warn", language)
        where = say("check.line", language, line=str(each.line)) if each.line else ""
        yield f"  {mark} {each.code}{where} {say(each.code, language, **each.details)}"
        yield f"     → {advice(each.code, language, **each.details)}"


def why(judged: Judged, language: str) -> Iterator[str]:
    """The main reasons, decisive ones first; one that only may hold is said to be open."""
    for reason in reasons(judged.pack, judged.answers.values, judged.verdict)[:REASONS]:
        because = judged.words.label("rows", reason.row, "because", language=language)
        basis = judged.words.label("pack", "basis", reason.basis, language=language)
        details = {"row": reason.row, "because": because, "basis": basis, "cites": " ".join(reason.cites)}
        yield "  · " + say("check.reason" if reason.must else "check.open_reason", language, **details)


def one(each: Checked, language: str) -> Iterator[str]:
    """The lines of one file."""
    if each.judged is None:
        yield f"{named(each.file)}: {say('check.no_verdict', language)}"
        return
    name = application(each.judged) or say("check.unnamed", language)
    gate = say("check.passed" if passed(each.findings) else "check.blocked", language)
    yield f"{named(each.file)}: {name} — {gate}"
    yield f"  {headline(each.judged, language)}"
    yield from why(each.judged, language)
    yield from findings(each.findings, language)


def report(checked: list[Checked], language: str) -> str:
    """The whole report."""
    lines = [line for each in checked for line in one(each, language)]
    if len(checked) > 1:
        blocked = sum(1 for each in checked if each.judged and not passed(each.findings))
        failed = sum(1 for each in checked if each.judged is None)
        counts = {"all": str(len(checked)), "blocked": str(blocked), "failed": str(failed)}
        lines.append(say("check.summary", language, **counts))
    return "\n".join(lines) + "\n"
