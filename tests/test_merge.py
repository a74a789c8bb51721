"""Two people's answers as one: what can be true together is kept, what cannot stays open, and no word of it is lost."""

import os

import pytest
from handmade import Builder, both
from hypothesis import given
from hypothesis import strategies as st
from strategies import answer_sets

from szai_assess import answers_reader, files, handwriting, loading, locate, masks
from szai_assess.answers import Answers
from szai_assess.answers_reader import LIMIT
from szai_assess.answers_writer import SCHEMA_LINE, write
from szai_assess.classify import classify
from szai_assess.errors import AnswersError
from szai_assess.merge import BOTH, FIRST, NEITHER, SECOND, Side, asked, comments, merge
from szai_assess.pack import UNKNOWN
from szai_assess.verdict import NOT_INDICATED

SMALL = (
    Builder()
    .ask("color", options=("red", "green", "blue", "no"))
    .ask("tools", "many", ("none", "hammer", "saw", "axe"))
    .ask("marks", "matrix", ("good", "fair", "bad"), ("left", "right"))
    .ask("card", "form", (), ("name", "mail"))
    .ask("story", "text", ())
    .ask("day", "date", ())
    .table("tier", ("low", "high"), [("T1", {"color": "red"}, "high")])
)
PACK, WORDS = SMALL.pack(), SMALL.words()


def merged(first, second, language="en", pack=PACK, words=WORDS):
    """The merge of two answers, or of values alone; they are called a.yaml and b.yaml."""
    one, two = (each if isinstance(each, Answers) else Answers("small", "", each) for each in (first, second))
    return merge(pack, words, language, Side("a.yaml", one), Side("b.yaml", two))


TOGETHER = {
    "one of them says nothing": ({"color": "red"}, {}, {"color": "red"}),
    "the same": ({"color": "red"}, {"color": "red"}, {"color": "red"}),
    "not knowing is more than nothing": ({"color": UNKNOWN}, {}, {"color": UNKNOWN}),
    "not knowing, and an answer": ({"color": UNKNOWN}, {"color": "red"}, {"color": "red"}),
    "one of two, and one of those": ({"color": ["red", "green"]}, {"color": "green"}, {"color": "green"}),
    "one of three, and one of two of those": (
        {"color": ["red", "green", "blue"]},
        {"color": ["blue", "red"]},
        {"color": ["blue", "red"]},
    ),
    "at least, and exactly": ({"tools": ["saw", UNKNOWN]}, {"tools": ["axe", "saw"]}, {"tools": ["axe", "saw"]}),
    "at least, and at least more": (
        {"tools": ["saw", UNKNOWN]},
        {"tools": ["saw", "axe", UNKNOWN]},
        {"tools": ["saw", "axe", UNKNOWN]},
    ),
    "not knowing, and none": ({"tools": UNKNOWN}, {"tools": ["none"]}, {"tools": ["none"]}),
    "the same in another order": ({"tools": ["saw", "axe"]}, {"tools": ["axe", "saw"]}, {"tools": ["saw", "axe"]}),
    "rows of both": (
        {"marks": {"left": "good"}},
        {"marks": {"right": "bad"}},
        {"marks": {"left": "good", "right": "bad"}},
    ),
    "a matrix not known": (
        {"marks": UNKNOWN},
        {"marks": {"left": "good"}},
        {"marks": {"left": "good", "right": UNKNOWN}},
    ),
    "a matrix not known, twice": ({"marks": UNKNOWN}, {"marks": {"left": UNKNOWN}}, {"marks": UNKNOWN}),
    "a matrix not known, and nothing": ({"marks": UNKNOWN}, {"marks": {}}, {"marks": UNKNOWN}),
    "an empty matrix": ({"marks": {}}, {}, {"marks": {}}),
    "fields of both": ({"card": {"name": "x"}}, {"card": {"mail": "y"}}, {"card": {"name": "x", "mail": "y"}}),
    "a blank form": ({"card": {}}, {"card": {"name": "x"}}, {"card": {"name": "x", "mail": ""}}),
    "a blank form, twice": ({"card": {}}, {"card": {"name": ""}}, {"card": {}}),
    "a blank form alone": ({}, {"card": {}}, {"card": {}}),
    "a blank, and a text": ({"story": ""}, {"story": "x"}, {"story": "x"}),
    "spaces, and a text": ({"story": "x"}, {"story": "  "}, {"story": "x"}),
    "a text that says it is not known": ({"story": UNKNOWN}, {"story": "x"}, {"story": "x"}),
    "the same text but for spaces around it": ({"story": "x"}, {"story": "x "}, {"story": "x"}),
    "a blank, and nothing": ({}, {"day": ""}, {"day": ""}),
    "a day": ({"day": "2026-01-31"}, {"day": ""}, {"day": "2026-01-31"}),
}


