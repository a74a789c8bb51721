"""Whether what a pack says about its reading of the law is told apart, and names what there is."""

from collections.abc import Iterator

from szai_assess.authoring.draft import Draft
from szai_assess.authoring.material import names
from szai_assess.errors import Fault
from szai_assess.text import nearest

FILE = "readings.yaml"


def known(draft: Draft) -> list[str]:
    """Everything that can rest on a reading: questions and their parts, tables, rows, papers, obligations."""
    tables = [file.model for file in draft.within("tables/")]
    rows = [row.id for table in tables for row in table.rows]
    papers = [document.id for document in draft.one("documents.yaml").documents]
    duties = [duty.id for duty in draft.one("obligations.yaml").obligations]
    return [*names(draft), *(table.table for table in tables), *rows, *papers, *duties]


def misread(draft: Draft) -> Iterator[Fault]:
    """Readings and limits whose id is taken, and readings on which something is said to rest that the pack does not have."""
    file = draft.files.get(FILE)
    if file is None:
        return
    there, seen = known(draft), set()
    for part, entries in (("readings", file.model.readings), ("limits", file.model.limits)):
        for number, entry in enumerate(entries):
            if entry.id in seen:
                yield Fault("P015", file.place(part, number, "id"), {"name": entry.id})
            seen.add(entry.id)
            for place, name in enumerate(getattr(entry, "rests", ())):
                if name not in there:
                    details = {"name": name, "nearest": nearest(name, there) or "-"}
                    yield Fault("P048", file.place(part, number, "rests", place), details)
