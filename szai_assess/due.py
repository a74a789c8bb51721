"""What falls due: reviews, tracking, waivers, approvals, the age of an assessment and of a pack. Pure: the day is a parameter.

Each entry says what sets its day: a source, this tool's suggestion, the organisation's policy, or the tool's care for its
packs. A day that has passed is told as passed, with nothing later on record: whether a thing was done nobody here knows.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.calendar_days import later, plain_day
from szai_assess.digest import short
from szai_assess.filed import Approval
from szai_assess.finding import Remark
from szai_assess.ical_lines import uid
from szai_assess.messages import say
from szai_assess.milestones import cadence, launched, milestones
from szai_assess.policy import NO_POLICY, Policy, Waiver
from szai_assess.text import Text, one_line
from szai_assess.waiving import SOON

OVERDUE, DUE, LATER = "overdue", "due", "later"
POLICY, TOOL = "policy", "tool"  # what sets a day, beside what milestones know
LANGUAGES = ("zh", "en")


class Entry(NamedTuple):
    """A day: what is due for which application, and what sets it.

    ``uid`` is that of the same event in the papers' calendar; ``revised`` the day by which a later statement of it is known.
    """

    date: str
    status: str
    kind: str
    what: Text
    source: Text
    application: str
    file: str
    uid: str
    revised: str


class Undated(NamedTuple):
    """An application of which no day can be counted, and why."""

    application: str
    file: str
    why: Text


class Subject(NamedTuple):
    """An application that was judged, its file, and its approvals that no longer count, with the reasons."""

    file: str
    assessment: Assessment
    lapsed: tuple[tuple[Approval, tuple[Remark, ...]], ...] = ()

    @property
    def name(self) -> str:
        """The application's name as the answers give it."""
        return self.assessment.answers.field(*self.assessment.pack.name_field).strip()

    @property
    def owner(self) -> str:
        """What tells its events from others': its name, without one its answers."""
        return self.name or short(digest(self.assessment.answers))


class Agenda(NamedTuple):
    """What is due by date, what has no day, and how many days lie beyond the view, with the first of them."""

    entries: tuple[Entry, ...]
    undated: tuple[Undated, ...]
    beyond: int = 0
    next: str = ""

    @property
    def overdue(self) -> bool:
        """Whether a day has passed."""
        return any(entry.status == OVERDUE for entry in self.entries)


def told(key: str, /, **details: str | Text) -> Text:
    """A sentence in both languages."""
    return Text(*(say(key, language, **details) for language in LANGUAGES))


