"""The window: any size, changed at any moment, what is out of sight, and what happens when something goes wrong behind it."""

import pytest
from handmade import a_pack
from seat import CTRL_C, DOWN, END, ENTER, ESC, HOME, PAGE_DOWN, PAGE_UP, SPACE, UP, asked, at, seated

from szai_assess.answers import Answers
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import Plan
from szai_assess.terminal import paint
from szai_assess.text import wrapped

LONG = (
    "这是一个很长的选项，长到在八十列的屏幕上一行放不下，必须折到下一行去，否则后半句就看不到，两个选项也会看起来一样。"
)
MANY = {"kind": "many", "options": tuple(f"o{place:02}" for place in range(25))}
SIZES = [(10, 4), (12, 5), (20, 8), (40, 12), (80, 24), (120, 40), (200, 60)]


def lost():
    return OutputError(Fault("O003", Place("szai.yaml"), {"file": "szai.yaml", "reason": "disk full"}))


@pytest.mark.parametrize("columns", [40, 80])
def test_a_long_option_is_wrapped_and_nothing_of_it_is_cut(columns):
    notices = {"sex": {"options": {"no": {"zh": LONG}, "yes": {"zh": LONG + "二"}}}}
    with asked(notices=notices, size=(columns, 24)) as seat:
        assert LONG in seat.seen
        assert LONG + "二" in seat.seen
        marked = [line for line in seat.press(DOWN).look() if line.startswith("> ")]
        assert marked == [f"> {wrapped(LONG, columns - 3)[0]}"]


@pytest.mark.parametrize("size", SIZES)
def test_every_kind_of_page_is_drawn_in_a_window_of_any_size(size):
    builder = a_pack().ask("sex", "many", ("face", "none")).ask("said", "text", ()).ask("day", "date", ())
    probes = [{"ask": {"zh": LONG}, "if_yes": ["some", "grave"], "if_no": ["none"]}]
    notices = {"s1": {"notice": {"zh": LONG}}, "harm": {"unsure": probes}}
    with seated(builder, notices=notices, size=size) as seat:
        seat.press(ENTER, END, ENTER)  # the notice
        assert seat.screen.page.prompt.name == "harm"
        for keys in (["?", ESC], ["r", ESC], ["n", ESC], [HOME, UP, PAGE_UP, PAGE_DOWN, END, HOME]):
            seat.press(*keys)
        seat.press(ENTER, ENTER)  # into view, and chosen
        if seat.screen.page.kind == "question":
            seat.press(ENTER)
        kinds = {seat.screen.page.kind}
        for _ in range(30):
            seat.press(HOME, ENTER)
            kinds.add(seat.screen.page.kind)
        assert kinds >= {"probe"}
        assert seat.error is None


def test_a_page_out_of_sight_is_first_brought_into_sight_by_enter():
    with asked(notices={"sex": {"ask": {"zh": LONG * 5}}}, size=(30, 10)) as seat:
        assert "> " not in "".join(seat.look())
        seat.press(ENTER)
        assert seat.saved == []
        assert seat.screen.page.kind == "question"
        assert "> 不清楚" in seat.look()
        seat.press(ENTER)
        assert seat.screen.page.kind == "unsure"


def test_a_page_is_scrolled_through_to_its_choices_and_back():
    with asked(notices={"sex": {"ask": {"zh": LONG * 5 + "完"}}}, size=(30, 10)) as seat:
        told = seat.seen
        for _ in range(30):
            told += seat.press(DOWN).seen
        assert "完" in told
        assert seat.screen.board.moved
        seat.press(*[PAGE_UP] * 30)
        assert "这是一个很长的选项" in seat.seen
        assert seat.saved == []


@pytest.mark.parametrize("size", SIZES)
def test_every_option_of_a_long_list_can_be_pointed_at_and_is_in_sight_then(size):
    with asked(size=size, **MANY) as seat:
        for place in range(26):
            option = MANY["options"][place - 1] if place else "unknown"
            seat.screen.board = seat.screen.board._replace(at=place, moved=True)
            seat.screen.stage.app.loop.call_soon_threadsafe(seat.screen.stage.app.invalidate)
            seat.settle()
            assert seat.pointed == option
            assert f"{option}·" in seat.seen or option == "unknown"
            assert len([line for line in seat.look() if line.startswith("> ")]) == 1


