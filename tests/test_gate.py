"""The release check: what blocks, what warns, and on which line of the answers file."""

import pytest
from desk import case_text, changed, judged, line_of, opened, write
from handmade import a_pack, both

from szai_assess.answers import Answers
from szai_assess.calendar_days import days_between
from szai_assess.cli import judging
from szai_assess.finding import BLOCK, WARN
from szai_assess.gate import Limits, examine, passed
from szai_assess.words import Words

LINES = ("not_indicated", "unresolved", "indicated")


def found(text, code, limits=Limits()):  # noqa: B008
    """(level, line) of the findings with a code."""
    return [(finding.level, finding.line) for finding in examine(judged(text), limits) if finding.code == code]


def codes(text, limits=Limits()):  # noqa: B008
    return [finding.code for finding in examine(judged(text), limits)]


def in_small(builder, values, *, looked_at="2026-09-30", version="", limits=Limits(), red_lines=None, scope=""):  # noqa: B008
    """(code, level) of the findings on answers to a small pack."""
    pack = builder.pack(red_lines=red_lines, scope=scope)
    words = builder.words()
    about = {**words.tree["pack"], "looked_at": looked_at, "stale_after_days": 90}
    answers = Answers("small", "2026-11-21", values)
    case = judging.assessed(pack, Words({**words.tree, "pack": about}), answers, version=version)
    return [(finding.code, finding.level) for finding in examine(case, limits)]


def test_a_settled_low_or_medium_case_says_nothing():
    assert codes(case_text("01")) == []
    assert codes(case_text("03")) == []
    assert in_small(a_pack(), {"harm": "some"}) == []


def test_the_highest_tier_passes_with_a_warning():
    findings = examine(judged(case_text("05")))

    assert [(finding.code, finding.level) for finding in findings] == [("G010", WARN)]
    assert passed(findings)
    assert findings[0].details["tier"].zh == "高风险"
    assert findings[0].details["mode"].en == "Ex-ante assessment and risk warning"


def test_a_red_line_that_is_indicated_blocks_on_the_line_of_its_answer():
    text = case_text("14")

    assert found(text, "G001") == [(BLOCK, line_of(text, "red_lines:"))]
    assert not passed(examine(judged(text)))


def test_a_red_line_row_of_its_own_is_named_by_its_own_line():
    rows = 'red_lines:\n    rl1: "no"\n    rl2: "no"\n    rl3: "no"\n    rl4: "no"\n    rl5: "yes"\n    rl6: "no"\n    rl7: "no"\n'
    text = case_text("14")
    flat = next(line for line in text.splitlines(keepends=True) if "red_lines:" in line)
    text = text.replace(flat, "  " + rows)

    assert found(text, "G001") == [(BLOCK, line_of(text, "rl5:"))]


def test_an_unresolved_red_line_blocks_and_asks_for_a_note():
    text = changed("03", ('rl3: "no"', "rl3: unknown"))
    line = line_of(text, "rl3: unknown")

    assert found(text, "G002") == [(BLOCK, line)]
    assert found(text, "G014") == [(WARN, line)]


def test_where_one_red_line_is_indicated_those_unresolved_are_not_what_blocks():
    text = changed("14", ('rl3: "no"', "rl3: unknown"))

    assert "G001" in codes(text)
    assert "G002" not in codes(text)


def test_a_red_line_with_its_note_needs_none():
    assert found(case_text("14"), "G014") == []
    assert len(found(changed("14", ("red_lines.rl5:", "personalization:")), "G014")) == 1


def test_a_missing_answer_that_bears_on_the_result_blocks():
    text = changed("03", ('  important_data: "no"\n', ""))
    findings = [finding for finding in examine(judged(text)) if finding.code == "G003"]

    assert [(finding.level, finding.line, finding.details["id"]) for finding in findings] == [
        (BLOCK, 0, "important_data")
    ]
    assert findings[0].details["question"].en


def test_not_knowing_is_an_answer_and_widens_the_result_upward():
    text = changed("03", ('important_data: "no"', "important_data: unknown"))
    verdict = judged(text).verdict

    assert "G003" not in codes(text)
    assert (verdict.settled, found(text, "G017")) == (False, [(WARN, 0)])


@pytest.mark.parametrize(
    ("number", "cap", "blocked"),
    [
        ("01", "low", 0),
        ("03", "low", 1),
        ("03", "medium", 0),
        ("05", "medium", 1),
        ("05", "high", 0),
        ("05", "", 0),
        ("26", "low", 0),
    ],
)
def test_a_tier_above_the_cap_blocks_and_one_out_of_scope_has_none(number, cap, blocked):
    assert [level for level, _ in found(case_text(number), "G004", Limits(cap))] == [BLOCK] * blocked


def test_the_cap_is_held_against_the_worst_that_is_possible():
    assert ("G004", BLOCK) in in_small(a_pack(), {"harm": ["none", "some"]}, limits=Limits("low"))
    assert ("G017", WARN) in in_small(a_pack(), {"harm": ["none", "some"]})


def test_a_range_over_all_tiers_is_no_result():
    assert ("G018", WARN) in in_small(a_pack(), {"harm": "unknown"})


def test_what_is_out_of_scope_passes_and_repeats_the_ground():
    findings = examine(judged(case_text("26")))

    assert [(finding.code, finding.level) for finding in findings] == [("G011", WARN)]
    assert findings[0].details["because"].zh
    assert passed(findings)


