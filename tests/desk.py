"""Answers files to be spoilt in one place and judged, and the tool as a process of its own."""

import os
import subprocess
import sys
from functools import cache

from szai_assess import answers_reader, files, locate
from szai_assess.answers_reader import CASE_KEYS, Reading
from szai_assess.assessment import Assessment
from szai_assess.cli import judging

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CASES = os.path.join(locate.pack_folder(), "cases")
UNDECIDED = "未作出判定 / no verdict was reached\n"


def case_names():
    """The shipped cases, by name of their file."""
    return sorted(name for name in os.listdir(CASES) if name.endswith(".yaml"))


def case_reading(name: str) -> Reading:
    """A shipped case with what it expects; ``name`` may be its number alone."""
    file = next(each for each in case_names() if each.startswith(name))
    return answers_reader.read(files.read(os.path.join(CASES, file)), file, opened().get()[0], CASE_KEYS)


@cache
def opened() -> judging.Opened:
    """The shipped pack, opened once."""
    return judging.Opened()


def as_answers(text: str) -> str:
    """A case's text as an answers file: without its name and what it expects."""
    kept, keep = [], True
    for line in text.splitlines(keepends=True):
        if line[0] not in " \n":
            keep = line.partition(":")[0] not in CASE_KEYS
        kept += [line] if keep else []
    return "".join(kept)


@cache
def case_text(name: str) -> str:
    """A shipped case as the text of an answers file; ``name`` may be its number alone."""
    file = next(each for each in case_names() if each.startswith(name))
    return as_answers(files.read(os.path.join(CASES, file)).decode())


def changed(name: str, *changes: tuple[str, str]) -> str:
    """A shipped case with some of its text replaced; ``old`` must be there."""
    text = case_text(name)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def line_of(text: str, wanted: str) -> int:
    """The line on which a text first stands."""
    return text.count("\n", 0, text.index(wanted)) + 1


def judged(text: str, file: str = "szai.yaml") -> Assessment:
    """The text of an answers file, judged by the shipped pack."""
    pack, words = opened().get()
    reading = answers_reader.read(text.encode(), file, pack)
    return judging.assessed(pack, words, reading.answers, reading.lines, reading.version)


def write(path, text: str):
    """A file of text as it is, its folders made; gives the path."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)
    return path


def start(arguments, folder, *, python=(), encoding="utf-8", **changes):
    """The tool as a process of its own, its output as bytes where ``encoding`` is ``None``."""
    known = {
        name: value for name, value in os.environ.items() if name not in ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    }
    return subprocess.run(
        [sys.executable, *python, "-m", "szai_assess", *arguments],
        cwd=folder,
        env={**known, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8", **changes},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=encoding,
        timeout=60,
    )
