from hypothesis import given, settings
from hypothesis import strategies as st
from naive import choices
from small import a_pack
from strategies import Situation, situations

from szai_assess.classify import classify, evaluated
from szai_assess.slicing import Slice

CHAIN = """
questions:
  gate: [no, yes]
  harm: {one: [none, some, grave], when: {gate: yes}}
  reach: [few, lots]
  colour: [red, blue]
tables:
  tier:
    priority: [low, medium, high]
    rows:
      T1: {when: {reach: lots}, then: medium}
      T2: {when: {harm: grave, reach: lots}, then: high}
      T3: {when: {harm: grave}, then: high}
  side: {priority: [calm, alarm], rows: {S1: {when: {colour: red}, then: alarm}}}
"""


def deciding(rules, answers):
    return classify(a_pack(rules), answers).open.deciding


def required(rules, answers):
    return classify(a_pack(rules), answers).open.required


def test_from_which_tables_the_walk_starts_is_for_the_caller_to_say():
    pack = a_pack(CHAIN)
    state, names = evaluated(pack, {}), [variable.name for variable in pack.variables]
    tier, side = range(2)

    walk = Slice(pack, state)
    walk.tables([side])
    assert [names[index] for index in walk.live(range(len(names)))] == ["colour"]
    walk.tables([tier])
    assert [names[index] for index in walk.live({0, 3})] == ["gate", "colour"]


def test_a_question_that_no_goal_rests_on_is_not_live():
    assert "colour" not in deciding(CHAIN, {})


def test_a_question_that_only_a_result_rests_on_is_required_but_decides_nothing():
    rules = CHAIN + "verdict: {results: {side: side}}"

    assert "colour" not in deciding(rules, {})
    assert required(rules, {}) == ("gate", "reach", "colour")


def test_the_question_that_most_undecided_rows_name_comes_first_and_ties_keep_the_order_of_the_pack():
    assert deciding(CHAIN, {}) == ("harm", "reach", "gate")
    assert deciding(CHAIN, {"reach": "lots"}) == ("harm", "gate")
    assert deciding(CHAIN, {"harm": "grave", "reach": "unknown"}) == ("reach", "gate")


def test_a_row_that_leads_no_higher_than_what_is_certain_decides_nothing():
    assert deciding(CHAIN, {"gate": "no"}) == ("reach",)
    assert deciding(CHAIN, {"gate": "yes", "harm": "grave"}) == ()


def test_a_clause_that_cannot_hold_keeps_nothing_open():
    rules = """
questions: {x: [a, b], y: [a, b], z: [a, b]}
tables: {tier: {priority: [low, high], rows: {T1: {when: [{x: a, y: a}, {z: a}], then: high}}}}
"""

    assert deciding(rules, {"x": "b"}) == ("z",)


def test_the_walk_goes_through_tables_that_are_not_settled_and_through_what_opens_them():
    rules = """
questions: {x: [a, b], y: [a, b], opens: [no, yes], lines: {matrix: [rl1], options: [no]}}
tables:
  level: {priority: [l1, l2], when: {opens: yes}, not_asked: skipped, rows: {L1: {when: {x: b}, then: l2}}}
  tier: {unique: [low, high], rows: {T1: {when: {y: a}, then: low}, T2: {when: {y: b}, then: high}}}
  red:
    priority: [not_indicated, unresolved, indicated]
    rows: {R0: {when: {lines.rl1: no}, then: not_indicated}, R1: {when: {level: l2}, then: indicated}}
verdict: {red_lines: {rl1: red}}
"""

    assert deciding(rules, {}) == ("y", "x", "opens")
    assert deciding(rules, {"x": "a"}) == ("y",)
    assert deciding(rules, {"opens": "no"}) == ("y",)


def test_a_table_that_two_rows_read_is_walked_once():
    rules = """
questions: {x: [a, b, c]}
tables:
  level: {priority: [l1, l2, l3], rows: {L1: {when: {x: [b, c]}, then: l2}, L2: {when: {x: c}, then: l3}}}
  tier:
    priority: [low, medium, high]
    rows: {T1: {when: {level: [l2, l3]}, then: medium}, T2: {when: {level: l3}, then: high}}
"""

    assert deciding(rules, {}) == ("x",)


def test_a_question_that_may_be_asked_waits_for_its_gate_and_unknown_is_an_answer():
    assert required(CHAIN, {}) == ("gate", "reach")
    assert required(CHAIN, {"gate": "yes"}) == ("harm", "reach")
    assert required(CHAIN, {"gate": "unknown"}) == ("harm", "reach")
    assert required(CHAIN, {"gate": "no"}) == ("reach",)


