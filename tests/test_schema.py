"""The published JSON Schemas: they take what the tool takes, and refuse what it refuses."""

import copy
import os

import pytest
import shelf
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from szai_assess import answers_reader, files, locate
from szai_assess.authoring import schema
from szai_assess.authoring.draft import FOLDERS, SINGLE
from szai_assess.errors import AnswersError
from szai_assess.loading import APART, parts_of

PACK, WORDS = shelf.opened()
SCHEMA = schema.answers_schema(PACK, WORDS)
VALIDATOR = Draft202012Validator(SCHEMA)
CASES = {name: data for name, data in shelf.PARTS.items() if name.startswith("cases/") and name.count("/") == 1}


def plain(raw: bytes) -> dict:
    """The file as any YAML reader has it that takes every scalar for text."""
    found = yaml.load(raw, yaml.BaseLoader)
    return {key: value for key, value in found.items() if key not in ("name", "expect")}


def is_read(answers: dict) -> bool:
    """Whether the tool itself takes these answers."""
    try:
        answers_reader.read(yaml.safe_dump(answers, allow_unicode=True).encode(), "szai.yaml", PACK)
    except AnswersError:
        return False
    return True


GOOD = plain(CASES["cases/19-mostly-unknown.yaml"])


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_taken(name):
    assert list(VALIDATOR.iter_errors(plain(CASES[name]))) == []


def put(*path_and_value):
    *path, key, value = path_and_value

    def change(answers):
        for step in path:
            answers = answers.setdefault(step, {})
        answers[key] = value

    return change


REFUSED = {
    "an unknown key at the top": put("answer", {}),
    "another pack": put("pack", "szai-2021"),
    "no date": put("assessed_on", "21.11.2026"),
    "an unknown question": put("answers", "org_typ", "company"),
    "an unknown option": put("answers", "org_type", "firm"),
    "unknown where it is not offered": put("answers", "lifecycle_stage", "unknown"),
    "an empty list": put("answers", "scenario_domains", []),
    "an option twice": put("answers", "scenario_domains", ["other", "other"]),
    "none and something": put("answers", "affected_groups", ["none", "staff"]),
    "none and unknown": put("answers", "affected_groups", ["none", "unknown"]),
    "unknown among what it may be": put("answers", "scale_people", ["p1", "unknown"]),
    "a row that is not there": put("answers", "impact", "planet", "h0"),
    "an option of another row": put("answers", "red_lines", "rl1", "justified"),
    "a list for a form": put("answers", "project_card", ["x"]),
    "a field that is not there": put("answers", "project_card", "nick", "x"),
    "a mapping for a choice": put("answers", "org_type", {"a": "b"}),
    "a list for a text": put("answers", "product_purpose", ["x"]),
    "a note on nothing": put("notes", "nothing", "x"),
    "evidence for a row that is not there": put("evidence", "controls.nobody", "x"),
}
TAKEN = {
    "what it may be": put("answers", "scale_people", ["p1", "p2"]),
    "at least": put("answers", "affected_groups", ["staff", "unknown"]),
    "unknown alone in a list": put("answers", "affected_groups", ["unknown"]),
    "a single option of many": put("answers", "affected_groups", "staff"),
    "a whole matrix unknown": put("answers", "impact", "unknown"),
    "part of a row": put("answers", "impact", {"individual": ["h2", "h3"]}),
    "an option of its own row": put("answers", "red_lines", "rl4", "justified"),
    "an empty form": put("answers", "project_card", {}),
    "evidence of a row": put("evidence", "controls.owner", "QM-12"),
    "a version": put("pack", "szai-2022@1.0.0"),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_what_the_tool_refuses_is_refused(change):
    answers = copy.deepcopy(GOOD)
    change(answers)

    assert not VALIDATOR.is_valid(answers)
    assert not is_read(answers)


@pytest.mark.parametrize("change", TAKEN.values(), ids=TAKEN)
def test_what_the_tool_takes_is_taken(change):
    answers = copy.deepcopy(GOOD)
    change(answers)

    assert list(VALIDATOR.iter_errors(answers)) == []
    assert is_read(answers)


def test_nothing_without_a_pack():
    assert not VALIDATOR.is_valid({"answers": {}})


def options_of(name: str) -> list[str]:
    return [*next(v.options for v in PACK.variables if v.name == name), "unknown"]


@given(st.data())
def test_schema_and_reader_agree_on_choices(data):
    variable = data.draw(st.sampled_from([v for v in PACK.variables if v.question >= 0]))
    option = st.sampled_from([*variable.options, "unknown", "nothing"])
    value = data.draw(option | st.lists(option, max_size=3))
    ident, _, row = variable.name.partition(".")
    answers = {"pack": "szai-2022", "answers": {ident: {row: value} if row else value}}

    assert VALIDATOR.is_valid(answers) == is_read(answers)


def test_the_shipped_file_is_what_the_pack_gives():
    path = locate.schema(shelf.FOLDER)

    assert os.path.basename(path) == locate.SCHEMA
    assert files.read(path).decode() == schema.text(SCHEMA)


def test_the_schema_is_not_part_of_the_digest():
    assert locate.SCHEMA in APART
    assert locate.SCHEMA not in parts_of(shelf.FOLDER)


def test_a_folder_without_a_schema_has_none(tmp_path):
    assert locate.schema(str(tmp_path)) == ""


def test_every_text_of_the_schema_is_in_both_languages():
    question = SCHEMA["properties"]["answers"]["properties"]["org_type"]

    assert " / " in question["title"]
    assert "\n\n" in question["description"]


FILES = [name for name in shelf.PARTS if name in SINGLE or name.startswith(tuple(FOLDERS))]


def kind_of(name: str) -> str:
    return name.partition("/")[0] if "/" in name else name.removesuffix(".yaml").replace(".", "-")


@pytest.mark.parametrize("kind", schema.KINDS)
def test_every_kind_of_pack_file_has_a_schema(kind):
    found = schema.pack_schemas()[kind]

    Draft202012Validator.check_schema(found)
    assert found["$schema"] == schema.DIALECT
    assert found["$id"].endswith(kind)


@pytest.mark.parametrize("name", FILES)
def test_every_pack_file_is_taken_and_a_misspelt_key_is_not(name):
    validator = Draft202012Validator(schema.pack_schema(kind_of(name)))
    content = yaml.safe_load(shelf.PARTS[name])

    assert list(validator.iter_errors(content)) == []
    assert not validator.is_valid({**content, "misspelt": "x"})
