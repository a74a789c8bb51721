"""The proof that exactly one row of a ``unique`` table holds, over every combination of its inputs.

"Not asked" is computed from the gates of the inputs, never free. Nothing is sampled: a table with too many combinations is refused.
"""

from collections.abc import Iterator
from itertools import combinations, islice

from szai_assess.condition import MUST, Condition, variables
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.masks import gated, holds
from szai_assess.pack import NONE, Pack, Table

LIMIT = 100_000


class Enumeration:
    """All combinations of some variables and of the gates that decide whether they are asked."""

    def __init__(self, pack: Pack, wanted: set[int]) -> None:
        """Find the gates, and an order in which each gate comes before what it opens."""
        self.pack = pack
        self.tables = {table.variable: table for table in pack.tables}
        self.certain = [0] * len(pack.variables)
        self.possible = [0] * len(pack.variables)
        self.order: list[int] = []
        for index in sorted(wanted):
            self.place(index)

    def gate(self, index: int) -> Condition:
        """The condition under which a variable has a value."""
        question = self.pack.variables[index].question
        if question >= 0:
            return self.pack.questions[question].when
        return self.tables[index].when if index in self.tables else ((),)

    def place(self, index: int) -> None:
        """Put a variable into the order, after its gates; the pack has no cycles."""
        if index not in self.order:
            for before in sorted(variables(self.gate(index))):
                self.place(before)
            self.order.append(index)

    def values(self, index: int) -> Iterator[int]:
        """Every value of a variable that is asked, as the mask of what is chosen."""
        variable = self.pack.variables[index]
        if not variable.many:
            yield from (1 << place for place in range(len(variable.options)))
            return
        free = [1 << place for place, option in enumerate(variable.options) if option != NONE]
        fewest = 0 if variable.question < 0 else 1  # a collecting table may find nothing; an answer names something
        for size in range(fewest, len(free) + 1):
            yield from (sum(chosen) for chosen in combinations(free, size))
        if NONE in variable.options:
            yield 1 << variable.options.index(NONE)

    def combinations(self, depth: int = 0) -> Iterator[None]:
        """Set ``certain`` and ``possible`` to one combination after the other."""
        if depth == len(self.order):
            yield
            return
        index = self.order[depth]
        asked = holds(self.gate(index), self.certain, self.possible)
        not_asked = self.pack.variables[index].not_asked
        for value in self.values(index) if asked else (not_asked,):
            self.certain[index], self.possible[index] = gated(asked, value, value, not_asked)
            yield from self.combinations(depth + 1)

    def at_hand(self) -> tuple[int, ...]:
        """The combination that is set, in the order of the variables."""
        return tuple(self.possible[index] for index in self.order)

    def example(self, values: tuple[int, ...]) -> str:
        """A combination, as an author would write it."""
        pairs = zip(self.order, values, strict=True)
        return ", ".join(f"{self.pack.variables[index].name}: {self.word(index, value)}" for index, value in pairs)

    def word(self, index: int, value: int) -> str:
        """A value of a variable."""
        variable = self.pack.variables[index]
        chosen = [option for place, option in enumerate(variable.options) if value & 1 << place]
        if value == variable.not_asked:
            return "(not asked)"
        return f"[{', '.join(chosen)}]" if variable.many else chosen[0]


def counterexamples(pack: Pack, table: Table) -> Iterator[tuple[str, str, str]]:
    """(code, rows that hold, combination): the first of each kind of combination in which not exactly one row holds."""
    read = variables(table.when).union(*(variables(row.when) for row in table.rows))
    every = Enumeration(pack, read)
    seen: set[str] = set()
    for count, _ in enumerate(islice(every.combinations(), LIMIT + 1)):
        if count == LIMIT:
            yield "P120", "-", "-"
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