TWO_GATES = """
questions:
  first: [no, yes]
  second: [no, yes]
  harm: {one: [none, grave], when: [{first: yes}, {second: yes}]}
tables: {tier: {priority: [low, high], rows: {T1: {when: {harm: grave}, then: high}}}}
"""


def test_a_question_that_must_be_asked_is_required_though_another_of_its_gates_is_open():
    assert deciding(TWO_GATES, {"first": "yes"}) == ("harm",)
    assert required(TWO_GATES, {"first": "yes"}) == ("harm",)


def test_a_gate_that_is_a_table_is_waited_for_by_the_questions_beneath_it():
    rules = """
questions:
  x: [a, b]
  more: {one: [no, yes], when: {level: l2}}
tables:
  level: {priority: [l1, l2], rows: {L1: {when: {x: b}, then: l2}}}
  tier: {priority: [low, high], rows: {T1: {when: {more: yes}, then: high}}}
"""

    assert required(rules, {}) == ("x", "more")
    assert required(rules, {"x": "unknown"}) == ("more",)


def test_what_is_known_in_part_can_decide_but_is_not_required():
    assert deciding(CHAIN, {"gate": "yes", "reach": "few", "harm": ["some", "grave"]}) == ("harm",)
    assert required(CHAIN, {"gate": "yes", "reach": "few", "harm": ["some", "grave"]}) == ()


def goals(world):
    """What the outcome rests on."""
    return world.tier, tuple(world.red_lines.items()), world.in_scope


@settings(max_examples=150)
@given(situations())
def test_between_completions_that_agree_on_the_live_questions_the_outcome_is_the_same(situation: Situation):
    live = classify(situation.pack, situation.answers).open.deciding
    found: dict = {}
    for world in situation.worlds():
        agreed = tuple(tuple(sorted(world[name] or ())) for name in live)
        found.setdefault(agreed, set()).add(goals(world))

    assert dict.fromkeys(found, 1) == {agreed: len(outcomes) for agreed, outcomes in found.items()}


@settings(max_examples=100)
@given(situations(), st.data())
def test_an_answer_to_a_question_that_is_not_live_never_changes_the_outcome(situation: Situation, data):
    verdict = classify(situation.pack, situation.answers)
    settled = {
        variable.name: data.draw(st.sampled_from(choices(variable.many, list(variable.options), value)))
        for variable in situation.pack.variables[: len(situation.pack.questions)]
        for value in [situation.answers.get(variable.name)]
        if variable.name not in verdict.open.deciding
    }
    after = classify(situation.pack, situation.answers | settled)

    assert (verdict.outcome, verdict.lowest, verdict.highest) == (after.outcome, after.lowest, after.highest)
    assert verdict.red_lines == after.red_lines
    assert verdict.open.deciding == after.open.deciding


@settings(max_examples=150)
@given(situations())
def test_while_an_unanswered_question_is_live_one_that_can_be_asked_now_is_required(situation: Situation):
    pack, open_ = situation.pack, classify(situation.pack, situation.answers).open
    live = set(open_.deciding) & set(open_.unanswered)

    assert bool(live) == bool(open_.required)
    assert set(open_.required) <= live
    assert list(open_.required) == [v.name for v in pack.variables if v.name in open_.required]


def test_what_else_would_open_a_table_that_is_asked_anyway_decides_nothing():
    rules = """
questions: {x: [a, b], sure: [no, yes], open: [no, yes]}
tables:
  level: {priority: [l1, l2], when: [{sure: yes}, {open: yes}], not_asked: skipped, rows: {L1: {when: {x: b}, then: l2}}}
  tier: {priority: [low, high], rows: {T1: {when: {level: l2}, then: high}}}
"""

    assert deciding(rules, {"sure": "yes"}) == ("x",)


def test_a_row_that_holds_anyway_keeps_nothing_open_in_a_table_that_may_not_be_asked():
    rules = """
questions: {x: [a, b], y: [a, b], opens: [no, yes]}
tables:
  level: {priority: [l1, l2], when: {opens: yes}, not_asked: skipped, rows: {L1: {when: [{x: b}, {y: b}], then: l2}}}
  tier: {priority: [low, high], rows: {T1: {when: {level: l2}, then: high}}}
"""

    assert deciding(rules, {"x": "b"}) == ("opens",)
