"""Which question is next, what a reply does, and that every reply is saved before the next prompt."""

import pytest
from handmade import a_pack

from szai_assess import interview
from szai_assess.answers import Answers
from szai_assess.interview import Stopped, next_prompt, objection, put, run

DAY = "2026-11-21"
NOTHING = Answers()


class Person:
    """Answers prompts from a script by name; notes what was asked and stops when the script ends."""

    def __init__(self, **script):
        self.script, self.asked, self.saved = script, [], []

    def __call__(self, prompt):
        self.asked.append((prompt.name, prompt.kind) if prompt.kind != "answer" else prompt.name)
        key = prompt.name.replace(".", "_") + ("" if prompt.kind == "answer" else f"_{prompt.kind}")
        if key not in self.script:
            raise Stopped
        return self.script[key]

    def save(self, answers):
        self.saved.append(answers)


def held(pack, person, answers=NOTHING):
    return run(pack, answers, person, person.save, lambda: DAY)


def gated():
    return (
        a_pack()
        .ask("kind", "many", ("none", "face", "voice"))
        .ask("face_use", when={"kind": "face"})
        .ask("card", "form", (), ("owner", "product"))
        .ask("purpose", "text", ())
        .pack()
    )


def test_questions_come_in_pack_order_and_those_behind_a_gate_only_when_it_opens():
    closed = Person(harm="none", kind=["none"], card_owner="", card_product="", purpose="")
    open_ = Person(harm="none", kind=["face"], face_use="no", card_owner="", card_product="", purpose="")
    held(gated(), closed)
    held(gated(), open_)

    assert closed.asked == ["harm", "kind", "card.owner", "card.product", "purpose"]
    assert open_.asked == ["harm", "kind", "face_use", "card.owner", "card.product", "purpose"]


def test_a_question_that_only_may_be_asked_waits_for_its_gate_and_unknown_is_an_answer():
    pack = gated()

    assert next_prompt(pack, Answers(values={"harm": "none"})).name == "kind"
    assert next_prompt(pack, Answers(values={"harm": "none", "kind": "unknown"})).name == "face_use"
    assert next_prompt(pack, Answers(values={"harm": "none", "kind": ["voice", "unknown"]})).name == "face_use"


def test_every_reply_is_saved_before_the_next_prompt_and_the_day_comes_last():
    person = Person(harm="some", kind=["none"], card_owner="张三", card_product="", purpose="")
    answers = held(gated(), person)

    assert len(person.saved) == 6
    assert [dict(each.values) for each in person.saved[:2]] == [{"harm": "some"}, {"harm": "some", "kind": ["none"]}]
    assert person.saved[2].values["card"] == {"owner": "张三"}
    assert [each.assessed_on for each in person.saved] == ["", "", "", "", "", DAY]
    assert answers == person.saved[-1]


def test_a_stop_keeps_what_is_saved_and_the_next_run_goes_on_there():
    first = Person(harm="some", kind=["none"], card_owner="")
    with pytest.raises(Stopped):
        held(gated(), first)
    second = Person(card_product="甲", purpose="")
    answers = held(gated(), second, first.saved[-1])

    assert second.asked == ["card.product", "purpose"]
    assert answers.values["card"] == {"owner": "", "product": "甲"}
    assert answers.assessed_on == DAY


def test_what_is_left_blank_is_recorded_as_blank():
    answers = held(gated(), Person(harm="none", kind=["none"], card_owner="", card_product="", purpose=""))

    assert {key: answers.values[key] for key in ("card", "purpose")} == {"card": {}, "purpose": ""}
    assert next_prompt(gated(), answers) is None


def test_a_finished_file_is_left_as_it_is_and_an_edited_one_is_asked_what_is_new():
    done = held(gated(), Person(harm="none", kind=["none"], card_owner="", card_product="", purpose=""))
    idle = Person()
    new = Person(face_use="yes")
    edited = done._replace(values={**done.values, "kind": ["face"]})

    assert done == run(gated(), done, idle, idle.save, lambda: "2027-01-01")
    assert idle.saved == []
    assert run(gated(), edited, new, new.save, lambda: "2027-01-01").assessed_on == "2027-01-01"
    assert new.asked == ["face_use"]


