"""Waivers: which demands of a policy are set aside for an application, until when, and which waivers do nothing. Pure.

A waiver sets aside a demand of the policy and nothing else: what the verdict holds, a suspected prohibited act before all,
is never among the codes that a waiver may name.
"""

from collections.abc import Iterator, Sequence

from szai_assess.calendar_days import day_in, days_between
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN, Finding, Remark
from szai_assess.policy import OBSERVE, WAIVABLE, Policy, Waiver

SOON = 14  # days before its end at which a waiver is warned about


def day_for(waiver: Waiver, today: str, now: str) -> str:
    """The day where the waiver counts its days: of this instant, else the day that was given."""
    return day_in(waiver.zone, now) if now else today


def standing(waiver: Waiver, digest: str, today: str, now: str) -> str:
    """Why a waiver does not hold: a code; empty where it does."""
    day = day_for(waiver, today, now)
    if waiver.answers_digest != digest:
        return "G052"
    if not day or day < waiver.since:
        return "G051"
    return "G050" if day > waiver.until else ""


def weighed(
    findings: Sequence[Finding], policy: Policy, application: str, digest: str, today: str, now: str = ""
) -> tuple[Finding, ...]:
    """The findings with those set aside that a waiver covers, the state of this application's waivers after them."""
    mine = [waiver for waiver in policy.waivers if waiver.application == application]
    holding = {waiver.finding: waiver for waiver in mine if not standing(waiver, digest, today, now)}
    set_aside = tuple(set_apart(finding, holding.get(finding.code), policy) for finding in findings)
    return (*set_aside, *about(mine, policy, digest, findings, today, now))


def set_apart(finding: Finding, waiver: Waiver | None, policy: Policy) -> Finding:
    """A finding under its waiver; a demand that is only observed blocks nothing."""
    if finding.level != BLOCK or finding.code not in WAIVABLE:
        return finding
    if waiver is not None:
        details = {"approver": waiver.approver, "until": waiver.until, "zone": waiver.zone, "reason": waiver.reason}
        return finding._replace(level=WAIVED, remark=Remark("check.waived_by", details))
    if policy.mode == OBSERVE:
        return finding._replace(level=SKIPPED, remark=Remark("check.observed"))
    return finding


def about(
    waivers: Sequence[Waiver], policy: Policy, digest: str, findings: Sequence[Finding], today: str, now: str
) -> Iterator[Finding]:
    """What the reader must know of each waiver: that it does not hold, ends soon, or sets nothing aside."""
    blocked = {finding.code for finding in findings if finding.level == BLOCK}
    for waiver in waivers:
        details = {
            "code": waiver.finding,
            "since": waiver.since,
            "until": waiver.until,
            "zone": waiver.zone,
            "file": policy.file,
            "line": str(waiver.line),
        }
        why = standing(waiver, digest, today, now)
        if why:
            yield Finding(why, WARN, 0, details)
        elif waiver.finding not in blocked:
            yield Finding("G054", WARN, 0, details)
        elif days_between(day_for(waiver, today, now), waiver.until) < SOON:
            yield Finding("G053", WARN, 0, details)
