"""The days to keep as an iCalendar file (RFC 5545). Same dossier, same bytes: nothing here asks a clock."""

from collections import Counter
from collections.abc import Iterator

from szai_assess.digest import sha256
from szai_assess.document import Dossier, Milestone
from szai_assess.messages import say
from szai_assess.text import visible

LINE = 75  # octets of a line without its end
DIGITS = 32  # hexadecimal digits of a key
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


def numbered(days: tuple[Milestone, ...]) -> Iterator[tuple[Milestone, int]]:
    """Every day with its number among those of the same kind and label, by date."""
    met: Counter[tuple[str, str]] = Counter()
    for day in days:
        met[day.kind, day.label] += 1
        yield day, met[day.kind, day.label]


def uid(dossier: Dossier, day: Milestone, number: int) -> str:
    """What tells an event from others, whatever its date, so that reading the file in again moves it."""
    pack = dossier.pack.partition("@")[0]
    key = "\0".join((dossier.product, pack, day.kind, day.label, str(number)))
    return f"{sha256(key.encode()).partition(':')[2][:DIGITS]}@szai-assess"


def event(dossier: Dossier, day: Milestone, number: int) -> list[str]:
    """One day, all day long; it keeps nobody busy."""
    language, date = dossier.language, day.date.replace("-", "")
    kind, named = say(f"paper.{day.kind}", language), day.label
    if dossier.product:
        named = say("paper.event", language, product=dossier.product, label=day.label)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid(dossier, day, number)}",
        f"DTSTAMP:{date}T000000Z",
        f"DTSTART;VALUE=DATE:{date}",
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
    events = [line for day, number in numbered(dossier.milestones) for line in event(dossier, day, number)]
    return "".join(map(folded, [*head, *events, "END:VCALENDAR"])).encode()
