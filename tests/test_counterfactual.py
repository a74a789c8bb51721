"""Counterfactuals against brute force: nothing is missing, nothing is too large, and every one is what classify says."""

import pytest
from brute import judged, mostly_answered, plain, put, rank, smallest
from desk import case_names, case_reading, opened
from hypothesis import given, settings
from hypothesis import strategies as st
from small import a_pack
from strategies import situations

from szai_assess.counterfactual import DESIGN, FACT, LOWERS, RAISES, counterfactuals
from szai_assess.moves import TICK, Move, moved

TWO = """
questions: {x: [a, b], y: [a, b], z: {many: [none, p, q]}}
tables:
  tier: {priority: [low, high], rows: {T1: {when: {x: b}, then: high}, T2: {when: {y: b}, then: high}}}
"""


def told(pack, values, changeable=()):
    return [(each.effect, each.kind, dict(each.changes)) for each in counterfactuals(pack, values, changeable)]


def test_one_change_that_lowers_is_told_with_what_it_comes_to():
    (found,) = counterfactuals(a_pack(TWO), {"x": "b", "y": "a", "z": ["none"]}, {"x"})

    assert found == ((("x", "a"),), DESIGN, LOWERS, ("low", "low", "low"))


def test_where_reasons_overlap_only_both_changes_lower_and_one_fact_makes_the_pair_a_fact():
    values = {"x": "b", "y": "b", "z": ["none"]}

    assert told(a_pack(TWO), values, {"x", "y"}) == [(LOWERS, DESIGN, {"x": "a", "y": "a"})]
    assert told(a_pack(TWO), values, {"x"}) == [(LOWERS, FACT, {"x": "a", "y": "a"})]


def test_an_answer_that_bears_on_nothing_is_in_no_counterfactual():
    names = {name for _, _, changes in told(a_pack(TWO), {"x": "a", "y": "a", "z": ["p"]}) for name in changes}

    assert names == {"x", "y"}


def test_what_is_open_is_not_changed_but_an_answer_beside_it_is():
    assert told(a_pack(TWO), {"x": "unknown", "y": "b"}) == []
    assert told(a_pack(TWO), {"y": "b", "x": "a"}) == [(LOWERS, FACT, {"y": "a"})]


GATED = """
questions: {role: [a, b], review: {one: [thorough, none], when: {role: a}}}
tables:
  tier:
    priority: [low, mid, high]
    rows:
      T1: {when: {role: b}, then: high}
      T2: {when: {review: none}, then: high}
      T3: {when: {role: [a, b]}, then: mid}
"""


def test_a_question_that_a_change_opens_is_unknown_so_the_range_stays_up_until_it_is_answered_too():
    (found,) = counterfactuals(a_pack(GATED), {"role": "b"}, {"role", "review"})

    assert dict(found.changes) == {"role": "a", "review": "thorough"}
    assert found.ends == ("mid", "mid", "mid")


def test_an_answer_kept_from_before_counts_again_where_a_change_opens_its_question():
    (found,) = counterfactuals(a_pack(GATED), {"role": "b", "review": "thorough"}, ())

    assert dict(found.changes) == {"role": "a"}


MANY = """
questions: {kinds: {many: [none, p, q, r]}, must: {many: [s, t]}}
tables:
  tier: {priority: [low, high], rows: {T1: {when: {kinds: [p, q]}, then: high}, T2: {when: {must: s}, then: high}}}
"""


def test_each_tick_of_a_selection_is_a_change_of_its_own():
    assert told(a_pack(MANY), {"kinds": ["p", "r"], "must": ["t"]})[0] == (LOWERS, FACT, {"kinds": ["r"]})
    assert told(a_pack(MANY), {"kinds": ["p", "q"], "must": ["t"]})[0] == (LOWERS, FACT, {"kinds": ["none"]})


