"""Which open answers settle a verdict, against brute force."""

from brute import judged, put, settled, settling
from hypothesis import given, settings
from small import a_pack
from strategies import situations

from szai_assess import deciding as module
from szai_assess.classify import classify
from szai_assess.deciding import deciding

PACK = """
questions: {x: [a, b], y: [a, b], z: {many: [none, p, q]}}
tables:
  tier: {priority: [low, high], rows: {T1: {when: {x: b, y: b}, then: high}, T2: {when: {z: q}, then: high}}}
"""


def weighed(pack, values):
    return deciding(pack, values, classify(pack, values))


def test_a_settled_verdict_has_nothing_that_decides():
    assert weighed(a_pack(PACK), {"x": "a", "y": "a", "z": ["p"]}) == ((), (), 0)


def test_one_open_answer_settles_where_it_alone_is_open_and_each_value_says_what_it_gives():
    found = weighed(a_pack(PACK), {"x": "b", "y": "unknown", "z": ["p"]})
    ((names, worth),) = found.sets

    assert names == ("y",)
    assert [(dict(each.answers), each.ends.outcome, each.settled) for each in worth] == [
        ({"y": "a"}, "low", True),
        ({"y": "b"}, "high", True),
    ]
    assert found.looked == 1


def test_where_two_are_needed_the_pair_is_told_and_each_by_itself_beside_it():
    found = weighed(a_pack(PACK), {"z": ["none"]})

    assert [each.names for each in found.sets] == [("x", "y")]
    assert [(each.names, [one.settled for one in each.worth]) for each in found.alone] == [
        (("x",), [True, False]),
        (("y",), [True, False]),
    ]


def test_of_a_selection_every_combination_is_tried_and_each_option_is_told_beside_what_is_certain():
    found = weighed(a_pack(PACK), {"x": "a", "z": ["p", "unknown"]})
    ((_, worth),) = found.sets

    assert [dict(each.answers)["z"] for each in worth] == [["p"], ["p", "q"]]


def test_a_set_of_very_many_combinations_is_named_without_them(monkeypatch):
    monkeypatch.setattr(module, "LISTED", 3)
    ((names, worth),) = weighed(a_pack(PACK), {"z": ["none"]}).sets

    assert (names, worth) == (("x", "y"), ())


def test_where_there_are_too_many_sets_it_says_how_far_it_looked(monkeypatch):
    monkeypatch.setattr(module, "SETS", 2)
    found = weighed(a_pack(PACK), {})

    assert (found.sets, found.looked) == ((), 0)
    assert len(found.alone) == 3


def test_a_set_of_too_many_combinations_is_not_said_to_settle(monkeypatch):
    monkeypatch.setattr(module, "TRIED", 1)

    assert weighed(a_pack(PACK), {"x": "b", "y": "unknown", "z": ["p"]}).sets == ()


@settings(max_examples=150)
@given(situations())
def test_exactly_the_smallest_settling_sets_are_found_and_each_value_gives_what_classify_says(situation):
    pack, values = situation.pack, situation.answers
    verdict = classify(pack, values)
    found = deciding(pack, values, verdict)

    if settled(pack, values):
        assert found == ((), (), 0)
        return
    assert {frozenset(each.names) for each in found.sets} == {frozenset(names) for names in settling(pack, values, 3)}
    for each in (*found.sets, *found.alone):
        for worth in each.worth:
            after = put(pack, values, dict(worth.answers))
            assert judged(pack, after) == worth.ends
            assert settled(pack, after) == worth.settled
            assert worth.settled or each in found.alone
