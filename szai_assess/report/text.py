"""The report as text: a paragraph a file, faults as ``file:line:column code message``; the register where there are several."""

from collections.abc import Iterator

from szai_assess.assessment import Assessment
from szai_assess.errors import AssessError
from szai_assess.explain import main_reasons
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN
from szai_assess.gate import passed
from szai_assess.messages import advice, say
from szai_assess.record import application
from szai_assess.report import Checked
from szai_assess.report.entries import MARKS, Entry, entries
from szai_assess.report.paths import named
from szai_assess.standing import standing
from szai_assess.verdict import OUT_OF_SCOPE

REASONS = 3
FILES = 3  # how many files are named where one advice is for several
WIDEST = (28, 24, 12, 14, 24, 10)  # cells of the columns of the register


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


def findings(found: list[Entry], language: str) -> Iterator[str]:
    """Each finding with its line and the law; below it what is said beside it and, where it blocks nothing, what to do.

    What to do about those that block is said once, at the end.
    """
    for each in found:
        where = say("check.line", language, line=str(each.line)) if each.line else ""
        law = say("check.cites", language, cites=" ".join(each.cites)) if each.cites else ""
        yield f"  {say(MARKS[each.level], language)} {each.code}{where} {each.message}{law}"
        if each.remark:
            yield f"     · {each.remark}"
        if each.level == WARN:
            yield f"     → {each.advice}"


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
    yield from findings(list(entries(each, language)), language)


def unblocking(checked: list[Checked], language: str) -> Iterator[str]:
    """What would let through: each advice once, with the codes it is for and, where there are several, the files."""
    needed: dict[tuple[str, str], list[str]] = {}
    for each in checked:
        for entry in entries(each, language) if each.assessment else ():
            if entry.level == BLOCK:
                needed.setdefault((entry.code, entry.advice), []).append(named(each.file))
    if needed:
        yield say("check.unblock", language)
    for (code, todo), places in needed.items():
        times = say("check.times", language, count=str(len(places))) if len(places) > 1 else ""
        where = say("check.where", language, files=listed(places, language)) if len(checked) > 1 else ""
        yield f"  → {code}{times} {todo}{where}"


def listed(places: list[str], language: str) -> str:
    """The first of some files, and how many there are where that is not all."""
    files = list(dict.fromkeys(places))
    shown = say("portfolio.comma", language).join(files[:FILES])
    return shown if len(files) <= FILES else say("check.and_more", language, files=shown, count=str(len(files)))


def register(checked: list[Checked], language: str) -> Iterator[str]:
    """The register, one line an application, and how many there are of which kind."""
    from szai_assess.report.columns import laid_out
    from szai_assess.report.portfolio import cells, heads, rows

    none = say("portfolio.none", language)
    lines = [[cell or none for cell in cells(row, language)] for row in rows(checked, language)]
    yield from ("", *laid_out([heads(language), *lines], WIDEST), "")
    blocked = sum(1 for each in checked if each.assessment and not passed(each.findings))
    failed = sum(1 for each in checked if each.assessment is None)
    counts = {"all": str(len(checked)), "blocked": str(blocked), "failed": str(failed)}
    levels = [found.level for each in checked for found in each.findings]
    aside = {"waived": str(levels.count(WAIVED)), "skipped": str(levels.count(SKIPPED))}
    set_aside = {WAIVED, SKIPPED} & set(levels)
    yield say("check.summary", language, **counts) + (say("check.set_aside", language, **aside) if set_aside else "")


def inert(line: str) -> str:
    """A line that no build server takes for a command: those begin with ``::`` or hold ``##[``."""
    apart = line.replace("::", ": :", 1) if line.startswith("::") else line
    return apart.replace("##[", "## [")


def report(checked: list[Checked], language: str) -> str:
    """The whole report."""
    lines = [line for each in checked for line in one(each, language)]
    if len(checked) > 1:
        lines += register(checked, language)
    lines += unblocking(checked, language)
    lines += held_to(checked, language)
    return "\n".join(map(inert, lines)) + "\n"


def held_to(checked: list[Checked], language: str) -> Iterator[str]:
    """The policy that all were held to."""
    for file, mode in dict.fromkeys((each.policy.file, each.policy.mode) for each in checked if each.policy.file):
        yield say("check.policy", language, file=named(file), mode=say(f"check.policy_{mode}", language))
