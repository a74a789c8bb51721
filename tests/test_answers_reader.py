"""Answers files read strictly: what is taken, and each fault at its place with the nearest real name."""

import pytest
import small
import yaml

from szai_assess.answers_reader import LIMIT, pack_named, read
from szai_assess.errors import AnswersError, Place
from szai_assess.strict import parse

PACK = small.a_pack("""
questions:
  color: [red, green, blue]
  fixed: {one: [x, y], unknown: "false"}
  tools: {many: [none, hammer, saw]}
  marks: {matrix: [left, right], options: [good, bad]}
  card: {form: [name, mail]}
  story: text
  day: date
tables: {tier: {priority: [low, high], rows: {R1: {when: {color: red}, then: high}}}}
""")


def taken(answers: str):
    return read(f"pack: small\nanswers: {{{answers}}}\n".encode(), "a.yaml", PACK).answers.values


def faults(text: str):
    """(code, line, column, nearest) of each fault."""
    with pytest.raises(AnswersError) as error:
        read(text.encode(), "a.yaml", PACK)
    return [(f.code, f.place.line, f.place.column, f.details.get("nearest", "")) for f in error.value.faults]


def fault(answers: str):
    """(code, column after the answers' brace) of the one fault of some answers."""
    prefix = "answers: {"
    ((code, line, column, near),) = faults(f"pack: small\n{prefix}{answers}}}\n")
    assert line == 2
    return code, column - len(prefix), near


TAKEN = {
    "a choice": ("color: red", {"color": "red"}),
    "a choice in part": ("color: [red, blue]", {"color": ["red", "blue"]}),
    "not known": ("color: unknown", {"color": "unknown"}),
    "several": ("tools: [hammer, saw]", {"tools": ["hammer", "saw"]}),
    "one of several, without a list": ("tools: saw", {"tools": ["saw"]}),
    "several, not known": ("tools: unknown", {"tools": "unknown"}),
    "at least": ("tools: [saw, unknown]", {"tools": ["saw", "unknown"]}),
    "none": ("tools: [none]", {"tools": ["none"]}),
    "rows": ("marks: {left: good, right: [good, bad]}", {"marks": {"left": "good", "right": ["good", "bad"]}}),
    "rows not known": ("marks: unknown", {"marks": "unknown"}),
    "a row not known": ("marks: {left: unknown}", {"marks": {"left": "unknown"}}),
    "a form": ("card: {name: 张三, mail: ''}", {"card": {"name": "张三", "mail": ""}}),
    "no form": ("card: {}", {"card": {}}),
    "text that looks like a number": ("story: 010", {"story": "010"}),
    "a leap day": ("day: 2024-02-29", {"day": "2024-02-29"}),
    "no day": ("day: ''", {"day": ""}),
}


@pytest.mark.parametrize(("text", "values"), TAKEN.values(), ids=TAKEN)
def test_what_is_taken(text, values):
    assert taken(text) == values


