"""Every combination of what a table reads, and of the gates that decide whether it is asked.

"Not asked" is computed from the gates, never free. Nothing is sampled; only values that no condition tells apart are taken together.
"""

from collections.abc import Iterator

from szai_assess.condition import Condition, variables
from szai_assess.masks import gated, holds
from szai_assess.pack import NONE, Pack, Table

LIMIT = 100_000  # combinations of one table; with more of them it counts as too large to be proved


class Enumeration:
    """All combinations for one table."""

    def __init__(self, pack: Pack, table: Table) -> None:
        """Find the gates, and an order in which each gate comes before what it opens."""
        self.pack = pack
        self.tables = {table.variable: table for table in pack.tables}
        self.certain = [0] * len(pack.variables)
        self.possible = [0] * len(pack.variables)
        self.order: list[int] = []
        conditions = [table.when, *(row.when for row in table.rows)]
        for index in sorted(set().union(*map(variables, conditions))):
            self.place(index)
        conditions += [self.gate(index) for index in self.order]
        self.masks: dict[int, list[int]] = {index: [] for index in self.order}
        for condition in conditions:
            for index, mask in (atom for clause in condition for atom in clause):
                self.masks[index].append(mask)
        self.choices = {index: self.values(index) for index in self.order}

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

    def values(self, index: int) -> list[int]:
        """The values of a variable that is asked, as masks of what is chosen; of several that no condition tells apart, one."""
        variable = self.pack.variables[index]
        options = {option: 1 << place for place, option in enumerate(variable.options)}
        if not variable.many:
            return list(options.values())
        alone = options.pop(NONE, 0)
        empty = variable.question < 0  # a collecting table may find nothing; an answer names something
        found = {self.told_by(index, 0): 0} if empty else {}
        for option in options.values():
            for value in (0, *found.values()):
                found.setdefault(self.told_by(index, value | option), value | option)
        return [*found.values(), alone] if alone else list(found.values())

    def told_by(self, index: int, value: int) -> tuple[bool, ...]:
        """Which of the conditions on a variable a value meets."""
        return tuple(bool(value & mask) for mask in self.masks[index])

    def combinations(self, depth: int = 0) -> Iterator[None]:
        """Set ``certain`` and ``possible`` to one combination after the other."""
        if depth == len(self.order):
            yield
            return
        index = self.order[depth]
        asked = holds(self.gate(index), self.certain, self.possible)
        not_asked = self.pack.variables[index].not_asked
        for value in self.choices[index] if asked else (not_asked,):
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
