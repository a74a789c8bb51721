"""Cases in which knowing less once let an application through that was blocked before."""

import pytest
from desk import case_reading

from szai_assess import loading
from szai_assess.cli.judging import assessed
from szai_assess.gate import examine, passed

PACK, WORDS = loading.open_both()


def lets_through(number, **changes):
    answers = case_reading(number).answers
    values = {name: value for name, value in {**answers.values, **changes}.items() if value is not None}
    return passed(examine(assessed(PACK, WORDS, answers._replace(values=values))))


PILOT = {"pilot_intent": "yes", "standards_gap": None, "intl_standard": None, "pilot_excluded_area": None}


def test_a_further_result_that_may_not_arise_blocks_nothing_be_it_known_or_not():
    assert lets_through("30", **PILOT)
    assert lets_through("30", **PILOT, public_interest_links="unknown")


@pytest.mark.parametrize("name", ["public_interest_links", "individual_effect", "impact", "tech_types"])
def test_an_answer_on_which_the_outcome_rests_blocks_while_it_is_missing(name):
    assert lets_through("30")
    assert not lets_through("30", **{name: None})
