"""The proof that exactly one row of a ``unique`` table holds, over every combination of its inputs."""

from collections.abc import Iterator
from itertools import islice

from szai_assess.condition import MUST
from szai_assess.enumeration import LIMIT, Enumeration
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.masks import holds
from szai_assess.pack import Pack, Table
from szai_assess.proof import Claim


def counterexamples(pack: Pack, table: Table) -> Iterator[tuple[str, str, str]]:
    """(code, rows that hold, combination): the first of each kind of combination in which not exactly one row holds."""
    every = Enumeration(pack, table)
    seen: set[str] = set()
    for count, _ in enumerate(islice(every.combinations(), LIMIT + 1)):
        if count == LIMIT:
            yield "P120", "-", "-"
            return
        if not holds(table.when, every.certain, every.possible):
            continue
        found = [row.id for row in table.rows if holds(row.when, every.certain, every.possible) == MUST]
        code = "P119" if len(found) > 1 else "P118"
        key = ", ".join(found)
        if len(found) != 1 and key not in seen:
            seen.add(key)
            yield code, key or "-", every.example(every.at_hand())


def uniqueness(galley: Galley) -> Iterator[Fault]:
    """``unique`` tables with a hole, an overlap, or more combinations than can be looked at."""
    pack = galley.pack
    for number, table in enumerate(pack.tables):
        name = pack.table_name(number)
        for code, rows, example in counterexamples(pack, table) if table.hit == "unique" else ():
            path = f"row:{rows.split(', ')[-1]}" if code == "P119" else f"table:{name}"
            yield galley.fault(code, (path,), table=name, rows=rows, example=example, limit=str(LIMIT))


def claims(galley: Galley) -> Iterator[Claim]:
    """The ``unique`` tables of which exactly one row holds, and in how many combinations that was looked at."""
    pack = galley.pack
    for number, table in enumerate(pack.tables):
        if table.hit == "unique" and not any(counterexamples(pack, table)):
            count = sum(1 for _ in Enumeration(pack, table).combinations())
            yield Claim("unique", pack.table_name(number), "proof.unique", {"count": str(count)})
