"""What every format shows: sections of points, each with points below it, in the words of one language."""

from typing import NamedTuple

STRONG, QUIET, PLAIN = "strong", "quiet", ""


class Quotation(NamedTuple):
    """The words of a text that is not ours, under its name, in the language they are in."""

    name: str
    paragraphs: tuple[str, ...]
    language: str


class Point(NamedTuple):
    """One line of an outline with what stands below it."""

    text: str
    style: str = PLAIN
    below: "tuple[Point, ...]" = ()
    quotes: tuple[Quotation, ...] = ()


class Section(NamedTuple):
    """A heading, a sentence about what follows, and the points."""

    title: str
    about: str
    points: tuple[Point, ...]


class Outline(NamedTuple):
    """An explanation in the words of one language."""

    language: str
    title: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
