"""What ``check`` found, in the format that its reader reads. A formatter gives text; it never prints."""

from collections.abc import Callable
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.errors import AssessError
from szai_assess.finding import Finding


class Checked(NamedTuple):
    """One file: judged with findings, or an error on the way."""

    file: str
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    error: AssessError | None


Formatter = Callable[[list[Checked], str], str]


def as_text(checked: list[Checked], language: str) -> str:
    """For people."""
    from szai_assess.report.text import report

    return report(checked, language)


def as_json(checked: list[Checked], language: str) -> str:
    """For programs: an array, one object a file, both languages."""
    from szai_assess.report.json import report

    return report(checked, language)


REPORTERS: dict[str, Formatter] = {"text": as_text, "json": as_json}
