"""``pack try``: locate → read packs → judge each file by its own and by the new one → compare → print → exit."""

from collections.abc import Iterator
from typing import Annotated

import typer

from szai_assess import exits, files
from szai_assess.cli import judging, options, printing
from szai_assess.compare import compare
from szai_assess.errors import AssessError, OutputError
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.replay import Contrast, Tried, carry, contrast
from szai_assess.report.text import faults
from szai_assess.report.trial import FORMATS, Trial
from szai_assess.show import screen_width
from szai_assess.words import Words


def tried(packs: judging.Opened, new: tuple[Pack, Words], file: str) -> Tried:
    """A file judged by both packs; what keeps it from being judged is kept, so that the others still are."""
    spelled = files.spelled(file)
    try:
        old = judging.judge(packs, file)
        carried = carry(old.pack, new[0], old.answers)
        found = compare(old, judging.assessed(*new, carried.answers))
    except AssessError as error:
        return Tried(spelled, None, error=error)
    return Tried(spelled, found, carried)


def found_in(paths: list[str]) -> Iterator[str | Tried]:
    """Every answers file that the paths name, once; a path with none is a file that cannot be judged."""
    seen = set()
    for path in paths or ["."]:
        try:
            for file in judging.found_in(path):
                same = files.followed(file)
                if same not in seen:
                    seen.add(same)
                    yield file
        except OutputError as error:
            yield Tried(files.spelled(path), None, error=error)


def contrasts(found: list[Tried], new: tuple[Pack, Words]) -> Iterator[Contrast]:
    """How the new pack differs from each of those that the files were judged by."""
    old = {each.found.old.pack.digest: each.found.old for each in found if each.found}
    return (contrast(side.pack, side.words, *new) for side in old.values())


def trial(new: str, old: str, paths: list[str], language: str) -> Trial:
    """All files tried under a pack.

    Raises AssessError where the new pack cannot be opened.
    """
    wanted = judging.Opened(new).get()
    packs = judging.Opened(old)
    every = found_in(paths)
    found = [each if isinstance(each, Tried) else tried(packs, wanted, each) for each in every]
    title = f"{wanted[0].id}@{wanted[0].version}"
    return Trial(title, tuple(found), tuple(contrasts(found, wanted)), language, screen_width())


def complain(found: Trial) -> None:
    """Tell on the error stream why files could not be judged, where there are any."""
    errors = dict.fromkeys(each.error for each in found.tried if each.error)
    if errors:
        raised = [line for error in errors for line in faults(error, found.language)]
        printing.error([*raised, say("check.undecided", found.language)])


def code(found: Trial, exit_code: bool) -> int:
    """The exit code: what cannot be judged comes before what changes."""
    if any(each.error for each in found.tried):
        return exits.UNDECIDED
    return exits.NO if exit_code and any(each.changed for each in found.tried) else exits.DONE


def register(packs: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    new_ = Annotated[
        str,
        typer.Argument(
            metavar="NEW", help=say("cli.packs.try.new", language), callback=options.given("NEW", "pack try")
        ),
    ]
    paths_ = Annotated[list[str], typer.Argument(metavar="[FILE|DIR]...", help=say("cli.check.paths", language))]
    old_ = Annotated[str, typer.Option("--pack", help=say("cli.packs.try.old", language))]
    format_ = Annotated[
        str,
        typer.Option(
            "--format", help=say("cli.packs.try.format", language), callback=options.one_of("--format", tuple(FORMATS))
        ),
    ]
    exit_ = Annotated[bool, typer.Option("--exit-code", help=say("cli.packs.try.exit_code", language))]

    @packs.command("try", help=say("cli.packs.try", language))
    def try_(
        new: new_,
        paths: paths_ = [],  # noqa: B006
        pack: old_ = "",
        format: format_ = "text",  # noqa: A002
        exit_code: exit_ = False,
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        found = trial(new, pack, paths, language)
        (printing.text if format == "text" else printing.machine)(FORMATS[format](found))
        complain(found)
        return code(found, exit_code)
