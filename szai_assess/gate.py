"""The release check: what lets an application through, and what the reader must know. Pure: the day is a parameter."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.clarity import unclear
from szai_assess.filed import NOTHING_FILED, Filed
from szai_assess.finding import BLOCK, WARN, Finding
from szai_assess.pack import EVIDENCED
from szai_assess.policy import NO_POLICY, Policy
from szai_assess.standing import standing
from szai_assess.text import Text, one_line
from szai_assess.verdict import INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED


class Limits(NamedTuple):
    """What the gate is held to: the highest tier let through (empty: no cap), the policy, and the time.

    ``today`` is the day (empty: none is known), ``now`` the instant in UTC (empty: the day is the same in every time zone).
    """

    max_tier: str = ""
    today: str = ""
    now: str = ""
    policy: Policy = NO_POLICY


def blocks(assessment: Assessment, limits: Limits) -> Iterator[Finding]:
    """What does not let through."""
    verdict = assessment.verdict
    for number, ((_, status), (name, *_)) in enumerate(
        zip(verdict.red_lines, assessment.pack.red_lines, strict=True), 1
    ):
        if (verdict.outcome, status) in ((PROHIBITED, INDICATED), (ON_HOLD, UNRESOLVED)):
            code = "G001" if status == INDICATED else "G002"
            yield Finding(
                code, BLOCK, assessment.line(name), {"item": str(number), "question": assessment.question(name)}
            )
    for name in verdict.open.blocking:
        details: dict[str, str | Text] = {"id": name, "question": assessment.question(name)}
        yield Finding("G003", BLOCK, assessment.line(name), details)
    cap, rank = limits.max_tier, assessment.pack.tiers.index
    if cap and verdict.outcome != OUT_OF_SCOPE and rank(verdict.highest) > rank(cap):
        words = {"tier": assessment.words_at("pack", "outcomes", verdict.highest)}
        yield Finding(
            "G004", BLOCK, assessment.leading_line(), {**words, "cap": assessment.words_at("pack", "outcomes", cap)}
        )


def about_outcome(assessment: Assessment) -> Iterator[Finding]:
    """What the reader of the outcome must know."""
    verdict, pack = assessment.verdict, assessment.pack
    if verdict.graded and verdict.outcome == pack.tiers[-1]:
        mode = assessment.words_at("pack", "supervisions", verdict.supervision)
        yield Finding("G010", WARN, 0, {"tier": assessment.words_at("pack", "outcomes", verdict.outcome), "mode": mode})
    if verdict.outcome == OUT_OF_SCOPE:
        law = assessment.words_at("sources", str(assessment.words.tree["law"]["source"]), "short")
        for reason in assessment.reasons:  # out of scope there is no other reason than that
            yield Finding("G011", WARN, 0, {"law": law, "because": assessment.words_at("rows", reason.row, "because")})
    if not verdict.settled and verdict.outcome != OUT_OF_SCOPE:
        told = Text(*(standing(assessment.words, verdict, language) for language in ("zh", "en")))
        yield Finding("G018" if assessment.uninformative else "G017", WARN, 0, {"standing": told})


def about_results(assessment: Assessment) -> Iterator[Finding]:
    """Answers that are missing and on which only a further result rests: they block nothing, since it may turn out not to arise."""
    for name in assessment.verdict.open.required:
        if name not in assessment.verdict.open.blocking:
            details: dict[str, str | Text] = {"id": name, "question": assessment.question(name)}
            yield Finding("G020", WARN, assessment.line(name), details)


def about_answers(assessment: Assessment) -> Iterator[Finding]:
    """What the reader of the answers must know: what lacks evidence or a note, what has no effect."""
    answers, asked = assessment.answers, assessment.verdict.state.asked
    for number, question in enumerate(assessment.pack.questions):
        value = answers.values.get(question.id)
        for row, chosen in value.items() if isinstance(value, Mapping) and asked[number] else ():
            name = f"{question.id}.{row}"
            if question.type == "matrix" and chosen == EVIDENCED and name not in answers.evidence:
                yield Finding("G012", WARN, assessment.line(name), {"id": name, "question": assessment.question(name)})
    for row in assessment.pack.red_lines:
        name = row.name
        if assessment.value(name) not in (None, row.options[0]) and name not in answers.notes:
            yield Finding("G014", WARN, assessment.line(name), {"id": name, "question": assessment.question(name)})
    for ident in assessment.verdict.hidden:
        yield Finding("G013", WARN, assessment.line(ident), {"id": ident, "question": assessment.question(ident)})


def about_pack(assessment: Assessment, limits: Limits) -> Iterator[Finding]:
    """What the reader must know of the pack: another version than the file names, one in front of the shipped one, and its age."""
    pack = assessment.pack
    if assessment.version and assessment.version != pack.version:
        named, used = f"{pack.id}@{assessment.version}", f"{pack.id}@{pack.version}"
        yield Finding("G015", WARN, assessment.line("pack"), {"named": named, "used": used})
    if pack.in_front:
        yield Finding("G024", WARN, assessment.line("pack"), {"pack": f"{pack.id}@{pack.version}", "shelf": pack.shelf})
    from szai_assess.calendar_days import days_between

    about = assessment.words.tree["pack"]
    if limits.today and days_between(about["looked_at"], limits.today) > about["stale_after_days"]:
        yield Finding("G016", WARN, 0, {"pack": f"{pack.id}@{pack.version}", "day": about["looked_at"]})


def unfinished(assessment: Assessment) -> Iterator[Finding]:
    """Whether the interview was ended."""
    if not assessment.answers.assessed_on:
        yield Finding("G019", WARN)


def examine(
    assessment: Assessment,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    filed: Filed = NOTHING_FILED,
) -> tuple[Finding, ...]:
    """All findings, those that block first."""
    found = (
        *blocks(assessment, limits),
        *under_policy(assessment, limits, filed),
        *about_outcome(assessment),
        *about_results(assessment),
        *unfinished(assessment),
        *about_answers(assessment),
        *unclear(assessment),
        *about_pack(assessment, limits),
    )
    return tuple(sorted(found, key=lambda finding: finding.level != BLOCK))


def under_policy(assessment: Assessment, limits: Limits, filed: Filed) -> tuple[Finding, ...]:
    """What the policy demands, with what its waivers set aside."""
    if limits.policy == NO_POLICY:
        return ()
    from szai_assess.demands import demanded
    from szai_assess.waiving import weighed

    name = one_line(assessment.answers.field(*assessment.pack.name_field))
    found = demanded(assessment, limits.policy, filed, limits.today)
    return weighed(found, limits.policy, name, digest(assessment.answers), limits.today, limits.now)


def passed(findings: tuple[Finding, ...]) -> bool:
    """Whether the gate lets through: nothing blocks."""
    return all(finding.level != BLOCK for finding in findings)
