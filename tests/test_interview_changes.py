"""What a changed answer does: what it takes away is asked about first, what it opens comes next."""

import pytest
from handmade import a_pack
from sitting import Sitting, made

from szai_assess.answers import Answers
from szai_assess.interview.page import BACK, LOOK, PROVE, REMARK, UNDO

VALUES = {"kind": "yes", "face_use": "yes", "rows": {"a": "yes", "b": "no"}, "purpose": "门禁"}
REMARKS = {"notes": {"face_use": "一", "rows.a": "二", "purpose": "三"}, "evidence": {"rows.a": "四", "kind": "五"}}
HELD = Answers(values={"harm": "none", **VALUES}, **REMARKS)
LEFT = Answers(
    values={"harm": "none", "kind": "no", "purpose": "门禁"}, notes={"purpose": "三"}, evidence={"kind": "五"}
)


def gated():
    """``kind`` opens a question and a matrix, ``harm`` two more at the end."""
    builder = a_pack().ask("kind").ask("face_use", when={"kind": "yes"})
    builder.ask("rows", "matrix", ("no", "yes"), ("a", "b"), when={"kind": "yes"})
    builder.ask("purpose", "text", ()).ask("more", when={"harm": "grave"}).ask("most", when={"harm": "grave"})
    return made(builder)


def leaving(answers=HELD):
    """A sitting on the page that says what a change takes away."""
    sitting = Sitting(*gated(), answers)
    sitting.wish(LOOK)
    sitting.say("kind", "no")
    return sitting


def test_what_a_change_takes_away_is_named_before_it_is_saved():
    sitting = leaving()

    assert (sitting.at, sitting.page.names) == ("leaving", ("face_use", "rows"))
    assert sitting.page.options == ("return", "keep", "go")
    assert (sitting.page.firm, sitting.page.wishes) == (True, (BACK,))
    assert sitting.page.details["answers"] == HELD
    assert sitting.saved == []


def test_let_go_they_leave_the_file_with_their_notes_and_evidence():
    sitting = leaving()

    assert sitting.say("go") == "end"
    assert sitting.saved == [LEFT]


def test_kept_they_stay_in_the_file_without_being_asked_and_count_again_once_the_gate_opens():
    sitting = leaving()
    sitting.say("keep")

    assert sitting.at == "end"
    assert sitting.answers == HELD._replace(values={**HELD.values, "kind": "no"})
    sitting.wish(LOOK)
    assert sitting.page.options == ("harm", "kind", "purpose")
    assert sitting.say("kind", "yes") == "end"
    assert sitting.answers == HELD


@pytest.mark.parametrize("return_", [lambda s: s.say("return"), lambda s: s.wish(BACK)])
def test_whoever_shrinks_back_is_asked_again_with_the_reply_that_stood_and_nothing_is_saved(return_):
    sitting = leaving()

    assert (return_(sitting), sitting.page.given, sitting.saved) == ("kind", "no", [])
    assert sitting.say("yes") == "end"
    assert (sitting.saved, sitting.wish(UNDO), sitting.page.problem) == ([], "end", "assess.no_undo")


@pytest.mark.parametrize("choice", ["go", "keep"])
def test_undo_brings_all_of_it_back(choice):
    sitting = leaving()
    sitting.say(choice)

    assert (sitting.wish(UNDO), sitting.answers, sitting.page.given) == ("kind", HELD, ("yes",))


def test_what_was_kept_without_being_asked_is_not_named_again_by_the_next_change():
    sitting = leaving()
    sitting.say("keep")
    sitting.wish(BACK)

    assert (sitting.at, sitting.say("停车")) == ("purpose", "end")
    assert sitting.answers.values["face_use"] == "yes"


def test_all_answers_do_not_show_what_was_kept_without_being_asked_be_it_not_known():
    sitting = leaving(HELD._replace(values={**HELD.values, "face_use": "unknown"}))
    sitting.say("keep")
    sitting.wish(LOOK)

    assert (sitting.page.options, sitting.page.names) == (("harm", "kind", "purpose"), ())


def test_a_question_that_was_not_answered_leaves_without_a_word():
    sitting = leaving(HELD._replace(values={"harm": "none", "kind": "yes", "purpose": ""}))

    assert (sitting.at, len(sitting.saved)) == ("end", 1)


