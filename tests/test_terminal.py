"""Keys in, answers out: the prompts of the interview at a terminal without a screen."""

import io
from subprocess import run as start

import pytest
from handmade import a_pack
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from szai_assess.answers import Answers
from szai_assess.errors import UsageError
from szai_assess.interview import EVIDENCE, NOTE, Stopped, next_prompt
from szai_assess.terminal import Asker, is_interactive, prompts

DOWN, ENTER, SPACE, F1, CTRL_C, CTRL_D = "\x1b[B", "\r", " ", "\x1bOP", "\x03", "\x04"
LONG = (
    "这是一个很长的选项，长到在八十列的屏幕上一行放不下，必须折到下一行去，否则后半句就看不到，两个选项也会看起来一样。"
)


class Screen(io.StringIO):
    """What the terminal is sent."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def typed(monkeypatch):
    """Ask prompts while these keys are typed; gives replies and what was on the screen."""

    def ask(keys, *asked, columns=80):
        monkeypatch.setenv("COLUMNS", str(columns))
        screen = Screen()
        output = Vt100_Output(screen, lambda: Size(24, columns), term="xterm")
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
            pipe.send_text(keys)
            replies = [asker(prompt) for asker, prompt in asked]
        return replies, screen.getvalue()

    return ask


def asked(name="sex", kind="one", language="zh", notices=None, answers=None, **settings):
    """(asker, prompt) for one question behind ``harm``."""
    builder = a_pack().ask(name, kind, **settings)
    words = builder.words(notices)
    return Asker(words, language), next_prompt(builder.pack(), Answers(values={"harm": "none", **(answers or {})}))


def test_the_cursor_of_an_unanswered_question_stands_on_not_sure(typed):
    assert typed(ENTER, asked())[0] == ["unknown"]
    assert typed(DOWN + ENTER, asked())[0] == ["no"]


def test_where_not_knowing_is_not_offered_enter_asks_again_and_says_why(typed):
    replies, screen = typed(ENTER + ENTER + DOWN + ENTER, asked(unknown=False))

    assert replies == ["no"]
    assert screen.count("还没有选") == 2


def test_nothing_is_ticked_beforehand_and_an_empty_submit_asks_again(typed):
    replies, screen = typed(ENTER + DOWN + SPACE + ENTER, asked(kind="many", options=("face", "none")))

    assert replies == [["face"]]
    assert "还没有勾选" in screen


def test_none_of_these_together_with_something_asks_again(typed):
    keys = DOWN + SPACE + DOWN + SPACE + ENTER + SPACE + ENTER
    replies, screen = typed(keys, asked(kind="many", options=("face", "none")))

    assert replies == [["face"]]
    assert "“none·中”不能与其他选项同时勾选" in screen


def test_at_least_these_is_a_tick_beside_not_sure(typed):
    replies, _ = typed(SPACE + DOWN + SPACE + ENTER, asked(kind="many", options=("face", "none")))

    assert replies == [["unknown", "face"]]


def test_no_key_ticks_everything_at_once(typed):
    assert typed("ai" + DOWN + SPACE + ENTER, asked(kind="many", options=("face", "none")))[0] == [["face"]]


@pytest.mark.parametrize("key", ["?", "？", F1])
def test_help_shows_why_and_the_law_and_asks_the_same_again(typed, key):
    replies, screen = typed(DOWN + key + ENTER, asked())

    assert replies == ["no"]
    for part in ("why sex·中", "help sex·中", "legal·中", "law·中第二条", "│ 只有一款的话。"):
        assert part in screen


def test_help_loses_no_tick_and_not_the_cursor(typed):
    replies, _ = typed(DOWN + SPACE + DOWN + "?" + ENTER, asked(kind="many", options=("face", "voice", "none")))

    assert replies == [["face"]]


def test_help_loses_nothing_typed_and_a_question_mark_in_a_text_is_a_question_mark(typed):
    replies, _ = typed("这是什么?" + F1 + "好" + ENTER, asked(kind="text", options=()))

    assert replies == ["这是什么?好"]


def test_english_help_marks_a_translation_and_a_chinese_text(typed):
    translated = typed("?" + ENTER, asked(language="en"))[1]
    chinese = typed("?" + ENTER, asked(language="en", notices={"sex": {"cites": ["1.2"]}}))[1]

    assert "Only one paragraph." in translated
    assert "working translation" in translated
    assert "第二款的话" in chinese
    assert "Chinese text" in chinese


def test_a_text_not_held_is_named_without_a_quotation(typed):
    assert "（原文未收录）" in typed("?" + ENTER, asked(notices={"sex": {"cites": ["9"]}}))[1]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("kind", ["one", "many", "text"])
def test_ctrl_c_and_end_of_file_stop(typed, key, kind):
    with pytest.raises(Stopped):
        typed(key, asked(kind=kind, options=() if kind == "text" else ("no", "yes")))


def test_ctrl_c_after_some_text_stops_as_well(typed):
    with pytest.raises(Stopped):
        typed("半句" + CTRL_C, asked(kind="text", options=()))


def test_input_that_ends_stops(monkeypatch):
    with (
        create_pipe_input() as pipe,
        create_app_session(input=pipe, output=Vt100_Output(Screen(), lambda: Size(24, 80))),
    ):
        pipe.send_text("半句")
        pipe.close()
        asker, prompt = asked(kind="text", options=())
        with pytest.raises(Stopped):
            asker(prompt)


def test_text_may_stay_empty_and_is_kept_on_one_line(typed):
    assert typed(ENTER, asked(kind="text", options=()))[0] == [""]
    assert typed("\x1b[200~第一行\n第二行\t。\x1b[201~ " + ENTER, asked(kind="text", options=()))[0] == [
        "第一行 第二行 。"
    ]


def test_a_text_that_is_too_long_is_asked_again_and_not_lost(typed):
    replies, screen = typed(
        "一二三四" + ENTER + "\x7f" + ENTER, asked(kind="text", options=(), notices={"sex": {"max": 3}})
    )

    assert replies == ["一二三"]
    assert "最多 3 字，现有 4 字" in screen


def test_a_day_that_is_none_is_asked_again(typed):
    replies, screen = typed("2026-13-01" + ENTER + "\x7f" * 5 + "11-21" + ENTER, asked(kind="date", options=()))

    assert replies == ["2026-11-21"]
    assert "不是一个日期" in screen


def test_a_long_option_is_wrapped_and_nothing_of_it_is_cut(typed):
    notices = {"sex": {"options": {"no": {"zh": LONG}, "yes": {"zh": LONG + "二"}}}}
    for columns in (40, 80):
        screen = typed(DOWN + ENTER, asked(notices=notices), columns=columns)[1]
        shown = "".join(sign for sign in screen if sign in LONG + "二")

        assert LONG + "二" in shown


def test_rows_are_asked_one_by_one_under_one_heading(typed):
    asker, first = asked("lines", "matrix", parts=("rl1", "rl2"))
    _, second = asked("lines", "matrix", parts=("rl1", "rl2"), answers={"lines": {"rl1": "no"}})
    replies, screen = typed(DOWN + ENTER + ENTER, (asker, first), (asker, second))

    assert replies == ["no", "unknown"]
    assert screen.count("ask lines") == 1
    assert "1/2 " in screen
    assert "2/2 " in screen


def test_a_note_and_an_evidence_are_asked_for_as_text(typed):
    asker, row = asked("lines", "matrix", parts=("rl1",))
    note, evidence = row._replace(kind=NOTE, options=()), row._replace(kind=EVIDENCE, options=())
    replies, screen = typed("问过" + ENTER + "QM-12" + ENTER, (asker, note), (asker, evidence))

    assert replies == ["问过", "QM-12"]
    assert "请说明事实" in screen
    assert "证据编号" in screen


def test_notices_and_titles_are_shown_once_when_they_begin(typed):
    notices = {"s1": {"notice": {"zh": "先读这个"}}, "sex": {"notice": {"zh": "再读这个"}}}
    asker, prompt = asked(notices=notices)
    screen = typed(ENTER + ENTER, (asker, prompt), (asker, prompt))[1]

    for text in ("section·中", "先读这个", "再读这个"):
        assert screen.count(text) == 1


def test_the_built_in_english_words_never_show(typed):
    screen = typed(DOWN + SPACE + ENTER, asked(kind="many", options=("face", "none")))[1]
    screen += typed(ENTER, asked())[1]

    for word in ("Use arrow", "done", "selections", "Answer:", "Cancelled"):
        assert word not in screen


def test_a_reply_cannot_steer_the_terminal(typed):
    replies, screen = typed("\u202e倒" + ENTER, asked(kind="text", options=()))

    assert replies == ["\u202e倒"]
    assert "\u202e" not in screen.rsplit("  = ", 1)[-1]


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
        (None, None, False),
    ],
)
def test_both_ends_must_be_a_terminal(stdin, stdout, interactive):
    assert is_interactive(stdin, stdout) is interactive


def test_a_window_that_is_no_console_is_a_wrong_use(monkeypatch):
    class NoConsoleError(Exception):
        pass

    def fail(*_, **__):
        raise NoConsoleError

    monkeypatch.setattr(prompts, "missing_console", lambda: (NoConsoleError,))
    monkeypatch.setattr(prompts, "width", fail)
    asker, prompt = asked()
    with pytest.raises(UsageError) as found:
        asker(prompt)

    assert found.value.faults[0].code == "U008"
    assert prompts.missing_console() == (NoConsoleError,)


def test_the_prompt_library_is_imported_only_to_ask():
    import sys

    code = "import sys, szai_assess.terminal; print([n for n in ('questionary', 'prompt_toolkit') if n in sys.modules])"
    done = start([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "[]"
