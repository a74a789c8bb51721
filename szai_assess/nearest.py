"""The nearest misses: rows that do not hold and would, if one answer were another."""

from typing import NamedTuple

from szai_assess.answers import Values
from szai_assess.argument import highest_of
from szai_assess.classify import ends
from szai_assess.condition import CANNOT, MUST
from szai_assess.counterfactual import RAISES, Search
from szai_assess.explain import goal_of, highest
from szai_assess.masks import holds
from szai_assess.pack import Pack, Row, Table
from szai_assess.verdict import Ends, State


class Way(NamedTuple):
    """An answer that would make a row hold, what the outcome would be, and whether it would be higher by what the row bears on."""

    name: str
    answer: object
    raises: bool
    ends: Ends


class NearMiss(NamedTuple):
    """A row that one answer keeps from holding."""

    row: str
    table: str
    effect: str
    basis: str
    cites: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def raises(self) -> bool:
        """Whether it would raise the outcome."""
        return any(way.raises for way in self.ways)


def stands(table: Table, row: Row, state: State) -> int:
    """Whether a row of a table must, may or cannot hold, its table's own condition included."""
    asked = holds(table.when, state.certain, state.possible)
    return min(asked, holds(row.when, state.certain, state.possible)) if asked else CANNOT


def has_risen(pack: Pack, table: int, before: State, after: State) -> bool:
    """Whether the part of the outcome that a table bears on is higher."""
    goal = goal_of(pack, table)
    return goal in pack.goals.outcome_tables and highest(pack, goal, after) > highest(pack, goal, before)


def missed(pack: Pack, state: State) -> list[tuple[int, Row]]:
    """(table, row) of the rows that cannot hold and would say more than their table says now."""
    found = []
    for number in pack.goals.reasons:
        table = pack.tables[number]
        floor = highest_of(state, pack, number) if table.hit == "unique" else 0
        found += [(number, row) for row in table.rows if row.then > floor and stands(table, row, state) == CANNOT]
    return found


def near_misses(pack: Pack, values: Values) -> tuple[NearMiss, ...]:
    """Every row that one changed answer would make hold: those that would raise the outcome first, then in the order of the pack."""
    search = Search(pack, values, (*pack.goals.outcome_tables, *pack.goals.reasons))
    rows = missed(pack, search.ripple.state)
    ways: dict[tuple[int, str], list[Way]] = {}
    for each in search.singles():
        state = search.ripple.after({each.variable: each.masks})
        after, name = ends(pack, state), pack.variables[each.variable].name
        for number, row in rows:
            if stands(pack.tables[number], row, state) == MUST:
                raises = each.effect == RAISES and has_risen(pack, number, search.ripple.state, state)
                found = ways.setdefault((number, row.id), [])
                found += [Way(name, answer, raises, after) for answer in each.answers]
    misses = []
    for number, row in rows:
        if (number, row.id) in ways:
            name, words = pack.table_name(number), pack.variables[pack.tables[number].variable].options
            why = tuple(ways[number, row.id])
            misses.append(NearMiss(row.id, name, words[row.then], row.basis, row.cites, why))
    return tuple(sorted(misses, key=lambda miss: not miss.raises))
