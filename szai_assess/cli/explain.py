"""``explain``: why this outcome, and what would change it."""

from typing import Annotated

import typer

from szai_assess.cli import judging, options, printing
from szai_assess.messages import say

FORMATS = ("text", "markdown", "json", "html")


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[
        str,
        typer.Argument(
            metavar="FILE", help=say("cli.assess.file", language), callback=options.given("FILE", "explain")
        ),
    ]
    format_ = Annotated[
        str,
        typer.Option(
            "--format", help=say("cli.explain.format", language), callback=options.one_of("--format", FORMATS)
        ),
    ]
    law_ = Annotated[bool, typer.Option("--law", help=say("cli.explain.law", language))]

    @app.command("explain", help=say("cli.explain", language))
    def explain(
        file: file_,
        format: format_ = "text",  # noqa: A002
        law: law_ = False,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        from szai_assess import telling
        from szai_assess.cli.templating import Templates
        from szai_assess.explanation import explanation

        found = explanation(judging.judge(judging.Opened(pack), file))
        if format == telling.TEXT:
            telling.screen(found, language, file, law=law)
        else:
            read = Templates(file).read_text
            printing.machine(telling.document(found, format, language, file, law=law, template=read))
        return 0
