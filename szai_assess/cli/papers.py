"""Writing papers: all or none, nothing of anybody else's overwritten, the record last."""

import json
import os
from typing import Any, NamedTuple

from szai_assess import files, locate, record, render
from szai_assess.assessment import Assessment
from szai_assess.cli import printing
from szai_assess.compose import compose
from szai_assess.digest import sha256
from szai_assess.document import Paper
from szai_assess.errors import Fault, OutputError, PapersError, Place
from szai_assess.gate import examine
from szai_assess.messages import say
from szai_assess.text import visible

RECORD, TOOL = "record.json", "szai-assess"
PAPER_LANGUAGE = "zh"


class Written(NamedTuple):
    """What was written where, and what was removed because it no longer applies."""

    folder: str
    papers: tuple[Paper, ...]
    removed: tuple[str, ...]


NOTHING = Written("", (), ())


def folder_for(file: str) -> str:
    """The folder for the papers of an answers file: beside it, named after it."""
    name = os.path.basename(file)
    for ending in (".szai.yaml", ".yaml", ".yml", ".json"):
        name = name.removesuffix(ending)
    return os.path.join(os.path.dirname(file), f"{name}-papers")


def template(name: str) -> str:
    """The text of a template."""
    return files.read(locate.template(name)).decode("utf-8")


def is_name(name: object) -> bool:
    """Whether this names a file in the folder itself: a record must not point anywhere else."""
    return isinstance(name, str) and name not in ("", ".", "..") and not set(name) & set("/\\\0:")


def entries(folder: str, file: str) -> list[dict[str, Any]]:
    """The papers that the record in a folder knows; none where there is no record.

    Raises OutputError where the record is not one of ours, or is of another answers file.
    """
    path = os.path.join(folder, RECORD)
    if not files.exists(path):
        return []
    try:
        known = json.loads(files.read(path))
        found: list[dict[str, Any]] = list(known["files"])
        sound = all(is_name(entry["file"]) and isinstance(entry["digest"], str) for entry in found)
        about = str(known["file"]) if sound and known["tool"]["name"] == TOOL else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        found, about = [], ""
    if not about:
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    if about != seen_from(folder, file):
        raise OutputError(Fault("O008", Place(path), {"folder": folder, "file": about}))
    return found


def seen_from(folder: str, file: str) -> str:
    """The answers file as the record names it: by its path from the folder of the papers."""
    return files.spelled(os.path.relpath(os.path.realpath(file), os.path.realpath(folder))).replace(os.sep, "/")


def untouched(folder: str, known: list[dict[str, Any]]) -> dict[str, str]:
    """The papers that are as this tool wrote them, be it before a run that was killed in the middle, and what they hold now."""
    held = {}
    for entry in known:
        path = os.path.join(folder, entry["file"])
        digest = sha256(files.read(path)) if files.exists(path) else ""
        if digest in (entry["digest"], entry.get("before")):
            held[entry["file"]] = digest
    return held


def refuse_strangers(folder: str, papers: tuple[Paper, ...], ours: set[str]) -> None:
    """Stop before anything is written where a file is in the way that is not ours or was edited.

    One that holds the very words to be written is ours: a run that was killed before its record left it.
    """
    strange = []
    for paper in papers:
        name = f"{paper.stem}.md"
        path = os.path.join(folder, name)
        if name not in ours and files.exists(path) and files.read(path) != paper.text.encode():
            strange.append(path)
    if strange:
        raise OutputError(*(Fault("O006", Place(path), {"file": path}) for path in strange))


def entry_of(paper: Paper) -> dict[str, Any]:
    """What the record says of a paper: its file, its digest, its blanks."""
    blanks = [blank._asdict() for blank in paper.blanks]
    return {"document": paper.id, "file": f"{paper.stem}.md", "digest": sha256(paper.text.encode()), "blanks": blanks}


def write(assessment: Assessment, file: str, out: str = "", only: tuple[str, ...] = ()) -> Written:
    """Write the papers of a judged application, see ``written``.

    Raises TemplateError, and PapersError in place of OutputError.
    """
    try:
        return written(assessment, file, out, only)
    except OutputError as error:
        raise PapersError(*error.faults) from error


def written(assessment: Assessment, file: str, out: str, only: tuple[str, ...]) -> Written:
    """Write the papers of a judged application, and the record beside them; with ``only``, the others stay as they are.

    Raises TemplateError, or OutputError before anything is written where a foreign or edited file is in the way.
    """
    folder = out or folder_for(file)
    papers = render.papers(compose(assessment, PAPER_LANGUAGE), template, only)
    known = entries(folder, file)
    ours = untouched(folder, known)
    refuse_strangers(folder, papers, set(ours))
    names = [f"{paper.stem}.md" for paper in papers]
    wanted = {"files": [*map(entry_of, papers), *(left_as_they_are(known, names, assessment) if only else [])]}
    whole = {"answers_file_digest": sha256(files.read(file)), **wanted}
    kept = {**record.of(assessment, examine(assessment), seen_from(folder, file)), **whole}
    begun = [{**entry, "before": ours[entry["file"]]} if entry["file"] in ours else entry for entry in kept["files"]]
    keep(folder, {**kept, "files": begun})
    for paper, name in zip(papers, names, strict=True):
        files.write(os.path.join(folder, name), paper.text.encode())
    stale = () if only else tuple(name for name in ours if name not in names)
    for name in stale:
        files.discard(os.path.join(folder, name))
    keep(folder, kept)
    return Written(folder, papers, stale)


def left_as_they_are(known: list[dict[str, Any]], names: list[str], assessment: Assessment) -> list[dict[str, Any]]:
    """The papers that are not written anew and that the verdict still asks for, edited ones among them."""
    asked = assessment.verdict.documents
    return [entry for entry in known if entry["file"] not in names and entry.get("document") in asked]


def keep(folder: str, kept: dict[str, Any]) -> None:
    """Write the record."""
    files.write(os.path.join(folder, RECORD), (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())


def tell(done: Written, language: str) -> None:
    """Say what was written where."""
    lines = [say("check.papers", language, folder=done.folder + os.sep)]
    for paper in done.papers:
        details = {"file": f"{paper.stem}.md", "title": paper.title, "blanks": str(len(paper.blanks))}
        lines.append("  " + say("check.paper", language, **details))
    lines.append("  " + say("check.record", language, file=RECORD))
    lines += [say("check.removed", language, file=name) for name in done.removed]
    if language != PAPER_LANGUAGE:
        lines.append(say("check.papers_in_chinese", language))
    printing.text("".join(f"{visible(line)}\n" for line in lines))
