"""What was filed beside an answers file: its record, its papers as they are now, and who approved them. Nouns only."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from szai_assess.errors import Fault


class Party(NamedTuple):
    """Somebody who signs: the role and the name."""

    role: str
    name: str


class Approval(NamedTuple):
    """What somebody put their name to, and what it is bound to: the digests of answers, pack and papers (file name → digest)."""

    file: str
    approver: Party
    author: Party
    statement: str
    date: str
    answers_digest: str
    pack: str
    pack_digest: str
    papers: Mapping[str, str]


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
    """The folder of the papers; ``record`` as it was read, ``None`` where there is none; ``faults`` is what could not be read."""

    folder: str = ""
    record: Mapping[str, Any] | None = None
    papers: tuple[PaperFile, ...] = ()
    approvals: tuple[Approval, ...] = ()
    faults: tuple[Fault, ...] = ()


NOTHING_FILED = Filed()
