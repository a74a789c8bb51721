"""Writing papers: all or none, nothing of anybody else's overwritten, the record last."""

import hashlib
import json
import os
from typing import Any, NamedTuple

from szai_assess import files, locate, record, render
from szai_assess.cli import printing
from szai_assess.compose import compose
from szai_assess.document import Paper
from szai_assess.errors import Fault, OutputError, PapersError, Place
from szai_assess.gate import Judged, examine
from szai_assess.messages import say
from szai_assess.text import visible

RECORD, TOOL = "record.json", "szai-assess"
PAPER_LANGUAGE = "zh"


class Written(NamedTuple):
    """What was written where, and what was removed because it no longer applies."""

    folder: str
    papers: tuple[Paper, ...]
    removed: tuple[str, ...]


def folder_for(file: str) -> str:
    """The folder for the papers of an answers file: beside it, named after it."""
    name = os.path.basename(file)
    for ending in (".szai.yaml", ".yaml", ".yml", ".json"):
        name = name.removesuffix(ending)
    return os.path.join(os.path.dirname(file), f"{name}-papers")


def sha256(data: bytes) -> str:
    """``sha256:`` of bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def template(name: str) -> str:
    """The text of a template."""
    return files.read(locate.template(name)).decode("utf-8")


def entries(folder: str, file: str) -> list[dict[str, Any]]:
    """The papers that the record in a folder knows; none where there is no record.

    Raises OutputError where the record is somebody else's, or of another answers file.
    """
    path = os.path.join(folder, RECORD)
    if not files.exists(path):
        return []
    try:
        known = json.loads(files.read(path))
        found = [
            entry for entry in known["files"] if isinstance(entry["file"], str) and isinstance(entry["digest"], str)
        ]
        about = str(known["file"]) if known["tool"]["name"] == TOOL else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        found, about = [], ""
    if not about:
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    if about != os.path.basename(file):
        raise OutputError(Fault("O008", Place(path), {"folder": folder, "file": about}))
    return found


def unchanged(folder: str, entry: dict[str, Any]) -> bool:
    """Whether a paper is as this tool wrote it."""
    path = os.path.join(folder, os.path.basename(entry["file"]))
    return files.exists(path) and sha256(files.read(path)) == entry["digest"]


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


def write(judged: Judged, file: str, out: str = "", only: tuple[str, ...] = ()) -> Written:
    """Write the papers of a judged application, see ``written``.

    Raises TemplateError, and PapersError in place of OutputError.
    """
    try:
        return written(judged, file, out, only)
    except OutputError as error:
        raise PapersError(*error.faults) from error


def written(judged: Judged, file: str, out: str, only: tuple[str, ...]) -> Written:
    """Write the papers of a judged application, and the record beside them; with ``only``, the others stay as they are.

    Raises TemplateError, or OutputError before anything is written where a foreign or edited file is in the way.
    """
    folder = out or folder_for(file)
    dossier = compose(judged.pack, judged.words, judged.answers, judged.verdict, PAPER_LANGUAGE)
    papers = render.papers(dossier, template, only)
    names = [f"{paper.stem}.md" for paper in papers]
    before = [entry for entry in entries(folder, file) if unchanged(folder, entry)]
    refuse_strangers(folder, papers, {entry["file"] for entry in before})
    others = [entry for entry in before if entry["file"] not in names]
    listed = [*map(entry_of, papers), *(others if only else [])]
    whole = {"answers_file_digest": sha256(files.read(file)), "files": listed}
    kept = {**record.of(judged, examine(judged), os.path.basename(file)), **whole}
    for paper, name in zip(papers, names, strict=True):
        files.write(os.path.join(folder, name), paper.text.encode())
    stale = () if only else tuple(str(entry["file"]) for entry in others)
    for name in stale:
        files.discard(os.path.join(folder, name))
    files.write(os.path.join(folder, RECORD), (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())
    return Written(folder, papers, stale)


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
