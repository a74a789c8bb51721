"""The plainer questions behind "not sure": those of the shipped pack can be relied on, and a pack's unsound ones are refused."""

import re
from itertools import product

import pytest
import shelf
import small
import yaml
from jsonschema import Draft202012Validator

from szai_assess.authoring import schema
from szai_assess.errors import PackError
from szai_assess.masks import bits, read
from szai_assess.pack import NONE, UNKNOWN

PACK, WORDS = shelf.opened()
CHOICES = {variable.name: variable for variable in PACK.variables if variable.question >= 0}
ASKS = {name: WORDS.unsure(name) for name in CHOICES if WORDS.unsure(name)}
ROWS = ("national", "public_safety", "market_order", "individual")
MANY = {"tech_types", "scenario_functions", "regulated_product", "personalization"}
ONE = {"data_source", "third_party_provision", "important_data", "individual_effect", "scale_people"}
REPLIES = ("if_yes", "if_no", None)  # the last is "not sure" here too


def left(name, replies):
    """The options that stay possible after the replies to the plainer questions of a single choice."""
    found = set(CHOICES[name].options)
    for ask, reply in zip(ASKS[name], replies, strict=True):
        found &= set(ask[reply]) if reply else found
    return [option for option in CHOICES[name].options if option in found]


def test_the_questions_that_need_help_most_have_it():
    assert set(ASKS) == MANY | ONE | {f"impact.{row}" for row in ROWS}


@pytest.mark.parametrize("name", ASKS)
def test_each_is_asked_in_both_languages_and_is_short(name):
    assert 1 <= len(ASKS[name]) <= 3
    for ask in ASKS[name]:
        assert len(ask["ask"]["zh"]) <= 50
        assert re.search("？(.*选“否”。)?$", ask["ask"]["zh"])
        assert "?" in ask["ask"]["en"]
        assert set(ask) == {"ask", "if_yes"} | (set() if name in MANY else {"if_no"})


@pytest.mark.parametrize("name", sorted(set(ASKS) - MANY))
def test_no_replies_lose_an_option_or_leave_nothing(name):
    variable = CHOICES[name]
    for ask in ASKS[name]:
        assert set(ask["if_yes"]) | set(ask["if_no"]) == set(variable.options)
        assert set(variable.options) not in (set(ask["if_yes"]), set(ask["if_no"]))
    for replies in product(REPLIES, repeat=len(ASKS[name])):
        found = left(name, replies)
        assert found
        assert (len(found) < len(variable.options)) == any(replies)
        assert read(variable, found)[1] == bits(variable, found)


@pytest.mark.parametrize("name", sorted(MANY))
def test_a_yes_makes_options_certain_and_a_no_excludes_none(name):
    variable = CHOICES[name]
    for ask in ASKS[name]:
        certain, possible = read(variable, [*ask["if_yes"], UNKNOWN])
        assert certain == bits(variable, ask["if_yes"])
        assert possible == variable.every & ~bits(variable, [option for option in variable.options if option == NONE])


def test_a_question_a_row_or_a_field_without_them_has_none():
    assert [WORDS.unsure(name) for name in ("org_type", "controls.owner", "impact", "project_card.version")] == [()] * 4


ASK = {"ask": small.WORDS, "if_yes": ["x"], "if_no": ["y", "z"]}
SHAPES = {
    "one": {"one": ["x", "y", "z"]},
    "many": {"many": ["none", "x", "y"]},
    "matrix": {"matrix": ["row"], "options": ["x", "y", "z"]},
    "text": {"text": []},
}


def faults_of(kind, question, row=None):
    """(code, details) of what is wrong with a small pack whose question ``a`` says this, and so does its row."""
    asked = {"b": ["r", "s"], "a": SHAPES[kind] | question}
    tables = {"tier": {"priority": ["low", "high"], "rows": {"R1": {"when": {"b": "r"}, "then": "high"}}}}
    files = small.files_of({"questions": asked, "tables": tables})
    if row:
        files["questions/10-all.yaml"]["questions"][1]["rows"] = [{"id": "row", **small.WORDS, **row}]
    try:
        small.compiled_from(files)
    except PackError as error:
        return [(fault.code, {**fault.details}) for fault in error.faults]
    return []


def asks(*lists):
    """Plainer questions with these options after a yes and after a no."""
    return {"unsure": [{"ask": small.WORDS, "if_yes": yes.split(), "if_no": no.split()} for yes, no in lists]}


def certain(*lists):
    """Plainer questions with options that a yes makes certain."""
    return {"unsure": [{"ask": small.WORDS, "if_yes": yes.split()} for yes in lists]}


GOOD = {"unsure": [ASK]}
SOUND = {
    "one": ("one", GOOD, None),
    "three that cannot contradict": ("one", asks(("x y", "x z"), ("x z", "x y"), ("x y", "x z")), None),
    "many": ("many", certain("x", "x y"), None),
    "a row": ("matrix", {}, GOOD),
    "a row with options of its own": ("matrix", {}, {**asks(("v", "w")), "options": small.named(["v", "w"])}),
}


