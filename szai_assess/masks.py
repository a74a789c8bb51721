"""Answers as bit masks of possible values, and conditions evaluated over them.

Unknown or unanswered means "any of them": all bits possible, none certain. A single choice is one bit; a list given to a
single choice is "one of these". A multi-select is ``certain ⊆ possible``; ``[a, unknown]`` is "at least a".
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from szai_assess.condition import ALWAYS, CANNOT, MAY, MUST, Condition
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


class Conditional(Protocol):
    """Anything with a condition: a rule row, an obligation, a document."""

    @property
    def when(self) -> Condition:
        """Its condition."""


def states(entries: Iterable[Conditional], certain: Sequence[int], possible: Sequence[int]) -> list[int]:
    """Whether the condition of each entry must, may or cannot hold.

    ``atom_holds`` written out for the common case, where an atom is settled by two ANDs: this loop is the engine's time.
    """
    found = []
    for entry in entries:
        best = CANNOT
        for clause in entry.when:
            state = MUST
            for variable, mask in clause:
                could = possible[variable]
                if not could & mask:
                    state = CANNOT
                    break
                if could & ~mask:
                    atom = atom_holds(mask, certain[variable], could)
                    if atom < state:
                        state = atom
                        if not atom:
                            break
            if state > best:
                best = state
                if state == MUST:
                    break
        found.append(best)
    return found


class Single(NamedTuple):
    """A condition by itself."""

    when: Condition


def holds(condition: Condition, certain: Sequence[int], possible: Sequence[int]) -> int:
    """Whether the condition must, may or cannot hold."""
    return MUST if condition is ALWAYS or condition == ALWAYS else states((Single(condition),), certain, possible)[0]
