"""A paper as plain data for templates/paper.typ, which sets it. Text goes there as text and is never read as markup."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from szai_assess.chart import BARE, Cell, Chart
from szai_assess.manuscript import (
    Block,
    Facts,
    Figure,
    Grid,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Quote,
    Spans,
    words,
)
from szai_assess.messages import say
from szai_assess.render.columns import CHUNK, least, lines, natural, wide, widths, yielding

UPRIGHT, TURNED = 441.0, 688.0  # points that a line has on an upright page and on one that lies on its side
ROOM = 24.0  # em that text outside of tables has at least
TOKEN = 12.0  # em that a part of a text without a place to break may ask for in a table
QUOTED = 33.0  # em of a line of a quotation
SHORT, WHOLE = 10, 14  # a row, a table or quotation of no more lines stays on one page
BRIEF = 80.0  # em up to which a paragraph of the cover stands in its middle
LONG = 4000  # em from which on the cover and the contents have pages of their own


class Setting(NamedTuple):
    """How a table is set: whether on a page that lies on its side, its type and the room beside its text in points."""

    turned: bool
    size: float
    inset: float
    full: float = 0.95  # the part of the line that its longest words may fill


NORMAL = Setting(turned=False, size=10.5, inset=5.0)
SMALL = Setting(turned=False, size=9.0, inset=3.0, full=0.8)
ASIDE = Setting(turned=True, size=9.0, inset=3.0)
TINY = Setting(turned=True, size=8.0, inset=2.5)
BY_COLUMNS = {6: (NORMAL, SMALL), 8: (SMALL, ASIDE, TINY)}  # up to so many columns; beyond that the last two


class Page(NamedTuple):
    """What a block needs to know of its page."""

    line: float
    hyphenated: bool


def paper_data(paper: Manuscript, facts: Facts) -> dict[str, Any]:
    """The whole paper."""
    first = paper.blocks[0] if paper.blocks else None
    titled = isinstance(first, Heading) and first.level == 1
    blocks = paper.blocks[titled:]
    page = Page(UPRIGHT, paper.language == "en")
    start = next((place for place, part in enumerate(blocks) if isinstance(part, Heading)), len(blocks))
    return {
        "language": paper.language,
        "title": words(first.spans) if isinstance(first, Heading) and titled else paper.title,
        "draft": facts.draft,
        "made_from": say("paper.made_from", paper.language, pack=facts.pack, digest=facts.digest),
        "page": say("paper.page", paper.language, page="{page}", pages="{pages}"),
        "contents": say("paper.contents", paper.language) if paper.has_contents else "",
        "long": sum(map(wide, texts(paper.blocks))) > LONG,
        "cover": [data(part, page) for part in blocks[:start]],
        "leaves": list(leaves(blocks[start:], page)),
    }


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text in some blocks, in its order."""
    for part in blocks:
        if isinstance(part, Figure):
            yield from (cell.text for row in part.chart.rows for cell in row)
        yield from map(words, runs(part))


def runs(part: Block) -> Iterator[Spans]:
    """Every run of spans in a block."""
    if isinstance(part, Quote):
        yield from (each.spans for each in part.paragraphs)
    elif isinstance(part, Listing):
        yield from part.items
    elif isinstance(part, Grid):
        yield from (cell for row in (part.head, *part.rows) for cell in row)
    else:
        yield part.spans


def leaves(blocks: Sequence[Block], page: Page) -> Iterator[dict[str, Any]]:
    """The body in stretches of pages: a wide table lies on its side, with its heading and what stands between them."""
    for turned, stretch in groupby(sections(blocks), key=lambda section: is_wide(section[-1])):
        sheet = page._replace(line=TURNED if turned else UPRIGHT)
        yield {"turned": turned, "blocks": [data(part, sheet) for section in stretch for part in section]}


def is_wide(part: Block) -> bool:
    """Whether it needs a page that lies on its side."""
    return isinstance(part, Grid) and setting(part).turned


@lru_cache(maxsize=64)  # a table is asked about from several sides, each time with all its words
def setting(part: Grid) -> Setting:
    """The first way to set a table in which its longest words have room."""
    count = len(part.head)
    ways = next((ways for most, ways in BY_COLUMNS.items() if count <= most), (ASIDE, TINY))
    needed = sum(least([[words(cell) for cell in row] for row in (part.head, *part.rows)], TOKEN))
    return next((way for way in ways if needed <= way.full * room_of(way, count)), ways[-1])


