"""Writing papers: all or none, nothing that anybody else wrote or edited overwritten unasked, the record last."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from szai_assess import files, render
from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.cli import printing
from szai_assess.cli.shelf import Entry, Plan, Shelf, beside
from szai_assess.cli.templating import Templates
from szai_assess.compose import compose
from szai_assess.digest import sha256
from szai_assess.document import Dossier, Paper
from szai_assess.errors import OutputError, PapersError, TemplateError
from szai_assess.filing import RECORD, derived
from szai_assess.messages import say
from szai_assess.naming import folder_for
from szai_assess.record_reader import stem_of
from szai_assess.render import formats
from szai_assess.render.formats import Copy
from szai_assess.text import visible

Idle = tuple[tuple[str, str], ...]  # formats for machines that were not written, and why


class Wanted(NamedTuple):
    """Which papers are wanted: where, in which language and formats, with ``only`` just some.

    ``force`` replaces edited ones; ``origins`` asks for copies in which each paragraph says where it comes from.
    """

    language: str
    out: str = ""
    formats: tuple[str, ...] = ("md",)
    only: tuple[str, ...] = ()
    force: bool = False
    origins: bool = False

    @property
    def pages_alone(self) -> str:
        """The option by which nothing is written for machines; empty where there is none."""
        return "--only" if self.only else "--origins" if self.origins else ""

    def holds(self, name: str) -> bool:
        """Whether a paper's file is one in this language and one of these formats."""
        return stem_of(name).endswith(f".{self.language}") and name.rpartition(".")[2] in self.formats


class Written(NamedTuple):
    """What was written where, and what became of the other papers there.

    ``removed`` no longer apply, ``obsolete`` do not either but were edited, ``outdated`` rest on other answers; ``edited`` were
    left alone, the new version beside them, and ``replaced`` made room: the name of each with that of its backup.
    ``superseded`` are new versions that now stand in their place, ``retained`` such that were edited. ``idle`` are formats that
    came to nothing; ``own`` the templates that were the project's own, ``strays`` those whose name is not quite that of one.
    ``pack`` is what judged in place of a shipped pack, and its shelf.
    """

    folder: str
    papers: tuple[Paper, ...]
    files: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    superseded: tuple[str, ...] = ()
    retained: tuple[str, ...] = ()
    obsolete: tuple[str, ...] = ()
    idle: Idle = ()
    own: tuple[str, ...] = ()
    strays: tuple[tuple[str, str], ...] = ()
    pack: tuple[str, str] = ("", "")


NOTHING = Written("", ())


def entry_of(copy: Copy, answers: str) -> Entry:
    """What the record says of a paper's file: its name, its digest, the digest of the answers it rests on, its blanks."""
    return {
        "document": copy.paper.id,
        "file": copy.file,
        "digest": sha256(copy.data),
        "answers_digest": answers,
        "blanks": [blank._asdict() for blank in copy.paper.blanks],
    }


def write(assessment: Assessment, file: str, wanted: Wanted) -> Written:
    """Write the papers of a judged application, see ``put``.

    Raises PapersError in place of TemplateError and OutputError.
    """
    templates, dossier = Templates(file), compose(assessment, wanted.language)
    try:
        with templates.in_front():
            copies = printed(dossier, wanted, templates)
        done = put(assessment, file, wanted, copies)
    except (TemplateError, OutputError) as error:
        raise PapersError(*error.faults) from error
    strays = tuple(templates.strays(template_names(assessment)))
    pack = assessment.pack
    judged_by = (f"{pack.id}@{pack.version}", pack.shelf) if pack.in_front else ("", "")
    own = tuple(sorted(templates.used))
    return done._replace(idle=tuple(idle(dossier, wanted)), own=own, strays=strays, pack=judged_by)


def template_names(assessment: Assessment) -> list[str]:
    """The templates that the pack's papers are written by."""
    documents = assessment.words.tree["documents"]
    names = [str(described.get("template", ident)) for ident, described in documents.items()]
    return [f"{name}/{language}.md.j2" for name in names for language in ("zh", "en")]


def printed(dossier: Dossier, wanted: Wanted, templates: Templates) -> tuple[Copy, ...]:
    """The papers that are wanted, in all formats; nothing is written yet.

    Raises TemplateError, and OutputError where a format cannot be made.
    """
    write_all = render.with_origins if wanted.origins else render.papers
    papers = write_all(dossier, templates.read_text, wanted.only)
    beside_them = () if wanted.pages_alone else formats.beside(dossier, wanted.formats)
    pages = formats.copies(dossier, papers, wanted.formats, templates.data, proofread=bool(templates.folders))
    return (*pages, *beside_them)