def test_a_window_made_narrow_and_wide_again_shows_the_same_and_loses_nothing():
    with asked(**MANY) as seat:
        seat.press(DOWN, SPACE, *[DOWN] * 12, SPACE)
        before = seat.look()
        for size in ((20, 24), (10, 4), (20, 6), (200, 60), (80, 24)):
            seat.resize(*size)
            assert seat.pointed == "o12"
            assert "o12·" in seat.seen
        assert [line for line in seat.look() if line.startswith("> ")] == [line for line in before if line[:2] == "> "]
        seat.press(ENTER)
        assert seat.values["sex"] == ["o00", "o12"]


@pytest.mark.parametrize("keys", [["半句 and more"], ["?"], []])
def test_a_window_that_changes_keeps_a_text_and_the_help(keys):
    with asked(kind="text", options=()) as seat:
        seat.press(*keys)
        before = seat.look()
        seat.resize(20, 10)
        seat.resize(80, 24)
        assert seat.look() == before


def test_an_answer_that_cannot_be_saved_is_told_and_tried_again():
    with asked() as seat:
        seat.failures = [lost(), lost()]
        seat.press(DOWN, ENTER)
        assert seat.says("assess.trouble")
        assert "O003" in seat.seen
        seat.press(ENTER, ENTER)
        assert seat.values["sex"] == "no"


def test_who_gives_up_saving_ends_with_the_error():
    with asked() as seat:
        seat.failures = [lost()]
        seat.press(DOWN, ENTER, DOWN, ENTER)
        assert isinstance(seat.ended, OutputError)


def test_who_stops_where_an_answer_could_not_be_saved_is_not_told_that_it_was():
    with asked() as seat:
        seat.failures = [lost()]
        seat.press(DOWN, ENTER, CTRL_C)
        assert isinstance(seat.ended, OutputError)


def test_ticks_that_a_search_has_put_out_of_sight_are_shown_before_they_are_sent():
    with asked(kind="many", options=("face", "voice", "none")) as seat:
        seat.press(DOWN, SPACE, "/", "voice", ENTER, ENTER)
        assert seat.saved == []
        assert seat.screen.board.sought == ""
        seat.press(ENTER)
        assert seat.values["sex"] == ["face"]


@pytest.mark.parametrize("error", [RuntimeError("no such thing"), KeyError("x"), OSError(28, "full")])
def test_an_error_of_saving_reaches_who_began_the_interview(error):
    with asked() as seat:
        seat.failures = [error]
        seat.press(DOWN, ENTER)
        assert seat.ended is error
        assert "Press" not in seat.output.getvalue()


@pytest.mark.parametrize("keys", [[DOWN], ["?"], [PAGE_DOWN], [ENTER]])
def test_an_error_of_drawing_reaches_who_began_the_interview(monkeypatch, keys):
    error = ZeroDivisionError()

    def fail(*_):
        raise error

    with asked() as seat:
        for name in ("paint", "read"):
            monkeypatch.setattr(paint, name, fail)
        seat.press(*keys)
        assert seat.ended is error
        assert "Press" not in seat.output.getvalue()


def test_an_error_of_the_first_drawing_reaches_who_began_the_interview(monkeypatch):
    error = ZeroDivisionError()

    def fail(*_):
        raise error

    monkeypatch.setattr(paint, "paint", fail)
    with asked() as seat:
        assert seat.ended is error


def test_the_end_gives_the_answers_with_the_day():
    with asked() as seat:
        seat.press(DOWN, ENTER)
        assert seat.says("assess.end")
        seat.press(ENTER)
        assert seat.ended is None
        assert seat.answers == seat.saved[-1]
        assert seat.answers.assessed_on == "2026-11-21"


def test_a_finished_file_is_not_asked_about_again():
    finished = Answers(pack="small@1.0.0", assessed_on="2026-01-01", values={"harm": "none"})
    with at(a_pack().pack(), a_pack().words(), finished) as seat:
        assert seat.ended is None
        assert (seat.answers, seat.saved, seat.output.getvalue()) == (finished, [], "")


def test_a_quick_run_shows_the_verdict_at_the_width_of_the_window():
    with seated(a_pack().ask("sex"), plan=Plan(quick=True), size=(60, 24)) as seat:
        seat.press(END, ENTER)
        assert "verdictat59" in seat.seen
        seat.resize(40, 24)
        assert "verdictat39" in seat.seen
        seat.press(END, ENTER)
        assert seat.ended is None
        assert seat.answers.values == {"harm": "grave"}


def test_the_terminal_is_given_back_as_it_was():
    with asked() as seat:
        seat.press(DOWN, CTRL_C)
        told = seat.output.getvalue()
        assert told.count("\x1b[?1049h") == told.count("\x1b[?1049l") == 1
        assert told.rindex("\x1b[?1049l") > told.rindex("\x1b[?1049h")
        assert told.rindex("\x1b[?25h") > told.rindex("\x1b[?25l")
