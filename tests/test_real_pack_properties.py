"""What must hold for every answer set of the shipped pack, whatever its tables say."""

import json
import marshal
import os
import subprocess
import sys

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from naive import NONE, UNKNOWN, Rules, World, choices, flat, variables_of
from strategies import answer, answer_sets

from szai_assess import files, loading, locate
from szai_assess.authoring.compile import compiled
from szai_assess.authoring.draft import draft
from szai_assess.classify import classify, evaluated
from szai_assess.condition import MAY, MUST, variables
from szai_assess.explain import reasons
from szai_assess.pack import Pack, plain_from

FOLDER = locate.pack_folder()
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PARTS = loading.parts_of(FOLDER)
WRITTEN = {
    name: yaml.load(data, LOADER)
    for name, data in PARTS.items()
    if name.startswith(("pack.yaml", "questions/", "tables/"))
}
RULES, VARIABLES = Rules(WRITTEN), variables_of(WRITTEN)
PACK: Pack = loading.compile_pack(FOLDER)[0]
APPLICATIONS = [
    yaml.load(data, LOADER)
    for name, data in sorted(files.below(FOLDER).items())
    if name.startswith("cases/") and not name.startswith("cases/tables/")
]
CASES = [case["answers"] for case in APPLICATIONS]
LOW = [case["answers"] for case in APPLICATIONS if case["expect"]["outcome"] == "low"]
GRANTED = [case["answers"] for case in APPLICATIONS if case["expect"]["art44"] == "yes"]

SETS = answer_sets(PACK, CASES)
RANDOM = st.randoms(use_true_random=False)
TIERS = ["low", "medium", "high"]
QUESTIONS = {question.id: question for question in PACK.questions}
WITHOUT_WEIGHT = ("controls", "ethics_status", "filings_status")  # asked for the papers, never for the judgement


def ranks(verdict):
    """Everything of a verdict that a worse or a missing answer must not lower."""
    statuses = ["not_indicated", "unresolved", "indicated"]
    return (TIERS.index(verdict.highest), *(statuses.index(status) for _, status in verdict.red_lines))


def blocks(verdict):
    return verdict.outcome in ("prohibited_suspected", "on_hold") or bool(verdict.open.blocking)


def judgement(verdict):
    """A verdict without the lists of what is open or hidden."""
    return (*verdict[: verdict._fields.index("open")], verdict.open.deciding, verdict.open.required)


def completion(answers, random):
    """One complete answer set, by variable, that agrees with these answers."""
    given_ = flat(answers)
    found = {}
    for name, (many, options, _) in VARIABLES.items():
        value = given_.get(name)
        if many and (value is None or UNKNOWN in value):
            sure = [] if value in (None, UNKNOWN) else [option for option in value if option != UNKNOWN]
            more = [option for option in options if option not in (NONE, *sure)]
            found[name] = [*sure, *random.sample(more, min(random.choice([0, 1, 1, 2, 4]), len(more)))]
            found[name] = found[name] or ([NONE] if NONE in options else [random.choice(more)])
        else:
            found[name] = value if many else random.choice(choices(many, options, value))
    return found


def as_answers(values):
    """Values by variable as an answers file has them: matrices by row."""
    found = {}
    for name, value in values.items():
        question, _, part = name.partition(".")
        if part:
            found.setdefault(question, {})[part] = value
        else:
            found[name] = value
    return found


def test_the_second_engine_reads_the_same_variables():
    assert list(VARIABLES) == [variable.name for variable in PACK.variables if variable.question >= 0]


@settings(max_examples=150)
@given(SETS, RANDOM)
def test_complete_answers_are_judged_as_the_pack_reads(answers, random):
    values = completion(answers, random)
    world, verdict = World(RULES, values), classify(PACK, as_answers(values))

    assert (world.outcome(), world.supervision()) == (verdict.outcome, verdict.supervision)
    assert (world.tier, world.tier) == (verdict.lowest, verdict.highest)
    assert world.red_lines == dict(verdict.red_lines)
    for key, table in RULES.parts["axes"].items():
        assert (world.only(table),) == dict(verdict.axes)[key]
    for key, table in RULES.parts["results"].items():
        skipped = RULES.tables[table].get("not_asked", {}).get("id")
        assert (world.only(table) or skipped) == dict(verdict.results)[key]
    assert (verdict.open.unknown, verdict.open.deciding, verdict.open.required) == ((), (), ())


