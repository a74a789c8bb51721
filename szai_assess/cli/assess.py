"""``assess``: locate → read pack → read answers → interview → classify → record → compose → render → write → show."""

import os
import sys
from typing import Annotated

import typer

from szai_assess import answers_writer, exits, files, handwriting, interview, locate
from szai_assess.answers import Answers
from szai_assess.cli import judging, options, printing
from szai_assess.errors import Fault, Place, UsageError
from szai_assess.gate import Judged
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.words import Words


def today() -> str:
    """The day on which an interview is finished."""
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011  # the user's own day


def begun(shelf: judging.Shelf, file: str) -> Judged:
    """The answers that the file holds so far; none where there is no file yet."""
    if files.exists(file):
        return judging.judge(shelf, file)
    pack, words = shelf.get()
    return judging.judged(pack, words, Answers(pack=f"{pack.id}@{pack.version}"))


def written_by_hand(file: str, pack: Pack, words: Words) -> handwriting.Comments:
    """The comments that a person wrote into the file, if it is there."""
    return handwriting.comments(files.read(file).decode("utf-8-sig"), pack, words) if files.exists(file) else {}


def interviewed(so_far: Judged, file: str, schema: str, language: str) -> Judged:
    """Ask what is open, the file saved after every answer.

    Raises UsageError where there is no terminal, and ``interview.Stopped``.
    """
    from szai_assess import terminal

    if not terminal.is_interactive(sys.stdin, sys.stdout):
        raise UsageError(Fault("U002", Place(file)))
    pack, words = so_far.pack, so_far.words
    by_hand = written_by_hand(file, pack, words)

    def save(answers: Answers) -> None:
        files.write(file, answers_writer.write(answers, pack, words, language, schema, by_hand).encode())

    asker = terminal.Asker(words, language)
    return judging.judged(pack, words, interview.run(pack, so_far.answers, asker, save, today()))


def asked(shelf: judging.Shelf, file: str, language: str) -> Judged:
    """The whole interview on a file, new or begun."""
    so_far = begun(shelf, file)
    schema = locate.schema(locate.pack_folder(shelf.wanted or so_far.pack.id))
    return interviewed(so_far, file, locate.seen_from(os.path.dirname(file), schema), language)


def conclude(judged: Judged, file: str, out: str, language: str) -> None:
    """Show the verdict and write the papers."""
    from szai_assess import show
    from szai_assess.cli import papers
    from szai_assess.explain import reasons

    why = reasons(judged.pack, judged.answers.values, judged.verdict)
    show.verdict(judged.pack, judged.words, judged.answers, judged.verdict, why, language=language)
    papers.tell(papers.write(judged, file, out), language)


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[str, typer.Argument(metavar="[FILE]", help=say("cli.assess.file", language))]
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
        shelf = judging.Shelf(pack)
        try:
            found = judging.judge(shelf, file) if no_input else asked(shelf, file, language)
        except interview.Stopped:
            key = "check.saved" if files.exists(file) else "check.interrupted"
            printing.error([say(key, language, file=file)])
            return exits.INTERRUPTED
        conclude(found, file, out, language)
        return exits.DONE
