"""The ways through an interview besides straight on: back, undo, all answers, and remarks beside a question."""

import pytest
from handmade import a_pack, both
from sitting import NOTHING, Sitting, made

from szai_assess.answers import Answers
from szai_assess.interview import Plan
from szai_assess.interview.page import BACK, LOOK, PROVE, REMARK, UNDO

RESUMED = Answers(values={"harm": "none", "device": "yes", "card": {"owner": ""}})


def plain():
    """Four questions in two sections; the second is behind a gate that "none" closes."""
    builder = a_pack().ask("device", when={"harm": ["some", "grave"]}).ask("card", "form", (), ("owner", "product"))
    pack, words = made(builder.ask("stage"), {"harm": {"section": "s2"}, "stage": {"section": "s2"}})
    words.tree["sections"]["s2"] = {"title": both("second section")}
    return pack, words


def started(*replies, answers=NOTHING):
    """A sitting at which these replies were given."""
    sitting = Sitting(*plain(), answers)
    sitting.say(*replies)
    return sitting


def test_back_leads_through_all_that_was_answered_with_what_is_held_and_then_says_that_it_is_the_first():
    sitting = started("some", "no", "张三")
    seen = [(sitting.wish(BACK), sitting.page.given, sitting.page.problem) for _ in range(4)]

    assert seen == [
        ("card.owner", "张三", ""),
        ("device", ("no",), ""),
        ("harm", ("some",), ""),
        ("harm", (), "assess.no_back"),
    ]
    assert len(sitting.saved) == 3


def test_an_answer_given_again_unchanged_is_not_saved_again_and_leads_on_to_what_is_open():
    sitting = started("some", "no", "张三")
    sitting.wish(BACK, BACK)

    assert sitting.say("no") == "card.product"
    assert len(sitting.saved) == 3


def test_back_leads_into_a_file_that_was_begun_before_but_not_to_what_is_not_asked():
    sitting = Sitting(*plain(), RESUMED)

    assert [sitting.at, sitting.wish(BACK), sitting.wish(BACK)] == ["card.product", "card.owner", "harm"]
    assert sitting.saved == []


def test_back_goes_the_way_that_was_taken_not_the_order_of_the_pack():
    sitting = started("none", "张三", "")
    sitting.wish(LOOK)
    sitting.say("harm", "some")

    assert sitting.at == "device"
    assert sitting.say("yes") == "stage"
    assert [sitting.wish(BACK) for _ in range(4)] == ["device", "card.product", "card.owner", "harm"]


def test_back_from_the_end_leads_to_the_last_answer_that_still_counts():
    sitting = started("some", "no", "", "", "yes")
    sitting.wish(LOOK)
    sitting.say("device", "yes")

    assert (sitting.at, sitting.wish(BACK), sitting.page.given) == ("end", "stage", ("yes",))


def test_back_from_the_end_never_leads_to_a_question_that_no_longer_applies():
    builder = a_pack().ask("kind").ask("face_use", when={"kind": "yes"})
    sitting = Sitting(*made(builder))
    sitting.say("none", "yes", "no")
    sitting.wish(BACK, BACK)
    sitting.say("no", "go")

    assert (sitting.at, sitting.page.prompt.name) == ("end", "kind")
    assert sitting.wish(BACK) == "kind"


def test_at_an_end_without_a_way_back_back_and_undo_say_so_and_a_look_takes_the_word_away():
    sitting = Sitting(*made(a_pack()), Answers(values={"harm": "none"}))
    nothing = Sitting(*made(a_pack().ask("idle", when={"harm": "grave"})), plan=Plan(wanted=frozenset({"idle"})))

    assert (nothing.at, nothing.wish(BACK), nothing.page.problem) == ("end", "end", "assess.no_back")
    assert (sitting.wish(UNDO), sitting.page.problem) == ("end", "assess.no_undo")
    assert (sitting.wish(LOOK), sitting.wish(BACK), sitting.page.problem) == ("review", "end", "")


def test_undo_puts_each_answer_back_exactly_and_saves_it_until_nothing_is_left_to_undo():
    sitting = started("some", "no", "张三")
    states = [NOTHING, *sitting.saved]
    undone = [(sitting.wish(UNDO), sitting.answers) for _ in range(3)]

    assert undone == [("card.owner", states[2]), ("device", states[1]), ("harm", states[0])]
    assert (sitting.wish(UNDO), sitting.page.problem) == ("harm", "assess.no_undo")
    assert len(sitting.saved) == 6


def test_undo_of_a_changed_answer_shows_the_one_before_and_brings_back_a_date():
    held = Answers(values={"harm": "none", "card": {}}, assessed_on="2026-01-02")
    sitting = Sitting(*plain(), held)
    sitting.wish(LOOK)
    sitting.say("card.owner", "张三")

    assert sitting.answers == Answers(values={"harm": "none", "card": {"owner": "张三", "product": ""}})
    assert (sitting.wish(UNDO), sitting.page.given, sitting.answers) == ("card.owner", "", held)


def test_undo_at_the_end_takes_back_the_last_answer():
    sitting = started("none", "", "", "yes")

    assert (sitting.at, sitting.wish(UNDO)) == ("end", "stage")
    assert "stage" not in sitting.answers.values


def test_all_answers_begin_with_what_is_not_known_then_go_by_section_with_what_is_open_first():
    sitting = started("unknown", "open", "no", "张三")
    sitting.wish(LOOK)

    assert sitting.at == "review"
    assert sitting.page.options == ("harm", "card.product", "device", "card.owner", "stage")
    assert sitting.page.names == ("harm",)
    assert sitting.page.given == ("card.product",)
    assert sitting.page.details["answers"] == sitting.answers


