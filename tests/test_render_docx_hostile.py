"""Word papers from hostile text, wide tables and papers of odd shape."""

import pytest
from assessed import ONE_OF_EACH, case, dossier_of, papers, read_template, said_by
from test_render_docx import FACTS, LOOK, SMALL, W, body, expected, parts, plain, text_of

from szai_assess.manuscript import Grid, Heading, Listing, Manuscript, Paragraph, words
from szai_assess.render import reading
from szai_assess.render.docx import docx

HOSTILE = (
    "</w:t></w:r></w:p> & < > \" ' ]]> <!-- --> &#65; {{ 7*7 }}",
    "a\x00b\x01c\x0bd\x1be\rf\ufffeg\uffffh\ud800i\udfffj",
    "\U0001f600𠮷\u202e\u200b\u00a0\t\n末",
    "W" * 3000,
)


def mended(text):
    """The text as XML can hold it."""
    return "".join(
        "\ufffd" if not sign.isprintable() and sign in "\0\1\v\x1b\r\ufffe\uffff\ud800\udfff" else sign for sign in text
    )


@pytest.mark.parametrize("text", HOSTILE, ids=["markup", "forbidden", "strange", "long"])
def test_hostile_text_in_every_place(text):
    paper = Manuscript(
        text,
        "zh",
        (
            Heading(1, plain(text), "p1"),
            *(Heading(2, plain(text), f"p{number}") for number in range(2, 10)),
            Paragraph(plain(text)),
            Listing(1, (plain(text),)),
            Grid((plain(text), plain("b")), ((plain(text), plain(text)),)),
        ),
    )
    data = docx(paper, LOOK, FACTS._replace(draft=text))

    assert text_of(body(data)) == mended(expected(paper))
    assert parts(data)["word/header1.xml"] is not None


@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_hostile_answers(name):
    dossier = dossier_of(said_by(case(name), HOSTILE[0] + HOSTILE[2]))
    for paper in papers(dossier, read_template):
        manuscript = reading.read(paper, "zh")

        assert text_of(body(docx(manuscript, LOOK, FACTS))) == expected(manuscript)


def wide_paper(columns, *after):
    head = tuple(plain(f"第{number}栏的名称") for number in range(columns))
    blocks = (
        Heading(1, plain("宽"), "p1"),
        Heading(2, plain("一"), "p2"),
        Paragraph(plain("前")),
        Heading(2, plain("二"), "p3"),
        Grid(head, (head,)),
        *after,
    )
    return Manuscript("宽", "zh", blocks)


def turned(tree):
    """Of each section, whether its pages lie on their side."""
    return [each.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for each in tree.iter(f"{W}sectPr")]


def test_a_wide_table_has_pages_of_its_own_with_its_heading():
    paper = wide_paper(13, Paragraph(plain("后")))
    tree = body(docx(paper, LOOK, FACTS))
    section = [number for number, each in enumerate(tree) if each.find(f"{W}pPr/{W}sectPr") is not None]
    between = list(tree)[section[0] + 1 : section[1] + 1]

    assert turned(tree) == [False, True, False]
    assert text_of(between).startswith("二第0栏的名称")
    assert text_of(tree) == expected(paper)


def test_a_wide_table_at_the_end_and_at_the_beginning():
    assert turned(body(docx(wide_paper(13), LOOK, FACTS))) == [False, True]
    first = wide_paper(13)._replace(blocks=wide_paper(13).blocks[3:])
    assert turned(body(docx(first, LOOK, FACTS))) == [True]


def test_a_table_that_fits_stays_upright():
    assert turned(body(docx(wide_paper(5), LOOK, FACTS))) == [False]


def test_no_column_is_squeezed_and_all_fill_the_line():
    grid = Grid(
        (plain("编号"), plain("事项"), plain("证据")),
        ((plain("R1"), plain("很长的说明" * 60), plain("ABCD-2026-001")),),
    )
    tree = body(docx(SMALL._replace(blocks=(*SMALL.blocks[:1], grid)), LOOK, FACTS))
    columns = [int(each.get(f"{W}w")) for each in next(tree.iter(f"{W}tblGrid"))]

    assert min(columns) >= 2 * 12 * 20
    assert abs(sum(columns) - (11906 - 1587 - 1474)) <= 20


@pytest.mark.parametrize(
    "blocks", [(), SMALL.blocks[:1], SMALL.blocks[1:2], SMALL.blocks[2:]], ids=["none", "title", "text", "untitled"]
)
def test_papers_of_odd_shape(blocks):
    paper = SMALL._replace(blocks=blocks)

    assert text_of(body(docx(paper, LOOK, FACTS))) == expected(paper)


def test_tables_that_follow_each_other_stay_two():
    grid = Grid((plain("a"), plain("b")), ((plain("c"), plain("d")),))
    tree = body(docx(SMALL._replace(blocks=(grid, grid)), LOOK, FACTS))
    kinds = [each.tag.removeprefix(W) for each in tree]

    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_an_english_paper():
    paper = Manuscript(
        "Report",
        "en",
        (
            Heading(1, plain("Report"), "p1"),
            Listing(1, (plain("first"),)),
            *(Heading(2, plain(f"Part {number}"), f"p{number}") for number in range(2, 9)),
        ),
    )
    found = parts(docx(paper, LOOK, FACTS))
    normal = next(each for each in found["word/styles.xml"].iter(f"{W}style") if each.get(f"{W}styleId") == "Normal")
    core = {each.tag.partition("}")[2]: each.text for each in found["docProps/core.xml"]}

    assert text_of(found["word/document.xml"][0]) == expected(paper)
    assert normal.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "0"
    assert normal.find(f"{W}pPr/{W}jc").get(f"{W}val") == "left"
    assert core["language"] == "en"
    assert core["creator"] == core["lastModifiedBy"] == "szai-assess"
    assert core["created"] == core["modified"] == "1980-01-01T00:00:00Z"
    assert core["title"] == words(paper.blocks[0].spans)
