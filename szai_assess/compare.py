"""Comparing two assessments of one application: what differs, and whether that calls for another assessment. Pure.

What counts as material is the list of the pack (``material``), whose questions are the pack's. Three kinds always count,
because everything that was concluded rests on them: other rules, another outcome or range, another state of a red line.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from szai_assess.answers import answer_to, by_part, deep
from szai_assess.assessment import Assessment
from szai_assess.condition import CANNOT
from szai_assess.pack import UNKNOWN, Question, Variable
from szai_assess.text import Text
from szai_assess.verdict import NOT_INDICATED, OUT_OF_SCOPE

RULES, OUTCOME, RED_LINES = ALWAYS = ("rules", "outcome", "red_lines")
CERTAIN, POSSIBLE, WANTED = "certain", "possible", "wanted"
Value = str | list[str]
Stated = dict[str, Value]


class Shift(NamedTuple):
    """One thing that differs: its name, and what it was and is; ``None`` where that side has nothing of the kind."""

    name: str
    before: Value | None
    after: Value | None


class Material(NamedTuple):
    """A kind of change that calls for another assessment, and the answers behind it by name."""

    id: str
    names: tuple[str, ...]


class Difference(NamedTuple):
    """Two assessments, the older first, and what differs, part by part; notes and evidence are never material."""

    old: Assessment
    new: Assessment
    rules: tuple[Shift, ...]
    outcome: tuple[Shift, ...]
    axes: tuple[Shift, ...]
    red_lines: tuple[Shift, ...]
    results: tuple[Shift, ...]
    obligations: tuple[Shift, ...]
    documents: tuple[Shift, ...]
    reasons: tuple[Shift, ...]
    answers: tuple[Shift, ...]
    notes: tuple[Shift, ...]
    evidence: tuple[Shift, ...]
    dates: tuple[Shift, ...]
    material: tuple[Material, ...]

    def part(self, name: str) -> tuple[Shift, ...]:
        """What differs in a part, one of ``PARTS``."""
        found: tuple[Shift, ...] = getattr(self, name)
        return found

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not any(self.part(name) for name in PARTS)


PARTS = Difference._fields[2:-1]


def stated(variable: Variable, value: object) -> Value | None:
    """An answer with options so that two that say the same are equal: in the pack's order, one alone without a list."""
    if value is None or isinstance(value, str):
        return value
    given = list(value) if isinstance(value, (list, tuple)) else []
    named = [option for option in variable.options if option in given]
    if not named:
        return UNKNOWN if UNKNOWN in given else None
    if not variable.many and len(named) == 1:
        return named[0]
    return [*named, UNKNOWN] if UNKNOWN in given else named


def written(question: Question, value: object) -> Iterator[tuple[str, str]]:
    """(name, text) of what was written; a blank says nothing."""
    parts = by_part(question, value) if question.parts else {"": value}
    for part, text in parts.items():
        if isinstance(text, str) and text.strip():
            yield f"{question.id}.{part}" if part else question.id, text.strip()


def answers(assessment: Assessment) -> Stated:
    """Every answer by name."""
    pack, values = assessment.pack, assessment.answers.values
    found: Stated = {}
    for question in pack.questions:
        for part, index in enumerate(question.variables):
            given = stated(pack.variables[index], answer_to(question, part, values))
            if given is not None:
                found[pack.variables[index].name] = given
        if not question.variables:
            found |= dict(written(question, values.get(question.id)))
    return found


def rules(assessment: Assessment) -> Stated:
    """The pack that the answers name, and what it judges by."""
    pack = assessment.pack
    return {"pack": f"{pack.id}@{assessment.version or pack.version}", "digest": pack.digest}


def outcome(assessment: Assessment) -> Stated:
    """The outcome, the ends of the range and the supervision; out of scope has but the outcome."""
    verdict = assessment.verdict
    if verdict.outcome == OUT_OF_SCOPE:
        return {"outcome": verdict.outcome}
    found = {"outcome": verdict.outcome, "lowest": verdict.lowest, "highest": verdict.highest}
    return {**found, **({"supervision": verdict.supervision} if verdict.supervision else {})}


def axes(assessment: Assessment) -> Stated:
    """The levels that each axis may have; none out of scope."""
    verdict = assessment.verdict
    return {} if verdict.outcome == OUT_OF_SCOPE else {axis: list(levels) for axis, levels in verdict.axes}


