"""A paper as every format lays it out: headings, paragraphs, quotations, lists, tables and charts, in the order of its text.

Nouns only. All text is raw; a format escapes it for itself.
"""

from typing import NamedTuple

from szai_assess.chart import Chart
from szai_assess.document import Blank

FEW, MANY = 3, 8  # sections from which on, and up to which, only subsections call for contents


class Span(NamedTuple):
    """A run of text; ``blank`` is the hole that it is, where it is one."""

    text: str
    strong: bool = False
    blank: Blank | None = None


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading; ``level`` 1 is the paper's title. ``anchor`` names it within the paper."""

    level: int
    spans: Spans
    anchor: str


class Paragraph(NamedTuple):
    """A paragraph."""

    spans: Spans


class Quote(NamedTuple):
    """Words that are not ours: paragraphs of a law."""

    paragraphs: tuple[Paragraph, ...]


class Listing(NamedTuple):
    """A list, each entry of one paragraph; ``start`` is the first number, 0 where entries have none."""

    start: int
    items: tuple[Spans, ...]


class Grid(NamedTuple):
    """A table: the cells of its head and of its rows."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


class Figure(NamedTuple):
    """A chart, in the place of the sentence that says the same."""

    chart: Chart
    spans: Spans


Block = Heading | Paragraph | Quote | Listing | Grid | Figure


class Manuscript(NamedTuple):
    """One paper: its title, its language, and its blocks from top to bottom."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, the title left out."""
        return tuple(block for block in self.blocks if isinstance(block, Heading) and block.level > 1)

    @property
    def has_contents(self) -> bool:
        """Whether it needs a list of its sections: it has many, or some with subsections."""
        levels = [heading.level for heading in self.headings]
        sections = levels.count(2)
        return sections > MANY or (sections >= FEW and max(levels) > 2)


class Facts(NamedTuple):
    """What a format prints around the pages of a paper: the pack and the digest of the answers, and words for a draft, if it is one."""

    pack: str
    digest: str
    draft: str = ""


def words(spans: Spans) -> str:
    """The text of some spans."""
    return "".join(span.text for span in spans)
