"""What a changed answer does to the other questions: which no longer apply, and which newly do. Pure."""

from collections.abc import Iterable

from szai_assess.answers import Answers
from szai_assess.condition import CANNOT
from szai_assess.interview.prompts import missing, named
from szai_assess.pack import Pack
from szai_assess.verdict import State


def leaving(pack: Pack, after: Answers, was: State, now: State) -> tuple[str, ...]:
    """The questions that are answered and, with the new answers, no longer asked; the states are those of before and after."""
    places = zip(pack.questions, was.asked, now.asked, strict=True)
    return tuple(
        question.id
        for question, before, then in places
        if before != CANNOT and then == CANNOT and question.id in after.values
    )


def arriving(pack: Pack, after: Answers, was: State, now: State) -> tuple[str, ...]:
    """What is newly asked and has no answer; the states are those of before and after."""
    places = zip(pack.questions, was.asked, now.asked, strict=True)
    return tuple(
        name
        for question, before, then in places
        if before == CANNOT and then != CANNOT
        for name in named(question, missing(question, after))
    )


def without(answers: Answers, questions: Iterable[str]) -> Answers:
    """The answers without those to some questions, their notes and evidence among them."""
    gone = frozenset(questions)
    values, notes, evidence = (
        {name: kept for name, kept in found.items() if name.partition(".")[0] not in gone}
        for found in (answers.values, answers.notes, answers.evidence)
    )
    return answers._replace(values=values, notes=notes, evidence=evidence)
