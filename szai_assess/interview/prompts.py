"""What to ask next: a question, or the part of it that has no answer yet. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from szai_assess.answers import Answers
from szai_assess.classify import evaluated, openings, waits
from szai_assess.condition import CANNOT
from szai_assess.pack import EVIDENCED, UNKNOWN, Pack, Question
from szai_assess.verdict import PARTLY, State

ANSWER, NOTE, EVIDENCE = "answer", "note", "evidence"


class Prompt(NamedTuple):
    """One thing to ask: a question, a part of it, or a note or evidence beside a part."""

    question: Question
    part: str
    kind: str
    options: tuple[str, ...]

    @property
    def name(self) -> str:
        """``question`` or ``question.part``, as notes and evidence are keyed."""
        return f"{self.question.id}.{self.part}" if self.part else self.question.id

    @property
    def style(self) -> str:
        """How it is asked: ``one``, ``many``, ``text`` or ``date``."""
        if self.kind != ANSWER or self.question.type == "form":
            return "text"
        return "one" if self.question.type == "matrix" else self.question.type


class Plan(NamedTuple):
    """Which questions a run asks: ``quick`` the ones that decide the outcome only, ``wanted`` those of one person only."""

    quick: bool = False
    wanted: frozenset[str] | None = None

    def asks(self, name: str) -> bool:
        """Whether a question, or part of one, is asked of this person."""
        return self.wanted is None or name in self.wanted


EVERYTHING = Plan()


def missing(question: Question, answers: Answers) -> tuple[str, ...]:
    """The parts that have no answer; a question without parts has one, named ``""``."""
    value = answers.values.get(question.id)
    if value is None:
        return question.parts or ("",)
    if not question.parts or value == UNKNOWN or not isinstance(value, Mapping):
        return ()
    if question.type == "form" and not value:
        return ()
    return tuple(part for part in question.parts if part not in value)


def options_of(pack: Pack, question: Question, part: str) -> tuple[str, ...]:
    """The options of a question, or of a row of a matrix; none where the answer is written."""
    if not question.variables:
        return ()
    return pack.variables[question.variables[question.parts.index(part) if part else 0]].options


def prompt_for(pack: Pack, name: str, kind: str = ANSWER) -> Prompt:
    """The prompt of a question or of a part of it."""
    part, question = name.partition(".")[2], pack.question(name)
    return Prompt(question, part, kind, options_of(pack, question, part) if kind == ANSWER else ())


def named(question: Question, parts: Iterable[str]) -> Iterator[str]:
    """The names of some parts of a question."""
    return (f"{question.id}.{part}" if part else question.id for part in parts)


def open_names(pack: Pack, answers: Answers, state: State, plan: Plan = EVERYTHING) -> Iterator[str]:
    """What is or may be asked under a plan and has no answer, in the order in which it is asked.

    A question that only may be asked comes where it stands, though it waits for its gates.
    """
    if plan.quick:
        yield from (name for name in deciding(pack, answers, state) if plan.asks(name))
        return
    for question, asked in zip(pack.questions, state.asked, strict=True):
        if asked != CANNOT:
            yield from filter(plan.asks, named(question, missing(question, answers)))


def deciding(pack: Pack, answers: Answers, state: State) -> Iterator[str]:
    """The unanswered questions that can change the outcome, the one most rows depend on first, the red lines last.

    A matrix that has been begun goes on, so that its rows stay together.
    """
    unanswered = openings(pack, answers.values, state)
    left = [name for name in unanswered.deciding if name not in unanswered.unknown]
    lines = {line.name for line in pack.red_lines}
    yield from sorted(left, key=lambda name: (name in lines, not is_begun(name, answers)))


def is_begun(name: str, answers: Answers) -> bool:
    """Whether another row of the same matrix has an answer."""
    ident, _, part = name.partition(".")
    return bool(part) and isinstance(answers.values.get(ident), Mapping)


def next_name(pack: Pack, answers: Answers, state: State, plan: Plan = EVERYTHING) -> str:
    """What to ask next; empty where nothing is left. A question that only may be asked waits for its gates."""
    places = {question.id: place for place, question in enumerate(pack.questions)}
    for name in open_names(pack, answers, state, plan):
        if not waits(pack, places[name.partition(".")[0]], state):
            return name
    return ""


def next_prompt(pack: Pack, answers: Answers, plan: Plan = EVERYTHING) -> Prompt | None:
    """The prompt for what to ask next."""
    name = next_name(pack, answers, evaluated(pack, answers.values), plan)
    return prompt_for(pack, name) if name else None


def uncertain(pack: Pack, state: State, plan: Plan) -> list[str]:
    """The answers of this person that say "not sure", in pack order: they are asked again."""
    return [
        variable.name
        for variable, given in zip(pack.variables, state.given, strict=True)
        if given == PARTLY and state.asked[variable.question] != CANNOT and plan.asks(variable.name)
    ]


def follow_up(pack: Pack, prompt: Prompt, answers: Answers) -> Prompt | None:
    """The note or evidence that an answer calls for, unless there is one already."""
    value = answers.field(prompt.question.id, prompt.part)
    if prompt.kind != ANSWER or prompt.question.type != "matrix":
        return None
    if value == EVIDENCED and prompt.name not in answers.evidence:
        return prompt._replace(kind=EVIDENCE, options=())
    harmless = {row.name: row.options[0] for row in pack.red_lines}
    if value != harmless.get(prompt.name, value) and prompt.name not in answers.notes:
        return prompt._replace(kind=NOTE, options=())
    return None
