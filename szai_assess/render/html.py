"""A paper as one HTML file: no script, nothing fetched, fit to be printed and to be read aloud. Same paper, same bytes."""

from collections.abc import Iterable, Iterator
from html import escape

from szai_assess.errors import Fault, Place, TemplateError
from szai_assess.manuscript import (
    Block,
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
from szai_assess.render.svg import drawn

LANGUAGES = {"zh": "zh-CN", "en": "en"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
STYLE, ENDING = "style.css", "</"
LISTED = 2  # the level of headings that the contents list


def spans(runs: Spans) -> str:
    """Runs of text."""
    found = []
    for run in runs:
        text = escape(run.text, quote=False).replace("\n", "<br>")
        text = f"<strong>{text}</strong>" if run.strong else text
        found.append(f'<mark class="{run.blank.kind}">{text}</mark>' if run.blank else text)
    return "".join(found)


def block(part: Block) -> str:
    """One block."""
    if isinstance(part, Heading):
        level = min(part.level, 6)
        return f'<h{level} id="{part.anchor}">{spans(part.spans)}</h{level}>'
    if isinstance(part, Paragraph):
        return f"<p>{spans(part.spans)}</p>"
    if isinstance(part, Quote):
        return "<blockquote>" + "".join(f"<p>{spans(each.spans)}</p>" for each in part.paragraphs) + "</blockquote>"
    if isinstance(part, Listing):
        return listing(part)
    return grid(part) if isinstance(part, Grid) else figure(part)


def listing(part: Listing) -> str:
    """A list."""
    items = "".join(f"<li>{spans(item)}</li>" for item in part.items)
    if not part.start:
        return f"<ul>{items}</ul>"
    start = f' start="{part.start}"' if part.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def grid(part: Grid) -> str:
    """A table, in a frame of its own that scrolls where the window is narrow."""
    head = "".join(f'<th scope="col">{spans(cell)}</th>' for cell in part.head)
    rows = "\n".join("<tr>" + "".join(f"<td>{spans(cell)}</td>" for cell in row) + "</tr>" for row in part.rows)
    wide = ' class="wide"' if len(part.head) > 6 else ""
    return f'<div class="table" tabindex="0"><table{wide}><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'


def figure(part: Figure) -> str:
    """A chart, in a frame that scrolls where the window is narrow, with the sentence that says the same."""
    return f'<figure><div class="chart" tabindex="0">{drawn(part.chart)}</div><figcaption>{spans(part.spans)}</figcaption></figure>'


def contents(headings: Iterable[Heading], language: str) -> str:
    """The list of the sections."""
    items = [f'<li><a href="#{each.anchor}">{spans(each.spans)}</a></li>' for each in headings if each.level == LISTED]
    title = escape(say("paper.contents", language))
    return f'<nav aria-label="{title}"><p>{title}</p><ul>{"".join(items)}</ul></nav>'


def opening(paper: Manuscript, style: str) -> Iterator[str]:
    """The file as far as its text."""
    yield "<!doctype html>"
    yield f'<html lang="{LANGUAGES[paper.language]}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    first = paper.blocks[0] if paper.blocks else None
    yield f"<title>{escape(words(first.spans) if isinstance(first, Heading) else paper.title)}</title>"
    yield f"<style>\n{style.strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"


def closing() -> Iterator[str]:
    """The file from the end of its text."""
    yield "</main>"
    yield "</body>"
    yield "</html>"


def lines(paper: Manuscript, style: str) -> Iterator[str]:
    """The file, piece by piece: the contents stand after the title and what belongs to it."""
    yield from opening(paper, style)
    listed = not paper.has_contents
    for part in paper.blocks:
        if isinstance(part, Heading) and part.level == LISTED and not listed:
            listed = True
            yield contents(paper.headings, paper.language)
        yield block(part)
    yield from closing()


def html(paper: Manuscript, style: str) -> bytes:
    """The paper as HTML; ``style`` is its style sheet.

    Raises TemplateError where the style sheet could end its element.
    """
    refuse_ending(style)
    return ("\n".join(filter(None, lines(paper, style))) + "\n").encode()


def refuse_ending(style: str) -> None:
    """Stop where a style sheet could end its element.

    Raises TemplateError.
    """
    before, ending, _ = style.partition(ENDING)
    if ending:
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise TemplateError(Fault("T012", Place(STYLE, line, column), {"sign": ENDING}))
