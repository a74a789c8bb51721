"""An answer set that meets demands, or the certainty that there is none: a search that branches on what keeps them undecided.

Each branch supposes an option, or a group of options that a condition names, or that it is not so; what follows is computed over
masks. Nothing is sampled; where ``LIMIT`` suppositions do not settle it, that is said (``TooLarge``), and nothing is concluded.
"""

from collections.abc import Sequence
from typing import NamedTuple

from szai_assess.condition import CANNOT, MAY, MUST, Condition
from szai_assess.masks import atom_holds, holds
from szai_assess.pack import NONE, Pack, Row, Variable
from szai_assess.pullback import Pullback
from szai_assess.supposition import Masks, Supposed, Supposition, cone, outcomes, table_at
from szai_assess.verdict import INDICATED, NOT_INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED

LIMIT = 20_000  # suppositions of one search; with more of them it counts as too large to be decided

Literal = tuple[int, int, bool]  # a variable, a mask, and whether its value should be within


class Demand(NamedTuple):
    """A condition that must hold, or that must not."""

    when: Condition
    wanted: bool = True


class TooLarge(Exception):  # noqa: N818  # it is no error: the search says that it did not decide
    """The search met its limit."""


def split(variable: Variable, masks: Masks, literal: Literal) -> tuple[Masks, Masks]:
    """What is supposed of a variable if the literal is to be so, and if not; nothing possible where that cannot be."""
    certain, possible = masks
    _, mask, wanted = literal
    if not variable.many:
        halves = [(part, part) if part & (part - 1) == 0 else (0, part) for part in (possible & mask, possible & ~mask)]
        return (halves[0], halves[1]) if wanted else (halves[1], halves[0])
    open_ = possible & ~certain & (mask if mask > 0 else ~mask)
    bit = open_ & -open_
    none = 1 << variable.options.index(NONE) if NONE in variable.options else 0
    chosen = (bit, bit) if bit == none else (certain | bit, possible & ~none)
    rest = possible & ~bit
    left = (rest, rest) if rest & (rest - 1) == 0 else (certain, rest)
    return (chosen, left) if wanted == (mask > 0) else (left, chosen)


