"""The proof that a worse answer never lowers: read off each condition where it can be, by enumeration where it cannot.

A condition on an ordered variable (a question whose options worsen, a table) that holds for an option and all above it can only
be switched on by a worse answer. A table with any other condition on one, or with a question whose gate is such, is enumerated
with its gates; a ``unique`` table always is. Composition proves the rest. Tables that only warn, and unordered questions, are exempt.
"""

from collections.abc import Iterator
from itertools import islice

from szai_assess.condition import MUST, Condition, variables
from szai_assess.enumeration import LIMIT, Enumeration
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.masks import holds
from szai_assess.pack import Pack, Table, Variable

Values = tuple[int, ...]


def ordered(galley: Galley) -> frozenset[int]:
    """The variables whose options run from benign to grave."""
    pack, questions = galley.pack, galley.words.tree["questions"]
    worsening = {ident for ident, words in questions.items() if words.get("order") == "worsening"}
    found = {index for index, variable in enumerate(pack.variables) if variable.name.partition(".")[0] in worsening}
    found |= {table.variable for table in pack.tables if table.hit != "collect"}
    return frozenset(index for index in found if not pack.variables[index].many)


def is_upward(mask: int, variable: Variable) -> bool:
    """Whether the options of a mask are all those from one on."""
    rest = variable.every & ~mask
    return not rest & (rest + 1)


def is_read_off(pack: Pack, condition: Condition, worsening: frozenset[int]) -> bool:
    """Whether a worse answer can only switch a condition on."""
    return all(
        index not in worsening or is_upward(mask, pack.variables[index])
        for clause in condition
        for index, mask in clause
    )


def gates(pack: Pack, table: Table) -> Iterator[Condition]:
    """The conditions under which the questions that a table reads are asked, up to those that the table's own ``when`` settles."""
    seen = variables(table.when)
    waiting = set().union(*(variables(row.when) for row in table.rows)) - seen
    while waiting:
        index = waiting.pop()
        seen.add(index)
        if pack.variables[index].question >= 0:
            gate = pack.questions[pack.variables[index].question].when
            yield gate
            waiting |= variables(gate) - seen


def is_plain(pack: Pack, table: Table, worsening: frozenset[int]) -> bool:
    """Whether a table needs no enumeration."""
    conditions = (*(row.when for row in table.rows), *gates(pack, table))
    return table.hit != "unique" and all(is_read_off(pack, each, worsening) for each in conditions)


def output(table: Table, every: Enumeration) -> int:
    """The output for the combination at hand."""
    return max((row.then for row in table.rows if holds(row.when, every.certain, every.possible) == MUST), default=0)


def fits(first: Values, second: Values, but: int, not_asked: Values) -> bool:
    """Whether two combinations are the same in all that both ask, ``but`` one variable."""
    return all(
        here == there or place == but or not_asked[place] in (here, there)
        for place, (here, there) in enumerate(zip(first, second, strict=True))
    )


def drops(pack: Pack, table: Table, worsening: frozenset[int]) -> Iterator[tuple[str, str, str]]:
    """(code, variable, combination) where the next worse value of a variable gives a lower output; the first of each."""
    every = Enumeration(pack, table)
    free = [place for place, index in enumerate(every.order) if not variables(every.gate(index))]
    not_asked = tuple(pack.variables[index].not_asked for index in every.order)
    found: dict[Values, list[tuple[Values, int]]] = {}
    for count, _ in enumerate(islice(every.combinations(), LIMIT + 1)):
        if count == LIMIT:
            yield "P122", "-", "-"
            return
        if holds(table.when, every.certain, every.possible):
            values = every.at_hand()
            found.setdefault(tuple(values[place] for place in free), []).append((values, output(table, every)))
    for place, index in enumerate(every.order):
        if index in worsening:
            pairs = raised(found, free, place, not_asked)
            lower = next((values for values, before, after in pairs if after < before), None)
            if lower:
                yield "P121", pack.variables[index].name, every.example(lower)


def raised(
    found: dict[Values, list[tuple[Values, int]]], free: list[int], place: int, not_asked: Values
) -> Iterator[tuple[Values, int, int]]:
    """(combination, its output, the output where one variable takes its next worse value and all else stays)."""
    for key, group in found.items():
        for values, before in group:
            worse = values[place] << 1
            if worse >= not_asked[place]:
                continue
            there = tuple(worse if other == place else value for other, value in zip(free, key, strict=True))
            for others, after in found.get(there, ()):
                if others[place] == worse and fits(values, others, place, not_asked):
                    yield values, before, after


def monotony(galley: Galley) -> Iterator[Fault]:
    """Tables in which a worse answer lowers, or that are too large to show that none does."""
    pack, worsening = galley.pack, ordered(galley)
    for number, table in enumerate(pack.tables):
        if table.warns or is_plain(pack, table, worsening):
            continue
        name = pack.table_name(number)
        for code, variable, example in drops(pack, table, worsening):
            yield galley.fault(code, (f"table:{name}",), table=name, name=variable, example=example, limit=str(LIMIT))
