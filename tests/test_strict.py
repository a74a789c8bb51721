"""The strict reader: hostile YAML is refused by name and place, by the C parser and by the pure one alike."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from szai_assess.strict import DEPTH, SIZE, parse


@pytest.fixture(params=["c", "pure"])
def read(request, monkeypatch):
    """The reader over each of the parsers."""
    if request.param == "pure":
        monkeypatch.delattr(yaml.cyaml, "CParser")
    else:
        assert yaml.__with_libyaml__

    def reading(text: str | bytes):
        tree, faults = parse(text.encode() if isinstance(text, str) else text, "f.yaml")
        return (tree.plain() if tree else None), [
            (fault.code, fault.place.line, fault.place.column) for fault in faults
        ]

    return reading


PLAIN = {
    "nothing is guessed": (
        "a: no\nb: 010\nc: 2026-11-21\nd: 1e3\ne: ~\nf: null\ng: 1:30\nh: 0x1F\ni: .inf\n",
        {
            "a": "no",
            "b": "010",
            "c": "2026-11-21",
            "d": "1e3",
            "e": "~",
            "f": "null",
            "g": "1:30",
            "h": "0x1F",
            "i": ".inf",
        },
    ),
    "empty values are empty texts": ("a:\nb: ''\n", {"a": "", "b": ""}),
    "JSON": ('{"a": ["x", {"b": "\\u4e2d"}], "n": 1.50}', {"a": ["x", {"b": "中"}], "n": "1.50"}),
    "a byte-order mark": ("\ufeffa: b\n", {"a": "b"}),
    "Windows line ends": ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    "a block": ("a: |-\n  x: y\n  # no comment\n", {"a": "x: y\n# no comment"}),
    "a document mark": ("---\na: b\n...\n", {"a": "b"}),
    "a tag-like text in quotes": ('a: "!!python/object:os.system"\n', {"a": "!!python/object:os.system"}),
    "full-width text": ("a: 张三：ＡＢＣ，（一）\n", {"a": "张三：ＡＢＣ，（一）"}),
    "emoji": ("a: 🏳️‍🌈\n", {"a": "🏳️‍🌈"}),
    "a list at the top": ("- a\n- b\n", ["a", "b"]),
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.values(), ids=PLAIN)
def test_what_is_read(read, text, plain):
    assert read(text) == (plain, [])


HOSTILE = {
    "an anchor": ("a: &x b\n", [("Y003", 1, 4)]),
    "the plain tag": ("a: ! b\n", [("Y003", 1, 4)]),
    "an alias": ("a: &x b\nc: *x\n", [("Y003", 1, 4), ("Y003", 2, 4)]),
    "a bomb": ("a: &a [x, x]\nb: &b [*a, *a]\n", [("Y003", 1, 4), ("Y003", 2, 4), ("Y003", 2, 8), ("Y003", 2, 12)]),
    "a tag": ("a: !!python/object/apply:os.system [ls]\n", [("Y003", 1, 4)]),
    "a local tag": ("a: !env HOME\n", [("Y003", 1, 4)]),
    "a standard tag": ("a: !!str 1\n", [("Y003", 1, 4)]),
    "a merge key": ("a: {b: c}\nd:\n  <<: {e: f}\n", [("Y003", 3, 3)]),
    "a key twice": ("a: b\nc: d\na: e\n", [("Y002", 3, 1)]),
    "a key twice, quoted": ('a: b\n"a": e\n', [("Y002", 2, 1)]),
    "a second document": ("a: b\n---\nc: d\n", [("Y004", 2, 1)]),
    "a list as a key": ("? [a]\n: b\n", [("Y005", 1, 3)]),
    "a mapping as a key": ("{a: b}: c\n", [("Y005", 1, 1)]),
    "several at once": ("a: &x b\na: c\nd: !t e\n", [("Y003", 1, 4), ("Y002", 2, 1), ("Y003", 3, 4)]),
}


@pytest.mark.parametrize(("text", "faults"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_refused(read, text, faults):
    assert read(text)[1] == faults


BROKEN = {
    "an open bracket": ("a: [b\n", "Y001"),
    "an open quote": ('a: "b\n', "Y001"),
    "a tab for indentation": ("a:\n\tb: c\n", "Y001"),
    "wrong indentation": ("a: b\n  c: d\n", "Y001"),
    "a control character": ("a: b\x07c\n", "Y001"),
    "a wrong escape": ('a: "\\q"\n', "Y001"),
    "a directive": ("%YAML 9.9\n---\na: b\n", "Y001"),
    "an undefined prefix": ("a: !x!y b\n", "Y001"),
    "a full-width colon": ("a: b\norg_type：company\nc: d\n", "Y006"),
    "a full-width colon in a list": ("a:\n  - b：c\n  - d: e\n f: g\n", "Y006"),
}


@pytest.mark.parametrize(("text", "code"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_yaml_is_one_fault_with_a_line(read, text, code):
    plain, faults = read(text)

    assert plain is None
    assert [code] == [fault[0] for fault in faults]
    assert faults[0][1] >= 1


def test_a_full_width_colon_is_pointed_at(read):
    assert read("a: b\norg_type：company\nc: d\n")[1] == [("Y006", 2, 9)]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "\ufeff"])
def test_nothing_to_read_is_no_fault_of_the_reader(read, text):
    assert read(text) == (None, [])


def test_depth(read):
    assert read("[" * DEPTH + "]" * DEPTH)[1] == []
    assert [fault[0] for fault in read("[" * (DEPTH + 1) + "]" * (DEPTH + 1))[1]] == ["Y007"]
    assert [fault[0] for fault in read("[" * 100_000)[1]] == ["Y007"]
    assert [fault[0] for fault in read("{a: " * 100_000)[1]] == ["Y007"]


def test_size(read):
    assert read("#" * SIZE)[1] == []
    assert read("#" * (SIZE + 1))[1] == [("Y010", 0, 0)]


@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_gb18030_is_recognised_by_the_line_that_is_not_utf8(encoding):
    _, (fault,) = parse("a: b\nname: 智选推荐\n".encode(encoding), "f.yaml")

    assert (fault.code, fault.place.line) == ("Y008", 2)
    assert fault.details == {"encoding": "GB18030", "file": "f.yaml"}


@pytest.mark.parametrize("text", ["pack: szai-2022\n", "name: 智选推荐，用于“推荐”\n"])
@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"])
def test_wide_encodings_are_named_so_that_the_command_reads_them(encoding, text):
    _, (fault,) = parse(text.encode(encoding), "f.yaml")

    assert (fault.code, fault.details["encoding"]) == ("Y008", encoding)


@pytest.mark.parametrize(
    "raw",
    [
        "name: 這是一個人工智慧的應用程式，說明如下\n".encode("big5"),
        "name: これはテストです、よろしく\n".encode("euc-jp"),
        "name: à côté de l’été\n".encode("cp1252"),
        b"\xff\xfea\0b",
        b"\xff\xfe\0\xd8a\0",
        b"\0\0\0\0\1\2\3\4",
    ],
)
def test_an_encoding_that_is_not_sure_is_not_named(raw):
    _, (fault,) = parse(raw, "f.yaml")

    assert fault.code == "Y009"


def test_bytes_that_are_no_text():
    _, (fault,) = parse(b"a: b\nc: \xff\xff\n", "f.yaml")

    assert (fault.code, fault.place.line) == ("Y009", 2)


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(raw):
    tree, faults = parse(raw, "f.yaml")

    assert all(fault.place.file == "f.yaml" for fault in faults)
    assert tree is None or tree.plain() is not None


@given(st.text("ab:-[]{}&*!|>'\"%@`#,? \n\t~=<", max_size=40))
def test_both_parsers_agree_on_good_text(text):
    fast = parse(text.encode(), "f.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml.cyaml, "CParser")
        pure = parse(text.encode(), "f.yaml")

    if not fast[1] and not pure[1]:
        assert (fast[0] and fast[0].plain()) == (pure[0] and pure[0].plain())
