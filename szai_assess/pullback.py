"""What demands ask of the answers: where only one way is left to meet them, that way, step by step back through the tables."""

from collections.abc import Mapping, Sequence

from szai_assess.condition import CANNOT, MAY, MUST, Clause, Condition
from szai_assess.masks import atom_holds, holds
from szai_assess.pack import NONE, Pack, Row, Table, Variable
from szai_assess.supposition import Masks, Supposed, Supposition
from szai_assess.verdict import INDICATED, NOT_INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED


def narrowed(variable: Variable, masks: Masks, mask: int, wanted: bool) -> Masks:
    """What is left of a variable when its value is within a mask, or is not; nothing possible where that cannot be."""
    certain, possible = masks
    if not variable.many:
        left = possible & (mask if wanted else ~mask)
        return (left, left) if left & (left - 1) == 0 else (0, left)
    if wanted == (mask > 0):
        needed = possible & (mask if mask > 0 else ~mask)
        if needed & (needed - 1) or certain & needed:
            return (certain, possible) if needed else (0, 0)
        none = 1 << variable.options.index(NONE) if NONE in variable.options else 0
        return (needed, needed) if needed == none else (certain | needed, possible & ~none)
    left = possible & ~(mask if mask > 0 else ~mask)
    if certain & ~left:
        return 0, 0
    return (left, left) if left & (left - 1) == 0 else (certain, left)


