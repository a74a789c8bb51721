"""The axes as a small picture: the scale of each, the levels that are possible in brackets, and their words where there is room."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from szai_assess.show.layout import NARROW, Entry

GAP = 3  # cells between two axes on a line


class Axis(NamedTuple):
    """One axis: its name, the levels of its scale, those that are possible, and words for these, the longest first."""

    name: str
    scale: tuple[str, ...]
    held: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def marked(self) -> str:
        """The scale with each run of possible levels in brackets: ``H0 [H1 H2] H3``."""
        shown = []
        for place, level in enumerate(self.scale):
            before, after = (self.scale[at] if 0 <= at < len(self.scale) else "" for at in (place - 1, place + 1))
            opening = "[" if level in self.held and before not in self.held else ""
            closing = "]" if level in self.held and after not in self.held else ""
            shown.append(opening + level + closing)
        return " ".join(shown)

    @property
    def forms(self) -> tuple[str, ...]:
        """The marked scale with its words, the longest first, and alone at last."""
        return (*(f"{self.marked} {words}".strip() for words in self.words), self.marked)

    def within(self, room: int, *, lead: str = "") -> str:
        """What fits into the room after a lead: the scale with as many words as may be."""
        from rich.cells import cell_len

        return next((lead + form for form in self.forms if cell_len(lead + form) <= room), lead + self.marked)


def beside(left: str, right: Axis, room: int, start: int) -> str:
    """Two axes on one line, the second from a column on; empty where its words have no room there."""
    from rich.cells import cell_len, set_cell_size

    lead = f"{right.name}  "
    text = set_cell_size(left, start) + right.within(room - start, lead=lead)
    told = len(right.words) == 0 or not text.endswith(right.marked)
    return text if told and cell_len(text) <= room else ""


def picture(axes: Sequence[Axis], room: int, width: int, colon: str) -> Iterator[Entry]:
    """The axes, two on a line where there is room for all of them with words, else one."""
    from rich.cells import cell_len

    if width < NARROW:
        for axis in axes:
            yield Entry(axis.name, axis.within(room - cell_len(axis.name + colon)))
        return
    left = [axis.within(room) for axis in axes]
    start = max((cell_len(text) for text in left[::2]), default=0) + GAP
    pairs = [beside(text, axis, room, start) for text, axis in zip(left[::2], axes[1::2], strict=False)]
    if len(axes) % 2 or not all(pairs):
        yield from (Entry(axis.name, text) for axis, text in zip(axes, left, strict=True))
        return
    yield from (Entry(axis.name, text) for axis, text in zip(axes[::2], pairs, strict=True))
