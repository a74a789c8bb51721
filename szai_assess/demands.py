"""What the policy of an organisation demands of an application, held against what there is. Pure: the day is a parameter."""

from collections.abc import Iterable, Iterator, Mapping

from szai_assess.answers import digest
from szai_assess.approving import lapses
from szai_assess.assessment import Assessment
from szai_assess.calendar_days import days_between
from szai_assess.errors import Fault, Place
from szai_assess.filed import Approval, Filed, PaperFile
from szai_assess.finding import BLOCK, SKIPPED, Finding, Remark
from szai_assess.messages import say
from szai_assess.policy import ALL, REFUSE, Policy
from szai_assess.text import Text, nearest
from szai_assess.verdict import OUT_OF_SCOPE

Details = Mapping[str, str | Text]


def unfit(assessment: Assessment, policy: Policy) -> tuple[Fault, ...]:
    """What the policy names and this pack does not have: tiers, documents, roles."""
    tree = assessment.words.tree
    named = (
        ("max_tier", (policy.max_tier,) if policy.max_tier else (), assessment.pack.tiers),
        ("papers", () if policy.papers == ALL else policy.papers, tuple(tree["documents"])),
        ("approvals", policy.approvals, tuple(tree["pack"]["who"])),
    )
    return tuple(
        Fault(
            "W016",
            Place(policy.file, policy.lines.get(setting, 0)),
            {"value": value, "where": setting, "known": ", ".join(known), "nearest": nearest(value, known) or "-"},
        )
        for setting, values, known in named
        for value in values
        if value not in known
    )


def demanded(assessment: Assessment, policy: Policy, filed: Filed, today: str) -> tuple[Finding, ...]:
    """Each demand that is not met, and those that cannot apply."""
    return (
        *about_tier(assessment, policy),
        *about_unknowns(assessment, policy),
        *about_age(assessment, policy, today),
        *about_pack(assessment, policy),
        *about_papers(assessment, policy, filed),
        *about_blanks(assessment, policy, filed),
        *about_approvals(assessment, policy, filed, today),
    )


def about_tier(assessment: Assessment, policy: Policy) -> Iterator[Finding]:
    """The highest tier that is let through."""
    verdict, tiers = assessment.verdict, assessment.pack.tiers
    if not policy.max_tier or verdict.outcome == OUT_OF_SCOPE:
        return
    if tiers.index(verdict.highest) > tiers.index(policy.max_tier):
        tier, cap = (assessment.words_at("pack", "outcomes", each) for each in (verdict.highest, policy.max_tier))
        yield Finding("G030", BLOCK, assessment.leading_line(), {"tier": tier, "cap": cap})


def about_unknowns(assessment: Assessment, policy: Policy) -> Iterator[Finding]:
    """Answers that say "not sure"."""
    for name in assessment.verdict.open.unknown if policy.unknowns == REFUSE else ():
        yield Finding("G031", BLOCK, assessment.line(name), {"id": name, "question": assessment.question(name)})


def about_age(assessment: Assessment, policy: Policy, today: str) -> Iterator[Finding]:
    """How old an assessment may be; where that cannot be told, it is not let through."""
    day, line = assessment.answers.assessed_on, assessment.line("assessed_on")
    if not policy.max_age:
        return
    if not day or not today:
        yield Finding("G032", BLOCK, line)
        return
    age = days_between(day, today)
    if age < 0:
        yield Finding("G033", BLOCK, line, {"day": day, "today": today})
    elif age > policy.max_age:
        yield Finding("G034", BLOCK, line, {"day": day, "age": str(age), "most": str(policy.max_age)})


def about_pack(assessment: Assessment, policy: Policy) -> Iterator[Finding]:
    """The packs that are accepted, by id or by id and version."""
    pack = assessment.pack
    used = f"{pack.id}@{pack.version}"
    if policy.packs and not {pack.id, used} & set(policy.packs):
        yield Finding("G035", BLOCK, assessment.line("pack"), {"pack": used, "known": ", ".join(policy.packs)})


def wanted_papers(assessment: Assessment, policy: Policy) -> tuple[str, ...]:
    """The documents that must be there."""
    return assessment.verdict.documents if policy.papers == ALL else policy.papers


def about_papers(assessment: Assessment, policy: Policy, filed: Filed) -> Iterator[Finding]:
    """Papers that must be there and rest on these very answers and this pack."""
    answers = digest(assessment.answers)
    record = filed.record or {}
    same_pack = (record.get("pack") or {}).get("digest") == assessment.pack.digest
    for document in wanted_papers(assessment, policy):
        details: Details = {"paper": assessment.words_at("documents", document, "title"), "folder": filed.folder}
        if document not in assessment.verdict.documents:
            yield Finding("G036", SKIPPED, 0, details, Remark("check.not_asked_for"))
            continue
        there = [paper for paper in filed.papers if paper.document == document and paper.now]
        if not there:
            yield Finding("G036", BLOCK, 0, details)
        outdated = [paper.name for paper in there if paper.answers_digest != answers or not same_pack]
        if outdated:
            yield Finding("G037", BLOCK, 0, {**details, "files": ", ".join(outdated)})


def about_blanks(assessment: Assessment, policy: Policy, filed: Filed) -> Iterator[Finding]:
    """Blanks that may not stay open, in each paper's format that is filled in furthest."""
    for paper in furthest(assessment, filed) if policy.open_blanks else ():
        for kind, most in policy.open_blanks.items():
            left = paper.open_blanks.get(kind, 0)
            if left > most:
                word = Text(*(say(f"check.blank_{kind}", language) for language in ("zh", "en")))
                details: Details = {"file": paper.name, "left": str(left), "most": str(most), "kind": word}
                yield Finding("G038", BLOCK, 0, details)


def furthest(assessment: Assessment, filed: Filed) -> Iterator[PaperFile]:
    """Of each paper in each language the file with the fewest open blanks: people fill in one format, not all."""
    wanted = [each for each in filed.papers if each.now and each.document in assessment.verdict.documents]
    for named in dict.fromkeys((each.document, each.language) for each in wanted):
        yield min(
            (each for each in wanted if (each.document, each.language) == named),
            key=lambda each: sum(each.open_blanks.values()),
        )


def about_approvals(assessment: Assessment, policy: Policy, filed: Filed, today: str) -> Iterator[Finding]:
    """Roles that must have approved exactly this."""
    for role in policy.approvals:
        given = [approval for approval in filed.approvals if approval.approver.role == role]
        named = assessment.words_at("pack", "who", role)
        if not given:
            yield Finding("G039", BLOCK, 0, {"role": named, "id": role})
        weighed = [(approval, lapses(approval, assessment, filed, today)) for approval in given]
        if all(reasons for _, reasons in weighed):
            for approval, reasons in weighed:
                yield from lapsed(assessment, approval, reasons)


def lapsed(assessment: Assessment, approval: Approval, reasons: Iterable[Remark]) -> Iterator[Finding]:
    """An approval that no longer counts, once for each reason."""
    details: Details = {
        "role": assessment.words_at("pack", "who", approval.approver.role),
        "name": approval.approver.name,
        "day": approval.date,
        "file": approval.file,
    }
    for why in reasons:
        yield Finding("G040", BLOCK, 0, details, why)
