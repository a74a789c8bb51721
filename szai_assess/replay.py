"""Replaying an application under another pack: its answers carried over, and what then comes out differently. Pure.

Silence never lowers: what the other pack asks besides stays unanswered, an option that was not offered stays possible, and an
answer that it cannot hold is dropped by name. Nothing is written back.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from szai_assess.answers import Answers, by_part
from szai_assess.assessment import Assessment
from szai_assess.compare import Difference, Shift, Stated, shifts
from szai_assess.errors import AssessError
from szai_assess.pack import NONE, UNKNOWN, Pack, Question, Variable
from szai_assess.words import Words

KEPT, WIDENED, DROPPED = "kept", "widened", "dropped"
COUNTED = (
    "outcome",
    "red_lines",
    "results",
    "documents",
    "obligations",
)  # the parts in which an application can change


class Carried(NamedTuple):
    """Answers as the other pack reads them; by name those that it cannot hold, and those that say less there than they did."""

    answers: Answers
    dropped: tuple[str, ...]
    widened: tuple[str, ...]


class Contrast(NamedTuple):
    """What two packs ask differently, by question, row or field.

    ``added`` and ``gone`` are options of what both ask; ``reworded`` is what both ask in other words.
    """

    old: Pack
    new: Pack
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    added: Mapping[str, tuple[str, ...]]
    gone: Mapping[str, tuple[str, ...]]
    reworded: tuple[str, ...]

    @property
    def packs(self) -> tuple[str, str]:
        """Both packs with their versions, the older first."""
        return f"{self.old.id}@{self.old.version}", f"{self.new.id}@{self.new.version}"


class Tried(NamedTuple):
    """One file: what differs under the other pack and how its answers were carried, or why it could not be judged."""

    file: str
    found: Difference | None
    carried: Carried | None = None
    error: AssessError | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """The parts, of those that count, in which the application comes out differently."""
        return tuple(part for part in COUNTED if self.found and self.found.part(part))

    @property
    def rows(self) -> tuple[Shift, ...]:
        """The rows that lead elsewhere, or hold on one side only: reasons first."""
        return shifts(leads(self.found.old), leads(self.found.new)) if self.found else ()

    @property
    def unasked(self) -> tuple[str, ...]:
        """What only the other pack asks of this application."""
        if not self.found:
            return ()
        known = {name for question in self.found.old.pack.questions for name in question.names}
        return tuple(name for name in self.found.new.verdict.open.unanswered if name not in known)


def leads(assessment: Assessment) -> Stated:
    """Each row that holds or may hold and what it leads to: the reasons, then the other rows that judge."""
    pack = assessment.pack
    found: Stated = {why.row: held(why.effect, why.must) for why in assessment.reasons}
    for fired in assessment.verdict.state.fired:
        table = pack.tables[fired.table]
        row = table.rows[fired.row]
        if row.then >= 0:
            found.setdefault(row.id, held(pack.variables[table.variable].options[row.then], fired.must))
    return found


def held(effect: str, must: bool) -> str:
    """What a row leads to, with a mark where it only may."""
    return effect if must else f"{effect}?"


def variables(pack: Pack) -> dict[str, Variable]:
    """What questions with options are read into, by name."""
    return {variable.name: variable for variable in pack.variables if variable.question >= 0}


def units(pack: Pack) -> dict[str, str]:
    """Every question, row and field that can be answered, with the type of its question."""
    return {name: question.type for question in pack.questions for name in question.names}


def said(words: Words, name: str) -> tuple[str, ...]:
    """The words of a question, row or field and of its options, as they govern."""
    ident, _, part = name.partition(".")
    whole = words.question(ident)
    own = [words.ask(name, "zh"), str(whole["ask"]["zh"])]
    asked = (whole["rows"][part].get("options") if part in whole["rows"] else None) or whole["options"]
    return (*own, *(f"{option} {asked[option]['zh']}" for option in sorted(asked)))


def contrast(old: Pack, old_words: Words, new: Pack, new_words: Words) -> Contrast:
    """What two packs ask differently."""
    before, after = units(old), units(new)
    both = [name for name in after if before.get(name) == after[name]]
    left, right = variables(old), variables(new)
    more = {name: beyond(right[name], left[name]) for name in both if name in left and name in right}
    less = {name: beyond(left[name], right[name]) for name in more}
    alike = {name for name in both if not more.get(name) and not less.get(name)}
    return Contrast(
        old,
        new,
        tuple(name for name in before if name not in both),
        tuple(name for name in after if name not in both),
        {name: options for name, options in more.items() if options},
        {name: options for name, options in less.items() if options},
        tuple(name for name in both if name in alike and said(old_words, name) != said(new_words, name)),
    )


def beyond(one: Variable, other: Variable) -> tuple[str, ...]:
    """The options that one has and the other has not."""
    return tuple(option for option in one.options if option not in other.options)


def choice(old: Variable, new: Variable, value: Any) -> tuple[Any, str]:
    """An answer with options under the other pack, and what became of it."""
    if value in (None, UNKNOWN):
        return value, KEPT
    named = [value] if isinstance(value, str) else list(value)
    added, gone = beyond(new, old), [option for option in named if option != UNKNOWN and option not in new.options]
    if old.many != new.many or (gone and not new.many):
        return None, DROPPED
    if not added and not gone:
        return value, KEPT
    if not new.many:
        return [option for option in new.options if option in named or option in added], WIDENED
    certain = [option for option in named if option in new.options and option != NONE]
    if certain:
        return [*certain, UNKNOWN], WIDENED
    return (None, DROPPED) if gone else (UNKNOWN, WIDENED)


def stated_names(question: Question, value: Any) -> tuple[str, ...]:
    """The names under which something was answered: a question's own, or those of its parts."""
    return tuple(f"{question.id}.{part}" for part in by_part(question, value)) or (question.id,)


