"""Figures inside one process: the engine on generated packs, the papers of the shipped cases, the compiler."""

import os
import resource
from collections.abc import Callable

import packs
from processes import EXAMPLE, ROOT, Times

from szai_assess import answers_reader, classify, explain, files, loading, locate, render
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.errors import TemplateError
from szai_assess.pack import Pack
from szai_assess.words import Words

SIZES = (50, 500, 1600)
SAMPLE, LONG = 0.005, 2.0  # seconds: what one sample lasts at least, and one figure about
FEWEST = 3

Call = Callable[[], object]


def loop() -> int:
    """A piece of plain Python that never changes: what this machine does in its own time."""
    total = 0
    for number in range(10_000):
        total += number & 7
    return total


def spent() -> float:
    """Processor seconds of this process and of those it ran: other work on the machine does not count."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def timed(call: Call, times: int) -> float:
    """Seconds of one call, over several."""
    begun = spent()
    for _ in range(times):
        call()
    return (spent() - begun) / times


def measured(calls: dict[str, Call], rounds: int) -> list[Times]:
    """Every call in turn, round after round; a slow one in fewer rounds."""
    first = {name: timed(call, 1) for name, call in calls.items()}
    times = {name: max(1, int(SAMPLE / max(took, 1e-6))) for name, took in first.items()}
    limit = {name: max(FEWEST, min(rounds, int(LONG / max(took, 1e-6)))) for name, took in first.items()}
    found: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(rounds):
        for name, call in calls.items():
            if number < limit[name]:
                found[name].append(timed(call, times[name]))
    return [Times(name, sorted(seconds)) for name, seconds in found.items()]


def on_pack(pack: Pack, values: dict[str, object], name: str) -> dict[str, Call]:
    """The engine's calls on one pack."""
    verdict, empty = classify.classify(pack, values), classify.evaluated(pack, {})
    return {
        f"classify with fired rows, {name}": lambda: classify.evaluated(pack, values),
        f"whole classify, {name}": lambda: classify.classify(pack, values),
        f"reasons, {name}": lambda: explain.reasons(pack, values, verdict),
        f"live questions, {name}": lambda: classify.openings(pack, {}, empty),
    }


def template(name: str) -> str:
    """The text of a shipped template."""
    return files.read(locate.template(name)).decode("utf-8")


def papers(pack: Pack, words: Words, path: str) -> Call:
    """All Markdown papers of an answers file or case, from the answers on."""
    answers = answers_reader.read(files.read(path), path, pack, answers_reader.CASE_KEYS).answers

    def write() -> object:
        return render.papers(compose(judging.assessed(pack, words, answers)), template)

    return write


def slowest(pack: Pack, words: Words, folder: str) -> tuple[str, Call]:
    """The case of a pack whose papers take longest, and how to write them."""
    calls = {}
    for name in sorted(os.listdir(os.path.join(folder, "cases"))):
        if name.endswith(".yaml"):
            calls[name.removesuffix(".yaml")] = papers(pack, words, os.path.join(folder, "cases", name))
    for call in calls.values():
        call()
    name = max(calls, key=lambda each: timed(calls[each], 2))
    return name, calls[name]


def shipped() -> tuple[dict[str, Call], list[str]]:
    """The calls on the shipped pack, and what cannot be measured."""
    folder = os.path.join(ROOT, "questionnaires", locate.DEFAULT_PACK)
    rules, tree = loading.compile_pack(folder)
    words, example = Words(tree), os.path.join(ROOT, EXAMPLE)
    values = answers_reader.read(files.read(example), example, rules).answers.values
    calls = on_pack(rules, dict(values), f"shipped pack, {len(rules.questions)} questions")
    calls["compile, shipped pack"] = lambda: loading.compile_pack(folder)
    try:
        write = papers(rules, words, example)
        write()
        name, longest = slowest(rules, words, folder)
    except TemplateError as error:
        return calls, [f"papers were not written: {error}"]
    return {**calls, "Markdown papers, the example": write, f"Markdown papers, the longest ({name})": longest}, []


def generated() -> dict[str, Call]:
    """The calls on packs of each size."""
    calls: dict[str, Call] = {}
    for size in SIZES:
        written = packs.files(size)
        pack = packs.compile_files(written)
        calls |= on_pack(pack, packs.answers(pack), f"{size} questions")
        calls[f"compile, {size} questions"] = lambda written=written: packs.compile_files(written)  # type: ignore[misc]
    return calls


def run(rounds: int, bare: Call) -> tuple[list[Times], list[str]]:
    """The bare interpreter first, the fixed loop, then everything else; and what could not be measured."""
    calls, missing = shipped()
    return measured({"F: python -c pass": bare, "fixed loop": loop, **calls, **generated()}, rounds), missing
