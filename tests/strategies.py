"""What hypothesis draws: small packs with partial answers, and answer sets of the shipped pack."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations, product
from typing import Any, NamedTuple

from hypothesis import strategies as st
from naive import NONE, UNKNOWN, Rules, World, choices, completions
from small import compiled_from, files_of

from szai_assess.pack import Pack, Question, Variable

STATUSES = ["not_indicated", "unresolved", "indicated"]
RESULTS = ["p", "q", "r"]
PLAIN, COLLECT = "table", "collect"


class Readable(NamedTuple):
    """Something that a condition may read: a question or a table drawn before."""

    kind: str  # one | many | table | collect
    words: list[str]
    gated: bool


@cache
def below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


class Author:
    """Writes a small pack: each choice is one number that hypothesis draws, the smaller the simpler."""

    def __init__(self, draw: st.DrawFn, monotone: bool, collecting: bool) -> None:
        """In a monotone pack every condition is "this or worse"; ``collecting`` allows ``collect`` tables."""
        self.draw = draw
        self.monotone = monotone
        self.collecting = collecting
        self.known: dict[str, Readable] = {}

    def pick(self, things: Sequence[Any]) -> Any:
        return things[self.draw(below(len(things)))]

    def some(self, words: list[str]) -> list[str]:
        """One or more of the words, in their order."""
        chosen = self.draw(below((1 << len(words)) - 1)) + 1
        return [word for place, word in enumerate(words) if chosen & 1 << place]

    def wanted(self, readable: Readable, none_too: bool) -> Any:
        """The right side of one atom."""
        words = readable.words
        if self.monotone and not none_too:
            if readable.kind in ("one", PLAIN):
                return words[self.pick(range(1, len(words))) :]
            return self.some([word for word in words if word != NONE])
        kind = self.pick(["any", "any", "other_than", *(["none"] if none_too else [])])
        chosen = self.some(words)
        return chosen if kind == "any" else {kind: chosen}

    def condition(self, none_too: bool = False) -> list[dict[str, Any]]:
        names = list(self.known)
        groups = [(name,) for name in names] + list(combinations(names, 2))
        clauses = [self.pick(groups) for _ in range(self.pick([1, 1, 2]))]
        return [{name: self.wanted(self.known[name], none_too) for name in clause} for clause in clauses]

    def question(self) -> dict[str, Any]:
        many = self.pick([False, False, True])
        words = ["x", "y"] if many else ["low", "mid", "top"][: self.pick([2, 3])]
        if many and (self.monotone or self.pick([False, True])):
            words = [NONE, *words]
        gate = {"when": self.condition()} if self.known and self.pick([False, True]) else {}
        return {"many" if many else "one": words, **gate}

    def rated(self, words: list[str], hit: str = "priority") -> dict[str, Any]:
        """A ``priority`` or ``collect`` table."""
        rows = [{"when": self.condition(), "then": self.pick(words)} for _ in range(self.pick([1, 2, 3]))]
        return {hit: words, "rows": rows}

    def enumerated(self, words: list[str], inputs: tuple[str, ...]) -> dict[str, Any]:
        """A ``unique`` table over all combinations of its inputs."""
        known, step, rows = self.known, self.pick([0, 1, 2]), []
        for places in product(*(range(len(known[name].words)) for name in inputs)):
            level = max(sum(places) - step, 0) if self.monotone else self.pick(range(len(words)))
            when = {name: known[name].words[place] for name, place in zip(inputs, places, strict=True)}
            rows.append({"when": when, "then": words[min(level, len(words) - 1)]})
        return {"unique": words, "rows": rows}

    def table(self, words: list[str]) -> dict[str, Any]:
        free = [name for name, each in self.known.items() if each.kind in ("one", PLAIN) and not each.gated]
        inputs = [(name,) for name in free] + list(combinations(free, 2))
        if inputs and self.pick([False, True]):
            return self.enumerated(words, self.pick(inputs))
        return self.rated(words)

    def red_line(self, item: str) -> dict[str, Any]:
        """A red line that rests on anything; the row of the matrix that asks about it has one answer, which clears nothing."""
        table = self.rated(STATUSES)
        return {**table, "rows": [*table["rows"], {"when": {f"lines.{item}": "no"}, "then": STATUSES[0]}]}

    def between(self) -> dict[str, Any]:
        """A table that others read."""
        collects = self.collecting and self.pick([True, False])
        table = self.rated(RESULTS, COLLECT) if collects else self.table(RESULTS)
        return {**table, "when": self.condition(), "not_asked": "skipped"} if self.pick([False, True]) else table

    def pack(self) -> dict[str, Any]:
        """Up to five questions, tables between them, a tier, up to two red lines, perhaps a scope, and an obligation."""
        asked, found, parts = {}, {}, {"red_lines": {}}
        for number in range(self.pick([1, 2, 3, 4, 5])):
            name, table = f"q{number}", f"t{number}"
            asked[name] = self.question()
            kind = "many" if "many" in asked[name] else "one"
            self.known[name] = Readable(kind, asked[name][kind], "when" in asked[name])
            if len(found) < 2 and self.pick([False, True]):
                found[table] = self.between()
                kind = COLLECT if COLLECT in found[table] else PLAIN
                self.known[table] = Readable(kind, RESULTS, "when" in found[table])
        found["tier"] = self.table(["low", "medium", "high"])
        for number in range(self.pick([0, 1, 2])):
            found[f"red{number}"] = self.red_line(f"rl{number}")
            parts["red_lines"][f"rl{number}"] = f"red{number}"
        if parts["red_lines"]:
            asked["lines"] = {"matrix": list(parts["red_lines"]), "options": ["no"]}
        if self.pick([False, True]):
            found["scope"] = self.table(["in", "out"])
            parts["out_of_scope"] = {"table": "scope", "value": "out"}
        for name, table in found.items():
            table["rows"] = {f"{name}-{number}": rule for number, rule in enumerate(table["rows"])}
        lines = {"OB1": self.condition(none_too=True)}
        return {"questions": asked, "tables": found, "verdict": parts, "obligations": lines}


class Situation:
    """A small pack and answers to some of it; shown as its author writes it."""

    def __init__(self, author: Author) -> None:
        """Let the author write a pack, compile it, and let the author answer."""
        self.rules = author.pack()
        self.files = files_of(self.rules)
        self.written = Rules(self.files)
        self.pack = compiled_from(self.files)
        asked = [v for v in self.pack.variables if v.question >= 0 and "." not in v.name]
        answers = {v.name: author.pick(possible_answers(v)) for v in asked}
        self.answers = {name: value for name, value in answers.items() if value is not None}

    def __repr__(self) -> str:
        return f"{self.rules}, {self.answers}"

    def worlds(self) -> list[World]:
        """What the pack says of every completion of the answers."""
        return [World(self.written, completion) for completion in completions(self.files, self.answers)]


@st.composite
def situations(draw: st.DrawFn, monotone: bool = False, collecting: bool = False) -> Situation:
    """Small packs, each with partial answers."""
    return Situation(Author(draw, monotone, collecting))


@cache
def possible_answers(variable: Variable, unknown: bool = True) -> list[Any]:
    """Every answer to a question of few options: none, known, partly known, and ``unknown``; half of them are none."""
    many, options = variable.many, list(variable.options)
    if many:
        sets = [chosen for chosen in choices(True, options, None) if chosen != [NONE]]
        partly = [[*chosen, UNKNOWN] for chosen in sets]
    else:
        partly = [list(pair) for pair in combinations(options, 2)]
    told = [*choices(many, options, None), *([*partly, UNKNOWN] if unknown else [])]
    return [*[None] * len(told), *told]


def answer(pack: Pack, question: Question) -> st.SearchStrategy[Any]:
    """An answer to a question of the shipped pack, or to some rows of a matrix."""
    if question.type == "matrix":
        cells = zip(question.parts, question.variables, strict=True)
        rows = {part: st.sampled_from(told(pack.variables[index])) for part, index in cells}
        return st.fixed_dictionaries({}, optional=rows)
    variable = pack.variables[question.variables[0]]
    if not variable.many:
        return st.sampled_from(told(variable, question.may_be_unknown))
    some = st.lists(st.sampled_from([o for o in variable.options if o != NONE]), min_size=1, max_size=4, unique=True)
    partly = some.map(lambda chosen: [*chosen, UNKNOWN])
    return st.one_of(st.just([variable.options[0]]), some, some, partly, st.just(UNKNOWN))


def told(variable: Variable, unknown: bool = True) -> list[Any]:
    """Answers to a single choice, the benign end three times as often."""
    options = list(variable.options)
    return [options[0], options[0], *options, *([UNKNOWN, options[:2], options[-2:]] if unknown else [])]


def answer_sets(pack: Pack, cases: Sequence[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to the shipped pack, hidden ones among them: a case with a few changes, or some answers to any questions."""
    each = {question.id: answer(pack, question) for question in pack.questions if question.variables}
    changes = st.lists(st.sampled_from(sorted(each)), max_size=6, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: st.one_of(st.none(), each[name]) for name in names})
    )
    changed = st.builds(dict.__or__, st.sampled_from(cases), changes)
    return st.one_of(changed, st.fixed_dictionaries({}, optional=each)).map(without_blanks)


def without_blanks(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if value is not None}
