"""The answers file during an interview: held by one interview, written after every answer, never over what another wrote."""

from contextlib import ExitStack
from types import TracebackType
from typing import Self

from szai_assess import files
from szai_assess.errors import Fault, OutputError, Place


class Kept:
    """A file and what it held when it was last read or written here; ``None`` where there was none.

    A context in which no other interview can have the file.
    """

    def __init__(self, file: str) -> None:
        """Keep this file."""
        self.file = file
        self.held: bytes | None = None
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        """Take hold of the file and read it.

        Raises OutputError where another interview has it, or where it cannot be written: better told before the first question.
        """
        with ExitStack() as stack:
            stack.enter_context(files.locked(self.file))
            files.refuse_unwritable(self.file)
            self.held = self.now()
            self.stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self.stack.close()

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
