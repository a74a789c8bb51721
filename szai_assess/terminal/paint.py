"""A page on a screen of any size, as lines no wider than it; nothing is cut off, what does not fit is scrolled to. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from szai_assess.terminal.board import Board
from szai_assess.terminal.wording import ALARM, PLAIN, STRONG, Passage, Sheet
from szai_assess.text import wrapped

POINTER = "> "  # one cell wide everywhere, and in every code page
FEWEST = 5  # rows of choices below a question before the question itself is scrolled
STATUS = "status"
BETWEEN = " · "  # stands between keys


class Line(NamedTuple):
    """One line of the screen; ``choice`` is the place of the choice that it is part of."""

    text: str
    style: str = PLAIN
    choice: int = -1


class Hints(NamedTuple):
    """The lines at the foot of a screen, in words; ``above`` and ``below`` have a place for a ``{count}`` of choices."""

    keys: str
    above: str
    below: str
    more_above: str
    more_below: str


class Canvas(NamedTuple):
    """The lines of a screen from top to bottom, and whether the choice pointed at is among them.

    ``scroll`` is the first line in sight of the part that is scrolled, ``whole`` the choices that its lines belong to, in sight
    or not; ``at`` is the row of the pointer.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    seen: bool
    scroll: int
    at: int
    whole: tuple[int, ...] = ()


def plain(text: str) -> str:
    """A text as searches compare it: full-width signs and capitals count as what they stand for."""
    from unicodedata import normalize

    return normalize("NFKC", text).casefold()


def found(sheet: Sheet, sought: str) -> tuple[tuple[str, str], ...]:
    """The choices that have what is sought in their words or their id, without the empty one; all where nothing is sought."""
    wanted = plain(sought).split()
    if not wanted:
        return sheet.choices
    return tuple(
        (option, title)
        for option, title in sheet.choices
        if option and all(word in plain(f"{option} {title}") for word in wanted)
    )


def flowed(passages: Iterable[Passage], width: int) -> Iterator[Line]:
    """Passages as lines."""
    for passage in passages:
        lead = passage.lead or " " * passage.indent
        for text in wrapped(passage.text, width - passage.indent):
            yield Line(lead + text if text else "", passage.style)
            lead = " " * passage.indent


def status(sheet: Sheet, width: int, most: int) -> list[Line]:
    """Where the interview stands: the section and what is left at the ends of a line, the range below; wrapped where narrow."""
    from rich.cells import cell_len

    section, range_, left = sheet.status
    gap = width - cell_len(section) - cell_len(left)
    first = [section + " " * gap + left] if gap >= 2 else []
    texts = [*(first or wrapped(section, width)), *wrapped(range_, width), *(() if first else wrapped(left, width))]
    kept = texts if len(texts) <= most else wrapped(range_, width)[:most]
    return [Line(text + " " * (width - cell_len(text)), STATUS) for text in kept]


def listed(
    choices: Sequence[tuple[str, str]], groups: Mapping[str, str], board: Board, many: bool, width: int
) -> Iterator[Line]:
    """The choices under the titles of their groups, each wrapped below itself, the one pointed at marked."""
    group = ""
    for place, (option, title) in enumerate(choices):
        if groups.get(option, "") != group:
            group = groups[option]
            yield from (Line(text, STRONG) for text in wrapped(group, width))
        mark = POINTER if place == board.at else "  "
        box = ("[x] " if option in board.ticked else "[ ] ") if many else ""
        lead = mark + box
        for text in wrapped(title, width - len(lead)):
            yield Line(lead + text, STRONG if place == board.at else PLAIN, place)
            lead = " " * len(lead)


def text_of(sheet: Sheet, width: int) -> list[Line]:
    """What is said above the choices."""
    between = (Passage(""),) if sheet.above else ()
    passages = (*sheet.above, *between, Passage(sheet.title, STRONG), *sheet.below)
    return [Line(""), *flowed(passages, width), Line("")]


def keys_of(keys: str, width: int) -> list[Line]:
    """The keys, each whole where the screen is wide enough."""
    from rich.cells import cell_len

    lines: list[str] = []
    for key in keys.split(BETWEEN):
        if lines and cell_len(lines[-1] + BETWEEN + key) <= width:
            lines[-1] += BETWEEN + key
        else:
            lines += wrapped(key, width)
    return [Line(text) for text in lines]


def out_of_sight(hints: Hints, above: Sequence[Line], below: Sequence[Line], *, counted: bool) -> str:
    """What there is to be scrolled to; the choices are ``counted`` where nothing else is scrolled."""
    told = []
    for part, count, more in ((above, hints.above, hints.more_above), (below, hints.below, hints.more_below)):
        choices = {line.choice for line in part} - {-1}
        if part:
            told.append(count.replace("{count}", str(len(choices))) if counted and choices else more)
    return "   ".join(told)


