"""Markdown that this tool did not write, such as a proof beside a pack, made into Markdown that shows the same words and no more."""

from collections.abc import Iterable, Iterator
from typing import Any

from szai_assess.document import Paper
from szai_assess.manuscript import Block, Grid, Heading, Listing, Paragraph, Quote, Span, Spans
from szai_assess.render.markdown import escaped
from szai_assess.render.reading import NotLaidOutError, Reading, parser

DEEPEST = 6


class Lenient(Reading):
    """Takes code for text, emphasis for plain words, and leaves rules out; what is nested deeper it still refuses."""

    def blocks(self, nodes: Iterable[Any]) -> Iterator[Block]:
        """The blocks of some nodes."""
        for node in nodes:
            if node.type in ("fence", "code_block"):
                yield Listing(0, tuple((Span(line),) for line in node.content.splitlines() if line.strip()))
            elif node.type != "hr":
                yield from super().blocks([node])

    def runs(self, nodes: Iterable[Any], *, strong: bool) -> Iterator[Span]:
        """The runs of text below some nodes."""
        for node in nodes:
            if node.type == "code_inline":
                yield Span(node.content, strong)
            elif node.type == "em":
                yield from self.runs(node.children, strong=strong)
            else:
                yield from super().runs([node], strong=strong)


def line(spans: Spans) -> str:
    """Runs of text on one line."""
    told = ((escaped(span.text), span.strong) for span in spans)
    return " ".join(f"**{text}**" if strong else text for text, strong in told if text)


def row(cells: Iterable[Spans]) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(line, cells))} |"


def written(block: Block, deeper: int) -> list[str]:
    """The lines of a block, its headings so many levels deeper."""
    if isinstance(block, Heading):
        return [f"{'#' * min(block.level + deeper, DEEPEST)} {line(block.spans)}"]
    if isinstance(block, Quote):
        return [f"> {line(each.spans)}\n>" for each in block.paragraphs]
    if isinstance(block, Listing):
        marks = (f"{block.start + number}." if block.start else "-" for number in range(len(block.items)))
        return [f"{mark} {line(item)}" for mark, item in zip(marks, block.items, strict=True)]
    if isinstance(block, Grid):
        return [row(block.head), "|" + " --- |" * len(block.head), *map(row, block.rows)]
    return [line(block.spans)] if isinstance(block, Paragraph) else []


def read(text: str) -> list[Block]:
    """The blocks of a text; where it holds what cannot be laid out, its lines, each a paragraph."""
    from markdown_it.tree import SyntaxTreeNode

    nodes = SyntaxTreeNode(parser().parse(text)).children
    try:
        return list(Lenient(Paper("", "", "", text, ()), ()).blocks(nodes))
    except NotLaidOutError:
        return [Paragraph((Span(each),)) for each in text.splitlines() if each.strip()]


def foreign(text: str, deeper: int) -> str:
    """The same words as Markdown of ours, its headings so many levels deeper."""
    return "\n\n".join("\n".join(written(block, deeper)) for block in read(text))
