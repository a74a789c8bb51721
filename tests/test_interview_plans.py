"""Whose questions are asked and which: of one person, only what decides; what has to be read; and a disk that is full."""

import pytest
from handmade import a_pack, both
from sitting import DAY, SAVED, Sitting, made

from szai_assess.answers import Answers
from szai_assess.classify import evaluated
from szai_assess.errors import OutputError
from szai_assess.interview import Plan, Stopped
from szai_assess.interview.page import BACK, LOOK, UNDO
from szai_assess.interview.prompts import deciding

QUICK = Plan(quick=True)


def shared():
    builder = a_pack().ask("rows", "matrix", ("no", "maybe", "yes"), ("a", "b")).ask("kind")
    return made(builder.ask("behind", when={"kind": "yes"}).ask("purpose", "text", ()))


def of(*names):
    return Plan(wanted=frozenset(names))


def test_of_one_person_is_asked_only_what_is_theirs_and_the_file_is_not_dated_while_others_have_to_answer():
    sitting = Sitting(*shared(), plan=of("harm", "rows.b", "purpose"))
    answers = sitting.play(harm="none", rows_b="no", purpose="")

    assert sitting.asked == ["harm", "rows.b", "purpose"]
    assert (answers.values["rows"], answers.assessed_on) == ({"b": "no"}, "")
    assert sitting.pages[0].standing.open == ("harm", "rows.b", "purpose")
    assert sitting.pages[0].standing.left == 3


def test_the_last_person_to_answer_dates_the_file():
    held = Answers(values={"harm": "none", "rows": {"b": "no"}, "kind": "no", "purpose": ""})
    sitting = Sitting(*shared(), held, of("rows.a"))

    assert sitting.play(rows_a="no").assessed_on == DAY


def test_what_waits_for_another_person_is_not_asked_yet():
    sitting = Sitting(*shared(), plan=of("behind", "purpose"))
    sitting.play(purpose="")

    assert sitting.asked == ["purpose"]


def test_the_answers_of_one_person_that_say_not_sure_are_asked_again_once_after_what_is_open():
    values = {"harm": "unknown", "rows": {"a": ["no", "yes"], "b": "unknown"}, "kind": "unknown"}
    sitting = Sitting(*shared(), Answers(values=values), of("harm", "rows.a", "kind", "purpose"))
    answers = sitting.play(purpose="", harm="unknown", unsure="open", rows_a="no", kind="yes")

    assert sitting.asked == ["purpose", "harm", "rows.a", "kind"]
    assert answers.values["rows"] == {"a": "no", "b": "unknown"}


def test_an_answer_that_is_not_known_and_no_longer_applies_is_not_asked_again():
    values = {"harm": "none", "rows": "unknown", "kind": "unknown", "behind": "unknown", "purpose": ""}
    sitting = Sitting(*shared(), Answers(values=values), of("kind", "behind"))
    sitting.play(kind="no", leaving="keep")

    assert sitting.asked == ["kind"]


def test_an_answer_that_is_not_known_and_waits_for_another_person_is_not_asked_again_yet():
    values = {"harm": "none", "rows": "unknown", "behind": "unknown", "purpose": ""}

    assert Sitting(*shared(), Answers(values=values), of("behind")).at == "end"
    assert Sitting(*shared(), Answers(values={**values, "kind": "unknown"}), of("behind")).at == "behind"


def test_back_leads_one_person_only_to_their_own_answers():
    sitting = Sitting(*shared(), Answers(values={"harm": "none", "rows": {"a": "no"}}), of("rows.a", "kind"))

    assert [sitting.at, sitting.wish(BACK), sitting.wish(BACK)] == ["kind", "rows.a", "rows.a"]
    assert sitting.page.problem == "assess.no_back"


def test_of_everybody_what_is_not_known_is_not_asked_again():
    values = {"harm": "unknown", "rows": "unknown", "kind": "no", "purpose": ""}

    assert Sitting(*shared(), Answers(values=values)).at == "end"


def graded():
    """``early`` decides nothing; ``harm`` and, if it is not grave, ``lines`` do."""
    builder = a_pack().ask("lines", "matrix", ("no", "yes"), ("rl1", "rl2")).ask("early").ask("purpose", "text", ())
    for line in ("rl1", "rl2"):
        status = ("not_indicated", "unresolved", "indicated")
        builder.table(f"table_{line}", status, [(f"T-{line}", {f"lines.{line}": "yes"}, "indicated")])
    return made(builder, red_lines={"rl1": "table_rl1", "rl2": "table_rl2"})


