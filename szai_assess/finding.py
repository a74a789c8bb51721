"""A finding: what the gate found. It is a value, never raised."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from szai_assess.text import Text

BLOCK, WARN, WAIVED, SKIPPED = "block", "warn", "waived", "skipped"


class Remark(NamedTuple):
    """A word of the message catalogue said beside a finding: who waived it, until when and why; or why it was skipped."""

    code: str
    details: Mapping[str, str | Text] = MappingProxyType({})


class Finding(NamedTuple):
    """A code of the message catalogue, its level, the answers file's line (0: none), and the words it needs.

    ``block`` lets nothing through; ``waived`` would block but for a waiver of the policy; ``skipped`` was demanded and could
    not apply, or is only observed. ``remark`` says by whom or why.
    """

    code: str
    level: str
    line: int = 0
    details: Mapping[str, str | Text] = MappingProxyType({})
    remark: Remark | None = None
