"""The argument: every row of the tree holds, what it rests on makes it hold, and every table is told once."""

import pytest
from desk import case_names, case_reading, opened
from hypothesis import given, settings
from small import a_pack
from strategies import situations

from szai_assess.argument import Given, Judged, argument, tables_told
from szai_assess.classify import classify
from szai_assess.explain import reasons
from szai_assess.judgement import judgements
from szai_assess.ripple import Ripple

PACK = """
questions: {x: [a, b], y: [a, b], z: {many: [none, p, q]}, lines: {matrix: [rl1], options: [no, yes]}}
tables:
  level: {priority: [L1, L2], rows: {LV: {when: [{x: b}, {z: [p, q]}], then: L2}}}
  forced: {priority: [none, high], rows: {FH: {when: {y: b, level: L2}, then: high}}}
  tier:
    priority: [low, medium, high]
    rows: {T1: {when: {level: L2}, then: medium}, T2: {when: {forced: high}, then: high}}
  red1: {priority: [not_indicated, unresolved, indicated], rows: {RL: {when: {lines.rl1: yes}, then: indicated}}}
  pilot: {priority: [yes, no], rows: {PT: {when: {outcome: {other_than: [low]}}, then: no}}}
verdict: {red_lines: {rl1: red1}, axes: {level: level}, results: {art44: pilot}, reasons: [level, forced]}
"""
GRAVE = {"x": "b", "y": "b", "z": ["p"], "lines": {"rl1": "no"}}


def tree(values, pack=None):
    pack = pack or a_pack(PACK)
    verdict = classify(pack, values)
    return argument(pack, values, verdict, reasons(pack, values, verdict))


def test_the_outcome_goes_down_to_the_answers_through_every_way_that_is_enough():
    first = tree(GRAVE)[0]
    (rule, *_) = first.rules
    ((forced,),) = rule.ways
    ((answer, level),) = forced.rules[0].ways

    assert (first.table, first.part, rule.row, rule.effect, rule.must) == ("tier", "tier", "T2", "high", True)
    assert answer == Given("y", "b", ("b",), False)
    assert (level.table, level.part, level.item) == ("level", "axis", "level")
    assert level.rules[0].ways == (
        (Given("x", "b", ("b",), False),),
        (Given("z", ["p"], ("p", "q"), False),),
    )


def test_a_row_that_does_not_set_the_value_is_named_and_told_only_where_it_leads_to_something_new():
    first = tree(GRAVE)[0]

    assert [rule.row for rule in first.rules] == ["T2"]
    assert first.also == ("T1",)


def test_a_table_that_was_told_above_is_not_told_again():
    both = tree(
        GRAVE | {"x": "b"}, a_pack(PACK.replace("T2: {when: {forced: high}", "T2: {when: {forced: high, level: L2}"))
    )
    _, level = both[0].rules[0].ways[0]

    assert level == Judged("level", "axis", "level", ("L2",), (), (), True)


def test_where_no_row_holds_the_tables_that_were_read_stand_below():
    first = tree({"x": "a", "y": "a", "z": ["none"], "lines": {"rl1": "no"}})[0]

    assert (first.values, first.rules) == (("low",), ())
    assert [each.table for each in first.read] == ["level", "forced"]


def test_what_suspends_the_grading_comes_first_and_clean_red_lines_last():
    assert [node.table for node in tree(GRAVE)] == ["tier", "pilot", "red1"]
    assert [node.table for node in tree(GRAVE | {"lines": {"rl1": "yes"}})] == ["red1", "tier", "pilot"]
    assert [node.table for node in tree({**GRAVE, "lines": "unknown"})] == ["red1", "tier", "pilot"]


def test_an_open_answer_is_unknown_and_its_row_only_may_hold():
    first = tree(GRAVE | {"y": "unknown"})[0]

    assert (first.values, first.rules[0].row, first.rules[0].must) == (("medium", "high"), "T2", False)
    assert first.rules[0].ways[0][0].rules[0].ways[0][0] == Given("y", "unknown", ("b",), False)


