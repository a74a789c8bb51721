"""The interview at a real terminal: from the key that answers to the next question on the screen, and what that is made of."""

import os
import pty
import select
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import packs
from processes import EXAMPLE, ROOT, Times, environment

from szai_assess import answers_reader, answers_writer, files, interview, loading, locate
from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT
from szai_assess.interview import page as pages
from szai_assess.pack import UNKNOWN, Pack
from szai_assess.terminal import Wording, paint
from szai_assess.terminal.board import Board
from szai_assess.terminal.wording import Sheet
from szai_assess.words import Words

SIZES = (50, 500)
FEWEST = 200  # answers timed on each pack
ROWS, COLUMNS = 40, 80
QUIET = 0.03  # seconds without output after which a screen is drawn
PATIENCE = 30.0
DOWN, ENTER, SPACE, HOME, CTRL_C = "\x1b[B", "\r", " ", "\x1b[H", "\x03"
WAYS = {pages.NOTICE: pages.READ, pages.UNSURE: pages.OPEN, pages.END: pages.FINISH}
HINTS = paint.Hints("keys · keys", "{count} above", "{count} below", "above", "below")


class Case(NamedTuple):
    """A pack in a folder, and what a person answers."""

    name: str
    folder: str
    pack: Pack
    words: Words
    values: Mapping[str, Any]

    def reply(self, page: interview.Page) -> Any:
        """What the person answers to a page."""
        prompt = page.prompt
        if page.kind != pages.QUESTION:
            return WAYS[page.kind]
        value = self.values.get(prompt.question.id) if prompt.kind == interview.ANSWER else ""
        value = value.get(prompt.part) if prompt.part and isinstance(value, Mapping) else value
        if prompt.style in ("text", "date"):
            return value or ""
        value = UNKNOWN if value is None else value
        return [option for option in page.options if option in value] if prompt.style == "many" else value


class Spent(NamedTuple):
    """Seconds of one step inside one process: the conversation, writing the file, the words, the lines of the screen."""

    conversation: float
    saving: float
    words: float
    lines: float


def cases(work: str) -> Iterator[Case]:
    """The generated packs, written out, and the shipped one with the answers of its example."""
    for size in SIZES:
        folder = os.path.join(work, f"bench-{size}")
        for name, data in packs.files(size).items():
            files.write(os.path.join(folder, name), data)
        rules, tree = loading.compile_pack(folder)
        yield Case(f"{size} questions", folder, rules, Words(tree), packs.answers(rules))
    folder, path = os.path.join(ROOT, "questionnaires", locate.DEFAULT_PACK), os.path.join(ROOT, EXAMPLE)
    rules, tree = loading.compile_pack(folder)
    values = answers_reader.read(files.read(path), path, rules).answers.values
    yield Case(f"shipped pack, {len(rules.questions)} questions", folder, rules, Words(tree), values)


def course(case: Case, save: Callable[[Answers], object], spent: list[float]) -> Iterator[tuple[interview.Page, Any]]:
    """Every page with its reply; ``spent`` takes the seconds of the conversation between them."""
    desk = interview.Desk(case.pack, case.words, save, lambda: packs.DAY)
    talk = interview.begin(desk, Answers(pack=f"{case.pack.id}@{case.pack.version}"), interview.Plan())
    page = next(talk)
    while page.kind != pages.END:
        reply = case.reply(page)
        yield page, reply
        begun = time.perf_counter()
        page = talk.send(reply)
        spent.append(time.perf_counter() - begun)


def inside(case: Case, work: str) -> list[Spent]:
    """A whole interview without a terminal, its steps timed."""
    saved, conversation, found = [Answers()], [0.0], []
    wording, path = Wording(case.pack, case.words, "zh"), os.path.join(work, "inside.yaml")
    for page, _ in course(case, saved.append, conversation):
        times = [time.perf_counter()]
        files.write(path, answers_writer.write(saved[-1], case.pack, case.words, "zh").encode())
        times.append(time.perf_counter())
        sheet = wording.sheet(page, LIMIT)
        times.append(time.perf_counter())
        paint.paint(sheet, Board(), page.style == "many", HINTS, (COLUMNS - 1, ROWS))
        times.append(time.perf_counter())
        found.append(Spent(conversation[-1], *(after - before for before, after in pairwise(times))))
    return found


