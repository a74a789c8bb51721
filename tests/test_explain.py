import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import World
from small import a_pack
from strategies import Situation, situations

from szai_assess.classify import classify
from szai_assess.explain import caveats, reasons

GRADED = """
questions:
  kind: {many: [none, ml]}
  reach: [few, some, lots]
  harm: {one: [none, some, grave], when: {kind: ml}}
  lines: {matrix: [rl1, rl2], options: [no, yes]}
  wanted: [no, yes]
tables:
  reach_level: {priority: [E1, E2], rows: {EX: {when: {reach: [some, lots]}, then: E2}}}
  base:
    unique: [low, medium, high]
    rows:
      MX-1: {when: {reach_level: E1}, then: low}
      MX-2: {when: {reach_level: E2}, then: medium}
  forced: {priority: [none, high], rows: {FH: {when: {harm: grave}, then: high}}}
  tier:
    priority: [low, medium, high]
    rows:
      T0: {when: {base: low}, then: low}
      T1: {when: {base: [medium, high]}, then: medium}
      T2: {when: [{base: high}, {forced: high}], then: high}
  scope: {priority: [in, out], rows: {SC: {when: {kind: none}, then: out}}}
  red1: {priority: [not_indicated, unresolved, indicated], rows: {RL: {when: {lines.rl1: yes}, then: indicated}}}
  pilot:
    priority: [yes, no]
    when: {wanted: yes}
    not_asked: not_sought
    rows: {PT: {when: {outcome: {other_than: [low]}}, then: no}, PL: {when: {reach: lots}, then: no}}
  notes: {collect: [], level: warn, rows: {W1: {when: {harm: grave}}, W2: {when: {reach: few}}}}
verdict:
  red_lines: {rl1: red1}
  out_of_scope: {table: scope, value: out}
  results: {art44: pilot}
  reasons: [forced, base, tier, red1, scope, pilot]
"""
LOTS = {"kind": ["ml"], "reach": "lots", "harm": "some", "lines": {"rl1": "no", "rl2": "no"}, "wanted": "no"}


@pytest.fixture(scope="module")
def pack():
    return a_pack(GRADED)


def told(pack, answers):
    return {reason.row: reason for reason in reasons(pack, answers, classify(pack, answers))}


def test_a_reason_names_row_table_effect_grounds_and_the_answers_beneath(pack):
    reason = told(pack, LOTS)["MX-2"]

    assert tuple(reason) == ("MX-2", "base", "medium", True, True, "standard", ("1",), (("reach", "lots"),))


def test_a_row_that_gives_the_default_is_no_reason_but_a_row_of_a_unique_table_is(pack):
    assert list(told(pack, LOTS | {"reach": "few"})) == ["MX-1"]


def test_of_an_open_unique_table_only_the_worst_row_is_a_reason(pack):
    found = told(pack, LOTS | {"reach": "unknown"})

    assert list(found) == ["MX-2", "T1"]
    assert not found["MX-2"].must
    assert found["MX-2"].answers == (("reach", "unknown"),)


def test_a_reason_is_decisive_where_without_it_the_tier_would_be_lower(pack):
    found = told(pack, LOTS | {"harm": "grave"})

    assert {row: reason.decisive for row, reason in found.items()} == {
        "FH": True,
        "T2": True,
        "MX-2": False,
        "T1": False,
    }
    assert list(found) == ["FH", "T2", "MX-2", "T1"]


def test_two_rows_that_each_suffice_are_both_not_decisive():
    pack = a_pack("""
questions: {x: [a, b]}
tables: {tier: {priority: [low, high], rows: {T1: {when: {x: b}, then: high}, T2: {when: {x: [b]}, then: high}}}}
""")

    assert [reason.decisive for reason in told(pack, {"x": "b"}).values()] == [False, False]


def test_a_red_line_the_scope_and_a_result_are_measured_by_themselves(pack):
    found = told(pack, LOTS | {"lines": {"rl1": "yes", "rl2": "no"}, "wanted": "yes"})

    assert {row: found[row].decisive for row in ("RL", "PT", "PL")} == {"RL": True, "PT": False, "PL": False}
    assert told(pack, LOTS | {"kind": ["none"]})["SC"].decisive
    assert told(pack, LOTS | {"reach": "some", "wanted": "yes"})["PT"].decisive


