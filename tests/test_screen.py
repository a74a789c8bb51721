"""Keys in, answers out: choosing, ticking, searching, help, and the ways about the interview, on a screen read back."""

import pytest
from seat import (
    CTRL_B,
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    DOWN,
    END,
    ENTER,
    ERASE,
    ESC,
    F1,
    F2,
    F3,
    F4,
    HOME,
    PAGE_DOWN,
    SPACE,
    UP,
    asked,
    pasted,
)

from szai_assess.interview import Stopped

TICKS = {"kind": "many", "options": ("face", "voice", "none")}


def test_the_cursor_of_an_unanswered_question_stands_on_not_sure():
    with asked() as seat:
        assert seat.pointed == "unknown"
        assert "> 不清楚" in seat.look()
        seat.press(DOWN, ENTER)
        assert seat.values["sex"] == "no"


def test_not_sure_is_told_what_it_costs_and_can_be_left_as_it_is():
    with asked() as seat:
        seat.press(ENTER)
        assert seat.says("assess.unsure")
        assert "legal·中" in seat.seen
        assert seat.saved == []
        seat.press(ENTER)
        assert seat.values["sex"] == "unknown"


def test_where_not_knowing_is_not_offered_nothing_is_chosen_and_enter_asks_again():
    with asked(unknown=False) as seat:
        assert seat.pointed == ""
        seat.press(ENTER, ENTER)
        assert seat.saved == []
        assert seat.says("assess.choose_one")
        seat.press(DOWN, ENTER)
        assert seat.values["sex"] == "no"


def test_what_is_wrong_is_no_longer_said_after_the_next_key():
    with asked(unknown=False) as seat:
        seat.press(ENTER, DOWN)
        assert not seat.says("assess.choose_one")


def test_a_notice_is_read_before_it_is_passed():
    notices = {"s1": {"notice": {"zh": "先读这个"}}, "sex": {"notice": {"zh": "再读这个"}}}
    with asked(notices=notices) as seat:
        seat.press(ENTER)
        assert "先读这个" in seat.seen
        seat.press(DOWN, ENTER)
        assert "再读这个" in seat.seen
        seat.press(DOWN, ENTER)
        assert "sex·中" in seat.seen
        assert seat.screen.page.kind == "question"
        seat.press("b", ENTER)


def test_nothing_is_ticked_beforehand_and_an_empty_submit_asks_again():
    with asked(**TICKS) as seat:
        assert "[x]" not in seat.seen
        seat.press(ENTER)
        assert seat.says("assess.choose_some")
        seat.press(DOWN, SPACE, ENTER)
        assert seat.values["sex"] == ["face"]


def test_none_of_these_together_with_something_asks_again_and_keeps_the_ticks():
    with asked(**TICKS) as seat:
        seat.press(DOWN, SPACE, END, SPACE, ENTER)
        assert seat.says("assess.none_alone", none="none·中")
        assert seat.screen.board.ticked == {"face", "none"}
        seat.press(END, SPACE, ENTER)
        assert seat.values["sex"] == ["face"]


def test_at_least_these_is_a_tick_beside_not_sure():
    with asked(**TICKS) as seat:
        seat.press(SPACE, DOWN, SPACE, ENTER)
        assert set(seat.values["sex"]) == {"unknown", "face"}


def test_no_key_ticks_everything_at_once_and_a_second_space_takes_a_tick_away():
    with asked(**TICKS) as seat:
        seat.press("a", "i", DOWN, SPACE, "　", SPACE)
        assert seat.screen.board.ticked == {"face"}


@pytest.mark.parametrize("key", ["?", "？", F1])
def test_help_shows_why_and_the_law_and_the_same_page_stands_there_afterwards(key):
    with asked(size=(80, 40), **TICKS) as seat:
        seat.press(DOWN, SPACE, DOWN)
        before = seat.look()
        seat.press(key)
        for part in ("whysex·中", "helpsex·中", "legal·中", "law·中第二条", "│只有一款的话。"):
            assert part in seat.seen
        seat.press(ESC)
        assert seat.look() == before
        seat.press(ENTER)
        assert seat.values["sex"] == ["face"]


