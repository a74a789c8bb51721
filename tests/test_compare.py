"""Two assessments compared: every answer that differs is named, nothing else is, and what is material is the pack's list."""

import html
import re

import pytest
import shelf
from assessed import CASES, case, pack, parsed, words
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from strategies import answer_sets

from szai_assess import masks
from szai_assess.answers import Answers
from szai_assess.answers import digest as answers_digest
from szai_assess.cli import judging
from szai_assess.compare import ALWAYS, PARTS, RULES, compare, kinds, stated, title
from szai_assess.errors import PackError
from szai_assess.pack import UNKNOWN, Variable
from szai_assess.report import change
from szai_assess.words import Words

NAMED = "szai-2022@1.0.0"
SHEETS = answer_sets(pack(), [dict(case(name).values) for name in CASES])


def judged(answers, rules=None, said=None):
    return judging.assessed(rules or pack(), said or words(), answers)


def with_values(name, **values):
    """A case with some answers replaced; ``None`` takes one away."""
    answers = case(name)
    known = {key: value for key, value in {**answers.values, **values}.items() if value is not None}
    return answers._replace(values=known)


def between(*sides):
    return compare(*map(judged, sides))


def readings(answers):
    """What each variable may be, and every text that is not blank, by name: by another way than ``compare`` goes."""
    found = {}
    for question in pack().questions:
        value = answers.values.get(question.id)
        for part, index in zip(question.parts or ("",), question.variables, strict=False):
            variable = pack().variables[index]
            own = value.get(part) if isinstance(value, dict) else value
            if own is not None and own != []:
                found[variable.name] = masks.read(variable, own)
        if not question.variables:
            texts = value if isinstance(value, dict) else {"": value or ""}
            found |= {f"{question.id}.{part}".rstrip("."): text.strip() for part, text in texts.items() if text.strip()}
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_case_compared_with_itself_does_not_differ(name):
    found = between(case(name), case(name))

    assert (found.same, found.material) == (True, ())
    assert all(found.part(part) == () for part in PARTS)


@given(SHEETS, SHEETS)
def test_every_answer_that_differs_is_named_and_no_other(first, second):
    one, two = Answers(NAMED, values=first), Answers(NAMED, values=second)
    before, after = readings(one), readings(two)
    differ = {name for name in {**before, **after} if before.get(name) != after.get(name)}

    assert {shift.name for shift in between(one, two).answers} == differ


@given(SHEETS, SHEETS)
def test_swapped_sides_mirror_each_other(first, second):
    one, two = Answers(NAMED, values=first), Answers(NAMED, values=second)
    there, back = between(one, two), between(two, one)

    for part in PARTS:
        mirrored = {(shift.name, repr(shift.after), repr(shift.before)) for shift in back.part(part)}
        assert {(shift.name, repr(shift.before), repr(shift.after)) for shift in there.part(part)} == mirrored
    assert {(each.id, frozenset(each.names)) for each in there.material} == {
        (each.id, frozenset(each.names)) for each in back.material
    }


@given(SHEETS, SHEETS)
def test_a_change_is_material_if_and_only_if_the_list_says_so(first, second):
    found = between(Answers(NAMED, values=first), Answers(NAMED, values=second))
    changed = {shift.name for shift in found.answers}
    asked = {
        question.id
        for side in (found.old, found.new)
        for question, state in zip(pack().questions, side.verdict.state.asked, strict=True)
        if state
    }
    expected = {part for part in ALWAYS if found.part(part)}
    for ident, kind in kinds(found.new).items():
        wanted = {*kind["questions"]}
        if any({name, name.partition(".")[0]} & wanted and name.partition(".")[0] in asked for name in changed):
            expected.add(ident)

    assert {each.id for each in found.material} == expected


@pytest.mark.parametrize("second", CASES[::3])
@pytest.mark.parametrize("first", CASES[::4])
def test_cases_compared_pairwise_can_be_told_in_every_format(first, second):
    found = between(case(first), case(second))

    assert found.same == (answers_digest(case(first)) == answers_digest(case(second)))
    for language in ("zh", "en"):
        told = change.told_by(found, (first, second), language, 79)
        for write in change.FORMATS.values():
            assert write(told) == write(told)
        assert all(cell_len(line) < 80 for line in change.as_text(told).splitlines())


