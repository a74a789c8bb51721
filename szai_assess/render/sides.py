"""What goes beside the papers for machines: the warning table, the calendar, the lists. Same dossier, same bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from szai_assess.document import Dossier
from szai_assess.render import ical, sheet_csv, warning_table
from szai_assess.render.lists import lists
from szai_assess.render.workbook import workbook

LISTED = ("obligations", "todo")  # the papers of which there are lists
TABLES, CALENDARS, BOOKS = ("yaml", "json"), ("ics", "csv"), ("xlsx",)
ENDINGS = (*TABLES, *CALENDARS, *BOOKS)


class Side(NamedTuple):
    """One file: what it is of, its ending, and what it holds."""

    name: str
    ending: str
    data: bytes


def there_is(dossier: Dossier, ending: str) -> bool:
    """Whether there is something for a file with this ending."""
    asked = {planned.id for planned in dossier.planned}
    if ending in TABLES:
        return warning_table.PLAN in asked
    return bool(dossier.milestones) if ending in CALENDARS else bool(asked & {*LISTED})


def sides(dossier: Dossier, endings: Sequence[str] = ENDINGS) -> Iterator[Side]:
    """The files with these endings that there is something for.

    Raises OutputError where one needs what is not installed.
    """
    wanted = [each for each in endings if there_is(dossier, each)]
    if {*TABLES} & {*wanted}:
        table = warning_table.warning_table(dossier)
        written = {"yaml": warning_table.as_yaml, "json": warning_table.as_json}
        yield from (Side("warning_table", each, written[each](table)) for each in wanted if each in written)
    days = {"ics": ical.calendar, "csv": sheet_csv.calendar}
    yield from (Side("calendar", each, days[each](dossier)) for each in wanted if each in days)
    if {*BOOKS} & {*wanted}:
        asked = {planned.id for planned in dossier.planned}
        sheets = [sheet for paper, sheet in zip(LISTED, lists(dossier), strict=True) if paper in asked]
        yield Side("lists", "xlsx", workbook(sheets))
