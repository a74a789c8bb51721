"""Lines of the screen: entries laid out in columns, and long sentences cut where a reader can stand it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from szai_assess.text import OPENING, one_line, pieces, wrapped

ELLIPSIS = "…"
NARROW = 60  # below this a label gets no column of its own
ALARM, CAUTION, CALM, STRONG, QUIET = "bold red", "bold yellow", "bold green", "bold", "dim"
STOPS = "，。；：,;:"  # where a clause ends; a full point may belong to an abbreviation
ASIDES = ("（", "(")
PAIRS = tuple(zip(OPENING, "）》〉」』】〕”’)]}", strict=True))


class Line(NamedTuple):
    """One line of the screen, no wider than it."""

    text: str
    style: str = ""


class Entry(NamedTuple):
    """A labelled piece of the screen, before it is broken into lines.

    ``rows`` is the most lines it may take (0: as many as it needs); ``tails`` are ends of which one always stays, the longest first.
    """

    label: str
    text: str
    style: str = ""
    rows: int = 0
    tails: tuple[str, ...] = ()


def closed(text: str) -> bool:
    """Whether every bracket and quotation that opens in the text closes in it."""
    return all(text.count(left) == text.count(right) for left, right in PAIRS)


def ended(text: str) -> str:
    """The beginning of a sentence, with the sign that it goes on."""
    return text.rstrip(STOPS + "、. " + OPENING) + ELLIPSIS


def clauses(text: str, beginnings: Iterable[str]) -> Iterator[str]:
    """Those beginnings of a text after which a reader may be left: a clause ends, or an aside follows, and nothing is left open."""
    for beginning in beginnings:
        ends = beginning.rstrip().endswith(tuple(STOPS)) or text[len(beginning) :].startswith(ASIDES)
        if ends and closed(beginning):
            yield beginning


def cut(text: str, tail: str, rows: int, room: int) -> list[str]:
    """The lines of a text cut so that it takes no more than ``rows`` with its tail.

    With a tail it ends with a clause, where that keeps at least a third of what there is room for.
    """
    from rich.cells import cell_len

    text = one_line(text)
    beginnings = list(accumulate(pieces(text, room)))

    def lines(beginning: str) -> list[str]:
        return wrapped(ended(beginning) + tail, room)

    fitting = bisect_right(beginnings, rows, key=lambda beginning: len(lines(beginning)))
    longest = beginnings[max(fitting - 1, 0)]
    best = next(clauses(text, reversed(beginnings[:fitting])), "") if tail else ""
    return lines(best if 3 * cell_len(best) >= cell_len(longest) else longest)


def fitted(entry: Entry, text: str, room: int) -> list[str]:
    """The lines of an entry: whole where it may be, else with a shorter tail, else cut."""
    from rich.cells import cell_len

    tails = entry.tails or ("",)
    whole = [wrapped(text + tail, room) for tail in tails]
    if not entry.rows or len(whole[0]) <= entry.rows:
        return whole[0]
    tail = next((tail for tail in tails if cell_len(tail) <= room), tails[-1])
    lines = wrapped(text + tail, room)
    return lines if len(lines) <= entry.rows else cut(text, tail, entry.rows, room)


def column_for(labels: Iterable[str], width: int) -> int:
    """The cells of the column of labels; on a narrow screen only the indent of what goes on below its label."""
    from rich.cells import cell_len

    return max(map(cell_len, labels), default=0) + 2 if width >= NARROW else 2


def laid_out(entries: Sequence[Entry], colon: str, column: int, width: int) -> list[Line]:
    """Entries as lines: labels in a column of their own, or before their text where the screen is narrow."""
    from rich.cells import set_cell_size

    lines = []
    for entry in entries:
        lead, text = set_cell_size(entry.label, column), entry.text
        if width < NARROW and entry.label:
            lead, text = "", entry.label + colon + entry.text
        rows = fitted(entry, text, width - column)
        lines += [Line((" " * column if place else lead) + row, entry.style) for place, row in enumerate(rows)]
    return lines
