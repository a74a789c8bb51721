"""``render``: the papers only."""

from typing import Annotated

import typer

from szai_assess.cli import judging, options
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say


def chosen(only: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The documents named on the command line, each one of those that the verdict asks for."""
    wanted = tuple(name.strip() for name in only.split(",") if name.strip())
    for name in wanted:
        if name not in known:
            raise options.no_such("--only", name, known)
    return wanted


def refuse_nothing(formats: tuple[str, ...], option: str) -> None:
    """Stop where an option leaves only papers, and no format is one of papers.

    Raises UsageError.
    """
    from szai_assess.render.formats import PAGES

    if option and not {*formats} & {*PAGES}:
        details = {"option": option, "formats": ", ".join(formats), "known": ", ".join(PAGES)}
        raise UsageError(Fault("U015", Place(option), details))


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[
        str,
        typer.Argument(metavar="FILE", help=say("cli.assess.file", language), callback=options.given("FILE", "render")),
    ]
    only_ = Annotated[
        str | None, typer.Option("--only", help=say("cli.render.only", language), callback=options.not_empty("--only"))
    ]
    origins_ = Annotated[bool, typer.Option("--origins", help=say("cli.render.origins", language))]

    @app.command("render", help=say("cli.render", language))
    def render(
        file: file_,
        format: options.paper_format(language) = "md",  # type: ignore[valid-type]  # noqa: A002
        out: options.out(language) = "",  # type: ignore[valid-type]
        only: only_ = None,
        origins: origins_ = False,
        force: options.force(language) = False,  # type: ignore[valid-type]
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        from szai_assess.cli import papers

        forms = tuple(format.split(","))
        refuse_nothing(forms, "--only" if only else "--origins" if origins else "")
        found = judging.judge(judging.Opened(pack), file)
        some = chosen(only or "", found.verdict.documents)
        wanted = papers.Wanted(language, out, forms, some, force, origins)
        papers.tell(papers.write(found, file, wanted), language)
        return 0