REFUSED = {
    "a question": ("colour: red", ("A013", 1, "color")),
    "a question that nothing is like": ("zzz: red", ("A013", 1, "-")),
    "an option": ("color: gren", ("A014", 8, "green")),
    "an option in a list": ("color: [red, gren]", ("A014", 14, "green")),
    "an option in other letters": ("color: Red", ("A014", 8, "red")),
    "a full-width option": ("color: ｒｅｄ", ("A014", 8, "-")),
    "no option": ("color: ''", ("A014", 8, "-")),
    "a row": ("marks: {lft: good}", ("A015", 9, "left")),
    "a field": ("card: {nme: x}", ("A015", 8, "name")),
    "an option of a row": ("marks: {left: god}", ("A014", 15, "good")),
    "a text for a form": ("card: x", ("A016", 7, "")),
    "a list for rows": ("marks: [good]", ("A016", 8, "")),
    "a list for a text": ("story: [x]", ("A028", 8, "")),
    "a mapping for a field": ("card: {name: {x: y}}", ("A028", 14, "")),
    "a mapping for a choice": ("color: {x: y}", ("A029", 8, "")),
    "unknown where it is not offered": ("fixed: unknown", ("A017", 8, "")),
    "unknown among what it may be": ("color: [red, unknown]", ("A030", 14, "")),
    "unknown in a list where it is not offered": ("fixed: [unknown]", ("A017", 9, "")),
    "a full-width colon in braces": ("marks: {left：good}", ("Y006", 9, "")),
    "an empty list": ("tools: []", ("A018", 8, "")),
    "an option twice": ("tools: [saw, saw]", ("A021", 8, "")),
    "none and something": ("tools: [none, saw]", ("A022", 8, "")),
    "none and unknown": ("tools: [none, unknown]", ("A022", 8, "")),
    "a day that is none": ("day: 2026-02-30", ("A023", 6, "")),
    "a day without its dashes": ("day: 20260211", ("A023", 6, "")),
    "a day in weeks": ("day: 2026-W05-1", ("A023", 6, "")),
    "a text without end": (f"story: {'x' * (LIMIT + 1)}", ("A019", 8, "")),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(text, expected):
    assert fault(text) == expected


FILES = {
    "nothing": ("", [("A011", 0, 0, "")]),
    "an empty text": ("''\n", [("A011", 1, 1, "")]),
    "a list": ("- a\n", [("A016", 1, 1, "")]),
    "no pack": ("answers: {}\n", [("A027", 1, 1, "")]),
    "a key": ("pack: small\nanswer: {}\n", [("A012", 2, 1, "answers")]),
    "a case's key": ("pack: small\nexpect: {}\n", [("A012", 2, 1, "-")]),
    "another pack": ("pack: large\n", [("A025", 1, 7, "")]),
    "another major version": ("pack: small@2.0.0\n", [("A026", 1, 7, "")]),
    "a newer version": ("pack: small@1.0.1\n", [("A026", 1, 7, "")]),
    "no version": ("pack: small@one\n", [("A026", 1, 7, "")]),
    "a day": ("pack: small\nassessed_on: today\n", [("A023", 2, 14, "")]),
    "a note": ("pack: small\nnotes: {colr: x}\n", [("A024", 2, 9, "color")]),
    "a note on a row": ("pack: small\nevidence: {marks.lef: x}\n", [("A024", 2, 12, "marks.left")]),
    "a note that is a list": ("pack: small\nnotes: {color: [x]}\n", [("A028", 2, 16, "")]),
    "answers in a list": ("pack: small\nanswers: [x]\n", [("A016", 2, 10, "")]),
    "a full-width colon": ("pack: small\nanswers:\n  color：red\n", [("Y006", 3, 3, "")]),
    "a full-width colon at the top": ("pack：small\n", [("Y006", 1, 1, "")]),
    "a key twice": ("pack: small\npack: small\n", [("Y002", 2, 1, "")]),
    "no YAML": ("pack: [small\n", [("Y001", 2, 1, "")]),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES)
def test_files_that_are_refused(text, expected):
    assert faults(text) == expected


def test_all_faults_at_once_in_order():
    text = "pack: small\nanswers:\n  colour: red\n  tools: []\n  marks: {lft: good}\n  tools: saw\nnotes: {colr: x}\n"

    assert [(code, line) for code, line, _, _ in faults(text)] == [
        ("A013", 3),
        ("A018", 4),
        ("A015", 5),
        ("Y002", 6),
        ("A024", 7),
    ]


HALF = rb'{"pack": "small", "answers": {"story": "\ud83d"}}'


def test_half_a_character_is_refused_by_the_parser_or_else_by_the_reader(monkeypatch):
    with pytest.raises(AnswersError) as error:
        read(HALF, "a.yaml", PACK)
    assert [found.code for found in error.value.faults] == ["Y001"]

    monkeypatch.delattr(yaml.cyaml, "CParser")
    with pytest.raises(AnswersError) as error:
        read(HALF, "a.yaml", PACK)
    assert [found.code for found in error.value.faults] == ["A020"]


def test_the_fault_says_what_there_is():
    with pytest.raises(AnswersError) as error:
        taken("color: gren")

    (found,) = error.value.faults
    assert found.details == {
        "name": "gren",
        "nearest": "green",
        "question": "color",
        "options": "red, green, blue, unknown",
    }
    assert found.place == Place("a.yaml", 2, 18)


def test_where_answers_stand():
    text = "pack: small\nanswers:\n  color: red\n  marks:\n    left: good\nnotes:\n  color: x\n"

    reading = read(text.encode(), "a.yaml", PACK)

    assert reading.lines == {"pack": 1, "color": 3, "marks": 4, "marks.left": 5, "notes.color": 7}


@pytest.mark.parametrize("version", ["", "1.0.0"])
def test_versions_that_the_pack_judges(version):
    reading = read(f"pack: small{'@' + version if version else ''}\n".encode(), "a.yaml", PACK)

    assert reading.version == version


def test_further_keys_of_a_case_are_kept_as_they_are():
    reading = read(b"pack: small\nexpect: {tier: [low, high]}\n", "a.yaml", PACK, ("name", "expect"))

    assert reading.extra == {"expect": {"tier": ["low", "high"]}}


@pytest.mark.parametrize(
    ("text", "named"), [("pack: small@1.0.0\nx: [", ""), ("pack: small@1.0.0\nx: y\n", "small"), ("[]", ""), ("", "")]
)
def test_the_pack_that_a_file_names(text, named):
    assert pack_named(parse(text.encode(), "a.yaml")[0]) == named
