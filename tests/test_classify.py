import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import World
from small import a_pack, compiled_from
from strategies import Situation, possible_answers, situations

from szai_assess.classify import classify, evaluated
from szai_assess.condition import CANNOT, MAY, MUST
from szai_assess.condition import variables as read_by
from szai_assess.errors import PackError

CONSIDERED = """
questions:
  tech: {many: [none, ml, agent]}
  harm: {one: [none, some, grave], when: {tech: {other_than: [none]}}}
  lines: {matrix: [rl1, rl2], options: [no, yes], when: {tech: {other_than: [none]}}}
  doubt: {one: [no, yes], when: {tech: {other_than: [none]}}}
  purpose: text
  card: {form: [name, address]}
tables:
  scope: {priority: [in, out], rows: {SC: {when: {tech: none}, then: out}}}
  tier:
    priority: [low, medium, high]
    rows:
      T1: {when: {harm: [some, grave]}, then: medium}
      T2: {when: {harm: grave}, then: high}
  red1:
    priority: [not_indicated, unresolved, indicated]
    rows: {R1: {when: {lines.rl1: yes}, then: indicated}, R2: {when: {doubt: yes}, then: unresolved}}
  red2: {priority: [not_indicated, unresolved, indicated], rows: {R3: {when: {lines.rl2: yes}, then: indicated}}}
verdict:
  red_lines: {rl1: red1, rl2: red2}
  out_of_scope: {table: scope, value: out}
  axes: {severity: tier}
  supervision: {low: tracking, medium: tracking, high: warning}
obligations:
  OB1: {harm: grave}
  OB2: {supervision: warning}
  OB3: {tech: {none: [agent]}}
documents:
  summary: {outcome: {other_than: [prohibited_suspected]}}
  plan: {supervision: warning}
  explanation: {harm: [some, grave]}
"""
CALM = {"tech": ["ml"], "harm": "none", "lines": {"rl1": "no", "rl2": "no"}, "doubt": "no"}


@pytest.fixture(scope="module")
def pack():
    return a_pack(CONSIDERED)


@pytest.mark.parametrize(
    ("change", "outcome", "supervision"),
    [
        ({}, "low", "tracking"),
        ({"harm": "some"}, "medium", "tracking"),
        ({"harm": "grave"}, "high", "warning"),
        ({"harm": ["none", "some"]}, "medium", "tracking"),
        ({"harm": "unknown"}, "high", "warning"),
        ({"doubt": "yes"}, "on_hold", "tracking"),
        ({"doubt": "unknown"}, "on_hold", "tracking"),
        ({"lines": "unknown"}, "on_hold", "tracking"),
        ({"lines": {"rl1": "no"}}, "on_hold", "tracking"),
        ({"lines": {"rl1": "yes", "rl2": "no"}}, "prohibited_suspected", ""),
        ({"lines": {"rl1": "yes"}, "doubt": "yes"}, "prohibited_suspected", ""),
        ({"tech": ["none"]}, "out_of_scope", ""),
        ({"tech": "unknown", "lines": {"rl1": "yes", "rl2": "no"}}, "on_hold", "tracking"),
        ({"tech": "unknown"}, "low", "tracking"),
    ],
)
def test_the_outcome_is_prohibited_before_on_hold_before_out_of_scope_before_the_highest_tier(
    pack, change, outcome, supervision
):
    verdict = classify(pack, CALM | change)

    assert (outcome, supervision) == (verdict.outcome, verdict.supervision)


@pytest.mark.parametrize(
    ("lines", "statuses"),
    [
        ({"rl1": "no", "rl2": "no"}, ("not_indicated", "not_indicated")),
        ({"rl1": "yes", "rl2": "no"}, ("indicated", "not_indicated")),
        ({"rl1": "unknown", "rl2": "yes"}, ("unresolved", "indicated")),
        ({"rl2": "no"}, ("unresolved", "not_indicated")),
        (None, ("unresolved", "unresolved")),
    ],
)
def test_a_red_line_is_indicated_or_not_only_where_that_is_certain(pack, lines, statuses):
    answers = {name: value for name, value in (CALM | {"lines": lines}).items() if value is not None}

    assert tuple(zip(("rl1", "rl2"), statuses, strict=True)) == classify(pack, answers).red_lines


