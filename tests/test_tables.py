import pytest
from small import a_pack

from szai_assess.classify import classify, evaluated, outputs, result
from szai_assess.errors import PackError
from szai_assess.tables import evaluate


def words(rules, answers, table="tier"):
    """The words that a table of a small pack may have."""
    pack = a_pack(rules)
    number = next(number for number in range(len(pack.tables)) if pack.table_name(number) == table)
    return outputs(pack, number, evaluated(pack, answers))


PRIORITY = """
questions:
  harm: [none, some, grave]
  reach: [few, lots]
tables:
  tier:
    priority: [low, medium, high]
    rows:
      T1: {when: {harm: [some, grave]}, then: medium}
      T2: {when: {harm: grave, reach: lots}, then: high}
      T3: {when: {harm: none}, then: low}
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"harm": "none"}, ("low",)),
        ({"harm": "some"}, ("medium",)),
        ({"harm": "grave", "reach": "lots"}, ("high",)),
        ({"harm": "grave"}, ("medium", "high")),
        ({"harm": ["some", "grave"], "reach": "few"}, ("medium",)),
        ({"reach": "few"}, ("low", "medium")),
        ({}, ("low", "medium", "high")),
    ],
)
def test_of_a_priority_table_the_highest_row_wins_and_the_first_output_is_the_default(answers, expected):
    assert expected == words(PRIORITY, answers)


UNIQUE = """
questions: {x: [a, b], y: [a, b]}
tables:
  tier:
    unique: [low, medium, high]
    rows:
      U1: {when: {x: a, y: a}, then: low}
      U2: {when: {x: a, y: b}, then: medium}
      U3: {when: {x: b}, then: high}
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"x": "a", "y": "b"}, ("medium",)),
        ({"x": "b"}, ("high",)),
        ({"x": "a"}, ("low", "medium")),
        ({"y": "a"}, ("low", "high")),
        ({}, ("low", "medium", "high")),
    ],
)
def test_of_a_unique_table_each_row_that_may_hold_is_possible(answers, expected):
    assert expected == words(UNIQUE, answers)


@pytest.mark.parametrize(("x", "named"), [("both", "U1, U2"), ("neither", "-")])
def test_a_unique_table_of_which_two_rows_or_none_hold_is_no_unique_table(x, named):
    pack = a_pack("""
questions: {x: [first, second, both, neither]}
tables:
  tier:
    unique: [low, high]
    rows:
      U1: {when: {x: [first, both]}, then: low}
      U2: {when: {x: [second, both]}, then: high}
""")

    with pytest.raises(PackError) as raised:
        classify(pack, {"x": x})

    (fault,) = raised.value.faults
    assert ("P030", {"table": "tier", "rows": named}) == (fault.code, fault.details)
    assert classify(pack, {})[1:3] == ("low", "high")


def test_a_unique_table_without_rows_is_named_too():
    pack = a_pack("{questions: {x: [a]}, tables: {tier: {unique: [low], rows: {}}}}")

    with pytest.raises(PackError) as raised:
        classify(pack, {})

    assert raised.value.faults[0].details == {"table": "tier", "rows": "-"}


COLLECT = """
questions: {x: {many: [none, a, b]}}
tables:
  marks:
    collect: [first, second]
    rows:
      C1: {when: {x: a}, then: first}
      C2: {when: {x: b}, then: second}
  tier: {priority: [low], rows: {}}
"""


@pytest.mark.parametrize(
    ("x", "certain", "possible"),
    [(["a", "b"], 0b11, 0b11), (["a"], 0b01, 0b01), (["a", "unknown"], 0b01, 0b11), (None, 0b00, 0b11)],
)
def test_of_a_collect_table_all_rows_that_hold_count(x, certain, possible):
    state = evaluated(a_pack(COLLECT), {"x": x})

    assert (certain, possible) == (state.certain[1] & 0b11, state.possible[1] & 0b11)


def test_a_table_that_warns_has_rows_that_fire_and_no_value():
    pack = a_pack("""
questions: {x: [a, b]}
tables:
  notes: {collect: [], level: warn, rows: {W1: {when: {x: a}}, W2: {when: {x: b}}}}
  tier: {priority: [low], rows: {}}
""")

    assert evaluated(pack, {"x": "a"}).fired == [(0, 0, True)]
    assert evaluated(pack, {}).fired == [(0, 0, False), (0, 1, False)]
    assert outputs(pack, 0, evaluated(pack, {})) == ()


GATED = """
questions: {wanted: [no, yes], x: [a, b]}
tables:
  pilot:
    priority: [granted, refused]
    when: {wanted: yes}
    not_asked: not_sought
    undecided: open
    rows: {P1: {when: {x: b}, then: refused}}
  after: {priority: [calm, alarm], rows: {A1: {when: {pilot: [granted, refused]}, then: alarm}}}
  tier: {priority: [low], rows: {}}
verdict: {results: {art44: pilot}}
"""


@pytest.mark.parametrize(
    ("answers", "expected", "word"),
    [
        ({"wanted": "yes", "x": "a"}, ("granted",), "granted"),
        ({"wanted": "yes"}, ("granted", "refused"), "open"),
        ({"wanted": "no"}, ("not_sought",), "not_sought"),
        ({"wanted": "no", "x": "b"}, ("not_sought",), "not_sought"),
        ({"x": "a"}, ("granted", "not_sought"), "open"),
    ],
)
def test_a_table_that_is_not_asked_has_a_word_of_its_own_and_one_that_is_not_settled_another(answers, expected, word):
    pack = a_pack(GATED)

    assert expected == words(GATED, answers, "pilot")
    assert word == result(pack, 0, evaluated(pack, answers))
    assert (("art44", word),) == classify(pack, answers).results


def test_without_a_word_for_the_undecided_the_highest_stands():
    pack = a_pack(GATED.replace("undecided: open", ""))

    assert result(pack, 0, evaluated(pack, {"wanted": "yes"})) == "refused"


def test_of_a_table_that_is_not_asked_every_condition_is_false_and_of_one_that_may_be_none_is_certain():
    assert words(GATED, {"wanted": "no"}, "after") == ("calm",)
    assert words(GATED, {}, "after") == ("calm", "alarm")
    assert words(GATED, {"wanted": "yes"}, "after") == ("alarm",)


def test_a_row_of_a_table_that_may_not_be_asked_only_may_fire():
    assert [fired.must for fired in evaluated(a_pack(GATED), {"x": "b"}).fired if not fired.table] == [False]


def test_a_table_that_is_not_asked_fires_no_row():
    assert [fired for fired in evaluated(a_pack(GATED), {"wanted": "no", "x": "b"}).fired if not fired.table] == []


def fired(rules, answers, skip=-1):
    pack = a_pack(rules)
    state = evaluated(pack, answers)
    rows = evaluate(pack, 0, state.certain, state.possible, skip)
    return [pack.tables[row.table].rows[row.row].id for row in rows], outputs(pack, 0, state)


def test_a_row_that_is_left_out_of_a_priority_table_hands_over_to_the_next_lower():
    answers = {"harm": "grave", "reach": "lots"}

    assert fired(PRIORITY, answers) == (["T1", "T2"], ("high",))
    assert fired(PRIORITY, answers, 1) == (["T1"], ("medium",))


def test_a_row_that_is_left_out_of_a_unique_table_leaves_the_lowest_output():
    assert fired(UNIQUE, {"x": "b"}) == (["U3"], ("high",))
    assert fired(UNIQUE, {"x": "b"}, 2) == ([], ("low",))
    assert fired(UNIQUE, {}, 2) == (["U1", "U2"], ("low", "medium"))
