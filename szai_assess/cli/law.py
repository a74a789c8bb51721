"""``law``: the text of an article."""

from typing import Annotated

import typer

from szai_assess.cli import judging, options
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say
from szai_assess.text import nearest
from szai_assess.words import Words

CHINESE_DIGITS = "零一二三四五六七八九"


def in_digits(article: str) -> str:
    """An article as a person may write it (第六十六条, 66, Art. 66) as the citation grammar has it."""
    plain = article.strip().removeprefix("第").removesuffix("条").strip()
    tens, ten, ones = plain.rpartition("十")
    if plain and len(tens) < 2 and len(ones) < 2 and set(tens + ones) <= set(CHINESE_DIGITS):
        number = (CHINESE_DIGITS.index(tens) if tens else 1 if ten else 0) * 10
        return str(number + (CHINESE_DIGITS.index(ones) if ones else 0))
    return plain


def cited(words: Words, article: str) -> str:
    """The citation that is meant.

    Raises UsageError where there is no such place, or its text is not held.
    """
    cite = in_digits(article)
    if words.passage(cite):
        return cite
    source, path = words.source(cite)
    held = (
        words.tree["law"]["zh"]
        if source == words.tree["law"]["source"]
        else words.tree["sources"][source].get("articles")
    )
    if not held:
        raise UsageError(Fault("U007", Place(article), {"cite": cite}))
    number = path.partition(".")[0]
    near = nearest(number, list(held))
    if number.isdecimal() and number not in held:
        near = min(held, key=lambda known: abs(int(known) - int(number)))
    raise UsageError(Fault("U006", Place(article), {"article": article, "nearest": near}))


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    article_ = Annotated[str, typer.Argument(metavar="ARTICLE", help=say("cli.law.article", language))]

    @app.command("law", help=say("cli.law", language))
    def law(
        article: article_,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        from szai_assess import show

        words = judging.Shelf(pack).get()[1]
        show.article(words, cited(words, article), language)
        return 0