def test_the_scope_stands_before_a_red_line_only_where_the_red_line_is_not_asked(pack):
    assert classify(pack, {"tech": ["none"]}).outcome == "out_of_scope"
    assert classify(a_pack(CONSIDERED.replace("{doubt: yes}", "{tech: none}")), {"tech": ["none"]}).outcome == "on_hold"


def test_without_a_table_for_the_scope_everything_is_in_scope():
    rules = CONSIDERED.replace("  out_of_scope: {table: scope, value: out}\n", "")

    assert classify(a_pack(rules), {"tech": ["none"]}).outcome == "low"


def test_the_range_is_from_the_lowest_to_the_highest_tier_and_settled_where_they_meet(pack):
    verdict = classify(pack, CALM | {"harm": ["some", "grave"]})

    assert (verdict.lowest, verdict.highest, verdict.settled, verdict.graded) == ("medium", "high", False, True)
    assert verdict.axes == (("severity", ("medium", "high")),)
    assert classify(pack, CALM).settled
    assert not classify(pack, {"tech": ["none"]}).graded


def test_a_tier_whose_table_may_not_be_asked_is_refused():
    rules = """
questions: {x: [a, b], z: [no, yes]}
tables: {tier: {priority: [low, high], when: {x: b}, not_asked: skipped, rows: {T1: {when: {z: yes}, then: high}}}}
"""

    with pytest.raises(PackError) as refused:
        a_pack(rules)

    assert [fault.code for fault in refused.value.faults] == ["P023"]


def test_an_obligation_is_likely_where_it_must_hold_and_undetermined_where_it_may(pack):
    def statuses(change):
        return [status for _, status in classify(pack, CALM | change).obligations]

    assert statuses({}) == ["not_indicated", "not_indicated", "likely"]
    assert statuses({"harm": "grave"}) == ["likely", "likely", "likely"]
    assert statuses({"harm": "unknown", "tech": ["ml", "unknown"]}) == ["undetermined", "likely", "undetermined"]
    assert statuses({"tech": ["agent"]}) == ["not_indicated", "not_indicated", "not_indicated"]


def test_a_document_is_written_where_its_condition_must_or_may_hold(pack):
    assert classify(pack, CALM).documents == ("summary",)
    assert classify(pack, CALM | {"harm": "unknown"}).documents == ("summary", "plan", "explanation")
    assert classify(pack, CALM | {"lines": {"rl1": "yes"}}).documents == ()


def test_open_is_what_is_asked_and_not_fully_answered(pack):
    some = classify(
        pack, {"tech": ["ml", "unknown"], "harm": ["none", "some"], "lines": {"rl1": "no"}, "card": {}}
    ).open

    assert some.unknown == ("tech", "harm")
    assert some.unanswered == ("lines.rl2", "doubt", "purpose")
    assert classify(pack, {"tech": ["none"]}).open.unanswered == ("purpose", "card")
    assert classify(pack, CALM | {"purpose": "", "card": {}}).open == ((), (), (), ())


def test_a_hidden_answer_has_no_effect_and_is_named(pack):
    hidden = {"tech": ["none"], "harm": "grave", "lines": {"rl1": "yes"}}
    verdict, plain = classify(pack, hidden), classify(pack, {"tech": ["none"]})

    assert verdict.hidden == ("harm", "lines")
    assert plain._replace(hidden=(), state=None) == verdict._replace(hidden=(), state=None)


def test_a_hidden_gate_opens_nothing_behind_it():
    rules = """
questions:
  first: [no, yes]
  second: {one: [no, yes], when: {first: yes}}
  third: {one: [no, yes], when: {second: yes}}
tables: {tier: {priority: [low, high], rows: {T1: {when: {third: yes}, then: high}}}}
"""
    verdict = classify(a_pack(rules), {"first": "no", "second": "yes", "third": "yes"})

    assert (verdict.outcome, verdict.hidden) == ("low", ("second", "third"))
    assert verdict.state.asked == [MUST, CANNOT, CANNOT]