def test_a_selection_without_a_none_is_never_emptied():
    assert told(a_pack(MANY), {"kinds": ["none"], "must": ["s"]}) == [(LOWERS, FACT, {"must": ["t"]})]


def test_ticks_replace_none_and_none_is_not_ticked_beside_others():
    variable = a_pack(MANY).variables[0]

    assert moved(variable, ["none"], [Move(0, TICK, "p")]) == ["p"]
    assert moved(variable, None, [Move(0, TICK, "none")]) == ["none"]
    assert moved(variable, None, [Move(0, TICK, "none"), Move(0, TICK, "p")]) is None


SUSPENDED = """
questions: {x: [a, b], ai: {many: [none, ml]}, lines: {matrix: [rl1], options: [no, justified, yes]}}
tables:
  tier: {priority: [low, high], rows: {T1: {when: {x: b}, then: high}}}
  red1:
    priority: [not_indicated, unresolved, indicated]
    rows: {R1: {when: {lines.rl1: yes}, then: indicated}, R2: {when: {lines.rl1: justified}, then: unresolved}}
  scope: {priority: [in, out], rows: {S1: {when: {ai: none}, then: out}}}
verdict: {red_lines: {rl1: red1}, out_of_scope: {table: scope, value: out}}
"""


def test_leaving_a_suspended_state_lowers_and_entering_one_raises_whatever_the_tier():
    values = {"x": "b", "ai": ["ml"], "lines": {"rl1": "yes"}}
    found = told(a_pack(SUSPENDED), values)

    assert (LOWERS, FACT, {"lines.rl1": "no"}) in found
    assert (LOWERS, FACT, {"lines.rl1": "justified"}) in found
    assert (LOWERS, FACT, {"x": "a"}) in found
    assert (RAISES, FACT, {"lines.rl1": "yes"}) in told(a_pack(SUSPENDED), {**values, "lines": {"rl1": "no"}})


def test_the_best_comes_first_a_design_before_a_fact_what_lowers_before_what_raises():
    found = told(a_pack(SUSPENDED), {"x": "b", "ai": ["ml"], "lines": {"rl1": "justified"}}, {"x"})

    assert found[0] == (LOWERS, DESIGN, {"x": "a"})
    assert [effect for effect, _, _ in found] == sorted(effect for effect, _, _ in found)


@settings(max_examples=400)
@given(situations(), st.randoms(use_true_random=False))
def test_exactly_the_smallest_sets_are_found_where_most_is_answered(situation, random):
    pack, values = situation.pack, mostly_answered(situation, random)
    found = counterfactuals(pack, values, ())

    assert {(each.effect, plain(each.changes)) for each in found} == smallest(pack, values)


@settings(max_examples=150)
@given(situations())
def test_exactly_the_smallest_sets_are_found(situation):
    pack, values = situation.pack, situation.answers
    found = counterfactuals(pack, values, ())

    assert {(each.effect, plain(each.changes)) for each in found} == smallest(pack, values)
    assert len({plain(each.changes) for each in found}) == len(found)


@settings(max_examples=100)
@given(situations(monotone=True, collecting=True))
def test_the_same_in_packs_whose_tables_collect_and_are_monotone(situation):
    found = counterfactuals(situation.pack, situation.answers, ())

    assert {(each.effect, plain(each.changes)) for each in found} == smallest(situation.pack, situation.answers)


@pytest.mark.parametrize("name", case_names())
def test_on_the_shipped_cases_every_counterfactual_comes_to_what_it_says(name):
    pack, words = opened().get()
    values = case_reading(name).answers.values
    before = rank(pack, judged(pack, values))
    found = counterfactuals(pack, values, words.can_change())

    assert found
    for each in found:
        after = judged(pack, put(pack, values, dict(each.changes)))
        assert after == each.ends
        assert (rank(pack, after) < before) == (each.effect == LOWERS)
        assert (each.kind == DESIGN) == all(words.question(n).get("can_change", False) for n, _ in each.changes)