SAME = {
    "another order": ("scenario_functions", ["recommend", "generate"], ["generate", "recommend"]),
    "a list of one": ("scale_people", "p4", ["p4"]),
    "spaces around a text": ("product_purpose", "x", " x\n"),
    "a blank and nothing": ("product_purpose", "", None),
    "a blank form and nothing": ("project_card", {}, None),
    "a matrix not known, row by row": (
        "impact",
        UNKNOWN,
        dict.fromkeys(("national", "public_safety", "market_order", "individual"), UNKNOWN),
    ),
}


@pytest.mark.parametrize(("name", "first", "second"), SAME.values(), ids=SAME)
def test_what_says_the_same_does_not_differ(name, first, second):
    assert between(with_values(CASES[2], **{name: first}), with_values(CASES[2], **{name: second})).same


def test_not_knowing_is_not_the_same_as_saying_nothing():
    found = between(with_values(CASES[2], scale_people=None), with_values(CASES[2], scale_people=UNKNOWN))

    assert [(shift.name, shift.before, shift.after) for shift in found.answers] == [("scale_people", None, UNKNOWN)]


def test_answers_with_options_are_put_into_the_order_of_the_pack():
    many, one = Variable("m", True, ("a", "b", "c")), Variable("o", False, ("a", "b", "c"))

    assert stated(many, ["c", UNKNOWN, "a"]) == ["a", "c", UNKNOWN]
    assert stated(many, [UNKNOWN]) == UNKNOWN
    assert stated(many, []) is None
    assert stated(many, ["a"]) == ["a"]
    assert stated(one, ("b",)) == "b"
    assert stated(one, ["b", "a"]) == ["a", "b"]
    assert stated(one, None) is None


MATERIAL = {
    "purpose": {"product_purpose": "别的用途"},
    "scenario": {"scenario_domains": ["education"]},
    "people": {"affected_groups": ["workers"]},
    "scale": {"scale_people": "p5"},
    "autonomy": {"decision_role": "a4"},
    "data": {"personal_data_level": UNKNOWN},
    "model": {"project_card": {"product_name": "智选推荐", "model_source": "采购"}},
    "incident": {"incident_history": UNKNOWN},
}


@pytest.mark.parametrize(("kind", "values"), MATERIAL.items())
def test_each_kind_of_the_list_is_found(kind, values):
    found = between(case(CASES[2]), with_values(CASES[2], **values))
    (one,) = [each for each in found.material if each.id == kind]

    assert {name.partition(".")[0] for name in one.names} == {*values}
    assert title(found, kind).zh


def test_the_list_of_the_shipped_pack_is_all_tried():
    assert {*kinds(judged(case(CASES[0])))} == {*MATERIAL}


def test_notes_evidence_and_the_date_differ_but_are_never_material():
    answers = case(CASES[2])
    other = answers._replace(
        assessed_on="2027-01-01", notes={"org_type": "新的说明"}, evidence={**answers.evidence, "org_type": "QM-1"}
    )
    found = between(answers, other)

    assert (found.notes, found.evidence, found.dates) != ((), (), ())
    assert [shift.name for shift in found.dates] == ["assessed_on"]
    assert (found.answers, found.material, found.same) == ((), (), False)


def test_another_address_is_a_change_that_is_not_material():
    card = case(CASES[2]).values["project_card"]
    found = between(case(CASES[2]), with_values(CASES[2], project_card={**card, "address": "别处"}))

    assert [shift.name for shift in found.answers] == ["project_card.address"]
    assert found.material == ()


def test_an_answer_that_has_no_effect_on_either_side_is_named_but_not_material():
    """In design nobody asks about incidents."""
    first = with_values(CASES[2], lifecycle_stage="design", incident_history="none")
    second = with_values(CASES[2], lifecycle_stage="design", incident_history=UNKNOWN)
    found = between(first, second)

    assert [shift.name for shift in found.answers] == ["incident_history"]
    assert "incident" not in {each.id for each in found.material}


