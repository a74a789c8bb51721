"""The register: one row an application, so that somebody who answers for fifty of them sees all at once. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.filed import Approval
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN
from szai_assess.gate import passed
from szai_assess.messages import say
from szai_assess.record import application
from szai_assess.report import Checked
from szai_assess.report.paths import named
from szai_assess.text import one_line
from szai_assess.verdict import OUT_OF_SCOPE

PASSED, BLOCKED, UNDECIDED = "passed", "blocked", "undecided"
GATES = {PASSED: "portfolio.passed", BLOCKED: "portfolio.blocked", UNDECIDED: "portfolio.undecided"}


class Row(NamedTuple):
    """One application, in words of one language; what is not known is empty.

    ``gate`` is ``passed``, ``blocked`` or ``undecided``; ``kind`` the outcome by the pack's name, ``graded`` whether it is a tier,
    ``range`` the tier or the ends of its range; ``approved`` and ``missing`` are roles; ``counts`` says how many findings there are
    of each level.
    """

    application: str
    file: str
    gate: str
    kind: str
    graded: bool
    outcome: str
    range: str
    owner: str
    approved: tuple[str, ...]
    missing: tuple[str, ...]
    due: str
    due_for: str
    assessed_on: str
    pack: str
    digest: str
    counts: tuple[tuple[str, int], ...]

    @property
    def name(self) -> str:
        """What it is called: by its file where it has no name."""
        return self.application or self.file


def range_of(assessment: Assessment, language: str) -> str:
    """The tier, or the lowest and the highest that are possible; empty where there is none."""
    verdict = assessment.verdict
    if verdict.outcome == OUT_OF_SCOPE:
        return ""
    ends = dict.fromkeys((verdict.lowest, verdict.highest))
    return "—".join(assessment.words.label("pack", "outcomes", tier, language=language) for tier in ends)


def owner(each: Checked, assessment: Assessment) -> str:
    """Who answers for it: whom the pack's field ``owner`` names, else who wrote what was approved."""
    question, _, field = str(assessment.words.tree["pack"].get("owner", "")).partition(".")
    stated = one_line(assessment.answers.field(question, field)) if field else ""
    authors = (one_line(approval.author.name) for approval in reversed(each.filed.approvals))
    return stated or next(filter(None, authors), "")


def counts(approval: Approval, each: Checked, assessment: Assessment) -> bool:
    """Whether an approval still stands."""
    from szai_assess.approving import lapses

    return not lapses(approval, assessment, each.filed, each.today)


def role(assessment: Assessment, name: str, language: str) -> str:
    """A role by the pack's word for it."""
    return one_line(assessment.words.label("pack", "who", name, language=language))


def approvals(each: Checked, assessment: Assessment, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles that approved and whose approval still counts; those that the policy demands besides."""
    given = dict.fromkeys(
        approval.approver.role for approval in each.filed.approvals if counts(approval, each, assessment)
    )
    wanting = (name for name in each.policy.approvals if name not in given)
    return (
        tuple(role(assessment, name, language) for name in given),
        tuple(role(assessment, name, language) for name in wanting),
    )


def next_day(each: Checked, assessment: Assessment, language: str) -> tuple[str, str]:
    """The next day to keep on or after the day of the check and what for; empty where none is known."""
    if not assessment.verdict.graded:
        return "", ""
    from datetime import date, timedelta

    from szai_assess.milestones import milestones

    answers, today = assessment.answers, each.today
    if today:
        eve = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
        answers = answers._replace(assessed_on=max(eve, answers.assessed_on))
    found = milestones(assessment._replace(answers=answers), language)
    return (found[0].date, one_line(found[0].label)) if found else ("", "")


def levels(each: Checked) -> tuple[tuple[str, int], ...]:
    """How many findings there are of each level."""
    found = [finding.level for finding in each.findings]
    return tuple((level, found.count(level)) for level in (BLOCK, WARN, WAIVED, SKIPPED))


def row(each: Checked, language: str) -> Row:
    """The row of one file."""
    assessment = each.assessment
    if assessment is None:
        words, file = say("portfolio.undecided", language), named(each.file)
        return Row("", file, UNDECIDED, UNDECIDED, False, words, "", "", (), (), "", "", "", "", "", levels(each))
    verdict, pack = assessment.verdict, assessment.pack
    approved, missing = approvals(each, assessment, language)
    return Row(
        application(assessment),
        named(each.file),
        PASSED if passed(each.findings) else BLOCKED,
        verdict.outcome,
        verdict.graded,
        one_line(assessment.words.label("pack", "outcomes", verdict.outcome, language=language)),
        one_line(range_of(assessment, language)),
        owner(each, assessment),
        approved,
        missing,
        *next_day(each, assessment, language),
        assessment.answers.assessed_on,
        f"{pack.id}@{pack.version}",
        digest(assessment.answers),
        levels(each),
    )


def rows(checked: list[Checked], language: str) -> list[Row]:
    """The rows, in the order of the files."""
    return [row(each, language) for each in checked]


def result(row: Row) -> str:
    """The outcome in few words: a tier with its range, otherwise what stands in its place."""
    return row.range if row.graded else row.outcome


def told_approval(row: Row, language: str) -> str:
    """The approvals in few words: who approved, who is missing."""
    comma = say("portfolio.comma", language)
    missing = say("portfolio.missing", language, roles=comma.join(row.missing)) if row.missing else ""
    return say("portfolio.semicolon", language).join(filter(None, (comma.join(row.approved), missing)))


def cells(row: Row, language: str) -> Iterator[str]:
    """A row as the columns of ``heads``."""
    yield row.name
    yield result(row)
    yield say(GATES[row.gate], language)
    yield row.owner
    yield told_approval(row, language)
    yield row.due


def heads(language: str) -> tuple[str, ...]:
    """The columns that everybody reads."""
    return (
        say("portfolio.application", language),
        say("portfolio.outcome", language),
        say("portfolio.gate", language),
        say("portfolio.owner", language),
        say("portfolio.approval", language),
        say("portfolio.due", language),
    )
