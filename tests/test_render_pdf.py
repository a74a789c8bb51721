"""PDF: it holds every word of the paper and nothing is read as markup; tagged, PDF/A, same bytes; a missing glyph is an error."""

import io
import os
import re
import struct
import sys
from contextlib import contextmanager
from functools import cache

import pytest
from assessed import ONE_OF_EACH, case, dossier_of, read_template
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from szai_assess import locate
from szai_assess.chart import ALARM, BARE, CALM, Cell, Chart
from szai_assess.document import Blank
from szai_assess.errors import OutputError, TemplateError
from szai_assess.manuscript import Facts, Figure, Grid, Heading, Listing, Manuscript, Paragraph, Quote, Span, words
from szai_assess.messages import advice, say
from szai_assess.render import papers, reading
from szai_assess.render.columns import widths, yielding
from szai_assess.render.glyphs import coverage
from szai_assess.render.pdf import opened as opened_fonts
from szai_assess.render.pdf import packaged, pdf
from szai_assess.render.typeset import NORMAL, SMALL, TINY, setting, texts

DRAFT = "草稿·待澄清"
FACTS = Facts("szai-2022@1.0.0", "283aac6babaf")
SHOWN = [
    (ONE_OF_EACH["high"], "risk_warning_plan"),
    (ONE_OF_EACH["high"], "assessment_report"),
    ("03-product-recommender", "disclosure"),
    ("14-profile-pricing", "problem_list"),
    (ONE_OF_EACH["on_hold"], "summary"),
]
HOSTILE = '#panic("x") $a^2$ *粗* _斜_ `raw` <b>& @ref \\u{41} https://a.example/?q=1 // /* [x] #let x = 1 【待填写】 "引号" --- ~'


def spans(text):
    return (Span(text),)


def handmade(*blocks, language="zh"):
    return Manuscript("标题", language, (Heading(1, spans("标题"), "p1"), *blocks))


@cache
def paper(name, document):
    dossier = dossier_of(case(name))
    return reading.read(papers(dossier, read_template, (document,))[0], dossier.language)


@cache
def made(name, document, draft=""):
    return pdf(paper(name, document), FACTS._replace(draft=draft))


def opened(data):
    return PdfReader(io.BytesIO(data))


def bare(text):
    return "".join(text.split())


def printed(data, draft=""):
    """What stands on the pages, without white space and without what stands around every page."""
    reader = opened(data)
    found = []
    for number, page in enumerate(reader.pages, 1):
        text = bare(page.extract_text())
        around = say("paper.made_from", "zh", pack=FACTS.pack, digest=FACTS.digest)
        around += say("paper.page", "zh", page=str(number), pages=str(len(reader.pages)))
        assert bare(around) in text
        assert text.count(bare(draft)) >= 1
        found.append(text.replace(bare(around), "", 1).replace(bare(draft), "", 1))
    return "".join(found)


def bookmarks(reader, entries=None, level=2):
    """(level, title) of every bookmark, in their order."""
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, list):
            yield from bookmarks(reader, entry, level + 1)
        else:
            yield level, entry.title


def elements(node):
    """The elements of the tree of tags."""
    node = node.get_object()
    if hasattr(node, "get"):
        yield node
        below = node.get("/K", [])
        below = below.get_object() if hasattr(below, "get_object") else below
        for child in below if isinstance(below, list) else [below]:
            if hasattr(child.get_object(), "get"):
                yield from elements(child)


def kinds(reader):
    return {str(each.get("/S", "")) for each in elements(reader.trailer["/Root"]["/StructTreeRoot"])}


@pytest.mark.parametrize(("name", "document"), SHOWN)
def test_every_word_of_the_paper_is_on_the_pages_in_its_order(name, document):
    manuscript = paper(name, document)
    found = printed(made(name, document))
    place = 0

    assert bare(words(manuscript.blocks[0].spans)) in found
    for text in texts(manuscript.blocks):
        place = found.find(bare(text), place)
        assert place >= 0, text


@pytest.mark.parametrize(("name", "document"), SHOWN)
def test_the_bookmarks_are_the_headings(name, document):
    reader = opened(made(name, document))

    found = [(each.level, words(each.spans)) for each in paper(name, document).headings]
    assert list(bookmarks(reader)) == found


