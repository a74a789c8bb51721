"""Decision tables evaluated over masks, by their hit policy (DMN): ``unique``, ``priority``, ``collect``."""

from collections.abc import Sequence

from szai_assess.condition import MUST
from szai_assess.errors import Fault, PackError, Place
from szai_assess.masks import gated, holds, states
from szai_assess.pack import Pack, Row, Table
from szai_assess.verdict import Fired


def standing(table: Table, certain: Sequence[int], possible: Sequence[int]) -> list[tuple[int, Row, int]]:
    """The rows that must or may hold, as (index, row, ``MAY`` or ``MUST``)."""
    rows = table.rows
    return [(at, rows[at], state) for at, state in enumerate(states(rows, certain, possible)) if state]


def priority(rows: Sequence[tuple[int, Row, int]]) -> tuple[int, int]:
    """(certain, possible) outputs where the highest wins and the first output is the default."""
    lowest = reached = 0
    for _, row, state in rows:
        reached |= 1 << row.then
        if state == MUST and row.then > lowest:
            lowest = row.then
    possible = 1 << lowest | reached >> lowest << lowest
    return possible if not possible & (possible - 1) else 0, possible


def unique(name: str, rows: Sequence[tuple[int, Row, int]], skipped: bool) -> tuple[int, int]:
    """(certain, possible) outputs where exactly one row holds.

    Raises PackError where two rows must hold or none may: the table then is no ``unique`` table.
    """
    musts = [row for _, row, state in rows if state == MUST]
    if len(musts) > 1 or not (rows or skipped):
        named = ", ".join(row.id for row in musts) or "-"
        raise PackError(Fault("P030", Place(name), {"table": name, "rows": named}))
    if musts:
        return 1 << musts[0].then, 1 << musts[0].then
    possible = 0
    for _, row, _ in rows:
        possible |= 1 << row.then
    possible = possible or 1
    return possible if not possible & (possible - 1) else 0, possible


def collect(table: Table, rows: Sequence[tuple[int, Row, int]], nothing: int) -> tuple[int, int]:
    """(certain, possible) outputs where all rows that hold count; ``nothing`` is the bit for none of them."""
    certain = possible = 0
    if not table.warns:
        for _, row, state in rows:
            possible |= 1 << row.then
            certain |= 1 << row.then if state == MUST else 0
    return certain, possible if certain else possible | nothing


def evaluate(pack: Pack, number: int, certain: list[int], possible: list[int], skip: int = -1) -> list[Fired]:
    """Set the table's variable, and give the rows that must or may hold; the row ``skip`` is left out."""
    table = pack.tables[number]
    asked = holds(table.when, certain, possible)
    rows = standing(table, certain, possible) if asked else []
    if skip >= 0:
        rows = [entry for entry in rows if entry[0] != skip]
    if not asked:
        sure, could = 0, 0
    elif table.hit == "priority":
        sure, could = priority(rows)
    elif table.hit == "unique":
        sure, could = unique(pack.table_name(number), rows, skip >= 0)
    else:
        sure, could = collect(table, rows, pack.variables[table.variable].not_asked)
    if asked != MUST:
        sure, could = gated(asked, sure, could, pack.variables[table.variable].not_asked)
    certain[table.variable], possible[table.variable] = sure, could
    return [Fired(number, index, state == MUST == asked) for index, _, state in rows]
