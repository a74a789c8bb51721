"""A chart as SVG: every cell has its words, and a marked cell a thick frame and a sign, so that nothing rests on colour."""

from collections.abc import Iterator
from html import escape

from szai_assess.chart import ALARM, BARE, CALM, CAUTION, PALE, Cell, Chart
from szai_assess.text import wrapped

WIDTH, ROW, GAP, SIGN, LINE = 720, 40, 4, 14, 18  # in pixels of the drawing; it scales with the page
HALF = 7.8  # the width of half a character; Latin letters are a little wider than that
BOLD = 1.2  # how much more room the words of a marked cell need
FILLS = {CALM: "#dcefdc", CAUTION: "#fbe7c3", ALARM: "#f6cfcc", PALE: "#f1f2f4"}
FONTS = "'Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
MARK = "● "


def height_of(row: tuple[Cell, ...], column: float) -> int:
    """The height of a row: as high as its highest cell."""
    most = max(len(words_of(cell, column)) for cell in row)
    return max(ROW, most * LINE + ROW - LINE)


def words_of(cell: Cell, column: float) -> list[str]:
    """The lines of a cell."""
    room = int((column * cell.columns - 2 * GAP) // (HALF * BOLD if cell.marked else HALF))
    return wrapped((MARK if cell.marked else "") + cell.text, room)


def shape(cell: Cell, left: float, top: int, width: float, height: int, column: float) -> Iterator[str]:
    """One cell."""
    box = f'x="{left + 1:.1f}" y="{top + 1}" width="{width - 2:.1f}" height="{height - 2}"'
    if cell.tone != BARE:
        stroke = 'stroke="#111" stroke-width="3"' if cell.marked else 'stroke="#9aa0a6"'
        yield f'<rect {box} fill="{FILLS[cell.tone]}" {stroke}/>'
    lines = words_of(cell, column)
    first = top + height / 2 - (len(lines) - 1) * LINE / 2
    weight = ' font-weight="bold"' if cell.marked else ""
    for place, text in enumerate(lines):
        at = f'x="{left + width / 2:.1f}" y="{first + place * LINE:.1f}"'
        yield f'<text {at}{weight} text-anchor="middle" dominant-baseline="central">{escape(text, quote=False)}</text>'


def drawn(chart: Chart) -> str:
    """The chart as an SVG element."""
    column = WIDTH / max(chart.columns, 1)
    parts: list[str] = []
    top = 0
    for row in chart.rows:
        height, left = height_of(row, column), 0.0
        for cell in row:
            parts += shape(cell, left, top, column * cell.columns, height, column)
            left += column * cell.columns
        top += height
    name = escape(chart.id)
    frame = (
        f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" '
        f'aria-labelledby="{name}-t {name}-d" font-family="{FONTS}" font-size="{SIGN}" fill="#111"'
    )
    return "\n".join(
        [
            f"<svg {frame}>",
            f'<title id="{name}-t">{escape(chart.title)}</title>',
            f'<desc id="{name}-d">{escape(chart.alternative)}</desc>',
            *parts,
            "</svg>",
        ]
    )
