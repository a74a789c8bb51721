"""The verdict as an argument: from the outcome through tables and rows down to the answers that they rest on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from szai_assess.answers import Values
from szai_assess.classify import outputs
from szai_assess.condition import MUST, Clause
from szai_assess.masks import holds
from szai_assess.moves import current
from szai_assess.pack import UNKNOWN, Pack
from szai_assess.verdict import INDICATED, NOT_INDICATED, OUT_OF_SCOPE, Fired, Reason, State, Verdict

TIER, RED_LINE, SCOPE, RESULT, AXIS = "tier", "red_line", "scope", "result", "axis"


class Given(NamedTuple):
    """An answer that a rule rests on, and the options that the rule asks for; ``none_of`` where it asks that none applies."""

    name: str
    answer: object
    wanted: tuple[str, ...]
    none_of: bool


class Rule(NamedTuple):
    """A row that must or may hold. Any of its ``ways`` is enough; all that stands in one of them must hold together.

    ``decisive``: whether the result would be lower without it; ``None`` where it is no reason of the verdict.
    """

    row: str
    effect: str
    must: bool
    decisive: bool | None
    basis: str
    cites: tuple[str, ...]
    ways: "tuple[tuple[Node, ...], ...]"


class Judged(NamedTuple):
    """A table with the rows that give it its highest possible value; ``also`` names rows that hold and do not set it.

    ``part`` is the part it plays in the verdict and ``item`` which one; a table that was ``told`` above is not told again.
    Of the tier, and where no row gives the value, ``read`` has the tables that rows read and that were not told with a row.
    """

    table: str
    part: str
    item: str
    values: tuple[str, ...]
    rules: tuple[Rule, ...]
    also: tuple[str, ...]
    told: bool
    read: "tuple[Judged, ...]" = ()


Node: TypeAlias = Given | Judged


def played(pack: Pack) -> dict[int, tuple[str, str]]:
    """(part, item) of the tables that play a part in the verdict."""
    goals = pack.goals
    found = {table: (AXIS, axis) for axis, table in goals.axes}
    found |= {table: (RESULT, key) for key, table in goals.results}
    found |= {table: (RED_LINE, item) for item, table, _ in goals.red_lines}
    return found | ({goals.scope: (SCOPE, "")} if goals.scope >= 0 else {}) | {goals.tier: (TIER, "")}


def carrying(pack: Pack, number: int, fired: Iterable[Fired]) -> list[Fired]:
    """The rows that give a table its highest possible value; none where that is what it has without any row."""
    table = pack.tables[number]
    rows = [each for each in fired if each.table == number]
    if table.hit == "collect":
        return rows
    highest = max((table.rows[each.row].then for each in rows), default=0)
    return [each for each in rows if table.rows[each.row].then == highest and (highest > 0 or table.hit == "unique")]


class Arguing:
    """Builds the tree; every table is told once."""

    def __init__(self, pack: Pack, values: Values, verdict: Verdict, reasons: Iterable[Reason]) -> None:
        """Keep the material."""
        self.pack, self.values, self.state = pack, values, verdict.state
        self.parts = played(pack)
        self.by_variable: Mapping[int, int] = {table.variable: number for number, table in enumerate(pack.tables)}
        self.decisive = {(why.table, why.row): why.decisive for why in reasons}
        self.told: set[int] = set()

    def table(self, number: int) -> Judged:
        """A table with its rows, or only its value where it was told before."""
        name, (part, item) = self.pack.table_name(number), self.parts.get(number, ("", ""))
        values = outputs(self.pack, number, self.state)
        if number in self.told:
            return Judged(name, part, item, values, (), (), True)
        self.told.add(number)
        main = carrying(self.pack, number, self.state.fired)
        rest = [each for each in self.state.fired if each.table == number and each not in main]
        rules = [self.rule(each) for each in main]
        rules += [self.rule(each) for each in rest if self.tells_more(each)]
        shown = {rule.row for rule in rules}
        ids = (self.pack.tables[number].rows[each.row].id for each in rest)
        also = tuple(row for row in ids if row not in shown)
        whole = part == TIER or not rules
        found = map(self.table, self.untold(number)) if whole and self.is_asked(number) else ()
        read = tuple(each for each in found if not each.told)
        return Judged(name, part, item, values, tuple(rules), also, False, read)

    def is_asked(self, number: int) -> bool:
        """Whether a table has a value of its own."""
        return highest_of(self.state, self.pack, number) >= 0

    def untold(self, number: int) -> list[int]:
        """The tables that a table's rows read and that were not told yet, in their order."""
        rows = self.pack.tables[number].rows
        read = (self.by_variable.get(index, -1) for row in rows for clause in row.when for index, _ in clause)
        return [table for table in dict.fromkeys(read) if table >= 0 and table not in self.told]

    def tells_more(self, fired: Fired) -> bool:
        """Whether a row that does not set its table's value leads to a table that was not told yet."""
        row = self.pack.tables[fired.table].rows[fired.row]
        read = {self.by_variable.get(index, -1) for clause in self.ways(row.when) for index, _ in clause}
        return bool(read - self.told - {-1})

    def ways(self, condition: tuple[Clause, ...]) -> list[Clause]:
        """The clauses by which a condition holds: those that must, else those that may."""
        stands = [(clause, holds((clause,), self.state.certain, self.state.possible)) for clause in condition]
        certain = [clause for clause, state in stands if state == MUST]
        return certain or [clause for clause, state in stands if state]

    def rule(self, fired: Fired) -> Rule:
        """A row with what it rests on."""
        table = self.pack.tables[fired.table]
        row, name = table.rows[fired.row], self.pack.table_name(fired.table)
        words = self.pack.variables[table.variable].options
        ways = tuple(tuple(self.node(index, mask) for index, mask in clause) for clause in self.ways(row.when))
        effect = words[row.then] if row.then >= 0 else ""
        return Rule(row.id, effect, fired.must, self.decisive.get((name, row.id)), row.basis, row.cites, ways)

    def node(self, index: int, mask: int) -> Node:
        """What one part of a condition reads."""
        if index in self.by_variable:
            return self.table(self.by_variable[index])
        variable = self.pack.variables[index]
        asked_for = ~mask if mask < 0 else mask
        wanted = tuple(option for place, option in enumerate(variable.options) if asked_for & 1 << place)
        return Given(variable.name, self.answer(index), wanted, mask < 0)

    def answer(self, index: int) -> object:
        """The answer given; ``unknown`` where there is none. Of the outcome, the outcome."""
        variable = self.pack.variables[index]
        if variable.question < 0:
            return variable.options[self.state.possible[index].bit_length() - 1]
        value = current(self.pack, self.values, index)
        return UNKNOWN if value is None else value


