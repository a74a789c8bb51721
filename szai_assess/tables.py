"""Decision tables evaluated over masks, by their hit policy (DMN): ``unique``, ``priority``, ``collect``."""

from collections.abc import Iterator, Sequence

from szai_assess.condition import MUST
from szai_assess.errors import Fault, PackError, Place
from szai_assess.masks import gated, holds
from szai_assess.pack import Pack, Row, Table
from szai_assess.verdict import Fired


def standing(table: Table, certain: Sequence[int], possible: Sequence[int]) -> list[tuple[int, Row, int]]:
    """The rows that must or may hold, as (index, row, ``MAY`` or ``MUST``)."""
    found = []
    for index, row in enumerate(table.rows):
        state = holds(row.when, certain, possible)
        if state:
            found.append((index, row, state))
    return found


def priority(rows: Sequence[tuple[int, Row, int]]) -> tuple[int, int]:
    """(certain, possible) outputs where the highest wins and the first output is the default."""
    lowest = max((row.then for _, row, state in rows if state == MUST), default=0)
    possible = 1 << lowest
    for _, row, _ in rows:
        if row.then > lowest:
            possible |= 1 << row.then
    return possible if possible == 1 << lowest else 0, possible


def unique(table: Table, rows: Sequence[tuple[int, Row, int]], skipped: bool) -> tuple[int, int]:
    """(certain, possible) outputs where exactly one row holds.

    Raises PackError where two rows must hold or none may: the table then is no ``unique`` table.
    """
    musts = [row for _, row, state in rows if state == MUST]
    if len(musts) > 1 or not (rows or skipped):
        named = ", ".join(row.id for row in musts) or "-"
        raise PackError(Fault("P030", Place(""), {"table": table.rows[0].id if table.rows else "", "rows": named}))
    if musts:
        return 1 << musts[0].then, 1 << musts[0].then
    possible = 0
    for _, row, _ in rows:
        possible |= 1 << row.then
    possible = possible or 1
    return possible if not possible & (possible - 1) else 0, possible


def collect(table: Table, rows: Sequence[tuple[int, Row, int]]) -> tuple[int, int]:
    """(certain, possible) outputs where all rows that hold count."""
    certain = possible = 0
    if not table.warns:
        for _, row, state in rows:
            possible |= 1 << row.then
            certain |= 1 << row.then if state == MUST else 0
    return certain, possible


def evaluate(
    pack: Pack, number: int, certain: list[int], possible: list[int], skip: int = -1
) -> Iterator[Fired]:
    """Set the table's variable, and give the rows that must or may hold; the row ``skip`` is left out."""
    table = pack.tables[number]
    variable = pack.variables[table.variable]
    asked = holds(table.when, certain, possible)
    rows = standing(table, certain, possible) if asked else []
    if skip >= 0:
        rows = [entry for entry in rows if entry[0] != skip]
    if not asked:
        sure, could = 0, 0
    elif table.hit == "priority":
        sure, could = priority(rows)
    elif table.hit == "unique":
        sure, could = unique(table, rows, skip >= 0)
    else:
        sure, could = collect(table, rows)
    certain[table.variable], possible[table.variable] = gated(asked, sure, could, variable.not_asked)
    for index, _, state in rows:
        yield Fired(number, index, state == MUST and asked == MUST)
