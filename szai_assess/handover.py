"""Who is to be asked what: every open answer by the role that can usually give it, those that decide the outcome first."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.condition import CANNOT
from szai_assess.pack import UNKNOWN


class Item(NamedTuple):
    """An open answer: a question, a row or a field; ``answered`` where the answer was "not sure" or leaves something open."""

    name: str
    deciding: bool
    answered: bool


def unwritten(assessment: Assessment) -> Iterator[tuple[str, bool]]:
    """(name, whether it was answered "not sure") of the texts that are missing; a form nobody has begun is one of them."""
    for question, asked in zip(assessment.pack.questions, assessment.verdict.state.asked, strict=True):
        value = assessment.answers.values.get(question.id)
        if question.variables or asked == CANNOT:
            continue
        if value is None or value == UNKNOWN:
            yield question.id, value == UNKNOWN
        elif isinstance(value, Mapping) and value:
            yield from ((f"{question.id}.{part}", False) for part in question.parts if part not in value)


def open_items(assessment: Assessment) -> Iterator[Item]:
    """Every open answer: those that decide the outcome in their order, then the others in that of the pack."""
    deciding, unknown = assessment.verdict.open.deciding, assessment.verdict.open.unknown
    texts = dict(unwritten(assessment))
    choices = (name for name in assessment.verdict.open.unanswered if name not in texts)
    answered = {**texts, **dict.fromkeys(choices, False), **dict.fromkeys(unknown, True)}
    names = (
        name for each in assessment.pack.questions for name in (each.id, *(f"{each.id}.{part}" for part in each.parts))
    )
    rest = (name for name in names if name in answered and name not in deciding)
    yield from (Item(name, True, answered[name]) for name in deciding)
    yield from (Item(name, False, answered[name]) for name in rest)


def handover(assessment: Assessment) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """(role, what it is to be asked) in the pack's order of roles, those with nothing open left out."""
    found: dict[str, list[Item]] = {role: [] for role in assessment.words.tree["pack"]["who"]}
    for item in open_items(assessment):
        found.setdefault(assessment.words.who(item.name), []).append(item)
    return tuple((role, tuple(items)) for role, items in found.items() if items)
