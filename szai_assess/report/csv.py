"""The register as a sheet: UTF-8 with the mark that spreadsheet programs want; no cell becomes a formula."""

import csv
import io
import unicodedata
from collections.abc import Iterator

from szai_assess.messages import say
from szai_assess.report import Checked
from szai_assess.report.portfolio import GATES, Row, rows
from szai_assess.text import visible

MARK = "\ufeff"
SPACE, SIGNS = ("\t", "\r", "\n"), "=+-@|%"


def begins_a_formula(text: str) -> bool:
    """Whether a spreadsheet program could take a cell for more than text, full-width signs and leading space counted in."""
    shown = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] not in "ZC")
    return text.startswith(SPACE) or next(shown, " ") in SIGNS


def literal(text: str) -> str:
    """A cell with an apostrophe before whatever could begin a formula."""
    return ("'" if begins_a_formula(text) else "") + visible(text)


def head(language: str) -> list[str]:
    """The names of the columns."""
    return [
        say("portfolio.application", language),
        say("portfolio.file", language),
        say("portfolio.outcome_id", language),
        say("portfolio.outcome", language),
        say("portfolio.range", language),
        say("portfolio.gate", language),
        say("portfolio.blocks", language),
        say("portfolio.warns", language),
        say("portfolio.waived_items", language),
        say("portfolio.skipped_items", language),
        say("portfolio.owner", language),
        say("portfolio.approved", language),
        say("portfolio.wanting", language),
        say("portfolio.due", language),
        say("portfolio.due_for", language),
        say("portfolio.assessed_on", language),
        say("portfolio.pack", language),
        say("portfolio.digest", language),
    ]


def line(row: Row, language: str) -> Iterator[str]:
    """A row as the columns of ``head``."""
    comma = say("portfolio.comma", language)
    yield from (row.application, row.file, row.kind, row.outcome, row.range, say(GATES[row.gate], language))
    yield from (str(count) for _, count in row.counts)
    yield from (row.owner, comma.join(row.approved), comma.join(row.missing))
    yield from (row.due, row.due_for, row.assessed_on, row.pack, row.digest)


def report(checked: list[Checked], language: str) -> str:
    """The whole sheet."""
    stream = io.StringIO(newline="")
    lines = (line(row, language) for row in rows(checked, language))
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [literal(cell) for cell in each] for each in (head(language), *lines)
    )
    return MARK + stream.getvalue()
