"""``pack try``: answers carried to another pack never say more than they did, and what changes is told with its rows."""

import hashlib
import json
import os
import re

import pytest
import shelf
from desk import UNDECIDED, case_text, write
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from small import a_pack

from szai_assess import masks, replay
from szai_assess.answers import Answers
from szai_assess.classify import classify
from szai_assess.messages import say
from szai_assess.pack import NONE, UNKNOWN, Variable

OPTIONS = ("a", "b", "c", "d", NONE)
FH02 = (
    "tables/forced-tier.yaml",
    "when: {scenario_functions: eligibility, autonomy_level: [A3, A4], individual_effect: major}",
    "when: {scenario_functions: [eligibility, recommend], autonomy_level: [A3, A4]}",
)
NAMED = (("pack.yaml", "id: szai-2022", "id: city-2027"), ("pack.yaml", 'version: "1.0.0"', 'version: "0.9.0"'))


def variables(before, after, many):
    return Variable("q", many, tuple(before), 0), Variable("q", many, tuple(after), 0)


CARRIED = {
    "the same": (["a", "b"], ["a", "b"], False, "a", ("a", replay.KEPT)),
    "unknown": (["a", "b"], ["b", "c"], False, UNKNOWN, (UNKNOWN, replay.KEPT)),
    "no answer": (["a", "b"], ["b", "c"], False, None, (None, replay.KEPT)),
    "a new option may be meant": (["a", "b"], ["a", "x", "b"], False, "b", (["x", "b"], replay.WIDENED)),
    "a lost option is no answer": (["a", "b"], ["b"], False, "a", (None, replay.DROPPED)),
    "part of a doubt lost": (["a", "b", "c"], ["b", "c"], False, ["a", "b"], (None, replay.DROPPED)),
    "at least": (["a", "b"], ["a", "b", "c"], True, ["a"], (["a", UNKNOWN], replay.WIDENED)),
    "none of the old": ([NONE, "b"], [NONE, "b", "c"], True, [NONE], (UNKNOWN, replay.WIDENED)),
    "some lost": (["a", "b"], ["b"], True, ["a", "b"], (["b", UNKNOWN], replay.WIDENED)),
    "all lost": (["a", "b"], ["b"], True, ["a"], (None, replay.DROPPED)),
    "nothing lost that was chosen": (["a", "b"], ["b"], True, ["b"], (["b"], replay.KEPT)),
}


@pytest.mark.parametrize(("before", "after", "many", "value", "found"), CARRIED.values(), ids=CARRIED)
def test_an_answer_is_carried(before, after, many, value, found):
    assert replay.choice(*variables(before, after, many), value) == found


def test_an_answer_of_another_kind_is_dropped():
    one, _ = variables(["a"], ["a"], False)
    several, _ = variables(["a"], ["a"], True)

    assert replay.choice(one, several, "a") == (None, replay.DROPPED)


@given(st.data(), st.booleans())
def test_carrying_never_excludes_what_was_not_excluded(data, many):
    """Of the options that both packs have, those that were possible stay so, and nothing becomes certain; new ones are possible."""
    lists = st.lists(st.sampled_from(OPTIONS), min_size=1, unique=True)
    old, new = variables(data.draw(lists), data.draw(lists), many)
    chosen = data.draw(st.lists(st.sampled_from(old.options), min_size=1, unique=True))
    value = [NONE] if NONE in chosen and many else chosen

    certain, possible = masks.read(old, value)
    carried, _ = replay.choice(old, new, value)
    surely, perhaps = masks.read(new, carried)

    for place, option in enumerate(new.options):
        if option in old.options:
            bit = 1 << old.options.index(option)
            assert not possible & bit or perhaps & 1 << place
            assert certain & bit or not surely & 1 << place
        elif option != NONE or not surely:
            assert perhaps & 1 << place


RULES = """
questions:
  a: [x, y]
  b: {{one: [x, y]}}
  m: {{matrix: [r, s], options: [x, y]}}
  card: {{form: [name]}}
  {more}
tables:
  tier: {{priority: [low, high], rows: {{T1: {{when: {when}, then: high}}}}}}
"""


def test_questions_of_one_pack_only_are_named_and_widen():
    old = a_pack(RULES.format(more="c: [x, y]", when="{a: y}"))
    new = a_pack(RULES.format(more="d: [x, y]", when="[{a: y}, {d: y}]"))
    values = {"a": "x", "c": "y", "m": {"r": "x", "s": UNKNOWN}, "card": {"name": "n"}}

    carried = replay.carry(old, new, Answers("small@1.0.0", "", values, {"c": "why", "a": "because"}))
    verdict = classify(new, carried.answers.values)

    assert carried.dropped == ("c",)
    assert carried.widened == ()
    assert carried.answers.values == {key: value for key, value in values.items() if key != "c"}
    assert carried.answers.notes == {"a": "because"}
    assert (verdict.lowest, verdict.highest) == ("low", "high")
    assert "d" in verdict.open.unanswered


def put(folder, parts):
    for name, data in parts.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(data)


@pytest.fixture
def desk(tmp_path):
    """Three applications, and a pack of the city's in which recommending by itself is high."""
    put(tmp_path / "city-2027", shelf.changed(FH02, *NAMED))
    for name in ("01", "03", "05"):
        write(str(tmp_path / "apps" / f"{name}.szai.yaml"), case_text(name))
    return tmp_path


