"""Texts typed and pasted on a screen: what is refused, what is kept, and that no paste and no text answers or steers."""

import pytest
from handmade import a_pack
from seat import COLOUR, DOWN, ENTER, ERASE, ESC, F1, SPACE, asked, at, pasted

from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT

TEXT = {"kind": "text", "options": ()}
TICKS = {"kind": "many", "options": ("face", "voice", "none")}
MEGABYTE = "问" * 350_000
LINES = "第一行，还有 b u r n e q 1 2\r" * 40


def test_text_may_stay_empty_and_is_kept_on_one_line():
    with asked(**TEXT) as seat:
        seat.press(ENTER)
        assert seat.values["sex"] == ""
    with asked(**TEXT) as seat:
        seat.press(pasted("第一行\n第二行\t。") + " ", ENTER)
        assert seat.values["sex"] == "第一行 第二行 。"


def test_help_loses_nothing_typed_and_a_question_mark_in_a_text_is_a_question_mark():
    with asked(**TEXT) as seat:
        seat.press("这是什么?", F1)
        assert "whysex·中" in seat.seen
        seat.press(ESC, "？b", ENTER)
        assert seat.values["sex"] == "这是什么?？b"


@pytest.mark.parametrize("key", ["?", "？"])
def test_a_question_mark_in_an_empty_text_asks_for_help(key):
    with asked(**TEXT) as seat:
        assert "whysex·中" in seat.press(key).seen
        seat.press(ENTER, "好", ENTER)
        assert seat.values["sex"] == "好"


def test_what_is_typed_stays_in_sight_from_its_first_sign_while_there_is_room():
    with asked(size=(20, 24), **TEXT) as seat:
        seat.press("始")
        for length in range(2, 45):
            seat.press("字")
            assert "始" in seat.seen
            assert seat.seen.count("字") == length - 1


def test_what_was_typed_is_there_again_after_a_note():
    with asked(**TEXT) as seat:
        seat.press("半句", "\x1bOQ", "备注", ENTER)
        assert seat.screen.text == "半句"
        assert seat.saved[-1].notes == {"sex": "备注"}


def test_a_text_that_is_too_long_is_asked_again_and_not_lost():
    with asked(notices={"sex": {"max": 3}}, **TEXT) as seat:
        seat.press("一二三四", ENTER)
        assert seat.says("assess.too_long", limit="3", length="4")
        assert (seat.screen.text, seat.saved) == ("一二三四", [])
        seat.press(ERASE, ENTER)
        assert seat.values["sex"] == "一二三"


def test_a_day_that_is_none_is_asked_again():
    with asked(kind="date", options=()) as seat:
        seat.press("2026-13-01", ENTER)
        assert seat.says("assess.bad_date")
        seat.press(*ERASE * 5, "11-21", ENTER)
        assert seat.values["sex"] == "2026-11-21"


def test_a_day_in_full_width_digits_is_a_day():
    with asked(kind="date", options=()) as seat:
        seat.press("２０２６－１１－２１", ENTER)
        assert seat.values["sex"] == "2026-11-21"


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "\x07铃", "一\x9b31m", "\x00"])
def test_control_signs_are_refused_and_not_sent_to_the_terminal(text):
    with asked(**TEXT) as seat:
        sent = len(seat.output.getvalue())
        seat.press(pasted(text))
        told = seat.output.getvalue()[sent:]
        assert not any(sign in told for sign in ("\x07", "\x9b", "\x00", "\x1b[2J"))
        seat.press(ENTER)
        assert seat.says("assess.bad_text")
        assert seat.saved == []


def test_bytes_that_are_no_text_are_refused():
    with asked(**TEXT) as seat:
        seat.pipe.send_bytes(b"\xff\xfea")
        seat.settle()
        seat.press(ENTER)
        assert seat.says("assess.bad_text")
        assert seat.saved == []


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f"])
def test_a_text_cannot_turn_the_line_around(sign):
    with asked(**TEXT) as seat:
        seat.press(f"{sign}倒", ENTER)
        assert seat.values["sex"] == f"{sign}倒"
        seat.press("b", "r")
        assert "�倒" in seat.seen
        assert sign not in seat.output.getvalue()


