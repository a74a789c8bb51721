"""Conditions spelled out again in the words an author writes them in."""

from szai_assess.condition import Clause, Condition
from szai_assess.pack import Pack, Variable


def named(variable: Variable, mask: int) -> str:
    """The options of a mask, or its complement where that is far shorter."""
    wanted = [option for place, option in enumerate(variable.options) if mask & 1 << place]
    others = [option for option in variable.options if option not in wanted]
    if mask < 0:
        return f"{{none: [{', '.join(others)}]}}"
    if others and 3 * len(others) <= len(wanted):
        return f"{{other_than: [{', '.join(others)}]}}"
    return wanted[0] if len(wanted) == 1 else f"[{', '.join(wanted)}]"


def clause(pack: Pack, atoms: Clause) -> str:
    """All of these must hold."""
    return ", ".join(f"{pack.variables[index].name}: {named(pack.variables[index], mask)}" for index, mask in atoms)


def spelled(pack: Pack, condition: Condition) -> tuple[str, ...]:
    """The clauses of a condition, any of which may hold."""
    return tuple(clause(pack, atoms) for atoms in condition)
