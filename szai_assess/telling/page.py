"""An explanation as one HTML file: no script, nothing fetched; the tree opens and closes by itself."""

from collections.abc import Iterator, Sequence
from html import escape

from szai_assess.render.html import LANGUAGES, POLICY
from szai_assess.telling.outline import Outline, Point, Quotation
from szai_assess.text import one_line

OPEN = 3  # levels of the tree that stand open


def shown(text: str) -> str:
    """Text on one line, safe in a page."""
    return escape(one_line(text), quote=False)


def quotation(quote: Quotation) -> str:
    """The law's words in the language they are in."""
    words = "".join(f"<p>{shown(paragraph)}</p>" for paragraph in quote.paragraphs)
    return f'<blockquote lang="{LANGUAGES[quote.language]}"><p><cite>{shown(quote.name)}</cite></p>{words}</blockquote>'


def items(points: Sequence[Point], level: int) -> Iterator[str]:
    """Points as a list; one with more below it can be opened."""
    yield "<ul>"
    for point in points:
        style = f' class="{point.style}"' if point.style else ""
        quotes = "".join(map(quotation, point.quotes))
        if point.below or quotes:
            held = " open" if level < OPEN else ""
            yield f"<li><details{held}><summary{style}>{shown(point.text)}</summary>{quotes}"
            if point.below:
                yield from items(point.below, level + 1)
            yield "</details></li>"
        else:
            yield f"<li><span{style}>{shown(point.text)}</span></li>"
    yield "</ul>"


def lines(outline: Outline, style: str) -> Iterator[str]:
    """The file, piece by piece."""
    yield "<!doctype html>"
    yield f'<html lang="{LANGUAGES[outline.language]}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{shown(outline.title)}</title>"
    yield f"<style>\n{style.strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield f"<h1>{shown(outline.title)}</h1>"
    yield from (f"<p>{shown(text)}</p>" for text in outline.head)
    for section in outline.sections:
        yield f"<section><h2>{shown(section.title)}</h2>"
        if section.about:
            yield f'<p class="quiet">{shown(section.about)}</p>'
        yield from items(section.points, 0)
        yield "</section>"
    yield "<footer>"
    yield from (f"<p>{shown(text)}</p>" for text in outline.foot)
    yield "</footer>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def page(outline: Outline, style: str) -> str:
    """The whole explanation; ``style`` is its style sheet.

    Raises ValueError where the style sheet could end its element.
    """
    if "</" in style:
        raise ValueError("style")
    return "\n".join(lines(outline, style)) + "\n"