@pytest.mark.parametrize(("first", "second", "values"), TOGETHER.values(), ids=TOGETHER)
def test_what_can_be_true_together_is_kept(first, second, values):
    found = merged(first, second)

    assert (found.answers.values, found.answers.notes, found.conflicts) == (values, {}, ())
    back = merged(second, first)
    assert back.conflicts == ()
    assert merged(found.answers, back.answers).answers.values == values


APART = {
    "two options": ({"color": "red"}, {"color": "blue"}, "color", "“red·en” (red)", "“blue·en” (blue)"),
    "two lists that overlap": (
        {"color": ["red", "green"]},
        {"color": ["green", "blue"]},
        "color",
        "“one of red·en; green·en” (red, green)",
        "“one of green·en; blue·en” (green, blue)",
    ),
    "two selections": ({"tools": ["saw"]}, {"tools": ["axe"]}, "tools", "“saw·en” (saw)", "“axe·en” (axe)"),
    "none, and at least one": (
        {"tools": ["none"]},
        {"tools": ["axe", UNKNOWN]},
        "tools",
        "“none·en” (none)",
        "“at least axe·en” (axe, unknown)",
    ),
    "two texts": ({"story": "x -"}, {"story": "{y}"}, "story", "“x -”", "“{y}”"),
    "two days": ({"day": "2026-01-31"}, {"day": "2026-02-01"}, "day", "“2026-01-31”", "“2026-02-01”"),
    "two rows": (
        {"marks": {"left": "good"}},
        {"marks": {"left": "bad"}},
        "marks.left",
        "“good·en” (good)",
        "“bad·en” (bad)",
    ),
    "two fields": ({"card": {"name": "x"}}, {"card": {"name": "y"}}, "card.name", "“x”", "“y”"),
}


@pytest.mark.parametrize(("first", "second", "name", "one", "two"), APART.values(), ids=APART)
def test_what_cannot_stays_open_and_both_are_in_the_note(first, second, name, one, two):
    found = merged(first, second)

    assert found.answers.values == {}
    assert [(point.name, point.kept) for point in found.points] == [(name, NEITHER)]
    assert found.answers.notes == {name: f"The answers merged here differ: a.yaml says {one}; b.yaml says {two}."}


def test_in_chinese_the_note_is_chinese():
    found = merged({"color": "red"}, {"color": ["green", "no"]}, "zh")

    assert found.answers.notes == {
        "color": "合并时两份作答不一致：a.yaml 填“red·中”（red）；b.yaml 填“green·中；no·中 之一”（green, no）。"
    }


def test_the_other_rows_and_fields_stay():
    found = merged(
        {"marks": {"left": "good", "right": "bad"}, "card": {"name": "x", "mail": ""}},
        {"marks": {"left": "bad", "right": UNKNOWN}, "card": {"name": "y", "mail": ""}},
    )

    assert found.answers.values == {"marks": {"right": "bad"}, "card": {"mail": ""}}
    assert [point.kept for point in found.points] == [NEITHER, FIRST, NEITHER, BOTH]
    assert [point.name for point in found.surer] == ["marks.right"]


def test_remarks_that_differ_are_both_kept_and_one_within_the_other_is_not_repeated():
    one = Answers("small", notes={"color": "ours", "story": "long: short", "tools": "x"}, evidence={"color": "QM-1"})
    two = Answers("small", notes={"color": "theirs", "story": "short", "day": "y"}, evidence={"color": "QM-2"})
    found = merged(one, two).answers

    assert found.notes == {"color": "[a.yaml] ours [b.yaml] theirs", "story": "long: short", "tools": "x", "day": "y"}
    assert found.evidence == {"color": "[a.yaml] QM-1 [b.yaml] QM-2"}
    assert merged(one, two, "zh").answers.notes["color"] == "〔a.yaml〕ours 〔b.yaml〕theirs"


def test_a_conflict_is_added_to_the_notes_that_are_there():
    one = Answers("small", values={"color": "red"}, notes={"color": "as seen\nhere  {x}"})
    found = merged(one, {"color": "no"}).answers

    assert found.notes["color"].startswith("as seen\nhere  {x} The answers merged here differ: a.yaml says ")


