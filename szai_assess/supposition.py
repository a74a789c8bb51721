"""What is supposed of the answers, step by step narrowed, and all that follows from it in the part of a pack that matters.

Of each question's variable a supposition holds (certain, possible) options; what a table or the outcome may then be is computed
over masks, and never less than what some completion gives. Once everything is supposed, it is what ``classify`` says.
"""

from collections.abc import Iterable, Mapping

from szai_assess.condition import MUST, Condition, variables
from szai_assess.masks import gated, holds
from szai_assess.pack import NONE, Pack, Table
from szai_assess.tables import collect, priority, standing
from szai_assess.verdict import INDICATED, NOT_INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED

Masks = tuple[int, int]
Supposed = Mapping[int, Masks]  # variable of a question → (certain, possible)


def table_at(pack: Pack) -> dict[int, int]:
    """The number of each table by its variable."""
    return {table.variable: number for number, table in enumerate(pack.tables)}


def cone(pack: Pack, conditions: Iterable[Condition]) -> tuple[tuple[str, int], ...]:
    """The steps, in order, on which these conditions rest."""
    waiting = set().union(*map(variables, conditions))
    by_variable, seen, steps = table_at(pack), set(), set()
    while waiting:
        index = waiting.pop()
        seen.add(index)
        if pack.variables[index].question >= 0:
            steps.add(("question", pack.variables[index].question))
            read: tuple[Condition, ...] = (pack.questions[pack.variables[index].question].when,)
        elif index in by_variable:
            table = pack.tables[by_variable[index]]
            steps.add(("table", by_variable[index]))
            read = (table.when, *(row.when for row in table.rows))
        else:
            steps.add(("outcome", 0))
            read = ()
            waiting |= {pack.tables[number].variable for number in pack.goals.outcome_tables} - seen
        waiting |= set().union(*map(variables, read)) - seen
    return tuple(step for step in pack.steps if step in steps)


def lines(pack: Pack, possible: list[int], status: str) -> list[int]:
    """Of each red line the mask of what its table may be, with this status left out."""
    found = []
    for _, number, _ in pack.goals.red_lines:
        variable = pack.tables[number].variable
        found.append(possible[variable] & ~(1 << pack.variables[variable].options.index(status)))
    return found


def outcomes(pack: Pack, possible: list[int]) -> set[str]:
    """The outcomes that there may be."""
    goals = pack.goals
    status = {word: lines(pack, possible, word) for word in (NOT_INDICATED, UNRESOLVED, INDICATED)}
    all_lines = [possible[pack.tables[number].variable] for _, number, _ in goals.red_lines]
    may = {word: [rest != mask for rest, mask in zip(found, all_lines, strict=True)] for word, found in status.items()}
    found = {PROHIBITED} if any(may[INDICATED]) else set()
    if not all(status[INDICATED]):
        return found  # some line can only be indicated
    if any(may[UNRESOLVED]):
        found.add(ON_HOLD)
    if not all(may[NOT_INDICATED]):
        return found
    scope = possible[pack.tables[goals.scope].variable] if goals.scope >= 0 else 0
    if scope >> goals.out_of_scope & 1:
        found.add(OUT_OF_SCOPE)
    if not scope or scope & ~(1 << goals.out_of_scope):
        found |= tiers(pack, possible)
    return found


def tiers(pack: Pack, possible: list[int]) -> set[str]:
    """The tiers that there may be."""
    mask = possible[pack.tables[pack.goals.tier].variable]
    return {tier for place, tier in enumerate(pack.tiers) if mask >> place & 1}


def conclude(pack: Pack, certain: list[int], possible: list[int]) -> None:
    """Set what outcome and supervision may be."""
    found, modes = outcomes(pack, possible), dict(pack.goals.supervision)
    ways = {modes.get(tier, NONE) for tier in found & {*pack.tiers}}
    if ON_HOLD in found:
        ways |= {modes.get(tier, NONE) for tier in tiers(pack, possible)}
    if found & {PROHIBITED, OUT_OF_SCOPE}:
        ways.add(NONE)
    for index, words in ((pack.goals.outcome, found), (pack.goals.supervised, ways)):
        options = pack.variables[index].options
        mask = sum(1 << options.index(word) for word in words)
        certain[index], possible[index] = mask if mask & (mask - 1) == 0 else 0, mask


def judged(table: Table, certain: list[int], possible: list[int], nothing: int) -> Masks:
    """(certain, possible) outputs of a table that is asked; of several rows of a faulty ``unique`` one the first counts."""
    rows = standing(table, certain, possible)
    if table.hit == "priority":
        return priority(rows)
    if table.hit == "collect":
        return collect(table, rows, nothing)
    mask = 0
    for _, row, state in rows:
        mask |= 1 << row.then
        if state == MUST:
            break
    else:
        mask |= nothing  # a gap: no output
    return (mask if mask & (mask - 1) == 0 else 0), mask


class Supposition:
    """The masks that follow from what is supposed, for the steps of a cone."""

    def __init__(self, pack: Pack, steps: tuple[tuple[str, int], ...]) -> None:
        """Suppose nothing yet."""
        self.pack = pack
        self.steps = steps
        size = len(pack.variables)
        self.certain, self.possible = [0] * size, [0] * size
        self.asked = [MUST] * len(pack.questions)

    def suppose(self, supposed: Supposed) -> None:
        """Compute what follows."""
        pack, certain, possible = self.pack, self.certain, self.possible
        for kind, number in self.steps:
            if kind == "question":
                question = pack.questions[number]
                asked = self.asked[number] = holds(question.when, certain, possible)
                for index in question.variables:
                    variable = pack.variables[index]
                    sure, could = supposed.get(index, (0, variable.every))
                    certain[index], possible[index] = gated(asked, sure, could, variable.not_asked)
            elif kind == "table":
                table = pack.tables[number]
                not_asked = pack.variables[table.variable].not_asked
                asked = holds(table.when, certain, possible)
                sure, could = judged(table, certain, possible, not_asked) if asked else (0, 0)
                if asked != MUST:
                    sure, could = gated(asked, sure, could, not_asked)
                certain[table.variable], possible[table.variable] = sure, could
            else:
                conclude(pack, certain, possible)
