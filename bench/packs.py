"""Packs of any size for measuring: the proportions of the shipped pack, block after block, the same bytes every time."""

import json
import random
from collections.abc import Iterator
from typing import Any

from szai_assess.authoring.compile import compiled
from szai_assess.authoring.draft import draft
from szai_assess.authoring.places import places
from szai_assess.authoring.wording import tree
from szai_assess.classify import evaluated
from szai_assess.condition import CANNOT
from szai_assess.galley import Galley
from szai_assess.pack import Pack, Question
from szai_assess.words import Words

BLOCK = 50  # questions: 30 single choices, 12 selections, 4 matrices of 8 rows, 4 texts
SINGLE, SEVERAL, MATRICES = 30, 42, 46
OPTIONS = ("o0", "o1", "o2", "o3")  # from harmless to worst
KINDS = ("none", "k1", "k2", "k3", "k4", "k5")
ROWS = tuple(f"r{number}" for number in range(8))
TIERS = ("low", "medium", "high")
RED_LINES = 7
LINES = {"obligations": 75, "indicators": 65, "documents": 10}  # a block's
WORDS = {"zh": "词", "en": "word"}
DAY = "2026-09-30"

When = dict[str, Any]
Rule = tuple[Any, str]  # a condition and the output it leads to


def named(words: tuple[str, ...]) -> list[dict[str, str]]:
    """Options, rows or outputs, in words."""
    return [{"id": word, **WORDS} for word in words]


