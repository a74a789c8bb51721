"""In haste, with only the questions that can change the outcome, the outcome is the one of the whole application."""

import os
import random

import pytest
from applications import HARMLESS, UNIFORM, application
from desk import case_names, case_reading, opened

from szai_assess.answers import Answers
from szai_assess.classify import classify, evaluated, outcome_of, red_line, tier_range
from szai_assess.interview import Plan, next_prompt
from szai_assess.interview.replies import put

PACK, _ = opened().get()
QUICK = Plan(quick=True)
PIECES = [(UNIFORM, piece) for piece in range(4)] + [(HARMLESS, piece) for piece in range(16)]
# Every run tries 3,000 applications; before a release SZAI_APPLICATIONS=10000 tries more.
EACH = int(os.environ.get("SZAI_APPLICATIONS", "3000")) // len(PIECES)
ASKED = {}  # what comes next after which answers: many applications begin alike


def settled(values):
    """What haste must not change: outcome, lowest, highest, red lines."""
    state = evaluated(PACK, values)
    red_lines = [red_line(PACK, table, state) for _, table, _ in PACK.goals.red_lines]
    return outcome_of(PACK, state)[0], *tier_range(PACK, state), red_lines


def in_haste(whole):
    """The answers that are given in haste by someone whose application this is, and what was asked that does not apply."""
    answers, path = Answers(), ()
    while True:
        if path not in ASKED:
            ASKED[path] = next_prompt(PACK, answers, QUICK)
        prompt = ASKED[path]
        if prompt is None or prompt.question.id not in whole:
            return answers, prompt
        value = whole[prompt.question.id]
        value = value[prompt.part] if prompt.part else value
        answers, path = put(answers, prompt, value), (*path, value if isinstance(value, str) else tuple(value))


def open_in(answers):
    """What still decides an outcome that was asked for in haste: nothing but what is not known."""
    still = classify(PACK, answers.values).open
    return [name for name in still.deciding if name not in still.unknown]


@pytest.mark.parametrize("name", case_names())
def test_every_shipped_case_comes_out_the_same(name):
    complete = dict(case_reading(name).answers.values)
    while (prompt := next_prompt(PACK, Answers(values=complete))) is not None:
        complete[prompt.question.id] = put(Answers(values=complete), prompt, "unknown").values[prompt.question.id]
    answers, idle = in_haste(complete)

    assert settled(answers.values) == settled(complete)
    assert (idle, open_in(answers)) == (None, [])


@pytest.mark.slow
@pytest.mark.parametrize(("mix", "piece"), PIECES)
def test_random_applications_come_out_the_same_and_are_asked_nothing_that_does_not_apply(mix, piece):
    chance = random.Random(f"{mix} {piece}")
    for _ in range(EACH):
        whole = application(PACK, chance, mix)
        answers, idle = in_haste(whole)
        assert settled(answers.values) == settled(whole), whole
        assert idle is None
