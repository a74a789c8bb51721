"""The answers file during an interview: held by one interview, written after every answer, never over what another wrote."""

from collections.abc import Iterator
from contextlib import contextmanager

from szai_assess import files
from szai_assess.errors import Fault, OutputError, Place


@contextmanager
def keeping(file: str) -> Iterator["Kept"]:
    """The file as it is now, held so that no other interview can have it.

    Raises OutputError where another interview has it, or where it cannot be written: better told before the first question.
    """
    with files.locked(file):
        files.refuse_unwritable(file)
        yield Kept(file)


class Kept:
    """A file and what it held when it was last read or written here; ``None`` where there was none."""

    def __init__(self, file: str) -> None:
        """Read the file."""
        self.file = file
        self.held = self.now()

    def now(self) -> bytes | None:
        """What the file holds now."""
        return files.read(self.file) if files.exists(self.file) else None

    def text(self) -> str:
        """What it held, as text; empty where there was none."""
        return (self.held or b"").decode("utf-8-sig")

    def save(self, text: str) -> None:
        """Write the text.

        Raises OutputError where the file was changed by somebody else meanwhile; it is left as it is.
        """
        if self.now() != self.held:
            raise OutputError(Fault("O011", Place(self.file), {"file": self.file}))
        data = text.encode()
        files.write(self.file, data)
        self.held = data