def test_in_haste_only_what_can_change_the_outcome_is_asked_and_the_result_is_shown():
    sitting = Sitting(*graded(), plan=QUICK)
    sitting.say("grave", "no", "no")

    assert sitting.asked == ["harm", "lines.rl1", "lines.rl2"]
    assert (sitting.at, sitting.page.options) == ("result", ("papers", "later"))
    assert sitting.page.standing.ends == ("high", "high", "high")
    assert sitting.page.details["answers"] == sitting.answers
    assert sitting.page.wishes == (BACK, UNDO, LOOK)


def test_left_for_later_the_result_dates_nothing():
    sitting = Sitting(*graded(), plan=QUICK)

    assert sitting.play(harm="none", lines_rl1="no", lines_rl2="no") == sitting.answers
    assert (sitting.course[-1], sitting.answers.assessed_on) == ("result", "")


def test_on_to_the_papers_asks_the_rest_and_nothing_twice():
    sitting = Sitting(*graded(), plan=QUICK)
    answers = sitting.play(result="papers", harm="none", lines_rl1="no", lines_rl2="no", early="no", purpose="")

    assert sitting.asked == ["harm", "lines.rl1", "lines.rl2", "early", "purpose"]
    assert [step for step in sitting.course if step in ("result", "end")] == ["result", "end"]
    assert answers.assessed_on == DAY


def test_on_to_the_papers_with_nothing_left_to_ask_is_the_end():
    values = {"harm": "none", "lines": {"rl1": "no", "rl2": "no"}, "early": "no", "purpose": ""}
    sitting = Sitting(*graded(), Answers(values=values), QUICK)

    assert sitting.play(result="papers").assessed_on == DAY
    assert sitting.course == ["result", SAVED]


def test_a_finished_file_still_shows_its_result_in_haste():
    values = {"harm": "none", "lines": {"rl1": "no", "rl2": "no"}, "early": "no", "purpose": ""}
    done = Answers(values=values, assessed_on="2026-01-02")
    sitting = Sitting(*graded(), done, QUICK)

    assert (sitting.at, sitting.play(), sitting.saved) == ("result", done, [])


def test_on_to_the_papers_of_a_finished_file_keeps_its_date():
    values = {"harm": "none", "lines": {"rl1": "no", "rl2": "no"}, "early": "no", "purpose": ""}
    done = Answers(values=values, assessed_on="2026-01-02")
    sitting = Sitting(*graded(), done, QUICK)

    assert (sitting.play(result="papers"), sitting.saved) == (done, [])


def test_from_the_result_one_can_go_back_undo_or_look_at_everything_open():
    sitting = Sitting(*graded(), plan=QUICK)
    sitting.say("none", "no", "no")

    assert [sitting.wish(BACK), sitting.say("no"), sitting.wish(LOOK)] == ["lines.rl2", "result", "review"]
    assert sitting.page.options == ("early", "purpose", "harm", "lines.rl1", "lines.rl2")
    assert [sitting.wish(BACK), sitting.wish(UNDO)] == ["result", "lines.rl2"]


def test_in_haste_of_one_person_only_their_deciding_questions_are_asked():
    sitting = Sitting(*graded(), plan=Plan(quick=True, wanted=frozenset({"lines.rl2", "early"})))

    assert (sitting.at, sitting.say("no")) == ("lines.rl2", "result")


def order(pack, values):
    """What decides, in the order in which it is asked."""
    return list(deciding(pack, Answers(values=values), evaluated(pack, values)))


def test_in_haste_what_most_rows_rest_on_comes_first_and_a_matrix_that_was_begun_goes_on():
    builder = a_pack().ask("rows", "matrix", ("no", "yes"), ("a", "b")).ask("alone")
    whens = [
        {"rows.a": "yes"},
        {"rows.b": "yes"},
        {"alone": "yes"},
        {"alone": "yes"},
        {"alone": "yes", "rows.a": "yes"},
    ]
    builder.table("worst", ("low", "high"), [(f"W{number}", when, "high") for number, when in enumerate(whens)])
    pack = builder.pack("worst")

    assert order(pack, {}) == ["alone", "rows.a", "rows.b"]
    assert order(pack, {"rows": {"a": "no"}}) == ["rows.b", "alone"]


