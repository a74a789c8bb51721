"""``approve``: who has read the papers puts their name to them, as they are now."""

import os
from typing import Annotated, NamedTuple

import typer

from szai_assess import approving, exits, files, filing, signing
from szai_assess.assessment import Assessment
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.errors import Fault, OutputError, Place, RecordError, UsageError
from szai_assess.filed import Approval, Filed, Party
from szai_assess.messages import say
from szai_assess.naming import folder_for
from szai_assess.text import one_line, same_person, visible

BUSY = "O013"


class Asked(NamedTuple):
    """What the command line asks for; ``author_role`` empty is the pack's first role, ``statement`` empty the usual one."""

    role: str
    name: str
    author: str
    author_role: str = ""
    statement: str = ""
    out: str = ""
    day: str = ""


def person(option: str, name: str) -> str:
    """A name as it is kept: on one line, with nothing in it that cannot be seen.

    Raises UsageError.
    """
    spelled = " ".join(files.spelled(name).split())
    if not spelled.isprintable():
        raise UsageError(Fault("R033", Place(option), {"name": one_line(spelled)}))
    return spelled


def parties(found: Assessment, asked: Asked) -> tuple[Party, Party]:
    """Approver and author, who differ by name and by role.

    Raises UsageError.
    """
    roles = tuple(found.words.tree["pack"]["who"])
    author_role = asked.author_role or roles[0]
    for option, role in (("--role", asked.role), ("--author-role", author_role)):
        if role not in roles:
            raise options.no_such(option, role, roles)
    approver, author = (
        Party(asked.role, person("--by", asked.name)),
        Party(author_role, person("--author", asked.author)),
    )
    if same_person(approver.name, author.name):
        raise UsageError(Fault("R020", Place("--by"), {"name": approver.name}))
    if approver.role == author.role:
        raise UsageError(Fault("R021", Place("--role"), {"role": approver.role}))
    return approver, author


def keep(approval: Approval, folder: str, found: Assessment, file: str) -> Approval | None:
    """Write an approval, unless what lies in the folder must not be approved; gives the one of the same person that it replaces.

    What is there is looked at once more while nobody else can write it. Raises RecordError, OutputError.
    """
    path = os.path.join(folder, approval.file)
    try:
        with files.locked(path):
            now = filing.filed(folder, file)
            refuse(found, now, approval)
            files.write(path, approving.written(approval))
    except OutputError as error:
        if error.faults[0].code == BUSY:
            raise RecordError(Fault("R031", Place(path), {"file": path})) from error
        raise
    return next((each for each in now.approvals if each.file == approval.file), None)


def refuse_link(path: str) -> None:
    """Stop where an approval would be written through a link to somewhere else.

    Raises RecordError.
    """
    if filing.is_link(path):
        raise RecordError(Fault("R032", Place(path), {"file": path}))


def refuse(found: Assessment, filed: Filed, approval: Approval) -> None:
    """Stop where an approval cannot be given.

    Raises RecordError with every reason.
    """
    faults = signing.refusals(found, filed, approval, approval.date)
    if faults:
        raise RecordError(*faults)


def open_blanks(filed: Filed) -> int:
    """How many blanks are open: of each paper in each language, in that of its formats which is filled in furthest."""
    least: dict[tuple[str, str], int] = {}
    for paper in filed.papers:
        count, key = sum(paper.open_blanks.values()), (paper.document, paper.language)
        least[key] = min(count, least.get(key, count))
    return sum(least.values())


def told(found: Assessment, filed: Filed, approval: Approval, before: Approval | None, language: str) -> list[str]:
    """What was approved by whom, what is still open in it, and what comes next."""
    edited = [paper.name for paper in filed.papers if paper.edited]
    left = open_blanks(filed)
    role = found.words.label("pack", "who", approval.approver.role, language=language)
    path = os.path.join(filed.folder, approval.file)
    lines = [
        say("approve.done", language, role=role, name=approval.approver.name, date=approval.date),
        "  " + say("approve.statement", language, statement=approval.statement),
        "  " + say("approve.bound", language, pack=approval.pack, count=str(len(approval.papers))),
    ]
    lines += ["  " + say("approve.edited", language, file=name) for name in edited]
    lines += ["  " + say("approve.open", language, count=str(left))] if left else []
    lines += ["  " + say("approve.replaced", language, date=before.date)] if before else []
    return [*lines, say("approve.written", language, file=path), say("approve.next", language, folder=filed.folder)]


def approve(found: Assessment, file: str, asked: Asked, language: str) -> list[str]:
    """Approve what is filed for an application; gives what to say.

    Raises UsageError, RecordError, OutputError, with nothing written.
    """
    folder = asked.out or folder_for(file)
    signers = parties(found, asked)
    statement = one_line(files.spelled(asked.statement)) or say("approve.usual", language)
    refuse_link(os.path.join(folder, approving.file_of(signers[0].role)))
    filed = filing.filed(folder, file)
    approval = approving.made(found, filed, signers, statement, asked.day or today())
    refuse(found, filed, approval)
    before = keep(approval, folder, found, file)
    return told(found, filed, approval, before, language)


def text_option(name: str, key: str, language: str) -> object:
    """An option whose value must not be empty; its help is that of ``key``."""
    return typer.Option(name, help=say(key, language), callback=options.not_empty(name))


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    file_ = Annotated[
        str,
        typer.Argument(
            metavar="FILE", help=say("cli.assess.file", language), callback=options.given("FILE", "approve")
        ),
    ]
    role_ = Annotated[str, text_option("--role", "cli.approve.role", language)]
    by_ = Annotated[str, text_option("--by", "cli.approve.by", language)]
    author_ = Annotated[str, text_option("--author", "cli.approve.author", language)]
    author_role_ = Annotated[str | None, text_option("--author-role", "cli.approve.author_role", language)]
    statement_ = Annotated[str | None, text_option("--statement", "cli.approve.statement", language)]
    today_ = Annotated[
        str, typer.Option("--today", help=say("cli.approve.today", language), callback=options.day("--today"))
    ]

    @app.command("approve", help=say("cli.approve", language))
    def approve_(
        file: file_,
        role: role_,
        by: by_,
        author: author_,
        author_role: author_role_ = None,
        statement: statement_ = None,
        out: options.out(language) = "",  # type: ignore[valid-type]
        today_is: today_ = "",
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        found = judging.judge(judging.Opened(pack), file)
        asked = Asked(role, by, author, author_role or "", statement or "", out, today_is)
        lines = approve(found, file, asked, language)
        printing.text("".join(f"{visible(line)}\n" for line in lines))
        return exits.DONE
