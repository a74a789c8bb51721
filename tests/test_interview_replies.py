"""Which replies cannot stand, and what the others make of the answers."""

import pytest
from handmade import a_pack

from szai_assess.answers import Answers
from szai_assess.interview import EVIDENCE, NOTE, next_prompt, prompt_for
from szai_assess.interview.prompts import missing
from szai_assess.interview.replies import given, objection, put


def prompt_to(question, kind="one", **settings):
    pack = a_pack().ask(question, kind, **settings).pack()
    return next_prompt(pack, Answers(values={"harm": "none"}))


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ([], "assess.choose_some"),
        (["none", "face"], "assess.none_alone"),
        (["none", "unknown"], "assess.none_alone"),
        (["none"], ""),
        (["face", "unknown"], ""),
        (["other"], "assess.choose_one"),
    ],
)
def test_some_sets_of_ticks_cannot_stand(reply, problem):
    assert problem == objection(prompt_to("kind", "many", options=("none", "face")), reply)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [("", "assess.choose_one"), ((), "assess.choose_one"), ("unknown", "assess.choose_one"), ("no", "")],
)
def test_nothing_is_chosen_by_enter_where_not_knowing_is_not_offered(reply, problem):
    assert problem == objection(prompt_to("stage", unknown=False), reply)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [(["no", "maybe"], ""), (["no", "unknown"], "assess.choose_one"), (["unknown"], ""), ("unknown", "")],
)
def test_one_of_several_can_stand_but_not_beside_not_sure(reply, problem):
    assert problem == objection(prompt_to("stage", options=("no", "maybe", "yes")), reply)


@pytest.mark.parametrize(
    ("kind", "reply", "problem"),
    [
        ("date", "2026-11-21", ""),
        ("date", "", ""),
        ("date", "20261121", "assess.bad_date"),
        ("date", "2026-02-30", "assess.bad_date"),
        ("text", "一句话 a?", ""),
        ("text", "a\x1b[2J", "assess.bad_text"),
        ("text", "a\udc80", "assess.bad_text"),
        ("text", "a\nb", "assess.bad_text"),
    ],
)
def test_text_that_no_file_should_hold_and_days_that_are_none_are_refused(kind, reply, problem):
    assert problem == objection(prompt_to("written", kind, options=()), reply)


def test_ticks_are_kept_as_a_list_and_unknown_alone_as_a_word():
    prompt = prompt_to("kind", "many", options=("none", "face"))

    assert put(Answers(), prompt, ("face", "unknown")).values["kind"] == ["face", "unknown"]
    assert put(Answers(), prompt, ["unknown"]).values["kind"] == "unknown"


def test_a_single_choice_is_kept_as_a_word_and_one_of_several_as_a_list():
    prompt = prompt_to("stage", options=("no", "maybe", "yes"))

    assert put(Answers(), prompt, ("no",)).values["stage"] == "no"
    assert put(Answers(), prompt, ("no", "maybe")).values["stage"] == ["no", "maybe"]


@pytest.mark.parametrize("kind", [NOTE, EVIDENCE])
def test_a_remark_is_put_in_changed_and_taken_out_by_leaving_it_blank(kind):
    prompt = prompt_to("stage")._replace(kind=kind, options=())
    held = put(Answers(notes={"harm": "一"}, evidence={"harm": "一"}), prompt, "二")
    changed = put(held, prompt, "三")

    assert [given(prompt, answers) for answers in (held, changed, put(held, prompt, ""))] == ["二", "三", ""]
    assert "stage" not in {**put(held, prompt, "").notes, **put(held, prompt, "").evidence}
    assert (held.values, held.notes["harm"], held.evidence["harm"]) == ({}, "一", "一")


def test_a_changed_note_keeps_its_place_in_the_file():
    prompt = prompt_to("stage")._replace(kind=NOTE, options=())
    changed = put(Answers(notes={"stage": "一", "harm": "二"}), prompt, "三")

    assert list(changed.notes.items()) == [("stage", "三"), ("harm", "二")]


@pytest.mark.parametrize(
    ("value", "reply"),
    [
        (None, ()),
        ("no", ("no",)),
        ("unknown", ("unknown",)),
        (["no", "yes"], ("no", "yes")),
        ({"stray": "no"}, ()),
    ],
)
def test_what_a_choice_holds_is_given_as_a_choice(value, reply):
    assert given(prompt_to("stage"), Answers(values={} if value is None else {"stage": value})) == reply


@pytest.mark.parametrize(("value", "reply"), [(None, ""), ("", ""), ("一句", "一句"), ({}, "")])
def test_what_a_text_holds_is_given_as_text(value, reply):
    prompt = prompt_to("written", "text", options=())

    assert given(prompt, Answers(values={} if value is None else {"written": value})) == reply


def test_a_field_and_a_row_hold_their_own_part():
    pack = (
        a_pack().ask("card", "form", (), ("owner", "product")).ask("rows", "matrix", ("no", "yes"), ("a", "b")).pack()
    )
    answers = Answers(values={"card": {"owner": "张三"}, "rows": {"a": ["no", "yes"]}})

    assert [given(prompt_for(pack, name), answers) for name in ("card.owner", "card.product")] == ["张三", ""]
    assert [given(prompt_for(pack, name), answers) for name in ("rows.a", "rows.b")] == [("no", "yes"), ()]
    assert prompt_for(pack, "rows.b").options == ("no", "yes")
    assert [prompt_for(pack, name).style for name in ("card.owner", "rows.a")] == ["text", "one"]


def test_a_matrix_without_rows_has_no_answer_and_takes_the_first():
    pack = a_pack().ask("rows", "matrix", ("no", "yes"), ("a", "b")).pack()
    answers = put(Answers(values={"rows": {}}), prompt_for(pack, "rows.b"), "no")

    assert (answers.values["rows"], missing(pack.questions[1], answers)) == ({"b": "no"}, ("a",))


@pytest.mark.parametrize(
    ("value", "parts"),
    [(None, ("a", "b")), ("unknown", ()), ({}, ("a", "b")), ({"b": "no"}, ("a",)), ({"a": "no", "b": "unknown"}, ())],
)
def test_the_rows_of_a_matrix_that_have_no_answer(value, parts):
    question = a_pack().ask("rows", "matrix", ("no", "yes"), ("a", "b")).pack().questions[1]

    assert missing(question, Answers(values={} if value is None else {"rows": value})) == parts
