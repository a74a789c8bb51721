"""The interview line by line: no cursor moves, nothing is drawn over; for pipes, screen readers and braille lines."""

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from io import StringIO, TextIOWrapper

from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT
from szai_assess.interview import Page, Reply, Stopped, Wish
from szai_assess.interview import page as pages
from szai_assess.pack import UNKNOWN
from szai_assess.terminal import help as helping
from szai_assess.terminal.console import showable
from szai_assess.terminal.paint import plain
from szai_assess.terminal.wording import Passage, Sheet, Wording

COMMANDS = {"b": pages.BACK, "u": pages.UNDO, "r": pages.LOOK, "n": pages.REMARK, "e": pages.PROVE}
STOP, KEEP, CLEAR, HELP = "q", "k", "x", "?"
MOST = LIMIT * 4  # signs of a line; more are not looked at
SHOWN = 40  # signs of an entry that is repeated because it is wrong
BETWEEN = str.maketrans("、，,；;", "     ")


class Lines:
    """One sitting by lines: a page is printed, a line is read."""

    def __init__(
        self,
        talk: Generator[Page, Reply | Wish, Answers],
        wording: Wording,
        verdict: Callable[[Answers, int], Sequence[str]],
    ) -> None:
        """Read out this conversation in these words."""
        self.talk, self.wording, self.verdict = talk, wording, verdict
        self.status: tuple[str, ...] = ()
        self.input = sys.stdin or StringIO()  # it may have been closed before

    def hold(self) -> Answers:
        """Lead the conversation to its end; gives the answers.

        Raises Stopped where the input ends, and what the conversation raises.
        """
        decoding(self.input)
        self.say("assess.plain_keys")
        try:
            page = next(self.talk)
            while True:
                page = self.talk.send(self.ask(page))
        except StopIteration as end:
            answers: Answers = end.value
            return answers

    def ask(self, page: Page) -> Reply | Wish:
        """What a person answers to a page."""
        sheet = self.wording.sheet(page, LIMIT)
        self.present(page, sheet)
        while True:
            entry = self.line(page)
            if plain(entry) == HELP:
                self.tell(helping.told(self.wording, page.prompt))
            elif plain(entry)[:1] == ":":
                wish = self.command(page, plain(entry)[1:])
                if wish is not None:
                    return wish
            else:
                typed = page.style in ("text", "date")
                reply = self.written(page, sheet, entry) if typed else self.chosen(page, sheet, entry)
                if reply is not None:
                    return reply

    def command(self, page: Page, entry: str) -> Reply | Wish | None:
        """What a command asks for; ``None`` where there is no such command.

        Raises Stopped.
        """
        if entry == STOP and page.kind == pages.TROUBLE:
            return pages.LATER
        if entry == STOP:
            raise Stopped
        if entry == CLEAR and isinstance(page.given, str):
            return ""
        if entry == KEEP and page.given:
            return page.given[0] if page.style == "one" and len(page.given) == 1 else page.given
        if COMMANDS.get(entry) in page.wishes:
            return Wish(COMMANDS[entry], page.given)
        self.say("assess.plain_keys")
        return None

    def present(self, page: Page, sheet: Sheet) -> None:
        """Print a page: where it stands, where that has changed, the question, and what can be chosen."""
        self.tell(Passage(text) for text in sheet.status if text not in self.status)
        self.status = sheet.status
        if page.kind == pages.RESULT:
            self.tell(Passage(line) for line in self.verdict(page.details["answers"], 80))  # type: ignore[arg-type]
        self.tell([Passage(""), *sheet.above, Passage(sheet.title), *sheet.below])
        self.tell(Passage(f"{number} {title}") for number, title in self.numbered(sheet))
        if page.kind == pages.QUESTION and page.given:
            key = "assess.plain_text_held" if isinstance(page.given, str) else "assess.plain_held"
            self.say(key, answer=self.held(page))
        if sheet.problem:
            self.tell([Passage(sheet.problem)])

    def held(self, page: Page) -> str:
        """What is answered already, in words."""
        if isinstance(page.given, str):
            return page.given
        return self.wording.say("show.comma").join(self.wording.option(page.prompt, each) for each in page.given)

    def numbered(self, sheet: Sheet) -> list[tuple[str, str]]:
        """The choices with their numbers; "not sure" is 0 everywhere."""
        first = 0 if any(option == UNKNOWN for option, _ in sheet.choices) else 1
        real = [(option, title) for option, title in sheet.choices if option]
        return [(str(place + first), title) for place, (_, title) in enumerate(real)]

    def chosen(self, page: Page, sheet: Sheet, entry: str) -> Reply | None:
        """The choices whose numbers or ids were typed; ``None`` where one is not there. An empty line chooses nothing."""
        real = [(option, title) for option, title in sheet.choices if option]
        numbers = {number: option for (number, _), (option, _) in zip(self.numbered(sheet), real, strict=True)}
        known = {**{option: option for option, _ in real}, **numbers}
        words = plain(entry).translate(BETWEEN).split()
        for word in words:
            if word not in known:
                self.say("assess.plain_wrong", entry=word[:SHOWN])
                return None
        if not words or (page.style == "one" and len(words) > 1):
            self.say("assess.choose_some" if page.style == "many" else "assess.choose_one")
            return None
        picked = list(dict.fromkeys(known[word] for word in words))
        return picked if page.style == "many" else picked[0]

    def written(self, page: Page, sheet: Sheet, entry: str) -> Reply | None:
        """The text that was typed; ``None`` where it is too long. An empty line keeps a text that is there."""
        if len(entry) > sheet.limit:
            self.say("assess.too_long", limit=str(sheet.limit), length=str(len(entry)))
            return None
        given = page.given if isinstance(page.given, str) else ""
        return (plain(entry) if page.style == "date" else entry) or given

    def line(self, page: Page) -> str:
        """The next line, without its end.

        Raises Stopped where there is none.
        """
        style = "text" if page.style == "date" else page.style
        sys.stdout.write(self.wording.say(f"assess.plain_{style}") + "\n")
        sys.stdout.flush()
        try:
            raw = rest = self.input.readline(MOST)
            while rest and rest[-1] != "\n":  # what is left of a line is no reply to the next question
                rest = self.input.readline(MOST)
        except KeyboardInterrupt:
            raise Stopped from None
        if not raw:
            raise Stopped
        return " ".join(raw.splitlines()).replace("\t", " ").strip()

    def say(self, key: str, **details: str) -> None:
        """Print a sentence of the interface."""
        self.tell([Passage(self.wording.say(key, **details))])

    def tell(self, passages: Iterable[Passage]) -> None:
        """Print passages, each whole: the terminal or the braille line wraps them."""
        for passage in passages:
            sys.stdout.write(showable(f"{passage.lead}{passage.text}\n"))
        sys.stdout.flush()


def decoding(stream: object) -> None:
    """Let a stream give bytes that are no text as signs that no reply can have: they are refused like control signs."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="surrogateescape")
