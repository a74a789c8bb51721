"""The answers file during an interview: written after every answer, but never over what somebody else put there."""

from szai_assess import files
from szai_assess.errors import Fault, OutputError, Place


class Kept:
    """A file and what it held when it was last read or written here; ``None`` where there was none."""

    def __init__(self, file: str) -> None:
        """Read the file, if it is there."""
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
        self.held = text.encode()
        files.write(self.file, self.held)
