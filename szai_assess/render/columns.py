"""How wide the columns of a table are to be, and where a line may end that has no other place to: estimates, in em."""

import re
from collections.abc import Sequence

CHUNK = re.compile(r"[（《〈「『【〔“‘]*(?:[!-~À-ɏ]+|.)[，。；：、！？）》〉」』】〕”’…]*", re.DOTALL)
NARROW = 0.58  # of a letter
BREAK = "\u200b"  # a place where a line may end; nothing is printed for it
LEAST = 3.0  # em that a column has at least
LABEL = 0.24  # the part of the line that the labels of a table of two columns have
WORD = re.compile(r"\W*[A-Za-z]{1,14}\W*")  # a word that is left to hyphenation


def wide(text: str) -> float:
    """The width of a text."""
    return sum(NARROW if ord(sign) < 0x2000 else 1.0 for sign in text)


def natural(text: str) -> float:
    """The width that its longest line has."""
    return max(map(wide, text.split("\n")))


def unbroken(text: str) -> float:
    """The width of its longest part that would stay on one line."""
    return max((wide(part.strip()) for part in CHUNK.findall(text)), default=0.0)


def yielding(text: str, room: float, *, hyphenated: bool) -> str:
    """The text with places to break in each part that is wider than the room it has; not in words that get hyphens."""

    def part(found: re.Match[str]) -> str:
        if wide(found[0].rstrip()) <= room or (hyphenated and WORD.fullmatch(found[0])):
            return found[0]
        return BREAK.join(found[0])

    return CHUNK.sub(part, text)


def least(rows: Sequence[Sequence[str]], most: float) -> list[float]:
    """The width that each column needs so that no part of its text is broken, as far as that is no more than ``most``."""
    return [min(max(LEAST, *map(unbroken, column)) + 0.3, most) for column in zip(*rows, strict=True)]


def lines(text: str, room: float) -> int:
    """How many lines it takes in a column."""
    return sum(max(1, -int(-wide(line) // room)) for line in text.split("\n"))


def widths(rows: Sequence[Sequence[str]], line: float) -> list[float]:
    """The widths of the columns of a table that is as wide as the line: what fits stays on one line, the rest shares."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    full = [max(map(natural, column)) + 0.5 for column in columns]
    if sum(full) <= line:
        roots = [each**0.5 for each in full]
        spare = (line - sum(full)) / sum(roots)
        return levelled([each + spare * root for each, root in zip(full, roots, strict=True)], full, line)
    needed = least(rows, line / 2)
    needed = [each * min(1.0, line / sum(needed)) for each in needed]
    weights = [max(1.0, sum(map(wide, column)) / len(column)) ** 0.5 for column in columns]
    return levelled(shared(full, needed, weights, line), full, line)


def shared(full: list[float], needed: list[float], weights: list[float], line: float) -> list[float]:
    """What each column gets: no less than its least, no more than it needs, the rest by its weight."""
    fixed: dict[int, float] = {}
    while True:
        free = [place for place in range(len(full)) if place not in fixed]
        rest, whole = line - sum(fixed.values()), sum(weights[place] for place in free)
        part = {place: rest * weights[place] / whole for place in free}
        poor = {place: needed[place] for place in free if part[place] < needed[place]}
        rich = {} if poor else {place: full[place] for place in free if part[place] > full[place]}
        if not poor and not rich:
            return [fixed.get(place, part.get(place, 0.0)) for place in range(len(full))]
        fixed |= poor or rich
        if len(fixed) == len(full):
            return [fixed[place] * line / sum(fixed.values()) for place in range(len(full))]


def levelled(found: list[float], full: list[float], line: float) -> list[float]:
    """Two columns of a label and its words stand alike from table to table: the labels have a part of the line, or what they need."""
    label = max(full[0], line * LABEL)
    return [label, line - label] if len(found) == 2 and label <= max(found[0], line * LABEL) else found
