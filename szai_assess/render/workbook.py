"""Lists as an Excel workbook. Every cell is text, whatever it looks like; same lists, same bytes."""

import io
from collections.abc import Sequence
from typing import Any

from szai_assess.errors import Fault, OutputError, Place
from szai_assess.render.columns import wide
from szai_assess.render.lists import Listing
from szai_assess.sheet_lines import begins_a_formula
from szai_assess.text import visible

LITERAL = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NARROWEST, WIDEST, EM = 8, 60, 2  # of a column, in digits; and digits in an em
LONGEST = 32_000  # characters that a cell holds


def cell(text: str) -> str:
    """The text of a cell: what looks like the file's own marks gets a space, or it would be taken for them."""
    shown = visible(text)[:LONGEST]
    return f"{shown} " if shown.startswith("<r>") else shown


def width(cells: Sequence[str]) -> float:
    """How wide a column is to be."""
    return min(WIDEST, max(NARROWEST, *(EM * wide(line) + 2 for text in cells for line in text.split("\n"))))


class Looks:
    """The looks of cells; ``quoted`` stays text even where somebody edits it."""

    def __init__(self, book: Any) -> None:
        """Add them to a workbook."""
        around = {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
        self.head = book.add_format({**around, "bold": True})
        self.plain = book.add_format(around)
        self.quoted = book.add_format({**around, "quote_prefix": True})

    def of(self, text: str) -> Any:
        """The look of a cell below the head."""
        return self.quoted if begins_a_formula(text) else self.plain


def fill(sheet: Any, looks: Looks, listing: Listing) -> None:
    """Write one list: its head stays in sight."""
    for number, name in enumerate(listing.head):
        sheet.set_column(number, number, width([name, *(row[number] for row in listing.rows)]))
        sheet.write_string(0, number, cell(name), looks.head)
    for at, row in enumerate(listing.rows, 1):
        for number, text in enumerate(row):
            sheet.write_string(at, number, cell(text), looks.of(text))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(listing.rows)), len(listing.head) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def workbook(listings: Sequence[Listing]) -> bytes:
    """The lists, one a sheet.

    Raises OutputError where what workbooks need is not installed.
    """
    from datetime import UTC, datetime

    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise OutputError(Fault("O014", Place("xlsx"), {"format": "Excel", "extra": "xlsx"})) from None
    stream = io.BytesIO()
    with Workbook(stream, LITERAL) as book:
        book.set_properties({"author": "szai-assess", "created": datetime(1980, 1, 1, tzinfo=UTC)})
        looks = Looks(book)
        for listing in listings:
            fill(book.add_worksheet(listing.name), looks, listing)
    return stream.getvalue()
