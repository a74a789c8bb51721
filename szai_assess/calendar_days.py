"""Days of the calendar as text, counted in months from a day that somebody gave; nothing here knows what day it is."""

from datetime import MAXYEAR, UTC, date, datetime, timedelta

from szai_assess.text import is_day


def plain_day(text: str) -> str:
    """The day that a text is, its full-width signs made plain; empty where it is anything else."""
    import unicodedata

    day = unicodedata.normalize("NFKC", text).strip()
    return day if is_day(day) else ""


def later(day: str, months: int) -> str:
    """The day so many months later, the last of its month where that is shorter; empty where the calendar ends."""
    from calendar import monthrange

    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return ""
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()


def months_between(first: str, last: str) -> int:
    """How many months of the calendar lie between two days, whatever their days; negative where the last is earlier."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return (end.year - begin.year) * 12 + end.month - begin.month


def recurring(start: str, months: int, count: int, after: str = "") -> tuple[str, ...]:
    """The first days that lie one or more whole periods after ``start``, and behind the day ``after`` where one is given."""
    begin = max(1, months_between(start, after) // months) if after else 1
    days = (later(start, months * number) for number in range(begin, begin + count + 1))
    return tuple(day for day in days if day > after)[:count]


def days_between(first: str, second: str) -> int:
    """The days from one day to another, negative where that is earlier."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def day_in(zone: str, now: str) -> str:
    """The day of an instant (ISO 8601, in UTC) in a time zone, ``Z`` or ``+08:00``."""
    offset = "+00:00" if zone == "Z" else zone
    behind = -1 if offset[0] == "-" else 1
    shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6])) * behind
    return (datetime.fromisoformat(now).astimezone(UTC) + shift).date().isoformat()