@settings(max_examples=80)
@given(SETS, RANDOM)
def test_every_completion_stays_within_what_was_possible(answers, random):
    verdict = classify(PACK, answers)
    certain, possible = verdict.state.certain, verdict.state.possible
    for _ in range(4):
        world = World(RULES, completion(answers, random))
        # what reads the outcome reads the official one, the highest; it is settled when the outcome is
        for index, variable in enumerate(PACK.variables[: PACK.goals.outcome]):
            if variable.name not in ("pilot", "explanation_duty", "caveats", *behind_the_tier()):
                value = world[variable.name]
                bits = variable.not_asked if value is None else sum(1 << variable.options.index(word) for word in value)
                assert (certain[index] & ~bits, bits & ~possible[index]) == (0, 0), variable.name
        assert TIERS.index(verdict.lowest) <= TIERS.index(world.tier) <= TIERS.index(verdict.highest)
        for item, status in verdict.red_lines:
            assert status in ("unresolved", world.red_lines[item])
        if verdict.outcome in ("prohibited_suspected", "out_of_scope"):
            assert verdict.outcome == world.outcome()


def behind_the_tier():
    """The questions that are asked only if the tier is low."""
    return [
        variable.name
        for variable in PACK.variables
        if variable.name.startswith(("pilot_", "standards_", "intl_", "bodily_"))
    ]


@settings(max_examples=120)
@given(SETS, RANDOM)
def test_with_only_ordered_questions_open_the_ends_of_the_range_are_attained(answers, random):
    values = completion(answers, random)
    ordered = {name for name, (many, options, worsens) in VARIABLES.items() if worsens or (many and NONE in options)}
    opened = set(random.sample(sorted(ordered - {"tech_types"}), random.choice([1, 3, 8, 20])))
    best, worst = dict(values), dict(values)
    for name in opened:
        many, options, _ = VARIABLES[name]
        best[name] = [NONE] if many else options[0]
        worst[name] = [option for option in options if option != NONE] if many else options[-1]
    verdict = classify(PACK, as_answers({name: value for name, value in values.items() if name not in opened}))

    assert (World(RULES, best).tier, World(RULES, worst).tier) == (verdict.lowest, verdict.highest)


@settings(max_examples=300)
@given(SETS, st.data())
def test_an_answer_made_unknown_or_removed_lowers_nothing_and_lets_nothing_through(answers, data):
    assume(answers)
    name = data.draw(st.sampled_from(sorted(answers)))
    less = {key: value for key, value in answers.items() if key != name}
    question = QUESTIONS[name]
    if question.type == "matrix" and answers[name] not in ({}, UNKNOWN):
        row = data.draw(st.sampled_from(sorted(answers[name])))
        rest = {part: value for part, value in answers[name].items() if part != row}
        less[name] = rest | data.draw(st.sampled_from([{}, {row: UNKNOWN}]))
    elif question.variables and question.may_be_unknown and data.draw(st.booleans()):
        less[name] = UNKNOWN
    before, after = classify(PACK, answers), classify(PACK, less)

    assert TIERS.index(after.lowest) <= TIERS.index(before.lowest)
    assert TIERS.index(before.highest) <= TIERS.index(after.highest)
    for (item, status), (_, later) in zip(before.red_lines, after.red_lines, strict=True):
        assert status == "not_indicated" or later != "not_indicated", item
    assert blocks(after) or not blocks(before)
    for key, clear in (("art71", "voluntary"), ("art44", "yes")):
        assert dict(before.results)[key] == clear or dict(after.results)[key] != clear


@settings(max_examples=300)
@given(SETS, st.data())
def test_a_worse_answer_or_one_tick_more_never_lowers(answers, data):
    given_ = flat(answers)
    open_ended = [
        name
        for name, (many, options, worsens) in VARIABLES.items()
        if (many or worsens) and isinstance(given_.get(name), list if many else str) and UNKNOWN not in given_[name]
    ]
    assume(open_ended)
    name = data.draw(st.sampled_from(open_ended))
    many, options, _ = VARIABLES[name]
    old = given_[name]
    if many:
        new = [
            *(option for option in old if option != NONE),
            data.draw(st.sampled_from([o for o in options if o not in (NONE, *old)] or old)),
        ]
    else:
        new = data.draw(st.sampled_from(options[options.index(old) :]))
    question, _, part = name.partition(".")
    worse = answers | {question: answers[question] | {part: new} if part else list(dict.fromkeys(new)) if many else new}
    before, after = classify(PACK, answers), classify(PACK, worse)

    assert TIERS.index(before.lowest) <= TIERS.index(after.lowest)
    assert all(was <= becomes for was, becomes in zip(ranks(before), ranks(after), strict=True))
    duty = ["voluntary", "advised", "required"]
    assert duty.index(dict(before.results)["art71"]) <= duty.index(dict(after.results)["art71"])


