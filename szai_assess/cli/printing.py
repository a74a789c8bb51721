"""Writing to the terminal or a pipe: text in its own encoding, machine formats always in UTF-8."""

import sys

from szai_assess.files import onto


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