def obligations(assessment: Assessment) -> Stated:
    """The obligations that apply or may, with their status."""
    return {ident: status for ident, status in assessment.verdict.obligations if status != NOT_INDICATED}


def reasons(assessment: Assessment) -> Stated:
    """The rows behind the verdict, and whether each holds for certain."""
    return {why.row: CERTAIN if why.must else POSSIBLE for why in assessment.reasons}


def shifts(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Shift, ...]:
    """What differs, by name: in the order of the later side, then what only the earlier has."""
    names = dict.fromkeys((*after, *before))
    found = (Shift(name, deep(before.get(name)), deep(after.get(name))) for name in names)
    return tuple(each for each in found if each.before != each.after)


def remarks(texts: Mapping[str, str]) -> Stated:
    """Notes or evidence that say something."""
    return {name: text.strip() for name, text in texts.items() if text.strip()}


def kinds(assessment: Assessment) -> Mapping[str, Mapping[str, Any]]:
    """The kinds of change that the pack calls material, by id."""
    return {kind["id"]: kind for kind in assessment.words.tree["pack"].get("material", ())}


def named_by(difference: Difference) -> dict[str, frozenset[str]]:
    """The questions, rows and fields of each kind, by the packs of both sides."""
    found: dict[str, frozenset[str]] = {}
    for side in (difference.new, difference.old):
        for ident, kind in kinds(side).items():
            found[ident] = found.get(ident, frozenset()) | frozenset(kind["questions"])
    return found


def title(difference: Difference, ident: str) -> Text | None:
    """What a pack calls a kind of change; nothing for those that always count."""
    found = kinds(difference.new).get(ident) or kinds(difference.old).get(ident)
    return Text(**found["title"]) if found else None


def in_effect(assessment: Assessment, name: str) -> bool:
    """Whether the question of an answer is asked at all: one that is not has no effect."""
    ident = name.partition(".")[0]
    asked = zip(assessment.pack.questions, assessment.verdict.state.asked, strict=True)
    return any(question.id == ident and state != CANNOT for question, state in asked)


def beneath(difference: Difference) -> frozenset[str]:
    """The answers that the reasons of either side rest on."""
    both = (*difference.old.reasons, *difference.new.reasons)
    return frozenset(name for why in both for name, _ in why.answers)


def asked_by(difference: Difference) -> frozenset[str]:
    """The matrix rows that ask about the red lines that differ."""
    items = {shift.name for shift in difference.red_lines}
    sides = (difference.old.pack, difference.new.pack)
    lines = ((item, pack.variables[row].name) for pack in sides for item, _, row in pack.goals.red_lines)
    return frozenset(name for item, name in lines if item in items)


def material(difference: Difference) -> Iterator[Material]:
    """The kinds of change that call for another assessment: those that always count, then those of the pack."""
    changed = [shift.name for shift in difference.answers]

    def among(names: Iterable[str]) -> tuple[str, ...]:
        wanted = frozenset(names)
        return tuple(name for name in changed if name in wanted or name.partition(".")[0] in wanted)

    if difference.rules:
        yield Material(RULES, ())
    if difference.outcome:
        yield Material(OUTCOME, among(beneath(difference)))
    if difference.red_lines:
        yield Material(RED_LINES, among(asked_by(difference)))
    for ident, names in named_by(difference).items():
        found = tuple(
            name for name in among(names) if in_effect(difference.old, name) or in_effect(difference.new, name)
        )
        if found:
            yield Material(ident, found)


def compare(old: Assessment, new: Assessment) -> Difference:
    """What differs between two assessments; where they rest on different packs, things are compared by name."""
    found = Difference(
        old,
        new,
        shifts(rules(old), rules(new)),
        shifts(outcome(old), outcome(new)),
        shifts(axes(old), axes(new)),
        shifts(dict(old.verdict.red_lines), dict(new.verdict.red_lines)),
        shifts(dict(old.verdict.results), dict(new.verdict.results)),
        shifts(obligations(old), obligations(new)),
        shifts(dict.fromkeys(old.verdict.documents, WANTED), dict.fromkeys(new.verdict.documents, WANTED)),
        shifts(reasons(old), reasons(new)),
        shifts(answers(old), answers(new)),
        shifts(remarks(old.answers.notes), remarks(new.answers.notes)),
        shifts(remarks(old.answers.evidence), remarks(new.answers.evidence)),
        shifts(*({"assessed_on": each.answers.assessed_on or None} for each in (old, new))),
        (),
    )
    return found._replace(material=tuple(material(found)))
