"""The tool at a terminal of a person who reads before typing, and who the person is: the one of a shipped case."""

import os
import re
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from desk import ROOT, case_reading, opened

from szai_assess import answers_reader, files, interview
from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT
from szai_assess.errors import OutputError
from szai_assess.interview import EVIDENCE, NOTE, Page, Plan
from szai_assess.interview import page as pages
from szai_assess.pack import UNKNOWN
from szai_assess.terminal.wording import Sheet, Wording

DOWN, HOME, ENTER, SPACE, CTRL_C = "\x1b[B", "\x1b[H", "\r", " ", "\x03"
PASTED = "\x1b[200~{}\x1b[201~"
STAND = {"zh": r"最多还有(\d+)题，约\d+分钟|已没有待答的题", "en": r"atmost(\d+)togo,about\d+min|nothinglefttoask"}
DAY = "2026-11-21"


def squeezed(text):
    """A text without spaces and line ends."""
    return "".join(text.split())


def environment(language="zh", **changes):
    """Nothing of the caller's language; the home is the session's."""
    left_out = ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR")
    known = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**known, "PYTHONPATH": ROOT, "LC_ALL": "C.UTF-8", "SZAI_LANG": language, "TERM": "xterm", **changes}


def read(path):
    """The answers in a file, by the shipped pack."""
    return answers_reader.read(files.read(str(path)), str(path), opened().get()[0]).answers


class Person:
    """What the person of a shipped case answers; who is not sure leaves it open, what is blank stays blank."""

    def __init__(self, number, *, quick_end=pages.PAPERS):
        reading = case_reading(number)
        self.answers, self.expect = reading.answers, reading.extra["expect"]
        self.ways = {
            pages.NOTICE: pages.READ,
            pages.UNSURE: pages.OPEN,
            pages.END: pages.FINISH,
            pages.RESULT: quick_end,
            pages.TROUBLE: pages.RETRY,
        }

    def reply(self, page):
        """The reply to a page."""
        prompt = page.prompt
        if page.kind != pages.QUESTION:
            return self.ways[page.kind]
        if prompt.kind in (NOTE, EVIDENCE):
            return {NOTE: self.answers.notes, EVIDENCE: self.answers.evidence}[prompt.kind].get(prompt.name, "")
        value = self.answers.values.get(prompt.question.id)
        if prompt.part:
            value = value if value == UNKNOWN else (value or {}).get(prompt.part)
        if value is None:
            value = "" if prompt.style in ("text", "date") else UNKNOWN
        return [option for option in page.options if option in value] if prompt.style == "many" else value

    def hold(self, talk, wording=None, verdict=None, *, plain=False):
        """Lead a conversation to its end without a terminal, in the place of ``terminal.hold``."""
        return led(talk, self.reply)


def led(talk, reply):
    """Answer every page of a conversation; gives what it ends with."""
    try:
        page = next(talk)
        while True:
            page = talk.send(reply(page))
    except StopIteration as end:
        return end.value


class Step(NamedTuple):
    """A page that comes, its words, and the answers that are saved when it comes."""

    page: Page
    sheet: Sheet
    saved: Answers


class Course:
    """The course of an interview with a person, step by step, and the answers saved so far."""

    def __init__(self, person, begun=None, plan=Plan(), language="zh", wanted=""):  # noqa: B008  # frozen
        self.pack, self.words = opened().get(wanted)
        self.wording = Wording(self.pack, self.words, language)
        self.person, self.plan = person, plan
        self.saved = begun or Answers(pack=f"{self.pack.id}@{self.pack.version}")
        self.trouble = None

    def keep(self, answers):
        """Save the answers, unless there is trouble."""
        if self.trouble:
            raise self.trouble
        self.saved = answers

    def steps(self) -> Iterator[tuple[Step, object]]:
        """Each step with the reply that is given to it."""
        desk = interview.Desk(self.pack, self.words, self.keep, lambda: DAY)
        talk = interview.begin(desk, self.saved, self.plan)
        page = next(talk, None)
        while page is not None:
            reply = self.person.reply(page)
            yield Step(page, self.wording.sheet(page, LIMIT), self.saved), reply
            try:
                page = talk.send(reply)
            except (StopIteration, OutputError):
                return


