"""A paper in every format that is asked for, all made from the one reading of its Markdown."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from szai_assess.document import Dossier, Paper
from szai_assess.errors import Fault, Place, TemplateError
from szai_assess.manuscript import Facts, Manuscript
from szai_assess.messages import say
from szai_assess.naming import stem
from szai_assess.render.reading import NotLaidOutError, read

MARKDOWN, HTML, WORD, PDF = PAGES = ("md", "html", "docx", "pdf")
MACHINES = ("yaml", "json", "ics", "csv", "xlsx")
FORMATS = (*PAGES, *MACHINES)
Files = Callable[[str], bytes]
SHOWN = 60  # characters of a line that a message shows


class Copy(NamedTuple):
    """A paper in one format: the name of its file and what the file holds."""

    paper: Paper
    file: str
    data: bytes


def facts(dossier: Dossier) -> Facts:
    """What a format prints around the pages."""
    draft = say("paper.draft", dossier.language) if dossier.conclusion.draft else ""
    return Facts(dossier.pack, dossier.digest, draft)


def copies(
    dossier: Dossier, papers: Sequence[Paper], formats: Sequence[str], template: Files, *, proofread: bool = False
) -> Iterator[Copy]:
    """Every paper in every one of these formats, paper by paper; ``template`` gives what a file of the templates holds.

    With ``proofread`` every paper is read as if for pages, so that Markdown which no format lays out shows at once. Raises
    TemplateError where there is such, or where the look of the pages cannot be read, and OutputError where a format needs
    what is not installed or cannot hold a character.
    """
    bound = Binding(dossier, template)
    pages = [name for name in formats if name in PAGES]
    for paper in papers:
        manuscript = laid_out(dossier, paper) if proofread or {*pages} - {MARKDOWN} else None
        for name in pages:
            data = paper.text.encode() if manuscript is None or name == MARKDOWN else bound.made(name, manuscript)
            yield Copy(paper, f"{paper.stem}.{name}", data)


def laid_out(dossier: Dossier, paper: Paper) -> Manuscript:
    """The parts of a paper.

    Raises TemplateError where its template writes what no format lays out.
    """
    try:
        return read(paper, dossier.language, tuple(dossier.charts.values()))
    except NotLaidOutError as error:
        name = next((planned.template for planned in dossier.planned if planned.id == paper.id), paper.id)
        place = Place(f"{name}/{dossier.language}.md.j2")
        raise TemplateError(Fault("T011", place, {"words": str(error)[:SHOWN]})) from error


def beside(dossier: Dossier, formats: Sequence[str]) -> Iterator[Copy]:
    """What goes beside the papers for machines, in those of these formats that are for them.

    Raises OutputError where a format needs what is not installed.
    """
    from szai_assess.render.sides import sides

    for side in sides(dossier, [each for each in formats if each in MACHINES]):
        title = say(f"paper.side_{side.name}", dossier.language)
        paper = Paper(side.name, title, stem(dossier.product, side.name, dossier.language), "", ())
        yield Copy(paper, f"{paper.stem}.{side.ending}", side.data)


class Binding:
    """What the formats of one dossier share."""

    def __init__(self, dossier: Dossier, template: Files) -> None:
        """Bind the papers of this dossier."""
        self.facts, self.template = facts(dossier), template

    def made(self, name: str, manuscript: Manuscript) -> bytes:
        """The paper in one format; each format is imported only where it is asked for."""
        if name == HTML:
            from szai_assess.render.html import html

            return html(manuscript, self.template("style.css").decode("utf-8"))
        if name == WORD:
            from szai_assess.render.docx import docx
            from szai_assess.render.word import look

            raw = self.template("docx.yaml")
            return docx(manuscript, look.read(raw, "docx.yaml", self.template), self.facts)
        from szai_assess.render.pdf import pdf

        return pdf(manuscript, self.facts)