def test_of_a_question_that_may_be_asked_the_answer_is_possible_and_nothing_is_certain(pack):
    state = evaluated(pack, CALM | {"tech": "unknown", "harm": "grave"})
    harm = pack.variables[1]

    assert state.asked[1] == MAY
    assert (0, 0b100 | harm.not_asked) == (state.certain[1], state.possible[1])


def test_a_matrix_answered_unknown_is_unknown_in_every_row(pack):
    assert classify(pack, CALM | {"lines": "unknown"}).open.unknown == ("lines.rl1", "lines.rl2")
    assert classify(pack, CALM | {"lines": {"rl1": "unknown", "rl2": "no"}}).open.unknown == ("lines.rl1",)


def test_every_step_comes_after_all_that_it_reads():
    pack = a_pack("""
questions:
  late: {one: [no, yes], when: {tier: high}}
  x: {one: [no, yes], when: {y: yes}}
  y: [no, yes]
tables:
  pilot: {priority: [yes, no], rows: {P1: {when: {outcome: {other_than: [low]}, late: no}, then: no}}}
  tier: {priority: [low, high], rows: {T1: {when: {x: yes}, then: high}}}
""")
    order = list(pack.steps)
    place = {
        index: order.index(("question", number)) for number, q in enumerate(pack.questions) for index in q.variables
    }
    place |= {table.variable: order.index(("table", number)) for number, table in enumerate(pack.tables)}
    place |= {pack.goals.outcome: order.index(("outcome", 0)), pack.goals.supervised: order.index(("outcome", 0))}
    for number, question in enumerate(pack.questions):
        assert all(place[index] < order.index(("question", number)) for index in read_by(question.when))
    for number, table in enumerate(pack.tables):
        for condition in (table.when, *(row.when for row in table.rows)):
            assert all(place[index] < order.index(("table", number)) for index in read_by(condition))
    assert order.index(("table", 1)) < order.index(("outcome", 0))


def as_bits(world, variable):
    """What the variable is in this world, as the engine writes it."""
    value = world[variable.name]
    return variable.not_asked if value is None else sum(1 << variable.options.index(word) for word in value)


def beyond(situation):
    """(variable, completion) for every value in some completion that the masks of the partial answers exclude."""
    pack, state = situation.pack, evaluated(situation.pack, situation.answers)
    judged = pack.variables[: pack.goals.outcome]
    return [
        (variable.name, world.answers)
        for world in situation.worlds()
        for index, variable in enumerate(judged)
        if state.certain[index] & ~as_bits(world, variable) or as_bits(world, variable) & ~state.possible[index]
    ]


@settings(max_examples=250)
@given(situations())
def test_whatever_is_not_known_may_turn_out_as_it_likes_and_stays_within_what_was_possible(situation: Situation):
    assert beyond(situation) == []


@settings(max_examples=100)
@given(situations(collecting=True))
def test_with_tables_that_collect_it_stays_within_what_was_possible_too(situation: Situation):
    assert beyond(situation) == []


@settings(max_examples=200)
@given(situations(monotone=True))
def test_in_a_monotone_pack_some_completion_attains_the_lowest_tier_and_some_the_highest(situation: Situation):
    verdict = classify(situation.pack, situation.answers)
    tiers = ["low", "medium", "high"]
    attained = sorted({world.tier for world in situation.worlds()}, key=tiers.index)

    assert [verdict.lowest, verdict.highest] == [attained[0], attained[-1]]


