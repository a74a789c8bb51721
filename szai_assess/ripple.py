"""What a few changed values do to a verdict: only the steps downstream of them are taken again."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from szai_assess.answers import Values, answer_to
from szai_assess.classify import conclude, evaluated
from szai_assess.condition import MUST, Condition
from szai_assess.masks import gated, holds, read
from szai_assess.pack import Pack
from szai_assess.tables import evaluate
from szai_assess.verdict import State

Masks = tuple[int, int]  # (certain, possible)


class Step(NamedTuple):
    """A step of the pack with what it reads and writes, as sets of variables (bit ``1 << variable``)."""

    kind: str
    number: int
    reads: int
    writes: int


def read_by(conditions: Iterable[Condition]) -> int:
    """The variables that conditions read."""
    found = 0
    for condition in conditions:
        for clause in condition:
            for variable, _ in clause:
                found |= 1 << variable
    return found


def places(bits: int) -> Iterator[int]:
    """The variables of a set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def described(pack: Pack, kind: str, number: int) -> Step:
    """A step with what it reads and writes."""
    if kind == "question":
        question = pack.questions[number]
        return Step(kind, number, read_by((question.when,)), sum(1 << index for index in question.variables))
    if kind == "table":
        table = pack.tables[number]
        reads = read_by((table.when, *(row.when for row in table.rows)))
        return Step(kind, number, reads, 1 << table.variable)
    reads = sum(1 << pack.tables[table].variable for table in set(pack.goals.outcome_tables))
    return Step(kind, number, reads, 1 << pack.goals.outcome | 1 << pack.goals.supervised)


def leading(pack: Pack, goals: Iterable[int]) -> tuple[Step, ...]:
    """The steps that lead to some tables, in the order of evaluation; the outcome is always one of the steps."""
    steps = [described(pack, kind, number) for kind, number in pack.steps]
    wanted = sum(1 << pack.tables[table].variable for table in set(goals)) | 1 << pack.goals.outcome
    found = []
    for step in reversed(steps):
        if step.writes & wanted:
            wanted |= step.reads
            found.append(step)
    return tuple(reversed(found))


class Ripple:
    """Takes changed values through the steps that lead to some tables; what a table makes of its inputs is looked up once."""

    def __init__(self, pack: Pack, values: Values, goals: Iterable[int], state: State | None = None) -> None:
        """Start from these answers; ``state`` is theirs where it is known already."""
        self.pack, self.values = pack, values
        self.state = state or evaluated(pack, values)
        self.steps = leading(pack, goals)
        self.told: dict[int, Masks] = {}
        self.known: dict[tuple[int, Any, Any], Masks] = {}
        self.inputs: dict[int, itemgetter[Any]] = {}
        self.is_read = any(
            step.reads >> pack.goals.outcome & 3 for step in self.steps
        )  # the outcome, or its supervision

    def told_of(self, variable: int) -> Masks:
        """What the answers say of a variable, whether it is asked or not."""
        if variable not in self.told:
            question = self.pack.questions[self.pack.variables[variable].question]
            value = answer_to(question, question.variables.index(variable), self.values)
            self.told[variable] = read(self.pack.variables[variable], value)  # type: ignore[arg-type]
        return self.told[variable]

    def after(self, changes: Mapping[int, Masks]) -> State:
        """The state after some variables changed."""
        return self.followed(changes, changes)[0]

    def followed(
        self, changed: Iterable[int], changes: Mapping[int, Masks], start: State | None = None
    ) -> tuple[State, int]:
        """The state after some variables changed, and the variables that are not as before.

        A change is to the answer to a question, or to the value of a table. ``start`` is a state in which all of ``changes`` but
        those ``changed`` were made already.
        """
        before, pack = start or self.state, self.pack
        state = State(before.certain.copy(), before.possible.copy(), before.given, before.asked.copy(), [])
        touched = altered = 0
        for variable in changed:
            touched |= 1 << variable
            if pack.variables[variable].question < 0:
                altered |= self.put(state, variable, changes[variable])
        for kind, number, reads, writes in self.steps:
            if not (reads & altered or writes & touched):
                continue
            if kind == "question":
                altered |= self.ask(state, number, changes, bool(writes & touched))
            elif kind == "table":
                altered |= 0 if writes & touched else self.judge(state, number, reads)
            elif self.is_read:
                conclude(pack, state)
                altered |= writes
        return state, altered

    def put(self, state: State, variable: int, masks: Masks) -> int:
        """Set a variable; gives it as a set where that changes anything."""
        if masks == (state.certain[variable], state.possible[variable]):
            return 0
        state.certain[variable], state.possible[variable] = masks
        return 1 << variable

    def ask(self, state: State, number: int, changes: Mapping[int, Masks], touched: bool) -> int:
        """Take a question again."""
        question, altered = self.pack.questions[number], 0
        asked = holds(question.when, state.certain, state.possible)
        if asked == state.asked[number] and not touched:
            return 0
        state.asked[number] = asked
        for variable in question.variables:
            masks = changes.get(variable) or self.told_of(variable)
            if asked != MUST:
                masks = gated(asked, *masks, self.pack.variables[variable].not_asked)
            altered |= self.put(state, variable, masks)
        return altered

    def judge(self, state: State, number: int, reads: int) -> int:
        """Take a table again."""
        if number not in self.inputs:
            self.inputs[number] = itemgetter(*places(reads)) if reads else itemgetter(0)
        inputs, variable = self.inputs[number], self.pack.tables[number].variable
        key = (number, inputs(state.certain), inputs(state.possible))
        if key not in self.known:
            certain, possible = state.certain[variable], state.possible[variable]
            evaluate(self.pack, number, state.certain, state.possible)
            self.known[key] = (state.certain[variable], state.possible[variable])
            state.certain[variable], state.possible[variable] = certain, possible
        return self.put(state, variable, self.known[key])

    def without(self, table: int, row: int) -> State:
        """The state as it would be if a row were not there."""
        certain, possible = self.state.certain.copy(), self.state.possible.copy()
        evaluate(self.pack, table, certain, possible, row)
        variable = self.pack.tables[table].variable
        masks = (certain[variable], possible[variable])
        if masks == (self.state.certain[variable], self.state.possible[variable]):
            return self.state
        return self.after({variable: masks})
