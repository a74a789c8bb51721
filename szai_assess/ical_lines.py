"""Lines of an iCalendar file (RFC 5545), all-day events only. Same events, same bytes: nothing here asks a clock."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from szai_assess.digest import sha256
from szai_assess.text import visible

LINE = 75  # octets of a line without its end
DIGITS = 32  # hexadecimal digits of a key
OLDEST = "1980-01-01"  # where no day is known
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})


class Event(NamedTuple):
    """One day, all day long; ``revised`` is the day by which a later statement of the same event is known."""

    uid: str
    revised: str
    day: str
    summary: str
    description: str
    category: str


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


def uid(*parts: str) -> str:
    """What tells an event from others, whatever its date, words and language: reading a file in again moves it."""
    return f"{sha256(chr(0).join(parts).encode()).partition(':')[2][:DIGITS]}@szai-assess"


def lines(event: Event) -> list[str]:
    """One event; it keeps nobody busy."""
    revised = event.revised or OLDEST
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{revised.replace('-', '')}T000000Z",
        f"SEQUENCE:{date.fromisoformat(revised).toordinal()}",
        f"DTSTART;VALUE=DATE:{event.day.replace('-', '')}",
        f"SUMMARY:{escaped(event.summary)}",
        f"DESCRIPTION:{escaped(event.description)}",
        f"CATEGORIES:{escaped(event.category)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def calendar(events: Iterable[Event], language: str) -> bytes:
    """The whole file."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//szai-assess//calendar//{language.upper()}"]
    body = [line for event in events for line in lines(event)]
    return "".join(map(folded, [*head, "CALSCALE:GREGORIAN", *body, "END:VCALENDAR"])).encode()
