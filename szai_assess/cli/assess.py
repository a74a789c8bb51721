"""``assess``: locate → read pack → read answers → interview → classify → record → compose → render → write → show."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from szai_assess import answers_writer, exits, files, handwriting, interview, locate
from szai_assess.answers import Answers
from szai_assess.assessment import Assessment
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.cli.keeping import Kept, keeping
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.words import Words

if TYPE_CHECKING:
    from szai_assess.cli.papers import Wanted


class Way(NamedTuple):
    """How the questions are asked: which of them, of whom, and on what kind of terminal."""

    language: str
    quick: bool = False
    only: str = ""
    plain: bool = False


def begun(opened: judging.Opened, kept: Kept) -> tuple[Pack, Words, Answers]:
    """The pack, and the answers that the file holds so far; none where there is no file yet. Nothing is judged yet."""
    if kept.held is None:
        pack, words = opened.get()
        return pack, words, Answers(pack=f"{pack.id}@{pack.version}")
    pack, words, reading = judging.read(opened, kept.file, kept.held)
    return pack, words, reading.answers


def plan_of(words: Words, way: Way) -> interview.Plan:
    """Which questions are asked.

    Raises UsageError where the pack knows no such person.
    """
    roles = tuple(words.tree["pack"]["who"])
    if way.only and way.only not in roles:
        raise options.no_such("--only", way.only, roles)
    return interview.Plan(way.quick, frozenset(words.answered_by(way.only)) if way.only else None)


def interviewed(so_far: tuple[Pack, Words, Answers], kept: Kept, schema: str, way: Way) -> Assessment:
    """Ask what is open, the file saved after every answer.

    Raises UsageError where the terminal cannot be asked at, and ``interview.Stopped``.
    """
    from szai_assess import show, terminal

    pack, words, begun_with = so_far
    by_hand = handwriting.comments(kept.text(), pack, words)

    def save(answers: Answers) -> None:
        kept.save(answers_writer.write(answers, pack, words, way.language, schema, by_hand))

    def verdict(answers: Answers, width: int) -> list[str]:
        return show.verdict_text(judging.assessed(pack, words, answers), way.language, kept.file, width)

    desk = interview.Desk(pack, words, save, today)
    talk = interview.begin(desk, begun_with, plan_of(words, way))
    wording = terminal.Wording(pack, words, way.language)
    return judging.assessed(pack, words, terminal.hold(talk, wording, verdict, plain=way.plain))


def asked(opened: judging.Opened, file: str, way: Way) -> Assessment:
    """The whole interview on a file, new or begun.

    Raises UsageError where there is no terminal.
    """
    from szai_assess import terminal

    if not way.plain and not terminal.is_interactive(sys.stdin, sys.stdout):
        raise UsageError(Fault("U002", Place(file)))
    with keeping(file) as kept:
        so_far = begun(opened, kept)
        schema = locate.schema(locate.pack_folder(opened.wanted or so_far[0].id))
        return interviewed(so_far, kept, locate.seen_from(os.path.dirname(file), schema), way)


def stopped(opened: judging.Opened, file: str, language: str) -> int:
    """Say what is saved, and who is to be asked what is open."""
    if not files.exists(file):
        printing.error([say("check.interrupted", language)])
        return exits.INTERRUPTED
    from szai_assess import show

    show.handover(judging.judge(opened, file), file, language)
    printing.error([say("check.saved", language, file=file)])
    return exits.INTERRUPTED


def conclude(assessment: Assessment, file: str, wanted: "Wanted") -> None:
    """Write the papers and show the verdict with them; where they cannot be written, the verdict alone before the error."""
    from szai_assess import show
    from szai_assess.cli import papers

    done = papers.NOTHING
    try:
        done = papers.write(assessment, file, wanted)
    finally:
        show.verdict(assessment, language=wanted.language, papers=done.papers, file=file)
    papers.tell(done, wanted.language)


def finish(assessment: Assessment, file: str, wanted: "Wanted") -> None:
    """End an interview: with its papers where everything was asked, else with the verdict so far; and who is to be asked what."""
    from szai_assess import show

    if assessment.answers.assessed_on:
        conclude(assessment, file, wanted)
    else:
        show.verdict(assessment, language=wanted.language, file=file)
    show.handover(assessment, file, wanted.language)


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help=say("cli.assess.file", language), callback=options.given("FILE", "assess")
        ),
    ]
    no_input_ = Annotated[bool, typer.Option("--no-input", help=say("cli.assess.no_input", language))]
    quick_ = Annotated[bool, typer.Option("--quick", help=say("cli.assess.quick", language))]
    only_ = Annotated[str, typer.Option("--only", help=say("cli.assess.only", language))]
    plain_ = Annotated[bool, typer.Option("--plain", help=say("cli.assess.plain", language))]

    @app.command("assess", help=say("cli.assess", language))
    def assess(
        file: file_ = "szai.yaml",
        no_input: no_input_ = False,
        quick: quick_ = False,
        only: only_ = "",
        plain: plain_ = False,
        out: options.out(language) = "",  # type: ignore[valid-type]
        format: options.paper_format(language) = "md",  # type: ignore[valid-type]  # noqa: A002
        force: options.force(language) = False,  # type: ignore[valid-type]
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        from szai_assess.cli.papers import Wanted

        opened = judging.Opened(pack)
        way = Way(language, quick, only, plain or os.environ.get("TERM") == "dumb")
        try:
            found = judging.judge(opened, file) if no_input else asked(opened, file, way)
        except interview.Stopped:
            return stopped(opened, file, language)
        wanted = Wanted(language, out, tuple(format.split(",")), force=force)
        (conclude if no_input else finish)(found, file, wanted)
        return exits.DONE