def opened(**remarks):
    """A sitting at which a changed answer has opened two questions beyond one that was open."""
    sitting = Sitting(*gated(), Answers(values={"harm": "none", "kind": "no"}, **remarks))
    sitting.wish(BACK, BACK)
    sitting.say("grave")
    return sitting


def test_what_a_changed_answer_opens_is_asked_next_and_then_what_was_open():
    sitting = opened()

    assert [sitting.at, sitting.say("yes"), sitting.say("no"), sitting.say("一句")] == [
        "more",
        "most",
        "purpose",
        "end",
    ]


def test_a_first_answer_opens_nothing_out_of_turn():
    sitting = Sitting(*gated())
    sitting.play(harm="grave", kind="no", purpose="", more="no", most="no")

    assert sitting.asked == ["harm", "kind", "purpose", "more", "most"]


def test_what_a_second_change_opens_comes_before_what_the_first_has_opened():
    sitting = opened()
    sitting.wish(LOOK)
    sitting.say("kind", "yes")
    asked = [sitting.at, *(sitting.say("no") for _ in range(5))]

    assert asked == ["face_use", "rows.a", "rows.b", "more", "most", "purpose"]


def test_all_parts_that_a_change_opens_are_asked_one_after_the_other_around_a_note():
    sitting = Sitting(*gated(), Answers(values={"harm": "none", "kind": "no"}, notes={"face_use": "旧"}))
    sitting.wish(BACK)
    sitting.say("yes")
    sitting.wish(REMARK)
    sitting.say("新")

    assert sitting.at == "face_use"
    assert [sitting.say("no"), sitting.say("no"), sitting.say("no")] == ["rows.a", "rows.b", "purpose"]


def test_a_note_changed_in_between_does_not_lose_what_a_change_has_opened():
    sitting = opened(notes={"more": "旧"})
    sitting.wish(REMARK)
    sitting.say("新")

    assert [sitting.at, sitting.say("no"), sitting.say("no")] == ["more", "most", "purpose"]


def test_back_and_forth_in_between_does_not_lose_what_a_change_has_opened():
    sitting = opened()

    assert [sitting.wish(BACK), sitting.wish(BACK), sitting.say("grave")] == ["kind", "harm", "more"]


def test_an_undo_in_between_does_not_lose_what_a_change_has_opened():
    sitting = opened()
    sitting.say("no")

    assert [sitting.wish(UNDO), sitting.say("yes"), sitting.say("no")] == ["more", "most", "purpose"]


def test_once_the_change_is_undone_what_it_has_opened_is_not_asked():
    sitting = opened()

    assert [sitting.wish(UNDO), sitting.say("none"), sitting.say("")] == ["harm", "purpose", "end"]


def test_what_a_change_has_opened_and_another_closes_again_is_not_asked():
    held = {"harm": "none", "kind": "no"}
    builder = (
        a_pack().ask("kind").ask("first", when={"kind": "yes"}).ask("second", when={"kind": "yes", "first": "yes"})
    )
    sitting = Sitting(*made(builder.ask("third", when={"kind": "yes"}).ask("last")), Answers(values=held))
    sitting.wish(BACK)
    sitting.say("yes")

    assert [sitting.at, sitting.say("no"), sitting.say("no")] == ["first", "third", "last"]


def test_what_a_change_opens_but_waits_for_an_answer_comes_in_its_turn():
    builder = a_pack().ask("gate").ask("late", when=[{"harm": "grave", "gate": "yes"}]).ask("next_one")
    sitting = Sitting(*made(builder), Answers(values={"harm": "none", "next_one": "no"}))
    sitting.wish(LOOK)
    sitting.say("harm", "grave")

    assert [sitting.at, sitting.say("yes"), sitting.say("no")] == ["gate", "late", "end"]


def test_evidence_beside_an_answer_that_stays_is_kept_when_others_leave():
    sitting = Sitting(*gated(), HELD)
    sitting.wish(LOOK)
    sitting.say("purpose")
    sitting.wish(PROVE)
    sitting.say("六")
    sitting.wish(LOOK)
    sitting.say("kind", "no", "go")

    assert sitting.answers == LEFT._replace(evidence={"kind": "五", "purpose": "六"})