def test_it_is_tagged_pdf_a_with_a_title_a_language_and_a_fixed_date():
    reader = opened(made(*SHOWN[2]))
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_object().get_data().decode()

    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in about
    assert root["/Lang"] == "zh-CN"
    assert reader.metadata.title == words(paper(*SHOWN[2]).blocks[0].spans)
    assert reader.metadata.creation_date.year == 1970
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/TOC"} <= kinds(reader)


def test_the_same_paper_is_the_same_bytes():
    assert pdf(paper(*SHOWN[3]), FACTS) == pdf(paper(*SHOWN[3]), FACTS)


def test_only_the_fonts_of_the_package_and_of_the_typesetter_are_used():
    for data in (made(*SHOWN[2]), pdf(handmade(Paragraph(spans("A “plain” word.")), language="en"), FACTS)):
        fonts = {str(font["/BaseFont"]) for page in opened(data).pages for font in page["/Resources"]["/Font"].values()}
        assert fonts
        assert all(re.search(r"Noto(Serif|Sans)SC|LibertinusSerif", font) for font in fonts)


def test_a_draft_says_so_on_every_page_and_no_other_paper_does():
    name, document = SHOWN[4]

    assert all(bare(DRAFT) in bare(page.extract_text()) for page in opened(made(name, document, DRAFT)).pages)
    assert bare(DRAFT) not in printed(made(name, document))


def test_text_is_printed_as_it_is_wherever_it_stands():
    place = Blank("B01", "fact", "legal", HOSTILE)
    blocks = [
        Heading(2, spans(HOSTILE), "p2"),
        Paragraph((Span(HOSTILE), Span(HOSTILE, strong=True), Span(HOSTILE, blank=place))),
        Quote((Paragraph(spans(HOSTILE)),)),
        Listing(3, (spans(HOSTILE),)),
        Listing(0, (spans(HOSTILE),)),
        Grid((spans(HOSTILE), spans("乙")), ((spans(HOSTILE), spans(HOSTILE)),)),
        Figure(Chart("c", HOSTILE, HOSTILE, ((Cell(HOSTILE, CALM, marked=True),),)), spans(HOSTILE)),
    ]
    data = pdf(handmade(*blocks), Facts(HOSTILE, HOSTILE, HOSTILE))

    found = bare("".join(page.extract_text() for page in opened(data).pages))
    assert found.count(bare(HOSTILE)) >= 11


def test_a_list_keeps_its_numbers_and_a_text_its_lines():
    data = pdf(handmade(Listing(3, (spans("甲"), spans("乙"))), Paragraph(spans("甲甲\n乙乙"))), FACTS)

    assert "3.甲4.乙" in printed(data)
    assert "甲甲\n乙乙" in opened(data).pages[0].extract_text()


def test_a_chart_says_in_words_what_it_shows_and_has_a_sign_where_the_case_is():
    rows = ((Cell("", BARE), Cell("甲", CALM)), (Cell("丙丁", ALARM, marked=True, columns=2),))
    data = pdf(handmade(Figure(Chart("m", "图", "另写的话", rows), spans("一句话"))), FACTS)
    found = list(elements(opened(data).trailer["/Root"]["/StructTreeRoot"]))

    assert [each["/Alt"] for each in found if "/Alt" in each] == ["另写的话"]
    assert "甲●丙丁一句话" in printed(data)


def test_a_table_of_many_columns_lies_on_its_side_with_its_heading():
    wide = Grid(tuple(spans(f"第{number}栏") for number in range(13)), (tuple(spans("（B18）") for _ in range(13)),))
    blocks = (Heading(2, spans("表"), "p2"), Paragraph(spans("说明")), wide, Paragraph(spans("其后")))
    pages = opened(pdf(handmade(Paragraph(spans("之前")), *blocks), FACTS)).pages

    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
    assert bare(pages[1].extract_text()).startswith("表说明第0栏")
    assert "（B18）" * 13 in bare(pages[1].extract_text())


