"""From "not sure" to as much as is known: plainer questions, part of an answer, and what not knowing costs."""

import pytest
from handmade import a_pack, both
from sitting import Sitting, made

from szai_assess.answers import Answers
from szai_assess.interview import Plan, prompt_for
from szai_assess.interview.page import BACK, UNDO
from szai_assess.interview.unsure import narrowed, partial

HARMED = {"ask": both("is anyone hurt"), "if_yes": ["some", "grave"], "if_no": ["none"]}
BADLY = {"ask": both("is anyone hurt badly"), "if_yes": ["grave"], "if_no": ["none", "some"]}
FACES = {"ask": both("does it see faces"), "if_yes": ["face"]}
SOUNDS = {"ask": both("does it hear"), "if_yes": ["voice", "noise"]}
ROW = {**both("row"), "unsure": [HARMED]}


def helped():
    """A question, a selection and a matrix row with plainer questions; a yes-or-no question without."""
    builder = a_pack().ask("kind", "many", ("none", "face", "voice", "noise"))
    builder.ask("rows", "matrix", ("none", "some", "grave"), ("a", "b")).ask("sold")
    rows = {"a": ROW, "b": both("b")}
    return made(
        builder, {"harm": {"unsure": [HARMED, BADLY]}, "kind": {"unsure": [FACES, SOUNDS]}, "rows": {"rows": rows}}
    )


def at(name, answers=()):
    """A sitting that asks this question alone, with a person who is not sure."""
    sitting = Sitting(*helped(), Answers(values=dict(answers)), Plan(wanted=frozenset({name})))
    sitting.say(["unknown"] if name == "kind" else "unknown")
    return sitting


def held(sitting, name):
    """What was saved for a question, at the end page."""
    assert sitting.at == "end"
    return sitting.answers.values[name]


def test_not_sure_is_no_answer_yet_but_shows_the_ways_and_what_it_costs():
    sitting = at("harm")

    assert (sitting.at, sitting.page.options) == ("unsure", ("probe", "part", "open"))
    assert sitting.page.details["cost"] == ("high", "low", "high")
    assert (sitting.saved, sitting.page.prompt.name) == ([], "harm")


def test_the_cost_is_what_the_outcome_comes_to_with_this_answer_open():
    sitting = Sitting(*helped(), Answers(values={"harm": "some"}), Plan(wanted=frozenset({"sold"})))
    sitting.say("unknown")

    assert sitting.page.details["cost"] == ("medium", "medium", "medium")


def test_the_cost_of_an_answer_that_was_known_is_what_is_lost_with_it():
    sitting = Sitting(*helped(), Answers(values={"harm": "some"}))
    sitting.wish(BACK)
    sitting.say("unknown")

    assert sitting.page.standing.ends == ("medium", "medium", "medium")
    assert sitting.page.details["cost"] == ("high", "low", "high")


@pytest.mark.parametrize(("reply", "name"), [("unknown", "harm"), (["unknown"], "kind"), (("unknown",), "kind")])
def test_left_open_it_is_recorded_as_not_known(reply, name):
    sitting = Sitting(*helped(), plan=Plan(wanted=frozenset({name})))

    assert (sitting.say(reply), sitting.say("open")) == ("unsure", "end")
    assert held(sitting, name) == "unknown"


def test_the_plainer_questions_come_one_by_one_with_their_number():
    sitting = at("harm")
    seen = [(sitting.say(reply), dict(sitting.page.details)) for reply in ("probe", "yes")]

    assert seen == [
        ("probe", {"ask": HARMED["ask"], "number": 1, "total": 2}),
        ("probe", {"ask": BADLY["ask"], "number": 2, "total": 2}),
    ]
    assert sitting.page.options == ("unknown", "yes", "no")


@pytest.mark.parametrize(
    ("replies", "found", "value"),
    [
        (("yes", "no"), ("some",), "some"),
        (("yes", "unknown"), ("some", "grave"), ["some", "grave"]),
        (("no", "no"), ("none",), "none"),
        (("unknown", "no"), ("none", "some"), ["none", "some"]),
    ],
)
def test_the_plainer_questions_narrow_an_answer_to_what_they_leave(replies, found, value):
    sitting = at("harm")
    sitting.say("probe", *replies)

    assert (sitting.at, sitting.page.names) == ("found", found)
    assert sitting.page.options == ("take", "choose", "open")
    assert sitting.saved == []
    sitting.say("take")
    assert held(sitting, "harm") == value


def test_of_a_matrix_row_they_narrow_that_row():
    sitting = at("rows.a")
    sitting.say("probe", "yes", "take")

    assert held(sitting, "rows") == {"a": ["some", "grave"]}


@pytest.mark.parametrize(
    ("replies", "found", "choice", "value"),
    [
        (("yes", "no"), ("face",), "take", ["face", "unknown"]),
        (("yes", "no"), ("face",), "all", ["face"]),
        (("yes", "yes"), ("face", "voice", "noise"), "take", ["face", "voice", "noise", "unknown"]),
        (("unknown", "yes"), ("voice", "noise"), "open", "unknown"),
    ],
)
def test_of_a_selection_they_make_some_certain_and_it_can_be_all_of_it(replies, found, choice, value):
    sitting = at("kind")
    sitting.say("probe", *replies)

    assert (sitting.page.names, sitting.page.options) == (found, ("take", "all", "choose", "open"))
    sitting.say(choice)
    assert held(sitting, "kind") == value


