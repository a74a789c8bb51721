"""``assess``: locate → read pack → read answers → interview → classify → record → compose → render → write → show."""

import os
import sys
from typing import Annotated

import typer

from szai_assess import answers_writer, exits, files, handwriting, interview, locate
from szai_assess.answers import Answers
from szai_assess.assessment import Assessment
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.cli.keeping import Kept
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say


def begun(opened: judging.Opened, file: str) -> Assessment:
    """The answers that the file holds so far; none where there is no file yet."""
    if files.exists(file):
        return judging.judge(opened, file)
    pack, words = opened.get()
    return judging.assessed(pack, words, Answers(pack=f"{pack.id}@{pack.version}"))


def interviewed(so_far: Assessment, file: str, schema: str, language: str) -> Assessment:
    """Ask what is open, the file saved after every answer.

    Raises UsageError where there is no terminal, and ``interview.Stopped``.
    """
    from szai_assess import terminal

    if not terminal.is_interactive(sys.stdin, sys.stdout):
        raise UsageError(Fault("U002", Place(file)))
    pack, words = so_far.pack, so_far.words
    kept = Kept(file)
    by_hand = handwriting.comments(kept.text(), pack, words)

    def save(answers: Answers) -> None:
        kept.save(answers_writer.write(answers, pack, words, language, schema, by_hand))

    asker = terminal.Asker(words, language)
    return judging.assessed(pack, words, interview.run(pack, so_far.answers, asker, save, today))


def asked(opened: judging.Opened, file: str, language: str) -> Assessment:
    """The whole interview on a file, new or begun."""
    so_far = begun(opened, file)
    schema = locate.schema(locate.pack_folder(opened.wanted or so_far.pack.id))
    return interviewed(so_far, file, locate.seen_from(os.path.dirname(file), schema), language)


def conclude(assessment: Assessment, file: str, out: str, language: str) -> None:
    """Show the verdict and write the papers."""
    from szai_assess import show
    from szai_assess.cli import papers

    show.verdict(assessment, language=language)
    papers.tell(papers.write(assessment, file, out), language)


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help=say("cli.assess.file", language), callback=options.given("FILE", "assess")
        ),
    ]
    no_input_ = Annotated[bool, typer.Option("--no-input", help=say("cli.assess.no_input", language))]

    @app.command("assess", help=say("cli.assess", language))
    def assess(
        file: file_ = "szai.yaml",
        no_input: no_input_ = False,
        out: options.out(language) = "",  # type: ignore[valid-type]
        format: options.paper_format(language) = "md",  # type: ignore[valid-type]  # noqa: A002
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del format, lang
        opened = judging.Opened(pack)
        try:
            found = judging.judge(opened, file) if no_input else asked(opened, file, language)
        except interview.Stopped:
            key = "check.saved" if files.exists(file) else "check.interrupted"
            printing.error([say(key, language, file=file)])
            return exits.INTERRUPTED
        conclude(found, file, out, language)
        return exits.DONE