def test_the_head_of_a_long_table_is_on_each_of_its_pages():
    rows = tuple((spans(str(number)), spans("内容" * 30)) for number in range(40))
    pages = opened(pdf(handmade(Grid((spans("编号"), spans("事项")), rows)), FACTS)).pages

    assert len(pages) > 1
    assert all("编号" in page.extract_text() for page in pages)


def test_a_character_that_no_font_has_is_named_with_its_place():
    blocks = (Heading(2, spans("主体"), "p2"), Paragraph(spans("名称是深圳市𠮷祥科技有限公司。")))
    with pytest.raises(OutputError) as raised:
        pdf(handmade(*blocks), FACTS)

    fault = raised.value.faults[0]
    assert fault.code == "O015"
    assert dict(fault.details) == {
        "sign": "𠮷",
        "code": "U+20BB7",
        "around": "名称是深圳市𠮷祥科技有限公司。",
        "heading": "主体",
    }
    assert "U+20BB7" in say(fault.code, "en", **fault.details)


def one_glyph_font(path, sign):
    """A font with one square glyph."""
    pen = TTGlyphPen(None)
    for at, point in enumerate([(100, 0), (900, 0), (900, 800), (100, 800)]):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({ord(sign): "one"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "one": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 100)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "One Glyph", "styleName": "Regular", "psName": "OneGlyph-Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def test_a_font_of_the_user_fills_in(tmp_path):
    one_glyph_font(tmp_path / "one.ttf", "𠮷")
    data = pdf(handmade(Paragraph(spans("深圳市𠮷祥"))), FACTS, (str(tmp_path),))

    assert "深圳市𠮷祥" in printed(data)


@pytest.mark.parametrize("lacking", ["typst", "pylopdf_fonts_zh_cn"])
def test_without_the_extra_it_says_how_to_install_it(monkeypatch, lacking):
    monkeypatch.setitem(sys.modules, lacking, None)
    with pytest.raises(OutputError) as raised:
        pdf(handmade(), FACTS)

    fault = raised.value.faults[0]
    assert fault.code == "O014"
    assert "pip install 'szai-assess[pdf]'" in advice(fault.code, "zh", **fault.details)


def test_the_characters_of_a_font_are_read_right(tmp_path):
    one_glyph_font(tmp_path / "small.ttf", "中")
    for path in (*opened_fonts((packaged(),))[1], str(tmp_path / "small.ttf")):
        found = coverage(path)
        signs = {code for first, last in zip(found.firsts, found.lasts, strict=True) for code in range(first, last + 1)}
        with TTFont(path) as font:
            assert signs == set(font.getBestCmap())


@pytest.mark.parametrize("data", [b"", b"not a font", b"ttcf", struct.pack(">4sH6x4s12x", b"OTTO", 9, b"cmap")])
def test_a_file_that_is_no_font_has_no_characters(tmp_path, data):
    path = tmp_path / "broken.otf"
    path.write_bytes(data)

    assert not coverage(str(path)).has("A")


@contextmanager
def own(folder, text, name="paper.typ"):
    """A folder of templates in front of the shipped ones, by a path as the command line gives it."""
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    token = locate.FINDER.set(lambda wanted: os.path.relpath(folder / "templates" / wanted))
    try:
        yield
    finally:
        locate.FINDER.reset(token)


def faults_of(folder, text):
    with own(folder, text), pytest.raises(TemplateError) as raised:
        pdf(handmade(), FACTS)
    return [
        (fault.code, str(fault.place), fault.details.get("why", fault.details.get("name")))
        for fault in raised.value.faults
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n\n  #no-such", [("T005", "paper.typ:3:4", "unknown variable: no-such; if you meant to use subtraction, ")]),
        ("#let a = \n\n#if {", [("T005", f"paper.typ:{at}", "") for at in ("1:9", "3:5", "3:6")]),
        ("#let f() = panic([a\\ b])\n\n#f()", [("T005", "paper.typ:1:12", "panicked with: ")]),
        ('#set text(font: "none")\n#link("")[x]', [("T005", "paper.typ:2:7", "URL must not be empty")]),
        ("#json(bytes(sys.inputs.paper)).none", [("T005", "paper.typ:1:32", "dictionary does not contain key")]),
        ("\n#context { panic() }", [("T005", "paper.typ:2:12", "panicked")]),
        ('\n#panic("one\\n\\ntwo")', [("T005", "paper.typ:2:2", "panicked with: one two")]),
        ("\ufeff\n#a", [("T005", "paper.typ:2:2", "unknown variable: a")]),
        ("\n\u0378", [("T005", "paper.typ:2:1", "PDF/A-2b error: ")]),
        (b'\n#import "@preview/cetz:0.3.1": canvas\n', [("T014", "paper.typ:2", "@preview/cetz:0.3.1")]),
        (b"a\n\n\xff", [("T013", "paper.typ:3", "")]),
    ],
)
def test_a_fault_in_a_template_of_ones_own_is_told_by_file_and_line(tmp_path, text, found):
    told = faults_of(tmp_path / "a b：1", text)

    assert [each[:2] for each in told] == [each[:2] for each in found]
    assert all(why.startswith(start) for (_, _, why), (_, _, start) in zip(told, found, strict=True))


