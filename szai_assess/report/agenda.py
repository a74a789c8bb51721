"""What ``due`` found: as text, as JSON, as a calendar. A formatter gives text; it never prints."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from szai_assess import ical_lines, record
from szai_assess._version import VERSION
from szai_assess.document import STATUTORY, SUGGESTED
from szai_assess.due import DUE, OVERDUE, Agenda, Entry
from szai_assess.errors import AssessError
from szai_assess.ical_lines import Event
from szai_assess.messages import say
from szai_assess.report.paths import named
from szai_assess.text import wrapped

DUE_VERSION = 1
Failed = tuple[str, AssessError]


class Told(NamedTuple):
    """An agenda with the days it was made for, what could not be judged, the language, and the width of the screen."""

    agenda: Agenda
    today: str
    last: str
    failed: Sequence[Failed]
    language: str
    width: int = 80

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def put(self, text: str, indent: str = "", first: str = "") -> Iterator[str]:
        """A text wrapped behind an indent; its first line begins with ``first``."""
        for number, line in enumerate(wrapped(text, self.width - len(indent))):
            yield (first or indent if number == 0 else indent) + line


def source(told: Told, entry: Entry) -> str:
    """What sets a day: the law, this tool, or the organisation."""
    kind = told.say(f"due.kind_{entry.kind}")
    return told.say("due.source", kind=kind, source=entry.source.in_(told.language))


def entry_lines(told: Told, entry: Entry) -> Iterator[str]:
    """One day, and below it what sets it."""
    details = {"day": entry.date, "application": entry.application or "-", "what": entry.what.in_(told.language)}
    yield from told.put(told.say("due.entry", **details), "    ", "  ")
    yield from told.put(source(told, entry), "      ")


def as_text(told: Told) -> str:
    """For people: what has passed, what is coming, what has no day."""
    agenda = told.agenda
    lines: list[str] = []
    for state in (OVERDUE, DUE):
        entries = [entry for entry in agenda.entries if entry.status == state]
        if entries:
            lines += told.put(told.say(f"due.{state}", last=told.last))
            lines += [line for entry in entries for line in entry_lines(told, entry)]
    if not agenda.entries and not told.failed:
        lines += told.put(told.say("due.none", last=told.last))
    if agenda.undated:
        lines += told.put(told.say("due.undated"))
    for each in undated(told):
        lines += told.put(each, "    ", "  ")
    if agenda.beyond:
        lines += told.put(told.say("due.beyond", count=str(agenda.beyond), day=agenda.next))
    return "".join(f"{line}\n" for line in lines)


def undated(told: Told) -> Iterator[str]:
    """The applications of which no day can be counted, and why."""
    for each in told.agenda.undated:
        name = each.application or told.say("due.unnamed")
        why = each.why.in_(told.language)
        yield told.say("due.undated_line", application=name, file=named(each.file), why=why)


def event(told: Told, entry: Entry) -> Event:
    """A day as an event; one of a law or of a suggestion is the same as in the papers' calendar."""
    what, kind = entry.what.in_(told.language), told.say(f"due.kind_{entry.kind}")
    if entry.kind in (SUGGESTED, STATUTORY):
        kind = told.say(f"paper.{entry.kind}")
    summary = told.say("paper.event", product=entry.application, label=what) if entry.application else what
    description = told.say("paper.period", kind=kind, source=entry.source.in_(told.language))
    return Event(entry.uid, entry.revised, entry.date, summary, description, kind)


def as_calendar(told: Told) -> str:
    """For calendars."""
    return ical_lines.calendar((event(told, entry) for entry in told.agenda.entries), told.language).decode()


def plain(entry: Entry) -> dict[str, Any]:
    """A day as plain data, in both languages."""
    return {
        **{key: getattr(entry, key) for key in ("date", "status", "kind")},
        "application": entry.application or None,
        "file": entry.file or None,
        "what": entry.what._asdict(),
        "source": entry.source._asdict(),
        "uid": entry.uid,
    }


def as_json(told: Told) -> str:
    """For programs."""
    agenda = told.agenda
    plainly = {
        "due_version": DUE_VERSION,
        "tool": {"name": "szai-assess", "version": VERSION},
        "today": told.today,
        "until": told.last,
        "entries": [plain(entry) for entry in agenda.entries],
        "undated": [
            {"application": each.application or None, "file": each.file, "why": each.why._asdict()}
            for each in agenda.undated
        ],
        "beyond": {"count": agenda.beyond, "next": agenda.next or None},
        "errors": [
            {"file": file, **record.error(fault, file)} for file, error in told.failed for fault in error.faults
        ],
    }
    return json.dumps(plainly, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Told], str]] = {"text": as_text, "json": as_json, "ics": as_calendar}
