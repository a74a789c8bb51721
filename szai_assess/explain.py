"""Why: the rows that fired, expanded to the answers they rest on, each said to be decisive or not."""

from collections.abc import Iterator, Sequence

from szai_assess.answers import Values, answer_to
from szai_assess.masks import holds
from szai_assess.pack import UNKNOWN, Pack, Row
from szai_assess.ripple import Ripple
from szai_assess.verdict import OUT_OF_SCOPE, Fired, Reason, State, Verdict


def goal_of(pack: Pack, table: int) -> int:
    """The table whose value a reason is measured by: its own where that is a red line, the scope or a result, else the tier."""
    goals = pack.goals
    apart = (*goals.outcome_tables[1:], *(number for _, number in goals.results))
    return table if table in apart else goals.tier


def highest(pack: Pack, table: int, state: State) -> int:
    """The highest output a table may have, as a number that grows with it."""
    return state.possible[pack.tables[table].variable].bit_length()


def is_decisive(pack: Pack, ripple: Ripple, fired: Fired) -> bool:
    """Whether without this row the result it leads to would be lower."""
    goal = goal_of(pack, fired.table)
    without = ripple.without(fired.table, fired.row)
    return highest(pack, goal, without) < highest(pack, goal, ripple.state)


def beneath(pack: Pack, row: Row, state: State) -> Iterator[int]:
    """The variables of questions that the row rests on, through the rows of the tables it reads."""
    by_variable = {table.variable: number for number, table in enumerate(pack.tables)}
    waiting, seen = [row], set()
    while waiting:
        for clause in waiting.pop(0).when:
            if not holds((clause,), state.certain, state.possible):
                continue
            for index, _ in clause:
                if index in seen:
                    continue
                seen.add(index)
                if pack.variables[index].question >= 0:
                    yield index
                elif index in by_variable:
                    number = by_variable[index]
                    waiting += [pack.tables[number].rows[fired.row] for fired in state.fired if fired.table == number]


def answers_beneath(pack: Pack, row: Row, values: Values, state: State) -> tuple[tuple[str, object], ...]:
    """(name, answer) of the questions that the row rests on, in pack order; an open one is ``unknown``."""
    found = []
    for index in sorted(beneath(pack, row, state)):
        variable = pack.variables[index]
        if state.possible[index] != variable.not_asked:
            question = pack.questions[variable.question]
            value = answer_to(question, question.variables.index(index), values)
            found.append((variable.name, UNKNOWN if value is None else value))
    return tuple(found)


def telling(pack: Pack, state: State) -> Iterator[Fired]:
    """The fired rows that say something: above the default; of an open ``unique`` table only the worst one.

    Of a red line only what holds for certain: silence is no accusation.
    """
    red_lines = {table for _, table, _ in pack.goals.red_lines}
    for number in pack.goals.reasons:
        table = pack.tables[number]
        rows = [fired for fired in state.fired if fired.table == number and (fired.must or number not in red_lines)]
        if table.hit == "unique":
            yield from sorted(rows, key=lambda fired: table.rows[fired.row].then)[-1:]
        else:
            yield from (fired for fired in rows if table.rows[fired.row].then > 0)


def reasons(pack: Pack, values: Values, verdict: Verdict) -> tuple[Reason, ...]:
    """The reasons for a verdict: those of the outcome before those of other results; decisive ones, then as strong ones first."""
    apart = {pack.table_name(number) for _, number in pack.goals.results}
    found = []
    goals = (*pack.goals.outcome_tables, *(number for _, number in pack.goals.results))
    ripple = Ripple(pack, values, goals, verdict.state)
    scope = pack.goals.scope if verdict.outcome == OUT_OF_SCOPE else -1
    for fired in telling(pack, verdict.state):
        if scope not in (-1, fired.table):
            continue  # nothing else was asked
        table = pack.tables[fired.table]
        row = table.rows[fired.row]
        found.append(
            Reason(
                row.id,
                pack.table_name(fired.table),
                pack.variables[table.variable].options[row.then],
                is_decisive(pack, ripple, fired),
                fired.must,
                row.basis,
                row.cites,
                answers_beneath(pack, row, values, verdict.state),
            )
        )
    return tuple(
        sorted(
            found, key=lambda why: (why.table in apart, not why.decisive, why.effect != verdict.highest, not why.must)
        )
    )


def main_reasons(pack: Pack, verdict: Verdict, why: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons for the official line, what suspends the grading first; rows that lead to less than the result are left out."""
    suspending = {pack.table_name(table) for _, table, *_ in pack.goals.red_lines}
    lower = pack.tiers[: pack.tiers.index(verdict.highest)]
    first = tuple(reason for reason in why if reason.table in suspending)
    return (*first, *(reason for reason in why if reason.table not in suspending and reason.effect not in lower))


def caveats(pack: Pack, verdict: Verdict) -> tuple[str, ...]:
    """The ids of rows that warn the reader: those that hold, not those that only may."""
    return tuple(
        pack.tables[fired.table].rows[fired.row].id
        for fired in verdict.state.fired
        if fired.must and pack.tables[fired.table].warns
    )
