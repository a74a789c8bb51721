"""The register as a sheet: UTF-8 with the mark that spreadsheet programs want; no cell becomes a formula."""

from collections.abc import Iterator

from szai_assess.messages import say
from szai_assess.report import Checked
from szai_assess.report.portfolio import GATES, Row, rows
from szai_assess.sheet_lines import sheet


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
    return sheet([head(language), *(line(row, language) for row in rows(checked, language))])
