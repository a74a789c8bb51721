"""Days of the calendar as text, counted in months from a day that somebody gave; nothing here knows what day it is."""

import unicodedata
from calendar import monthrange
from datetime import MAXYEAR, date

from szai_assess.text import is_day


def plain_day(text: str) -> str:
    """The day that a text is, its full-width signs made plain; empty where it is anything else."""
    day = unicodedata.normalize("NFKC", text).strip()
    return day if is_day(day) else ""


def later(day: str, months: int) -> str:
    """The day so many months later, the last of its month where that is shorter; empty where the calendar ends."""
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