def test_in_haste_red_lines_come_last_however_many_rows_rest_on_them():
    builder = a_pack().ask("lines", "matrix", ("no", "yes"), ("rl1",))
    rows = [(f"L{number}", {"lines.rl1": "yes"}, "indicated") for number in range(9)]
    builder.table("line_1", ("not_indicated", "unresolved", "indicated"), rows)

    assert order(builder.pack(red_lines={"rl1": "line_1"}), {}) == ["harm", "lines.rl1"]


def noticed():
    builder = a_pack().ask("lines", "matrix", ("no", "yes"), ("rl1", "rl2")).ask("lone")
    builder.table("line_1", ("not_indicated", "unresolved", "indicated"), [("L1", {"lines.rl1": "yes"}, "indicated")])
    notices = {"s1": {"notice": both("read this")}, "lines": {"notice": both("and this")}}
    return made(builder, notices, red_lines={"rl1": "line_1"})


def test_what_has_to_be_read_comes_before_its_questions_once_in_a_sitting():
    sitting = Sitting(*noticed())
    sitting.say("read", "none", "read", "no", "no")
    sitting.wish(BACK, BACK, BACK)
    sitting.say("some", "no")

    assert sitting.course.count("notice") == 2
    assert [step for step in sitting.course if step != SAVED][:5] == [
        "notice",
        "harm",
        "notice",
        "lines.rl1",
        "lines.rl2",
    ]
    told = [(page.names, page.prompt.name) for page in sitting.pages if page.kind == "notice"]
    assert told == [(("sections", "s1"), "harm"), (("questions", "lines"), "lines.rl1")]
    assert Sitting(*noticed(), sitting.saved[0]).at == "notice"


def test_what_has_to_be_read_stays_until_it_is_said_to_be_read():
    sitting = Sitting(*noticed())

    assert (sitting.page.firm, sitting.page.options, sitting.page.wishes) == (True, ("read",), ())
    assert [sitting.wish(BACK), sitting.say(""), sitting.say("read")] == ["notice", "notice", "harm"]


def test_only_notices_red_lines_and_what_takes_answers_away_cannot_be_passed_by_enter_alone():
    sitting = Sitting(*noticed())
    sitting.play(harm="none", lines_rl1="yes", lines_rl1_note="", lines_rl2="unknown", unsure="open", lone="no")

    assert {step.prompt.name for step in sitting.pages if step.firm} == {"harm", "lines.rl1"}
    assert [page.kind for page in sitting.pages if page.firm] == ["notice", "notice", "question"]


def test_a_saving_that_fails_can_be_tried_again_until_it_succeeds_and_nothing_is_lost():
    sitting = Sitting(*shared(), faults=2)

    assert (sitting.say("some"), sitting.page.prompt.name) == ("trouble", "harm")
    assert (sitting.page.options, sitting.page.wishes) == (("retry", "later"), ())
    assert sitting.page.details["error"].faults[0].code == "O001"
    assert [sitting.say("retry"), sitting.say("retry")] == ["trouble", "rows.a"]
    assert [dict(each.values) for each in sitting.saved] == [{"harm": "some"}]
    assert (sitting.wish(UNDO), sitting.answers.values) == ("harm", {})
    assert (sitting.wish(UNDO), sitting.page.problem) == ("harm", "assess.no_undo")


def test_whoever_gives_up_on_a_saving_that_fails_gets_the_error_and_keeps_what_was_saved():
    sitting = Sitting(*shared())
    sitting.say("some")
    sitting.faults = 1
    sitting.say("no")

    assert (sitting.at, sitting.page.prompt.name) == ("trouble", "rows.a")
    with pytest.raises(OutputError):
        sitting.say("later")
    assert [dict(each.values) for each in sitting.saved] == [{"harm": "some"}]


def test_an_undo_and_a_date_that_cannot_be_saved_are_tried_again_too():
    sitting = Sitting(*made(a_pack()))
    sitting.say("some")
    sitting.faults = 1

    assert [sitting.wish(UNDO), sitting.say("retry"), sitting.say("none")] == ["trouble", "harm", "end"]
    sitting.faults = 1
    assert [sitting.say("finish"), sitting.say("retry")] == ["trouble", ""]
    assert sitting.result == Answers(values={"harm": "none"}, assessed_on=DAY)


def test_whoever_shows_the_pages_can_stop_at_any_page():
    sitting = Sitting(*noticed())

    with pytest.raises(Stopped):
        sitting.talk.throw(Stopped)
    assert sitting.saved == []
