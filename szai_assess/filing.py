"""What was filed beside an answers file, read from the disk: nothing that is wrong there stops the reading, it is told."""

import os

from szai_assess import approving, files, record, record_reader
from szai_assess.approving import is_file
from szai_assess.assessment import Assessment
from szai_assess.digest import sha256
from szai_assess.errors import AssessError, Fault, OutputError, Place, RecordError
from szai_assess.filed import Approval, Filed, PaperFile
from szai_assess.gate import examine
from szai_assess.naming import folder_for
from szai_assess.record_reader import is_beside, stem_of
from szai_assess.still_open import counted, still_open
from szai_assess.verifying import LINK, OTHER, PLAIN

RECORD = "record.json"
MOST = 1 << 20  # bytes of an approval: what is larger was never one
SIGNS = (b'"szai-assess"', b'"answers_digest"')  # by one of which a record is known, be it damaged
Plain = record.Plain


def seen_from(folder: str, file: str) -> str:
    """The answers file as the record names it: by its path from the folder of the papers."""
    return files.spelled(os.path.relpath(os.path.realpath(file), os.path.realpath(folder))).replace(os.sep, "/")


def derived(assessment: Assessment, folder: str, file: str) -> Plain:
    """The record that follows from an answers file as it is now, but for the papers."""
    about = record.of(assessment, examine(assessment), seen_from(folder, file))
    return {**about, "answers_file_digest": sha256(files.read(file))}


def filed(folder: str, file: str) -> Filed:
    """What is filed in a folder for an answers file; what cannot be read or is of another application is among the faults."""
    reading = Reading(folder, seen_from(folder, file))
    known = reading.record()
    entries = known["files"] if known else []
    papers = tuple(reading.paper(entry) for entry in entries if not is_beside(entry["file"]))
    beside = tuple(entry["file"] for entry in entries if is_beside(entry["file"]) and reading.holds(entry["file"]))
    approvals = tuple(reading.approvals())
    seen = {reading.answers_file: reading.data(file), RECORD: reading.data(reading.path(RECORD))}
    there = {name: sha256(data) for name, data in seen.items() if data is not None}
    return Filed(folder, known, papers, approvals, tuple(reading.faults), reading.answers_file, there, beside)


class Reading:
    """The reading of one folder, and what went wrong with it."""

    def __init__(self, folder: str, answers_file: str) -> None:
        """Begin without faults."""
        self.folder, self.answers_file = folder, answers_file
        self.faults: list[Fault] = []

    def path(self, name: str) -> str:
        """Where a file of the folder is."""
        return os.path.join(self.folder, name)

    def holds(self, name: str) -> bool:
        """Whether there is anything of this name."""
        return files.exists(self.path(name))

    def data(self, path: str, most: int = -1) -> bytes | None:
        """What a file holds; ``None`` where it is not there, or cannot be read, which is noted down."""
        try:
            return files.read(path, most) if files.exists(path) else None
        except AssessError as error:
            self.faults += error.faults
            return None

    def record(self) -> Plain | None:
        """The record; ``None`` where there is none that can be relied on."""
        path = self.path(RECORD)
        data = self.data(path)
        if data is None:
            return None
        try:
            known = record_reader.read(data, path)
        except RecordError as error:
            self.faults += error.faults
            return None
        if known["file"] != self.answers_file:
            details = {"file": path, "named": known["file"], "wanted": self.answers_file}
            self.faults.append(Fault("R004", Place(path), details))
            return None
        return known

    def paper(self, entry: Plain) -> PaperFile:
        """A paper that the record knows, as it is now."""
        name, blanks = entry["file"], entry["blanks"]
        data = self.data(self.path(name))
        now = "" if data is None else sha256(data)
        left = counted(blanks) if data is None or now == entry["digest"] else still_open(name, data, blanks)
        language = stem_of(name).rpartition(".")[2]
        return PaperFile(name, entry["document"], language, entry["digest"], now, entry["answers_digest"], left)

    def approvals(self) -> list[Approval]:
        """The approvals in the folder, by name of their file."""
        found = []
        for name in filter(is_file, self.names()):
            path = self.path(name)
            data = self.data(path, MOST)
            try:
                found += [approving.read(data, path, name)] if data is not None else []
            except RecordError as error:
                self.faults += error.faults
        return found

    def names(self) -> list[str]:
        """The names of everything in the folder; where it cannot be looked into that is noted down."""
        try:
            return listing(self.folder)
        except OutputError as error:
            self.faults += error.faults
            return []


def listing(folder: str) -> list[str]:
    """The names of everything in a folder, hidden files too; none where there is no such folder.

    Raises OutputError where it cannot be looked into.
    """
    try:
        return sorted(os.listdir(folder)) if files.is_folder(folder) else []
    except OSError as error:
        raise OutputError(Fault("O002", Place(folder), {"file": folder, "reason": files.reason(error)})) from error


def present(folder: str) -> dict[str, str]:
    """What lies in a folder: name → whether it is a plain file, a link, or anything else.

    Raises OutputError where it cannot be looked into.
    """
    return {name: kind_of(os.path.join(folder, name)) for name in listing(folder)}


def kind_of(path: str) -> str:
    """What a path is."""
    return LINK if is_link(path) else PLAIN if os.path.isfile(path) else OTHER


def is_link(path: str) -> bool:
    """Whether a path is a link to something else."""
    return os.path.islink(path)


def is_shelf(folder: str, names: list[str]) -> bool:
    """Whether a folder holds what was filed: a record or what is left of one, an approval, or papers by the folder's name."""
    if any(map(is_file, names)):
        return True
    return RECORD in names and any(sign in files.read(os.path.join(folder, RECORD)) for sign in SIGNS)


def folders(path: str) -> list[str]:
    """The folder itself where something was filed in it, else every such folder below it, linked ones included.

    The folders that go with answers files are among them, also where nothing is left in them but papers.
    """
    if is_shelf(path, listing(path)):
        return [path]
    own = (folder_for(file) for file in files.answers_files(path))
    found = {os.path.realpath(folder): os.path.normpath(folder) for folder in own if files.is_folder(folder)}
    seen: set[str] = set()
    for here, below, names in os.walk(path, onerror=files.refuse, followlinks=True):
        place = os.path.realpath(here)
        below[:] = sorted(name for name in below if not name.startswith(".") and place not in seen)
        if place not in seen and place not in found and is_shelf(here, names):
            found[place] = os.path.normpath(here)
        seen.add(place)  # a link may lead back
    return sorted(found.values())


def answers_of(folder: str) -> str:
    """The answers file that the record of a folder names.

    Raises RecordError where there is no record to be relied on, or where it points away from what is being worked on: what lies
    anywhere else is not read because a file says so.
    """
    path = os.path.join(folder, RECORD)
    if not files.exists(path):
        raise RecordError(Fault("R005", Place(folder), {"folder": folder}))
    named = record_reader.read(files.read(path), path)["file"]
    file = os.path.normpath(os.path.join(folder, named))
    homes = (os.getcwd(), os.path.dirname(os.path.realpath(folder)))
    if os.path.isabs(named) or set(named) & set("\\\0:") or not any(is_within(file, home) for home in homes):
        raise RecordError(Fault("R006", Place(path), {"file": path, "named": named}))
    if not files.exists(file):
        raise RecordError(Fault("R008", Place(path), {"file": path, "named": named}))
    return file


def is_within(file: str, folder: str) -> bool:
    """Whether a file lies somewhere below a folder, links followed."""
    home = os.path.realpath(folder).rstrip(os.sep) + os.sep
    return os.path.realpath(file).startswith(home)