@settings(max_examples=100)
@given(SETS, st.sampled_from([f"rl{number}" for number in range(1, 8)]))
def test_a_red_line_answered_yes_where_it_is_asked_is_a_suspected_prohibition(answers, item):
    lines = answers.get("red_lines", {})
    yes = answers | {"red_lines": (lines if isinstance(lines, dict) else {}) | {item: "yes"}}
    verdict = classify(PACK, yes)
    asked = verdict.state.asked[[question.id for question in PACK.questions].index("red_lines")]

    if asked == MUST:
        assert (verdict.outcome, dict(verdict.red_lines)[item]) == ("prohibited_suspected", "indicated")
    elif asked == MAY:
        assert verdict.outcome == "on_hold"
    else:
        assert (verdict.outcome, dict(verdict.red_lines)[item]) == ("out_of_scope", "not_indicated")


@settings(max_examples=200)
@given(answer_sets(PACK, LOW))
def test_low_means_no_floor_no_force_and_nothing_open(answers):
    verdict = classify(PACK, answers)
    floor, force = (
        verdict.state.possible[index]
        for index, v in enumerate(PACK.variables)
        if v.name in ("floor_tier", "forced_tier")
    )

    assert (verdict.highest != "low") or (floor, force, verdict.settled) == (1, 1, True)


@settings(max_examples=200)
@given(answer_sets(PACK, GRANTED))
def test_article_44_is_open_only_to_what_is_low_and_owes_no_explanation(answers):
    verdict = classify(PACK, answers)
    results = dict(verdict.results)

    assert results["art44"] != "yes" or (
        verdict.outcome,
        verdict.lowest,
        results["art71"],
    ) == ("low", "low", "voluntary")


def test_some_case_is_low_and_some_may_go_ahead_under_article_44():
    assert LOW
    assert GRANTED


@settings(max_examples=100)
@given(SETS, st.data())
def test_controls_and_words_never_change_the_judgement(answers, data):
    changed = {
        name: value for name, value in answers.items() if QUESTIONS[name].variables and name not in WITHOUT_WEIGHT
    }
    for name in WITHOUT_WEIGHT:
        for part, index in zip(QUESTIONS[name].parts, QUESTIONS[name].variables, strict=False):
            changed.setdefault(name, {})[part] = data.draw(st.sampled_from([*PACK.variables[index].options, UNKNOWN]))
    changed["filings_status"] = data.draw(answer(PACK, QUESTIONS["filings_status"]))
    for name, question in QUESTIONS.items():
        if question.type == "text":
            changed[name] = data.draw(st.text(max_size=5))
        elif question.type == "form":
            changed[name] = {part: data.draw(st.text(max_size=3)) for part in question.parts[:2]}

    assert judgement(classify(PACK, answers)) == judgement(classify(PACK, changed))


@settings(max_examples=80)
@given(SETS, RANDOM)
def test_the_order_of_answers_and_of_ticks_never_matters(answers, random):
    def turned(value):
        if isinstance(value, dict):
            return dict(random.sample(sorted(value.items()), len(value)))
        return random.sample(value, len(value)) if isinstance(value, list) else value

    other = {name: turned(value) for name, value in random.sample(sorted(answers.items(), key=str), len(answers))}

    assert classify(PACK, answers) == classify(PACK, other)


def exchanged(value):
    """The same with Chinese and English exchanged."""
    if isinstance(value, dict):
        other = {"zh": "en", "en": "zh"} if "zh" in value else {}
        return {other.get(key, key): exchanged(inner) for key, inner in value.items()}
    return [exchanged(inner) for inner in value] if isinstance(value, list) else value


def test_the_language_of_the_words_never_matters():
    swapped = {name: exchanged(yaml.load(data, LOADER)) for name, data in PARTS.items()}

    assert swapped["pack.yaml"]["title"]["zh"].startswith("Self-assessment")
    assert (
        compiled(draft(FOLDER, {name: json.dumps(each).encode() for name, each in swapped.items()}), PACK.digest)
        == PACK
    )


