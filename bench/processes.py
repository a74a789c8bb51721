"""Whole processes against a bare interpreter: interleaved, each run's exit code held against what it must be."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLE = os.path.join("docs", "examples", "szai.yaml")
CASE = "[case]"  # stands for a folder or home that is new in every run
COPIED = (
    "szai_assess",
    "questionnaires",
    "templates",
    "docs",
    "pyproject.toml",
    "build_hook.py",
    "README.md",
    "LICENSE",
)
NEIGHBOUR = "ai-act-companion"
WATCHED = (
    *("typer", "yaml", "pydantic", "rich", "jinja2", "filelock", "prompt_toolkit", "markdown_it"),
    *(
        "typing",
        "re",
        "enum",
        "dataclasses",
        "json",
        "inspect",
        "hashlib",
        "datetime",
        "difflib",
        "pathlib",
        "subprocess",
    ),
)


class Command(NamedTuple):
    """What is run, in which home, at every which round, and with which exit code it ends."""

    name: str
    line: list[str]
    home: str = "warm"
    path: str = ""
    every: int = 1
    code: int = 0


class Times(NamedTuple):
    """Seconds of all runs, sorted."""

    name: str
    seconds: list[float]
    note: str = ""

    @property
    def median(self) -> float:
        """The middle one."""
        return self.seconds[len(self.seconds) // 2]

    @property
    def tenth(self) -> float:
        """The one that a tenth of the runs stayed below."""
        return self.seconds[len(self.seconds) // 10]

    @property
    def late(self) -> float:
        """The one that a twentieth of the runs took longer than."""
        return self.seconds[len(self.seconds) * 19 // 20]


def environment(home: str, path: str = "") -> dict[str, str]:
    """Nothing of the caller's Python or of the tool's settings; byte-code is kept, as it is for a user."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SZAI_", "LC_"))}
    return {
        **kept,
        "HOME": home,
        "XDG_CACHE_HOME": os.path.join(home, "cache"),
        "LANG": "C.UTF-8",
        "SZAI_LANG": "zh",
        **({"PYTHONPATH": path} if path else {}),
    }


def once(command: Command, work: str) -> tuple[float, int]:
    """(seconds, exit code) of one run."""
    case = tempfile.mkdtemp(dir=work)
    line = [part.replace(CASE, case) for part in command.line]
    settings = environment(case if command.home == CASE else os.path.join(work, command.home), command.path)
    begun = time.perf_counter()
    ended = subprocess.run(line, env=settings, cwd=work, check=False, capture_output=True)
    took = time.perf_counter() - begun
    shutil.rmtree(case)
    return took, ended.returncode


def interleaved(commands: list[Command], rounds: int, work: str) -> list[Times]:
    """A B C A B C …: two rounds to warm up, then the ones that count. A command that fails is told, not timed."""
    found: dict[str, list[float]] = {}
    failed: dict[str, int] = {}
    for number in range(-2, rounds):
        for command in commands:
            if command.name in failed or (number > 0 and number % command.every):
                continue
            took, code = once(command, work)
            if code != command.code:
                failed[command.name] = code
            if number >= 0:
                found.setdefault(command.name, []).append(took)
    return [
        Times(each.name, [] if each.name in failed else sorted(found[each.name]), f"exit {failed.get(each.name)}")
        for each in commands
    ]


def quiet(*line: str) -> bool:
    """Run a preparing step; whether it worked."""
    return (
        subprocess.run(
            line, check=False, capture_output=True, cwd=ROOT, env=environment(os.path.expanduser("~"))
        ).returncode
        == 0
    )


def copy(work: str) -> str:
    """A copy of the checkout, so that edits made meanwhile do not count."""
    target = os.path.join(work, "checkout")
    os.makedirs(target)
    for name in COPIED:
        source = os.path.join(ROOT, name)
        if os.path.isdir(source):
            shutil.copytree(source, os.path.join(target, name))
        elif os.path.exists(source):
            shutil.copy2(source, target)
    return target