@settings(max_examples=200)
@given(situations())
def test_what_is_settled_is_so_in_every_completion(situation: Situation):
    verdict = classify(situation.pack, situation.answers)
    worlds = situation.worlds()
    if verdict.settled:
        assert {verdict.lowest} == {world.tier for world in worlds}
    for item, status in verdict.red_lines:
        if status != "unresolved":
            assert {status} == {world.red_lines[item] for world in worlds}
    if verdict.outcome in ("prohibited_suspected", "out_of_scope"):
        assert {verdict.outcome} == {world.outcome() for world in worlds}
    for name, status in verdict.obligations:
        truths = {world.holds(situation.rules["obligations"][name]) for world in worlds}
        assert status == "undetermined" or truths == {status == "likely"}


@settings(max_examples=150)
@given(situations(), st.randoms(use_true_random=False))
def test_complete_answers_are_judged_as_the_pack_reads(situation: Situation, random):
    world = random.choice(situation.worlds())
    verdict = classify(situation.pack, world.answers)

    assert (world.outcome(), world.supervision()) == (verdict.outcome, verdict.supervision)
    assert (world.tier, world.tier) == (verdict.lowest, verdict.highest)
    assert (verdict.open.deciding, verdict.open.required) == ((), ())
    assert set(verdict.hidden) == {name for name in world.gates if world[name] is None}


RANK = {"not_indicated": 0, "unresolved": 1, "indicated": 2}


def blocks(verdict):
    return verdict.outcome in ("prohibited_suspected", "on_hold") or bool(verdict.open.blocking)


@settings(max_examples=150)
@given(situations(), st.data())
def test_an_answer_made_unknown_or_taken_away_clears_nothing(situation: Situation, data):
    if not situation.answers:
        return
    name = data.draw(st.sampled_from(sorted(situation.answers)))
    less = {key: value for key, value in situation.answers.items() if key != name}
    if data.draw(st.booleans()):
        less[name] = "unknown"
    before, after = classify(situation.pack, situation.answers), classify(situation.pack, less)
    tiers = ["low", "medium", "high"]

    assert tiers.index(after.lowest) <= tiers.index(before.lowest)
    assert tiers.index(before.highest) <= tiers.index(after.highest)
    for (item, status), (_, later) in zip(before.red_lines, after.red_lines, strict=True):
        assert status == "not_indicated" or later != "not_indicated", item
    assert blocks(after) or not blocks(before)


@settings(max_examples=60)
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_of_answers_does_not_matter(situation: Situation, random):
    files = {name: dict(content) for name, content in situation.files.items()}
    for content in files.values():
        if "table" in content:
            content["rows"] = random.sample(content["rows"], len(content["rows"]))
    answers = dict(random.sample(sorted(situation.answers.items()), len(situation.answers)))
    turned = {name: value[::-1] if isinstance(value, list) else value for name, value in answers.items()}

    before, after = classify(situation.pack, situation.answers), classify(compiled_from(files), turned)

    assert before._replace(state=None) == after._replace(state=None)


@given(situations(), st.data())
@settings(max_examples=60)
def test_what_is_answered_to_a_question_that_is_not_asked_does_not_matter(situation: Situation, data):
    verdict = classify(situation.pack, situation.answers)
    hidden = [
        v
        for number, v in enumerate(situation.pack.variables[: len(verdict.state.asked)])
        if not verdict.state.asked[number]
    ]
    changed = dict(situation.answers)
    for variable in hidden:
        changed[variable.name] = data.draw(st.sampled_from(possible_answers(variable)[-3:]))
    after = classify(situation.pack, changed)

    assert verdict._replace(hidden=(), state=None) == after._replace(hidden=(), state=None)
    assert {variable.name for variable in hidden} == set(after.hidden)


def test_the_second_engine_itself_is_right_on_an_example_worked_by_hand():
    from naive import Rules, flat
    from small import files_of

    rules = Rules(files_of(CONSIDERED))
    grave = World(rules, flat(CALM | {"harm": "grave"}))
    outside = World(rules, flat(CALM | {"tech": ["none"], "lines": {"rl1": "yes", "rl2": "yes"}}))

    assert ("high", "warning", {"high"}) == (grave.outcome(), grave.supervision(), grave["tier"])
    assert (outside.outcome(), outside.supervision(), outside["lines.rl1"]) == ("out_of_scope", "", None)