@settings(max_examples=100)
@given(SETS)
def test_hidden_answers_have_no_effect(answers):
    verdict = classify(PACK, answers)
    shown = {name: value for name, value in answers.items() if name not in verdict.hidden}

    assert judgement(verdict) == judgement(classify(PACK, shown))
    assert classify(PACK, shown).hidden == ()


@settings(max_examples=100)
@given(SETS, RANDOM)
def test_an_answer_to_a_question_that_is_not_live_never_changes_the_outcome(answers, random):
    before = classify(PACK, answers)
    values = completion(answers, random)
    live = {name.partition(".")[0] for name in before.open.deciding}
    after = classify(PACK, answers | {name: value for name, value in as_answers(values).items() if name not in live})

    assert (before.outcome, before.lowest, before.highest) == (after.outcome, after.lowest, after.highest)
    assert before.red_lines == after.red_lines


@settings(max_examples=150)
@given(SETS)
def test_while_something_unanswered_is_live_something_is_required(answers):
    open_ = classify(PACK, answers).open

    assert set(open_.required) <= set(open_.unanswered)
    assert open_.required or not set(open_.deciding) & set(open_.unanswered)


@settings(max_examples=150)
@given(SETS)
def test_a_question_that_is_asked_unanswered_and_deciding_is_required(answers):
    verdict = classify(PACK, answers)
    now = {
        PACK.variables[index].name
        for number, q in enumerate(PACK.questions)
        for index in q.variables
        if verdict.state.asked[number] == MUST
    }

    assert set(verdict.open.deciding) & set(verdict.open.unanswered) & now <= set(verdict.open.required)


@settings(max_examples=60)
@given(SETS)
def test_reasons_come_from_fired_rows_of_the_tables_that_give_reasons(answers):
    verdict = classify(PACK, answers)
    fired = {(PACK.table_name(each.table), PACK.tables[each.table].rows[each.row].id) for each in verdict.state.fired}
    found = reasons(PACK, answers, verdict)

    assert {(reason.table, reason.row) for reason in found} <= fired
    if verdict.graded and verdict.highest == "high":
        assert {"base_tier", "forced_tier"} & {reason.table for reason in found if reason.effect == "high"} or any(
            reason.table == "step" for reason in found
        )


def test_every_step_comes_after_all_that_it_reads():
    done: set[int] = set()
    for kind, number in PACK.steps:
        if kind == "outcome":
            done |= {PACK.goals.outcome, PACK.goals.supervised}
        elif kind == "question":
            assert variables(PACK.questions[number].when) <= done
            done |= set(PACK.questions[number].variables)
        else:
            table = PACK.tables[number]
            read = [table.when, *(row.when for row in table.rows)]
            assert set().union(*map(variables, read)) <= done
            done.add(table.variable)
    assert set(range(len(PACK.variables))) == done


@pytest.mark.parametrize("stage", ["verdict", "state"])
def test_the_same_answers_give_the_same_every_time(stage):
    judge = classify if stage == "verdict" else evaluated
    for answers in CASES:
        assert judge(PACK, answers) == judge(PACK, answers)


SCRIPT = """
import json, marshal, sys
from szai_assess.classify import classify
from szai_assess.explain import reasons
from szai_assess.pack import pack_from
pack = pack_from(marshal.loads(open(sys.argv[1], "rb").read()))
for answers in json.loads(sys.stdin.read()):
    verdict = classify(pack, answers)
    print(ascii((verdict, reasons(pack, answers, verdict))))
"""


def test_the_same_answers_give_the_same_bytes_in_another_process(tmp_path):
    rules = tmp_path / "rules"
    rules.write_bytes(marshal.dumps(plain_from(PACK)))
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(rules)],
            input=json.dumps(CASES).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert printed[0] == printed[1]
    assert len(CASES) == printed[0].count(b"\n")


def test_what_only_a_pilot_needs_is_not_required_where_the_tier_rules_it_out_already():
    sought = {name: value for name, value in GRANTED[0].items() if name not in ("standards_gap", "intl_standard")}
    verdict = classify(PACK, sought | {"scale_people": UNKNOWN})

    assert (verdict.outcome, verdict.open.required) == ("medium", ())
