"""Answers as bit masks of possible values, and conditions evaluated over them.

Unknown or unanswered means "any of them": all bits possible, none certain. A single choice is one bit; a list given to a
single choice is "one of these". A multi-select is ``certain ⊆ possible``; ``[a, unknown]`` is "at least a".
"""

from collections.abc import Sequence

from szai_assess.condition import CANNOT, MAY, MUST, Condition
from szai_assess.pack import NONE, UNKNOWN, Variable

Value = str | Sequence[str] | None


def bits(variable: Variable, options: Sequence[str]) -> int:
    """The mask of these options of the variable."""
    return sum(1 << variable.options.index(option) for option in options)


def read(variable: Variable, value: Value) -> tuple[int, int]:
    """(certain, possible) for an answer; ``None`` is no answer."""
    if value is None or value == UNKNOWN:
        return 0, variable.every
    if isinstance(value, str):
        chosen = 1 << variable.options.index(value)
        return chosen, chosen
    chosen = bits(variable, [option for option in value if option != UNKNOWN])
    if UNKNOWN not in value:
        return (chosen, chosen) if variable.many or len(value) == 1 else (0, chosen)
    if not variable.many or not chosen:
        return 0, variable.every
    empty = bits(variable, [NONE]) if NONE in variable.options else 0
    return chosen, variable.every & ~empty


def is_open(variable: Variable, value: Value) -> bool:
    """Whether something about the answer is still to be known."""
    certain, possible = read(variable, value)
    return certain != possible


def gated(asked: int, certain: int, possible: int, not_asked: int) -> tuple[int, int]:
    """(certain, possible) once it is known whether the question is asked."""
    if asked == MUST:
        return certain, possible
    return (0, possible | not_asked) if asked == MAY else (not_asked, not_asked)


def atom_holds(mask: int, certain: int, possible: int) -> int:
    """Whether a variable is within the mask: ``CANNOT``, ``MAY`` or ``MUST``."""
    if not possible & mask or (mask < 0 and certain & ~mask):
        return CANNOT
    if not possible & ~mask or (mask > 0 and certain & mask):
        return MUST
    return MAY


def holds(condition: Condition, certain: Sequence[int], possible: Sequence[int]) -> int:
    """Whether the condition must, may or cannot hold."""
    best = CANNOT
    for clause in condition:
        state = MUST
        for variable, mask in clause:
            could = possible[variable]
            # atom_holds, written out: this line runs a few hundred times a verdict
            if not could & mask or (mask < 0 and certain[variable] & ~mask):
                state = CANNOT
                break
            if could & ~mask and not (mask > 0 and certain[variable] & mask):
                state = MAY
        if state == MUST:
            return MUST
        if state:
            best = MAY
    return best
