"""Citations as a reader writes them: ``66.2`` becomes 《条例》第六十六条第二款, ``PIPL-24.3`` PIPL Art. 24(3)."""

from functools import cache

from szai_assess.document import Cite
from szai_assess.words import Words, paragraphs

DIGITS = "零一二三四五六七八九"
WHOLE = "*"  # the instrument as a whole
ANNEX = "annex"


def numeral(number: int) -> str:
    """A number from 1 to 999 in Chinese characters, as articles are numbered."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


@cache
def numerals() -> dict[str, int]:
    """The numbers from 1 to 999 by their Chinese characters."""
    return {numeral(number): number for number in range(1, 1000)}


def in_digits(text: str) -> str:
    """A place as the citation grammar has it (``72.2.3``), from the ways people write it; other text as it stands.

    Read are 第七十二条第二款第（三）项, 六十六, Art. 72 para. 2, 第66条.
    """
    plain = text.strip()
    for word in ("Article", "Art.", "article", "art.", "第", "（", "）", "(", ")"):
        plain = plain.replace(word, "")
    for word in ("条", "款", "项", "paragraph", "para.", "item", ","):
        plain = plain.replace(word, " ")
    steps = [str(numerals().get(step, step)) for step in plain.split()]
    return ".".join(steps) if steps and all(step.isascii() and step.isdecimal() for step in steps) else text.strip()


def annexed(path: str, language: str) -> str:
    """A place that is no article: an annex or an item of it (``annex.7``), or a label such as D.5 as it stands."""
    head, _, item = path.partition(".")
    if head != ANNEX:
        return path
    if language == "en":
        return f" Annex {item}".rstrip()
    return f"附件第（{numeral(int(item))}）项" if item.isdecimal() else "附件"


def place(path: str, single: bool, language: str) -> str:
    """The article, paragraph and item in words; an article of a ``single`` paragraph is cited without it."""
    steps = path.split(".")
    if not all(step.isdecimal() and 0 < int(step) < 1000 for step in steps):
        return annexed(path, language)
    article, paragraph, item = (*steps, "", "")[:3]
    paragraph = "" if single else paragraph
    if language == "en":
        return f"Art. {article}" + "".join(f"({step})" for step in (paragraph, item) if step)
    text = f"第{numeral(int(article))}条"
    text += f"第{numeral(int(paragraph))}款" if paragraph else ""
    return text + (f"第（{numeral(int(item))}）项" if item else "")


def cite(words: Words, reference: str, language: str) -> Cite:
    """A reference of the pack as a citation; its words are the Chinese ones where no translation of them is held."""
    sources = words.tree["sources"]
    source, path = (reference, WHOLE) if reference in sources else words.source(reference)
    held = words.article(source, path.partition(".")[0])
    where = "" if path == WHOLE else place(path, len(list(paragraphs(held))) == 1, language)
    short = words.label("sources", source, "short", language=language)
    translated = words.passage(reference, language) if held else ()
    quote, spoken = (translated, language) if translated or not held else (words.passage(reference), "zh")
    described = sources.get(source, {})
    return Cite(
        short,
        where,
        quote,
        bool(described.get("verified", False)),
        spoken,
        described.get("kind", Cite._field_defaults["kind"]),
    )


def cited(words: Words, references: "tuple[str, ...] | list[str]", language: str) -> tuple[Cite, ...]:
    """References as citations, in order."""
    return tuple(cite(words, reference, language) for reference in references)


class Law:
    """The words of the law by reference, for papers that quote it."""

    def __init__(self, words: Words, language: str) -> None:
        """Look things up in these words."""
        self.words, self.language = words, language

    def __getitem__(self, reference: str) -> Cite:
        """The citation; raises KeyError where its words are not held, so that no paper quotes nothing."""
        found = cite(self.words, reference, self.language)
        if not found.quote:
            raise KeyError(reference)
        return found
