"""Keys and lines by chance: whatever is pressed, the file is whole after every save and nothing breaks."""

import random
import sys
from io import StringIO

import pytest
from desk import opened
from seat import (
    CTRL_Z,
    DAY,
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
    PAGE_UP,
    SPACE,
    UP,
    at,
    pasted,
)

from szai_assess import answers_reader, answers_writer, files
from szai_assess.answers import Answers
from szai_assess.interview import Desk, Plan, Stopped, begin
from szai_assess.terminal import Wording, hold

pytestmark = pytest.mark.slow
MOVES = (UP, DOWN, DOWN, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, "\t", "\x1b[Z", "\x1b[C", "\x1b[D")
ANSWERS = (ENTER, ENTER, ENTER, SPACE, DOWN + ENTER, END + ENTER, SPACE + ENTER)
WAYS = ("b", "u", "r", "n", "e", "?", "/", "ｂ", "？", "　", F1, F2, F3, F4, ESC, CTRL_Z, ERASE)
CONTROLS = (*(chr(code) for code in range(1, 32) if code not in (3, 4, 27)), "\x1b[15~", "\x1b[2~", "\x1b[3~", "\x1b\r")
TEXTS = ("人", "工", "智能", "2026-11-21", "１", "a", "z", "?", "。", "\u202e", "é")
PASTES = tuple(map(pasted, ("第一行\n第二行", "人工", "\x1b[2J", "x" * 300, "问" * 25_000, "")))
KEYS = MOVES * 3 + ANSWERS * 4 + WAYS + CONTROLS + TEXTS + PASTES
SIZES = ((80, 24), (80, 24), (20, 10), (10, 4), (120, 50), (40, 12), (1, 1))
LINES = (
    "1",
    "2",
    "3",
    "0",
    "0 1",
    "1 2",
    "",
    "?",
    ":b",
    ":u",
    ":r",
    ":n",
    ":e",
    ":k",
    ":x",
    "没有",
    "2026-11-21",
    "好",
    "９",
    "\x1b[2J",
)


class Book:
    """The answers file: after every save it is read again and must hold exactly what was to be saved."""

    def __init__(self, path):
        self.path, self.saves = str(path), 0
        self.pack, self.words = opened().get()

    def keep(self, answers):
        files.write(self.path, answers_writer.write(answers, self.pack, self.words, "zh").encode())
        assert self.held().plain() == answers.plain()
        self.saves += 1

    def held(self):
        """What the file holds; of one that is finished, and where there is none, nothing."""
        if not files.exists(self.path):
            return Answers(pack=f"{self.pack.id}@{self.pack.version}")
        return answers_reader.read(files.read(self.path), self.path, self.pack).answers

    def begun(self):
        """The answers to go on with: a finished file is put aside."""
        held = self.held()
        return held._replace(assessed_on="", values={}, notes={}, evidence={}) if held.assessed_on else held


def batch(chance, most):
    """Some keys, fewer than what would count as a paste."""
    return "".join(chance.choice(KEYS) for _ in range(most))


@pytest.mark.parametrize("seed", [2, 3])
def test_2500_keys_by_chance_break_nothing_and_every_save_is_whole(tmp_path, seed):
    chance, book, pressed, kinds = random.Random(seed), Book(tmp_path / "szai.yaml"), 0, set()
    while pressed < 2500:
        with at(book.pack, book.words, book.begun(), plan=Plan(quick=chance.random() < 0.3)) as seat:
            seat.keep = book.keep
            for _ in range(100):
                if not seat.running or pressed >= 2500:
                    break
                if chance.random() < 0.05:
                    seat.resize(*chance.choice(SIZES))
                count = chance.randint(1, 12)
                seat.press(batch(chance, count))
                pressed += count
                kinds.add(seat.screen.page.kind)
        assert seat.error is None or isinstance(seat.error, Stopped)
        last = seat.saved[-1] if seat.saved else book.held()
        assert book.held().plain() == last.plain()

    assert book.saves > 20
    assert kinds >= {"question", "unsure", "probe", "part", "review", "notice"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_1000_lines_by_chance_break_nothing_and_every_save_is_whole(tmp_path, monkeypatch, language):
    chance, book, read = random.Random(3), Book(tmp_path / "szai.yaml"), 0
    while read < 1000:
        lines = [chance.choice(LINES) for _ in range(250)]
        read += len(lines)
        monkeypatch.setattr(sys, "stdin", StringIO("\n".join(lines)))
        monkeypatch.setattr(sys, "stdout", StringIO())
        desk = Desk(book.pack, book.words, book.keep, lambda: DAY)
        try:
            answers = hold(
                begin(desk, book.begun(), Plan()), Wording(book.pack, book.words, language), lambda *_: [], plain=True
            )
        except Stopped:
            answers = book.held()
        assert book.held().plain() == answers.plain()
        assert "\x1b" not in sys.stdout.getvalue()

    assert book.saves > 100
