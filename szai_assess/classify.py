"""From answers to the verdict: every step of the pack in order, over masks. Pure: no clock, no disk, no language."""

from collections.abc import Mapping

from szai_assess.answers import Values
from szai_assess.condition import CANNOT, MAY, MUST
from szai_assess.masks import atom_holds, gated, holds, read, states
from szai_assess.pack import NONE, Pack
from szai_assess.slicing import Slice
from szai_assess.tables import evaluate
from szai_assess.verdict import (
    FULLY,
    INDICATED,
    LIKELY,
    NOT_GIVEN,
    NOT_INDICATED,
    ON_HOLD,
    OUT_OF_SCOPE,
    PARTLY,
    PROHIBITED,
    UNDETERMINED,
    UNRESOLVED,
    Ends,
    Open,
    State,
    Verdict,
)


def take(pack: Pack, number: int, values: Values, state: State) -> None:
    """Put the answer to a question into the state."""
    question = pack.questions[number]
    asked = state.asked[number] = holds(question.when, state.certain, state.possible)
    value = values.get(question.id)
    by_part = value if question.type == "matrix" and isinstance(value, Mapping) else None
    for part, index in enumerate(question.variables):
        variable = pack.variables[index]
        given = value if by_part is None else by_part.get(question.parts[part])
        certain, possible = read(variable, given)  # type: ignore[arg-type]
        if given is not None:
            state.given[index] = FULLY if certain == possible else PARTLY
        if asked != MUST:
            certain, possible = gated(asked, certain, possible, variable.not_asked)
        state.certain[index], state.possible[index] = certain, possible


def red_line(pack: Pack, table: int, state: State) -> str:
    """``indicated`` only for certain, ``not_indicated`` only for certain, else ``unresolved``."""
    possible = state.possible[pack.tables[table].variable]
    outputs = pack.variables[pack.tables[table].variable].options
    if not possible & ~(1 << outputs.index(NOT_INDICATED)):
        return NOT_INDICATED
    return INDICATED if not possible & ~(1 << outputs.index(INDICATED)) else UNRESOLVED


def tier_range(pack: Pack, state: State) -> tuple[str, str]:
    """The ends of the tier's range."""
    tiers, possible = pack.tiers, state.possible[pack.tables[pack.goals.tier].variable]
    held = [tier for place, tier in enumerate(tiers) if possible & 1 << place] or [tiers[0]]
    return held[0], held[-1]


def outcome_of(pack: Pack, state: State) -> tuple[str, str]:
    """The outcome and the supervision it leads to (empty where there is none)."""
    statuses = {red_line(pack, table, state) for _, table, _ in pack.goals.red_lines}
    highest = tier_range(pack, state)[1]
    supervision = dict(pack.goals.supervision).get(highest, "")
    scope = state.possible[pack.tables[pack.goals.scope].variable] if pack.goals.scope >= 0 else 0
    if INDICATED in statuses:
        return PROHIBITED, ""
    if UNRESOLVED in statuses:
        return ON_HOLD, supervision
    if scope and scope == 1 << pack.goals.out_of_scope:
        return OUT_OF_SCOPE, ""
    return highest, supervision


def ends(pack: Pack, state: State) -> Ends:
    """The outcome and the ends of the tier's range alone."""
    return Ends(outcome_of(pack, state)[0], *tier_range(pack, state))


def conclude(pack: Pack, state: State) -> None:
    """Make outcome and supervision readable as variables."""
    for index, word in zip((pack.goals.outcome, pack.goals.supervised), outcome_of(pack, state), strict=True):
        bit = 1 << pack.variables[index].options.index(word or NONE)
        state.certain[index] = state.possible[index] = bit


def evaluated(pack: Pack, values: Values) -> State:
    """The state after every step."""
    size = len(pack.variables)
    state = State([0] * size, [0] * size, [NOT_GIVEN] * size, [MUST] * len(pack.questions), [])
    for kind, number in pack.steps:
        if kind == "question":
            take(pack, number, values, state)
        elif kind == "table":
            state.fired.extend(evaluate(pack, number, state.certain, state.possible))
        else:
            conclude(pack, state)
    return state