def keys(step, reply, *, whole=True):
    """What a person types to give a reply; where the page does not fit the pointer is brought into sight first."""
    if step.page.style in ("text", "date"):
        return (PASTED.format(reply) if len(reply) > 20 else reply) + ENTER
    ids = [option for option, _ in step.sheet.choices]
    first = "" if whole and not step.page.given else HOME
    if step.page.style == "one":
        return first + DOWN * ids.index(reply if isinstance(reply, str) else reply[0]) + ENTER
    ticked = [reply] if isinstance(reply, str) else reply
    return first + "".join((SPACE if option in ticked else "") + DOWN for option in ids) + ENTER


def shows(text, sheet):
    """Whether a screen without spaces shows a page: the beginning of its question, and where it stands."""
    wanted = (squeezed(sheet.title)[:16], *map(squeezed, sheet.status))
    return all(part in text for part in wanted)


class Terminal:
    """The tool at a terminal."""

    def __init__(self, folder, *arguments, columns=80, rows=40, language="zh", program=None, **changes):
        pexpect, pyte = pytest.importorskip("pexpect"), pytest.importorskip("pyte")
        line = program or [sys.executable, "-m", "szai_assess", *arguments]
        self.timeouts = (pexpect.TIMEOUT, pexpect.EOF)
        self.child = pexpect.spawn(
            line[0],
            line[1:],
            cwd=str(folder),
            env=environment(language, **changes),
            dimensions=(rows, columns),
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self.screen.write_process_input = self.child.send
        self.stream, self.raw = pyte.ByteStream(self.screen), b""
        self.language, self.looked = language, 0

    def take(self, wait=0.02):
        """Take in what is on its way to the screen; whether the tool still runs."""
        try:
            got = self.child.read_nonblocking(65536, wait)
        except self.timeouts as ended:
            return not isinstance(ended, self.timeouts[1])
        self.raw += got
        self.stream.feed(got)
        return True

    def text(self):
        """What is on the screen, without spaces and line ends."""
        return squeezed("".join(self.screen.display))

    def told(self):
        """What was printed after the screen was given back, without spaces, line ends and styles."""
        left = self.raw.decode().rpartition("\x1b[?1049l")[2]
        return squeezed(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", left))

    def wait_for(self, shown, seconds=30):
        """Wait until the screen is drawn and shows something; fails with the screen where it never does."""
        until = time.monotonic() + seconds
        while self.screen.cursor.hidden or not shown(self.text()):
            running = self.take()
            assert running or shown(self.text()), "it ended with\n" + "\n".join(self.screen.display)
            assert time.monotonic() < until, "the screen stayed\n" + "\n".join(self.screen.display)

    def see(self, step):
        """Wait for a page; it says where it stands, and nothing of it is cut."""
        self.wait_for(lambda text: shows(text, step.sheet))
        display, text = self.screen.display, self.text()
        stand = re.search(STAND[self.language], text)
        assert stand is not None, text
        assert int(stand[1] or 0) == step.page.standing.left, text
        assert [line for line in display if line[self.screen.columns - 1 :].strip()] == [], display
        if self.whole():
            assert [words for _, words in step.sheet.choices if squeezed(words) not in text] == [], display
            assert squeezed(step.sheet.title) in text, display
        self.looked += 1

    def whole(self):
        """Whether all of the page is on the screen."""
        foot = "".join(self.screen.display[-8:])
        return not any(mark in foot for mark in ("↑ ", "↓ 下", "↓ 更", "more below", "more above", "……（"))

    def give(self, step, reply):
        """Type a reply to the page that is on the screen."""
        self.child.send(keys(step, reply, whole=self.whole()))

    def end(self, seconds=30):
        """Wait until the tool ends; gives its exit code, below zero for a signal."""
        until = time.monotonic() + seconds
        while self.take(0.05):
            assert time.monotonic() < until, "it goes on\n" + "\n".join(self.screen.display)
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus


def answered(terminal, course, stop_after=0):
    """Answer what is asked to the end, or up to the first page after so many; gives the step it stopped at, if any."""
    for number, (step, reply) in enumerate(course.steps()):
        terminal.see(step)
        if stop_after and number == stop_after:
            return step
        terminal.give(step, reply)
    return None
