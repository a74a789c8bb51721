"""What the system gives to ask at: both ends a terminal, a console that is one, and keys that come as a flood."""

import pytest
from desk import start
from handmade import a_pack
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from szai_assess.answers import Answers
from szai_assess.errors import UsageError
from szai_assess.interview import Desk, Plan, Stopped, begin
from szai_assess.terminal import Wording, console, hold, is_interactive
from szai_assess.terminal import screen as screens
from szai_assess.terminal.console import CALM, FLOOD, calmed, showable


class Stream:
    def __init__(self, terminal):
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.mark.parametrize(
    ("stdin", "stdout", "interactive"),
    [
        (Stream(True), Stream(True), True),
        (Stream(False), Stream(True), False),
        (Stream(True), Stream(False), False),
        (None, Stream(True), False),
        (None, None, False),
    ],
)
def test_both_ends_must_be_a_terminal(stdin, stdout, interactive):
    assert is_interactive(stdin, stdout) is interactive


def test_a_window_that_is_no_console_is_a_wrong_use(monkeypatch):
    class NoConsoleError(Exception):
        pass

    def fail(_):
        raise NoConsoleError

    monkeypatch.setattr(console, "missing_console", lambda: (NoConsoleError,))
    monkeypatch.setattr(screens, "Stage", fail)
    builder = a_pack()
    pack, words = builder.pack(), builder.words()
    talk = begin(Desk(pack, words, lambda _: None, lambda: ""), Answers(), Plan())
    with pytest.raises(UsageError) as found:
        hold(talk, Wording(pack, words, "zh"), lambda *_: [], plain=False)

    assert found.value.faults[0].code == "U008"


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_an_interruption_and_the_end_of_input_stop(error):
    with pytest.raises(Stopped), console.console():
        raise error


def test_any_other_error_stays_what_it_is():
    with pytest.raises(ZeroDivisionError), console.console():
        raise ZeroDivisionError


class Keyboard:
    """Gives readings of keys at their times."""

    def __init__(self, *readings):
        self.readings, self.now = list(readings), 0.0

    def read(self):
        """What has come until now."""
        if self.readings and self.readings[0][0] <= self.now:
            return self.readings.pop(0)[1]
        return []

    def wait(self, seconds):
        self.now += seconds

    def keys(self):
        return calmed(self.read, lambda: self.now, self.wait)


def signs(text):
    return [KeyPress(sign) for sign in text]


def test_keys_typed_by_hand_are_the_keys_they_are():
    typed = [*signs("x" * (FLOOD - 2)), KeyPress(Keys.Down, "\x1b[B"), KeyPress(Keys.ControlM, "\r")]

    assert Keyboard((0, typed)).keys()() == typed


def test_a_flood_is_one_paste():
    flood = [*signs("x" * FLOOD), KeyPress(Keys.ControlM, "\r"), KeyPress(Keys.Down, "\x1b[B"), *signs("y")]

    assert Keyboard((0, flood)).keys()() == [KeyPress(Keys.BracketedPaste, "x" * FLOOD + "\ry")]


def test_a_flood_is_read_to_its_end_before_it_is_looked_at():
    keyboard = Keyboard(
        (0, signs("x" * FLOOD)), (CALM / 2, signs("y")), (CALM * 1.2, signs("\r")), (CALM * 3, signs("b"))
    )
    keys = keyboard.keys()

    assert keys() == [KeyPress(Keys.BracketedPaste, "x" * FLOOD + "y\r")]
    keyboard.wait(CALM * 3)
    assert keys() == signs("b")
    assert keys() == []


def test_a_marked_paste_within_a_flood_belongs_to_it_and_alone_stays_itself():
    paste = KeyPress(Keys.BracketedPaste, "一二")

    assert Keyboard((0, [paste])).keys()() == [paste]
    assert Keyboard((0, [*signs("x" * FLOOD), paste])).keys()() == [KeyPress(Keys.BracketedPaste, "x" * FLOOD + "一二")]


def test_ctrl_c_in_a_flood_is_still_a_stop():
    stop = KeyPress(Keys.ControlC, "\x03")
    flood = [*signs("x" * FLOOD), stop, *signs("y")]

    assert Keyboard((0, flood)).keys()() == [KeyPress(Keys.BracketedPaste, "x" * FLOOD + "y"), stop]


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202e", "\udc80", "\x9b", "\x00"])
def test_what_is_shown_steers_nothing_and_can_be_written(text):
    shown = showable(text + "好")

    assert shown.endswith("好")
    assert len(shown) == len(text) + 1
    assert not {*"\x1b\u202e\udc80\x9b\x00"} & {*shown}
    shown.encode()


def test_the_prompt_library_is_imported_only_to_ask(tmp_path):
    code = "import sys, szai_assess.terminal; print([n for n in ('prompt_toolkit', 'rich') if n in sys.modules])"

    assert start([], tmp_path, python=("-c", code)).stdout.strip() == "[]"