def room_of(way: Setting, count: int, line: float = 0.0) -> float:
    """The em that so many columns have between them."""
    return ((line or (TURNED if way.turned else UPRIGHT)) - 2 * way.inset * count) / way.size


def sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks from heading to heading, and none after a wide table; headings that follow each other stay together."""
    held: list[Block] = []
    for part in blocks:
        if held and (is_wide(held[-1]) or (isinstance(part, Heading) and not isinstance(held[-1], Heading))):
            yield held
            held = []
        held.append(part)
    if held:
        yield held


def data(part: Block, page: Page) -> dict[str, Any]:
    """One block."""

    def told(found: Spans) -> list[dict[str, Any]]:
        return spans(found, ROOM, page)

    match part:
        case Heading():
            return {"kind": "heading", "level": max(part.level - 1, 1), "spans": told(part.spans)}
        case Paragraph():
            text = words(part.spans)
            about = {"brief": natural(text) <= BRIEF, "leads": text.endswith(("：", ":"))}
            return {"kind": "paragraph", "spans": told(part.spans), **about}
        case Quote():
            whole = sum(lines(words(each.spans), QUOTED) for each in part.paragraphs) <= WHOLE
            return {"kind": "quote", "whole": whole, "paragraphs": [told(each.spans) for each in part.paragraphs]}
        case Listing():
            return {"kind": "listing", "start": part.start, "items": [told(item) for item in part.items]}
        case Grid():
            return grid(part, page)
        case Figure():
            return {**figure(part.chart), "spans": told(part.spans)}


def spans(found: Spans, room: float, page: Page) -> list[dict[str, Any]]:
    """Runs of text in so much room: their lines, whether they are strong, whether they are a blank."""
    return [
        {
            "lines": breaking(each.text, room, page).split("\n"),
            "strong": each.strong,
            "blank": each.blank is not None,
        }
        for each in found
    ]


def breaking(text: str, room: float, page: Page) -> str:
    """The text with places to break where it needs them; a part of no more characters than there are em needs none."""
    if max(map(len, CHUNK.findall(text)), default=0) <= room:
        return text
    return yielding(text, room, hyphenated=page.hyphenated)


def grid(part: Grid, page: Page) -> dict[str, Any]:
    """A table with the widths of its columns in points."""
    way = setting(part)
    line = room_of(way, len(part.head), page.line)
    rooms = widths([[words(cell) for cell in row] for row in (part.head, *part.rows)], line)
    return {
        "kind": "grid",
        "size": way.size,
        "inset": way.inset,
        "whole": sum(height(cells, rooms) for cells in part.rows) <= WHOLE,
        "columns": [round(room * way.size + 2 * way.inset, 2) for room in rooms],
        "head": cells_of(part.head, rooms, page),
        "rows": [row(cells, rooms, page) for cells in part.rows],
    }


def row(cells: Sequence[Spans], rooms: Sequence[float], page: Page) -> dict[str, Any]:
    """A row; an empty one is to be filled in by hand."""
    short = height(cells, rooms) <= SHORT
    return {"short": short, "empty": not any(map(words, cells)), "cells": cells_of(cells, rooms, page)}


def cells_of(cells: Sequence[Spans], rooms: Sequence[float], page: Page) -> list[list[dict[str, Any]]]:
    """The cells of a row, each in the room of its column."""
    return [spans(cell, room, page) for cell, room in zip(cells, rooms, strict=True)]


def height(cells: Sequence[Spans], rooms: Sequence[float]) -> int:
    """How many lines a row takes."""
    return max((lines(words(cell), room) for cell, room in zip(cells, rooms, strict=True)), default=0)


def figure(chart: Chart) -> dict[str, Any]:
    """A chart."""
    return {
        "kind": "figure",
        "alternative": chart.alternative,
        "columns": max(chart.columns, 1),
        "rows": [[cell_of(cell) for cell in row] for row in chart.rows],
    }


def cell_of(cell: Cell) -> dict[str, Any]:
    """One cell of a chart."""
    return {
        "lines": cell.text.split("\n"),
        "tone": cell.tone,
        "framed": cell.tone != BARE,
        "marked": cell.marked,
        "columns": cell.columns,
    }
