"""Papers and the holes in them, and the dossier: everything a paper may print, in the words of one language.

All text here is raw: a renderer escapes it for its own format. Nothing here says what a paper looks like.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from szai_assess.chart import Chart

KINDS = ("fact", "evidence", "signature", "to_verify", "authority")
GIVEN, ONE_OF, AT_LEAST, UNKNOWN, UNANSWERED, NOT_ASKED = (
    "given",
    "one_of",
    "at_least",
    "unknown",
    "unanswered",
    "not_asked",
)
KNOWN = (GIVEN, ONE_OF, AT_LEAST)
SUGGESTED, STATUTORY = "suggested", "statutory"  # what sets the period of a milestone


class Blank(NamedTuple):
    """A typed hole in a paper: ``kind`` is one of ``KINDS``, ``owner`` the role that can fill it."""

    id: str
    kind: str
    owner: str
    what: str


class Paper(NamedTuple):
    """A paper as written: ``stem`` is its file name in every format, without the ending."""

    id: str
    title: str
    stem: str
    text: str
    blanks: tuple[Blank, ...]


class Cite(NamedTuple):
    """A citation as a reader writes it, with the cited words where they are held, and the language that they are in.

    ``kind`` is the basis that its source is: a statute or a standard.
    """

    source: str
    place: str
    quote: tuple[str, ...]
    verified: bool
    language: str = "zh"
    kind: str = "statute"

    @property
    def label(self) -> str:
        """The whole citation."""
        gap = " " if self.place[:1].isascii() and self.place else ""
        return f"{self.source}{gap}{self.place}"


class Lookup(Protocol):
    """Gives a citation for any reference that a paper quotes."""

    def __getitem__(self, reference: str) -> Cite:
        """The citation; raises KeyError where its words are not held."""


class Said(NamedTuple):
    """What was answered to a question, a row or a field: ``text`` in words, ``short`` without explanations, ``options`` as ids.

    ``ask`` is the question as asked, ``brief`` the same without advice on how to answer, ``section`` the heading above it;
    ``worst`` is the last option that is still possible, ``free`` is text, on which no conclusion rests.
    """

    name: str
    ask: str
    brief: str
    section: str
    state: str
    text: str
    short: str
    options: tuple[str, ...]
    worst: str
    owner: str
    note: str
    evidence: str
    free: bool

    @property
    def title(self) -> str:
        """The question so that it stands by itself in a list: a row or field needs its heading."""
        colon = ": " if self.section.isascii() else "："
        return f"{self.section}{colon}{self.brief}" if "." in self.name else self.brief

    @property
    def known(self) -> bool:
        """Whether there is something to print, be it only part of the answer."""
        return self.state in KNOWN

    @property
    def open(self) -> bool:
        """Whether something about it is still to be known."""
        return self.state not in (GIVEN, NOT_ASKED)


class Section(NamedTuple):
    """One section of the questionnaire with its answers."""

    title: str
    answers: tuple[Said, ...]


class Ground(NamedTuple):
    """A reason in words: what the row leads to, where its condition comes from, and the answers it rests on.

    ``bears_on`` is ``tier``, ``red_line``, ``scope`` or ``result``.
    """

    row: str
    table: str
    bears_on: str
    because: str
    effect: str
    decisive: bool
    must: bool
    basis: str
    basis_word: str
    cites: tuple[Cite, ...]
    answers: tuple[Said, ...]


class RedLine(NamedTuple):
    """One prohibited act, numbered from 0: its status and the word for it, how it is asked, and the reasons that point at it."""

    item: str
    number: int
    status: str
    title: str
    word: str
    said: Said
    cites: tuple[Cite, ...]
    grounds: tuple[Ground, ...]


class Axis(NamedTuple):
    """One axis of the grading, with the levels it may have and the fired rows behind them."""

    id: str
    title: str
    levels: tuple[str, ...]
    grounds: tuple[Ground, ...]


class Result(NamedTuple):
    """A result beside the tier."""

    word: str
    title: str
    text: str
    grounds: tuple[Ground, ...]


class Duty(NamedTuple):
    """A related obligation and how far the answers speak for it."""

    id: str
    kind: str
    status: str
    title: str
    duty: str
    trigger: str
    deadline: str
    quote: str
    verified: bool
    hint: bool
    as_of: str
    filing: str
    cites: tuple[Cite, ...]


class Indicator(NamedTuple):
    """A suggested warning indicator or tracking metric, never a threshold; ``must`` where it is certain to fit."""

    id: str
    must: bool
    metric: str
    risk: str
    data: str


class Change(NamedTuple):
    """What some options of an open answer would lead to."""

    options: tuple[str, ...]
    result: str


class Unsettled(NamedTuple):
    """An open answer and what it changes: the outcome, a result, obligations, or only a line in a paper."""

    said: Said
    deciding: bool
    required: bool
    changes: tuple[Change, ...]
    results: tuple[str, ...]
    duties: tuple[str, ...]


class Source(NamedTuple):
    """An instrument of the pack's list; ``cited`` where the reasons and obligations of this assessment cite it."""

    id: str
    short: str
    title: str
    number: str
    issuer: str
    in_force: str
    verified: bool
    as_of: str
    cited: bool


class Planned(NamedTuple):
    """A paper to be written."""

    id: str
    title: str
    template: str
    audience: str


class Milestone(NamedTuple):
    """A day counted from the launch date, ``YYYY-MM-DD``: what is due, and whether a source or only this tool sets the period.

    ``id`` is what recurs and its number among the days listed, the same in every language and whatever the date.
    """

    id: str
    date: str
    kind: str
    label: str
    source: str


class Conclusion(NamedTuple):
    """The verdict in words: ``text`` is the official line, ``line`` the tier alone, ``tier`` the highest one's id."""

    outcome: str
    text: str
    line: str
    lowest: str
    highest: str
    tier: str
    settled: bool
    uninformative: bool
    graded: bool
    draft: bool
    supervision: str
    supervision_text: str
    supervision_cites: tuple[Cite, ...]


class Dossier(NamedTuple):
    """Everything the papers of one assessment may print; ``product_field`` is the question that ``product`` answers."""

    language: str
    product: str
    pack: str
    pack_title: str
    digest: str
    assessed_on: str
    as_of: str
    honesty: str
    conclusion: Conclusion
    said: Mapping[str, Said]
    groups: Mapping[str, tuple[Said, ...]]
    sections: tuple[Section, ...]
    axes: tuple[Axis, ...]
    reasons: tuple[Ground, ...]
    caveats: tuple[Ground, ...]
    red_lines: tuple[RedLine, ...]
    results: Mapping[str, Result]
    duties: tuple[Duty, ...]
    indicators: Mapping[str, tuple[Indicator, ...]]
    unsettled: tuple[Unsettled, ...]
    hidden: tuple[str, ...]
    skipped: tuple[str, ...]
    sources: tuple[Source, ...]
    law: Lookup
    roles: Mapping[str, str]
    bases: Mapping[str, str]
    planned: tuple[Planned, ...]
    cites: Mapping[str, tuple[Cite, ...]]
    cadence: int
    milestones: tuple[Milestone, ...]
    charts: Mapping[str, Chart]
    product_field: str = ""
