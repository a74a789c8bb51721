"""A finding: what the gate found. It is a value, never raised."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from szai_assess.text import Text

BLOCK, WARN = "block", "warn"


class Finding(NamedTuple):
    """A code of the message catalogue, ``block`` or ``warn``, the answers file's line (0: none), and the words it needs."""

    code: str
    level: str
    line: int = 0
    details: Mapping[str, str | Text] = MappingProxyType({})
