"""Answers as bit masks of possible values, and conditions evaluated over them.

Unknown or unanswered means "any of them": all bits possible, none certain. A single choice is one bit; a list given to a
single choice is "one of these". A multi-select is ``certain ⊆ possible``; ``[a, unknown]`` is "at least a".
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from szai_assess.condition import CANNOT, MAY, MUST, Condition
from szai_assess.pack import NONE, UNKNOWN, Variable

Value = str | Sequence[str] | None


def bits(variable: Variable, options: Sequence[str]) -> int:
    """The mask of these options of the variable."""
    return sum(1 << variable.options.index(option) for option in options)


def read(variable: Variable, value: Value) -> tuple[int, int]:
    """(certain, possible) for an answer; ``None`` is no answer."""
    options = variable.options
    if value is None or value == UNKNOWN:
        return 0, (1 << len(options)) - 1
    if isinstance(value, str):
        chosen = 1 << options.index(value)
        return chosen, chosen
    return read_several(variable, value)


def read_several(variable: Variable, values: Sequence[str]) -> tuple[int, int]:
    """(certain, possible) for a list: a selection, "at least these", or of a single choice "one of these"."""
    chosen = bits(variable, [option for option in values if option != UNKNOWN])
    if UNKNOWN not in values:
        return (chosen, chosen) if variable.many or len(values) == 1 else (0, chosen)
    if not variable.many or not chosen:
        return 0, variable.every
    empty = bits(variable, [NONE]) if NONE in variable.options else 0
    return chosen, variable.every & ~empty


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
            if not could & mask:
                break
            if could & ~mask:  # else the atom must hold: two ANDs settle the common case
                atom = atom_holds(mask, certain[variable], could)
                if not atom:
                    break
                if atom == MAY:
                    state = MAY
        else:
            if state == MUST:
                return MUST
            best = MAY
    return best


class Conditional(Protocol):
    """Anything with a condition: a rule row, an obligation, a document."""

    @property
    def when(self) -> Condition:
        """Its condition."""


def states(entries: Iterable[Conditional], certain: Sequence[int], possible: Sequence[int]) -> list[int]:
    """Whether the condition of each entry must, may or cannot hold."""
    return [holds(entry.when, certain, possible) for entry in entries]
