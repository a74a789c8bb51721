"""The formats of a paper: each holds every word of its Markdown in order, and the HTML file is safe, whole and fit to be read aloud."""

import io
import os
import re
import tomllib
import unicodedata
import zipfile
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from assessed import (
    CASES,
    EVERY_CASE_IN_BOTH,
    ONE_OF_EACH,
    case,
    composed,
    dossier_of,
    papers_of,
    read_template,
    said_by,
)

from szai_assess import files, locate
from szai_assess.document import Paper
from szai_assess.errors import TemplateError
from szai_assess.manuscript import Figure, Heading, Manuscript, Paragraph, Span
from szai_assess.render import formats, papers
from szai_assess.render.formats import HTML, MARKDOWN, PDF, WORD
from szai_assess.render.html import html
from szai_assess.render.reading import NotLaidOutError, read

LANGUAGES = {"zh": "zh-CN", "en": "en"}
VOID = ("meta", "br")
SHOWN = {"section", "nav", "svg", "figure", "figcaption", "div", "main", "body", "html", "head"}
SIGNS = re.compile(r"^(?:> ?)*(?:#{1,6} +|[-*+] +|\d+[.)] +)?")
NUMBERED = re.compile(r"^(?:> ?)*(\d+[.)]) ")
RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
CELLS = re.compile(r"(?<!\\)\|")
STRONG = re.compile(r"(?<!\\)\*\*")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    '<script>alert(\'1\')</script> & &amp; "q" <img src=x onerror="y"> javascript:alert(1) </style> <!-- ]]> **b**'
)
# the cases whose Word and PDF files are read in the fast tests too; those of all others are in the slow ones
IN_BRIEF = {
    ("03-product-recommender", "zh"),
    ("17-waste-sorting", "en"),
    ("24-face-swap", "zh"),
    ("25-partner-data", "zh"),
    ("26-fixed-formula", "en"),
}


EACH_CASE_PRINTED = pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param(name, language, marks=[] if (name, language) in IN_BRIEF else pytest.mark.slow)
        for name in CASES
        for language in LANGUAGES
    ],
)


def template(name):
    return files.read(locate.template(name))


class Made(NamedTuple):
    """A copy of a paper, and the manuscript that it was made from."""

    copy: formats.Copy
    manuscript: Manuscript


def copies(answers, language, *kinds):
    """Every paper in some formats."""
    return tuple(formats.copies(dossier_of(answers, language), papers_of(answers, language).values(), kinds, template))