def outputs(pack: Pack, table: int, state: State) -> tuple[str, ...]:
    """The words that a table's value may be, from lowest to highest."""
    index = pack.tables[table].variable
    variable, possible = pack.variables[index], state.possible[index]
    words = tuple(word for place, word in enumerate(variable.options) if possible & 1 << place)
    not_asked = pack.tables[table].not_asked
    return (*words, not_asked) if not_asked and possible & variable.not_asked else words


def result(pack: Pack, table: int, state: State) -> str:
    """The word for a result: its settled output, or the word for one that is not settled.

    Where it only may be asked and could then only be the gravest output, that is the word: nothing better is left.
    """
    words, gravest = outputs(pack, table, state), pack.variables[pack.tables[table].variable].options[-1]
    if len(words) == 1 or words == (gravest, pack.tables[table].not_asked):
        return words[0]
    return pack.tables[table].undecided or words[-1]


def waits(pack: Pack, number: int, state: State) -> bool:
    """Whether a question that only may be asked waits for an answer to its gates (unknown is an answer)."""
    if state.asked[number] != MAY:
        return False
    for clause in pack.questions[number].when:
        if holds((clause,), state.certain, state.possible) != MAY:
            continue
        for index, mask in clause:
            is_question = pack.variables[index].question >= 0
            if (
                is_question
                and state.given[index] == NOT_GIVEN
                and atom_holds(mask, state.certain[index], state.possible[index]) == MAY
            ):
                return True
    return False


def openings(pack: Pack, values: Values, state: State) -> Open:
    """What is unknown, what is unanswered, what decides, what is required."""
    unknown: dict[int, str] = {}
    unanswered: dict[int, str] = {}
    blank: list[str] = []
    for question, asked in zip(pack.questions, state.asked, strict=True):
        if asked == CANNOT:
            continue
        if not question.variables and question.id not in values:
            blank.append(question.id)
        for index in question.variables:
            if state.given[index] == NOT_GIVEN:
                unanswered[index] = pack.variables[index].name
                blank.append(unanswered[index])
            elif state.given[index] == PARTLY:
                unknown[index] = pack.variables[index].name
    either = unknown | unanswered
    if not either:
        return Open((), tuple(blank), (), ())
    walk = Slice(pack, state)
    walk.tables(pack.goals.outcome_tables)
    deciding = walk.live(either)
    walk.tables(table for _, table in pack.goals.results)
    required = [
        unanswered[index]
        for index in sorted(walk.live(unanswered))
        if not waits(pack, pack.variables[index].question, state)
    ]
    return Open(tuple(unknown.values()), tuple(blank), tuple(either[index] for index in deciding), tuple(required))


def hidden(pack: Pack, values: Values, state: State) -> tuple[str, ...]:
    """Answers to questions that are no longer asked: they have no effect."""
    return tuple(
        question.id
        for number, question in enumerate(pack.questions)
        if state.asked[number] == CANNOT and question.id in values
    )


def classify(pack: Pack, values: Values) -> Verdict:
    """The verdict on these answers (question id → value, as the answers file has them)."""
    state = evaluated(pack, values)
    outcome, supervision = outcome_of(pack, state)
    lowest, highest = tier_range(pack, state)
    word = {MAY: UNDETERMINED, MUST: LIKELY, CANNOT: NOT_INDICATED}
    certain, possible = state.certain, state.possible
    return Verdict(
        outcome,
        lowest,
        highest,
        supervision,
        tuple((axis, outputs(pack, table, state)) for axis, table in pack.goals.axes),
        tuple((item, red_line(pack, table, state)) for item, table, _ in pack.goals.red_lines),
        tuple((key, result(pack, table, state)) for key, table in pack.goals.results),
        tuple(
            (line.id, word[standing])
            for line, standing in zip(pack.obligations, states(pack.obligations, certain, possible), strict=True)
        ),
        tuple(
            line.id
            for line, standing in zip(pack.documents, states(pack.documents, certain, possible), strict=True)
            if standing
        ),
        openings(pack, values, state),
        hidden(pack, values, state),
        state,
    )
