"""An explanation as Markdown: headings and nested lists."""

from collections.abc import Iterator, Sequence

from szai_assess.render.markdown import escaped
from szai_assess.telling.outline import QUIET, STRONG, Outline, Point

MARKS = {STRONG: "**", QUIET: "*"}


def marked(point: Point) -> str:
    """The words of a point."""
    mark = MARKS.get(point.style, "")
    return f"{mark}{escaped(point.text)}{mark}"


def items(points: Sequence[Point], margin: str = "") -> Iterator[str]:
    """Points as a list, with the lists below them."""
    for point in points:
        yield f"{margin}- {marked(point)}"
        for quote in point.quotes:
            yield f"{margin}  > {escaped(quote.name)}"
            for paragraph in quote.paragraphs:
                yield f"{margin}  >"
                yield f"{margin}  > {escaped(paragraph)}"
            yield ""
        yield from items(point.below, margin + "  ")


def markdown(outline: Outline) -> str:
    """The whole explanation."""
    found = [f"# {escaped(outline.title)}", ""]
    for text in outline.head:
        found += [escaped(text), ""]
    for section in outline.sections:
        found += [f"## {escaped(section.title)}", ""]
        found += [escaped(section.about), ""] if section.about else []
        found += [*items(section.points), ""]
    found += ["---", "", *(f"{escaped(text)}\n" for text in outline.foot)]
    return "\n".join(found).rstrip("\n") + "\n"
