"""The interview line by line: lines in, answers out."""

import io

import pytest
from desk import start
from handmade import a_pack
from spoken import DAY, TEXT, TICKS, asked, spoken

from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import Plan, Stopped
from szai_assess.messages import say


def test_a_question_is_printed_with_its_options_by_number():
    told = asked()

    assert "ask sex·中\n0 不清楚\n1 no·中\n2 yes·中\n" + say("assess.plain_one", "zh") in told.out
    assert isinstance(told.error, Stopped)


@pytest.mark.parametrize("line", ["1", "１", " 1 ", "no", "NO", "ｎｏ"])
def test_a_number_or_an_id_chooses(line):
    assert asked(line).values["sex"] == "no"


@pytest.mark.parametrize("line", ["0", "０", "unknown"])
def test_0_is_not_sure_everywhere(line):
    told = asked(line, "1")
    assert told.says("assess.unsure") == 1
    assert told.values["sex"] == "unknown"
    assert "0" not in [entry[:1] for entry in asked(unknown=False).out.splitlines()]


@pytest.mark.parametrize("line", ["1 2", "1,2", "1、2", "1，2", "１；２", "2;1", "face voice", "face、2", "1 1 2"])
def test_several_numbers_tick_several(line):
    assert sorted(asked(line, **TICKS).values["sex"]) == ["face", "voice"]


def test_at_least_these_is_0_beside_the_others():
    assert set(asked("0 1", **TICKS).values["sex"]) == {"unknown", "face"}


def test_none_of_these_together_with_something_asks_again():
    told = asked("1 3", "1", **TICKS)

    assert told.says("assess.none_alone", none="none·中") == 1
    assert told.values["sex"] == ["face"]


@pytest.mark.parametrize(("kind", "problem"), [("one", "assess.choose_one"), ("many", "assess.choose_some")])
@pytest.mark.parametrize("line", ["", "   ", "\t", "　", "、"])
def test_an_empty_line_never_answers(line, kind, problem):
    told = asked(line, line, kind=kind)

    assert told.saved == []
    assert told.says(problem) == 2


@pytest.mark.parametrize("line", ["3", "-1", "00", "1.", "x", "1 9", "没有", "1e0"])
@pytest.mark.parametrize("kind", ["one", "many"])
def test_a_number_that_is_not_there_says_so(line, kind):
    told = asked(line, kind=kind)

    assert told.saved == []
    assert say("assess.plain_wrong", "zh", entry="") in told.out


def test_two_numbers_where_one_is_asked_for_ask_again():
    assert asked("1 2").says("assess.choose_one") == 1


@pytest.mark.parametrize("line", [":x", ":", ":bb", "：z", ":b1", ":unknown"])
def test_a_command_that_is_none_prints_those_there_are(line):
    told = asked(line)

    assert told.says("assess.plain_keys") == 2
    assert told.saved == []


@pytest.mark.parametrize("line", ["?", "？"])
@pytest.mark.parametrize("kind", ["one", "text"])
def test_a_question_mark_tells_why_and_the_law(line, kind):
    told = asked(line, kind=kind)

    for part in ("why sex·中", "help sex·中", "legal·中", "law·中第二条", "  │ 只有一款的话。"):
        assert f"{part}\n" in told.out
    assert told.saved == []


@pytest.mark.parametrize("line", [":b", "：Ｂ", ":B"])
def test_back_leads_to_the_question_before(line):
    told = asked(line, "2")

    assert told.says("assess.plain_held", answer="none·中") == 1
    assert told.values["harm"] == "some"


def test_undo_review_note_and_evidence_have_their_commands():
    told = asked("1", ":u", ":u", ":n", "备注一", ":e", "QM-12", ":r", "2", "3")

    assert told.says("assess.no_undo") == 1
    assert told.says("assess.review") == 1
    assert (told.notes, told.saved[-1].evidence) == ({"sex": "备注一"}, {"sex": "QM-12"})
    assert told.values["harm"] == "grave"


@pytest.mark.parametrize("line", [":q", "：Ｑ"])
def test_q_stops(line):
    told = asked("1", line)

    assert isinstance(told.error, Stopped)
    assert told.values["sex"] == "no"