def test_remarks_longer_than_a_text_can_be_are_refused_all_of_them():
    one = Answers("small", values={"story": "x" * LIMIT}, notes={"color": "x" * LIMIT}, evidence={"day": "x" * LIMIT})
    two = Answers("small", values={"story": "y"}, notes={"color": "y"}, evidence={"day": "y"})

    with pytest.raises(AnswersError) as caught:
        merged(one, two)

    assert [fault.code for fault in caught.value.faults] == ["A031"] * 3
    assert {fault.details["where"] for fault in caught.value.faults} == {"notes.color", "notes.story", "evidence.day"}


@pytest.mark.parametrize(
    ("first", "second", "pack"),
    [
        ("small", "small", "small"),
        ("small@0.9.0", "small@0.9.0", "small@0.9.0"),
        ("small", "small@1.0.0", "small@1.0.0"),
        ("small@0.9.0", "small@1.0.0", "small@1.0.0"),
    ],
)
def test_the_pack_is_the_one_that_both_name_or_the_one_at_hand(first, second, pack):
    assert merged(Answers(first), Answers(second)).answers.pack == pack


def test_the_date_stays_only_where_nothing_differs():
    one = Answers("small", "2026-11-21", {"tools": ["saw", "axe"]}, {"color": "x"})

    assert merged(one, one._replace(values={"tools": ["axe", "saw"]})).answers.assessed_on == "2026-11-21"
    for change in (
        {"assessed_on": ""},
        {"assessed_on": "2026-11-22"},
        {"values": {}},
        {"notes": {}},
        {"evidence": {"color": "x"}},
    ):
        assert merged(one, one._replace(**change)).answers.assessed_on == ""


def test_what_a_merge_left_open_no_later_merge_decides():
    """Else a file merged with one of its own sources once more would follow that source."""
    first = merged({"color": "red"}, {"color": "no"}).answers
    again = merge(PACK, WORDS, "zh", Side("m.yaml", first), Side("b.yaml", Answers("small", "", {"color": "green"})))

    assert (again.answers.values, [point.kept for point in again.points]) == ({}, [NEITHER])
    assert again.answers.notes["color"] == first.notes["color"] + " 此前合并时已不一致；b.yaml 填“green·中”（green）。"
    assert merged(again.answers, {"color": "green"}, "zh").answers.notes == again.answers.notes

    answered = first._replace(values={"color": "no"})
    assert merged(answered, {}).answers.values == merged({}, answered).answers.values == {"color": "no"}


def test_what_is_asked_in_short():
    assert [asked(WORDS, name, "en") for name in ("story", "marks.left", "card.name")] == [
        "ask story·en",
        "left·en",
        "name·en",
    ]
    assert both("left")["en"] == "left·en"


def test_comments_of_both_files_stay_and_none_twice():
    schema = SCHEMA_LINE + "x.json"
    one = {"pack": (schema, "# a", "# a"), "answers.color": ("# c",), "": ("# end", "# moved")}
    two = {"pack": (SCHEMA_LINE + "y.json", "# a", "# b"), "answers.day": ("# moved",), "": ("# c", "# end", "# last")}

    assert comments(one, two) == {
        "pack": (schema, "# a", "# a", "# b"),
        "answers.color": ("# c",),
        "answers.day": ("# moved",),
        "": ("# end", "# last"),
    }
    assert comments(one, one) == one | {"": ("# end", "# moved")}
    assert comments({}, two) == two | {"": ("# c", "# end", "# last")}


RULES, SAID = loading.open_both()
NAMES = [question.id for question in RULES.questions]
CASES = [
    dict(answers_reader.read(data, name, RULES, answers_reader.CASE_KEYS).answers.values)
    for name, data in sorted(files.below(os.path.join(locate.pack_folder(), "cases"), ("tables",)).items())
    if "/" not in name
]
REMARKS = st.dictionaries(st.sampled_from(NAMES[:8]), st.sampled_from(["x", "y", "x y", "一句话。"]), max_size=4)
SHEETS = st.builds(
    Answers,
    st.just(f"{RULES.id}@{RULES.version}"),
    st.sampled_from(["", "2026-11-21"]),
    answer_sets(RULES, CASES),
    REMARKS,
    REMARKS,
)
LANGUAGES = st.sampled_from(["zh", "en"])


@st.composite
def pairs(draw):
    """Two sheets for one application: unlike each other, or the second made from the first by leaving out and putting in."""
    first, second = draw(SHEETS), draw(SHEETS)
    if draw(st.booleans()):
        gone = draw(st.sets(st.sampled_from(NAMES)))
        new = draw(st.sets(st.sampled_from(NAMES), max_size=4))
        values = {name: value for name, value in first.values.items() if name not in gone}
        second = second._replace(values=values | {name: second.values[name] for name in new & set(second.values)})
    return first, second


def real(first, second, language="zh"):
    return merged(first, second, language, RULES, SAID)


