"""Which open questions can still change a goal.

A question is *live* if an undecided row that could still change an undecided goal depends on it, through tables and gates.
"""

from collections.abc import Iterable, Mapping

from szai_assess.condition import MAY, MUST, Condition
from szai_assess.masks import atom_holds, holds, states
from szai_assess.pack import Pack
from szai_assess.verdict import State


class Slice:
    """One walk from goals back to questions; ``named`` counts the undecided rows that name each open variable."""

    def __init__(self, pack: Pack, state: State) -> None:
        """Prepare a walk over this state."""
        self.pack = pack
        self.state = state
        self.by_variable = {table.variable: number for number, table in enumerate(pack.tables)}
        self.named: dict[int, int] = {}
        self.seen: set[tuple[str, int]] = set()

    def table(self, number: int) -> None:
        """Walk into a table whose value is not settled, once."""
        table = self.pack.tables[number]
        certain, possible = self.state.certain, self.state.possible
        value = possible[table.variable]
        if ("table", number) in self.seen or (not value & (value - 1) and certain[table.variable] == value):
            return
        self.seen.add(("table", number))
        if holds(table.when, certain, possible) == MAY:
            self.condition(table.when)
        rows = list(zip(table.rows, states(table.rows, certain, possible), strict=True))
        floor = -1
        if table.hit == "priority":
            floor = max((row.then for row, state in rows if state == MUST), default=0)
        for row, state in rows:
            if state == MAY and (row.then > floor or table.warns):
                self.condition(row.when)

    def condition(self, condition: Condition) -> None:
        """Walk into the atoms that keep a condition undecided."""
        certain, possible = self.state.certain, self.state.possible
        for clause in condition:
            if holds((clause,), certain, possible) != MAY:
                continue
            for index, mask in clause:
                if atom_holds(mask, certain[index], possible[index]) == MAY:
                    self.variable(index)

    def variable(self, index: int) -> None:
        """Count an undecided variable, and walk into its table or its gate."""
        question = self.pack.variables[index].question
        if question < 0:
            if index in self.by_variable:
                self.table(self.by_variable[index])
            else:
                for goal in self.pack.goals.outcome_tables:
                    self.table(goal)
            return
        self.named[index] = self.named.get(index, 0) + 1
        if self.state.asked[question] == MAY and ("question", question) not in self.seen:
            self.seen.add(("question", question))
            self.condition(self.pack.questions[question].when)


def live(pack: Pack, state: State, goals: Iterable[int], open_: Mapping[int, object]) -> list[int]:
    """The live variables among the open ones, the one named by most undecided rows first, ties in pack order.

    ``goals`` are tables; ``open_`` has a key for each variable whose answer is not fully known.
    """
    walk = Slice(pack, state)
    for goal in goals:
        walk.table(goal)
    found = [index for index in walk.named if index in open_]
    return sorted(found, key=lambda index: (-walk.named[index], index))
