from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naive import choices
from strategies import possible_answers

from szai_assess.condition import ALWAYS, CANNOT, MAY, MUST
from szai_assess.masks import atom_holds, bits, gated, holds, read
from szai_assess.pack import UNKNOWN, Variable

ONE = Variable("one", many=False, options=("a", "b", "c"))
MANY = Variable("many", many=True, options=("a", "b", "c"))
OR_NONE = Variable("or_none", many=True, options=("none", "a", "b"))
LONELY = Variable("lonely", many=True, options=("a",))


@pytest.mark.parametrize(
    ("variable", "value", "certain", "possible"),
    [
        (ONE, None, 0b000, 0b111),
        (ONE, UNKNOWN, 0b000, 0b111),
        (ONE, "b", 0b010, 0b010),
        (ONE, ["b"], 0b010, 0b010),
        (ONE, ["a", "c"], 0b000, 0b101),
        (ONE, ["a", UNKNOWN], 0b000, 0b111),
        (MANY, None, 0b000, 0b111),
        (MANY, UNKNOWN, 0b000, 0b111),
        (MANY, [UNKNOWN], 0b000, 0b111),
        (MANY, ["b"], 0b010, 0b010),
        (MANY, ["a", "c"], 0b101, 0b101),
        (MANY, ["a", UNKNOWN], 0b001, 0b111),
        (OR_NONE, None, 0b000, 0b111),
        (OR_NONE, ["none"], 0b001, 0b001),
        (OR_NONE, ["a", UNKNOWN], 0b010, 0b110),
    ],
)
def test_an_answer_is_what_is_certain_and_what_is_possible(variable, value, certain, possible):
    assert (certain, possible) == read(variable, value)


def test_options_are_bits_in_the_order_of_the_question():
    assert bits(ONE, ["c", "a"]) == 0b101
    assert (ONE.every, ONE.not_asked) == (0b111, 0b1000)


def test_of_a_question_that_may_not_be_asked_nothing_is_certain():
    assert gated(MUST, 0b001, 0b011, 0b1000) == (0b001, 0b011)
    assert gated(MAY, 0b001, 0b011, 0b1000) == (0b000, 0b1011)
    assert gated(CANNOT, 0b001, 0b011, 0b1000) == (0b1000, 0b1000)


def atoms(variable):
    """(mask, what it says of a set of options) for every atom there can be; an empty set is a question not asked."""
    for mask in range(1 << len(variable.options)):
        named = {option for place, option in enumerate(variable.options) if mask & 1 << place}
        yield mask, lambda chosen, named=named: bool(chosen & named)
        yield ~mask, lambda chosen, named=named: not chosen & named


@pytest.mark.parametrize("variable", [ONE, MANY, OR_NONE, LONELY], ids=lambda variable: variable.name)
@pytest.mark.parametrize("asked", [CANNOT, MAY, MUST])
def test_an_atom_must_hold_where_it_does_in_every_case_and_cannot_where_it_does_in_none(variable, asked):
    for value, (mask, is_true) in product(possible_answers(variable), atoms(variable)):
        told = [
            {case} if isinstance(case, str) else set(case) for case in choices(variable.many, variable.options, value)
        ]
        cases = [*(told if asked else []), *([set()] if asked != MUST else [])]
        truths = {is_true(case) for case in cases}
        expected = MAY if len(truths) == 2 else MUST if True in truths else CANNOT

        assert expected == atom_holds(mask, *gated(asked, *read(variable, value), variable.not_asked)), (value, mask)


values = st.sampled_from([(0b01, 0b01), (0b10, 0b10), (0b00, 0b11), (0b01, 0b11), (0b00, 0b111), (0b100, 0b100)])
atom = st.tuples(st.integers(0, 2), st.sampled_from([0b01, 0b10, 0b11, 0b00, ~0b01, ~0b10]))


@given(st.lists(st.lists(atom, max_size=3).map(tuple), max_size=3).map(tuple), st.tuples(values, values, values))
def test_a_condition_is_the_best_of_its_clauses_and_a_clause_the_worst_of_its_atoms(condition, state):
    certain, possible = zip(*state, strict=True)
    clauses = [[atom_holds(mask, certain[index], possible[index]) for index, mask in clause] for clause in condition]

    assert max((min(clause, default=MUST) for clause in clauses), default=CANNOT) == holds(condition, certain, possible)


def test_the_empty_clause_always_holds_and_no_clause_never():
    assert holds(ALWAYS, [], []) == MUST
    assert holds((), [], []) == CANNOT


def test_with_at_least_a_ticked_a_rule_on_a_is_certain_and_one_on_b_is_open():
    certain, possible = zip(read(MANY, ["a", UNKNOWN]), strict=True)

    assert [holds((((0, bits(MANY, [option])),),), certain, possible) for option in "ab"] == [MUST, MAY]
