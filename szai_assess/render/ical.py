"""The days to keep as an iCalendar file. Same dossier, same bytes."""

from szai_assess import ical_lines
from szai_assess.calendar_days import plain_day
from szai_assess.document import Dossier, Milestone
from szai_assess.ical_lines import Event, escaped, folded
from szai_assess.messages import say

__all__ = ["calendar", "escaped", "folded"]


def uid(dossier: Dossier, day: Milestone) -> str:
    """What tells an event from others; of an application without a name only its answers tell it from others."""
    return ical_lines.uid(dossier.product or dossier.digest, dossier.pack.partition("@")[0], day.kind, day.id)


def revised(dossier: Dossier) -> str:
    """The day of the assessment, or that of the sources where it is not known: what is read in later must not seem older."""
    return plain_day(dossier.assessed_on) or plain_day(dossier.as_of)


def event(dossier: Dossier, day: Milestone) -> Event:
    """One day."""
    language = dossier.language
    kind, named = say(f"paper.{day.kind}", language), day.label
    if dossier.product:
        named = say("paper.event", language, product=dossier.product, label=day.label)
    told = say("paper.period", language, kind=kind, source=day.source)
    return Event(uid(dossier, day), revised(dossier), day.date, named, told, kind)


def calendar(dossier: Dossier) -> bytes:
    """The whole file."""
    return ical_lines.calendar((event(dossier, day) for day in dossier.milestones), dossier.language)
