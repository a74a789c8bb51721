"""The pages of a paper: upright ones, and ones that lie on their side for a table that needs it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from szai_assess.manuscript import Block, Grid, Heading, words
from szai_assess.render.columns import least
from szai_assess.render.word.look import Font, Look, Script
from szai_assess.render.word.xml import millimetres, twips

PAPER = (210.0, 297.0)
MANY, VERY_MANY = 3, 8  # columns beyond which type is small, and smaller still
NARROW = 6  # columns up to which a page never lies on its side
TOKEN = 10.0  # em that a part of a text without a place to break may ask for
PADDING = 160  # left and right of a cell's text, in twentieths of a point
EDGES = (964, 680)  # from the edge of the paper to header and footer; a page on its side has less room


class Sheet(NamedTuple):
    """The pages of one section: their size and margins in twentieths of a point."""

    wide: int
    high: int
    top: int
    bottom: int
    left: int
    right: int
    edge: int
    turned: bool

    @property
    def room(self) -> int:
        """The width of the text."""
        return self.wide - self.left - self.right


def sheet(look: Look, *, turned: bool) -> Sheet:
    """Upright pages, or pages that lie on their side."""
    top, bottom, left, right = (millimetres(each) for each in look.margins)
    wide, high = (millimetres(each) for each in PAPER)
    if turned:
        return Sheet(high, wide, left, right, bottom, top, EDGES[1], turned=True)
    return Sheet(wide, high, top, bottom, left, right, EDGES[0], turned=False)


def section(pages: Sheet, references: str) -> str:
    """The properties of a section."""
    turned = ' w:orient="landscape"' if pages.turned else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{pages.wide}" w:h="{pages.high}"{turned}/>'
        f'<w:pgMar w:top="{pages.top}" w:right="{pages.right}" w:bottom="{pages.bottom}" w:left="{pages.left}"'
        f' w:header="{pages.edge}" w:footer="{pages.edge}" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
    )


def type_of(columns: int, script: Script) -> tuple[str, Font]:
    """The style of the cells of a table with so many columns, and its font."""
    if columns <= MANY:
        return "Table", script.table
    return ("Wide", script.wide) if columns <= VERY_MANY else ("Widest", script.widest)


def texts(part: Grid) -> list[list[str]]:
    """The words of a table, its head first."""
    return [[words(cell) for cell in row] for row in (part.head, *part.rows)]


def is_wide(part: Block, look: Look, language: str) -> bool:
    """Whether a block is a table that would be squeezed on an upright page."""
    if not isinstance(part, Grid) or len(part.head) <= NARROW:
        return False
    count = len(part.head)
    font = type_of(count, look.of(language))[1]
    room = (sheet(look, turned=False).room - PADDING * count) / twips(font.size)
    return count > VERY_MANY or sum(least(texts(part), TOKEN)) > room


def stretches(blocks: Sequence[Block], look: Look, language: str) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks cut where pages turn; a table on its side takes its heading and what stands between them along."""
    held: list[list[Block]] = []
    wide: list[bool] = []
    for part in blocks:
        follows = held and isinstance(part, Heading) and not isinstance(held[-1][-1], Heading)
        if not held or wide[-1] or follows:
            held.append([])
            wide.append(False)
        held[-1].append(part)
        wide[-1] = is_wide(part, look, language)
    for turned, group in groupby(zip(wide, held, strict=True), key=lambda pair: pair[0]):
        yield turned, [part for _, inner in group for part in inner]
