"""Kills real interviews at random instants, each forked into a terminal of its own: ``python tests/kills.py TRIALS SEED``.

One process imports everything; each trial is a fork of it that runs ``main`` on the answers file that the trial before left
behind. An answer is acknowledged when the page after it was seen. Prints what came of it as JSON.
"""

import contextlib
import fcntl
import json
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
import typing
from importlib import import_module

import pyte
from at_terminal import Course, Person, environment, keys, read, shows

from szai_assess import __main__ as tool
from szai_assess.answers import Answers

ROWS, COLUMNS = 24, 80
LONGEST = 0.12  # seconds until the kill: now and then from the fork on, else from the first page on
STARTING = 0.25  # the share of the former
CASES = ("05", "03", "14", "01", "19")
OURS = re.compile(r"szai\.yaml|szai\.yaml\.\d+\.tmp|\.szai\.yaml\.lock|szai-papers")


class Trial:
    """One interview in a terminal of its own, until it is killed."""

    def __init__(self, folder: str, course: Course, last: float, patience: float = 0) -> None:
        """Begin; it is killed after ``last`` seconds, which count from the first page where there is patience for that."""
        self.until, self.last = time.monotonic() + (patience or last), last if patience else 0
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.course, self.seen, self.asked = course, course.saved, 0
        self.child, self.terminal = pty.fork()
        if not self.child:
            interview(folder)

    def run(self) -> tuple[Answers, list[Answers]]:
        """Answer until the kill; gives what was acknowledged last, and all that the file may hold."""
        steps = self.course.steps()
        step, reply = next(steps, (None, ""))
        while step and self.sees(step):
            if self.last:
                self.until, self.last = time.monotonic() + self.last, 0
            self.seen, self.asked = step.saved, self.asked + 1
            os.write(self.terminal, keys(step, reply, whole=False).encode())
            step, reply = next(steps, (None, ""))
        self.take()
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        while self.take():
            pass
        os.close(self.terminal)
        if step and shows("".join("".join(self.screen.display).split()), step.sheet):
            self.seen = step.saved
        return self.seen, [self.seen, self.course.saved]

    def sees(self, step: typing.Any) -> bool:
        """Wait for a page; whether it came before the kill."""
        while self.take():
            if not self.screen.cursor.hidden and shows("".join("".join(self.screen.display).split()), step.sheet):
                return time.monotonic() < self.until
        return False

    def take(self) -> bool:
        """Take in what is on its way to the screen; whether there was anything before the kill."""
        ready, _, _ = select.select([self.terminal], [], [], max(self.until - time.monotonic(), 0))
        if not ready:
            return False
        try:
            got = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.stream.feed(got)
        return bool(got)


def interview(folder: str) -> typing.NoReturn:
    """In the child: run the tool as its own program would."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))  # noqa: SIM115
    os.chdir(folder)
    sys.argv = ["szai-assess", "assess"]
    tool.main()
    raise SystemExit


def load(work: str) -> None:
    """Import all that an interview imports, so that no trial has to: one is run for that, and tells it."""
    told, leave = os.path.join(work, "modules"), os._exit

    def tell(code: int) -> None:
        with open(told, "w", encoding="utf-8") as stream:
            stream.write("\n".join(sys.modules))
        leave(code)

    tool.os._exit = tell  # type: ignore[attr-defined]
    folder = tempfile.mkdtemp(dir=work)
    trial = Trial(folder, Course(Person("05")), 60)
    step, reply = next(trial.course.steps())
    assert trial.sees(step), trial.screen.display
    os.write(trial.terminal, (keys(step, reply) + "\x03").encode())
    while trial.take():
        pass
    os.waitpid(trial.child, 0)
    os.close(trial.terminal)
    tool.os._exit = leave  # type: ignore[attr-defined]
    with open(told, encoding="utf-8") as stream:
        for name in stream.read().split():
            with contextlib.suppress(ImportError):
                import_module(name)


def undated(answers: Answers) -> Answers:
    """Answers without their day."""
    return answers._replace(assessed_on="")


def main() -> None:
    """Run the trials."""
    trials, chance = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    told = {"trials": 0, "asked": 0, "finished": 0, "lost": [], "strangers": [], "drafts": 0, "in_flight": 0}
    os.environ.update(environment())
    with tempfile.TemporaryDirectory() as work:
        load(work)
        folder = ""
        for number in range(trials):
            case = CASES[told["finished"] % len(CASES)]
            folder = folder or tempfile.mkdtemp(dir=work)
            path = os.path.join(folder, "szai.yaml")
            begun = read(path) if os.path.exists(path) else None
            patience = 0 if chance.random() < STARTING else 30
            trial = Trial(folder, Course(Person(case), begun), chance.uniform(0, LONGEST), patience)
            seen, may = trial.run()
            found = read(path) if os.path.exists(path) else Answers(pack=seen.pack)
            if undated(found) not in map(undated, may):
                told["lost"].append(f"trial {number}, case {case}: {len(found.values)} of {len(seen.values)}")
            told["in_flight"] += undated(found) != undated(seen)
            names = os.listdir(folder)
            told["strangers"] += [name for name in names if not OURS.fullmatch(name)]
            drafts = [name for name in names if name.endswith(".tmp")]
            told["drafts"] += len(drafts)  # the next interview takes them away
            told["strangers"] += drafts[1:]
            told["trials"] += 1
            told["asked"] += trial.asked
            if found.assessed_on:
                told["finished"] += 1
                folder = ""
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