def test_a_result_that_reads_the_outcome_rests_on_it():
    pilot = next(node for node in tree(GRAVE) if node.table == "pilot")

    assert pilot.rules[0].ways[0][0].name == "outcome"
    assert pilot.rules[0].ways[0][0].answer == "high"


def test_what_must_not_apply_is_told_as_such():
    pack = a_pack("""
questions: {x: {many: [none, p, q]}}
tables:
  notes: {collect: [calm, odd], level: warn, rows: {N1: {when: {x: {none: [q]}}, then: odd}}}
  tier: {priority: [low, high], rows: {T1: {when: {notes: odd}, then: high}}}
""")
    found = [node for node in tables_told(tree({"x": ["p"]}, pack)).values() if node.table == "notes"]

    assert all(rule.ways == ((Given("x", ["p"], ("q",), True),),) for node in found for rule in node.rules)


JUDGED = PACK.replace(
    "LV: {when: [{x: b}, {z: [p, q]}], then: L2}", "LV: {when: {x: b}, then: L2, basis: tool_judgement}"
)


def test_a_judgement_call_says_what_every_other_reading_of_that_one_thing_comes_to():
    pack = a_pack(JUDGED)
    verdict = classify(pack, GRAVE)
    found = judgements(pack, Ripple(pack, GRAVE, pack.goals.outcome_tables), tree(GRAVE, pack))

    assert verdict.outcome == "high"
    assert [(each.table, each.axis, each.value, each.rows) for each in found] == [("level", "level", "L2", ("LV",))]
    assert [(other.value, other.ends.outcome) for other in found[0].otherwise] == [("L1", "low")]


def rules_of(nodes):
    for node in nodes:
        yield from ((node, rule) for rule in node.rules)
        inner = [each for rule in node.rules for way in rule.ways for each in way]
        yield from rules_of([each for each in (*inner, *node.read) if isinstance(each, Judged)])


@settings(max_examples=150)
@given(situations(collecting=True))
def test_every_row_of_the_tree_fired_and_every_table_is_told_once(situation):
    pack, values = situation.pack, situation.answers
    fired = {
        (pack.table_name(each.table), pack.tables[each.table].rows[each.row].id): each.must
        for each in classify(pack, values).state.fired
    }
    nodes = tree(values, pack)
    found = list(rules_of(nodes))

    for node, rule in found:
        assert fired[node.table, rule.row] == rule.must
        assert rule.ways
    names = [node.table for node, _ in found]
    told = tables_told(nodes)
    assert set(names) <= set(told)
    assert {node.table for node in nodes} <= set(told)
    assert len({(node.table, rule.row) for node, rule in found}) == len(found)


@settings(max_examples=100)
@given(situations())
def test_the_state_after_a_row_is_left_out_or_an_answer_changed_is_that_of_the_whole_pack(situation):
    """What is taken again downstream is all that there is to take."""
    from brute import moves, put

    from szai_assess.classify import evaluated
    from szai_assess.masks import read

    pack, values = situation.pack, situation.answers
    ripple = Ripple(pack, values, range(len(pack.tables)))
    places = {variable.name: index for index, variable in enumerate(pack.variables)}
    for _, name, answer, variable in moves(pack, values):
        after = ripple.after({places[name]: read(variable, answer)})
        whole = evaluated(pack, put(pack, values, {name: answer}))
        tables = [table.variable for table in pack.tables]
        assert [after.possible[index] for index in tables] == [whole.possible[index] for index in tables]
        assert [after.certain[index] for index in tables] == [whole.certain[index] for index in tables]


@pytest.mark.parametrize("name", case_names())
def test_on_the_shipped_cases_every_reason_stands_in_the_tree(name):
    pack, _ = opened().get()
    values = case_reading(name).answers.values
    verdict = classify(pack, values)
    why = reasons(pack, values, verdict)
    nodes = argument(pack, values, verdict, why)
    told = {rule.row for _, rule in rules_of(nodes)} | {
        row for node in tables_told(nodes).values() for row in node.also
    }

    assert {reason.row for reason in why} <= told