def test_the_screen(tool, desk):
    ran = tool("pack", "try", "city-2027", "apps", "--lang", "zh")

    assert (ran.code, ran.err) == (0, "")
    assert "共 3 项应用：有变化 1 项，无变化 2 项，未作出判定 0 项。" in ran.out
    assert re.search(r"^首页商品推荐 +中风险 +高风险 +结论、监管方式、文书$", ran.out, re.MULTILINE)
    assert "    监管方式：事前披露和事后跟踪 → 事前评估和风险预警\n" in ran.out
    assert "    ＋ 人工智能应用事前评估报告\n" in ran.out
    assert "    － 事前披露书\n" in ran.out
    assert "    ＋ FH-02（列为高）：" in ran.out
    assert all(cell_len(line) <= 80 for line in ran.out.splitlines())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_columns_stand_below_each_other(tool, desk, language):
    ran = tool("pack", "try", "city-2027", "apps", "--lang", language)
    lines = ran.out.splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith(say("try.application", language) + " "))
    starts = {
        cell_len(line[: line.index(word)])
        for line in lines[head + 1 : head + 4]
        for word in [line.split("  ")[-1].strip()]
    }

    assert len(starts) == 1


def test_for_programs(tool, desk):
    ran = tool("pack", "try", "city-2027", "apps", "--format", "json")
    found = json.loads(ran.out)
    first, second, third = found["applications"]

    assert found["new"] == "city-2027@0.9.0"
    assert found["counts"] == {"all": 3, "changed": 1, "same": 2, "failed": 0}
    assert [(each["old"], each["new"]) for each in found["packs"]] == [("szai-2022@1.0.0", "city-2027@0.9.0")]
    assert (first["changed"], third["changed"]) == ([], [])
    assert second["changed"] == ["outcome", "documents"]
    assert (second["old"]["outcome"], second["new"]["outcome"]) == ("medium", "high")
    assert {"name": "FH-02", "before": None, "after": "high"} in second["rows"]


def test_as_markdown_nothing_of_a_stranger_takes_effect(tool, desk):
    write(
        str(desk / "one.szai.yaml"), case_text("03").replace("首页商品推荐", '"@octocat <b>x</b> | [a](http://x.cn)"')
    )
    ran = tool("pack", "try", "city-2027", "one.szai.yaml", "--format", "markdown")

    assert ran.code == 0
    assert "<b>" not in ran.out
    assert "@octocat" not in ran.out
    assert "](http" not in ran.out


def test_exit_codes(tool, desk):
    assert tool("pack", "try", "city-2027", "apps").code == 0
    assert tool("pack", "try", "city-2027", "apps", "--exit-code").code == 1
    assert tool("pack", "try", "szai-2022", "apps", "--exit-code").code == 0
    write(str(desk / "apps" / "x.szai.yaml"), "pack: szai-2022\nanswers: {nothing: x}\n")
    ran = tool("pack", "try", "city-2027", "apps", "--exit-code")
    assert ran.code == 3
    assert " A013 " in ran.err
    assert ran.err.endswith(UNDECIDED)
    assert tool("pack", "try", "city-2028", "apps").code == 3
    assert tool("pack", "try", "city-2027", "nowhere").code == 3


def test_what_the_new_pack_cannot_judge_is_told_and_the_others_are_judged(tool, desk):
    hole = (
        "tables/base-tier.yaml",
        "scenario_level: S1, severity_level: H1, extent_level: E1",
        "scenario_level: S1, severity_level: H1, extent_level: E2",
    )
    put(desk / "city-2027", shelf.changed(*NAMED, hole))
    ran = tool("pack", "try", "city-2027", "apps", "--format", "json")
    first, *others = json.loads(ran.out)["applications"]

    assert (ran.code, " P030 " in ran.err) == (3, True)
    assert [each["code"] for each in first["errors"]] == ["P030"]
    assert [each["errors"] for each in others] == [[], []]


def test_nothing_is_written(tool, desk):
    def state():
        found = {}
        for here, _, names in os.walk(desk):
            for name in names:
                path = os.path.join(here, name)
                with open(path, "rb") as stream:
                    found[path] = hashlib.sha256(stream.read()).hexdigest(), os.stat(path).st_mtime_ns
        return found

    before = state()
    tool("pack", "try", "city-2027", "apps")

    assert state() == before


def test_what_packs_ask_differently_is_told(tool, desk):
    scenario, applicant = "questions/20-scenario.yaml", "questions/10-applicant.yaml"
    parts = shelf.changed(
        *NAMED,
        (applicant, "id: internal_test", "id: lab_test"),
        (scenario, "zh: 本应用用于哪些领域？", "zh: 本应用用在哪些领域？"),
        ("questions/40-people.yaml", "未来十二个月内，预计", "今后十二个月内，预计"),
    )
    put(desk / "city-2027", parts)
    ran = tool("pack", "try", "city-2027", "apps/03.szai.yaml", "--format", "json")
    found = json.loads(ran.out)["packs"][0]

    assert found["added"] == {"lifecycle_stage": ["lab_test"]}
    assert found["gone"] == {"lifecycle_stage": ["internal_test"]}
    assert found["reworded"] == ["scenario_domains", "scale_people"]
    assert json.loads(ran.out)["applications"][0]["widened"] == ["lifecycle_stage"]