def after(day: str, days: int) -> str:
    """The day so many days later; empty where the calendar ends."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return ""


def until(today: str, within: str) -> str:
    """The last day of a view such as ``30d``, ``6w`` or ``3m``; empty where that is none."""
    number, unit = within[:-1], within[-1:]
    if not (number.isascii() and number.isdecimal() and len(number) <= 5):
        return ""
    if unit == "m":
        return later(today, int(number))
    return after(today, int(number) * {"d": 1, "w": 7}[unit]) if unit in ("d", "w") else ""


def tracked(subject: Subject) -> Iterator[Entry]:
    """The days counted from the launch: reviews that the tool suggests, and what sources set."""
    assessment = subject.assessment
    pack, about = assessment.pack.id, assessment.words.tree["pack"]
    revised = plain_day(assessment.answers.assessed_on) or about["measures_issued"]["as_of"]
    chinese, english = (milestones(assessment, language) for language in LANGUAGES)
    for one, other in zip(chinese, english, strict=True):
        yield Entry(
            one.date,
            "",
            one.kind,
            Text(one.label, other.label),
            Text(one.source, other.source),
            one_line(subject.name),
            subject.file,
            uid(subject.owner, pack, one.kind, one.id),
            revised,
        )


def aged(subject: Subject, policy: Policy) -> Iterator[Entry]:
    """The last day on which the policy takes the assessment."""
    day, pack = plain_day(subject.assessment.answers.assessed_on), subject.assessment.pack.id
    last = after(day, policy.max_age) if day and policy.max_age else ""
    if last:
        source = told("due.policy_age", file=policy.file, days=str(policy.max_age))
        key = uid(subject.owner, pack, POLICY, "max_age")
        name = one_line(subject.name)
        yield Entry(last, "", POLICY, told("due.age"), source, name, subject.file, key, day)


def lapsed(subject: Subject) -> Iterator[Entry]:
    """Approvals that no longer count; the day is that of the signature, which has passed in any case."""
    pack = subject.assessment.pack.id
    for approval, reasons in subject.lapsed:
        role = subject.assessment.words_at("pack", "who", approval.approver.role)
        why = Text(*(" ".join(say(r.code, language, **r.details) for r in reasons) for language in LANGUAGES))
        what = told("due.approval", role=role, name=approval.approver.name)
        source = told("due.lapsed", file=approval.file, why=why)
        key = uid(subject.owner, pack, "approval", approval.approver.role, approval.approver.name, approval.date)
        day = plain_day(approval.date[:10])
        if day:
            yield Entry(day, OVERDUE, POLICY, what, source, one_line(subject.name), subject.file, key, day)


def waived(waiver: Waiver, policy: Policy) -> Entry:
    """The last day of a waiver."""
    what = told("due.waiver", finding=waiver.finding, reason=waiver.reason)
    source = told("due.policy_waiver", file=policy.file, approver=waiver.approver, zone=waiver.zone)
    key = uid(waiver.application, "waiver", waiver.finding, waiver.answers_digest)
    name = one_line(waiver.application)
    return Entry(waiver.until, "", POLICY, what, source, name, policy.file, key, waiver.since)


def stale(assessment: Assessment) -> Entry | None:
    """The last day on which a pack counts as looked after."""
    pack, about = assessment.pack, assessment.words.tree["pack"]
    looked, days = about["looked_at"], int(about["stale_after_days"])
    last = after(looked, days)
    if not last:
        return None
    what = told("due.pack", pack=f"{pack.id}@{pack.version}")
    source = told("due.pack_age", day=looked, days=str(days))
    return Entry(last, "", TOOL, what, source, "", "", uid(pack.id, TOOL, "looked_at"), looked)


def undated(subject: Subject) -> Undated | None:
    """Why no day is counted for an application; nothing where some are."""
    assessment = subject.assessment
    if milestones(assessment, LANGUAGES[0]):
        return None
    if not cadence(assessment):
        why = told("due.no_period", outcome=assessment.words_at("pack", "outcomes", assessment.verdict.outcome))
    elif launched(assessment):
        why = told("due.no_more_days")
    else:
        why = told("due.no_launch", name=str(assessment.words.tree["pack"].get("launch_date", "-")))
    return Undated(one_line(subject.name), subject.file, why)


def status(entry: Entry, today: str, last: str) -> str:
    """Whether a day has passed, falls due within the view, or lies beyond."""
    view = max(last, after(today, SOON)) if entry.kind == POLICY and not entry.status else last
    if entry.status:
        return entry.status
    return OVERDUE if entry.date < today else DUE if entry.date <= view else LATER


def every(subjects: Sequence[Subject], policy: Policy) -> Iterator[Entry]:
    """Every day, in no order."""
    packs: dict[str, Assessment] = {}
    for subject in subjects:
        packs.setdefault(subject.assessment.pack.digest, subject.assessment)
        yield from (*tracked(subject), *aged(subject, policy), *lapsed(subject))
    yield from (waived(waiver, policy) for waiver in policy.waivers)
    yield from filter(None, map(stale, packs.values()))


def agenda(subjects: Sequence[Subject], today: str, last: str, policy: Policy = NO_POLICY) -> Agenda:
    """What has passed or falls due until a last day, by date."""
    weighed: Iterable[Entry] = (entry._replace(status=status(entry, today, last)) for entry in every(subjects, policy))
    entries = sorted(weighed, key=lambda each: (each.date, each.application, each.file, each.kind, each.uid))
    ahead = [entry.date for entry in entries if entry.status == LATER]
    listed = tuple(entry for entry in entries if entry.status != LATER)
    return Agenda(listed, tuple(filter(None, map(undated, subjects))), len(ahead), ahead[0] if ahead else "")
