"""The file that says how Word papers look."""

import struct
import zlib

import pytest
from test_render_docx import FACTS, LOOK, SMALL, W, body, parts

from szai_assess import files, locate
from szai_assess.errors import TemplateError
from szai_assess.messages import advice, say
from szai_assess.render.docx import docx
from szai_assess.render.word import look

SHIPPED = files.read(locate.template("docx.yaml")).decode()


def image(wide, high):
    """A white PNG."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * wide) * high)
    return look.PNG + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def nothing(_):
    raise FileNotFoundError


def faults(text):
    with pytest.raises(TemplateError) as caught:
        look.read(text.encode(), "my.yaml", nothing)
    return caught.value.faults


def test_the_shipped_one():
    assert LOOK.margins == look.Margins(37, 35, 28, 26)
    assert LOOK.letterhead == b""
    assert LOOK.of("zh").title == look.Font("方正小标宋简体", "Times New Roman", 22)
    assert (LOOK.of("zh").line, LOOK.of("zh").indent) == (28, 2)
    assert (LOOK.of("en").line, LOOK.of("en").indent) == (18, 0)


WRONG = {
    "an unknown key": ("margins: {top:", "margin: {top:", "T006", {"name": "margin", "nearest": "margins"}),
    "an unknown part": ("  title: {east: 方", "  titel: {east: 方", "T006", {"name": "titel", "nearest": "title"}),
    "an unknown field": ("size: 22}", "sise: 22}", "T006", {"name": "sise", "nearest": "size"}),
    "a key too few": ("  line: 28\n", "", "T008", {"name": "line", "where": "zh"}),
    "no number": ("line: 28", "line: 28pt", "T007", {"name": "zh.line", "value": "28pt"}),
    "too big": ("top: 37", "top: 370", "T007", {"name": "margins.top", "wanted": "5-80"}),
    "not a number at all": ("top: 37", "top: nan", "T007", {"name": "margins.top"}),
    "a list": ("margins: {top: 37, bottom: 35, left: 28, right: 26}", "margins: [1]", "T007", {"name": "margins"}),
    "no font": ("{east: 方正小标宋简体", "{east: ''", "T007", {"name": "zh.title.east"}),
    "half a character": ("indent: 2", "indent: 1.5", "T007", {"name": "zh.indent"}),
    "no image": ('letterhead: ""', "letterhead: head.png", "T009", {"name": "head.png"}),
    "a list for an image": ('letterhead: ""', "letterhead: [a]", "T009", {}),
    "a key twice": ("  indent: 2\n", "  indent: 2\n  indent: 2\n", "Y002", {"key": "indent"}),
}


@pytest.mark.parametrize(("old", "new", "code", "details"), WRONG.values(), ids=WRONG)
def test_what_is_refused(old, new, code, details):
    assert old in SHIPPED

    found = [fault for fault in faults(SHIPPED.replace(old, new, 1)) if fault.code == code]

    assert found
    assert details.items() <= found[0].details.items()
    assert found[0].place.file == "my.yaml"
    assert found[0].place.line > 0
    assert say(code, "zh", **found[0].details)
    assert advice(code, "en", **found[0].details)


def test_an_empty_file_and_a_file_that_is_no_text():
    assert [fault.code for fault in faults("")] == ["T008"]
    assert [fault.code for fault in faults("a: [")] == ["Y001"]
    assert {fault.code for fault in faults("- a")} == {"T007"}


@pytest.mark.parametrize("data", [b"", b"GIF89a", look.PNG, image(0, 3), b"\xff\xd8\xff\xe0" + b"\0" * 60])
def test_an_image_that_is_no_png(data):
    text = SHIPPED.replace('letterhead: ""', "letterhead: head.png")
    with pytest.raises(TemplateError) as caught:
        look.read(text.encode(), "my.yaml", lambda _: data)

    assert [fault.code for fault in caught.value.faults] == ["T009"]


@pytest.mark.parametrize("size", [(10, 10), (4000, 200)])
def test_a_letterhead_stands_above_the_title_no_wider_than_the_text(size):
    text = SHIPPED.replace('letterhead: ""', "letterhead: head.png")
    mine = look.read(text.encode(), "my.yaml", lambda _: image(*size))
    data = docx(SMALL, mine, FACTS)
    first, second = list(body(data))[:2]
    extent = next(each for each in first.iter() if each.tag.endswith("}extent"))

    assert data == docx(SMALL, mine, FACTS)
    assert second.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Title"
    assert 0 < int(extent.get("cx")) <= (11906 - 1587 - 1474) * 635
    assert next(each for each in first.iter() if each.tag.endswith("}docPr")).get("descr") == ""


def test_fonts_and_lines_of_one_s_own():
    mine = look.read(
        SHIPPED.replace("仿宋_GB2312", "A&<B").replace("line: 28", "line: 30").encode(), "my.yaml", nothing
    )
    source = parts(docx(SMALL, mine, FACTS))["word/styles.xml"]
    normal = next(each for each in source.iter(f"{W}style") if each.get(f"{W}styleId") == "Normal")

    assert normal.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "A&<B"
    assert normal.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "600"