def test_an_interview_taken_up_again_and_stopped_is_not_dated():
    done = held(gated(), Person(harm="none", kind=["none"], card_owner="", card_product="", purpose=""))
    person = Person(harm="none")
    with pytest.raises(Stopped):
        held(gated(), person, done._replace(values={"harm": "none", "kind": ["none"]}))

    assert person.saved == []


def test_an_answer_to_a_question_no_longer_asked_stays_in_the_file():
    answers = Answers(values={"harm": "none", "kind": ["none"], "face_use": "yes"})

    assert put(answers, next_prompt(gated(), answers), "x").values["face_use"] == "yes"


def lined():
    lines = ("not_indicated", "unresolved", "indicated")
    builder = a_pack().ask("lines", "matrix", ("no", "justified", "yes"), ("rl1", "rl2"))
    builder.ask("controls", "matrix", ("absent", "claimed", "evidenced"), ("owner",))
    builder.table("line_1", lines, [("L1", {"lines.rl1": "yes"}, "indicated")])
    builder.table("line_2", lines, [("L2", {"lines.rl2": "yes"}, "indicated")])
    return builder.pack(red_lines={"rl1": "line_1", "rl2": "line_2"})


def test_a_red_line_that_is_not_clean_is_given_a_note_and_evidence_is_asked_for_once():
    person = Person(
        harm="none",
        lines_rl1="unknown",
        lines_rl1_note="问过法务",
        lines_rl2="no",
        controls_owner="evidenced",
        controls_owner_evidence="",
    )
    answers = held(lined(), person)

    assert person.asked == [
        "harm",
        "lines.rl1",
        ("lines.rl1", "note"),
        "lines.rl2",
        "controls.owner",
        ("controls.owner", "evidence"),
    ]
    assert answers.notes == {"lines.rl1": "问过法务"}
    assert answers.evidence == {}
    assert answers.values["lines"] == {"rl1": "unknown", "rl2": "no"}


def test_evidence_is_kept_by_question_and_row_and_not_asked_for_where_it_is_known():
    given = Person(
        harm="none",
        lines_rl1="no",
        lines_rl2="justified",
        lines_rl2_note="",
        controls_owner="evidenced",
        controls_owner_evidence="QM-12",
    )
    known = Person(harm="none", lines_rl1="no", lines_rl2="no", controls_owner="evidenced")

    assert held(lined(), given).evidence == {"controls.owner": "QM-12"}
    held(lined(), known, Answers(evidence={"controls.owner": "QM-12"}))
    assert known.asked[-1] == "controls.owner"


def test_a_stop_at_a_note_keeps_the_answer_beside_it():
    person = Person(harm="none", lines_rl1="yes")
    with pytest.raises(Stopped):
        held(lined(), person)

    assert person.saved[-1].values["lines"] == {"rl1": "yes"}


def test_a_matrix_answered_unknown_as_a_whole_is_answered():
    assert next_prompt(lined(), Answers(values={"harm": "none", "lines": "unknown"})).name == "controls.owner"


def prompt_for(question, kind="one", **settings):
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
    assert problem == objection(prompt_for("kind", "many", options=("none", "face")), reply)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [("", "assess.choose_one"), ((), "assess.choose_one"), ("unknown", "assess.choose_one"), ("no", "")],
)
def test_nothing_is_chosen_by_enter_where_not_knowing_is_not_offered(reply, problem):
    assert problem == objection(prompt_for("stage", unknown=False), reply)


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
    assert problem == objection(prompt_for("written", kind, options=()), reply)


def test_ticks_are_kept_as_a_list_and_unknown_alone_as_a_word():
    prompt = prompt_for("kind", "many", options=("none", "face"))

    assert put(Answers(), prompt, ("face", "unknown")).values["kind"] == ["face", "unknown"]
    assert put(Answers(), prompt, ["unknown"]).values["kind"] == "unknown"


def test_the_count_of_open_questions_never_grows():
    counts = []

    def ask(prompt):
        counts.append(prompt.left)
        return {"many": ["face"], "one": "unknown", "text": "", "date": ""}[prompt.style]

    run(gated(), Answers(), ask, lambda _: None, lambda: DAY)

    assert sorted(counts, reverse=True) == counts
    assert counts[0] == 5


def test_the_interview_knows_no_prompt_library():
    import sys
    from subprocess import run as start

    code = "import sys, szai_assess.interview; print([n for n in ('questionary', 'prompt_toolkit', 'rich') if n in sys.modules])"
    done = start([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "[]"
    assert interview.EVIDENCED == "evidenced"
