"""The proof that a worse answer never lowers: read off each condition where it can be, by enumeration where it cannot.

A condition on an ordered variable (a question whose options worsen, a table, the outcome) that holds for an option and all above
it can only be switched on by a worse answer. A table with any other condition on one, or that reads a question or a table whose
gate is such, is enumerated with these gates; a ``unique`` table always is. Composition proves the rest, along the order of
evaluation: where every table gives no less for no less, so does the last. Tables that only warn, and unordered questions, are exempt.

A table whose own gate a worse answer may close gives its word for *not asked* then, and that is below every output: a fault, which
a pack may declare and justify.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from szai_assess.condition import MUST, Condition, variables
from szai_assess.enumeration import LIMIT, Enumeration
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.masks import holds
from szai_assess.pack import Pack, Table, Variable
from szai_assess.proof import Claim
from szai_assess.verdict import ON_HOLD, PROHIBITED

Values = tuple[int, ...]


class Drops(NamedTuple):
    """How many combinations were looked at, and (code, variable, combination) of those after which the output is lower."""

    combinations: int
    found: tuple[tuple[str, str, str], ...]


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


def is_outcome_upward(pack: Pack, mask: int) -> bool:
    """Whether the outcomes of a mask are all those from one on, a prohibition being the gravest; out of scope stands apart."""
    options = pack.variables[pack.goals.outcome].options
    held = [mask >> options.index(word) & 1 for word in (*pack.tiers, ON_HOLD, PROHIBITED)]
    return held == sorted(held)


def is_atom_read_off(pack: Pack, index: int, mask: int, worsening: frozenset[int]) -> bool:
    """Whether a worse answer can only bring a variable into a mask."""
    if index == pack.goals.outcome:
        return is_outcome_upward(pack, mask)
    if index == pack.goals.supervised:
        return False
    return index not in worsening or is_upward(mask, pack.variables[index])


def is_read_off(pack: Pack, condition: Condition, worsening: frozenset[int]) -> bool:
    """Whether a worse answer can only switch a condition on."""
    return all(is_atom_read_off(pack, index, mask, worsening) for clause in condition for index, mask in clause)


def gates(pack: Pack, read: set[int], settled: set[int]) -> Iterator[Condition]:
    """The conditions under which the questions and tables that are read are asked, up to those that are settled."""
    whens = {table.variable: table.when for table in pack.tables}
    seen, waiting = set(settled), read - settled
    while waiting:
        index = waiting.pop()
        seen.add(index)
        question = pack.variables[index].question
        gate = pack.questions[question].when if question >= 0 else whens.get(index, ((),))
        yield gate
        waiting |= variables(gate) - seen


def read_by(table: Table) -> set[int]:
    """The variables that the rows of a table read."""
    return set().union(*(variables(row.when) for row in table.rows))


def is_plain(pack: Pack, table: Table, worsening: frozenset[int]) -> bool:
    """Whether a table needs no enumeration."""
    conditions = (*(row.when for row in table.rows), *gates(pack, read_by(table), variables(table.when)))
    return table.hit != "unique" and all(is_read_off(pack, each, worsening) for each in conditions)


def may_close(pack: Pack, table: Table, worsening: frozenset[int]) -> bool:
    """Whether a worse answer may keep a table from being asked."""
    conditions = (table.when, *gates(pack, variables(table.when), set()))
    return not all(is_read_off(pack, each, worsening) for each in conditions)


def output(table: Table, every: Enumeration) -> int:
    """What is found in the combination at hand, as a set of bits that grows: of ranked outputs with all that are below."""
    found = 0
    for row in table.rows:
        if holds(row.when, every.certain, every.possible) == MUST:
            found |= 1 << row.then if table.hit == "collect" else (1 << row.then + 1) - 1
    return found


def fits(first: Values, second: Values, but: int, not_asked: Values) -> bool:
    """Whether two combinations are the same in all that both ask, ``but`` one variable."""
    return all(
        here == there or place == but or not_asked[place] in (here, there)
        for place, (here, there) in enumerate(zip(first, second, strict=True))
    )


def drops(pack: Pack, table: Table, worsening: frozenset[int]) -> Drops:
    """Where the next worse value of a variable gives a lower output, the first of each."""
    every = Enumeration(pack, table)
    if {pack.goals.outcome, pack.goals.supervised} & {*every.order}:
        return Drops(0, (("P122", "-", "-"),))  # they follow from tables: taken as free they would stand still
    free = [place for place, index in enumerate(every.order) if not variables(every.gate(index))]
    not_asked = tuple(pack.variables[index].not_asked for index in every.order)
    found: dict[Values, list[tuple[Values, int]]] = {}
    count = 0
    for _ in islice(every.combinations(), LIMIT + 1):
        count += 1
        if count > LIMIT:
            return Drops(count, (("P122", "-", "-"),))
        if holds(table.when, every.certain, every.possible):
            values = every.at_hand()
            found.setdefault(tuple(values[place] for place in free), []).append((values, output(table, every)))
    lowered = []
    for place, index in enumerate(every.order):
        if index in worsening:
            pairs = raised(found, free, place, not_asked)
            lower = next((values for values, before, after in pairs if before & ~after), None)
            if lower:
                lowered.append(("P121", pack.variables[index].name, every.example(lower)))
    return Drops(count, tuple(lowered))


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
    """Tables in which a worse answer lowers or that it closes, or that are too large to show that it does neither."""
    pack, worsening = galley.pack, ordered(galley)
    for number, table in enumerate(pack.tables):
        if table.warns:
            continue
        name, path = pack.table_name(number), (f"table:{pack.table_name(number)}",)
        if may_close(pack, table, worsening):
            yield galley.fault("P125", (*path, "when"), table=name)
        if is_plain(pack, table, worsening):
            continue
        for code, variable, example in drops(pack, table, worsening).found:
            yield galley.fault(code, path, table=name, name=variable, example=example, limit=str(LIMIT))


def claims(galley: Galley) -> Iterator[Claim]:
    """Of each table in which no worse answer lowers, how that was shown."""
    pack, worsening = galley.pack, ordered(galley)
    for number, table in enumerate(pack.tables):
        name = pack.table_name(number)
        if table.warns:
            yield Claim("monotony", name, "proof.exempt")
        elif is_plain(pack, table, worsening):
            yield Claim("monotony", name, "proof.read_off", {"count": str(len(table.rows))})
        else:
            looked_at = drops(pack, table, worsening)
            if not looked_at.found:
                yield Claim("monotony", name, "proof.enumerated", {"count": str(looked_at.combinations)})