def test_a_red_line_is_material_even_where_the_outcome_stays():
    lines = dict.fromkeys(("rl1", "rl2", "rl3", "rl4", "rl5", "rl6", "rl7"), "no")
    found = between(
        with_values(CASES[2], red_lines={**lines, "rl3": "yes"}),
        with_values(CASES[2], red_lines={**lines, "rl6": "yes"}),
    )
    (one,) = [each for each in found.material if each.id == "red_lines"]

    assert {"rl3", "rl6"} <= {shift.name for shift in found.red_lines}
    assert {"red_lines.rl3", "red_lines.rl6"} <= {*one.names}


def test_other_rules_are_material_though_no_answer_differs():
    answers = case(CASES[2])
    digests = compare(judged(answers), judged(answers, pack()._replace(digest="sha256:other")))
    version = compare(judged(answers), judged(answers)._replace(version="1.1.0"))

    for found in (digests, version):
        assert found.answers == ()
        assert [(each.id, each.names) for each in found.material] == [(RULES, ())]


def test_questions_that_only_one_pack_has_are_named_and_the_lists_of_both_count():
    fewer = pack()._replace(
        questions=tuple(each for each in pack().questions if each.id != "product_purpose"),
        id="other",
    )
    state = judged(case(CASES[2])).verdict.state
    index = next(number for number, each in enumerate(pack().questions) if each.id == "product_purpose")
    asked = [each for number, each in enumerate(state.asked) if number != index]
    about = {
        **words().tree["pack"],
        "material": [{"id": "own", "title": {"zh": "自", "en": "own"}, "questions": ["x"]}],
    }
    old = judged(case(CASES[2]))
    verdict = old.verdict._replace(state=state._replace(asked=asked))
    new = old._replace(pack=fewer, words=Words({**words().tree, "pack": about}), verdict=verdict)
    found = compare(old, new)

    assert [(shift.name, shift.after) for shift in found.answers] == [("product_purpose", None)]
    assert [each.id for each in found.material] == [RULES, "purpose"]
    assert title(found, "own").en == "own"
    assert title(found, RULES) is None
    assert "product_purpose" in change.as_text(change.told_by(found, ("a", "b"), "zh", 79))


LIST = "  - id: purpose\n"
BROKEN = {
    "a question that is not there": ("P045", "[product_purpose,", "[product_porpose,"),
    "a field that is not there": ("P045", "project_card.vendor, tech", "project_card.seller, tech"),
    "an id twice": ("P015", "  - id: scenario\n    title: {zh: 应用", "  - id: purpose\n    title: {zh: 应用"),
    "an id that always counts": ("P015", LIST, "  - id: outcome\n"),
    "no question": ("P006", "questions: [incident_history]", "questions: []"),
}


@pytest.mark.parametrize(("code", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_the_list_is_held_to_the_questions_of_the_pack(code, old, new):
    parts = shelf.changed(("pack.yaml", old, new))
    with pytest.raises(PackError) as caught:
        shelf.pack_of(parts)

    (fault,) = caught.value.faults
    at = parts["pack.yaml"].decode().split("\n")[fault.place.line - 1]

    assert fault.code == code
    assert new.strip().split("\n")[0].strip(" -[],") in at or code == "P006"


@given(st.text(max_size=200))
def test_markdown_shows_exactly_the_words(text):
    shown = change.literal(text)
    line = list(parsed(f"- a {shown}\n\n| {shown} | b |\n| --- | --- |\n| {shown} | b |\n"))
    kinds_found = {child.type for token in line for child in token.children or ()}
    cells = [token.content for token in line if token.type == "inline"]

    assert kinds_found <= {"text", "text_special"}
    assert len(cells) == 5


@pytest.mark.parametrize(
    "text", ["@octocat", "a@b.cn", "#12", "o/r#1", "GH-12", "http://x.cn", "www.x.cn", ":tada:", "!12"]
)
def test_markdown_pings_and_links_nobody(text):
    shown = html.unescape(change.literal(text))

    assert shown.replace("\u200b", "") == text
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.|:\w+:|!\d", shown)