@pytest.mark.parametrize(
    ("name", "replies"), [("harm", ("unknown", "unknown")), ("kind", ("no", "unknown")), ("kind", ("unknown", "no"))]
)
def test_replies_that_narrow_nothing_say_so_and_leave_two_ways(name, replies):
    sitting = at(name)
    sitting.say("probe", *replies)

    assert (sitting.at, sitting.page.names, sitting.page.options) == ("found", (), ("choose", "open"))
    sitting.say("open")
    assert held(sitting, name) == "unknown"


def test_whoever_chooses_after_all_is_back_at_the_question():
    sitting = at("harm")

    assert sitting.say("probe", "yes", "yes", "choose") == "harm"
    assert (sitting.page.given, sitting.saved) == ("unknown", [])


def test_back_leads_through_the_plainer_questions_to_the_ways_and_to_the_question():
    sitting = at("harm")
    sitting.say("probe", "yes")
    numbers = [sitting.page.details["number"]]
    sitting.wish(BACK)
    numbers.append(sitting.page.details["number"])

    assert numbers == [2, 1]
    assert [sitting.wish(BACK), sitting.wish(BACK)] == ["unsure", "harm"]
    assert sitting.saved == []


def test_a_reply_taken_back_does_not_count():
    sitting = at("harm")
    sitting.say("probe", "no")
    sitting.wish(BACK)
    sitting.say("yes", "yes")

    assert sitting.page.names == ("grave",)


def test_back_from_what_was_found_and_from_a_part_leads_to_the_ways():
    sitting = at("harm")
    sitting.say("probe", "yes", "yes")

    assert [sitting.wish(BACK), sitting.say("part"), sitting.wish(BACK)] == ["unsure", "part", "unsure"]
    assert sitting.say("open") == "end"


@pytest.mark.parametrize(
    ("name", "options", "ticked", "value"),
    [
        ("harm", ("none", "some", "grave"), ["grave", "some"], ["some", "grave"]),
        ("harm", ("none", "some", "grave"), ["some"], "some"),
        ("harm", ("none", "some", "grave"), ["none", "some", "grave"], "unknown"),
        ("kind", ("face", "voice", "noise"), ["voice", "face"], ["face", "voice", "unknown"]),
    ],
)
def test_part_of_an_answer_is_one_of_these_and_of_a_selection_at_least_these(name, options, ticked, value):
    sitting = at(name)
    sitting.say("part")

    assert (sitting.page.options, sitting.page.style, sitting.page.problem) == (options, "many", "")
    sitting.say(ticked)
    assert held(sitting, name) == value


def test_a_part_of_nothing_is_asked_for_again():
    sitting = at("kind")

    assert (sitting.say("part", []), sitting.page.problem) == ("part", "assess.choose_some")
    assert sitting.saved == []


def test_a_question_of_two_options_has_no_part_and_without_plainer_questions_can_only_be_left_open():
    sitting = at("sold")

    assert (sitting.at, sitting.page.options) == ("unsure", ("open",))
    assert sitting.wish(UNDO) == "sold"


def test_where_not_knowing_is_not_offered_it_cannot_be_said():
    sitting = Sitting(*made(a_pack().ask("stage", unknown=False)), Answers(values={"harm": "none"}))

    assert sitting.page.options == ("no", "yes")
    assert (sitting.say("unknown"), sitting.page.problem) == ("stage", "assess.choose_one")


def test_where_not_knowing_is_offered_it_stands_first():
    assert Sitting(*helped()).page.options == ("unknown", "none", "some", "grave")


def test_a_text_that_says_unknown_is_a_text():
    sitting = Sitting(*made(a_pack().ask("purpose", "text", ())), Answers(values={"harm": "none"}))

    assert sitting.say("unknown") == "end"
    assert held(sitting, "purpose") == "unknown"


def test_what_was_not_known_can_be_told_without_being_asked_whether_one_is_sure():
    sitting = at("harm")
    sitting.say("open")
    sitting.wish(BACK)

    assert (sitting.at, sitting.page.given, sitting.say("some")) == ("harm", ("unknown",), "end")


def test_a_red_line_that_one_is_not_sure_of_puts_the_outcome_on_hold_and_calls_for_a_note():
    lines = ("not_indicated", "unresolved", "indicated")
    builder = a_pack().ask("lines", "matrix", ("no", "yes"), ("rl1",))
    builder.table("line_1", lines, [("L1", {"lines.rl1": "yes"}, "indicated")])
    sitting = Sitting(*made(builder, red_lines={"rl1": "line_1"}), Answers(values={"harm": "none"}))

    assert (sitting.at, sitting.page.firm, sitting.page.options) == ("lines.rl1", True, ("unknown", "no", "yes"))
    sitting.say("unknown")
    assert sitting.page.details["cost"].outcome == "on_hold"
    assert sitting.say("open") == "lines.rl1:note"


def test_replies_that_contradict_each_other_say_nothing():
    prompt = prompt_for(helped()[0], "harm")
    found = narrowed(prompt, [HARMED, BADLY], ["no", "yes"])

    assert (found, partial(prompt, found)) == ((), "unknown")