def masks_of(answers):
    """What each variable may be by these answers."""
    found = {}
    for question in RULES.questions:
        value = answers.values.get(question.id)
        for part, index in zip(question.parts or ("",), question.variables, strict=False):
            given = value.get(part) if isinstance(value, dict) else value
            found[RULES.variables[index].name] = masks.read(RULES.variables[index], given)
    return found


def written(answers):
    """Every text that is not blank: by question, or by field of a form."""
    found = {}
    for question in RULES.questions:
        if not question.variables:
            value = answers.values.get(question.id, "")
            parts = value if isinstance(value, dict) else {"": value}
            found |= {f"{question.id}.{part}".rstrip("."): text for part, text in parts.items() if text}
    return found


def within(narrow, wide):
    """Whether all that the first leaves possible the second does, and what the second has for certain the first has."""
    return narrow[0] & wide[0] == wide[0] and narrow[1] & wide[1] == narrow[1]


@given(SHEETS, LANGUAGES)
def test_merged_with_itself_a_file_stays_as_it_is(answers, language):
    found = real(answers, answers, language)

    assert found.answers == answers
    assert {point.kept for point in found.points} <= {BOTH}


@given(pairs(), LANGUAGES)
def test_nothing_that_either_side_states_is_lost(pair, language):
    found = real(*pair, language).answers
    after, texts = masks_of(found), written(found)
    for side, file in zip(pair, ("a.yaml", "b.yaml"), strict=True):
        told = {name for name, note in found.notes.items() if f"{file} 填“" in note or f"{file} says “" in note}
        for name, before in masks_of(side).items():
            assert within(after[name], before) or name in told
        for name, text in written(side).items():
            assert texts.get(name) == text or text in found.notes[name]
        for remarks, kept in ((side.notes, found.notes), (side.evidence, found.evidence)):
            assert all(text in kept[name] for name, text in remarks.items())


@given(pairs())
def test_the_order_of_the_two_files_decides_nothing(pair):
    one, two = real(*pair), real(*reversed(pair))
    mirror = {FIRST: SECOND, SECOND: FIRST}

    assert masks_of(one.answers) == masks_of(two.answers)
    assert [point.kept for point in one.points] == [mirror.get(point.kept, point.kept) for point in two.points]
    assert one.answers._replace(values={}, notes={}, evidence={}) == two.answers._replace(
        values={}, notes={}, evidence={}
    )
    assert set(one.answers.notes) == set(two.answers.notes)


@given(pairs(), LANGUAGES)
def test_merged_once_more_with_either_source_nothing_changes(pair, language):
    first = real(*pair, language).answers
    for file, source in zip(("a.yaml", "b.yaml"), pair, strict=True):
        again = merge(RULES, SAID, language, Side("m.yaml", first), Side(file, source)).answers

        assert again._replace(assessed_on="") == first._replace(assessed_on="")


@given(pairs(), LANGUAGES)
def test_the_result_is_a_file_that_can_be_read(pair, language):
    found = real(*pair, language).answers
    text = write(found, RULES, SAID, language)

    assert answers_reader.read(text.encode(), "m.yaml", RULES).answers == found
    assert set(handwriting.comments(text, RULES, SAID)) == set()


def put_in(found, side):
    """The merged values with the answers of one side where there is a conflict."""
    values = {name: dict(value) if isinstance(value, dict) else value for name, value in found.answers.values.items()}
    for point in found.conflicts:
        question, _, part = point.name.partition(".")
        value = point.first if side == FIRST else point.second
        if part:
            values[question] = {**values.get(question, {}), part: value}
        else:
            values[question] = value
    return values


def rank(values):
    """The highest tier, and which red lines are not clean: what silence must never lower."""
    found = classify(RULES, values)
    return (RULES.tiers.index(found.highest), *(status != NOT_INDICATED for _, status in found.red_lines))


@given(pairs())
def test_a_conflict_never_lowers_the_result_whoever_is_right(pair):
    found = real(*pair)
    least = rank(found.answers.values)
    for side in (FIRST, SECOND):
        assert all(merged >= known for merged, known in zip(least, rank(put_in(found, side)), strict=True))


@given(pairs())
def test_without_a_conflict_the_result_lies_within_what_each_side_leaves_possible(pair):
    found = real(*pair)
    if found.conflicts:
        return
    verdict = classify(RULES, found.answers.values)
    for side in pair:
        known = classify(RULES, side.values)
        tiers = [RULES.tiers.index(tier) for tier in (known.lowest, verdict.lowest, verdict.highest, known.highest)]

        assert tiers == sorted(tiers)
