"""What may come in line by line: too much of it, bytes that are no text, and signs that would steer a terminal."""

import io

import pytest
from handmade import a_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import TEXT, asked, spoken

from szai_assess.interview import Stopped
from szai_assess.messages import say


@pytest.mark.parametrize("length", [4, 19_999, 79_999, 80_001, 250_000])
def test_a_text_that_is_too_long_is_refused_whole(length):
    told = asked("字" * length, "好", notices={"sex": {"max": 3}}, **TEXT)

    assert told.values["sex"] == "好"
    assert len(told.saved) == 1
    assert say("assess.too_long", "zh", limit="3", length="4")[:6] in told.out


@pytest.mark.parametrize("kind", ["one", "many"])
def test_a_line_without_end_chooses_nothing_and_is_not_repeated(kind):
    told = asked("1" * 250_000, kind=kind)

    assert told.saved == []
    assert len(told.out) < 3000


@pytest.mark.parametrize("raw", [b"\xff\xfe\n", "好\n".encode("gb18030"), b"a\xe4\xb8\n", b"\xed\xb0\x80\n"])
@pytest.mark.parametrize("kind", ["one", "many", "text", "date"])
def test_bytes_that_are_no_text_are_refused_and_the_next_line_counts(raw, kind):
    written = kind in ("text", "date")
    stdin = io.TextIOWrapper(io.BytesIO(raw + (b"2026-11-21\n" if written else b"1\n")), encoding="utf-8")
    told = spoken(stdin, a_pack().ask("sex", kind, () if written else ("no", "yes")), {"harm": "none"})

    assert told.values["sex"] == {"one": "no", "many": ["no"]}.get(kind, "2026-11-21")
    assert len(told.saved) == 1
    told.out.encode()


@pytest.mark.parametrize("line", ["\x1b[2J", "a\x07", "\x9b31m", "\u202e1", "\x00"])
@pytest.mark.parametrize("kind", ["one", "many"])
def test_what_is_repeated_of_a_line_steers_nothing(line, kind):
    told = asked(line, kind=kind)

    assert told.saved == []
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\x00"} & {*told.out}


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(st.text(max_size=12), st.sampled_from(["1", "0", "?", ":b", ":r", ":n", "", "1 2"])), max_size=12
    ),
    st.sampled_from(["one", "many", "text", "date"]),
    st.sampled_from(["zh", "en"]),
)
def test_no_line_can_make_it_print_a_sign_that_steers_a_terminal(lines, kind, language):
    values = {"said": "\x1b]0;x\x07\u202e"}
    builder = a_pack().ask("said", "text", ()).ask("sex", kind, () if kind in ("text", "date") else ("no", "yes"))
    told = spoken(io.StringIO("\n".join(lines)), builder, values, language=language)

    assert not any(ord(sign) < 0x20 and sign != "\n" for sign in told.out)
    assert not {*"\x7f\x9b\u202e\u2066\u200f"} & {*told.out}
    assert isinstance(told.error, Stopped) or told.answers is not None
