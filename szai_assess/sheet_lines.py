"""Rows as the lines of a CSV file that spreadsheet programs read as they are written: no cell becomes a formula (RFC 4180)."""

import csv
import io
import unicodedata
from collections.abc import Iterable

from szai_assess.text import visible

MARK = "\ufeff"  # tells spreadsheet programs that the file is UTF-8
SPACE, SIGNS = ("\t", "\r", "\n"), "=+-@|%"


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet program could take a cell for more than text, full-width signs and leading space counted in."""
    shown = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "ZC")
    return text.startswith(SPACE) or next(shown, " ") in SIGNS


def literal(text: str) -> str:
    """A cell with an apostrophe before whatever could begin a formula."""
    return ("'" if begins_a_formula(text) else "") + visible(text)


def sheet(rows: Iterable[Iterable[str]]) -> str:
    """Rows as a file's text."""
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [literal(cell) for cell in row] for row in rows
    )
    return MARK + stream.getvalue()