def test_what_an_answers_file_holds_cannot_steer_the_terminal():
    pack = a_pack().ask("sex", "text", options=()).ask("age")
    hostile = "\x1b[2J\x1b]0;title\x07\u202e\x9b"
    held = Answers(pack="small@1.0.0", values={"harm": "none", "sex": hostile}, notes={"age": hostile})
    with at(pack.pack(), pack.words(), held) as seat:
        before = seat.output.getvalue()
        seat.press("?", ESC, "r", ESC, "b", "\x1bOS", ESC)
        told = seat.output.getvalue()
        assert "␛[2J" in told
        assert not any(sign in told for sign in ("\x1b]0;", "\x07", "\u202e", "\x9b"))
        assert told[len(before) :].count("\x1b[2J") == 0


def test_a_marked_paste_of_a_megabyte_is_refused_whole_and_the_text_stays():
    with asked(**TEXT) as seat:
        seat.press("已有")
        seat.flood(pasted(MEGABYTE))
        assert seat.says("assess.too_much", limit=str(LIMIT), length=str(len(MEGABYTE)))
        seat.press(ENTER)
        assert seat.values["sex"] == "已有"


def test_an_unmarked_flood_of_a_megabyte_is_refused_whole_and_answers_nothing():
    with asked(**TEXT) as seat:
        seat.press("已有")
        seat.flood((MEGABYTE[:29] + "\r") * 12_000)
        assert seat.says("assess.too_much", limit=str(LIMIT), length=str(30 * 12_000 - 1))
        assert (seat.screen.text, seat.saved) == ("已有", [])


@pytest.mark.parametrize("mark", [pasted, str])
def test_lines_put_into_a_text_become_one_line_and_no_answer(mark):
    with asked(**TEXT) as seat:
        seat.flood(mark(LINES))
        assert seat.saved == []
        seat.press(ENTER)
        assert seat.values["sex"] == " ".join(LINES.split())


@pytest.mark.parametrize("mark", [pasted, str])
@pytest.mark.parametrize("text", [LINES, "\r" * 40, "b\r" * 40, "1 \x1b\r\x1b[B\r" * 40, MEGABYTE])
@pytest.mark.parametrize("kind", ["one", "many"])
def test_nothing_put_into_a_list_answers(mark, text, kind):
    with asked(**{**TICKS, "kind": kind}) as seat:
        seat.flood(mark(text))
        assert seat.saved == []
        assert (seat.screen.page.prompt.name, seat.screen.page.kind) == ("sex", "question")
        assert seat.screen.board.ticked == frozenset()
        seat.press(ESC, DOWN, SPACE, ENTER)
        assert "sex" in seat.values


def test_ctrl_c_stops_in_the_midst_of_a_flood():
    with asked() as seat:
        seat.flood(LINES + "\x03" + LINES)
        assert seat.ended is not None
        assert seat.saved == []


def test_nothing_is_red_where_colours_are_not_wanted(monkeypatch):
    told = {}
    for value in ("", "1"):
        monkeypatch.setenv("NO_COLOR", value)
        with asked(unknown=False) as seat:
            seat.press(ENTER, "?", ESC)
            told[value] = seat.output.getvalue()

    assert COLOUR.search(told[""])
    assert not COLOUR.search(told["1"])


def test_the_built_in_english_words_never_show():
    with asked(**TICKS) as seat:
        seat.press(*"/x\x7f", ESC, "\x12", "\x13", ENTER, DOWN, SPACE, "\x18", ENTER)
        told = seat.output.getvalue()
    with asked(**TEXT) as seat:
        seat.press("a", "\x12", "\x13", ENTER)
        told += seat.output.getvalue()

    for word in ("Use arrow", "done", "selections", "Answer:", "Cancelled", "Press", "ENTER", "search", "I-search"):
        assert word not in told