def moves(page: interview.Page, sheet: Sheet, reply: Any) -> str:
    """The keys before the one that answers."""
    if page.style in ("text", "date"):
        return str(reply)[:20]
    ids = [option for option, _ in sheet.choices]
    if page.style == "one":
        return HOME + DOWN * ids.index(reply if isinstance(reply, str) else reply[0])
    ticked = [reply] if isinstance(reply, str) else reply
    return HOME + "".join((SPACE if option in ticked else "") + DOWN for option in ids)


class Terminal:
    """The tool at a terminal, its output read as it comes and looked at only when it is quiet."""

    def __init__(self, case: Case, work: str, folder: str) -> None:
        """Begin an interview in a folder."""
        import fcntl
        import termios

        import pyte

        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        settings = {**environment(os.path.join(work, "home"), ROOT), "TERM": "xterm"}
        self.child, self.terminal = pty.fork()
        if not self.child:
            os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(sys.executable, [sys.executable, "-m", "szai_assess", "assess", "--pack", case.folder], settings)

    def shows(self, sheet: Sheet) -> bool:
        """Whether the page is on the screen: the beginning of its question, and where it stands."""
        text = "".join("".join(self.screen.display).split())
        return all("".join(part.split()) in text for part in (sheet.title[:12], *sheet.status))

    def quiet(self) -> list[tuple[float, bytes]]:
        """What comes until nothing more does, each piece with the moment at which it came."""
        found: list[tuple[float, bytes]] = []
        while select.select([self.terminal], [], [], QUIET)[0]:
            got = os.read(self.terminal, 1 << 16)
            found.append((time.perf_counter(), got))
        return found

    def wait(self, sheet: Sheet) -> float:
        """Wait for a page; gives the moment at which it was there."""
        until, there = time.perf_counter() + PATIENCE, 0.0
        while not there and time.perf_counter() < until:
            for came, got in self.quiet():
                self.stream.feed(got)
                there = there or (came if self.shows(sheet) else 0)
        if there:
            return there
        raise TimeoutError("\n".join(self.screen.display))

    def type(self, keys: str) -> None:
        """Type keys, and let the screen come to rest."""
        os.write(self.terminal, keys.encode())
        for _, got in self.quiet():
            self.stream.feed(got)

    def used(self) -> float:
        """Processor seconds of the tool so far, where the system tells: other work on the machine does not count."""
        path = f"/proc/{self.child}/schedstat"
        return int(files.read(path).split()[0]) / 1e9 if files.exists(path) else 0.0

    def end(self) -> None:
        """Stop the interview."""
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def typed(case: Case, work: str, folder: str) -> list[tuple[float, float]]:
    """Seconds, and processor seconds, from each answer's key to the question that follows, over one interview."""
    os.makedirs(folder)
    wording, found = Wording(case.pack, case.words, "zh"), []
    steps = [(page, wording.sheet(page, LIMIT), reply) for page, reply in course(case, lambda _: None, [])]
    terminal, pressed, used = Terminal(case, work, folder), 0.0, 0.0
    for page, sheet, reply in steps:
        came = terminal.wait(sheet)
        found.append((came - pressed, terminal.used() - used))
        terminal.type(moves(page, sheet, reply))
        pressed, used = time.perf_counter(), terminal.used()
        os.write(terminal.terminal, ENTER.encode())
    terminal.end()
    return found[1:]  # the first one is the start


def run(work: str) -> tuple[list[Times], list[str]]:
    """For each pack: from key to question, then the parts inside one process; and what could not be measured."""
    try:
        import pyte  # noqa: F401
    except ImportError:
        return [], ["keys at a terminal need pyte"]
    found: list[Times] = []
    for case in cases(work):
        seconds: list[tuple[float, float]] = []
        while len(seconds) < FEWEST:
            seconds += typed(case, work, os.path.join(work, f"{len(found)}-{len(seconds)}"))
        steps = inside(case, work)
        figures = {"key to question": [wall for wall, _ in seconds], "processor for it": [used for _, used in seconds]}
        figures |= {name: [getattr(step, name) for step in steps] for name in Spent._fields}
        found += [Times(f"{name}, {case.name}", sorted(each)) for name, each in figures.items()]
    return found, []
