"""Papers in their formats: warm in one process, cold as whole commands, what memory they take, and docxtpl on the same paper."""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from typing import Any, NamedTuple

import beside
import engine
import processes
from engine import Call
from processes import CASE, ROOT, Command, Times

from szai_assess import answers_reader, files, loading, locate, render
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.document import Dossier
from szai_assess.manuscript import Facts, Manuscript
from szai_assess.render import formats
from szai_assess.render.html import html
from szai_assess.render.reading import read
from szai_assess.words import Words

SHOWN = {"disclosure": "szai.yaml", "assessment_report": "credit.szai.yaml"}  # an ordinary paper and the longest one
PAGES = {"md": "Markdown", "html": "HTML", "docx": "Word", "pdf": "PDF"}
EXTRAS = {"docx": "docx", "typst": "pdf", "pylopdf_fonts_zh_cn": "pdf", "xlsxwriter": "xlsx"}
NEIGHBOUR = "docxtpl"
SOME, FEW = 4, 8  # every which round a slow command runs
PEAK = (
    "import resource, subprocess, sys; ended = subprocess.run(sys.argv[1:], capture_output=True); "
    "print(ended.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3  # macOS counts bytes, Linux kilobytes


class Found(NamedTuple):
    """Whole commands, calls in one process, megabytes at the peak of a command, and what could not be measured."""

    commands: list[Times]
    calls: list[Times]
    peaks: list[tuple[str, float]]
    missing: list[str]


class Sample(NamedTuple):
    """A paper as it was written, with its dossier and as it was read back."""

    dossier: Dossier
    paper: Any
    manuscript: Manuscript
    facts: Facts

    def read(self) -> Manuscript:
        """Its Markdown read back."""
        return read(self.paper, self.dossier.language, tuple(self.dossier.charts.values()))


def data(name: str) -> bytes:
    """What a shipped template holds."""
    return files.read(locate.template(name))


def sample(document: str, example: str) -> Sample:
    """A paper of an example."""
    pack, tree = loading.compile_pack(os.path.join(ROOT, "questionnaires", locate.DEFAULT_PACK))
    path = os.path.join(ROOT, "docs", "examples", example)
    answers = answers_reader.read(files.read(path), path, pack).answers
    dossier = compose(judging.assessed(pack, Words(tree), answers))
    paper = render.papers(dossier, engine.template, (document,))[0]
    manuscript = read(paper, dossier.language, tuple(dossier.charts.values()))
    return Sample(dossier, paper, manuscript, formats.facts(dossier))


def look() -> Any:
    """The shipped look of Word papers."""
    from szai_assess.render.word import look as looks

    return looks.read(data("docx.yaml"), "docx.yaml", data)


def calls(document: str, one: Sample, lacking: set[str]) -> dict[str, Call]:
    """The formats of one paper in a process that has made one before."""
    style = data("style.css").decode()
    found: dict[str, Call] = {
        f"read back, {document}": one.read,
        f"HTML, {document}": lambda: html(one.manuscript, style),
        f"HTML from its Markdown, {document}": lambda: html(one.read(), style),
    }
    if "docx" not in lacking:
        from szai_assess.render.docx import docx

        shape = look()
        found[f"Word, {document}"] = lambda: docx(one.manuscript, shape, one.facts)
    if "pdf" not in lacking:
        from szai_assess.render.pdf import pdf

        found[f"PDF, {document}"] = lambda: pdf(one.manuscript, one.facts)
    return found


def rendering(checkout: str, lacking: set[str]) -> list[Command]:
    """One paper in each format as a whole command, then all papers in all formats."""
    found, made = [], [name for name in PAGES if name not in lacking]
    for document, example in SHOWN.items():
        line = [sys.executable, "-m", "szai_assess", "render", os.path.join(checkout, "docs", "examples", example)]
        line += ["--out", os.path.join(CASE, "papers")]
        found += [
            Command(
                f"{PAGES[name]}, {document}", [*line, "--only", document, "--format", name], path=checkout, every=SOME
            )
            for name in made
        ]
        if not lacking:
            every = [*line, "--format", ",".join(formats.FORMATS)]
            found.append(Command(f"all papers in all formats, {example}", every, path=checkout, every=FEW))
    return found


def neighbours(checkout: str, work: str, samples: dict[str, Sample]) -> list[Command]:
    """Our Word file and docxtpl's of the same paper, each in a process that does nothing else."""
    found = []
    for document, one in samples.items():
        paper = os.path.join(work, f"{document}.pickle")
        with open(paper, "wb") as stream:
            pickle.dump((one.manuscript, look(), one.facts), stream)
        with open(os.path.join(work, f"{document}.json"), "w", encoding="utf-8") as text:
            json.dump(beside.plain(one.manuscript), text)
        beside.template(os.path.join(work, f"{document}.docx"))
        for way, ending in (("ours", "pickle"), (NEIGHBOUR, "json")):
            line = [sys.executable, beside.__file__, way, os.path.join(work, f"{document}.{ending}")]
            name = f"Word alone, {way}, {document}"
            found.append(Command(name, [*line, os.path.join(CASE, "out.docx")], path=checkout, every=SOME))
    return found


def peak(command: Command, work: str) -> float:
    """Megabytes that a command has at most; measured by a small process, since a child begins with its parent's."""
    case = tempfile.mkdtemp(dir=work)
    line = [sys.executable, "-c", PEAK, *(part.replace(CASE, case) for part in command.line)]
    settings = processes.environment(os.path.join(work, command.home), command.path)
    ended = subprocess.run(line, env=settings, cwd=work, check=True, capture_output=True, text=True)
    code, most = ended.stdout.split()
    return int(most) / MEGABYTE if int(code) == command.code else 0.0


def run(rounds: int, bare: Command, work: str) -> Found:
    """Everything that can be measured here, the bare interpreter first."""
    lacking = {extra for module, extra in EXTRAS.items() if not find_spec(module)}
    missing = [f"the extra {extra} is not installed" for extra in sorted(lacking)]
    samples = {document: sample(document, example) for document, example in SHOWN.items()}
    checkout = processes.copy(work)
    found = [bare, *rendering(checkout, lacking)]
    if not find_spec(NEIGHBOUR) or "docx" in lacking:
        missing.append(f"{NEIGHBOUR} is not installed")
    else:
        found += neighbours(checkout, work, samples)
    times = processes.interleaved(found, rounds, work)
    warm: dict[str, Call] = {}
    for document, one in samples.items():
        warm |= calls(document, one, lacking)
    inside = engine.measured({bare.name: lambda: processes.once(bare, work), "fixed loop": engine.loop, **warm}, rounds)
    return Found(times, inside, [(each.name, peak(each, work)) for each in found], missing)
