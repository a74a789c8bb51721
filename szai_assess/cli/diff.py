"""``diff``: locate → read packs → read both files, on the disk or at a revision → classify → compare → print → exit."""

from typing import Annotated

import typer

from szai_assess import answers_reader, exits, files, revisions
from szai_assess.assessment import Assessment
from szai_assess.cli import judging, options, printing
from szai_assess.compare import compare
from szai_assess.errors import AssessError, Fault
from szai_assess.messages import say
from szai_assess.report.change import FORMATS, told_by
from szai_assess.show import screen_width
from szai_assess.strict import SIZE, parse


def side(packs: judging.Opened, name: str) -> Assessment:
    """A file as it is or was, judged; the pack is that on this machine.

    Raises AssessError with all faults.
    """
    tree, faults = parse(revisions.read(name, SIZE + 1), name)
    pack, words = packs.get(answers_reader.pack_named(tree))
    reading = answers_reader.read_tree(tree, faults, name, pack)
    return judging.assessed(pack, words, reading.answers, reading.lines, reading.version)


def sides(packs: judging.Opened, names: tuple[str, str]) -> list[Assessment]:
    """Both, judged.

    Raises AssessError with all faults of both.
    """
    found: list[Assessment] = []
    faults: list[Fault] = []
    for name in names:
        try:
            found.append(side(packs, name))
        except AssessError as error:
            faults += error.faults
    if faults:
        raise AssessError(*{(fault.code, fault.place): fault for fault in faults}.values())
    return found


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    old_, new_ = (
        Annotated[
            str,
            typer.Argument(metavar=name, help=say(key, language), callback=options.given(name, "diff")),
        ]
        for name, key in (("OLD", "cli.diff.old"), ("NEW", "cli.diff.new"))
    )
    format_ = Annotated[
        str,
        typer.Option(
            "--format", help=say("cli.diff.format", language), callback=options.one_of("--format", tuple(FORMATS))
        ),
    ]
    exit_ = Annotated[bool, typer.Option("--exit-code", help=say("cli.diff.exit_code", language))]

    @app.command("diff", help=say("cli.diff", language))
    def diff(
        old: old_,  # type: ignore[valid-type]
        new: new_,  # type: ignore[valid-type]
        format: format_ = "text",  # noqa: A002
        exit_code: exit_ = False,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        found = compare(*sides(judging.Opened(pack), (old, new)))
        names = (files.spelled(old), files.spelled(new))
        words = FORMATS[format](told_by(found, names, language, screen_width()))
        (printing.text if format == "text" else printing.machine)(words)
        return exits.NO if exit_code and found.material else exits.DONE