@pytest.mark.parametrize(("kind", "question", "row"), SOUND.values(), ids=SOUND)
def test_sound_ones_are_taken(kind, question, row):
    assert faults_of(kind, question, row) == []


KNOWN = {"unknown": "false"}
REFUSED = {
    "more than three": ("one", {"unsure": [ASK] * 4}, None, "P031"),
    "of a text": ("text", GOOD, None, "P032"),
    "of a whole matrix": ("matrix", GOOD, None, "P032"),
    "of the row of what is no matrix": ("one", {}, GOOD, "P032"),
    "where not knowing is not offered": ("one", GOOD | KNOWN, None, "P033"),
    "in a row where it is not offered": ("matrix", KNOWN, GOOD, "P033"),
    "none at all": ("one", asks(), None, "P006"),
    "an empty list": ("one", asks(("x", "")), None, "P006"),
    "no if_yes": ("one", {"unsure": [{"ask": small.WORDS, "if_no": ["x"]}]}, None, "P003"),
    "no if_no": ("one", certain("x"), None, "P003"),
    "an unknown key": ("one", {"unsure": [{**ASK, "if_maybe": ["x"]}]}, None, "P004"),
    "an unknown option": ("one", asks(("x w", "y z")), None, "P011"),
    "an option that the row does not have": (
        "matrix",
        {},
        {**asks(("x y", "z")), "options": small.named(["y", "z"])},
        "P011",
    ),
    "an unknown option of many": ("many", certain("w"), None, "P011"),
    "an if_no of many": ("many", asks(("x", "y")), None, "P034"),
    "none as certain": ("many", certain("none"), None, "P035"),
    "all options after a yes": ("one", asks(("x y z", "y")), None, "P036"),
    "all options after a no": ("matrix", {}, asks(("x", "z y x")), "P036"),
    "an option under neither": ("one", asks(("x", "y")), None, "P037"),
    "replies that leave nothing": ("one", asks(("y z", "x"), ("z", "x y")), None, "P038"),
    "three replies that leave nothing": ("one", asks(("x y", "z y"), ("x z", "y z"), ("y z", "x y")), None, "P038"),
}


@pytest.mark.parametrize(("kind", "question", "row", "code"), REFUSED.values(), ids=REFUSED)
def test_unsound_ones_are_refused(kind, question, row, code):
    assert {found for found, _ in faults_of(kind, question, row)} == {code}


def test_the_fault_names_what_it_is_about():
    assert faults_of("one", asks(("xx", "x y z"))) == [
        ("P011", {"name": "a", "option": "xx", "nearest": "x"}),
        ("P036", {"name": "a", "reply": "if_no"}),
    ]
    assert faults_of("one", asks(("x", "y"))) == [("P037", {"name": "a", "options": "z"})]
    assert faults_of("matrix", {}, asks(("x", "x y z"))) == [("P036", {"name": "a.row", "reply": "if_no"})]


def test_the_fewest_replies_that_contradict_are_shown():
    assert faults_of("one", asks(("x y", "y z"), ("x y", "y z"), ("z", "x y"))) == [
        ("P038", {"name": "a", "replies": "1 if_yes, 3 if_yes"})
    ]


def test_all_at_once():
    found = faults_of("one", asks(("x w", "y"), ("x y z", "y z")) | KNOWN)

    assert sorted(code for code, _ in found) == ["P011", "P033", "P036", "P037"]


PEOPLE, IMPACT = "questions/40-people.yaml", "questions/80-impact.yaml"
CHANGES = {
    "a question": ("P037", PEOPLE, "if_yes: [p3, p4, p5]", "if_yes: [p3, p4]", ("id: scale_people", "- ask:")),
    "a list": ("P011", PEOPLE, "if_no: [p0, p1, p2]", "if_no: [p0, p1, p2, p22]", ("p22",)),
    "a row": ("P036", IMPACT, "if_no: [h0, h1, h2]", "if_no: [h0, h1, h2, h3, h4]", ("if_no: [h0, h1, h2, h3",)),
}


@pytest.mark.parametrize(("code", "file", "old", "new", "texts"), CHANGES.values(), ids=CHANGES)
def test_a_fault_stands_at_its_line(code, file, old, new, texts):
    parts = shelf.changed((file, old, new))

    with pytest.raises(PackError) as error:
        shelf.pack_of(parts)

    assert shelf.brief(error.value.faults) == [(code, file, shelf.line(parts, file, *texts))]


def test_the_schema_of_pack_files_knows_them():
    validator = Draft202012Validator(schema.pack_schema("questions"))
    content = yaml.safe_load(shelf.PARTS[PEOPLE])
    asked = next(question for question in content["questions"] if question["id"] == "scale_people")

    assert validator.is_valid(content)
    asked["unsure"] *= 2
    assert not validator.is_valid(content)
    asked["unsure"] = [{"ask": small.WORDS, "if_no": ["p0"]}]
    assert not validator.is_valid(content)
