"""The Markdown of a paper read back into its parts, once for all other formats: none can drop what another shows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from szai_assess.chart import Chart
from szai_assess.document import Blank, Paper
from szai_assess.manuscript import (
    Block,
    Figure,
    Grid,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Quote,
    Span,
    Spans,
    words,
)


class NotLaidOutError(ValueError):
    """Markdown that no template may write, by the words that it begins with in the text."""


@cache
def parser() -> Any:
    """The Markdown of our templates: headings, paragraphs, emphasis, quotations, lists and tables; no HTML, no links."""
    from markdown_it import MarkdownIt

    return (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["link", "image", "autolink", "html_inline", "reference"])
    )


def read(paper: Paper, language: str, charts: Sequence[Chart] = ()) -> Manuscript:
    """The parts of a paper; a paragraph that says what a chart shows becomes that chart.

    Raises NotLaidOutError for what no format could show: better than to lose it.
    """
    from markdown_it.tree import SyntaxTreeNode

    reading = Reading(paper, charts)
    nodes = SyntaxTreeNode(parser().parse(paper.text)).children
    return Manuscript(paper.title, language, tuple(reading.blocks(nodes)))


class Reading:
    """The reading of one paper."""

    def __init__(self, paper: Paper, charts: Iterable[Chart]) -> None:
        """Know the lines, the holes and the charts of this paper."""
        self.lines = paper.text.split("\n")
        self.blanks: dict[str, Blank] = {blank.id: blank for blank in paper.blanks}
        holes = "|".join(f"{re.escape(blank.id)}[：:] ?{re.escape(blank.what)}" for blank in self.blanks.values())
        self.hole = re.compile(rf"([【\[][^【】\[\]]*?\b({holes})[】\]])") if holes else None
        self.charts = {chart.alternative: chart for chart in charts}
        self.anchors = 0

    def blocks(self, nodes: Iterable[Any]) -> Iterator[Block]:
        """The blocks of some nodes, in their order."""
        for node in nodes:
            if node.type == "heading":
                self.anchors += 1
                yield Heading(int(node.tag[1:]), self.spans(node), f"p{self.anchors}")
            elif node.type == "paragraph":
                yield self.paragraph(node)
            elif node.type == "blockquote":
                yield Quote(tuple(Paragraph(self.spans(self.plain(child))) for child in node.children))
            elif node.type in ("bullet_list", "ordered_list"):
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
                yield Listing(start, tuple(self.entry(item) for item in node.children))
            elif node.type == "table":
                yield self.grid(node)
            else:
                raise self.refusal(node)

    def refusal(self, node: Any) -> NotLaidOutError:
        """What is raised for a node: its words, or the first line of a block."""
        if node.map:
            return NotLaidOutError(self.lines[node.map[0]].strip("> "))
        inner = node.content or "".join(each.content for each in node.walk() if each.type in ("text", "text_special"))
        return NotLaidOutError((node.markup + inner + node.markup).strip())

    def plain(self, node: Any) -> Any:
        """A node that must be a paragraph."""
        if node.type != "paragraph":
            raise self.refusal(node)
        return node

    def paragraph(self, node: Any) -> Block:
        """A paragraph, or the chart that it describes."""
        spans = self.spans(node)
        chart = self.charts.get(words(spans))
        return Figure(chart, spans) if chart else Paragraph(spans)

    def entry(self, item: Any) -> Spans:
        """The one paragraph of a list's entry."""
        first, *more = item.children or [item]
        for child in more:
            raise self.refusal(child)
        return self.spans(self.plain(first))

    def grid(self, node: Any) -> Grid:
        """A table."""
        rows = [tuple(self.spans(cell) for cell in row.children) for part in node.children for row in part.children]
        return Grid(rows[0], tuple(rows[1:]))

    def spans(self, node: Any) -> Spans:
        """The runs of text in a node, neighbours of one kind together."""
        found: list[Span] = []
        for span in self.runs(node.children, strong=False):
            if found and not span.blank and not found[-1].blank and found[-1].strong == span.strong:
                found[-1] = Span(found[-1].text + span.text, span.strong)
            elif span.text:
                found.append(span)
        return tuple(found)

    def runs(self, nodes: Iterable[Any], *, strong: bool) -> Iterator[Span]:
        """The runs of text below some nodes."""
        for node in nodes:
            if node.type in ("inline", "strong"):
                yield from self.runs(node.children, strong=strong or node.type == "strong")
            elif node.type in ("text", "text_special"):
                yield from self.holes(node.content, strong)
            elif node.type in ("softbreak", "hardbreak"):
                yield Span("\n", strong)
            else:
                raise self.refusal(node)

    def holes(self, text: str, strong: bool) -> Iterator[Span]:
        """A text, the holes in it apart."""
        done = 0
        for found in self.hole.finditer(text) if self.hole else ():
            yield Span(text[done : found.start()], strong)
            yield Span(found[1], strong, self.blanks[found[2].partition("：")[0].partition(":")[0]])
            done = found.end()
        yield Span(text[done:], strong)
