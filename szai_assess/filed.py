"""What was filed beside an answers file: its record, its papers as they are now, and who approved them. Nouns only."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from szai_assess.errors import Fault


class Party(NamedTuple):
    """Somebody who signs: the role and the name."""

    role: str
    name: str


class Approval(NamedTuple):
    """What somebody put their name to, and what it is bound to: the digests of answers, pack and papers (file name → digest).

    ``pack`` is ``id@version``, ``answers_file`` the answers file as seen from the folder. ``seen`` are digests of what else lay
    before the approver and binds only by what it says: the answers file and the record. ``tool`` is the version that wrote it.
    """

    file: str
    approver: Party
    author: Party
    statement: str
    date: str
    answers_digest: str
    pack: str
    pack_digest: str
    papers: Mapping[str, str]
    answers_file: str = ""
    seen: Mapping[str, str] = MappingProxyType({})
    tool: str = ""


class PaperFile(NamedTuple):
    """A paper's file that the record knows: its digests as written and as it is now (empty: not there).

    ``answers_digest`` tells the answers it rests on, ``open_blanks`` how many blanks of each kind are still open in it.
    """

    name: str
    document: str
    language: str
    written: str
    now: str
    answers_digest: str
    open_blanks: Mapping[str, int]

    @property
    def edited(self) -> bool:
        """Whether it no longer holds what was written."""
        return bool(self.now) and self.now != self.written


class Filed(NamedTuple):
    """The folder of the papers; ``record`` as it was read, ``None`` where there is none; ``faults`` is what could not be read.

    ``answers_file`` is the answers file as seen from the folder, ``seen`` the digests of that file and of the record as they are
    now (file → digest), ``beside`` the new versions that wait beside papers that were edited.
    """

    folder: str = ""
    record: Mapping[str, Any] | None = None
    papers: tuple[PaperFile, ...] = ()
    approvals: tuple[Approval, ...] = ()
    faults: tuple[Fault, ...] = ()
    answers_file: str = ""
    seen: Mapping[str, str] = MappingProxyType({})
    beside: tuple[str, ...] = ()


NOTHING_FILED = Filed()
