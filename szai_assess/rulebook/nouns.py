"""A pack as a book to be read: everything that the method page prints, in the words of one language. All text is raw."""

from collections.abc import Mapping
from typing import NamedTuple

from szai_assess.document import Cite

Clauses = tuple[str, ...]  # the ways in which a condition can hold, each in words; none where it always holds


class Choice(NamedTuple):
    """An option, with what is said about it and the citations of its own."""

    id: str
    text: str
    help: str
    cites: tuple[Cite, ...]


class Plainer(NamedTuple):
    """A plainer question, and the options that either reply leaves; of several, those that a yes makes certain."""

    ask: str
    if_yes: tuple[str, ...]
    if_no: tuple[str, ...]


class Entry(NamedTuple):
    """A row of a matrix or a field of a form; ``options`` where they are its own."""

    name: str
    ask: str
    help: str
    who: str
    cites: tuple[Cite, ...]
    options: tuple[Choice, ...]
    unsure: tuple[Plainer, ...]


class Asked(NamedTuple):
    """A question; ``cites`` are its own, ``law`` those and the ones of its parts, each once."""

    id: str
    ask: str
    why: str
    help: str
    notice: str
    who: str
    type: str
    worsening: bool
    unknown: bool
    when: Clauses
    options: tuple[Choice, ...]
    entries: tuple[Entry, ...]
    unsure: tuple[Plainer, ...]
    cites: tuple[Cite, ...]
    law: tuple[Cite, ...]


class Section(NamedTuple):
    """A section of the interview."""

    title: str
    notice: str
    questions: tuple[Asked, ...]


class Rule(NamedTuple):
    """A row of a table."""

    id: str
    when: Clauses
    then: str
    because: str
    basis: str
    cites: tuple[Cite, ...]


class Sheet(NamedTuple):
    """A table; ``default`` is what it gives where no row holds, ``counts`` how many rows have which basis."""

    name: str
    title: str
    hit: str
    part: str
    outputs: tuple[Choice, ...]
    when: Clauses
    default: str
    not_asked: str
    undecided: str
    warns: bool
    rules: tuple[Rule, ...]
    law: tuple[Cite, ...]
    counts: Mapping[str, int]


class RedLine(NamedTuple):
    """A prohibited act: how it is asked about, the table that judges it, and the law."""

    item: str
    ask: str
    table: str
    rows: tuple[str, ...]
    cites: tuple[Cite, ...]


class Duty(NamedTuple):
    """A related obligation."""

    id: str
    title: str
    duty: str
    trigger: str
    deadline: str
    when: Clauses
    verified: bool
    as_of: str
    quote: str
    cites: tuple[Cite, ...]


class Sheaf(NamedTuple):
    """A paper and when it is written."""

    id: str
    title: str
    audience: str
    when: Clauses


class Reading(NamedTuple):
    """What the law leaves open, the reading taken, what would change it, and what rests on it."""

    id: str
    point: str
    taken: str
    changes: str
    rests: tuple[str, ...]
    cites: tuple[Cite, ...]


class Limit(NamedTuple):
    """What the pack does not do or is not sure of."""

    id: str
    text: str
    cites: tuple[Cite, ...]


class Source(NamedTuple):
    """An instrument that is cited; ``held`` says whether its text is."""

    id: str
    title: str
    number: str
    issuer: str
    in_force: str
    verified: bool
    held: bool
    as_of: str
    note: str


class Tier(NamedTuple):
    """A tier and its supervision."""

    title: str
    supervision: str


class Book(NamedTuple):
    """The whole pack; ``bases`` are the kinds of basis in order (id, title)."""

    pack: str
    title: str
    digest: str
    publisher: str
    in_force: str
    looked_at: str
    measures_as_of: str
    measures_found: bool
    reviewed: str
    honesty: str
    outcomes: tuple[str, ...]
    tiers: tuple[Tier, ...]
    supervision_law: tuple[Cite, ...]
    axes: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    totals: Mapping[str, int]
    red_lines: tuple[RedLine, ...]
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...]
    duties: tuple[Duty, ...]
    papers: tuple[Sheaf, ...]
    readings: tuple[Reading, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]

    @property
    def rows(self) -> int:
        """How many rows all tables have together."""
        return sum(self.totals.values())

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(len(section.questions) for section in self.sections)
