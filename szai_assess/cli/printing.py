"""Writing to the terminal or a pipe: text in its own encoding, machine formats always in UTF-8."""

import sys


def text(words: str) -> None:
    """Text for people."""
    sys.stdout.write(words)
    sys.stdout.flush()


def machine(words: str) -> None:
    """A machine format: UTF-8 whatever the console's encoding is."""
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(words.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(words)


def error(lines: list[str]) -> None:
    """Lines for the error stream."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