@pytest.mark.parametrize(
    ("held", "settings"),
    [
        ("no", {"options": ("no", "yes", "other")}),
        (["no", "yes"], {"options": ("no", "yes", "other")}),
        (["face"], TICKS),
        (["face", "unknown"], TICKS),
        ("半句", TEXT),
    ],
)
def test_an_answer_is_kept_as_it_is(held, settings):
    told = asked(":b", ":k", "1", values={"sex": held}, **settings)
    key = "assess.plain_text_held" if isinstance(held, str) and settings is TEXT else "assess.plain_held"

    assert say(key, "zh", answer="")[:5] in told.out
    assert told.answers.values["sex"] == held


def test_an_empty_line_keeps_a_text_and_only_a_command_clears_it():
    kept = asked(":b", "", "1", values={"sex": "半句"}, **TEXT)
    cleared = asked(":b", ":x", "1", values={"sex": "半句"}, **TEXT)

    assert kept.answers.values["sex"] == "半句"
    assert cleared.answers.values["sex"] == ""


def test_where_nothing_is_held_nothing_is_kept():
    told = asked(":k")

    assert told.says("assess.plain_keys") == 2
    assert told.saved == []


def test_a_wish_that_a_page_does_not_grant_is_no_reply():
    failures = [OutputError(Fault("O003", Place("a"), {"file": "a", "reason": "full"}))]
    saved = []

    def save(answers):
        if failures:
            raise failures.pop()
        saved.append(answers)

    told = spoken(io.StringIO("1\n:b\n:r\n:n\n1\n"), a_pack(), save=save)

    assert told.says("assess.plain_keys") == 4
    assert [answers.values for answers in saved] == [{"harm": "none"}]
    assert isinstance(told.error, Stopped)


def test_text_is_kept_on_one_line_and_may_stay_empty():
    assert asked("第一行\t。 ", **TEXT).values["sex"] == "第一行 。"
    assert asked("", **TEXT).values["sex"] == ""
    assert asked("1", **TEXT).values["sex"] == "1"
    assert asked("a? b", **TEXT).values["sex"] == "a? b"


@pytest.mark.parametrize(
    ("line", "day"), [("2026-02-03", "2026-02-03"), ("２０２６－０２－０３", "2026-02-03"), ("", "")]
)
def test_a_day_may_be_written_full_width_or_stay_empty(line, day):
    assert asked(line, kind="date", options=()).values["sex"] == day


def test_a_day_that_is_none_is_asked_again():
    told = asked("2026-13-01", "2026-11-21", kind="date", options=())

    assert told.says("assess.bad_date") == 1
    assert told.values["sex"] == "2026-11-21"


def test_input_that_ends_stops_and_a_last_line_without_its_end_counts():
    told = spoken(io.StringIO("1"), a_pack())

    assert isinstance(told.error, Stopped)
    assert told.values == {"harm": "none"}


def test_where_there_is_no_input_at_all_it_stops():
    assert isinstance(spoken(None, a_pack()).error, Stopped)


def test_ctrl_c_stops():
    class Interrupted(io.StringIO):
        def readline(self, *_):
            raise KeyboardInterrupt

    assert isinstance(spoken(Interrupted(), a_pack()).error, Stopped)


def test_the_whole_way_ends_with_the_answers():
    told = spoken(io.StringIO("3\n1\n1\n"), a_pack().ask("sex"))

    assert told.error is None
    assert told.answers == told.saved[-1]
    assert told.answers.assessed_on == DAY


def test_a_quick_run_prints_the_verdict():
    told = spoken(io.StringIO("3\n2\n"), a_pack().ask("sex"), plan=Plan(quick=True))

    assert "the verdict\n" in told.out
    assert told.answers.values == {"harm": "grave"}


def test_where_it_stands_is_printed_only_where_it_has_changed():
    told = asked("x", "x", "1")

    assert told.out.count("section·中\n") == 1


def test_line_mode_loads_no_prompt_library(tmp_path):
    code = "import sys; from szai_assess.terminal import plain; print([n for n in ('prompt_toolkit', 'rich') if n in sys.modules])"
    ran = start([], tmp_path, python=("-c", code))

    assert ran.stdout.strip() == "[]"