class Carrying:
    """The answers of one application on their way from one pack to another."""

    def __init__(self, old: Pack, new: Pack) -> None:
        """Know both packs."""
        self.new = new
        self.before = {question.id: question for question in old.questions}
        self.left, self.right = variables(old), variables(new)
        self.fates: dict[str, str] = {}

    def part(self, name: str, value: Any) -> Any:
        """The answer to a question, row or field; what is written is taken as it stands."""
        if name not in self.left or name not in self.right:
            return value
        carried, self.fates[name] = choice(self.left[name], self.right[name], value)
        return carried

    def question(self, old: Question, new: Question, value: Any) -> Any:
        """The answer to a question that both ask."""
        if old.type != new.type:
            self.fates |= dict.fromkeys(stated_names(old, value), DROPPED)
            return None
        if not new.parts:
            return self.part(new.id, value)
        given = by_part(old, value)
        self.fates |= {f"{old.id}.{part}": DROPPED for part in given if part not in new.parts}
        parts = {part: self.part(f"{new.id}.{part}", given[part]) for part in new.parts if part in given}
        return {part: each for part, each in parts.items() if each is not None}

    def answers(self, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The answers that the other pack can hold."""
        after = {question.id: question for question in self.new.questions}
        for ident, value in values.items():
            if ident not in after:
                self.fates |= dict.fromkeys(stated_names(self.before[ident], value), DROPPED)
                continue
            carried = self.question(self.before[ident], after[ident], value)
            if carried is not None:
                yield ident, carried


def carry(old: Pack, new: Pack, answers: Answers) -> Carried:
    """Answers given under one pack as another reads them."""
    carrying = Carrying(old, new)
    values = dict(carrying.answers(answers.values))
    known = {*units(new), *(question.id for question in new.questions)}
    remarks = ({key: text for key, text in each.items() if key in known} for each in (answers.notes, answers.evidence))
    fates = carrying.fates
    return Carried(
        Answers(f"{new.id}@{new.version}", answers.assessed_on, values, *remarks),
        tuple(name for name in fates if fates[name] == DROPPED),
        tuple(name for name in fates if fates[name] == WIDENED),
    )
