"""A person at a screen: keys in, what is seen out; the interview runs beside in a thread of its own."""

import asyncio
import io
import re
import select
import sys
import threading
from contextlib import contextmanager

import pyte
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from szai_assess.answers import Answers
from szai_assess.interview import Desk, Plan, Stopped, begin
from szai_assess.terminal import Wording
from szai_assess.terminal.console import CALM
from szai_assess.terminal.screen import Screen

UP, DOWN, PAGE_UP, PAGE_DOWN = "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~"
HOME, END, ENTER, ESC, ERASE, SPACE = "\x1b[H", "\x1b[F", "\r", "\x1b", "\x7f", " "
F1, F2, F3, F4 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
CTRL_B, CTRL_C, CTRL_D, CTRL_Z = "\x02", "\x03", "\x04", "\x1a"
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
DAY = "2026-11-21"


def pasted(text):
    """A paste as a terminal marks it."""
    return f"\x1b[200~{text}\x1b[201~"


class Output(io.StringIO):
    """What the terminal is sent."""

    encoding = "utf-8"

    def isatty(self):
        return True


class Seat:
    """Takes keys, waits until they are done with, and reads the screen; a save may be made to fail."""

    def __init__(self, pack, words, answers, plan, language, size):
        self.size, self.saved, self.failures = size, [], []
        self.output, self.told = Output(), 0
        self.glass = pyte.Screen(*size)
        self.stream = pyte.Stream(self.glass)
        desk = Desk(pack, words, self.save, lambda: DAY)
        self.screen = Screen(begin(desk, answers, plan), Wording(pack, words, language), self.verdict)
        self.keep = lambda answers: None
        self.answers = self.error = self.looked_for = self.pipe = None
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.sit, daemon=True)

    def save(self, answers):
        if self.failures:
            raise self.failures.pop(0)
        self.keep(answers)
        self.saved.append(answers)

    def verdict(self, answers, width):
        return [f"verdict at {width}"]

    def sit(self):
        output = Vt100_Output(self.output, lambda: Size(self.size[1], self.size[0]), term="xterm-256color")
        with create_pipe_input() as self.pipe, create_app_session(input=self.pipe, output=output):
            try:
                self.answers = self.screen.hold()
            except BaseException as error:  # noqa: BLE001  # the test looks at it
                self.error = error
            self.ready.set()

    def start(self):
        """Sit down, and wait until the first page is drawn."""
        self.thread.start()
        while not self.ready.is_set() and not self.running:
            self.ready.wait(0.002)
        self.settle()

    @property
    def running(self):
        stage = getattr(self.screen, "stage", None)
        return stage is not None and stage.app.is_running and stage.app.renderer.last_rendered_screen is not None

    def waiting(self):
        """Whether there are keys that nobody has read yet."""
        if sys.platform == "win32":
            return bool(self.pipe._buffer)
        return bool(select.select([self.pipe.fileno()], [], [], 0)[0])

    async def settled(self, seconds):
        await asyncio.sleep(seconds)
        app, quiet = self.screen.stage.app, 0
        while quiet < 3 and app.is_running:
            busy = self.waiting() or app.invalidated or app.key_processor.input_queue
            quiet = 0 if busy else quiet + 1
            await asyncio.sleep(0)

    def settle(self, seconds=0.0):
        """Wait until everything is read and drawn, or the interview has ended."""
        loop = self.screen.stage.app.loop if hasattr(self.screen, "stage") else None
        if loop is not None and self.thread.is_alive() and not self.ready.is_set():
            waiting = self.settled(seconds)
            try:
                done = asyncio.run_coroutine_threadsafe(waiting, loop)
            except RuntimeError:  # the interview has ended meanwhile
                waiting.close()
            else:
                while not self.ready.wait(0) and not done.done():
                    self.ready.wait(0.0005)
        if not self.running:
            self.thread.join(5)

    def press(self, *keys):
        """Press keys, one after the other."""
        for key in keys:
            if self.thread.is_alive():
                self.pipe.send_text(key)
                self.settle(self.pause(key))
        return self

    def pause(self, key):
        """How long to wait after a key: Esc alone is known by what does not follow."""
        return self.screen.stage.app.ttimeoutlen * 1.5 if key.endswith(ESC) else 0

    def flood(self, text):
        """Send much text at once, as a terminal does that does not mark a paste."""
        writing = threading.Thread(target=self.pipe.send_text, args=(text,))
        writing.start()
        while writing.is_alive():
            self.settle()
            writing.join(0.001)
        self.settle(CALM * 1.5)

    def resize(self, columns, rows):
        """Make the window of another size."""
        self.size = (columns, rows)
        self.glass = pyte.Screen(columns, rows)  # all of it is drawn anew
        self.stream, self.told = pyte.Stream(self.glass), len(self.output.getvalue())
        self.screen.stage.app.loop.call_soon_threadsafe(self.screen.stage.app._on_resize)
        self.settle()

    def look(self):
        """The lines of the screen."""
        text = self.output.getvalue()
        self.stream.feed(text[self.told :])
        self.told = len(text)
        return [line.rstrip() for line in self.glass.display]

    @property
    def seen(self):
        """The screen as one text, without any blanks: a Chinese text is wrapped anywhere."""
        return "".join("".join(self.look()).split())

    def says(self, key, **details):
        """Whether a sentence of the interface is on the screen."""
        return "".join(self.screen.wording.say(key, **details).split()) in self.seen

    @property
    def pointed(self):
        """The choice pointed at."""
        return self.screen.pointed

    @property
    def values(self):
        """The answers that were saved last."""
        return self.saved[-1].values if self.saved else {}

    @property
    def ended(self):
        """What it ended with; it has ended."""
        self.thread.join(5)
        assert not self.thread.is_alive()
        self.looked_for = self.error
        return self.error

    def leave(self):
        """Stop, if it is not over yet; gives what it ended with."""
        for _ in range(3):
            self.press(CTRL_C)
        self.thread.join(5)
        assert not self.thread.is_alive()
        return self.error


@contextmanager
def seated(builder, *, language="zh", notices=None, answers=None, size=(80, 24), plan=None):
    """A seat at an interview on a small pack."""
    held = Answers(pack="small@1.0.0", values=answers or {})
    with at(builder.pack(), builder.words(notices), held, language=language, size=size, plan=plan) as seat:
        yield seat


@contextmanager
def at(pack, words, answers, *, language="zh", size=(80, 24), plan=None):
    """A seat at an interview on a pack; an error that was not looked for ends the test."""
    seat = Seat(pack, words, answers, plan or Plan(), language, size)
    seat.start()
    try:
        yield seat
    finally:
        seat.leave()
    assert seat.error is None or isinstance(seat.error, Stopped) or seat.looked_for is seat.error


def asked(name="sex", kind="one", notices=None, language="zh", size=(80, 24), answers=None, **settings):
    """A seat in front of one question behind ``harm``."""
    from handmade import a_pack

    held = {"harm": "none", **(answers or {})}
    return seated(a_pack().ask(name, kind, **settings), language=language, notices=notices, answers=held, size=size)
