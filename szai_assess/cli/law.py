"""``law``: the text of an article."""

from typing import Annotated

import typer

from szai_assess.citing import in_digits
from szai_assess.cli import judging, options
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say
from szai_assess.text import nearest
from szai_assess.words import Words


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
    near = nearest(number, list(held)) or "-"
    if number.isdecimal():
        near = min(held, key=lambda known: abs(int(known) - int(number)))
    raise UsageError(Fault("U006", Place(article), {"article": article, "nearest": near}))


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    article_ = Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE", help=say("cli.law.article", language), callback=options.given("ARTICLE", "law")
        ),
    ]

    @app.command("law", help=say("cli.law", language))
    def law(
        article: article_,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        from szai_assess import show

        words = judging.Opened(pack).get()[1]
        show.article(words, cited(words, article), language)
        return 0