def test_the_reasons_of_other_results_come_after_those_of_the_outcome(pack):
    found = list(told(pack, LOTS | {"reach": "some", "wanted": "yes", "harm": "grave"}))

    assert found == ["FH", "T2", "MX-2", "T1", "PT"]


def test_a_row_that_reads_the_outcome_rests_on_no_answer_of_its_own(pack):
    assert told(pack, LOTS | {"wanted": "yes"})["PT"].answers == ()


def test_a_clause_that_cannot_hold_adds_no_answer(pack):
    assert told(pack, LOTS | {"harm": "grave"})["T2"].answers == (("harm", "grave"),)


def test_an_answer_beneath_is_given_as_it_stands_once_and_in_the_order_of_the_pack(pack):
    many = a_pack("""
questions: {x: {many: [none, a, b]}, y: [a, b]}
tables:
  first: {priority: [p, q], rows: {F1: {when: {x: a}, then: q}}}
  second: {priority: [p, q], rows: {S1: {when: {y: b, x: b}, then: q}}}
  tier: {priority: [low, high], rows: {T1: {when: {second: q, first: q}, then: high}}}
""")

    assert told(many, {"y": "b", "x": ["a", "b"]})["T1"].answers == (("x", ["a", "b"]), ("y", "b"))
    assert told(pack, LOTS | {"lines": {"rl1": "yes", "rl2": "no"}})["RL"].answers == (("lines.rl1", "yes"),)


def test_an_answer_that_is_open_is_unknown(pack):
    answers = {name: value for name, value in LOTS.items() if name != "harm"}

    assert told(pack, answers)["FH"].answers == (("harm", "unknown"),)


def test_a_red_line_that_is_open_is_no_reason(pack):
    assert "RL" not in told(pack, {name: value for name, value in LOTS.items() if name != "lines"})
    assert "RL" in told(pack, LOTS | {"lines": {"rl1": "yes"}})


def test_a_question_that_is_not_asked_is_not_among_the_answers():
    pack = a_pack("""
questions: {x: [a, b], y: {one: [a, b], when: {x: b}}}
tables:
  t: {priority: [p, q], rows: {L1: {when: {y: b}, then: q}}}
  notes: {priority: [calm, alarm], rows: {N1: {when: [{x: a}, {y: b}], then: alarm}}}
  tier: {priority: [low, high], rows: {T1: {when: {notes: alarm, t: [p, q]}, then: high}}}
""")
    found = told(pack, {"x": "a"})

    assert (("x", "a"),) == found["T1"].answers == found["N1"].answers


def test_a_row_that_holds_because_a_question_is_not_asked_rests_on_no_answer_to_it():
    pack = a_pack("""
questions: {x: [a, b], y: {one: [a, b], when: {x: b}}}
tables:
  notes: {collect: [calm, odd], level: warn, rows: {N1: {when: {x: a, y: {none: [b]}}, then: odd}}}
  tier: {priority: [low], rows: {}}
verdict: {reasons: [notes]}
""")

    assert told(pack, {"x": "a", "y": "b"})["N1"].answers == (("x", "a"),)


def test_caveats_are_the_rows_that_warn_for_certain(pack):
    assert caveats(pack, classify(pack, LOTS | {"harm": "grave"})) == ("W1",)
    assert caveats(pack, classify(pack, LOTS | {"reach": "few"})) == ("W2",)
    assert caveats(pack, classify(pack, LOTS | {"harm": "unknown", "reach": "unknown"})) == ()


RANKS = {"tier": ["low", "medium", "high"], "scope": ["in", "out"], "red": ["not_indicated", "unresolved", "indicated"]}


@settings(max_examples=120)
@given(situations(), st.randoms(use_true_random=False))
def test_a_row_is_decisive_exactly_where_the_pack_without_it_judges_lower(situation: Situation, random):
    world = random.choice(situation.worlds())
    for reason in reasons(situation.pack, world.answers, classify(situation.pack, world.answers)):
        goal = reason.table if reason.table.startswith(("scope", "red")) else "tier"
        ranks = RANKS[goal.rstrip("01")]
        before, after = world.only(goal), World(situation.written, world.answers, reason.row).only(goal)

        assert (ranks.index(after) < ranks.index(before)) == reason.decisive, reason.row
