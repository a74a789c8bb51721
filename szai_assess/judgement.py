"""The judgement calls: where this tool's own reading set a value, and what another reading of that one thing would come to."""

from collections.abc import Sequence
from typing import NamedTuple

from szai_assess.argument import AXIS, RESULT, Judged, highest_of, tables_told
from szai_assess.classify import ends
from szai_assess.pack import JUDGEMENT, Pack
from szai_assess.ripple import Ripple
from szai_assess.verdict import Ends


class Otherwise(NamedTuple):
    """Another value of a table, and what the whole would come to with it, all else as it is."""

    value: str
    ends: Ends


class Judgement(NamedTuple):
    """A table whose value rests on this tool's own reading: the axis that it is, its value, the rows that set it."""

    table: str
    axis: str
    value: str
    rows: tuple[str, ...]
    otherwise: tuple[Otherwise, ...]


def judgements(pack: Pack, ripple: Ripple, argument: Sequence[Judged]) -> tuple[Judgement, ...]:
    """The tables of an argument that this tool's reading set: the axes of the grading, then those that give reasons.

    Tables that only hand a value on are left out; so are red lines and scope, about which a person decides.
    """
    names = {pack.table_name(number): number for number in range(len(pack.tables))}
    reasoning = {pack.table_name(number) for number in pack.goals.reasons}
    found = []
    for name, node in tables_told(argument).items():
        rows = tuple(rule.row for rule in node.rules if rule.basis == JUDGEMENT and rule.effect in node.values[-1:])
        if rows and (node.part == AXIS or (name in reasoning and node.part in ("", RESULT))):
            number = names[name]
            options = pack.variables[pack.tables[number].variable].options
            value = options[highest_of(ripple.state, pack, number)]
            others = () if node.part == RESULT else tuple(other for other in options if other != value)
            readings = tuple(Otherwise(other, read_as(pack, ripple, number, other)) for other in others)
            found.append(Judgement(name, node.item if node.part == AXIS else "", value, rows, readings))
    return tuple(sorted(found, key=lambda each: not each.axis))


def read_as(pack: Pack, ripple: Ripple, number: int, value: str) -> Ends:
    """What the whole comes to where a table has a certain value."""
    variable = pack.tables[number].variable
    bit = 1 << pack.variables[variable].options.index(value)
    return ends(pack, ripple.after({variable: (bit, bit)}))
