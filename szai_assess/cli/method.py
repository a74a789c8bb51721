"""``pack method``: locate → read pack → rule book → Markdown → page → print or write."""

from typing import Annotated

import typer

from szai_assess import exits, files, loading, locate
from szai_assess.cli import options, printing
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.messages import say

FORMATS = ("markdown", "html")
PROOF = "PROOF.md"
TEMPLATE, STYLE = "method/{language}.md.j2", "method/style.css"
DEEPER = 2  # levels by which the headings of a proof go down, so that they stand below the page's own


def template(name: str) -> str:
    """The text of a shipped template: the page is the tool's, whatever templates a project has for its papers."""
    return files.read(locate.shipped_template(name)).decode("utf-8")


def proof(folder: str) -> str:
    """The proof beside a pack as Markdown of ours; nothing where there is none."""
    from szai_assess.render.foreign import foreign

    path = f"{folder}/{PROOF}"
    return foreign(files.read(path).decode("utf-8", "replace"), DEEPER) if files.exists(path) else ""


def markdown(name: str, language: str) -> str:
    """The method page of a pack.

    Raises AssessError.
    """
    from markupsafe import Markup

    from szai_assess.render.markdown import environment_for, tidy, written
    from szai_assess.rulebook import rule_book

    folder = locate.pack_folder(name)
    book = rule_book(*loading.open_both(name), language)
    known = {"b": book, "proof": Markup(proof(folder))}  # noqa: S704  # escaped where it was written anew
    return tidy(written(environment_for(template), TEMPLATE.format(language=language), known))


def html(text: str, language: str) -> bytes:
    """The page as one HTML file, read back from its Markdown, so that it leaves nothing out."""
    from szai_assess.document import Paper
    from szai_assess.render.book import book
    from szai_assess.render.reading import read

    return book(read(Paper("method", "", "method", text, ()), language), template(STYLE))


def is_page(data: bytes) -> bool:
    """Whether a file may be a page of ours: HTML without script, or Markdown under a title."""
    return data.startswith((b"<!doctype html>\n<html", b"# "))


def put(path: str, data: bytes) -> None:
    """Write the page, but over nothing that is no page.

    Raises OutputError.
    """
    if files.exists(path) and not is_page(files.read(path)):
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    files.write(path, data)


def register(packs: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    name_ = Annotated[str, typer.Argument(metavar="[PACK]", help=say("cli.pack", language))]
    format_ = Annotated[
        str,
        typer.Option(
            "--format", help=say("cli.packs.method.format", language), callback=options.one_of("--format", FORMATS)
        ),
    ]
    output_ = Annotated[str, typer.Option("--output", help=say("cli.packs.method.output", language))]

    @packs.command("method", help=say("cli.packs.method", language))
    def method(
        name: name_ = "",
        format: format_ = "markdown",  # noqa: A002
        output: output_ = "",
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        text = markdown(name, language)
        page = html(text, language) if format == "html" else text.encode()
        if output:
            put(output, page)
            printing.text(say("check.written", language, file=output) + "\n")
        else:
            printing.machine(page.decode())
        return exits.DONE
