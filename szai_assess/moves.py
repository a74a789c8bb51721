"""Single changes of answers: one choice replaced by another, one tick of several set or taken away.

A move contradicts an answer that was given. What an answer leaves open is not moved but settled (see ``deciding``); a question
that is not asked and has no answer may be given any: it counts once another move opens it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from szai_assess.answers import Values, answer_to, by_part
from szai_assess.condition import CANNOT
from szai_assess.masks import read
from szai_assess.pack import NONE, Pack, Variable
from szai_assess.verdict import State

CHOOSE, TICK, CLEAR = "choose", "tick", "clear"


class Move(NamedTuple):
    """One change: ``option`` is chosen, ticked or cleared."""

    variable: int
    kind: str
    option: str


def current(pack: Pack, values: Values, index: int) -> object:
    """The answer given for a variable; ``None`` where there is none."""
    question = pack.questions[pack.variables[index].question]
    return answer_to(question, question.variables.index(index), values)


def moves_of(pack: Pack, values: Values, state: State, index: int) -> tuple[Move, ...]:
    """Every move of a variable, in the order of its options."""
    variable, value = pack.variables[index], current(pack, values, index)
    if value is None and state.asked[variable.question] != CANNOT:
        return ()
    return tuple(Move(index, kind, option) for kind, option in steps(variable, value))


def steps(variable: Variable, value: object) -> Iterator[tuple[str, str]]:
    """What can be done to the answer to a variable; an answer that leaves open what else applies is not moved."""
    certain, possible = (0, 0) if value is None else read(variable, value)  # type: ignore[arg-type]
    for place, option in enumerate(variable.options):
        bit = 1 << place
        if not variable.many:
            if not possible & bit:
                yield CHOOSE, option
        elif certain == possible:
            if not possible & bit and (option != NONE or value is None):
                yield TICK, option
            elif option != NONE and certain & bit:
                yield CLEAR, option


def moved(variable: Variable, value: object, moves: Sequence[Move]) -> object:
    """The answer after some moves of its variable; ``None`` where that is no answer a file may hold."""
    if not variable.many:
        return moves[0].option if len(moves) == 1 else None
    cleared = {move.option for move in moves if move.kind == CLEAR}
    before = [value] if isinstance(value, str) else list(value or ())  # type: ignore[call-overload]
    ticked = [move.option for move in moves if move.kind == TICK]
    if NONE in ticked and len(ticked) > 1:
        return None
    after = [option for option in before if option not in cleared and (option != NONE or not ticked)] + ticked
    return after or ([NONE] if NONE in variable.options else None)


def masks_of(variable: Variable, value: object) -> tuple[int, int]:
    """(certain, possible) for an answer."""
    return read(variable, value)  # type: ignore[arg-type]


def replaced(pack: Pack, values: Values, changes: Mapping[int, object]) -> Values:
    """The answers with those to some variables replaced."""
    after: dict[str, object] = dict(values)
    for index, value in changes.items():
        question = pack.questions[pack.variables[index].question]
        part = question.variables.index(index)
        if question.type == "matrix":
            after[question.id] = {**by_part(question, after.get(question.id)), question.parts[part]: value}
        else:
            after[question.id] = value
    return after
