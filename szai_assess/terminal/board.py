"""What a person has done on a page so far, and what one more key makes of it. Pure."""

from typing import NamedTuple

SOUGHT = 40  # the most signs of a search


class Board(NamedTuple):
    """The choice pointed at, the ticks, the search, and how far the page is scrolled.

    ``moved`` says that the pointer was moved: from then on it is kept in sight.
    """

    at: int = 0
    ticked: frozenset[str] = frozenset()
    sought: str = ""
    seeking: bool = False
    scroll: int = 0
    moved: bool = False


class Sight(NamedTuple):
    """What of a page is in sight: the first line of the part that scrolls, its rows, and whether the pointer is among them.

    ``lines`` has the choice that each line of that part is of, in sight or not; -1 where it is of none.
    """

    scroll: int
    rows: int
    lines: tuple[int, ...]
    pointed: bool

    @property
    def last(self) -> int:
        """How far it can be scrolled."""
        return max(len(self.lines) - self.rows, 0)

    def span(self, choice: int) -> tuple[int, int]:
        """The first line of a choice, and the one after its last."""
        first = self.lines.index(choice)
        return first, first + self.lines.count(choice)

    def rest(self, choice: int, by: int) -> int:
        """How many lines of a choice are out of sight, in this direction."""
        first, after = self.span(choice)
        return max(after - self.scroll - self.rows if by > 0 else self.scroll - first, 0)


def pointing(board: Board, place: int, count: int) -> Board:
    """Point at a choice; there are ``count``."""
    return board._replace(at=max(min(place, count - 1), 0), moved=True)


def moved(board: Board, sight: Sight, by: int, count: int) -> Board:
    """Move the pointer, round at the ends; while it is out of sight, or one choice fills the screen, scroll."""
    if not count or (not sight.pointed and not board.moved):
        return turned(board, sight, by, count)
    rest = sight.rest(board.at, by)
    if rest:
        return board._replace(scroll=sight.scroll + by * min(rest, max(sight.rows - 1, 1)), moved=True)
    at = (board.at + by) % count
    scroll = sight.scroll if at == board.at + by else 0 if by > 0 else sight.last
    return board._replace(at=at, scroll=scroll, moved=True)


def turned(board: Board, sight: Sight, by: int, count: int) -> Board:
    """Scroll by pages, the pointer along with them where it is in sight; no line is passed over."""
    ahead = sight._replace(scroll=min(max(sight.scroll + by * max(sight.rows - 1, 1), 0), sight.last))
    at = target(board, sight, ahead, by)
    scrolled = board._replace(scroll=ahead.scroll)
    return scrolled._replace(moved=False) if at is None else pointing(scrolled, at, count)


def target(board: Board, sight: Sight, ahead: Sight, by: int) -> int | None:
    """The choice to point at once a page was turned; ``None`` where the pointer stays behind, out of sight."""
    choices = sorted({*ahead.lines[ahead.scroll : ahead.scroll + ahead.rows]} - {-1}, reverse=by > 0)
    if not choices:
        return None
    if not sight.pointed:  # it is met on the way, or was passed where nothing but a title was in sight
        met = max(board.at, choices[-1]) if by > 0 else min(board.at, choices[-1])
        return met if met in choices else None
    whole = [choice for choice in choices if not ahead.rest(choice, 1) and not ahead.rest(choice, -1)]
    found = whole or [choice for choice in choices[::-1] if sight.rest(choice, by)]
    return found[0] if found else None


def ticked(board: Board, option: str) -> Board:
    """Tick a choice, or take its tick away."""
    return board._replace(ticked=board.ticked ^ {option}) if option else board


def sought(board: Board, text: str) -> Board:
    """Add to what is sought."""
    return board._replace(seeking=True, sought=(board.sought + text)[:SOUGHT], at=0, scroll=0, moved=True)


def shortened(board: Board) -> Board:
    """Take the last sign of what is sought away."""
    return board._replace(sought=board.sought[:-1], at=0, scroll=0)


def listed(board: Board, at: int) -> Board:
    """End the search and list everything again, pointing at this place."""
    return board._replace(seeking=False, sought="", at=at, scroll=0, moved=True)
