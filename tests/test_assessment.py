"""An assessment is whole from the start: its reasons are those of its verdict, and it knows words, answers and lines by name."""

import pytest
from desk import case_names, case_text, judged

from szai_assess import explain
from szai_assess.cli import judging


@pytest.mark.parametrize("name", case_names())
def test_its_reasons_are_those_of_its_verdict(name):
    case = judged(case_text(name))

    assert case.reasons == explain.reasons(case.pack, case.answers.values, case.verdict)


def test_a_check_looks_for_reasons_once_a_file(monkeypatch, tmp_path):
    path, told = tmp_path / "szai.yaml", []
    path.write_text(case_text("26"), encoding="utf-8")
    monkeypatch.setattr(judging, "reasons", lambda *given: told.append(given) or explain.reasons(*given))
    (checked,) = judging.check_all(judging.Opened(), [str(path)], judging.Limits())

    assert [finding.code for finding in checked.findings] == ["G011"]
    assert len(told) == 1


def test_answers_are_found_by_the_name_of_a_question_or_of_a_row():
    case = judged(case_text("03"))

    assert (case.value("org_type"), case.value("red_lines.rl1")) == ("company", "no")
    assert case.question("red_lines.rl1").en == case.words.ask("red_lines.rl1", "en")
    assert case.words_at("pack", "outcomes", "high").zh == "高风险"


def test_each_red_line_has_the_row_that_asks_about_it():
    case = judged(case_text("03"))
    items = [item for item, _ in case.verdict.red_lines]

    assert [row.name for row in case.pack.red_lines] == [f"red_lines.{item}" for item in items]
    assert case.pack.tiers == ("low", "medium", "high")
