"""The report as workflow commands of GitHub Actions: the host shows each at its line in the pull request."""

from collections.abc import Iterator

from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN
from szai_assess.report import Checked
from szai_assess.report.entries import FAILED, Entry, entries, title
from szai_assess.report.paths import relative
from szai_assess.text import visible

COMMANDS = {FAILED: "error", BLOCK: "error", WARN: "warning", WAIVED: "notice", SKIPPED: "notice"}
GRAVEST = tuple(COMMANDS)  # the host shows only the first of each kind in a step
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
VALUE = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def data(text: str) -> str:
    """A text as the message of a command."""
    return text.translate(DATA)


def value(text: str) -> str:
    """A text as a property of a command."""
    return text.translate(VALUE)


def command(each: Checked, entry: Entry) -> str:
    """One finding as a command; ``##[``, an older form of command, does not survive in it."""
    told = {"file": visible(relative(each.file))}
    told |= {"line": str(entry.line)} if entry.line else {}
    told |= {"col": str(entry.column)} if entry.column else {}
    told |= {"title": f"{entry.code} {title(each)}"}
    properties = ",".join(f"{name}={value(text)}" for name, text in told.items())
    law = " ".join(entry.cites)
    told_of = "\n".join(filter(None, (entry.message, entry.advice and f"→ {entry.advice}", entry.remark, law)))
    return f"::{COMMANDS[entry.level]} {properties}::{data(told_of)}".replace("##[", "## [")


def commands(checked: list[Checked], language: str) -> Iterator[str]:
    """All findings, the gravest first."""
    found = [(each, entry) for each in checked for entry in entries(each, language)]
    for each, entry in sorted(found, key=lambda told: GRAVEST.index(told[1].level)):
        yield command(each, entry)


def report(checked: list[Checked], language: str) -> str:
    """The whole report; empty where nothing was found."""
    return "".join(f"{line}\n" for line in commands(checked, language))
