"""Writing to the terminal or a pipe: text in its own encoding, machine formats always in UTF-8."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from szai_assess.errors import Fault, OutputError, Place
from szai_assess.files import reason


@contextmanager
def onto(stream: str) -> Iterator[None]:
    """Turn a stream that is full into an error of ours; one whose reader is gone stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(Fault("O003", Place(stream), {"file": stream, "reason": reason(error)})) from error


def text(words: str) -> None:
    """Text for people."""
    with onto("stdout"):
        sys.stdout.write(words)
        sys.stdout.flush()


def machine(words: str) -> None:
    """A machine format: UTF-8 whatever the console's encoding is."""
    with onto("stdout"):
        sys.stdout.flush()
        sys.stdout.buffer.write(words.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def error(lines: list[str]) -> None:
    """Lines for the error stream."""
    with onto("stderr"):
        sys.stderr.write("".join(f"{line}\n" for line in lines))