@pytest.mark.parametrize("key", [ENTER, ESC, F1, "q", "b", "?", "？", "ｑ"])
def test_any_of_these_closes_help_and_does_nothing_else(key):
    with asked() as seat:
        seat.press(DOWN, "?", key)
        assert (seat.pointed, seat.screen.reading, seat.saved) == ("no", None, [])


def test_keys_of_the_page_do_nothing_while_help_is_open():
    with asked(**TICKS) as seat:
        seat.press("?", SPACE, "u", "r", "n", "/", F2, F3, F4, HOME, END, CTRL_B, CTRL_Z, pasted("face"), ESC)
        assert (seat.screen.page.kind, seat.screen.page.prompt.kind) == ("question", "answer")
        assert seat.screen.board.ticked == frozenset()
        assert seat.screen.board.sought == ""


def test_a_long_help_is_scrolled_to_its_end():
    notices = {"sex": {"help": {"zh": "\n".join(f"第{place}行" for place in range(60))}}}
    with asked(notices=notices) as seat:
        seat.press("?")
        assert "只有一款的话" not in seat.seen
        seat.press(*[PAGE_DOWN] * 5)
        assert "只有一款的话" in seat.seen
        seat.press(*[UP] * 90)
        assert "asksex·中" in seat.seen


def test_english_help_marks_a_translation_and_a_chinese_text():
    with asked(language="en") as seat:
        seat.press("?")
        assert "Onlyoneparagraph." in seat.seen
        assert seat.says("assess.translation")
    with asked(language="en", notices={"sex": {"cites": ["1.2"]}}) as seat:
        seat.press("?")
        assert "第二款的话" in seat.seen
        assert seat.says("assess.chinese")


def test_a_text_not_held_is_named_without_a_quotation():
    with asked(notices={"sex": {"cites": ["9"]}}) as seat:
        assert seat.press("?").says("assess.not_held")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("kind", ["one", "many", "text", "date"])
def test_ctrl_c_and_end_of_file_stop(key, kind):
    with asked(kind=kind, options=() if kind in ("text", "date") else ("no", "yes")) as seat:
        seat.press(key)
        assert isinstance(seat.ended, Stopped)
        assert seat.saved == []


@pytest.mark.parametrize("keys", [["?"], ["/", "a"], [DOWN, SPACE]])
def test_ctrl_c_stops_in_help_and_in_a_search_as_well(keys):
    with asked(**TICKS) as seat:
        seat.press(*keys, CTRL_C)
        assert isinstance(seat.ended, Stopped)


def test_input_that_ends_stops():
    with asked() as seat:
        seat.pipe.close()
        assert isinstance(seat.ended, Stopped)


@pytest.mark.parametrize(
    "keys", [["/", "v", "o", "i"], ["/", "ＶＯ"], ["/", pasted("Voice")], ["声"], [pasted("声音")], ["／", "声"]]
)
def test_the_search_lists_what_has_the_words_or_the_id(keys):
    notices = {"sex": {"options": {"face": {"zh": "人脸"}, "voice": {"zh": "声音"}, "none": {"zh": "都没有"}}}}
    with asked(notices=notices, **TICKS) as seat:
        seat.press(*keys)
        assert [option for option, _ in seat.screen.choices] == ["voice"]
        seat.press(ENTER)
        assert seat.says("assess.found", sought=seat.screen.board.sought, count="1")
        seat.press(SPACE, ENTER)
        assert seat.values["sex"] == ["voice"]


def test_esc_and_the_eraser_take_a_search_back_and_the_choice_found_stays_pointed_at():
    with asked(**TICKS) as seat:
        seat.press("/", "v", "x")
        assert seat.screen.choices == ()
        seat.press(ERASE)
        assert seat.pointed == "voice"
        seat.press(ESC)
        assert (len(seat.screen.choices), seat.pointed) == (4, "voice")
        assert seat.screen.page.prompt.name == "sex"


def test_where_nothing_is_found_enter_answers_nothing():
    with asked() as seat:
        seat.press("没", "有", ENTER, ENTER)
        assert seat.says("assess.found_none", sought="没有", count="0")
        assert seat.saved == []
