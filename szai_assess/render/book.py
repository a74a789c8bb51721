"""The method page as HTML: what it says on the left, the law that it rests on beside it. Same page, same bytes; no script, nothing fetched."""

from collections.abc import Iterable, Iterator
from html import escape

from szai_assess.manuscript import Block, Heading, Manuscript
from szai_assess.messages import say
from szai_assess.render.html import block, closing, opening, refuse_ending, spans

ASIDE = 5  # the level of the headings above the law: what follows stands beside what comes before


LISTED = (2, 3)  # the levels of headings that the contents list, the second below the first


class Passage:
    """A heading with what belongs to it, and the law beside it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.own: list[Block] = []
        self.law: list[Block] = []

    def lines(self) -> Iterator[str]:
        """The passage, the law in an element of its own where there is any."""
        if not self.law:
            yield from map(block, self.own)
            return
        yield '<div class="beside">'
        yield '<div class="rule">'
        yield from map(block, self.own)
        yield "</div>"
        yield '<aside class="law">'
        yield from map(block, self.law)
        yield "</aside>"
        yield "</div>"


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The blocks by the heading that they belong to."""
    found = Passage()
    beside = False
    for part in blocks:
        if isinstance(part, Heading):
            beside = part.level == ASIDE
            if not beside:
                yield found
                found = Passage()
        (found.law if beside else found.own).append(part)
    yield found


def link(heading: Heading) -> str:
    """An entry of the contents, without its end."""
    return f'<a href="#{heading.anchor}">{spans(heading.spans)}</a>'


def contents(headings: Iterable[Heading], language: str) -> Iterator[str]:
    """The list of the parts, each with its sections below it."""
    title = escape(say("paper.contents", language))
    yield f'<nav aria-label="{title}"><p>{title}</p><ul>'
    upper, lower = LISTED
    parts: list[list[Heading]] = []
    for each in headings:
        if each.level == upper:
            parts.append([each])
        elif each.level == lower and parts:
            parts[-1].append(each)
    for part, *sections in parts:
        below = "".join(f"<li>{link(each)}</li>" for each in sections)
        yield f"<li>{link(part)}{f'<ul>{below}</ul>' if below else ''}</li>"
    yield "</ul></nav>"


def lines(page: Manuscript, style: str) -> Iterator[str]:
    """The file, piece by piece: the contents stand before the first section."""
    yield from opening(page, style)
    first, *rest = [each for each in passages(page.blocks) if each.own or each.law]
    yield from first.lines()
    yield from contents(page.headings, page.language)
    for each in rest:
        yield from each.lines()
    yield from closing()


def book(page: Manuscript, style: str) -> bytes:
    """The page as HTML; ``style`` is its style sheet.

    Raises TemplateError where the style sheet could end its element.
    """
    refuse_ending(style)
    return ("\n".join(filter(None, lines(page, style))) + "\n").encode()
