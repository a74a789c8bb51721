"""The days to keep after the launch: what the tool suggests for the tier, and what sources set for obligations that may apply.

Every day is counted from the launch date that was stated; without one there is none.
"""

from collections.abc import Iterator, Sequence

from szai_assess.assessment import Assessment
from szai_assess.calendar_days import plain_day, recurring
from szai_assess.citing import cited
from szai_assess.document import STATUTORY, SUGGESTED, Milestone
from szai_assess.verdict import LIKELY
from szai_assess.words import Words

AHEAD = 4  # how many suggested days are given
REVIEW = "review"  # what the suggested days are called where obligations have their ids
MARKS = {"zh": ("、", "：", "；"), "en": ("; ", ": ", "; ")}


def launched(assessment: Assessment) -> str:
    """The launch date, where what was stated is a plain day."""
    question, _, field = assessment.words.tree["pack"].get("launch_date", "").partition(".")
    return plain_day(assessment.answers.field(question, field))


def cadence(assessment: Assessment) -> int:
    """The suggested period in months for the tier to prepare for; 0 where the pack suggests none or nothing is supervised."""
    verdict = assessment.verdict
    suggested = assessment.words.tree["pack"].get("cadence", {}).get(verdict.highest)
    return int(suggested["months"]) if suggested and verdict.supervision else 0


def set_by_sources(assessment: Assessment) -> Iterator[str]:
    """The obligations that may apply, by what is stated, and whose source sets a period."""
    described = assessment.words.tree["obligations"]
    for ident, status in assessment.verdict.obligations:
        if status == LIKELY and "every" in described[ident]:
            yield ident


def source_of(words: Words, ident: str, language: str) -> str:
    """What sets an obligation's period, and that the day it counts from is not the source's."""
    between, colon, then = MARKS[language]
    cites = between.join(cite.label for cite in cited(words, words.tree["obligations"][ident]["cites"], language))
    deadline = words.label("obligations", ident, "deadline", language=language).rstrip("。.")
    return f"{cites}{colon}{deadline}{then}{words.label('pack', 'counted_from', language=language)}"


def numbered(what: str, days: Sequence[str], kind: str, label: str, source: str) -> list[Milestone]:
    """The days of one thing that recurs, each with its number."""
    return [Milestone(f"{what}-{number}", day, kind, label, source) for number, day in enumerate(days, 1)]


def milestones(assessment: Assessment, language: str) -> tuple[Milestone, ...]:
    """The days by date: the next suggested ones after the day of the assessment, and what sources set until the last of them."""
    words, launch, months = assessment.words, launched(assessment), cadence(assessment)
    after = plain_day(assessment.answers.assessed_on)
    days = recurring(launch, months, AHEAD, after) if launch and months else ()
    if not days:
        return ()
    label = words.label("pack", "cadence", assessment.verdict.highest, language=language)
    source = words.label("pack", "cadence_source", language=language)
    found = numbered(REVIEW, days, SUGGESTED, label, source)
    for ident in set_by_sources(assessment):
        period = int(words.tree["obligations"][ident]["every"]["months"])
        title = words.label("obligations", ident, "title", language=language)
        due = recurring(launch, period, AHEAD, after)
        within = [day for day in due if day <= days[-1]] or due[:1]
        found += numbered(ident, within, STATUTORY, title, source_of(words, ident, language))
    return tuple(sorted(found, key=lambda each: (each.date, each.kind)))
