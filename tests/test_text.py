"""Text from strangers made safe to show, names found again, and lines broken where a reader would break them."""

import sys
import unicodedata

import pytest
from rich.cells import cell_len

from szai_assess.text import Text, nearest, one_line, visible, wrapped


def test_both_languages_are_kept_and_anything_but_english_is_chinese():
    words = Text("中", "en")

    assert (words.in_("en"), words.in_("zh"), words.in_("")) == ("en", "中", "中")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\rb", "a␍b"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eabc\u202c", "\ufffdabc\ufffd"),
        ("\u2066x\u2069\u200f\u061c", "\ufffdx\ufffd\ufffd\ufffd"),
        ("a\u2028b", "a\nb"),
        ("\ufeffa", "\ufffda"),
        ("智选 😀 é\ttab\n", "智选 😀 é\ttab\n"),
    ],
)
def test_what_steers_is_shown_and_what_can_be_read_stays(text, shown):
    assert visible(text) == shown


def test_no_control_and_no_direction_mark_of_unicode_is_left():
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    left = {sign for sign in visible(every) if unicodedata.category(sign) == "Cc"}
    turning = {
        sign
        for sign in visible(every)
        if unicodedata.bidirectional(sign) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }

    assert left == {"\t", "\n"}
    assert turning == set()


def test_one_line_is_one_line():
    assert one_line(" a\n\n b\r\n\u2029c\t\x85 ") == "a b␍ c \ufffd"
    assert one_line("") == ""


@pytest.mark.parametrize(
    ("word", "found"), [("mediu", "medium"), ("hihg", "high"), ("中", ""), ("", ""), ("x" * 5000, "")]
)
def test_the_nearest_name_is_found_or_none(word, found):
    assert nearest(word, ("low", "medium", "high")) == found


@pytest.mark.parametrize("width", [2, 7, 20, 79])
@pytest.mark.parametrize(
    "text",
    [
        "高风险的人工智能应用应当采用事前评估和风险预警的监管模式。",
        "An ex-ante assessment, then: a warning (both).",
        "x" * 300,
        "😀" * 50,
    ],
)
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(text, width):
    lines = wrapped(text, width)

    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_chinese_mark_never_begins_a_line():
    lines = wrapped("一二三，四五六。七八九（十）", 6)

    assert [line for line in lines if line[0] in "，。）"] == []


def test_paragraphs_stay_apart():
    assert wrapped("a\n\nb", 10) == ["a", "", "b"]
