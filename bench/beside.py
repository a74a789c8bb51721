"""One Word file in one process, ours or docxtpl's: ``python bench/beside.py ours PAPER OUT``. Imports only what that way needs."""

import json
import pickle
import sys
from typing import Any


def ours(paper: str, out: str) -> None:
    """From the manuscript, its look and what is printed around it."""
    from szai_assess.render.docx import docx

    with open(paper, "rb") as stream:
        manuscript, look, facts = pickle.load(stream)
    with open(out, "wb") as stream:
        stream.write(docx(manuscript, look, facts))


def docxtpl(paper: str, out: str) -> None:
    """From plain data and a Word template beside it."""
    from docxtpl import DocxTemplate

    with open(paper, encoding="utf-8") as stream:
        data = json.load(stream)
    document = DocxTemplate(paper.removesuffix(".json") + ".docx")
    document.render(data, autoescape=True)
    document.save(out)


def template(path: str) -> None:
    """The Word template for docxtpl: any sequence of headings, paragraphs and tables."""
    from docx import Document

    document = Document()
    document.add_paragraph("{%p for part in blocks %}")
    document.add_paragraph("{%p if part.level %}")
    document.add_paragraph("{{ part.text }}", style="Heading 1")
    document.add_paragraph("{%p elif part.rows %}")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    rows = (
        ("{%tr for row in part.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ part.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(path)


def plain(manuscript: Any) -> dict[str, Any]:
    """The paper as docxtpl gets it: the same words, without strong ones, blanks, lists, charts and the like."""
    from szai_assess.manuscript import Grid, Heading, Listing, Quote, words

    blocks: list[dict[str, Any]] = []
    for part in manuscript.blocks:
        if isinstance(part, Grid):
            blocks.append({"rows": [[words(cell) for cell in row] for row in (part.head, *part.rows)]})
        elif isinstance(part, Quote):
            blocks += [{"text": words(each.spans)} for each in part.paragraphs]
        elif isinstance(part, Listing):
            blocks += [{"text": words(item)} for item in part.items]
        else:
            blocks.append({"text": words(part.spans), "level": part.level if isinstance(part, Heading) else 0})
    return {"blocks": blocks}


WAYS = {"ours": ours, "docxtpl": docxtpl}

if __name__ == "__main__":
    WAYS[sys.argv[1]](*sys.argv[2:])
