"""Whatever a person replies and wishes on the shipped pack, the file stays valid and holds what they said, no more."""

import random

import pytest
from desk import case_names, case_reading, opened
from sitting import DAY
from whims import Whim, started

from szai_assess import answers_reader, answers_writer
from szai_assess.classify import evaluated, waits
from szai_assess.condition import CANNOT
from szai_assess.interview import Plan, Wish, next_prompt
from szai_assess.interview import page as pages

PACK, WORDS = opened().get()
CASES = [case_reading(name).answers.values for name in case_names()]
PLACES = {question.id: place for place, question in enumerate(PACK.questions)}
STEPS, LIMIT = 200, 400
ROLES = tuple(WORDS.tree["pack"]["who"])


def whim(seed):
    """A person of whims and the file they begin with: one in three in haste, one in three asked for one role alone."""
    chance = random.Random(seed)
    wanted = frozenset(WORDS.answered_by(chance.choice(ROLES))) if seed % 3 == 2 else None
    return Whim(chance, PACK, WORDS, started(chance, CASES), Plan(quick=seed % 3 == 1, wanted=wanted))


def can_be_asked(person, led):
    """Whether the question that lies open applies, and unless the person was led to it by a wish waits for nothing."""
    name = person.sitting.page.prompt.name
    state, place = evaluated(PACK, person.held.values), PLACES[name.partition(".")[0]]
    return state.asked[place] != CANNOT and (name in led or not waits(PACK, place, state))


def is_valid(answers):
    """Whether the file that these answers make is read again as what they are."""
    text = answers_writer.write(answers, PACK, WORDS, "zh")
    read = answers_reader.read(text.encode(), "szai.yaml", PACK).answers
    return read._replace(pack="") == answers


def walk(person, steps):
    """Some steps of whim; what is saved must be valid and what is asked must apply."""
    led = set()
    for _ in range(steps):
        reply = person.choose()
        led |= {reply} if person.sitting.page.kind == pages.REVIEW else set()
        assert all(map(is_valid, person.send(reply)))
        page = person.sitting.page
        led |= {page.prompt.name} if isinstance(reply, Wish) else set()
        assert page.kind != pages.QUESTION or can_be_asked(person, led)


@pytest.mark.parametrize("seed", range(12))
def test_every_save_holds_what_was_said_and_can_be_read_again_and_no_question_is_asked_that_does_not_apply(seed):
    person = whim(seed)
    walk(person, STEPS)

    assert person.sitting.saved
    assert person.held == person.sitting.saved[-1]


@pytest.mark.parametrize("seed", range(12, 21))
def test_from_wherever_whims_have_led_plain_replies_lead_to_the_end(seed):
    person = whim(seed)
    walk(person, STEPS // 2)
    steps = 0
    while person.sitting.result is None and steps < LIMIT:
        steps += 1
        person.send(person.sensible())

    everyone = person.sitting.result is not None and next_prompt(PACK, person.held) is None
    assert person.sitting.result == person.held
    assert (person.held.assessed_on == DAY) == everyone


@pytest.mark.parametrize("seed", range(21, 30))
def test_undone_to_the_last_the_answers_are_what_they_were(seed):
    person = whim(seed)
    first = person.held
    walk(person, STEPS // 5)
    while person.sitting.result is None and pages.UNDO not in person.sitting.page.wishes:
        person.send(Wish(pages.BACK) if person.sitting.page.wishes else pages.READ)
    changes = len(person.past)
    for _ in range(changes):
        person.send(Wish(pages.UNDO))
    person.sitting.wish(pages.UNDO)

    assert (person.held, person.sitting.page.problem) == (first, "assess.no_undo")
    assert changes
