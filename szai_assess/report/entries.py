"""What every format lists: each finding of a file and each fault that kept it from being judged, in words of one language."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from szai_assess.errors import AssessError
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN, Finding
from szai_assess.messages import advice, say
from szai_assess.record import application, cites
from szai_assess.report import Checked
from szai_assess.report.paths import named
from szai_assess.text import Text, one_line

FAILED = "failed"  # beside the levels of findings: the file could not be judged
MARKS = {
    FAILED: "portfolio.undecided",
    BLOCK: "check.block",
    WARN: "check.warn",
    WAIVED: "check.waived",
    SKIPPED: "check.skipped",
}
SUBJECTS = (
    "id",
    "item",
    "paper",
    "file",
    "role",
    "name",
    "code",
    "term",
)  # details that tell one finding from its like


class Entry(NamedTuple):
    """One finding or fault: where (0: the whole file), what, what to do, what is said beside it, the law it rests on.

    ``subject`` tells it from others of its code in any language and at any line: the answer, paper or role it is about.
    """

    code: str
    level: str
    line: int
    column: int
    message: str
    advice: str
    remark: str
    cites: tuple[str, ...]
    subject: str


def title(each: Checked) -> str:
    """The application's name; the file's where there is none."""
    return (application(each.assessment) if each.assessment else "") or named(each.file)


def subject(details: Mapping[str, str | Text]) -> str:
    """What a finding is about, the same in both languages."""
    told = (details.get(name, "") for name in SUBJECTS)
    return one_line(" ".join(each.zh if isinstance(each, Text) else each for each in told if each))


def of_finding(each: Checked, found: Finding, language: str) -> Entry:
    """A finding."""
    said = found.remark
    return Entry(
        found.code,
        found.level,
        found.line,
        0,
        say(found.code, language, **found.details),
        advice(found.code, language, **found.details),
        say(said.code, language, **said.details) if said else "",
        cites(each.assessment, found) if each.assessment else (),
        subject(found.details),
    )


def of_error(error: AssessError, file: str, language: str) -> Iterator[Entry]:
    """The faults of a file; the message of one whose place is elsewhere, such as in a pack, begins with that place."""
    for fault in error.faults:
        here = fault.place.file == file
        message = say(fault.code, language, **fault.details)
        yield Entry(
            fault.code,
            FAILED,
            fault.place.line if here else 0,
            fault.place.column if here else 0,
            message if here else f"{named(str(fault.place))}: {message}",
            advice(fault.code, language, **fault.details),
            "",
            (),
            subject(fault.details),
        )


def entries(each: Checked, language: str) -> Iterator[Entry]:
    """Everything found in a file, in its order."""
    if each.error is not None:
        yield from of_error(each.error, each.file, language)
    for found in each.findings:
        yield of_finding(each, found, language)