def idle(dossier: Dossier, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The formats for machines that nothing is written in, and why, those of one reason together."""
    asked = tuple(each for each in wanted.formats if each in formats.MACHINES)
    if asked and wanted.pages_alone:
        yield ", ".join(asked), say("check.pages_alone", wanted.language, option=wanted.pages_alone)
    elif asked:
        from szai_assess.render import sides

        lacking = [each for each in asked if not sides.there_is(dossier, each)]
        days = "check.no_days" if dossier.cadence else "check.no_cadence"
        for kinds, why in ((sides.TABLES, "check.no_plan"), (sides.CALENDARS, days), (sides.BOOKS, "check.no_lists")):
            names = ", ".join(each for each in lacking if each in kinds)
            if names:
                yield names, say(why, wanted.language)


def put(assessment: Assessment, file: str, wanted: Wanted, copies: Sequence[Copy]) -> Written:
    """Put papers into their folder, and the record beside them; other languages and formats stay, and with ``only`` all others.

    Raises OutputError before anything is written where a foreign file is in the way.
    """
    shelf = Shelf(wanted.out or folder_for(file, "origins" if wanted.origins else "papers"), file)
    plan = shelf.plan(copies, force=wanted.force)
    names = tuple(copy.file for copy in plan.copies)
    superseded = tuple(name for name in map(beside, names) if name in shelf.ours)
    removed = no_longer_wanted(shelf, wanted, (*names, *plan.edited, *superseded))
    left = left_as_they_are(shelf, (*names, *plan.edited, *superseded, *removed))
    answers = digest(assessment.answers)
    kept = {
        **derived(assessment, shelf.folder, file),
        "files": [
            *(entry_of(copy, answers) for copy in plan.copies),
            *(shelf.known[name] for name in plan.edited),
            *left,
        ],
    }
    replaced = fill(shelf, plan, kept, (*superseded, *removed))
    papers = tuple(dict.fromkeys(copy.paper for copy in copies))
    done = Written(shelf.folder, papers, names, removed, (), plan.edited, replaced, superseded)
    return sorted_out(done, wanted, {entry["file"]: entry.get("answers_digest") == answers for entry in left})


def sorted_out(done: Written, wanted: Wanted, left: Mapping[str, bool]) -> Written:
    """What is told of the papers that stayed: (name → whether it rests on the answers of today)."""
    retained = tuple(name for name in map(beside, done.files) if name in left)
    others = [name for name in left if name not in retained]
    obsolete = tuple(name for name in others if not wanted.only and wanted.holds(name))
    outdated = tuple(name for name in others if name not in obsolete and not left[name])
    return done._replace(retained=retained, obsolete=obsolete, outdated=outdated)


def fill(shelf: Shelf, plan: Plan, kept: Entry, going: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Write and remove as planned; gives the name of every edited paper that made room, and of its backup.

    At whatever instant the process ends, the record knows what is ours, and what was edited is there, in place or as a backup.
    """
    replaced = tuple((name, os.path.basename(files.back_up(shelf.path(name)))) for name in plan.replaced)
    shelf.keep({**kept, "files": shelf.begun(kept["files"], going)})
    for copy in plan.copies:
        files.write(shelf.path(copy.file), copy.data)
    for name in going:
        files.discard(shelf.path(name))
    shelf.keep(kept)
    return replaced


def no_longer_wanted(shelf: Shelf, wanted: Wanted, names: Sequence[str]) -> tuple[str, ...]:
    """The papers that are gone from what the verdict asks for, as they were written; with ``only`` none is looked for."""
    return () if wanted.only else tuple(name for name in shelf.ours if name not in names and wanted.holds(name))


def left_as_they_are(shelf: Shelf, names: Sequence[str]) -> list[Entry]:
    """The papers that stay though nothing is done to them: in another language or format, left out by ``only``, or edited."""
    return [entry for name, entry in shelf.known.items() if name not in names and shelf.holds(name)]


def listed(paper: Paper, names: Sequence[str]) -> str:
    """The files of a paper, the name said once."""
    return paper.stem + " ".join(name.removeprefix(paper.stem) for name in names if stem_of(name) == paper.stem)


def tell(done: Written, language: str) -> None:
    """Say what was written where."""
    lines = [say("check.papers", language, folder=done.folder + os.sep)]
    for paper in done.papers:
        count = len(paper.blanks)
        blanks = say("check.blank" if count == 1 else "check.blanks", language, count=str(count))
        details = {"file": listed(paper, done.files), "title": paper.title, "blanks": blanks}
        lines.append("  " + say("check.paper", language, **details))
    lines.append("  " + say("check.record", language, file=RECORD))
    lines += [say(code, language, **details) for code, details in remarks(done)]
    printing.text("".join(f"{visible(line)}\n" for line in lines))


def remarks(done: Written) -> Iterator[tuple[str, dict[str, str]]]:
    """What there is to say beside the list of papers: the code of each line and its details."""
    yield from (("check.idle", {"formats": names, "why": why}) for names, why in done.idle)
    yield from (("check.edited", {"file": name, "new": beside(name)}) for name in done.edited)
    yield from (("check.replaced", {"file": name, "backup": backup}) for name, backup in done.replaced)
    yield from (("check.removed", {"file": name}) for name in done.removed)
    yield from (("check.superseded", {"file": name}) for name in done.superseded)
    yield from (("check.retained", {"file": name}) for name in done.retained)
    yield from (("check.obsolete", {"file": name}) for name in done.obsolete)
    yield from (("check.outdated", {"file": name}) for name in done.outdated)
    if done.own:
        yield "check.own_templates", {"files": ", ".join(done.own)}
    if done.pack[0]:
        yield "check.own_pack", {"pack": done.pack[0], "shelf": done.pack[1]}
    yield from (("check.stray", {"file": path, "nearest": near}) for path, near in done.strays)
