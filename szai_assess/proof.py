"""A proof of a pack: what was shown of it, statement by statement, and what could not be."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from szai_assess.errors import Fault
from szai_assess.text import Text

CHAPTERS = {  # and the keys of their titles
    "outcomes": "proof.chapter_outcomes",
    "red_lines": "proof.chapter_red_lines",
    "controls": "proof.chapter_controls",
    "monotony": "proof.chapter_monotony",
    "unique": "proof.chapter_unique",
    "rows": "proof.chapter_rows",
    "outputs": "proof.chapter_outputs",
    "questions": "proof.chapter_questions",
    "papers": "proof.chapter_papers",
    "obligations": "proof.chapter_obligations",
    "exceptions": "proof.chapter_exceptions",
}


class Claim(NamedTuple):
    """Something that was shown: in which chapter, of what, by which sentence of the catalogue, and an example in brief."""

    chapter: str
    name: str
    sentence: str
    details: Mapping[str, str | Text] = MappingProxyType({})
    example: str = ""


class Proof(NamedTuple):
    """What was shown, and what was not."""

    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...]

    def chapter(self, name: str) -> tuple[Claim, ...]:
        """The statements of a chapter."""
        return tuple(claim for claim in self.claims if claim.chapter == name)
