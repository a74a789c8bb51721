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


@cache
def parser() -> Any:
    """The Markdown of our templates: headings, paragraphs, emphasis, quotations, lists and tables; no HTML, no links."""
    from markdown_it import MarkdownIt

    return (
        MarkdownIt("commonmark", {"html": False}).enable("table").disable(["link", "image", "autolink", "html_inline"])
    )


def read(paper: Paper, language: str, charts: Sequence[Chart] = ()) -> Manuscript:
    """The parts of a paper; a paragraph that says what a chart shows becomes that chart."""
    from markdown_it.tree import SyntaxTreeNode

    reading = Reading(paper.blanks, charts)
    nodes = SyntaxTreeNode(parser().parse(paper.text)).children
    return Manuscript(paper.title, language, tuple(reading.blocks(nodes)))


class Reading:
    """The reading of one paper."""

    def __init__(self, blanks: Iterable[Blank], charts: Iterable[Chart]) -> None:
        """Know the holes and the charts of this paper."""
        self.blanks = {blank.id: blank for blank in blanks}
        holes = "|".join(f"{re.escape(blank.id)}[：:] ?{re.escape(blank.what)}" for blank in self.blanks.values())
        self.hole = re.compile(rf"([【\[][^【】\[\]]*?\b({holes})[】\]])") if holes else None
        self.charts = {chart.alternative: chart for chart in charts}
        self.anchors = 0

    def blocks(self, nodes: Iterable[Any]) -> Iterator[Block]:
        """The blocks of some nodes, in their order.

        Raises ValueError for a kind that no template may write: better than to lose it.
        """
        for node in nodes:
            if node.type == "heading":
                self.anchors += 1
                yield Heading(int(node.tag[1:]), self.spans(node), f"p{self.anchors}")
            elif node.type == "paragraph":
                yield self.paragraph(node)
            elif node.type == "blockquote":
                yield Quote(tuple(Paragraph(self.spans(child)) for child in node.children))
            elif node.type in ("bullet_list", "ordered_list"):
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
                yield Listing(start, tuple(self.entry(item) for item in node.children))
            elif node.type == "table":
                yield self.grid(node)
            else:
                raise ValueError(node.type)

    def paragraph(self, node: Any) -> Block:
        """A paragraph, or the chart that it describes."""
        spans = self.spans(node)
        chart = self.charts.get(words(spans))
        return Figure(chart, spans) if chart else Paragraph(spans)

    def entry(self, item: Any) -> Spans:
        """The one paragraph of a list's entry.

        Raises ValueError where there is more in it.
        """
        if [child.type for child in item.children] != ["paragraph"]:
            raise ValueError("list_item")
        return self.spans(item.children[0])

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
        """The runs of text below some nodes.

        Raises ValueError for a kind that no template may write.
        """
        for node in nodes:
            if node.type in ("inline", "strong"):
                yield from self.runs(node.children, strong=strong or node.type == "strong")
            elif node.type in ("text", "text_special"):
                yield from self.holes(node.content, strong)
            elif node.type in ("softbreak", "hardbreak"):
                yield Span("\n", strong)
            else:
                raise ValueError(node.type)

    def holes(self, text: str, strong: bool) -> Iterator[Span]:
        """A text, the holes in it apart."""
        done = 0
        for found in self.hole.finditer(text) if self.hole else ():
            yield Span(text[done : found.start()], strong)
            yield Span(found[1], strong, self.blanks[found[2].partition("：")[0].partition(":")[0]])
            done = found.end()
        yield Span(text[done:], strong)
