"""Which question is next, what a reply does, and that every reply is saved before the next page."""

import pytest
from handmade import a_pack
from sitting import DAY, SAVED, Sitting, made

from szai_assess import interview
from szai_assess.answers import Answers
from szai_assess.interview import Stopped, next_prompt, prompt_for
from szai_assess.interview.replies import given, put

BLANKS = {"card_owner": "", "card_product": "", "purpose": ""}


def gated():
    return made(
        a_pack()
        .ask("kind", "many", ("none", "face", "voice"))
        .ask("face_use", when={"kind": "face"})
        .ask("card", "form", (), ("owner", "product"))
        .ask("purpose", "text", ())
    )


def test_questions_come_in_pack_order_and_those_behind_a_gate_only_when_it_opens():
    closed, open_ = Sitting(*gated()), Sitting(*gated())
    closed.play(harm="none", kind=["none"], **BLANKS)
    open_.play(harm="none", kind=["face"], face_use="no", **BLANKS)

    assert closed.asked == ["harm", "kind", "card.owner", "card.product", "purpose"]
    assert open_.asked == ["harm", "kind", "face_use", "card.owner", "card.product", "purpose"]


def test_a_question_that_only_may_be_asked_waits_for_its_gate_and_unknown_is_an_answer():
    pack, _ = gated()

    assert next_prompt(pack, Answers(values={"harm": "none"})).name == "kind"
    assert next_prompt(pack, Answers(values={"harm": "none", "kind": "unknown"})).name == "face_use"
    assert next_prompt(pack, Answers(values={"harm": "none", "kind": ["voice", "unknown"]})).name == "face_use"


def test_every_reply_is_saved_before_the_next_page_and_the_day_comes_last():
    sitting = Sitting(*gated())
    answers = sitting.play(harm="some", kind=["none"], **BLANKS | {"card_owner": "张三"})

    names = ["harm", "kind", "card.owner", "card.product", "purpose", "end"]
    assert sitting.course == [step for name in names for step in (name, SAVED)]
    assert [dict(each.values) for each in sitting.saved[:2]] == [{"harm": "some"}, {"harm": "some", "kind": ["none"]}]
    assert sitting.saved[2].values["card"] == {"owner": "张三"}
    assert [each.assessed_on for each in sitting.saved] == ["", "", "", "", "", DAY]
    assert answers == sitting.saved[-1]


def test_the_last_page_offers_an_end_or_a_look_and_is_no_answer_yet():
    sitting = Sitting(*gated())
    sitting.say("none", ["none"], "", "", "")

    assert (sitting.at, sitting.page.options) == ("end", ("finish", "review"))
    assert sitting.answers.assessed_on == ""
    assert (sitting.page.standing.left, sitting.page.standing.open) == (0, ())


def test_a_stop_keeps_what_is_saved_and_the_next_run_goes_on_there():
    first = Sitting(*gated())
    with pytest.raises(Stopped):
        first.play(harm="some", kind=["none"], card_owner="")
    second = Sitting(*gated(), first.answers)
    answers = second.play(card_product="甲", purpose="")

    assert second.asked == ["card.product", "purpose"]
    assert answers.values["card"] == {"owner": "", "product": "甲"}
    assert answers.assessed_on == DAY


def test_what_is_left_blank_is_recorded_as_blank():
    answers = Sitting(*gated()).play(harm="none", kind=["none"], **BLANKS)

    assert {key: answers.values[key] for key in ("card", "purpose")} == {"card": {}, "purpose": ""}
    assert next_prompt(gated()[0], answers) is None


def test_a_field_of_a_blank_form_can_be_filled_in_and_taken_out_without_asking_the_others_again():
    pack, _ = gated()
    blank = Answers(values={"harm": "none", "kind": ["none"], "card": {}, "purpose": ""})
    filled = put(blank, prompt_for(pack, "card.owner"), "张三")

    assert filled.values["card"] == {"owner": "张三", "product": ""}
    assert put(filled, prompt_for(pack, "card.owner"), "") == blank


def test_a_finished_file_is_left_as_it_is_and_an_edited_one_is_asked_what_is_new():
    done = Sitting(*gated()).play(harm="none", kind=["none"], **BLANKS)
    idle = Sitting(*gated(), done, day="2027-01-01")
    edited = Sitting(*gated(), done._replace(values={**done.values, "kind": ["face"]}), day="2027-01-01")

    assert (idle.result, idle.course) == (done, [])
    assert edited.play(face_use="yes").assessed_on == "2027-01-01"
    assert edited.asked == ["face_use"]


def test_a_file_that_is_complete_but_not_dated_is_dated_at_the_end_page():
    done = Sitting(*gated()).play(harm="none", kind=["none"], **BLANKS)
    again = Sitting(*gated(), done._replace(assessed_on=""))

    assert again.play() == done
    assert again.course == ["end", SAVED]


def test_an_interview_taken_up_again_and_stopped_is_not_dated():
    done = Sitting(*gated()).play(harm="none", kind=["none"], **BLANKS)
    sitting = Sitting(*gated(), done._replace(values={"harm": "none", "kind": ["none"]}))
    with pytest.raises(Stopped):
        sitting.play(harm="none")

    assert sitting.saved == []