def read_and_made(name, language, *kinds):
    """The papers of a case in some formats, each with the one reading that all of its formats come from."""
    readings = []

    def reading(*arguments):
        readings.append(read(*arguments))
        return readings[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formats, "read", reading)
        found = copies(case(name), language, *kinds)
    assert len(found) == len(readings) * len(kinds)
    return [Made(copy, readings[place // len(kinds)]) for place, copy in enumerate(found)]


@lru_cache(2)
def made(name, language):
    """(copy, manuscript, page) of every paper of a case in HTML."""
    return [(copy, manuscript, Page(copy.data)) for copy, manuscript in read_and_made(name, language, HTML)]


def bare(text):
    return "".join(text.split())


def pieces(markdown):
    """The words of a Markdown text without its signs and escapes, line by line and cell by cell."""
    for line in markdown.split("\n"):
        found = ([] if RULE.fullmatch(line) else CELLS.split(line)) if line.startswith("|") else [SIGNS.sub("", line)]
        for each in found:
            text = bare(ESCAPED.sub(r"\1", STRONG.sub("", each)))
            if text:
                yield text


class Page(HTMLParser):
    """What stands in an HTML file: its elements, its words, and the words of its blanks."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.text, self.blanks, self.styles = [], [], [], [], []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), tuple(self.open)))
        if tag == "mark":
            self.blanks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" in self.open:
            self.styles.append(data)
        elif not {"head", "nav", "svg"} & set(self.open):
            self.text.append(data)
            if "mark" in self.open:
                self.blanks[-1] += data

    def named(self, tag):
        """The attributes of every element of a name."""
        return [attributes for name, attributes, _ in self.elements if name == tag]


def told(data):
    """The text of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return bare("".join(each.text or "" for each in root.iter(f"{W}t")))


def unsigned(text):
    """A text without the signs that only say where a line may break."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def in_order(text, found):
    """The first piece that is not in its place; nothing where all are."""
    place = 0
    for each in pieces(text):
        at = found.find(each, place)
        if at < 0:
            return each
        place = at + len(each)
    return ""


def spans(node):
    """Every span below a part of a manuscript."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from spans(each)


@EVERY_CASE_IN_BOTH
def test_the_words_of_the_html_are_those_of_the_markdown(name, language):
    for copy, _, page in made(name, language):
        assert page.open == []
        assert bare("".join(page.text)) == "".join(pieces(copy.paper.text)), copy.file


@EVERY_CASE_IN_BOTH
def test_every_blank_is_marked_wherever_it_stands(name, language):
    for copy, _, page in made(name, language):
        kinds = {blank.id: blank.kind for blank in copy.paper.blanks}
        numbers = [re.search(r"\bB\d+\b", text)[0] for text in page.blanks]
        holes = re.findall(r"(?<!\\)[【\[][^【\[\]】\\]{1,20} (B\d+)[：:]", copy.paper.text)

        assert [each["class"] for each in page.named("mark")] == [kinds[number] for number in numbers], copy.file
        assert set(numbers) == set(kinds), copy.file
        assert numbers == holes, copy.file


@EVERY_CASE_IN_BOTH
def test_no_sign_of_markdown_is_left_in_the_words(name, language):
    for copy, manuscript, _ in made(name, language):
        texts = [span.text for span in spans(manuscript.blocks)]

        assert texts
        assert not [text for text in texts if "**" in text or "\\" in text], copy.file


@EVERY_CASE_IN_BOTH
def test_every_picture_stands_where_its_words_stand(name, language):
    charts = dossier_of(case(name), language).charts.values()
    for copy, manuscript, _ in made(name, language):
        shown = [part.chart.id for part in manuscript.blocks if isinstance(part, Figure)]
        said = [each.id for each in charts if each.alternative in copy.paper.text.replace("\\", "")]

        assert sorted(shown) == sorted(said), copy.file


@EACH_CASE_PRINTED
def test_the_words_of_the_markdown_are_in_the_word_and_the_pdf_file(name, language):
    """From one reading, as the tool makes them; the Word file holds also what a reader of official papers looks for."""
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    from printed import read_aloud
    from test_render_docx import holds_every_word

    for copy, manuscript in read_and_made(name, language, WORD, PDF):
        if copy.file.endswith(WORD):
            holds_every_word(copy.data, manuscript)
        found = told(copy.data) if copy.file.endswith(WORD) else bare(unsigned(read_aloud(copy.data)))

        assert in_order(copy.paper.text, found) == "", copy.file


@EVERY_CASE_IN_BOTH
def test_the_html_runs_nothing_and_fetches_nothing(name, language):
    for copy, _, page in made(name, language):
        safe(page, copy.data.decode())


def safe(page, source):
    """That nothing in a file runs or is fetched."""
    addresses = {attributes.get(name) for _, attributes, _ in page.elements for name in ("href", "src", "xlink:href")}
    policy = [each["content"] for each in page.named("meta") if each.get("http-equiv") == "Content-Security-Policy"]

    assert len(page.named("style")) == 1
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {tag for tag, _, _ in page.elements}
    assert not [key for _, attributes, _ in page.elements for key in attributes if key.startswith("on")]
    assert not [each for each in addresses - {None} if not re.fullmatch(r"#p\d+", each)]
    assert not re.search(r"url\(|@import", "".join(page.styles))
    assert not re.findall(r"(?:https?:)?//(?!www\.w3\.org/2000/svg\")[^\s<]*(?=[^<>]*>)", source)
    assert len(policy) == 1
    assert policy[0].startswith("default-src 'none';")
    assert "script-src" not in policy[0]


@EVERY_CASE_IN_BOTH
def test_the_html_can_be_read_aloud(name, language):
    for copy, _, page in made(name, language):
        ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
        levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch(r"h\d", tag)]

        assert page.named("html") == [{"lang": LANGUAGES[language]}]
        assert len(page.named("title")) == 1 + len(page.named("svg"))
        assert len(set(ids)) == len(ids)
        assert {each["href"][1:] for each in page.named("a")} <= set(ids)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), copy.file
        assert [each.get("scope") for each in page.named("th")] == ["col"] * len(page.named("th"))
        assert len(page.named("thead")) == len(page.named("table"))
        assert len(page.named("main")) == 1
        for svg in page.named("svg"):
            assert svg["role"] == "img"
            assert set(svg["aria-labelledby"].split()) <= set(ids)
        assert len(page.named("desc")) == len(page.named("svg")) == len(page.named("figcaption"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_what_a_user_writes_stays_text(name, language):
    benign = copies(said_by(case(name), "x"), language, HTML)
    attacked = copies(said_by(case(name), HOSTILE), language, HTML)
    for plain, hostile in zip(benign, attacked, strict=True):
        page = Page(hostile.data)
        tags = [(tag, above) for tag, _, above in page.elements if "svg" not in above]
        safe(page, hostile.data.decode())

        assert tags == [(tag, above) for tag, _, above in Page(plain.data).elements if "svg" not in above]
        assert (bare(HOSTILE) in bare("".join(page.text))) == (bare(HOSTILE) in "".join(pieces(hostile.paper.text)))
    assert any(bare(HOSTILE) in bare("".join(Page(copy.data).text)) for copy in attacked)


@pytest.mark.parametrize("name", ["03-product-recommender", "05-credit-approval"])
def test_the_same_bytes_twice(name):
    dossiers = [composed(case(name)) for _ in range(2)]
    first, second = (
        tuple(formats.copies(each, papers(each, read_template), (MARKDOWN, HTML), template)) for each in dossiers
    )

    assert [(copy.file, copy.data) for copy in first] == [(copy.file, copy.data) for copy in second]


def test_every_paper_is_in_every_format_in_the_order_asked_for():
    found = copies(case("26-fixed-formula"), "zh", HTML, MARKDOWN)

    assert [copy.file.rpartition(".")[2] for copy in found] == [HTML, MARKDOWN]
    assert found[1].data == found[1].paper.text.encode()


def test_a_style_sheet_cannot_end_its_element():
    with pytest.raises(TemplateError) as caught:
        html(Manuscript("t", "zh", ()), "a {}\na::before { content: '</style>' }")

    assert [(fault.code, str(fault.place)) for fault in caught.value.faults] == [("T012", "style.css:2:23")]


@pytest.mark.parametrize("blocks", [(), (Paragraph((Span("一"),)),)])
def test_a_paper_without_a_heading_has_its_title_all_the_same(blocks):
    assert b"<title>t</title>" in html(Manuscript("t", "zh", blocks), "")


def headings(*levels):
    return Manuscript("t", "zh", tuple(Heading(level, (Span("一"),), f"p{at}") for at, level in enumerate(levels)))


@pytest.mark.parametrize(
    ("levels", "has"),
    [
        ((), False),
        ((1, 2, 3), False),
        ((1, 2, 2, 2), False),
        ((1, 2, 2, 3, 2), True),
        ((1, *[2] * 8), False),
        ((1, *[2] * 9), True),
    ],
)
def test_contents_are_for_papers_of_many_sections_or_with_subsections(levels, has):
    paper = headings(*levels)

    assert paper.has_contents == has
    assert (b"<nav" in html(paper, "")) == has


@EVERY_CASE_IN_BOTH
def test_the_result_sheet_has_no_contents_and_the_long_papers_have(name, language):
    for copy, manuscript, page in made(name, language):
        assert bool(page.named("nav")) == manuscript.has_contents == (copy.paper.id != "summary")


def reading_of(text):
    return read(Paper("todo", "t", "t", text, ()), "zh")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一 *斜* 二", "*斜*"),
        ("一 **粗 *斜* 体**", "*斜*"),
        ("## 一 `码`", "`码`"),
        ("| a | b |\n| --- | --- |\n| _x_ | y |", "_x_"),
        ("一\n\n```python\nx\n```", "```python"),
        ("一\n\n    码", "码"),
        ("一\n\n---", "---"),
        ("- 一\n  - 二", "- 二"),
        ("1. 一\n\n   又一段", "又一段"),
        ("- ", "-"),
        ("- # 一", "- # 一"),
        ("> 一\n>\n> - 二", "- 二"),
        ("> # 一", "# 一"),
        ("> > 一", "一"),
    ],
)
def test_markdown_that_no_format_lays_out_is_refused_by_its_words(text, words):
    with pytest.raises(NotLaidOutError) as caught:
        reading_of(text)

    assert str(caught.value) == words


def test_what_looks_like_the_target_of_a_link_is_text():
    assert [block.spans[0].text for block in reading_of("[一]: 二\n\n三 [一]").blocks] == ["[一]: 二", "三 [一]"]


def test_the_extra_of_all_names_every_other():
    with open(os.path.join(os.path.dirname(locate.HERE), "pyproject.toml"), "rb") as stream:
        extras = tomllib.load(stream)["project"]["optional-dependencies"]

    assert extras["all"] == [f"szai-assess[{','.join(sorted(set(extras) - {'all', 'dev'}))}]"]
