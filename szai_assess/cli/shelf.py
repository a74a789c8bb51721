"""What lies in the folder of the papers: what its record knows of it, what was edited since, and where new papers can go."""

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from szai_assess import files, record_reader
from szai_assess.digest import sha256
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.filing import RECORD, seen_from
from szai_assess.record_reader import NEW
from szai_assess.render.formats import Copy
from szai_assess.sealing import sealed

Entry = dict[str, Any]


class Plan(NamedTuple):
    """Where papers go: each under its own name or beside one that was edited; which edited ones stay, and which make room."""

    copies: tuple[Copy, ...]
    edited: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def beside(name: str) -> str:
    """The name of the new version of a paper that was edited: ``{stem}.new.{ending}``."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}{NEW}.{ending}"


def entries(folder: str, file: str) -> list[Entry]:
    """The papers that the record in a folder knows; none where there is no record.

    Raises OutputError where the record is not one of ours, or is of another answers file.
    """
    path = os.path.join(folder, RECORD)
    if not files.exists(path):
        return []
    about, found = record_reader.owned(files.read(path))
    if not about:
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    if about != seen_from(folder, file):
        raise OutputError(Fault("O008", Place(path), {"folder": folder, "file": about}))
    return found


class Shelf:
    """The folder of the papers of one answers file."""

    def __init__(self, folder: str, file: str) -> None:
        """Read the record.

        Raises OutputError where it is not one of ours, or is of another answers file.
        """
        self.folder = folder
        self.known = {entry["file"]: entry for entry in entries(folder, file)}
        self.ours = {name: digest for name in self.known if (digest := self.digest(name)) in self.written_as(name)}

    def path(self, name: str) -> str:
        """Where a file of the folder is."""
        return os.path.join(self.folder, name)

    def holds(self, name: str) -> bool:
        """Whether there is anything of this name."""
        return files.exists(self.path(name))

    def digest(self, name: str) -> str:
        """The digest of what a file holds now; empty where there is none."""
        return sha256(files.read(self.path(name))) if self.holds(name) else ""

    def written_as(self, name: str) -> set[str]:
        """What a paper holds as this tool wrote it: at last, before a run that was killed in the middle, or beside it.

        Who puts the new version in the place of an edited paper has a paper as it was written.
        """
        both = [self.known[each] for each in (name, beside(name)) if each in self.known]
        return {str(entry[key]) for entry in both for key in ("digest", "before") if entry.get(key)}

    def is_edited(self, name: str) -> bool:
        """Whether a paper that the record knows no longer holds what was written."""
        return name in self.known and name not in self.ours and self.holds(name)

    def takes(self, copy: Copy) -> bool:
        """Whether nothing would be lost by writing a paper; one that holds the very words already is as good as ours.

        A run that was killed before its record left such a one.
        """
        return copy.file in self.ours or not self.holds(copy.file) or files.read(self.path(copy.file)) == copy.data

    def plan(self, copies: Sequence[Copy], *, force: bool) -> Plan:
        """Where papers go: into their place, or beside what was edited there; with ``force`` edited ones make room.

        Raises OutputError where a file is in the way that is not ours, or a new version that was edited too, or a file that cannot
        be written.
        """
        edited = [copy.file for copy in copies if not self.takes(copy) and self.is_edited(copy.file)]
        kept = () if force else tuple(edited)
        placed = tuple(copy._replace(file=beside(copy.file)) if copy.file in kept else copy for copy in copies)
        made_room = set(edited) - set(kept)
        strange = [self.path(copy.file) for copy in placed if copy.file not in made_room and not self.takes(copy)]
        if strange:
            raise OutputError(*(Fault("O006", Place(path), {"file": path}) for path in strange))
        for copy in placed:
            files.refuse_unwritable(self.path(copy.file))
        return Plan(placed, kept, tuple(edited) if force else ())

    def begun(self, kept: Sequence[Entry], going: Sequence[str]) -> list[Entry]:
        """The entries while papers are written: what they held before counts as ours too, and what is to go is still there."""
        listed = [*kept, *(self.known[name] for name in going)]
        return [
            {**entry, "before": self.ours[entry["file"]]} if entry["file"] in self.ours else entry for entry in listed
        ]

    def keep(self, record: Entry) -> None:
        """Write the record, under its seal."""
        files.write(self.path(RECORD), sealed(record))