class Pullback:
    """One way back from demands, over what is supposed; ``needed`` is what tables and outcome have to be."""

    def __init__(self, state: Supposition, tables: Mapping[int, int], supposed: Supposed) -> None:
        """Start from the masks that follow from what is supposed."""
        self.pack: Pack = state.pack
        self.state = state
        self.tables = tables
        self.supposed = dict(supposed)
        self.needed: dict[int, int] = {}
        self.impossible = False

    def standing(self, condition: Condition) -> int:
        """Whether a condition must, may or cannot hold."""
        return holds(condition, self.state.certain, self.state.possible)

    def undecided(self, clause: Clause) -> list[tuple[int, int]]:
        """The atoms of a clause that only may hold."""
        certain, possible = self.state.certain, self.state.possible
        return [(index, mask) for index, mask in clause if atom_holds(mask, certain[index], possible[index]) == MAY]

    def demand(self, condition: Condition, wanted: bool) -> None:
        """Let a condition hold, or not hold."""
        states = [self.standing((clause,)) for clause in condition]
        open_ = [clause for clause, state in zip(condition, states, strict=True) if state == MAY]
        if MUST in states:
            self.impossible |= not wanted
        elif wanted and len(open_) < 2:
            self.impossible |= not open_
            for index, mask in self.undecided(open_[0]) if open_ else ():
                self.atom(index, mask, True)
        elif not wanted:
            for clause in open_:
                atoms = self.undecided(clause)
                if len(atoms) == 1:
                    self.atom(*atoms[0], False)

    def atom(self, index: int, mask: int, wanted: bool) -> None:
        """Let a variable's value be within a mask, or not."""
        variable = self.pack.variables[index]
        if variable.question < 0:
            self.within(index, mask, wanted)
            return
        gate = self.pack.questions[variable.question].when
        if wanted and mask > 0:
            self.demand(gate, True)
        left = narrowed(variable, self.supposed.get(index, (0, variable.every)), mask, wanted)
        if left[1]:
            self.supposed[index] = left  # where the question is not asked its value does not matter: be it the same
        elif wanted == (mask > 0):
            self.impossible = True
        else:
            self.demand(gate, False)

    def within(self, index: int, mask: int, wanted: bool) -> None:
        """Let what a table gives, or the outcome, be within a mask, or not."""
        if index in self.tables and self.pack.tables[self.tables[index]].hit == "collect":
            self.collected(self.pack.tables[self.tables[index]], mask, wanted)
            return
        before = self.needed.get(index, -1)
        self.needed[index] = after = before & (mask if wanted else ~mask)
        if not self.state.possible[index] & after:
            self.impossible = True
        elif after != before and index in self.tables:
            self.table(self.pack.tables[self.tables[index]], after)
        elif after != before and index == self.pack.goals.outcome:
            self.outcome(self.words(index, after))
        elif after != before and index == self.pack.goals.supervised:
            self.supervision(self.words(index, after))

    def words(self, index: int, mask: int) -> set[str]:
        """The options of a variable within a mask."""
        return {word for place, word in enumerate(self.pack.variables[index].options) if mask >> place & 1}

    def asked(self, table: Table, needed: int) -> bool:
        """Whether a table must be asked, now that this is needed of it; where that follows, it is demanded."""
        if self.standing(table.when) == MUST:
            return True
        not_asked = self.pack.variables[table.variable].not_asked
        if not needed & not_asked:
            self.demand(table.when, True)
        elif not needed & (not_asked - 1):
            self.demand(table.when, False)
        return not needed & not_asked

    def table(self, table: Table, needed: int) -> None:
        """Let a table give one of these outputs."""
        if not self.asked(table, needed):
            return
        rows = [(row, state) for row in table.rows if (state := self.standing(row.when))]
        helpful = [row for row, _ in rows if needed >> row.then & 1]
        if table.hit == "priority":
            options = self.pack.variables[table.variable].every
            top = (needed & options).bit_length() - 1
            floor = max((row.then for row, state in rows if state == MUST), default=0)
            for row, state in rows:
                if state == MAY and row.then > top:
                    self.demand(row.when, False)
            self.one_of(
                [] if needed >> floor & 1 else [row for row in helpful if row.then > floor], needed >> floor & 1
            )
        else:
            for row, state in rows:
                if row in helpful:
                    break
                if state == MAY:
                    self.demand(row.when, False)
            self.one_of(helpful, 0)

    def one_of(self, rows: Sequence[Row], otherwise: int) -> None:
        """Let one of these rows hold, unless the table gives what is needed otherwise."""
        if len(rows) == 1:
            self.demand(rows[0].when, True)
        self.impossible |= not rows and not otherwise

    def collected(self, table: Table, mask: int, wanted: bool) -> None:
        """Let a collecting table find an output within a mask, or none; of a negative mask the other way round."""
        finding, chosen = wanted == (mask > 0), mask if mask > 0 else ~mask
        if finding:
            self.demand(table.when, True)
        rows = [row for row in table.rows if chosen >> row.then & 1 and self.standing(row.when) != CANNOT]
        if finding:
            self.one_of(rows, 0)
        elif self.standing(table.when) == MUST:
            for row in rows:
                self.demand(row.when, False)

    def output(self, table: int, word: str, wanted: bool) -> None:
        """Let a table give a word, or not."""
        index = self.pack.tables[table].variable
        self.within(index, 1 << self.pack.variables[index].options.index(word), wanted)

    def outcome(self, words: set[str]) -> None:
        """Let the outcome be one of these."""
        goals = self.pack.goals
        for _, table, _ in goals.red_lines if PROHIBITED not in words else ():
            self.output(table, INDICATED, False)
            if ON_HOLD not in words:
                self.output(table, NOT_INDICATED, True)
        if words & {PROHIBITED, ON_HOLD}:
            return
        tiers = words & {*self.pack.tiers}
        if goals.scope >= 0 and (OUT_OF_SCOPE not in words or not tiers):
            self.within(self.pack.tables[goals.scope].variable, 1 << goals.out_of_scope, not tiers)
        if OUT_OF_SCOPE not in words:
            mask = sum(1 << place for place, tier in enumerate(self.pack.tiers) if tier in tiers)
            self.within(self.pack.tables[goals.tier].variable, mask, True)

    def supervision(self, ways: set[str]) -> None:
        """Let the supervision be one of these."""
        goals = self.pack.goals
        modes = dict(goals.supervision)
        words = {tier for tier in self.pack.tiers if modes.get(tier, NONE) in ways}
        words |= {ON_HOLD} if words else set()
        words |= {PROHIBITED, OUT_OF_SCOPE} if NONE in ways else set()
        options = self.pack.variables[goals.outcome].options
        self.within(goals.outcome, sum(1 << options.index(word) for word in words), True)
