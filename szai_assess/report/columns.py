"""Columns of text on a screen that gives Chinese signs two cells. Nothing heavy is loaded for it."""

import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "
ELLIPSIS = "…"


def cells_of(sign: str) -> int:
    """The cells of one sign."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def width(text: str) -> int:
    """The cells of a text."""
    return sum(map(cells_of, text))


def clipped(text: str, most: int) -> str:
    """The text in so many cells, an ellipsis where there was more."""
    if width(text) <= most:
        return text
    kept, room = "", most - 1
    for sign in text:
        room -= cells_of(sign)
        if room < 0:
            break
        kept += sign
    return kept + ELLIPSIS


def laid_out(rows: Sequence[Sequence[str]], most: Sequence[int]) -> Iterator[str]:
    """Rows as lines, each column as wide as its widest cell but no wider than ``most``."""
    shown = [[clipped(cell, limit) for cell, limit in zip(row, most, strict=True)] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = (cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True))
        yield GAP.join(padded).rstrip()