def venv(work: str, name: str, wanted: str) -> str:
    """The ``bin`` folder of a new environment with a package in it; empty where it cannot be installed."""
    folder = os.path.join(work, name)
    programs = os.path.join(folder, "Scripts" if sys.platform == "win32" else "bin")
    python = os.path.join(programs, "python")
    made = quiet(sys.executable, "-m", "venv", folder)
    return programs if made and quiet(python, "-m", "pip", "install", "-q", wanted) else ""


def wheel(work: str, checkout: str) -> str:
    """The wheel built from the copy; empty where it cannot be built."""
    folder = os.path.join(work, "wheel")
    quiet(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, checkout)
    built = os.listdir(folder) if os.path.isdir(folder) else []
    return os.path.join(folder, built[0]) if built else ""


def neighbours_answers(program: str, work: str) -> str:
    """A whole answers file for the neighbour, from its own questionnaire: the first option, no, or a word."""
    asked = json.loads(subprocess.run([program, "questionnaire"], check=True, capture_output=True).stdout)
    plain = {"boolean": False, "table": [], "text": "x", "textarea": "x"}
    values = {}
    for question in (each for section in asked["sections"] for each in section["questions"]):
        first = (question.get("options") or [{}])[0].get("value", "")
        values[question["id"]] = plain.get(question["type"], [first] if question["type"] == "multiselect" else first)
    path = os.path.join(work, "neighbour.json")
    with open(path, "w", encoding="utf-8") as stream:
        json.dump(values, stream)
    return path


def from_wheel(programs: str, example: str) -> list[Command]:
    """What a user waits for."""
    tool = os.path.join(programs, "szai-assess")
    return [
        Command("check, wheel, warm home", [tool, "check", example]),
        Command("check, wheel, empty home", [tool, "check", example], home=CASE),
        Command("--version, wheel", [tool, "--version"]),
        Command("--help, wheel", [tool, "--help"]),
        Command("law 66, wheel", [tool, "law", "66"]),
        Command(
            "render, wheel, fresh folder", [tool, "render", example, "--out", os.path.join(CASE, "papers")], every=2
        ),
    ]


def from_checkout(checkout: str, example: str) -> list[Command]:
    """What a developer waits for; in an empty home the pack is compiled."""
    tool = [sys.executable, "-m", "szai_assess", "check", example]
    return [
        Command("check, checkout, warm home", tool, path=checkout),
        Command("check, checkout, empty home", tool, home=CASE, path=checkout, every=5),
    ]


def commands(work: str, alone: bool) -> tuple[list[Command], list[str]]:
    """All that can be run here, the bare interpreter first, and what could not be prepared."""
    checkout, missing = copy(work), []
    example = os.path.join(checkout, EXAMPLE)
    built = "" if alone else wheel(work, checkout)
    programs = venv(work, "user", built) if built else ""
    python = os.path.join(programs, "python") if programs else sys.executable
    found = [Command("F: python -c pass", [python, "-c", "pass"])]
    if programs:
        found += from_wheel(programs, example)
    else:
        missing.append("the wheel was not built or not installed")
    found += from_checkout(checkout, example)
    other = "" if alone else venv(work, "neighbour", NEIGHBOUR)
    if other:
        program = os.path.join(other, "ai-act")
        line = [program, "classify", "--answers", neighbours_answers(program, work)]
        found.append(Command(f"{NEIGHBOUR} classify", line))
    else:
        missing.append(f"{NEIGHBOUR} was not installed")
    return found, missing


def imported(command: Command, work: str) -> dict[str, int]:
    """The modules that a Python program imports, each with its own microseconds."""
    python = command.line[0] if command.path else os.path.join(os.path.dirname(command.line[0]), "python")
    arguments = command.line[command.line.index("check") :]
    line = [python, "-X", "importtime", "-m", "szai_assess", *arguments]
    settings = environment(os.path.join(work, "warm"), command.path)
    told = subprocess.run(line, env=settings, cwd=work, check=False, capture_output=True, text=True).stderr
    rows = [row.removeprefix("import time:").split("|") for row in told.splitlines() if row.startswith("import time:")]
    return {row[2].strip(): int(row[0]) for row in rows if row[0].strip().isdigit()}
