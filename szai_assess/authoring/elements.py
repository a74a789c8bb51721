"""What the models of a pack's files have in common: kinds of text and number, and the smallest parts."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

Word = Annotated[str, Field(min_length=1)]
Cites = Annotated[list[Word], Field(min_length=1)]
When = dict[str, Any] | list[dict[str, Any]]
Basis = Literal["statute", "national_list", "standard", "tool_judgement"]
Who = Literal["developer", "legal", "data", "business"]
Count = Annotated[int, WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d+$"})]
Ident = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9._-]*$")]
Months = Annotated[int, Field(ge=1), WithJsonSchema({"type": ["integer", "string"], "pattern": r"^[1-9]\d*$"})]


class Part(BaseModel):
    """A piece of a file; a key that is not named here is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Part):
    """The same words in Chinese and English."""

    zh: Word
    en: Word


class Named(Bilingual):
    """Something with an id and words."""

    id: Word


class Period(Part):
    """How often something comes round."""

    months: Months


class Cadence(Bilingual, Period):
    """What is suggested to be done at a tier, and how often."""


class Term(Bilingual):
    """A word that the public need not know, and plainer words in its place."""

    term: Word


class PublicExplanation(Part):
    """What is asked of an explanation to the public: the paper, the texts it is made of, what must be told, and plain words.

    ``each`` and ``whole`` are the most characters of one text and of all; ``required`` names questions, rows or fields.
    """

    document: Word
    question: Word
    required: list[Word]
    each: Count
    whole: Count
    terms: list[Term]


class Material(Part):
    """A kind of change that calls for another assessment: the questions, rows or fields whose answers tell of it."""

    id: Word
    title: Bilingual
    questions: Annotated[list[Word], Field(min_length=1)]


class Exempted(Bilingual):
    """A fault of the proof that stands, by the name of the row, table or paper it is about, and in words why."""

    fault: Literal["P121", "P125", "P142", "P143", "P144", "P145", "P146", "P147", "P148", "P149"]
    name: Word


class ProofNotes(Part):
    """What the proof has to know: the questions about controls, which must never move the outcome, and what is exempted."""

    controls: list[Word] = []
    exceptions: list[Exempted] = []


class Reading(Part):
    """A point that the law leaves open, the reading taken and what would change it; ``rests`` names what is built on it."""

    id: Word
    cites: Cites
    point: Bilingual
    taken: Bilingual
    changes: Bilingual
    rests: Annotated[list[Word], Field(min_length=1)]


class Limit(Part):
    """Something that the pack does not do or is not sure of."""

    id: Word
    text: Bilingual
    cites: Cites | None = None


class ReadingFile(Part):
    """``readings.yaml``: how the pack reads the law, and its limits."""

    readings: list[Reading]
    limits: list[Limit]
