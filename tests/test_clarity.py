"""What `check` says of the explanation to the public: what is missing, too long, or in words that nobody need know."""

import pytest
from desk import case_reading, changed, judged, line_of, opened

from szai_assess.assessment import Assessment
from szai_assess.clarity import unclear, unexplained
from szai_assess.cli import judging
from szai_assess.gate import examine

SUMMARY = "plain_language_summary"


def assessed(number="05", **fields) -> Assessment:
    """A case with some texts of its explanation changed; ``None`` takes one away."""
    pack, words = opened().get()
    answers = case_reading(number).answers
    texts = {**answers.values.get(SUMMARY, {}), **fields}
    values = {**answers.values, SUMMARY: {key: text for key, text in texts.items() if text is not None}}
    return judging.assessed(pack, words, answers._replace(values=values))


def found(assessment):
    return [(finding.code, finding.details["id"]) for finding in unclear(assessment)]


def test_a_clear_explanation_is_not_remarked_upon():
    assert found(assessed()) == []


def test_what_the_public_must_be_told_is_missed():
    assert found(assessed(limits=None)) == [("G021", f"{SUMMARY}.limits")]
    assert found(assessed(limits="  ")) == [("G021", f"{SUMMARY}.limits")]


def test_a_text_is_measured_in_characters_without_its_spaces():
    assert found(assessed(limits="字 " * 120)) == []
    assert found(assessed(limits="字" * 121)) == [("G022", f"{SUMMARY}.limits")]


def test_all_texts_together_are_measured_too():
    fields = dict.fromkeys(("how_it_works", "information_used", "main_factors", "use_of_result", "limits"), "字" * 161)

    assert ("G022", SUMMARY) in found(assessed(**fields))


@pytest.mark.parametrize("text", ["分数低于阈值的拒绝", "uses an API", "用 transformer 模型"])
def test_a_word_that_the_public_need_not_know_is_named_with_plainer_words(text):
    (finding,) = unclear(assessed(limits=text))

    assert (finding.code, finding.level) == ("G023", "warn")
    assert finding.details["plainer"].zh
    assert finding.details["plainer"].en


@pytest.mark.parametrize("text", ["阈值（界限）", "阈值，即界限", "threshold (the limit)", "界限"])
def test_a_word_that_is_explained_where_it_stands_is_let_be(text):
    assert not unexplained(text, "阈值")
    assert not unexplained(text, "threshold")


def test_where_no_explanation_is_due_nothing_is_asked_of_it():
    pack, words = opened().get()
    answers = case_reading("17").answers
    plain = judging.assessed(pack, words, answers)

    assert "explanation" not in plain.verdict.documents
    assert found(plain) == []


def test_the_gate_warns_with_the_line_and_still_lets_through():
    text = changed("05", ("收入不固定", "收入低于阈值或者不固定"))
    findings = {finding.code: finding for finding in examine(judged(text))}

    assert findings["G023"].line == line_of(text, f"  {SUMMARY}:")
    assert all(finding.level != "block" for finding in findings.values())
