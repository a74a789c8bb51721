"""Which open questions can still change a goal.

A question is *live* if an undecided row that could still change an undecided goal depends on it, through tables and gates.
"""

from collections.abc import Container, Iterable

from szai_assess.condition import CANNOT, MAY, MUST, Condition
from szai_assess.masks import atom_holds, holds
from szai_assess.pack import Pack, Row
from szai_assess.verdict import State


class Slice:
    """A walk from goals back to questions; ``named`` counts the undecided rows that name each open variable."""

    def __init__(self, pack: Pack, state: State) -> None:
        """Prepare a walk over this state."""
        self.pack = pack
        self.state = state
        self.by_variable = {table.variable: number for number, table in enumerate(pack.tables)}
        self.rows: dict[int, list[tuple[int, bool]]] = {}
        for fired in state.fired:
            self.rows.setdefault(fired.table, []).append((fired.row, fired.must))
        self.named: dict[int, int] = {}
        self.seen_tables: set[int] = set()
        self.seen_gates: set[int] = set()

    def tables(self, numbers: Iterable[int]) -> None:
        """Walk from these goals."""
        for number in numbers:
            self.table(number)

    def table(self, number: int) -> None:
        """Walk into a table whose value is not settled, once, by the rows that could still change it."""
        table = self.pack.tables[number]
        value = self.state.possible[table.variable]
        if number in self.seen_tables or (not value & (value - 1) and self.state.certain[table.variable] == value):
            return
        self.seen_tables.add(number)
        certain, possible = self.state.certain, self.state.possible
        asked = holds(table.when, certain, possible)
        if asked == MAY:
            self.condition(table.when)
        # a row of a table that only may be asked never fired for certain, but its own condition may hold for certain
        rows = [
            (row, must or (asked == MAY and holds(row.when, certain, possible) == MUST))
            for row, must in self.fired(number)
        ]
        floor = -1
        if table.hit == "priority":
            floor = max((row.then for row, must in rows if must), default=0)
        for row, must in rows:
            if not must and (row.then > floor or table.warns):
                self.condition(row.when)

    def fired(self, number: int) -> list[tuple[Row, bool]]:
        """The rows of a table that fired, and whether for certain."""
        return [(self.pack.tables[number].rows[place], must) for place, must in self.rows.get(number, ())]

    def condition(self, condition: Condition) -> None:
        """Walk into the atoms that keep a condition undecided."""
        certain, possible = self.state.certain, self.state.possible
        for clause in condition:
            undecided = []
            for index, mask in clause:
                atom = atom_holds(mask, certain[index], possible[index])
                if atom == CANNOT:
                    break
                if atom == MAY:
                    undecided.append(index)
            else:
                for index in undecided:
                    self.variable(index)

    def variable(self, index: int) -> None:
        """Count an undecided variable, and walk into its table or its gate."""
        question = self.pack.variables[index].question
        if question >= 0:
            self.named[index] = self.named.get(index, 0) + 1
            if question not in self.seen_gates and self.state.asked[question] == MAY:
                self.seen_gates.add(question)
                self.condition(self.pack.questions[question].when)
        else:  # a table; what the outcome says is never undecided
            self.table(self.by_variable[index])

    def live(self, open_: Container[int]) -> list[int]:
        """The open variables met so far, the one named by most undecided rows first, ties in pack order."""
        return sorted((index for index in self.named if index in open_), key=lambda index: (-self.named[index], index))
