"""The policy of a release gate: what an organisation demands beyond the verdict. It bends no verdict. Nouns only."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

ENFORCE, OBSERVE = "enforce", "observe"
ALLOW, REFUSE = "allow", "refuse"
ANY = -1  # as many as there are
ALL = ("all",)
WAIVABLE = tuple(
    f"G{number:03}" for number in range(30, 41)
)  # what a policy demands; what the verdict itself holds is never waived


class Waiver(NamedTuple):
    """A demand that is set aside for one application until a day: bound to its answers, asked for by one person, granted by another.

    ``since`` and ``until`` are days, both included, in the time zone ``zone`` (``+08:00``).
    """

    finding: str
    application: str
    reason: str
    assessor: str
    approver: str
    since: str
    until: str
    zone: str
    answers_digest: str
    line: int = 0


class Policy(NamedTuple):
    """What is demanded; the defaults demand nothing.

    ``papers`` names the documents that must be there and rest on these answers, ``ALL`` all that the verdict asks for;
    ``open_blanks`` how many blanks of a kind may stay open, ``ANY`` or a number; ``approvals`` the roles that must have approved;
    ``max_age`` the days after which an assessment is too old, 0 none; ``packs`` the packs accepted, as ``id`` or
    ``id@version``, empty any; ``unknowns`` whether answers may say "not sure"; ``waiver_days`` how long a waiver may last;
    ``lines`` where each setting stands in the file.
    """

    file: str = ""
    mode: str = ENFORCE
    max_tier: str = ""
    papers: tuple[str, ...] = ()
    open_blanks: Mapping[str, int] = MappingProxyType({})
    approvals: tuple[str, ...] = ()
    max_age: int = 0
    packs: tuple[str, ...] = ()
    unknowns: str = ALLOW
    waiver_days: int = 90
    waivers: tuple[Waiver, ...] = ()
    lines: Mapping[str, int] = MappingProxyType({})


NO_POLICY = Policy()