def test_a_jump_from_all_answers_asks_that_question_and_then_what_is_open():
    sitting = started("some")
    sitting.wish(LOOK)

    assert [sitting.say("harm"), sitting.page.given, sitting.say("grave")] == ["harm", ("some",), "device"]


def test_what_waits_for_an_answer_can_be_jumped_to_and_back_from_all_answers_changes_nothing():
    sitting = started()
    sitting.wish(LOOK)
    sitting.say("stage")

    assert (sitting.at, sitting.wish(LOOK), sitting.wish(BACK)) == ("stage", "review", "stage")
    assert sitting.saved == []


def test_all_answers_keep_the_draft_of_the_question_that_they_were_called_from():
    sitting = started("none")
    sitting.wish(LOOK, draft="张")
    sitting.wish(BACK)

    assert (sitting.at, sitting.page.given) == ("card.owner", "张")


@pytest.mark.parametrize(("wish", "kind"), [(REMARK, "note"), (PROVE, "evidence")])
def test_a_remark_by_wish_is_saved_changed_and_taken_out_and_the_draft_reply_survives(wish, kind):
    sitting = started("none")
    seen = []
    for text in ("一", "二", ""):
        sitting.wish(wish, draft="张")
        seen.append((sitting.at, sitting.page.given))
        sitting.say(text)
        seen.append((sitting.at, sitting.page.given, sitting.page.details[kind]))

    assert seen == [
        *((f"card.owner:{kind}", ""), ("card.owner", "张", "一")),
        *((f"card.owner:{kind}", "一"), ("card.owner", "张", "二")),
        *((f"card.owner:{kind}", "二"), ("card.owner", "张", "")),
    ]
    remarks = [{"note": each.notes, "evidence": each.evidence}[kind] for each in sitting.saved[1:]]
    assert remarks == [{"card.owner": "一"}, {"card.owner": "二"}, {}]


def test_back_from_a_remark_leaves_it_as_it_was_and_bad_text_is_refused_there_too():
    sitting = started("none")
    sitting.wish(REMARK)
    sitting.say("a\x1b")

    assert (sitting.at, sitting.page.problem) == ("card.owner:note", "assess.bad_text")
    assert sitting.wish(BACK) == "card.owner"
    assert len(sitting.saved) == 1


def test_a_remark_can_be_left_for_all_answers_and_kept_as_a_draft_meanwhile():
    sitting = started("none")
    sitting.wish(REMARK)
    sitting.wish(LOOK, draft="草")

    assert (sitting.at, sitting.wish(BACK), sitting.page.given) == ("review", "card.owner:note", "草")
    sitting.wish(LOOK)
    assert sitting.say("harm") == "harm"
    assert len(sitting.saved) == 1


def test_a_remark_can_be_left_by_undo_which_takes_back_the_answer_before():
    sitting = started("none")
    sitting.wish(REMARK)

    assert (sitting.wish(UNDO), sitting.answers) == ("harm", NOTHING)
    sitting.wish(REMARK)
    assert (sitting.wish(UNDO), sitting.page.problem) == ("harm:note", "assess.no_undo")


def test_undo_takes_back_a_remark_and_leads_to_it():
    sitting = started("none")
    sitting.wish(REMARK)
    sitting.say("问过")

    assert (sitting.wish(UNDO), sitting.page.given) == ("card.owner:note", "")
    assert sitting.answers.notes == {}
    assert sitting.say("") == "card.owner"


def lined():
    builder = a_pack().ask("lines", "matrix", ("no", "yes"), ("rl1", "rl2"))
    builder.table("line_1", ("not_indicated", "unresolved", "indicated"), [("L1", {"lines.rl1": "yes"}, "indicated")])
    return made(builder, red_lines={"rl1": "line_1"})


def test_back_from_the_note_that_an_answer_calls_for_leads_to_the_answer():
    sitting = Sitting(*lined())
    sitting.say("none", "yes")

    assert (sitting.at, sitting.wish(BACK), sitting.page.given) == ("lines.rl1:note", "lines.rl1", ("yes",))
    assert sitting.say("no") == "lines.rl2"
    assert [each.values["lines"] for each in sitting.saved[1:]] == [{"rl1": "yes"}, {"rl1": "no"}]


def test_each_page_says_what_can_be_wished_there():
    sitting = Sitting(*lined())
    sitting.say("none", "yes")
    note = sitting.page
    sitting.wish(LOOK)
    look = sitting.page
    sitting.wish(BACK)
    sitting.say("", "no")

    assert sitting.pages[0].wishes == (BACK, UNDO, LOOK, REMARK, PROVE)
    assert note.wishes == (BACK, UNDO, LOOK)
    assert look.wishes == (BACK,)
    assert (sitting.at, sitting.page.wishes) == ("end", (BACK, UNDO, LOOK))


@pytest.mark.parametrize("reach", [("none",), ("none", "yes"), ("none", "no", "no")])
@pytest.mark.parametrize("wish", [BACK, UNDO, LOOK, REMARK, PROVE])
def test_no_wish_that_a_page_offers_is_without_effect(reach, wish):
    sitting = Sitting(*lined())
    before = sitting.say(*reach)
    offered = wish in sitting.page.wishes

    assert offered == (sitting.at in ("lines.rl1", "lines.rl2") or wish in (BACK, UNDO, LOOK))
    assert (sitting.wish(wish) != before) or not offered
