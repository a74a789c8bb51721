"""How many questions an interview in haste asks until the outcome is settled: on the shipped cases and on random applications."""

import os
import random
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

import packs
from processes import ROOT

from szai_assess import answers_reader, files, loading, locate
from szai_assess.answers import Answers
from szai_assess.classify import evaluated, outcome_of, tier_range
from szai_assess.condition import CANNOT
from szai_assess.interview.prompts import Plan, Prompt, next_name, prompt_for
from szai_assess.interview.replies import Reply, put
from szai_assess.pack import UNKNOWN, Pack
from szai_assess.verdict import OUT_OF_SCOPE

QUICK = Plan(quick=True)
MIXES = {"mostly harmless": 3, "uniform": 1}  # how far the answers of a random application lean to the harmless end
CLEAN = 0.97  # how often a red line of such an application is none
TOP = 15

Values = dict[str, Any]


class Way(NamedTuple):
    """One interview in haste: where it led, what it asked, and how many questions of that settled the tier."""

    outcome: str
    asked: tuple[str, ...]
    tier: int

    @property
    def questions(self) -> int:
        """How many questions, a matrix as one."""
        return questions(self.asked)


def questions(names: Iterable[str]) -> int:
    """How many questions these prompts belong to."""
    return len({name.partition(".")[0] for name in names})


def reply(whole: Values, prompt: Prompt) -> Reply:
    """What the person says whose application this is; what it does not tell is not known."""
    value = whole.get(prompt.question.id, UNKNOWN)
    if prompt.part and isinstance(value, dict):
        value = value.get(prompt.part, UNKNOWN)
    found: Reply = value
    return found


def way(pack: Pack, whole: Values) -> Way:
    """The interview in haste on one application."""
    answers, tier = Answers(), -1
    asked: list[str] = []
    while True:
        state = evaluated(pack, answers.values)
        lowest, highest = tier_range(pack, state)
        if tier < 0 and lowest == highest:
            tier = questions(asked)
        name = next_name(pack, answers, state, QUICK)
        if not name:
            return Way(outcome_of(pack, state)[0], tuple(asked), questions(asked) if tier < 0 else tier)
        prompt = prompt_for(pack, name)
        answers = put(answers, prompt, reply(whole, prompt))
        asked.append(name)


def application(pack: Pack, chance: random.Random, lean: int) -> Values:
    """A random application: every question answered that is asked."""
    values = {question.id: packs.answer(question, pack, chance, lean) for question in pack.questions}
    for line in pack.red_lines:
        ident, _, row = line.name.partition(".")
        values[ident][row] = line.options[0] if chance.random() < CLEAN else chance.choice(line.options[1:])
    asked = zip(pack.questions, evaluated(pack, values).asked, strict=True)
    return {question.id: values[question.id] for question, state in asked if state != CANNOT}


def cases(pack: Pack, folder: str) -> list[Values]:
    """The answers of the shipped cases."""
    paths = [os.path.join(folder, "cases", name) for name in sorted(os.listdir(os.path.join(folder, "cases")))]
    read = [
        answers_reader.read(files.read(path), path, pack, answers_reader.CASE_KEYS)
        for path in paths
        if path[-5:] == ".yaml"
    ]
    return [dict(reading.answers.values) for reading in read]


def run(count: int) -> dict[str, list[Way]]:
    """The ways through the shipped cases, and through this many random applications of each mix."""
    folder = os.path.join(ROOT, "questionnaires", locate.DEFAULT_PACK)
    pack, _ = loading.compile_pack(folder)
    found = {"cases": [way(pack, whole) for whole in cases(pack, folder)]}
    for mix, lean in MIXES.items():
        chance = random.Random(66)
        found[mix] = [way(pack, application(pack, chance, lean)) for _ in range(count)]
    return found


def spread(numbers: Iterable[int]) -> str:
    """Median and 90th percentile."""
    ranked = sorted(numbers)
    return f"{ranked[len(ranked) // 2]} ({ranked[len(ranked) * 9 // 10]})"


def counts(found: dict[str, list[Way]]) -> list[tuple[str, ...]]:
    """Of each set and outcome: how many applications, questions, prompts, and questions until the tier is settled."""
    rows = []
    for name, ways in found.items():
        outcomes = sorted({each.outcome for each in ways})
        in_scope = [outcome for outcome in outcomes if outcome != OUT_OF_SCOPE]
        for title, wanted in (("all in scope", in_scope), *((outcome, [outcome]) for outcome in outcomes)):
            of = [each for each in ways if each.outcome in wanted]
            asked = (each.questions for each in of), (len(each.asked) for each in of), (each.tier for each in of)
            rows.append((name, title, str(len(of)), *map(spread, asked)))
    return rows


def asked_most(found: dict[str, list[Way]]) -> list[tuple[str, ...]]:
    """The questions that are asked in most interviews, with the share of interviews that ask them."""
    shares: dict[str, list[float]] = {}
    for place, ways in enumerate(found.values()):
        for ident, times in Counter(each for one in ways for each in {n.partition(".")[0] for n in one.asked}).items():
            shares.setdefault(ident, [0.0] * len(found))[place] = times / len(ways)
    first = sorted(shares, key=lambda ident: (-sum(shares[ident]), ident))[:TOP]
    return [(ident, *(f"{share:.0%}" for share in shares[ident])) for ident in first]
