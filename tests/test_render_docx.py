"""Word papers: every word of the manuscript in its order, and what a reader of official papers looks for."""

import io
import re
import sys
import zipfile
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from assessed import ONE_OF_EACH, case, dossier_of, papers, read_template

from szai_assess import files, locate
from szai_assess.chart import ALARM, BARE, PALE, Cell, Chart
from szai_assess.document import Blank
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.manuscript import (
    Facts,
    Figure,
    Grid,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Quote,
    Span,
    words,
)
from szai_assess.render import reading
from szai_assess.render.docx import docx
from szai_assess.render.word import look

pytest.importorskip("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOK = look.read(files.read(locate.template("docx.yaml")), "docx.yaml", files.read)
DRAFT = "草稿·存在待澄清的禁止性行为事项"
FACTS = Facts("szai-2022@1.0.0", "283aac6babaf")


def parts(data):
    """The parts of a file, each of them well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name[-4:] != ".png"}


def told(node):
    """The text below a node, with its line breaks."""
    signs = {f"{W}t": lambda each: each.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    return "".join(signs[each.tag](each) for each in node.iter() if each.tag in signs)


def style(node):
    """The style of a paragraph."""
    found = node.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def body(data):
    return parts(data)["word/document.xml"].find(f"{W}body")


def contents(tree):
    """The entries of the contents: (style, anchor, text)."""
    found = [each for each in tree.iter(f"{W}p") if re.fullmatch(r"TOC\d", style(each))]
    return [(style(each), each.find(f"{W}hyperlink").get(f"{W}anchor"), told(each)) for each in found]


def text_of(tree):
    """The text of the paper without its contents."""
    return "".join(told(each) for each in tree if each.tag == f"{W}tbl" or not style(each).startswith("TOC"))


def expected(paper):
    """The words of a manuscript as they are to stand in the file."""
    found = []
    for part in paper.blocks:
        if isinstance(part, Quote):
            found += [words(each.spans) for each in part.paragraphs]
        elif isinstance(part, Listing):
            gap = " " if paper.language == "zh" else "\t"
            signs = [f"{part.start + place}." if part.start else "•" for place in range(len(part.items))]
            found += [sign + gap + words(item) for sign, item in zip(signs, part.items, strict=True)]
        elif isinstance(part, Grid):
            found += [words(cell) for row in (part.head, *part.rows) for cell in row]
        elif isinstance(part, Figure):
            found += [("● " if cell.marked else "") + cell.text for row in part.chart.rows for cell in row]
            found.append(words(part.spans))
        else:
            found.append(words(part.spans))
    return "".join(found)


def spans(part):
    """Every span of a block."""
    if isinstance(part, Quote):
        return [span for each in part.paragraphs for span in each.spans]
    if isinstance(part, Listing):
        return [span for item in part.items for span in item]
    if isinstance(part, Grid):
        return [span for row in (part.head, *part.rows) for cell in row for span in cell]
    return list(part.spans)


@cache
def manuscripts(name):
    dossier = dossier_of(case(name))
    draft = DRAFT if dossier.conclusion.draft else ""
    return [
        (reading.read(paper, "zh"), Facts(dossier.pack, dossier.digest, draft))
        for paper in papers(dossier, read_template)
    ]


def plain(text, *, strong=False):
    return (Span(text, strong),)


HOLE = Blank("B01", "signature", "legal", "签名")
SIGN = Span("【待签署 B01：签名】", blank=HOLE)
CHART = Chart(
    "matrix", "矩阵", "图中文字。", ((Cell("", BARE), Cell("E1", PALE, columns=2)), (Cell("高", ALARM, marked=True),))
)
SMALL = Manuscript(
    "小文书",
    "zh",
    (
        Heading(1, plain("小文书"), "p1"),
        Paragraph((Span("一行\n"), Span("重", strong=True))),
        Heading(2, plain("一、图"), "p2"),
        Figure(CHART, plain("图中文字。")),
        Quote((Paragraph(plain("《条例》第一条：")), Paragraph(plain("原文。")))),
        Listing(3, (plain("三"), plain("四"))),
        Listing(0, (plain("点"),)),
        Grid((plain("事项"), plain("签署")), ((plain("负责人"), (SIGN,)), (plain(""), plain("长" * 2000)))),
        Heading(5, plain("深"), "p3"),
    ),
)


def holds_every_word(data, paper):
    """That a file holds every word of a manuscript, its blanks, its tables and its contents."""
    tree = body(data)
    blanks = [span.blank.id for part in paper.blocks for span in spans(part) if span.blank]
    grids = [part for part in paper.blocks if isinstance(part, Grid)]
    kept = [each.get(f"{W}val") for each in tree.iter(f"{W}tag")]

    assert text_of(tree) == expected(paper)
    assert kept == blanks
    assert len({each.get(f"{W}val") for each in tree.iter(f"{W}id")}) == len(blanks)
    assert len(list(tree.iter(f"{W}tblHeader"))) == len(grids)
    assert [entry[1:] for entry in contents(tree)] in (
        [],
        [(f"_{each.anchor}", words(each.spans)) for each in paper.headings],
    )


@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_every_word_the_same_bytes_each_time_and_a_mark_on_drafts_alone(name):
    """The words of every other case are read in test_formats."""
    for paper, facts in manuscripts(name):
        data = docx(paper, LOOK, facts)
        found = parts(data)

        holds_every_word(data, paper)
        assert data == docx(paper, LOOK, facts)
        assert ("word/header1.xml" in found) == bool(facts.draft)
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in zipfile.ZipFile(io.BytesIO(data)).infolist())
        assert bool(facts.draft) == (name == ONE_OF_EACH["on_hold"])


def test_the_mark_of_a_draft_is_in_the_margin_and_across_the_page():
    header = parts(docx(SMALL, LOOK, FACTS._replace(draft=DRAFT)))["word/header1.xml"]
    shape = header.find(".//{urn:schemas-microsoft-com:vml}shape")

    assert told(header) == DRAFT
    assert shape.find("{urn:schemas-microsoft-com:vml}textpath").get("string") == DRAFT
    assert shape.get("alt") == DRAFT


def test_the_footer_counts_pages_and_says_what_the_paper_was_made_from():
    found = parts(docx(SMALL, LOOK, FACTS))["word/footer1.xml"]
    fields = [each.text.strip() for each in found.iter(f"{W}instrText")]

    assert told(found) == "第 1 页，共 1 页题包 szai-2022@1.0.0 · 作答摘要 283aac6babaf"
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_style_names_its_fonts_and_none_comes_from_a_theme(language):
    source = docx(SMALL._replace(language=language), LOOK, FACTS)
    styles = parts(source)["word/styles.xml"]
    named = [each for each in styles.iter(f"{W}style") if each.get(f"{W}type") == "paragraph"]

    assert not any("heme" in key for each in styles.iter() for key in each.attrib)
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}color")} == {"000000"}
    for each in named:
        fonts = each.find(f"{W}rPr/{W}rFonts")
        assert {f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia"} <= set(fonts.attrib), each.attrib
    assert [name for name in parts(source) if "theme" in name] == []


def test_the_official_layout():
    data = docx(SMALL, LOOK, FACTS)
    known = {each.get(f"{W}styleId"): each for each in parts(data)["word/styles.xml"].iter(f"{W}style")}
    margins = body(data).find(f"{W}sectPr/{W}pgMar").attrib

    def of(name):
        run = known[name].find(f"{W}rPr")
        return run.find(f"{W}rFonts").get(f"{W}eastAsia"), int(run.find(f"{W}sz").get(f"{W}val")) / 2

    assert of("Title") == ("方正小标宋简体", 22)
    assert of("Heading1") == ("黑体", 16)
    assert of("Heading2") == ("楷体_GB2312", 16)
    assert of("Normal") == ("仿宋_GB2312", 16)
    assert known["Normal"].find(f"{W}pPr/{W}spacing").get(f"{W}line") == "560"
    assert known["Normal"].find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert [int(margins[f"{W}{side}"]) for side in ("top", "bottom", "left", "right")] == [2098, 1984, 1587, 1474]
    assert [known[f"Heading{n}"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") for n in (1, 2, 3, 4)] == list("0123")


def test_the_contents_are_a_field_whose_entries_lead_to_the_headings():
    paper = next(paper for paper, _ in manuscripts("05-credit-approval") if "评估报告" in paper.title)
    tree = body(docx(paper, LOOK, FACTS))
    marks = [each.get(f"{W}name") for each in tree.iter(f"{W}bookmarkStart")]
    kinds = [each.get(f"{W}fldCharType") for each in tree.iter(f"{W}fldChar")]
    fields = [each.text.split()[0] for each in tree.iter(f"{W}instrText")]

    assert [name for name, _, _ in contents(tree)][:2] == ["TOC1", "TOC2"]
    assert {anchor for _, anchor, _ in contents(tree)} <= set(marks)
    assert kinds.count("begin") == kinds.count("end") == len(paper.headings) + 1
    assert fields == ["TOC", *["PAGEREF"] * len(paper.headings)]


def test_a_short_paper_has_neither_contents_nor_a_page_for_its_title():
    tree = body(docx(SMALL, LOOK, FACTS))

    assert contents(tree) == []
    assert list(tree.iter(f"{W}pageBreakBefore")) == []


def test_a_blank_is_seen_and_a_click_replaces_it():
    control = next(body(docx(SMALL, LOOK, FACTS)).iter(f"{W}sdt"))
    known = control.find(f"{W}sdtPr")

    assert known.find(f"{W}alias").get(f"{W}val") == "B01 待签署"
    assert known.find(f"{W}tag").get(f"{W}val") == "B01"
    assert known.find(f"{W}showingPlcHdr") is not None
    assert control.find(f".//{W}shd").get(f"{W}fill") == "FFF2CC"
    assert told(control) == SIGN.text


def test_rows_stay_whole_unless_they_are_very_tall_and_what_is_signed_stays_together():
    table = list(body(docx(SMALL, LOOK, FACTS)).iter(f"{W}tbl"))[-1]
    head, signed, tall = table.findall(f"{W}tr")

    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert signed.find(f"{W}trPr/{W}cantSplit") is not None
    assert tall.find(f"{W}trPr/{W}cantSplit") is None
    assert int(signed.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) == 1000
    assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in signed.iter(f"{W}p"))


def test_a_chart_is_a_table_whose_marked_cell_does_not_rest_on_colour():
    table = next(body(docx(SMALL, LOOK, FACTS)).iter(f"{W}tbl"))
    marked = table.findall(f"{W}tr")[1].find(f"{W}tc")

    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "矩阵"
    assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == "图中文字。"
    assert told(marked) == "● 高"
    assert marked.find(f".//{W}tcBorders/{W}top").get(f"{W}sz") == "24"
    assert marked.find(f".//{W}r/{W}rPr/{W}b") is not None
    for row in table.findall(f"{W}tr"):
        spanned = [each.find(f"{W}tcPr/{W}gridSpan") for each in row.findall(f"{W}tc")]
        assert sum(1 if each is None else int(each.get(f"{W}val")) for each in spanned) == CHART.columns


def test_a_missing_extra_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(OutputError) as caught:
        docx(SMALL, LOOK, FACTS)

    assert caught.value.faults == (Fault("O014", Place("docx"), {"format": "Word", "extra": "docx"}),)
