"""A picture that people would rather look at than read: cells in rows and columns, some of them marked. A noun.

Each format draws the same cells in its own way; ``alternative`` says in words what the picture shows.
"""

from typing import NamedTuple

CALM, CAUTION, ALARM, PALE, BARE = (
    "calm",
    "caution",
    "alarm",
    "pale",
    "bare",
)  # how grave a cell is; ``bare`` has no frame


class Cell(NamedTuple):
    """One cell: its words, how grave it is, whether this case is in it, and how many columns it takes."""

    text: str
    tone: str = BARE
    marked: bool = False
    columns: int = 1


class Chart(NamedTuple):
    """One picture: what it is called, what it shows in words, and its rows of cells."""

    id: str
    title: str
    alternative: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)
