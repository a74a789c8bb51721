"""The interview: which question is next, what a reply does to the answers, and the loop that asks until none is left.

Pure: how a question is asked and where answers are saved are parameters. A partly answered matrix or form is resumed at
its first missing part; a part left blank is recorded as blank, so that it is not asked again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from szai_assess.answers import Answers
from szai_assess.classify import evaluated, waits
from szai_assess.condition import CANNOT
from szai_assess.pack import EVIDENCED, NONE, UNKNOWN, Pack, Question
from szai_assess.text import is_day
from szai_assess.verdict import State

UNFIT = frozenset((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))  # control signs and half characters
ANSWER, NOTE, EVIDENCE = "answer", "note", "evidence"

Reply = str | Sequence[str]


class Stopped(Exception):  # noqa: N818 - not an error: the person has stopped, and what is saved stays
    """The person stopped the interview; nothing of the answer being given is kept."""


class Prompt(NamedTuple):
    """One thing to ask: a question, a part of it, or a note or evidence beside a part. ``left`` is how many are open at most."""

    question: Question
    part: str
    kind: str
    options: tuple[str, ...]
    left: int

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


Ask = Callable[[Prompt], Reply]
Save = Callable[[Answers], object]


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


def unanswered(pack: Pack, answers: Answers, state: State) -> list[int]:
    """The questions that are or may be asked and have no full answer, in pack order."""
    questions = enumerate(pack.questions)
    return [place for place, question in questions if state.asked[place] != CANNOT and missing(question, answers)]


def first_of(pack: Pack, answers: Answers) -> tuple[Question | None, int]:
    """The first question that has no full answer, and how many are open at most.

    A question that only may be asked waits for its gates.
    """
    state = evaluated(pack, answers.values)
    places = unanswered(pack, answers, state)
    for place in places:
        if not waits(pack, place, state):
            return pack.questions[place], len(places)
    return None, 0


def options_of(pack: Pack, question: Question, part: str) -> tuple[str, ...]:
    """The options of a question, or of a row of a matrix; none where the answer is written."""
    if not question.variables:
        return ()
    return pack.variables[question.variables[question.parts.index(part) if part else 0]].options


def next_prompt(pack: Pack, answers: Answers) -> Prompt | None:
    """What to ask next."""
    question, left = first_of(pack, answers)
    if question is None:
        return None
    part = missing(question, answers)[0]
    return Prompt(question, part, ANSWER, options_of(pack, question, part), left)


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


def objection(prompt: Prompt, reply: Reply) -> str:
    """The message that says why a reply cannot stand; empty where it can."""
    if isinstance(reply, str):
        return (
            written_objection(prompt, reply) if prompt.style in ("text", "date") else chosen_objection(prompt, [reply])
        )
    return chosen_objection(prompt, reply)


def written_objection(prompt: Prompt, reply: str) -> str:
    """Why typed text cannot stand: signs that no file should hold, or a day that is none."""
    if any(ord(sign) in UNFIT for sign in reply):
        return "assess.bad_text"
    return "assess.bad_date" if prompt.style == "date" and reply and not is_day(reply) else ""


def chosen_objection(prompt: Prompt, reply: Sequence[str]) -> str:
    """Why a choice cannot stand: nothing chosen, or "none of these" together with something."""
    if not reply:
        return "assess.choose_one" if prompt.style == "one" else "assess.choose_some"
    if any(option not in prompt.options and option != UNKNOWN for option in reply):
        return "assess.choose_one"
    if UNKNOWN in reply and not prompt.question.may_be_unknown:
        return "assess.choose_one"
    return "assess.none_alone" if prompt.style == "many" and NONE in reply and len(reply) > 1 else ""


def put(answers: Answers, prompt: Prompt, reply: Reply) -> Answers:
    """The answers with a reply put in; a note or evidence left blank is not put in."""
    if prompt.kind == NOTE:
        return answers._replace(notes={**answers.notes, prompt.name: str(reply)}) if reply else answers
    if prompt.kind == EVIDENCE:
        return answers._replace(evidence={**answers.evidence, prompt.name: str(reply)}) if reply else answers
    before = answers.values.get(prompt.question.id)
    return answers._replace(values={**answers.values, prompt.question.id: value_of(prompt, reply, before)})


def value_of(prompt: Prompt, reply: Reply, before: object) -> object:
    """The value that the file holds for a reply, given what it held before."""
    plain = reply if isinstance(reply, str) else list(reply)
    if not prompt.part:
        return UNKNOWN if plain == [UNKNOWN] else plain
    parts = {**(before if isinstance(before, Mapping) else {}), prompt.part: plain}
    blank = prompt.question.type == "form" and not any(parts.values())
    return {} if blank and len(parts) == len(prompt.question.parts) else parts


def run(pack: Pack, answers: Answers, ask: Ask, save: Save, day: Callable[[], str]) -> Answers:
    """Ask what is open, saving after every reply, and date the answers at the end; with nothing to ask a date stays.

    Raises what ``ask`` raises to stop, ``Stopped``; what was saved before stays.
    """
    prompt = next_prompt(pack, answers)
    if prompt is None and answers.assessed_on:
        return answers
    while prompt is not None:
        answers = put(answers._replace(assessed_on=""), prompt, ask(prompt))
        save(answers)
        prompt = follow_up(pack, prompt, answers) or next_prompt(pack, answers)
    answers = answers._replace(assessed_on=day())
    save(answers)
    return answers