def test_a_dated_file_that_goes_on_loses_its_date_with_the_first_answer():
    done = Sitting(*gated()).play(harm="none", kind=["none"], **BLANKS)
    sitting = Sitting(*gated(), done._replace(values={"harm": "none", "kind": ["none"], "card": {}}))
    sitting.say("问答")

    assert (sitting.answers.assessed_on, sitting.at) == ("", "end")


def test_an_answer_to_a_question_no_longer_asked_stays_in_the_file():
    pack, _ = gated()
    answers = Answers(values={"harm": "none", "kind": ["none"], "face_use": "yes"})

    assert put(answers, next_prompt(pack, answers), "x").values["face_use"] == "yes"


def lined():
    lines = ("not_indicated", "unresolved", "indicated")
    builder = a_pack().ask("lines", "matrix", ("no", "justified", "yes"), ("rl1", "rl2"))
    builder.ask("controls", "matrix", ("absent", "claimed", "evidenced"), ("owner",))
    builder.table("line_1", lines, [("L1", {"lines.rl1": "yes"}, "indicated")])
    builder.table("line_2", lines, [("L2", {"lines.rl2": "yes"}, "indicated")])
    return made(builder, red_lines={"rl1": "line_1", "rl2": "line_2"})


def test_a_red_line_that_is_not_clean_is_given_a_note_and_evidence_is_asked_for_once():
    sitting = Sitting(*lined())
    replies = {"lines_rl1": "unknown", "unsure": "open", "lines_rl1_note": "问过法务", "lines_rl2": "no"}
    answers = sitting.play(replies, harm="none", controls_owner="evidenced", controls_owner_evidence="")

    assert sitting.asked == [
        *("harm", "lines.rl1", "lines.rl1:note", "lines.rl2"),
        *("controls.owner", "controls.owner:evidence"),
    ]
    assert answers.notes == {"lines.rl1": "问过法务"}
    assert answers.evidence == {}
    remarks = [page for page in sitting.pages if page.prompt.kind != "answer"]
    assert [(page.style, page.options, page.given) for page in remarks] == [("text", (), "")] * 2
    assert answers.values["lines"] == {"rl1": "unknown", "rl2": "no"}


def test_evidence_is_kept_by_question_and_row_and_not_asked_for_where_it_is_known():
    known = Sitting(*lined(), Answers(evidence={"controls.owner": "QM-12"}))
    given_ = Sitting(*lined())
    replies = {"lines_rl2_note": "", "controls_owner_evidence": "QM-12"}
    answers = given_.play(replies, harm="none", lines_rl1="no", lines_rl2="justified", controls_owner="evidenced")
    known.play(harm="none", lines_rl1="no", lines_rl2="no", controls_owner="evidenced")

    assert (answers.evidence, answers.notes) == ({"controls.owner": "QM-12"}, {})
    assert known.asked[-1] == "controls.owner"


def test_a_note_that_is_there_already_is_not_asked_for():
    sitting = Sitting(*lined(), Answers(notes={"lines.rl1": "问过法务"}))
    sitting.play(harm="none", lines_rl1="yes", lines_rl2="no", controls_owner="absent")

    assert sitting.asked == ["harm", "lines.rl1", "lines.rl2", "controls.owner"]


def test_a_stop_at_a_note_keeps_the_answer_beside_it():
    sitting = Sitting(*lined())
    with pytest.raises(Stopped):
        sitting.play(harm="none", lines_rl1="yes")

    assert sitting.answers.values["lines"] == {"rl1": "yes"}


def test_a_matrix_answered_unknown_as_a_whole_is_answered_and_one_row_of_it_can_be_told():
    pack, _ = lined()
    answers = Answers(values={"harm": "none", "lines": "unknown"})
    prompt = prompt_for(pack, "lines.rl1")

    assert next_prompt(pack, answers).name == "controls.owner"
    assert given(prompt, answers) == ("unknown",)
    assert put(answers, prompt, "no").values["lines"] == {"rl1": "no", "rl2": "unknown"}


def test_what_a_page_says_of_where_the_interview_stands():
    standing = Sitting(*gated()).page.standing

    assert standing.section == "s1"
    assert standing.ends == ("high", "low", "high")
    assert (standing.deciding, standing.left) == (1, 5)
    assert standing.open == ("harm", "kind", "face_use", "card.owner", "card.product", "purpose")


def test_the_count_of_open_questions_never_grows():
    sitting = Sitting(*gated())
    sitting.play(harm="unknown", unsure="open", kind=["face"], face_use="unknown", **BLANKS)
    counts = [page.standing.left for page in sitting.pages]

    assert sorted(counts, reverse=True) == counts
    assert (counts[0], counts[-1]) == (5, 0)


def test_the_interview_knows_no_prompt_library():
    import sys
    from subprocess import run as start

    code = (
        "import sys, szai_assess.interview; print([n for n in ('prompt_toolkit', 'rich', 'typer') if n in sys.modules])"
    )
    done = start([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "[]"
    assert interview.EVIDENCE == "evidence"


def test_a_reply_that_cannot_stand_is_asked_for_again_with_the_reason_and_nothing_is_saved():
    sitting = Sitting(*gated())
    sitting.say("none", ["none", "face"])

    assert (sitting.at, sitting.page.problem) == ("kind", "assess.none_alone")
    assert sitting.page.given == ["none", "face"]
    assert len(sitting.saved) == 1
    assert sitting.say(["face"]) == "face_use"
