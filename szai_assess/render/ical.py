"""The days to keep as an iCalendar file (RFC 5545). Same dossier, same bytes: nothing here asks a clock."""

from datetime import date

from szai_assess.calendar_days import plain_day
from szai_assess.digest import sha256
from szai_assess.document import Dossier, Milestone
from szai_assess.messages import say
from szai_assess.text import visible

LINE = 75  # octets of a line without its end
DIGITS = 32  # hexadecimal digits of a key
OLDEST = "1980-01-01"  # where no day is known
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})


def escaped(text: str) -> str:
    """A text as a value, with nothing in it that could end the line or steer what shows it."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n")).translate(ESCAPES)


def folded(line: str) -> str:
    """A line in parts of no more than 75 octets, none of which ends within a character."""
    parts, room = [""], LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append("")
            room = LINE - 1
        parts[-1] += sign
        room -= size
    return "\r\n ".join(parts) + "\r\n"


def uid(dossier: Dossier, day: Milestone) -> str:
    """What tells an event from others, whatever its date, words and language: reading the file in again moves it.

    Of an application without a name only its answers tell it from others.
    """
    pack = dossier.pack.partition("@")[0]
    key = "\0".join((dossier.product or dossier.digest, pack, day.kind, day.id))
    return f"{sha256(key.encode()).partition(':')[2][:DIGITS]}@szai-assess"


def revised(dossier: Dossier) -> str:
    """The day of the assessment, or that of the sources where it is not known: what is read in later must not seem older."""
    return plain_day(dossier.assessed_on) or plain_day(dossier.as_of) or OLDEST


def event(dossier: Dossier, day: Milestone) -> list[str]:
    """One day, all day long; it keeps nobody busy."""
    language, revision = dossier.language, revised(dossier)
    kind, named = say(f"paper.{day.kind}", language), day.label
    if dossier.product:
        named = say("paper.event", language, product=dossier.product, label=day.label)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid(dossier, day)}",
        f"DTSTAMP:{revision.replace('-', '')}T000000Z",
        f"SEQUENCE:{date.fromisoformat(revision).toordinal()}",
        f"DTSTART;VALUE=DATE:{day.date.replace('-', '')}",
        f"SUMMARY:{escaped(named)}",
        f"DESCRIPTION:{escaped(say('paper.period', language, kind=kind, source=day.source))}",
        f"CATEGORIES:{escaped(kind)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def calendar(dossier: Dossier) -> bytes:
    """The whole file."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//szai-assess//calendar//{dossier.language.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    events = [line for day in dossier.milestones for line in event(dossier, day)]
    return "".join(map(folded, [*head, *events, "END:VCALENDAR"])).encode()
