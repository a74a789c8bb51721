"""What an explanation costs inside one process: the whole of it and its parts, on the shipped cases and on generated packs."""

import os
from functools import partial

import engine
import packs
from processes import EXAMPLE, ROOT, Times

from szai_assess import answers_reader, classify, explanation, files, loading, locate, ripple
from szai_assess import argument as arguing
from szai_assess import counterfactual as changing
from szai_assess import deciding as settling
from szai_assess import judgement as judging_calls
from szai_assess import nearest as missing
from szai_assess.answers import Answers
from szai_assess.assessment import Assessment
from szai_assess.cli import judging
from szai_assess.pack import Pack
from szai_assess.telling import document, told
from szai_assess.words import Words

SIZES = (50, 500)


def template(name: str) -> str:
    """The text of a shipped template."""
    return files.read(locate.template(name)).decode("utf-8")


def engine_calls(found: Assessment, changeable: frozenset[str], name: str) -> dict[str, engine.Call]:
    """The parts of an explanation."""
    pack, values, verdict = found.pack, found.answers.values, found.verdict
    why = found.reasons
    tree = arguing.argument(pack, values, verdict, why)
    steps = ripple.Ripple(pack, values, pack.goals.outcome_tables, verdict.state)
    return {
        f"argument, {name}": partial(arguing.argument, pack, values, verdict, why),
        f"nearest misses, {name}": partial(missing.near_misses, pack, values),
        f"judgement calls, {name}": partial(judging_calls.judgements, pack, steps, tree),
        f"counterfactuals of one and two changes, {name}": partial(changing.counterfactuals, pack, values, changeable),
        f"deciding unknowns, {name}": partial(settling.deciding, pack, values, verdict),
    }


def words_calls(found: Assessment, name: str) -> dict[str, engine.Call]:
    """The whole, and its formats."""
    done = explanation.explanation(found)
    calls: dict[str, engine.Call] = {
        f"explanation, {name}": partial(explanation.explanation, found),
        f"outline for the screen, {name}": partial(told, done, "zh", "szai.yaml", law=False, full=False),
    }
    for form in ("markdown", "json", "html"):
        calls[f"as {form}, {name}"] = partial(document, done, form, "zh", "szai.yaml", law=True, template=template)
    return calls


def assessed(pack: Pack, words: Words, path: str) -> Assessment:
    """An answers file or case, judged."""
    answers = answers_reader.read(files.read(path), path, pack, answers_reader.CASE_KEYS).answers
    return judging.assessed(pack, words, answers)


def slowest(pack: Pack, words: Words, folder: str) -> tuple[str, Assessment]:
    """The case whose counterfactuals take longest."""
    found = {}
    for name in sorted(os.listdir(os.path.join(folder, "cases"))):
        if name.endswith(".yaml"):
            found[name.removesuffix(".yaml")] = assessed(pack, words, os.path.join(folder, "cases", name))
    changeable = words.can_change()

    def took(name: str) -> float:
        values = found[name].answers.values
        return engine.timed(partial(changing.counterfactuals, pack, values, changeable), 2)

    name = max(found, key=took)
    return name, found[name]


def shipped() -> dict[str, engine.Call]:
    """The example, the slowest case, and the case of which most is open."""
    folder = os.path.join(ROOT, "questionnaires", locate.DEFAULT_PACK)
    pack, tree = loading.compile_pack(folder)
    words = Words(tree)
    example = assessed(pack, words, os.path.join(ROOT, EXAMPLE))
    name, longest = slowest(pack, words, folder)
    calls = words_calls(example, "the example")
    calls |= engine_calls(example, words.can_change(), "the example")
    return calls | engine_calls(longest, words.can_change(), f"the slowest case ({name})")


def generated() -> dict[str, engine.Call]:
    """Packs of each size: the argument and the near misses, what grows with the pack alone."""
    calls: dict[str, engine.Call] = {}
    for size in SIZES:
        pack = packs.compile_files(packs.files(size))
        values = packs.answers(pack)
        verdict = classify.classify(pack, values)
        found = Assessment(pack, Words({}), Answers(values=values), verdict, ())
        parts = engine_calls(found, frozenset(), f"{size} questions")
        calls |= {name: call for name, call in parts.items() if not name.startswith("counterfactuals") or size <= 50}
    return calls


def run(rounds: int, bare: engine.Call) -> list[Times]:
    """The bare interpreter first, the fixed loop, then everything else."""
    return engine.measured({"F: python -c pass": bare, "fixed loop": engine.loop, **shipped(), **generated()}, rounds)
