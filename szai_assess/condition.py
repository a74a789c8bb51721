"""The one shape of "when".

A condition is a tuple of clauses, any of which may hold; a clause is a tuple of atoms, all of which must hold; an atom is
a variable's index and a mask of the options under which it is true. A negative mask is the complement of options none of
which may be chosen (``{none: […]}``); it alone is true on a question that is not asked.
"""

Atom = tuple[int, int]
Clause = tuple[Atom, ...]
Condition = tuple[Clause, ...]

ALWAYS: Condition = ((),)

CANNOT, MAY, MUST = 0, 1, 2


def both(first: Condition, second: Condition) -> Condition:
    """A condition that holds where both do."""
    return tuple(left + right for left in first for right in second)


def variables(condition: Condition) -> set[int]:
    """The variables that the condition reads."""
    return {variable for clause in condition for variable, _ in clause}
