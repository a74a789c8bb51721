"""What goes beside the papers for machines: the warning table, the calendar, the lists. Same dossier, same bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from szai_assess.document import Dossier
from szai_assess.render import ical, sheet_csv, warning_table
from szai_assess.render.lists import lists
from szai_assess.render.workbook import workbook

LISTED = ("obligations", "todo")  # the papers of which there are lists


ENDINGS = ("yaml", "json", "ics", "csv", "xlsx")


class Side(NamedTuple):
    """One file: what it is of, its ending, and what it holds."""

    name: str
    ending: str
    data: bytes


def sides(dossier: Dossier, endings: Sequence[str] = ENDINGS) -> Iterator[Side]:
    """The files with these endings that there is something for.

    Raises OutputError where one needs what is not installed.
    """
    asked = {planned.id for planned in dossier.planned}
    if warning_table.PLAN in asked and {"yaml", "json"} & {*endings}:
        table = warning_table.warning_table(dossier)
        written = {"yaml": warning_table.as_yaml, "json": warning_table.as_json}
        yield from (Side("warning_table", each, written[each](table)) for each in endings if each in written)
    if dossier.milestones:
        days = {"ics": ical.calendar, "csv": sheet_csv.calendar}
        yield from (Side("calendar", each, days[each](dossier)) for each in endings if each in days)
    sheets = [sheet for paper, sheet in zip(LISTED, lists(dossier), strict=True) if paper in asked]
    if sheets and "xlsx" in endings:
        yield Side("lists", "xlsx", workbook(sheets))
