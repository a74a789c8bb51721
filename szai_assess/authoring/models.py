"""The shape of a pack's files. Only authors of packs pay for these models; a compiled pack needs none of them."""

from typing import Annotated, Literal

from pydantic import Field

from szai_assess.authoring.days import Day
from szai_assess.authoring.elements import (
    Basis,
    Bilingual,
    Cadence,
    Cites,
    Count,
    Ident,
    Material,
    Named,
    Part,
    Period,
    ProofNotes,
    PublicExplanation,
    When,
    Who,
    Word,
)

Unsure = Annotated[list["Plainer"], Field(min_length=1, max_length=3)]


class Option(Named):
    """An option of a question."""

    help: Bilingual | None = None
    cites: Cites | None = None


class Plainer(Part):
    """A yes/no question for whoever is not sure: the options left by each reply or, of several, certain after a yes."""

    ask: Bilingual
    if_yes: Annotated[list[Word], Field(min_length=1)]
    if_no: Annotated[list[Word], Field(min_length=1)] | None = None


class MatrixRow(Named):
    """A row of a matrix; it may have options of its own."""

    who: Who | None = None
    help: Bilingual | None = None
    cites: Cites | None = None
    options: list[Option] | None = None
    unsure: Unsure | None = None


class FormField(Named):
    """A field of a form."""

    who: Who | None = None
    help: Bilingual | None = None


class Question(Part):
    """A question as an author writes it."""

    id: Word
    ask: Bilingual
    why: Bilingual
    help: Bilingual | None = None
    who: Who
    cites: Cites
    type: Literal["one", "many", "matrix", "text", "form", "date"]
    order: Literal["worsening"] | None = None
    unknown: bool = True
    can_change: bool = False
    notice: Bilingual | None = None
    when: When | None = None
    options: list[Option] = []
    rows: list[MatrixRow] = []
    fields: list[FormField] = []
    unsure: Unsure | None = None
    max: Count | None = None


class Section(Part):
    """A section of the interview."""

    id: Word
    title: Bilingual
    when: When | None = None
    notice: Bilingual | None = None


class QuestionFile(Part):
    """``questions/NN-name.yaml``: one section."""

    section: Section
    questions: list[Question]


class Row(Part):
    """A rule row."""

    id: Word
    when: When
    then: Word | None = None
    because: Bilingual
    cites: Cites
    basis: Basis


class Table(Part):
    """``tables/name.yaml``: one decision table, outputs from lowest to highest."""

    table: Word
    title: Bilingual
    hit: Literal["unique", "priority", "collect"]
    outputs: list[Named] = []
    when: When | None = None
    not_asked: Named | None = None
    undecided: Named | None = None
    level: Literal["warn"] | None = None
    rows: list[Row]


class Tier(Part):
    """The table of the tier, and its outputs from lowest to highest."""

    table: Word
    order: list[Word]


class OutOfScope(Part):
    """The table and the output that mean that the law does not apply."""

    table: Word
    value: Word


class VerdictParts(Part):
    """Which table plays which part."""

    tier: Tier
    red_lines: dict[str, Word]
    out_of_scope: OutOfScope | None = None
    axes: dict[str, Word]
    results: dict[str, Word]
    supervision: dict[str, Word]
    reasons: list[Word]


class Review(Part):
    """Who has looked at the pack."""

    author: Word
    legal: Word


class Measures(Part):
    """Whether the implementing measures have been found issued, and as of when."""

    as_of: Day
    found: Word


class PackFile(Part):
    """``pack.yaml``."""

    id: Ident
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    title: Bilingual
    languages: list[Literal["zh", "en"]]
    in_force: Day
    looked_at: Day
    stale_after_days: int = 180
    publisher: Bilingual
    review: Review
    measures_issued: Measures
    honesty: Bilingual
    records_notice: Bilingual
    outcomes: dict[str, Bilingual]
    provisional: Bilingual
    uninformative: Bilingual
    supervisions: dict[str, Bilingual]
    supervision_cites: Cites
    results: dict[str, Bilingual]
    axes: dict[str, Bilingual]
    basis: dict[Basis, Bilingual]
    who: dict[Who, Bilingual]
    product_name: Word
    launch_date: Word | None = None
    owner: Word | None = None
    cadence: dict[str, Cadence] = {}
    cadence_source: Bilingual | None = None
    explanation: PublicExplanation | None = None
    counted_from: Bilingual | None = None
    material: list[Material] = []
    proof: ProofNotes = ProofNotes()
    verdict: VerdictParts


class Source(Part):
    """An instrument that is cited; ``articles`` verbatim where the text is held."""

    id: Word
    title: Bilingual
    short: Bilingual
    kind: Literal["statute", "standard"] = "statute"
    number: str | None = None
    issuer: Bilingual | None = None
    in_force: str | None = None
    verified: bool
    as_of: Day
    note: Bilingual | None = None
    articles: dict[str, list[Word]] = {}


class SourceFile(Part):
    """``sources.yaml``."""

    sources: list[Source]


class Obligation(Part):
    """A related obligation."""

    id: Word
    kind: Literal["duty", "relief", "background"]
    title: Bilingual
    cites: Cites
    quote: Word | None = None
    duty: Bilingual
    deadline: Bilingual | None = None
    every: Period | None = None
    trigger: Bilingual
    verified: bool
    as_of: Day
    hint: bool = False
    when: When
    filing: Word | None = None


class ObligationFile(Part):
    """``obligations.yaml``."""

    obligations: list[Obligation]


class Document(Part):
    """A paper that may be written."""

    id: Ident
    title: Bilingual
    template: Ident
    audience: Bilingual
    when: When
    copies: list[Bilingual] = []


class DocumentFile(Part):
    """``documents.yaml``."""

    documents: list[Document]


class Indicator(Part):
    """A figure worth watching."""

    id: Word
    use: list[Literal["warning", "tracking"]]
    when: When
    metric: Bilingual
    risk: Bilingual
    data: Bilingual


class IndicatorFile(Part):
    """``indicators.yaml``."""

    indicators: list[Indicator]
