"""Rows that one answer keeps from holding, against brute force."""

from brute import judged, moves, plain, put
from hypothesis import given, settings
from small import a_pack
from strategies import situations

from szai_assess.classify import evaluated
from szai_assess.nearest import near_misses

PACK = """
questions: {x: [a, b], y: [a, b, c], z: {one: [a, b], when: {x: b}}}
tables:
  level: {priority: [L1, L2], rows: {LV: {when: {y: [b, c]}, then: L2}}}
  forced: {priority: [none, high], rows: {FH: {when: {x: b, level: L2}, then: high}, FZ: {when: {z: b}, then: high}}}
  tier: {priority: [low, high], rows: {T1: {when: {forced: high}, then: high}}}
verdict: {reasons: [forced]}
"""


def told(values):
    return {
        miss.row: [(way.name, way.answer, way.ends.outcome) for way in miss.ways]
        for miss in near_misses(a_pack(PACK), values)
    }


def test_a_row_one_answer_away_is_told_with_every_answer_that_would_do_through_tables_too():
    assert told({"x": "b", "y": "a", "z": "a"}) == {
        "FH": [("y", "b", "high"), ("y", "c", "high")],
        "FZ": [("z", "b", "high")],
    }


def test_a_row_two_answers_away_or_behind_a_question_that_is_not_asked_is_none():
    assert told({"x": "a", "y": "a"}) == {}


def test_a_row_that_may_hold_is_no_miss():
    assert told({"x": "b", "y": "a", "z": "unknown"}) == {"FH": [("y", "b", "high"), ("y", "c", "high")]}


def rows_that_hold(pack, values):
    """(row, how far its table is certain of it)."""
    state = evaluated(pack, values)
    return {(each.table, each.row): each.must for each in state.fired}


@settings(max_examples=120)
@given(situations(collecting=True))
def test_exactly_the_rows_that_one_change_makes_hold_are_found(situation):
    pack, values = situation.pack, situation.answers
    before, state = rows_that_hold(pack, values), evaluated(pack, values)
    wanted = set()
    for steps, name, answer, _ in moves(pack, values):
        if steps == 1:
            for (table, row), must in rows_that_hold(pack, put(pack, values, {name: answer})).items():
                described = pack.tables[table]
                floor = state.possible[described.variable] & pack.variables[described.variable].every
                least = floor.bit_length() - 1 if described.hit == "unique" else 0
                if (
                    must
                    and (table, row) not in before
                    and described.rows[row].then > least
                    and table in pack.goals.reasons
                ):
                    wanted.add((described.rows[row].id, plain([(name, answer)])))
    found = near_misses(pack, values)

    assert {(miss.row, plain([(way.name, way.answer)])) for miss in found for way in miss.ways} == wanted
    for miss in found:
        assert all(judged(pack, put(pack, values, {way.name: way.answer})) == way.ends for way in miss.ways)