def test_a_fault_is_told_by_the_file_that_it_is_in_whatever_the_current_folder(tmp_path, monkeypatch):
    (tmp_path / "templates" / "parts").mkdir(parents=True)
    (tmp_path / "templates" / "parts" / "x.typ").write_text("#let y() = {\n  nowhere\n}\n", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "templates" / "parts", tmp_path.parent, "/"):
        monkeypatch.chdir(folder)
        assert faults_of(tmp_path, '#import "parts/x.typ": y\n#y()') == [
            ("T005", "parts/x.typ:2:3", "unknown variable: nowhere")
        ]


def test_a_template_that_is_a_link_is_read_where_it_lies(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "mine.typ").write_text("#title()\nshared words", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    with own(tmp_path, "", "other"):
        (tmp_path / "templates" / "paper.typ").symlink_to("../shared/mine.typ")
        with pytest.raises(TemplateError):
            pdf(handmade(), FACTS)  # a title that no document has
        (tmp_path / "shared" / "mine.typ").write_text("shared words", encoding="utf-8")
        assert "shared words" in opened(pdf(handmade(), FACTS)).pages[0].extract_text()
        (tmp_path / "shared" / "mine.typ").unlink()
        with pytest.raises(OutputError) as raised:
            pdf(handmade(), FACTS)

    assert raised.value.faults[0].code == "O001"


def test_two_templates_in_one_process_keep_apart(tmp_path, monkeypatch):
    found = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.chdir(folder)  # both have the same relative path
        with own(folder, f"This is {name}."):
            found.append(opened(pdf(handmade(), FACTS)).pages[0].extract_text())
    with own(tmp_path / "two", "This is another."):
        found.append(opened(pdf(handmade(), FACTS)).pages[0].extract_text())

    assert [text.strip() for text in found] == ["This is one.", "This is two.", "This is another."]
    assert printed(pdf(handmade(Paragraph(spans("其他"))), FACTS)).endswith("其他")


def test_what_the_shipped_template_cannot_set_is_no_fault_of_a_template(monkeypatch):
    monkeypatch.setattr("szai_assess.render.pdf.json.dumps", lambda _: "")
    with pytest.raises(OutputError) as raised:
        pdf(handmade(), FACTS)

    fault = raised.value.faults[0]
    assert (fault.code, fault.place.file) == ("O016", "标题")
    assert fault.details["reason"]


def test_a_long_word_may_break_but_keeps_its_letters():
    word = "https://shenzhen.example/" + "a" * 60
    table = Grid((spans("甲"), spans("乙")), ((spans(word), spans("文" * 200)),))

    assert yielding("短词 short", 5, hyphenated=False) == "短词 short"
    assert printed(pdf(handmade(table, Paragraph(spans(word))), FACTS)).count(word) == 2


def test_columns_get_the_room_that_their_words_need():
    assert sum(widths([["编号", "内容"], ["1", "字" * 90]], 40)) == pytest.approx(40)
    assert min(widths([["编号", "甲", "乙"], ["1", "字" * 900, "—"]], 40)) >= 3
    assert [
        setting(Grid(tuple(spans(word) for _ in range(count)), ()))
        for count, word in [(5, "字"), (7, "字"), (13, "W" * 20)]
    ] == [NORMAL, SMALL, TINY]
