"""What the system gives to ask at: whether there is a terminal, and how it takes keys."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

from szai_assess.errors import Fault, Place, UsageError
from szai_assess.interview import Stopped
from szai_assess.text import visible

FLOOD = 32  # signs in one reading: nobody types that fast, so it is a paste
CALM = 0.1  # seconds without keys after which a paste is over
STOP = "\x03"  # Ctrl-C


class Stream(Protocol):
    """What is asked of standard input and output."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


def is_interactive(stdin: Stream | None, stdout: Stream | None) -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return stdin is not None and stdout is not None and stdin.isatty() and stdout.isatty()


def missing_console() -> tuple[type[BaseException], ...]:
    """The errors by which Windows says that there is no console to ask at."""
    if sys.platform != "win32":
        return ()
    return (import_module("prompt_toolkit.output.win32").NoConsoleScreenBufferError,)


@contextmanager
def console() -> Iterator[None]:
    """Ask in here: Ctrl-C and end-of-file stop the interview, and a console that is none is a wrong use.

    Raises Stopped, UsageError.
    """
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise Stopped from None
    except missing_console() as error:
        raise UsageError(Fault("U008", Place(""))) from error


def showable(text: str) -> str:
    """A text that steers nothing, and that can be written in some encoding."""
    return visible(text).encode("utf-8", "replace").decode()


def calmed(
    read: Callable[[], list[Any]],
    clock: Callable[[], float] = time.monotonic,
    wait: Callable[[float], None] = time.sleep,
) -> Callable[[], list[Any]]:
    """A reading of keys in which a flood of them is one paste, also where the terminal does not say that it is.

    What was pasted must not be taken for commands and answers. It is read to its end before any of it is looked at.
    """
    from prompt_toolkit.key_binding.key_processor import KeyPress
    from prompt_toolkit.keys import Keys

    def keys() -> list[Any]:
        got = list(read())
        if sum(len(press.data) == 1 for press in got) < FLOOD:
            return got
        end = clock() + CALM
        while clock() < end:
            more = read()
            got += more
            end = clock() + CALM if more else end
            wait(0 if more else CALM / 10)
        stops = [press for press in got if press.key == Keys.ControlC]
        text = "".join(press.data for press in got if len(press.data) == 1 or press.key == Keys.BracketedPaste)
        return [KeyPress(Keys.BracketedPaste, text.replace(STOP, "")), *stops]

    return keys