class Search:
    """One search for an answer set that meets all demands."""

    def __init__(self, pack: Pack, demands: Sequence[Demand]) -> None:
        """Prepare the part of the pack on which the demands rest."""
        self.pack = pack
        self.demands = demands
        self.tables = table_at(pack)
        self.state = Supposition(pack, cone(pack, [demand.when for demand in demands]))
        self.gates_first = False  # settle whether a question is asked before its value, whatever is wanted of it
        self.count = 0
        self.back = Pullback(self.state, self.tables, {})

    def standing(self, demand: Demand) -> int:
        """Whether a demand must, may or cannot be met."""
        found = holds(demand.when, self.state.certain, self.state.possible)
        return found if demand.wanted else MUST - found

    def look(self, supposed: Supposed) -> tuple[int, Demand | None]:
        """Whether all demands must, may or cannot be met, and the first that only may.

        Raises TooLarge.
        """
        self.count += 1
        if self.count > LIMIT:
            raise TooLarge
        self.state.suppose(supposed)
        first = None
        for demand in self.demands:
            found = self.standing(demand)
            if found == CANNOT:
                return CANNOT, None
            if found == MAY and first is None:
                first = demand
        return (MAY if first else MUST), first

    def settle(self, supposed: dict[int, Masks]) -> tuple[int, Demand | None, dict[int, Masks]]:
        """The same, once everything is supposed that the demands leave no choice about, and that."""
        while True:
            found, first = self.look(supposed)
            if found != MAY:
                return found, first, supposed
            self.back = Pullback(self.state, self.tables, supposed)
            for demand in self.demands:
                self.back.demand(demand.when, demand.wanted)
            if self.back.impossible:
                return CANNOT, None, supposed
            if self.back.supposed == supposed:
                return found, first, supposed
            supposed = self.back.supposed

    def branches(self, supposed: dict[int, Masks], demand: Demand) -> list[dict[int, Masks]]:
        """The two ways to go on where a demand is undecided, the promising one last."""
        literal = self.literal(demand)
        index = literal[0]
        variable = self.pack.variables[index]
        first, second = split(variable, supposed.get(index, (0, variable.every)), literal)
        return [{**supposed, index: masks} for masks in (second, first) if masks[1]]

    def find(self) -> dict[int, Masks] | None:
        """What must be supposed so that the demands are met whatever else is answered; ``None`` where nothing does it.

        Raises TooLarge.
        """
        waiting: list[dict[int, Masks]] = [{}]
        while waiting:
            found, demand, supposed = self.settle(waiting.pop())
            if found == MUST:
                return supposed
            if demand:
                waiting += self.branches(supposed, demand)
        return None

    def literal(self, demand: Demand) -> Literal:
        """A literal on a question that keeps a demand undecided."""
        found = self.within(demand.when, demand.wanted)
        while self.pack.variables[found[0]].question < 0 or self.is_gated(found):
            found = self.below(found)
        return found

    def is_gated(self, literal: Literal) -> bool:
        """Whether it is to be settled first whether the question is asked."""
        index, mask, wanted = literal
        variable = self.pack.variables[index]
        if self.state.asked[variable.question] != MAY:
            return False
        possible = self.state.possible[index] & variable.every
        return wanted or self.gates_first or atom_holds(mask, self.state.certain[index], possible) != MAY

    def within(self, condition: Condition, wanted: bool) -> Literal:
        """The first undecided atom of the first undecided clause."""
        certain, possible = self.state.certain, self.state.possible
        for clause in condition:
            if holds((clause,), certain, possible) == MAY:
                for index, mask in clause:
                    if atom_holds(mask, certain[index], possible[index]) == MAY:
                        return index, mask, wanted
        raise AssertionError(condition)  # what is undecided has an undecided part

    def below(self, literal: Literal) -> Literal:
        """The literal on which an undecided one rests: of a gate, a table or the outcome."""
        index, mask, wanted = literal
        if self.pack.variables[index].question >= 0:
            return self.within(self.pack.questions[self.pack.variables[index].question].when, wanted == (mask > 0))
        if index in self.tables:
            return self.in_table(literal)
        return self.in_outcome(literal)

    def in_table(self, literal: Literal) -> Literal:
        """An undecided atom of a table's gate, or of a row that may change its value."""
        index, mask, wanted = literal
        table = self.pack.tables[self.tables[index]]
        certain, possible = self.state.certain, self.state.possible
        if holds(table.when, certain, possible) == MAY:
            return self.within(table.when, wanted == (mask > 0))
        rows = [(row, holds(row.when, certain, possible)) for row in table.rows]
        floor = -1
        if table.hit == "priority":
            floor = max((row.then for row, state in rows if state == MUST), default=0)
        open_ = [row for row, state in rows if state == MAY and row.then > floor]

        def helps(row: Row) -> bool:
            return bool(mask >> row.then & 1) == wanted

        towards = next((row for row in open_ if helps(row)), None)
        away = next((row for row in open_ if not helps(row)), None)
        bad = table.hit == "priority" and away and towards and away.then > towards.then
        row = away if bad or not towards else towards
        assert row is not None  # what is undecided has an undecided row
        return self.within(row.when, row is towards)

    def in_outcome(self, literal: Literal) -> Literal:
        """A literal on a table that keeps the outcome or the supervision undecided, towards the outcome that is wanted."""
        pack, goals = self.pack, self.pack.goals
        index, mask, wanted = literal
        possible = [could & self.back.needed.get(at, -1) for at, could in enumerate(self.state.possible)]
        rest = possible[index] & (mask if wanted else ~mask)
        words = [word for place, word in enumerate(pack.variables[index].options) if rest >> place & 1]
        if index == goals.supervised:
            modes = dict(goals.supervision)
            words = [tier for tier in pack.tiers if modes.get(tier, NONE) in words] or [PROHIBITED, OUT_OF_SCOPE]
        words = [word for word in words if word in outcomes(pack, possible)] or words
        line = {PROHIBITED: INDICATED, ON_HOLD: UNRESOLVED}.get(words[0] if words else "", NOT_INDICATED)
        tables = [(number, line) for _, number, _ in goals.red_lines]
        parts = [
            (pack.tables[number].variable, 1 << pack.variables[pack.tables[number].variable].options.index(word), True)
            for number, word in tables
        ]
        if goals.scope >= 0:
            parts.append((pack.tables[goals.scope].variable, 1 << goals.out_of_scope, OUT_OF_SCOPE in words[:1]))
        sought = sum(1 << place for place, tier in enumerate(pack.tiers) if tier in words)
        parts.append((pack.tables[goals.tier].variable, sought or 1, True))
        for at, part, so in parts:
            could = self.state.possible[at]
            if could & (could - 1):
                return at, part if could & part and could & ~part else could & -could, so
        raise AssertionError(literal)  # what is undecided has an undecided part