class Generator:
    """Writes one pack: every condition asks for "this bad or worse", so every table is monotone."""

    def __init__(self, size: int, seed: int, more: int = 0) -> None:
        """Prepare a pack of this many questions, each block with so many rows more than usual."""
        self.size = size
        self.more = more
        self.chance = random.Random(seed)

    def blocks(self) -> range:
        """The numbers of the blocks."""
        return range(-(-self.size // BLOCK))

    def count(self, block: int) -> int:
        """The number of questions in a block; the last may be short."""
        return min(BLOCK, self.size - block * BLOCK)

    def question(self, block: int, number: int) -> dict[str, Any]:
        """A question; every fifth single choice depends on the one before it."""
        name = f"b{block}q{number}"
        written = {"id": name, "ask": dict.fromkeys(WORDS, name), "why": WORDS, "who": "developer", "cites": ["1"]}
        if number < SINGLE:
            gate = {"when": {f"b{block}q{number - 1}": ["o2", "o3"]}} if number % 5 == 4 else {}
            return {**written, "type": "one", "options": named(OPTIONS), **gate}
        if number < SEVERAL:
            return {**written, "type": "many", "options": named(KINDS)}
        if number < MATRICES:
            return {**written, "type": "matrix", "rows": named(ROWS), "options": named(OPTIONS)}
        return {**written, "type": "text"}

    def atom(self, block: int) -> tuple[str, Any]:
        """A question of the block, and its worst answers."""
        number = self.chance.randrange(min(MATRICES, self.count(block)))
        name = f"b{block}q{number}"
        if SINGLE <= number < SEVERAL:
            return name, self.chance.choice([{"other_than": ["none"]}, ["k4", "k5"], ["k5"]])
        return name + (f".{self.chance.choice(ROWS)}" if number >= SEVERAL else ""), self.chance.choice(
            [["o2", "o3"], ["o3"]]
        )

    def clause(self, block: int) -> When:
        """One or two questions that must both be bad."""
        return dict(self.atom(block) for _ in range(self.chance.choice((1, 1, 2, 2, 3))))

    def when(self, block: int) -> Any:
        """A condition, now and then with a second way to meet it."""
        first = self.clause(block)
        return [first, self.clause(block)] if self.chance.random() < 0.15 else first

    def rules(self, block: int, count: int, outputs: tuple[str, ...]) -> list[Rule]:
        """Rows that raise the output."""
        return [(self.when(block), self.chance.choice(outputs[1:])) for _ in range(count)]

    def tables(self, block: int) -> Iterator[tuple[str, str, tuple[str, ...], list[Rule]]]:
        """(name, hit policy, outputs, rows) of a block's tables."""
        axes = [f"b{block}axis{number}" for number in range(3)]
        for axis in axes:
            yield axis, "priority", TIERS, self.rules(block, 7, TIERS)
        grid = [(one, two, three) for one in range(3) for two in range(3) for three in range(3)]
        cells = [
            (dict(zip(axes, (TIERS[place] for place in at), strict=True)), TIERS[(sum(at) + 1) // 3]) for at in grid
        ]
        yield f"b{block}base", "unique", TIERS, cells
        yield f"b{block}floor", "priority", ("none", "medium"), self.rules(block, 12, ("none", "medium"))
        yield f"b{block}forced", "priority", ("none", "high"), self.rules(block, 17 + self.more, ("none", "high"))
        for number in range(5):
            yield f"b{block}side{number}", "priority", TIERS, self.rules(block, 5, TIERS)
        worse: list[Rule] = [
            ({f"b{block}floor": "medium"}, "medium"),
            ({f"b{block}base": ["medium", "high"]}, "medium"),
            ({f"b{block}base": "high"}, "high"),
            ({f"b{block}forced": "high"}, "high"),
        ]
        yield f"b{block}level", "priority", TIERS, worse

    def whole(self) -> Iterator[tuple[str, str, tuple[str, ...], list[Rule]]]:
        """The tables of the whole pack: the tier over all blocks, and the red lines."""
        marks = [f"b{block}level" for block in self.blocks()]
        raised: list[Rule] = [({mark: ["medium", "high"]}, "medium") for mark in marks]
        yield "tier", "priority", TIERS, [*raised, *(({mark: "high"}, "high") for mark in marks)]
        for number in range(RED_LINES):
            asked = {f"b0q{SEVERAL}.{ROWS[number]}": ["o3"]}
            yield f"red{number}", "priority", ("not_indicated", "unresolved", "indicated"), [(asked, "indicated")]

    def table(self, name: str, hit: str, outputs: tuple[str, ...], rules: list[Rule]) -> dict[str, Any]:
        """A table as its author writes it."""
        rows = [
            {
                "id": f"{name}-{number}",
                "when": when,
                "then": then,
                "because": WORDS,
                "cites": ["1"],
                "basis": "standard",
            }
            for number, (when, then) in enumerate(rules)
        ]
        return {"table": name, "title": WORDS, "hit": hit, "outputs": named(outputs), "rows": rows}

    def warnings(self, block: int) -> dict[str, Any]:
        """A table that only warns."""
        rows = self.table(f"b{block}caveats", "collect", (), [(self.when(block), "") for _ in range(22)])["rows"]
        kept = [{key: value for key, value in row.items() if key != "then"} for row in rows]
        return {"table": f"b{block}caveats", "title": WORDS, "hit": "collect", "level": "warn", "rows": kept}

    def lines(self, kind: str) -> dict[str, Any]:
        """Obligations, documents or indicators, each with a condition."""
        extra: dict[str, dict[str, Any]] = {
            "obligations": {
                "kind": "duty",
                "title": WORDS,
                "duty": WORDS,
                "trigger": WORDS,
                "cites": ["1"],
                "verified": "true",
                "as_of": DAY,
            },
            "documents": {"title": WORDS, "template": "summary", "audience": WORDS},
            "indicators": {"use": ["tracking"], "metric": WORDS, "risk": WORDS, "data": WORDS},
        }
        blocks = [0] if kind == "documents" else self.blocks()
        found = [
            {"id": f"b{block}-{number}", "when": self.when(block), **extra[kind]}
            for block in blocks
            for number in range(LINES[kind])
        ]
        return {kind: found}

    def about(self) -> dict[str, Any]:
        """The file ``pack.yaml``."""
        texts = ("title", "publisher", "honesty", "records_notice", "provisional", "uninformative")
        empty: dict[str, Any] = {key: {} for key in ("supervisions", "results", "axes", "basis")}
        outcomes = dict.fromkeys((*TIERS, "prohibited_suspected", "on_hold"), WORDS)
        judging = [f"b{block}{name}" for block in self.blocks() for name in ("forced", "floor", "base")]
        reds = {ROWS[number]: f"red{number}" for number in range(RED_LINES)}
        verdict = {
            "tier": {"table": "tier", "order": list(TIERS)},
            "red_lines": reds,
            "axes": {f"axis{number}": f"b0axis{number}" for number in range(3)},
            "results": {},
            "supervision": {"high": "before", "medium": "after", "low": "after"},
            "reasons": [*judging, *reds.values()],
        }
        dates = {"in_force": DAY, "looked_at": DAY, "measures_issued": {"as_of": DAY, "found": "no"}}
        review = {"author": "done", "legal": "none"}
        ids = {
            "id": f"bench-{self.size}",
            "version": "1.0.0",
            "languages": ["zh", "en"],
            "product_name": f"b0q{MATRICES}",
        }
        return {
            **ids,
            **dates,
            **empty,
            "who": {"developer": WORDS},
            "outcomes": outcomes,
            **dict.fromkeys(texts, WORDS),
            "review": review,
            "supervision_cites": ["1"],
            "verdict": verdict,
        }

    def files(self) -> dict[str, bytes]:
        """The files of the pack; JSON is YAML."""
        law = {"source": "REG", "articles": {}}
        found: dict[str, Any] = {
            "pack.yaml": self.about(),
            "sources.yaml": {"sources": []},
            "law.zh.yaml": law,
            "law.en.yaml": law,
        }
        for kind in LINES:
            found[f"{kind}.yaml"] = self.lines(kind)
        for block in self.blocks():
            asked = [self.question(block, number) for number in range(self.count(block))]
            found[f"questions/{block:03}.yaml"] = {"section": {"id": f"s{block}", "title": WORDS}, "questions": asked}
            for written in (*(self.table(*each) for each in self.tables(block)), self.warnings(block)):
                found[f"tables/{written['table']}.yaml"] = written
        for each in self.whole():
            found[f"tables/{each[0]}.yaml"] = self.table(*each)
        return {name: json.dumps(content, ensure_ascii=False).encode() for name, content in found.items()}


def files(size: int, seed: int = 66, more: int = 0) -> dict[str, bytes]:
    """The files of a pack of this many questions, at least one block, each with so many rows more than usual."""
    return Generator(max(size, BLOCK), seed, more).files()


def compile_files(written: dict[str, bytes]) -> Pack:
    """Their rules, by the way every pack takes."""
    return compiled(draft("bench", written), "sha256:bench")


def answer(question: Question, pack: Pack, chance: random.Random, lean: int = 3) -> Any:
    """An answer, more often harmless than not; with a lean of one all options alike."""

    def choice(variable: int) -> str:
        options = pack.variables[variable].options
        return options[int(chance.random() ** lean * len(options))]

    if not question.variables:
        return "词"
    if question.type == "matrix":
        return {part: choice(variable) for part, variable in zip(question.parts, question.variables, strict=True)}
    chosen = choice(question.variables[0])
    return [chosen] if question.type == "many" else chosen


def answers(pack: Pack, seed: int = 66) -> dict[str, Any]:
    """Every question answered that is asked."""
    chance = random.Random(seed)
    values = {question.id: answer(question, pack, chance) for question in pack.questions}
    asked = evaluated(pack, values).asked
    return {
        question.id: values[question.id]
        for question, state in zip(pack.questions, asked, strict=True)
        if state != CANNOT
    }


def galley(size: int, more: int = 0) -> Galley:
    """A pack of this many questions, as it is proofread and proved; each block with so many rows more than usual."""
    written = draft("bench", files(size, more=more))
    return Galley(compiled(written, "sha256:bench"), Words(tree(written)), places(written))
