"""An explanation for the terminal: a tree, no line wider than the screen."""

from collections.abc import Iterator, Sequence

from szai_assess.show.layout import QUIET as DIM
from szai_assess.show.layout import STRONG as BOLD
from szai_assess.show.layout import Line
from szai_assess.telling.outline import QUIET, STRONG, Outline, Point, Quotation
from szai_assess.text import one_line, wrapped

STYLES = {STRONG: BOLD, QUIET: DIM}
NARROWEST = 20  # cells that a line keeps, however deep it stands


def lines_of(text: str, first: str, further: str, width: int, style: str = "") -> Iterator[Line]:
    """A text behind its mark, further lines below its beginning."""
    room = max(width - len(further), NARROWEST)
    for place, line in enumerate(wrapped(one_line(text), room)):
        yield Line((further if place else first) + line, style)


def quotation(quote: Quotation, margin: str, width: int) -> Iterator[Line]:
    """The law's words, marked in the margin."""
    yield from lines_of(quote.name, margin, margin, width, DIM)
    for paragraph in quote.paragraphs:
        yield from lines_of(paragraph, margin + "│ ", margin + "│ ", width)


def branches(points: Sequence[Point], margin: str, width: int) -> Iterator[Line]:
    """Points that hang from one above them."""
    for place, point in enumerate(points):
        last = place == len(points) - 1
        inner = margin + ("   " if last else "│  ")
        below = inner + ("│ " if point.below else "")
        first = margin + ("└─ " if last else "├─ ")
        yield from lines_of(point.text, first, below, width, STYLES.get(point.style, ""))
        for quote in point.quotes:
            yield from quotation(quote, below, width)
        yield from branches(point.below, inner, width)


def listed(points: Sequence[Point], width: int) -> Iterator[Line]:
    """Points that stand by themselves."""
    for point in points:
        yield from lines_of(point.text, "", "  ", width, STYLES.get(point.style, ""))
        for quote in point.quotes:
            yield from quotation(quote, "  ", width)
        yield from branches(point.below, "", width)


def lines(outline: Outline, width: int) -> Iterator[Line]:
    """The whole explanation."""
    yield from lines_of(outline.title, "", "", width, BOLD)
    for text in outline.head:
        yield from lines_of(text, "", "", width)
    for section in outline.sections:
        yield Line("")
        yield from lines_of(
            f"【{section.title}】" if outline.language == "zh" else section.title.upper(), "", "", width, BOLD
        )
        if section.about:
            yield from lines_of(section.about, "", "", width, DIM)
        yield from listed(section.points, width)
