"""The application of the prompt library that a screen is drawn by: its windows, its keys, and how it ends."""

import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from szai_assess.interview import Stopped
from szai_assess.terminal.console import calmed, showable
from szai_assess.terminal.keys import bindings
from szai_assess.terminal.paint import POINTER, STATUS, Line
from szai_assess.terminal.wording import ALARM, PLAIN, QUIET, STRONG

if TYPE_CHECKING:
    from szai_assess.terminal.screen import Screen

ENDINGS = ("SIGTERM", "SIGHUP")  # the system ends, or the window is closed
STYLES = {PLAIN: "", STRONG: "bold", ALARM: "bold ansired", QUIET: "", STATUS: "reverse"}


class Stage:
    """One application for a whole interview: head, the text being typed, body, foot."""

    def __init__(self, screen: "Screen") -> None:
        """Set the stage for a screen."""
        from prompt_toolkit.application import Application
        from prompt_toolkit.buffer import Buffer
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.layout import BufferControl, ConditionalContainer, HSplit, Layout, Window
        from prompt_toolkit.output import ColorDepth

        self.screen = screen
        self.buffer = Buffer(multiline=False)
        entry = BufferControl(self.buffer, input_processors=[harmless()])
        self.entry = Window(entry, wrap_lines=True, height=screen.entry_rows, get_line_prefix=prefix)
        self.body = self.window("body", None, focusable=True)
        typing = ConditionalContainer(self.entry, Condition(lambda: screen.types))
        root = HSplit([self.part("head"), typing, self.body, self.part("foot")])
        colours = ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None
        self.app: Any = Application(
            Layout(root), key_bindings=bindings(screen, self.buffer), full_screen=True, color_depth=colours
        )
        self.app.ttimeoutlen = 0.05  # Esc is a key of its own here
        source: Any = self.app.input
        source.read_keys = calmed(source.read_keys)

    def part(self, name: str) -> Any:
        """The window of a part of the canvas that is as high as its lines."""
        return self.window(name, lambda: len(getattr(self.screen.canvas(), name)))

    def window(self, name: str, height: Callable[[], int] | None, *, focusable: bool = False) -> Any:
        """The window of a part of the canvas."""
        from prompt_toolkit.data_structures import Point
        from prompt_toolkit.layout import FormattedTextControl, Window

        def cursor() -> Any:
            canvas = self.screen.canvas()
            return Point(0, max(min(canvas.at, len(canvas.body) - 1), 0)) if focusable else None

        def lines() -> Any:
            return fragments(getattr(self.screen.canvas(), name))

        control = FormattedTextControl(lines, focusable=focusable, get_cursor_position=cursor)
        return Window(control, height=height, wrap_lines=False)

    def size(self) -> tuple[int, int]:
        """Columns and rows; the last column stays free for the cursor."""
        size = self.app.output.get_size()
        return max(size.columns - 1, 1), size.rows

    def focus(self) -> None:
        """Give the keyboard to the text being typed, or to the choices."""
        self.app.layout.focus(self.entry if self.screen.types else self.body)

    def run(self) -> Any:
        """Run to the end; gives what it ended with, or raises it."""
        return self.app.run(pre_run=self.watch, set_exception_handler=False)

    def watch(self) -> None:
        """Let an error of the drawing end the application, told where every other error is, and let it end as by Ctrl-C."""
        loop = self.app.loop
        loop.set_exception_handler(lambda _, told: self.fail(told.get("exception")))
        for name in ENDINGS:
            with suppress(AttributeError, NotImplementedError, RuntimeError):  # Windows has none, a thread may not
                loop.add_signal_handler(getattr(signal, name), self.fail, Stopped())

    def fail(self, error: BaseException | None) -> None:
        """End with an error; the first one counts."""
        if self.app.future and not self.app.future.done():
            self.app.exit(exception=error or EOFError())

    def end(self, answers: object) -> None:
        """End with the answers."""
        if self.app.future and not self.app.future.done():
            self.app.exit(result=answers)


def harmless() -> Any:
    """What shows the text being typed sign by sign, the ones that would steer the terminal replaced."""
    from prompt_toolkit.layout.processors import Processor, Transformation

    class Harmless(Processor):
        def apply_transformation(self, transformation_input: Any) -> Any:
            return Transformation([(style, shown(text)) for style, text, *_ in transformation_input.fragments])

    return Harmless()


def shown(text: str) -> str:
    """A text as it is shown while it is typed: as many signs, on one line."""
    return showable(text).replace("\n", "\N{REPLACEMENT CHARACTER}")


def prefix(line: int, wrapped: int) -> Any:
    """What stands before a line of the text being typed."""
    return [("", POINTER if line == wrapped == 0 else "  ")]


def fragments(lines: Sequence[Line]) -> Any:
    """Lines as the application takes them."""
    found = []
    for place, line in enumerate(lines):
        found.append((STYLES[line.style], line.text))
        if place < len(lines) - 1:
            found.append(("", "\n"))
    return found