def argument(pack: Pack, values: Values, verdict: Verdict, reasons: Iterable[Reason]) -> tuple[Judged, ...]:
    """What the outcome rests on, what suspends the grading first; then the other results, then the red lines that are clean."""
    arguing, goals = Arguing(pack, values, verdict, reasons), pack.goals
    status = dict(verdict.red_lines)
    lines = sorted(goals.red_lines, key=lambda line: status[line[0]] != INDICATED)
    first = [table for item, table, _ in lines if status[item] != NOT_INDICATED]
    clean = [table for item, table, _ in lines if status[item] == NOT_INDICATED]
    scope = [goals.scope] if goals.scope >= 0 else []
    if verdict.outcome == OUT_OF_SCOPE:
        order = [*scope, *clean]
    else:
        order = [*first, goals.tier, *(number for _, number in goals.results), *scope, *clean]
    return tuple(arguing.table(number) for number in order)


def tables_told(nodes: Iterable[Judged]) -> dict[str, Judged]:
    """Every table of a tree by its name, in the order of telling."""
    found: dict[str, Judged] = {}
    for node in nodes:
        if not node.told:
            found[node.table] = node
            below = [each for rule in node.rules for way in rule.ways for each in way]
            inner = [each for each in (*below, *node.read) if isinstance(each, Judged)]
            found |= {name: each for name, each in tables_told(inner).items() if name not in found}
    return found


def highest_of(state: State, pack: Pack, number: int) -> int:
    """The place of a table's highest possible output; -1 where it is not asked."""
    variable = pack.tables[number].variable
    return (state.possible[variable] & pack.variables[variable].every).bit_length() - 1
