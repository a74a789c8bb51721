"""Which row of a matrix asks about a red line: the one of that name among what the line's table reads."""

from collections.abc import Iterable, Iterator, Sequence

from szai_assess.condition import variables
from szai_assess.pack import Table, Variable


def row_of(item: str, table: Table, known: Sequence[Variable]) -> int:
    """The variable of the matrix row of this name that the table's rows read; -1 where there is none."""
    read = sorted({index for row in table.rows for index in variables(row.when)})
    rows = (index for index in read if known[index].question >= 0 and known[index].name.partition(".")[2] == item)
    return next(rows, -1)


def resolved(
    named: Iterable[tuple[str, int]], tables: Sequence[Table], known: Sequence[Variable]
) -> Iterator[tuple[str, int, int]]:
    """(item, number of its table, variable of its row) for each (item, number of its table); -1 for what is not there."""
    return ((item, number, row_of(item, tables[number], known) if number >= 0 else -1) for item, number in named)
