"""The shape of the files that hold the law of a pack."""

from szai_assess.authoring.elements import Part, Word


class Article(Part):
    """An article, an entry a paragraph or item."""

    chapter: str | None = None
    text: list[Word]


class LawFile(Part):
    """``law.zh.yaml``: the law itself, verbatim."""

    source: Word
    chapters: dict[str, Word] = {}  # noqa: RUF012  # pydantic copies it
    articles: dict[str, Article]


class TranslationFile(Part):
    """``law.en.yaml``: a working translation, entry by entry."""

    source: Word
    note: Word | None = None
    articles: dict[str, list[Word]]