def test_out_of_scope_without_a_ground_is_not_made_up():
    builder = (
        a_pack().ask("rule", options=("no", "yes")).table("scope", ("in", "out"), [("S1", {"rule": "yes"}, "out")])
    )

    assert in_small(builder, {"harm": "grave", "rule": "yes"}, scope="scope") == [("G011", WARN)]
    assert in_small(builder, {"harm": "grave", "rule": "no"}, scope="scope") == [("G010", WARN)]


def test_evidence_claimed_but_not_named_is_told_on_its_line():
    text = changed("05", ("controls.owner:", "controls.insurance:"))

    assert found(text, "G012") == [(WARN, line_of(text, "owner: evidenced"))]


def test_hidden_answers_are_told_by_name_and_line():
    text = changed("03", ("  personal_data_level:", "  price_exception: none\n  personal_data_level:"))
    findings = [finding for finding in examine(judged(text)) if finding.code == "G013"]

    assert [(finding.level, finding.line, finding.details["id"]) for finding in findings] == [
        (WARN, line_of(text, "price_exception"), "price_exception")
    ]


def test_evidence_missing_from_an_answer_without_effect_is_not_asked_for():
    hidden = a_pack().ask("controls", "matrix", ("absent", "evidenced"), ("stop",), when={"harm": "grave"})

    assert in_small(hidden, {"harm": "some", "controls": {"stop": "evidenced"}}) == [("G013", WARN)]
    assert in_small(hidden, {"harm": "grave", "controls": {"stop": "evidenced"}}) == [("G010", WARN), ("G012", WARN)]


def test_an_interview_that_was_not_ended_is_told():
    assert found(changed("03", ('assessed_on: "2026-11-21"\n', "")), "G019") == [(WARN, 0)]


def test_another_version_of_the_pack_is_told_with_both_names():
    pack, words = opened().get()
    case = judged(case_text("03"))._replace(version="1.0.0", pack=pack._replace(version="1.2.0"), words=words)
    findings = [finding for finding in examine(case) if finding.code == "G015"]

    assert [(finding.level, dict(finding.details)) for finding in findings] == [
        (WARN, {"named": "szai-2022@1.0.0", "used": "szai-2022@1.2.0"})
    ]
    assert in_small(a_pack(), {"harm": "some"}, version="1.0.0") == []


@pytest.mark.parametrize(
    ("today", "told"), [("2026-12-29", False), ("2026-12-30", True), ("", False), ("2020-01-01", False)]
)
def test_an_old_pack_is_told_by_the_day_and_without_a_day_nothing_is(today, told):
    assert (("G016", WARN) in in_small(a_pack(), {"harm": "some"}, limits=Limits(today=today))) == told


def test_days_are_counted_over_leap_years():
    assert days_between("2024-02-28", "2024-03-01") == 2
    assert days_between("2026-03-01", "2026-02-28") == -1


def test_what_blocks_comes_first():
    text = changed("14", ('assessed_on: "2026-11-21"\n', ""))
    levels = [finding.level for finding in examine(judged(text), Limits("low"))]

    assert levels == sorted(levels)
    assert levels[0] == BLOCK
    assert levels[-1] == WARN


def test_a_pack_without_red_lines_needs_no_matrix():
    assert in_small(a_pack().ask("text", "text", ()), {"harm": "some", "text": "x"}) == []


def test_an_answer_may_have_a_line_only_for_its_question(tmp_path):
    case = judged(case_text("03"))

    assert case.line("red_lines.rl9") == case.line("red_lines")
    assert case.line("nothing") == 0
    assert write(str(tmp_path / "x"), "") == str(tmp_path / "x")


def test_both_languages_are_in_every_finding():
    for number in ("05", "14", "19", "26"):
        for finding in examine(judged(case_text(number)), Limits("low", "2036-01-01")):
            texts = [detail for detail in finding.details.values() if not isinstance(detail, str)]

            assert all(text.zh and text.en and text.zh != text.en for text in texts), finding


def test_red_lines_of_a_small_pack():
    builder = (
        a_pack()
        .ask("lines", "matrix", ("no", "yes"), ("rl1",))
        .table("line", LINES, [("L1", {"lines.rl1": "yes"}, "indicated")])
    )
    red = {"rl1": "line"}

    assert in_small(builder, {"harm": "some", "lines": {"rl1": "no"}}, red_lines=red) == []
    assert in_small(builder, {"harm": "some", "lines": {"rl1": "yes"}}, red_lines=red) == [
        ("G001", BLOCK),
        ("G014", WARN),
    ]
    assert both("x") == {"zh": "x·中", "en": "x·en"}


def test_a_tier_above_the_cap_is_told_at_an_answer_that_it_rests_on():
    finding = next(each for each in examine(judged(case_text("05")), Limits("medium")) if each.code == "G004")

    assert case_text("05").splitlines()[finding.line - 1].strip().startswith("scenario_functions")


def test_a_missing_answer_on_which_only_a_further_result_rests_warns():
    text = "".join(line for line in case_text("01").splitlines(True) if "pilot_intent" not in line)

    assert [finding.details["id"] for finding in examine(judged(text)) if finding.code == "G020"] == ["pilot_intent"]
    assert passed(examine(judged(text)))
