"""The written answers file: whole, readable by anybody, and read back to the very same answers."""

import pytest
import shelf
import small
import yaml
from hypothesis import given
from hypothesis import strategies as st

from szai_assess.answers import Answers, deep
from szai_assess.answers_reader import read
from szai_assess.answers_writer import write
from szai_assess.text import Text
from szai_assess.words import Words

PACK = small.a_pack("""
questions:
  color: [red, green, blue, "no", "on"]
  tools: {many: [none, hammer, saw]}
  marks: {matrix: [left, right], options: [good, bad]}
  card: {form: [name, mail]}
  story: text
  day: date
tables: {tier: {priority: [low, high], rows: {R1: {when: {color: red}, then: high}}}}
""")
ASKED = {"zh": "问：什么颜色？\n第二行", "en": "Which colour: #1?"}
WORDS = Words({"questions": {question.id: {"ask": ASKED} for question in PACK.questions}})

SIGNS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "：，「」ＡＢ１🏳️\u200d🌈\x00\x07\x1b\x7f\x85\u2028\u2029\ufeff\u202e\ufffe"
)
TRAPS = [
    "no",
    "Yes",
    "~",
    "null",
    "010",
    "1e3",
    "0x1F",
    "1:30",
    "2026-11-21",
    ".inf",
    ".NaN",
    "=",
    "<<",
    "---",
    "...",
    "- a",
    "? a",
]
TRAPS += [
    "a: b",
    "a #b",
    "#",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "'",
    '"',
    "\\",
    "{}",
    "[]",
    "a:",
    ": ",
    "\n",
    " a",
    "a ",
    "\t",
    "+1",
    "1_000",
    "TRUE",
]
TRAPS += [
    "unknown",
    "a\nb",
    "a\r\nb",
    "key：value",
    "\u3000",
    "No",
    "oFf",
    "Null",
    "NULL",
    "|",
    ">",
    "|-",
    "-",
    "--- a",
    "!!str a",
    "%YAML",
]
TEXTS = st.text(SIGNS, max_size=30) | st.sampled_from(TRAPS)


def several(options: list[str], spare: list[str]):
    """Values of a list without repetition; ``none`` stands alone."""
    return st.lists(st.sampled_from([*options, *spare]), min_size=1, unique=True)


COLORS = ["red", "green", "blue", "no", "on"]
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "color": st.sampled_from([*COLORS, "unknown"]) | several(COLORS, []),
        "tools": st.sampled_from(["unknown"]) | st.just(["none"]) | several(["hammer", "saw"], ["unknown"]),
        "marks": st.just("unknown")
        | st.dictionaries(st.sampled_from(["left", "right"]), st.sampled_from(["good", "bad", "unknown"])),
        "card": st.dictionaries(st.sampled_from(["name", "mail"]), TEXTS),
        "story": TEXTS,
        "day": st.dates().map(str) | st.just(""),
    },
)
NAMES = st.sampled_from(["color", "tools", "marks", "marks.left", "card.name", "story"])
ANSWERS = st.builds(
    Answers,
    st.sampled_from(["small", "small@1.0.0"]),
    st.just("") | st.dates().map(str),
    VALUES,
    st.dictionaries(NAMES, TEXTS),
    st.dictionaries(NAMES, TEXTS),
)


@given(ANSWERS, st.sampled_from(["zh", "en"]))
def test_what_is_written_is_read_back(answers, language):
    text = write(answers, PACK, WORDS, language)

    assert read(text.encode(), "a.yaml", PACK).answers == answers


@given(ANSWERS)
def test_writing_what_was_read_changes_nothing(answers):
    text = write(answers, PACK, WORDS, "zh")
    again = write(read(text.encode(), "a.yaml", PACK).answers, PACK, WORDS, "zh")

    assert again == text


@given(ANSWERS)
def test_another_yaml_reader_reads_the_same_text(answers):
    found = yaml.safe_load(write(answers, PACK, WORDS, "zh"))

    assert found["answers"] == deep(answers.values)
    assert found.get("notes", {}) == answers.notes
    assert found.get("evidence", {}) == answers.evidence
    assert found.get("assessed_on", "") == answers.assessed_on


@pytest.mark.parametrize("text", TRAPS)
def test_no_trap_catches_either_reader(text):
    written = write(Answers("small", "", {"story": text, "card": {"name": text}}, {"color": text}), PACK, WORDS, "zh")

    assert yaml.safe_load(written)["answers"] == {"story": text, "card": {"name": text}}
    assert read(written.encode(), "a.yaml", PACK).answers.notes == {"color": text}


@given(TEXTS)
def test_every_text_stays_on_its_line(text):
    written = write(Answers("small", "", {"story": text}), PACK, WORDS, "zh")

    assert len(written.splitlines()) == 4
    assert all(sign.isprintable() or sign == "\n" for sign in written)


def test_the_file_as_a_reader_sees_it():
    answers = Answers(
        "small@1.0.0",
        "2026-11-21",
        {"story": "a: b", "color": "no", "tools": ["saw", "unknown"], "marks": {"left": "good"}},
        {"color": "红"},
        {"marks.left": "QM-12"},
    )

    assert write(answers, PACK, WORDS, "zh", "../a b.json") == (
        "# yaml-language-server: $schema=../a b.json\n"
        "pack: small@1.0.0\n"
        'assessed_on: "2026-11-21"\n'
        "answers:\n"
        "  # 问：什么颜色？ 第二行\n"
        '  color: "no"\n'
        "  # 问：什么颜色？ 第二行\n"
        "  tools: [saw, unknown]\n"
        "  # 问：什么颜色？ 第二行\n"
        "  marks: {left: good}\n"
        "  # 问：什么颜色？ 第二行\n"
        '  story: "a: b"\n'
        "notes:\n"
        "  color: 红\n"
        "evidence:\n"
        "  marks.left: QM-12\n"
    )


def test_nothing_answered_yet():
    assert write(Answers(), PACK, WORDS, "en") == "pack: small@1.0.0\nanswers: {}\n"


def test_a_long_form_goes_over_several_lines():
    text = write(Answers("small", "", {"card": {"name": "x" * 60, "mail": "y" * 60}}), PACK, WORDS, "en")

    assert f"  card:\n    name: {'x' * 60}\n    mail: {'y' * 60}\n" in text


@pytest.mark.parametrize("name", [name for name in shelf.PARTS if name.startswith("cases/") and name.count("/") == 1])
def test_every_case_survives_being_written(name):
    pack, words = shelf.opened()
    answers = read(shelf.PARTS[name], name, pack, ("name", "expect")).answers

    for language in Text._fields:
        assert read(write(answers, pack, words, language).encode(), name, pack).answers == answers
