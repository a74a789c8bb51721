"""Whether the cases of a pack would notice a change: each row is left out, or given another output, and some case must fail."""

from collections.abc import Iterator
from typing import NamedTuple

from szai_assess.casework import Cases, run, run_table
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.pack import Pack, Row

LEFT_OUT = ""  # in the place of an output: the row is not there


class Mutant(NamedTuple):
    """A pack with one row changed: the number of its table, the row, and the output that it was given."""

    pack: Pack
    table: int
    row: str
    output: str


def with_rows(pack: Pack, number: int, rows: tuple[Row, ...]) -> Pack:
    """The pack with other rows in one table."""
    table = pack.tables[number]._replace(rows=rows)
    return pack._replace(tables=(*pack.tables[:number], table, *pack.tables[number + 1 :]))


def mutants(pack: Pack) -> Iterator[Mutant]:
    """The pack with each row left out, and with each other output for each row that has one."""
    for number, table in enumerate(pack.tables):
        outputs = pack.variables[table.variable].options
        for place, row in enumerate(table.rows):
            before, after = table.rows[:place], table.rows[place + 1 :]
            yield Mutant(with_rows(pack, number, (*before, *after)), number, row.id, LEFT_OUT)
            for then, output in enumerate(outputs if row.then >= 0 else ()):
                if then != row.then:
                    changed = (*before, row._replace(then=then), *after)
                    yield Mutant(with_rows(pack, number, changed), number, row.id, output)


def is_noticed(mutant: Mutant, cases: Cases) -> bool:
    """Whether some case fails; those of the changed table are run first."""
    alone = (case for case in cases.tables if case.table == mutant.table)
    return any(run_table(mutant.pack, case).faults for case in alone) or any(
        run(mutant.pack, case).faults for case in cases.applications
    )


def unnoticed(galley: Galley, cases: Cases) -> Iterator[Fault]:
    """The changes of single rows that no case notices."""
    for mutant in mutants(galley.pack):
        if not is_noticed(mutant, cases):
            code = "P161" if mutant.output else "P160"
            yield galley.fault(code, (f"row:{mutant.row}",), name=mutant.row, output=mutant.output)
