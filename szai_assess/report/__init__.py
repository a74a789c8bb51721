"""What ``check`` found, in the format that its reader reads. A formatter gives text; it never prints."""

from collections.abc import Callable
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.errors import AssessError
from szai_assess.filed import NOTHING_FILED, Filed
from szai_assess.finding import Finding
from szai_assess.policy import NO_POLICY, Policy


class Checked(NamedTuple):
    """One file: judged with findings, or an error on the way.

    ``filed`` is what lies beside it, ``policy`` what it was held to, ``today`` the day of the check (empty: none is known);
    only the register reads them.
    """

    file: str
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    error: AssessError | None
    filed: Filed = NOTHING_FILED
    policy: Policy = NO_POLICY
    today: str = ""


Formatter = Callable[[list[Checked], str], str]


def as_text(checked: list[Checked], language: str) -> str:
    """For people."""
    from szai_assess.report.text import report

    return report(checked, language)


def as_json(checked: list[Checked], language: str) -> str:
    """For programs: an array, one object a file, both languages."""
    from szai_assess.report.json import report

    return report(checked, language)


def as_sarif(checked: list[Checked], language: str) -> str:
    """For code hosts: SARIF 2.1.0."""
    from szai_assess.report.sarif import report

    return report(checked, language)


def as_junit(checked: list[Checked], language: str) -> str:
    """For build servers: JUnit XML."""
    from szai_assess.report.junit import report

    return report(checked, language)


def as_github(checked: list[Checked], language: str) -> str:
    """For the log of a GitHub job: a workflow command a finding, which the host shows at its line."""
    from szai_assess.report.github import report

    return report(checked, language)


def as_summary(checked: list[Checked], language: str) -> str:
    """For the summary page of a GitHub job: Markdown."""
    from szai_assess.report.summary import report

    return report(checked, language)


def as_html(checked: list[Checked], language: str) -> str:
    """The register as one page."""
    from szai_assess.report.html import report

    return report(checked, language)


def as_csv(checked: list[Checked], language: str) -> str:
    """The register as a sheet."""
    from szai_assess.report.csv import report

    return report(checked, language)


REPORTERS: dict[str, Formatter] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
}
FILE_REPORTERS: dict[str, Formatter] = {**REPORTERS, "summary": as_summary, "html": as_html, "csv": as_csv}


def encoded(report: str) -> bytes:
    """A report as the bytes of its file: UTF-8, its line ends as the format has them."""
    return report.encode("utf-8", "backslashreplace")
