"""Errors: what is raised where no verdict could be reached.

A *finding* is a value: the gate said no. An *error* is raised: no verdict could be reached.

    AssessError
    ├── PackError        P…  Y…   the author of the pack can mend it
    ├── AnswersError     A…  Y…   the person who answers
    ├── PolicyError      W…  Y…   the author of the policy and its waivers
    ├── RecordError      R…       whoever keeps record, papers and approvals
    ├── TemplateError    T…       the author of a template
    ├── OutputError      O…       whoever runs the machine
    ├── PapersError      T…  O…   one of the last two, once the verdict is known
    └── UsageError       U…       wrong use of the command line (exit 2)

Each error carries all its faults; each fault says where, and by its code what is wrong and what to do.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Place(NamedTuple):
    """Where in a file; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, as editors understand it; what is not known is left out."""
        return ":".join((self.file, *(str(each) for each in (self.line, self.column) if self.line and each)))


class Fault(NamedTuple):
    """One thing that is wrong: a code of the message catalogue, where, and the words the message needs."""

    code: str
    place: Place
    details: Mapping[str, str] = MappingProxyType({})


class AssessError(Exception):
    """No verdict could be reached; ``faults`` says why, in the order of the file."""

    def __init__(self, *faults: Fault) -> None:
        """Keep the faults sorted by place, so that a reader goes through the file once."""
        self.faults = tuple(sorted(faults, key=lambda fault: fault.place))
        super().__init__(", ".join(f"{fault.place} {fault.code}" for fault in self.faults))


class PackError(AssessError):
    """The author of the pack can mend it."""


class AnswersError(AssessError):
    """The person who answers can mend it."""


class PolicyError(AssessError):
    """The author of the policy can mend it."""


class RecordError(AssessError):
    """What was filed is not what this tool wrote; whoever keeps it can mend it."""


class TemplateError(AssessError):
    """The author of a template can mend it."""


class OutputError(AssessError):
    """Whoever runs the machine can mend it: a missing file, a full disk, a missing permission."""


class PapersError(AssessError):
    """The verdict stands, but its papers could not be written."""


class UsageError(AssessError):
    """The command line is not as the command needs it (exit 2)."""
