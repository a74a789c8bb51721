"""A second engine, as plain as can be: sets instead of masks, recursion instead of steps, complete answers only.

It reads a pack as written, so it shares neither code nor compiler with the engine that it judges. An answer set is
complete if it has a value for every question; what the value of a question that is not asked is does not matter.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

UNKNOWN, NONE = "unknown", "none"
Values = Mapping[str, Any]  # variable name → option, or options


class Rules:
    """A pack as written, by name."""

    def __init__(self, files: Mapping[str, Any]) -> None:
        """Find gates and tables in the files."""
        self.parts = files["pack.yaml"]["verdict"]
        self.gates: dict[str, list[Any]] = {}
        self.tables: dict[str, Any] = {}
        for name in sorted(files):
            if name.startswith("questions/"):
                section = files[name]["section"].get("when")
                for question in files[name]["questions"]:
                    gates = [when for when in (section, question.get("when")) if when is not None]
                    self.gates |= dict.fromkeys(names_of(question), gates)
            elif name.startswith("tables/"):
                self.tables[files[name]["table"]] = files[name]


class World:
    """What a pack says of one complete answer set."""

    def __init__(self, rules: Rules, answers: Values, without: str = "") -> None:
        """``answers`` is by variable (``impact.individual``); the row ``without`` is left out."""
        self.parts, self.gates, self.tables = rules.parts, rules.gates, rules.tables
        self.answers = answers
        self.without = without
        self.known: dict[str, set[str] | None] = {}

    def __getitem__(self, name: str) -> set[str] | None:
        """The value of a variable: the words it has; ``None`` where it is not asked."""
        if name not in self.known:
            self.known[name] = self.look_up(name)
        return self.known[name]

    def look_up(self, name: str) -> set[str] | None:
        if name in self.gates:
            value = self.answers[name] if all(map(self.holds, self.gates[name])) else None
            return {value} if isinstance(value, str) else value if value is None else set(value)
        if name in self.tables:
            table = self.tables[name]
            return self.judged(table) if self.holds(table.get("when", [{}])) else None
        return {self.outcome() if name == "outcome" else self.supervision() or "none"}

    def holds(self, condition: Any) -> bool:
        clauses = [condition] if isinstance(condition, Mapping) else condition
        return any(all(self.is_so(name, wanted) for name, wanted in clause.items()) for clause in clauses)

    def is_so(self, name: str, wanted: Any) -> bool:
        value = self[name]
        if isinstance(wanted, Mapping) and "none" in wanted:
            return not (value or set()) & set(wanted["none"])
        if isinstance(wanted, Mapping):
            return bool((value or set()) - set(wanted["other_than"]))
        return bool((value or set()) & ({wanted} if isinstance(wanted, str) else set(wanted)))

    def fired(self, table: Any) -> list[Any]:
        return [row for row in table["rows"] if row["id"] != self.without and self.holds(row["when"])]

    def judged(self, table: Any) -> set[str]:
        """The outputs of a table that is asked."""
        outputs = [output["id"] for output in table["outputs"]]
        found = [row["then"] for row in self.fired(table)] if outputs else []
        if table["hit"] == "collect":
            return set(found)
        if table["hit"] == "unique" and not self.without:
            assert len(found) == 1, f"{table['table']} is not unique"
        return {max(found, key=outputs.index, default=outputs[0])}

    def only(self, name: str) -> str:
        """The one word that a table has."""
        (word,) = self[name] or {""}
        return word

    @property
    def tier(self) -> str:
        return self.only(self.parts["tier"]["table"])

    @property
    def red_lines(self) -> dict[str, str]:
        return {item: self.only(table) for item, table in self.parts["red_lines"].items()}

    @property
    def in_scope(self) -> bool:
        scope = self.parts.get("out_of_scope")
        return not scope or self.only(scope["table"]) != scope["value"]

    def outcome(self) -> str:
        statuses = self.red_lines.values()
        if "indicated" in statuses:
            return "prohibited_suspected"
        if "unresolved" in statuses:
            return "on_hold"
        return self.tier if self.in_scope else "out_of_scope"

    def supervision(self) -> str:
        stops = ("prohibited_suspected", "out_of_scope")
        return "" if self.outcome() in stops else self.parts["supervision"].get(self.tier, "")


def names_of(question: Any) -> list[str]:
    """The variables of a question as written."""
    if question["type"] == "matrix":
        return [f"{question['id']}.{row['id']}" for row in question["rows"]]
    return [question["id"]] if question["type"] in ("one", "many") else []


def variables_of(files: Mapping[str, Any]) -> dict[str, tuple[bool, list[str], bool]]:
    """Variable name → (whether many, its options, whether they worsen), in pack order."""
    found = {}
    for name in sorted(files):
        for question in files[name]["questions"] if name.startswith("questions/") else ():
            rows = {f"{question['id']}.{row['id']}": row for row in question.get("rows", [])}
            for variable in names_of(question):
                options = rows.get(variable, {}).get("options") or question["options"]
                worsens = question.get("order") == "worsening"
                found[variable] = (question["type"] == "many", [option["id"] for option in options], worsens)
    return found


def flat(answers: Values) -> dict[str, Any]:
    """Answers by variable: each row of a matrix by itself."""
    found = {}
    for name, value in answers.items():
        found |= (
            {f"{name}.{part}": inner for part, inner in value.items()} if isinstance(value, Mapping) else {name: value}
        )
    return found


def choices(many: bool, options: list[str], value: Any) -> list[Any]:
    """All the values that an answer may turn out to be; ``None`` is no answer."""
    if not many:
        nothing = value is None or value == UNKNOWN
        return options if nothing else [value] if isinstance(value, str) else list(value)
    ticks = [option for option in options if option != NONE]
    sure = [] if value is None or value == UNKNOWN else [option for option in value if option != UNKNOWN]
    if sure and UNKNOWN not in value:
        return [sure]
    sizes = (combinations(ticks, size) for size in range(1, len(ticks) + 1))
    some = [list(chosen) for chosen in chain.from_iterable(sizes) if set(sure) <= set(chosen)]
    return some if sure or NONE not in options else [[NONE], *some]


def completions(files: Mapping[str, Any], answers: Values) -> Iterator[dict[str, Any]]:
    """Every complete answer set that agrees with these answers, by variable."""
    given = flat(answers)
    variables = variables_of(files)
    every = [choices(many, options, given.get(name)) for name, (many, options, _) in variables.items()]
    return (dict(zip(variables, values, strict=True)) for values in product(*every))
