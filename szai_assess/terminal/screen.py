"""The interview on a whole screen: one application from the first question to the last, drawn anew after every key."""

from collections.abc import Callable, Generator, Sequence

from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT
from szai_assess.interview import Page, Reply, Stopped, Wish
from szai_assess.interview import page as pages
from szai_assess.pack import UNKNOWN
from szai_assess.terminal import board as boards
from szai_assess.terminal import help as helping
from szai_assess.terminal import paint
from szai_assess.terminal.board import Board, Sight
from szai_assess.terminal.console import console
from szai_assess.terminal.paint import Canvas, Hints
from szai_assess.terminal.stage import Stage
from szai_assess.terminal.wording import Passage, Sheet, Wording

SEARCHED = (pages.QUESTION, pages.PART, pages.REVIEW)
KEYS = {
    pages.QUESTION: "list",
    pages.REVIEW: "review",
    pages.END: "end",
    pages.RESULT: "end",
    pages.NOTICE: "stop",
    pages.TROUBLE: "stop",
}
ENTRY_ROWS = 6  # the most rows that a text being typed takes before it scrolls


class Screen:
    """One sitting at a screen: the page that stands there, and what the person has done on it."""

    def __init__(
        self,
        talk: Generator[Page, Reply | Wish, Answers],
        wording: Wording,
        verdict: Callable[[Answers, int], Sequence[str]],
    ) -> None:
        """Show this conversation in these words; ``verdict`` gives the lines of a verdict at a width."""
        self.talk, self.wording, self.verdict = talk, wording, verdict
        self.board = Board()
        self.reading: int | None = None  # how far help is scrolled; None while it is closed
        self.remark = ""  # what the screen itself has to say on the last key
        self.drawn: tuple[object, Canvas] | None = None
        self.page: Page
        self.sheet: Sheet
        self.stage: Stage

    def hold(self) -> Answers:
        """Lead the conversation to its end; gives the answers.

        Raises Stopped, UsageError where there is no console, and what the conversation raises.
        """
        try:
            first = next(self.talk)
        except StopIteration as end:
            answers: Answers = end.value
            return answers
        with console():
            self.stage = Stage(self)
            self.open(first)
            found: Answers = self.stage.run()
            return found

    # what stands there

    @property
    def types(self) -> bool:
        """Whether a text is being typed."""
        return self.reading is None and self.page.style in ("text", "date")

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The choices that are listed now."""
        return paint.found(self.sheet, self.board.sought)

    @property
    def pointed(self) -> str:
        """The choice pointed at; empty where there is none."""
        choices = self.choices
        return choices[self.board.at][0] if self.board.at < len(choices) else ""

    @property
    def text(self) -> str:
        """The text being typed."""
        return str(self.stage.buffer.text)

    @property
    def sight(self) -> Sight:
        """What of the page is in sight."""
        canvas = self.canvas()
        return Sight(canvas.scroll, len(canvas.body), canvas.whole, canvas.seen)

    def entry_rows(self) -> int:
        """The rows that the text being typed takes."""
        from rich.cells import cell_len

        columns, rows = self.stage.size()
        return int(min(1 + cell_len(self.text) // max(columns - len(paint.POINTER), 4), ENTRY_ROWS, max(rows // 3, 1)))

    def canvas(self) -> Canvas:
        """The lines of the screen now, drawn once for each state."""
        rows = self.entry_rows() if self.types else 0
        state = (self.page, self.board, self.reading, self.remark, self.stage.size(), rows)
        if self.drawn is None or self.drawn[0] != state:
            self.drawn = (state, self.draw(self.stage.size(), rows))
        return self.drawn[1]

    def draw(self, size: tuple[int, int], rows: int) -> Canvas:
        """The lines of what stands there."""
        if self.reading is not None:
            told = tuple(helping.told(self.wording, self.page.prompt))
            return paint.read(told, self.reading, self.wording.say("assess.keys_help"), size)
        sheet = self.sheet._replace(problem=self.remark or self.sheet.problem)
        if self.page.kind == pages.RESULT:
            lines = self.verdict(self.page.details["answers"], size[0])  # type: ignore[arg-type]
            sheet = sheet._replace(above=tuple(map(Passage, lines)))
        if rows:
            return paint.entry(sheet, self.hints(), self.wording.say("assess.cut"), size, rows)
        return paint.paint(sheet, self.board, self.page.style == "many", self.hints(), size)

    def hints(self) -> Hints:
        """The lines at the foot, in words."""
        say, board = self.wording.say, self.board
        more = "typed" if self.types else KEYS.get(self.page.kind, "inner")
        if board.seeking:
            keys = say("assess.keys_search", sought=board.sought)
        elif board.sought:
            found = len(self.choices)
            keys = say("assess.found" if found else "assess.found_none", sought=board.sought, count=str(found))
        else:
            keys = say(f"assess.keys_{self.page.style}") + paint.BETWEEN + say(f"assess.keys_{more}")
        above, below = (say(key, count="{count}") for key in ("assess.above", "assess.below"))
        return Hints(keys, above, below, say("assess.more_above"), say("assess.more_below"))

    # the conversation

    def open(self, page: Page) -> None:
        """Put a page on the screen."""
        self.page, self.sheet = page, self.wording.sheet(page, LIMIT)
        chosen = (page.given,) if isinstance(page.given, str) else tuple(page.given)
        ids = [option for option, _ in self.sheet.choices]
        at = next((ids.index(option) for option in chosen if option in ids), 0) if page.style == "one" else 0
        self.board = Board(
            at, frozenset(chosen) & frozenset(ids) if page.style == "many" else frozenset(), moved=at > 0
        )
        self.reading, self.remark = None, ""
        if self.types:
            self.stage.buffer.text = chosen[0] if chosen else ""
            self.stage.buffer.cursor_position = len(self.text)
        self.stage.focus()

    def send(self, reply: Reply | Wish) -> None:
        """Send what the person did, and show the page that follows; the end and any error end the application."""
        try:
            self.open(self.talk.send(reply))
        except StopIteration as end:
            self.stage.end(end.value)
        except BaseException as error:  # noqa: BLE001  # it goes on where the application was started
            self.stage.fail(error)

    def stop(self) -> None:
        """Stop the interview; where an answer could not be saved, with the error that says so."""
        if self.page.kind == pages.TROUBLE:
            self.send(pages.LATER)
        else:
            self.stage.fail(Stopped())

    # what the person does

    def draft(self) -> Reply:
        """What stands in the reply now."""
        if self.types:
            return self.text
        if self.page.style == "many":
            return tuple(option for option in self.page.options if option in self.board.ticked)
        return (self.pointed,) if self.pointed and (self.pointed != UNKNOWN or self.page.given) else ()

    def wish(self, kind: str) -> None:
        """Send a wish, with the reply as it stands, where this page grants it."""
        if kind in self.page.wishes:
            self.send(Wish(kind, self.draft()))

    def confirm(self) -> None:
        """Send the reply; a choice that is out of sight is brought into sight first."""
        if self.types:
            self.write(self.text)
        elif not self.canvas().seen:
            self.board = self.board._replace(moved=True)
        elif self.board.ticked - {option for option, _ in self.choices}:
            self.retreat()  # what is ticked has to be seen before it is sent
        elif self.page.style == "many":
            self.send(list(self.draft()))
        elif self.pointed:
            self.send(self.pointed)
        else:
            self.remark = self.wording.say("assess.choose_one")

    def write(self, text: str) -> None:
        """Send a text, on one line and without blanks around it; one that is too long is not sent and not lost."""
        text = " ".join(text.splitlines()).replace("\t", " ").strip()
        if len(text) > self.sheet.limit:
            self.remark = self.wording.say("assess.too_long", limit=str(self.sheet.limit), length=str(len(text)))
        else:
            self.send(paint.plain(text) if self.page.style == "date" else text)

    def paste(self, text: str) -> None:
        """Put a paste into the text, on one line, or into the search; one that is too long is refused whole."""
        text = " ".join(text.split())
        if self.reading is not None:
            return
        if not self.types:
            self.seek(text)
        elif len(text) + len(self.text) > self.sheet.limit:
            details = {"limit": str(self.sheet.limit), "length": str(len(text))}
            self.remark = self.wording.say("assess.too_much", **details)
        else:
            self.stage.buffer.insert_text(text)

    def move(self, by: int) -> None:
        """Move the pointer."""
        self.board = boards.moved(self.board, self.sight, by, len(self.choices))

    def turn(self, by: int) -> None:
        """Scroll by pages."""
        self.board = boards.turned(self.board, self.sight, by, len(self.choices))

    def point(self, place: int) -> None:
        """Point at a choice; the last one counts as -1."""
        count = len(self.choices)
        self.board = boards.pointing(self.board, place % count if count else 0, count)

    def tick(self) -> None:
        """Tick the choice pointed at, or take its tick away."""
        if self.page.style == "many":
            self.board = boards.ticked(self.board, self.pointed)

    def seek(self, text: str = "") -> None:
        """Begin to search, or add to what is sought, where there is a list to search."""
        if self.page.kind in SEARCHED:
            self.board = boards.sought(self.board, text)

    def keep_found(self) -> None:
        """End the search and keep what was found."""
        self.board = self.board._replace(seeking=False)

    def erase(self) -> None:
        """Take away the last sign of what is sought."""
        self.board = boards.shortened(self.board) if self.board.seeking else self.board

    def retreat(self) -> None:
        """One step back: out of the search, else to the page before."""
        if self.types or not (self.board.sought or self.board.seeking):
            self.wish(pages.BACK)
            return
        ids = [option for option, _ in self.sheet.choices]
        self.board = boards.listed(self.board, ids.index(self.pointed) if self.pointed in ids else 0)

    # help

    def ask_help(self) -> None:
        """Open the help on the question, over the page."""
        self.reading = 0
        self.stage.focus()

    def leaf(self, by: int, *, page: bool) -> None:
        """Scroll the help by lines or pages."""
        canvas = self.canvas()
        self.reading = max(canvas.scroll + by * (len(canvas.body) - 1 if page else 1), 0)

    def close_help(self) -> None:
        """Go back to the page, as it stood."""
        self.reading = None
        self.stage.focus()