def longest(hints: Hints, rows: Sequence[Line]) -> str:
    """The longest that there can be to tell of what is out of sight."""
    return "   ".join(out_of_sight(hints, *part, counted=True) for part in ((rows, ()), ((), rows)))


def foot_of(sheet: Sheet, keys: str, hidden: Sequence[str], width: int, most: int) -> list[Line]:
    """What is wrong, what is out of sight, and of the keys what there is room for."""
    problem = [Line(text, ALARM) for text in wrapped(sheet.problem, width)] if sheet.problem else []
    told = [*problem, *map(Line, hidden)]
    return [*told, *keys_of(keys, width)[: max(most // 2 - len(told), 1)]][:most]


def paint(sheet: Sheet, board: Board, many: bool, hints: Hints, size: tuple[int, int]) -> Canvas:
    """A page of choices. Where not all of it fits the choices are scrolled, on a low screen what is said above them as well."""
    width, height = max(size[0], 10), max(size[1], 4)
    top, text = status(sheet, width, max(height // 5, 1)), text_of(sheet, width)
    rows = list(listed(found(sheet, board.sought), sheet.groups, board, many, width))
    foot = foot_of(sheet, hints.keys, (), width, height // 2)
    told = 0
    if len(top) + len(text) + len(rows) + len(foot) > height:
        told = len(wrapped(longest(hints, rows), width))
        foot = foot_of(sheet, hints.keys, [""] * told, width, height // 2)
    room = height - len(top) - len(foot)
    fixed = len(text) + min(len(rows), FEWEST) <= room
    head, body = ([*top, *text], rows) if fixed else (top, [*text, *rows])
    room = height - len(head) - len(foot)
    ends = pointed(body, board.at, room)
    scroll = scrolled(board, ends, len(body), room, follow=fixed or board.moved)
    shown, seen = body[scroll : scroll + room], ends[0] <= scroll <= ends[1]
    hidden = wrapped(out_of_sight(hints, body[:scroll], body[scroll + room :], counted=fixed), width)[:told]
    foot = foot_of(sheet, hints.keys, [*hidden, *[""] * (told - len(hidden))], width, height // 2)
    padding = [Line("")] * (room - len(shown))
    first = next((place for place, line in enumerate(shown) if line.choice == board.at), 0)
    whole = tuple(line.choice for line in body)
    return Canvas(tuple(head), (*shown, *padding), tuple(foot), seen, scroll, first, whole)


def pointed(body: Sequence[Line], at: int, room: int) -> tuple[int, int]:
    """From where to where it can be scrolled with the choice pointed at in sight; of one higher than the room, some of it."""
    places = [place for place, line in enumerate(body) if line.choice == at] or [0]
    first, last = places[0], places[-1] - room + 1
    return min(first, last), max(first, last)


def scrolled(board: Board, ends: tuple[int, int], size: int, room: int, *, follow: bool) -> int:
    """The first line in sight: where it was scrolled to, moved so that the pointer is in sight where that is wanted."""
    scroll = min(max(board.scroll, ends[0]), ends[1]) if follow else board.scroll
    return max(min(scroll, size - room), 0)


def read(passages: Iterable[Passage], scroll: int, keys: str, size: tuple[int, int]) -> Canvas:
    """A page that is only read."""
    width, height = max(size[0], 10), max(size[1], 3)
    lines = list(flowed(passages, width))
    foot = keys_of(keys, width)[: max(height // 3, 1)]
    room = height - len(foot)
    scroll = max(min(scroll, len(lines) - room), 0)
    shown = lines[scroll : scroll + room]
    padding = [Line("")] * (room - len(shown))
    return Canvas((), (*shown, *padding), tuple(foot), True, scroll, 0)


def entry(sheet: Sheet, hints: Hints, cut: str, size: tuple[int, int], rows: int) -> Canvas:
    """A page with a text to be typed, which takes this many rows between head and body."""
    width, height = max(size[0], 10), max(size[1], 4)
    top, text = status(sheet, width, max(height // 5, 1)), text_of(sheet, width)[:-1]
    foot = foot_of(sheet, hints.keys, (), width, max(height // 2 - rows, 1))
    room = max(height - len(top) - len(foot) - rows, 1)
    if len(text) > room:
        text = [*text[: room - 1], *map(Line, wrapped(cut, width)[:1])]
    padding = [Line("")] * max(height - len(top) - len(text) - rows - len(foot), 0)
    return Canvas((*top, *text), tuple(padding), tuple(foot), True, 0, 0)
