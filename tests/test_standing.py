"""Where a verdict stands: one sentence of the pack's, wherever it is said."""

import pytest
from desk import case_text, changed, judged
from handmade import a_pack

from szai_assess.answers import Answers
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.gate import examine
from szai_assess.report.text import headline
from szai_assess.show.glance import tier
from szai_assess.show.view import View
from szai_assess.standing import standing
from szai_assess.verdict import Ends
from szai_assess.words import Words

OPEN = changed("03", ('important_data: "no"', "important_data: unknown"))
SAID = {
    "zh": "暂定：中风险—高风险，按高风险准备",
    "en": "Provisional: Medium risk to High risk; prepare for High risk",
}


def test_a_settled_tier_is_its_name():
    case = judged(case_text("03"))

    assert standing(case.words, case.verdict, "zh") == "中风险"
    assert standing(case.words, Ends("on_hold", "low", "low"), "en") == "Low risk"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_gate_report_papers_and_screen_say_the_same_of_an_open_tier(language):
    case = judged(OPEN)
    (finding,) = [finding for finding in examine(case) if finding.code == "G017"]

    assert standing(case.words, case.verdict, language) == SAID[language]
    assert finding.details["standing"].in_(language) == SAID[language]
    assert headline(case, language).startswith(SAID[language])
    assert compose(case, language).conclusion.text == SAID[language]
    assert tier(View(case, language)).text == SAID[language]


@pytest.mark.parametrize(
    ("harm", "uninformative"),
    [(["none", "some"], False), (["none", "grave"], True), ("unknown", True), ("some", False)],
)
def test_a_range_from_the_lowest_tier_to_the_highest_tells_nothing(harm, uninformative):
    builder = a_pack()
    case = judging.assessed(builder.pack(), builder.words(), Answers(values={"harm": harm}))

    assert case.uninformative == uninformative


def test_a_brace_that_is_no_place_is_left_as_it_is():
    words = Words({"pack": {"provisional": {"zh": "{lowest} {other} {}", "en": "-"}, "outcomes": {}}})

    assert standing(words, Ends("high", "low", "high"), "zh") == "low {other} {}"
