"""A draft compiled to the rules of a pack: variables numbered, conditions as masks, steps in order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from szai_assess.authoring import models
from szai_assess.authoring.conditions import Compiler
from szai_assess.authoring.draft import Draft, Written
from szai_assess.authoring.fitness import unfit
from szai_assess.authoring.red_lines import resolved
from szai_assess.condition import Condition, both, variables
from szai_assess.errors import Fault, PackError
from szai_assess.pack import UNKNOWN, Goals, Line, Pack, Question, Row, Table, Variable
from szai_assess.text import nearest
from szai_assess.verdict import SUSPENDED

OUTCOME, SUPERVISION, NO_SUPERVISION = "outcome", "supervision", "none"


class Asked(NamedTuple):
    """A question with the file and the path it stands at."""

    file: Written
    number: int
    question: models.Question


def questions_in(draft: Draft) -> Iterator[Asked]:
    """The questions in pack order."""
    for file in draft.within("questions/"):
        for number, question in enumerate(file.model.questions):
            yield Asked(file, number, question)


def variables_of(asked: Asked, number: int) -> list[Variable]:
    """The variables of a question: one, or one per row of a matrix."""
    question = asked.question
    shared = tuple(option.id for option in question.options)
    if question.type in ("one", "many"):
        return [Variable(question.id, question.type == "many", shared, number)]
    if question.type != "matrix":
        return []
    return [
        Variable(f"{question.id}.{row.id}", False, tuple(o.id for o in row.options) if row.options else shared, number)
        for row in question.rows
    ]


class Workshop:
    """One compilation: numbers the variables, compiles each file, keeps the faults."""

    def __init__(self, draft: Draft) -> None:
        """Number everything that conditions can read."""
        self.draft = draft
        self.asked = list(questions_in(draft))
        self.tables = list(draft.within("tables/"))
        self.about = draft.files["pack.yaml"]
        self.variables: list[Variable] = []
        for number, asked in enumerate(self.asked):
            self.variables += variables_of(asked, number)
        self.of_questions = len(self.variables)
        self.variables += [
            Variable(file.model.table, file.model.hit == "collect", tuple(output.id for output in file.model.outputs))
            for file in self.tables
        ]
        parts = self.about.model.verdict
        self.variables.append(Variable(OUTCOME, False, (*parts.tier.order, *SUSPENDED)))
        modes = dict.fromkeys(parts.supervision.values())
        self.variables.append(Variable(SUPERVISION, False, (*modes, NO_SUPERVISION)))
        texts = {asked.question.id for asked in self.asked if not variables_of(asked, 0)}
        self.conditions = Compiler(self.variables, texts)
        self.faults = self.conditions.faults

    def distinct(self) -> None:
        """Note ids that are used twice, and choices without options."""
        seen = {OUTCOME, SUPERVISION}
        for asked in self.asked:
            path = ("questions", asked.number)
            self.once(seen, asked.question.id, asked.file, (*path, "id"))
            self.parts(seen, asked)
            found = variables_of(asked, 0)
            if asked.question.type in ("one", "many", "matrix") and not (found and all(each.options for each in found)):
                self.conditions.fault("P019", asked.file, path, name=asked.question.id)
        for file in self.tables:
            self.once(seen, file.model.table, file, ("table",))
            for part in ("outputs", "rows"):
                for number, entry in enumerate(getattr(file.model, part)):
                    owner = "row" if part == "rows" else f"output {file.model.table}"
                    self.once(seen, f"{owner} {entry.id}", file, (part, number, "id"))
        for name in ("sources", "obligations", "documents", "indicators"):
            file = self.draft.files[f"{name}.yaml"]
            for number, entry in enumerate(getattr(file.model, name)):
                self.once(seen, f"{name} {entry.id}", file, (name, number, "id"))

    def parts(self, seen: set[str], asked: Asked) -> None:
        """Note options, rows and fields whose id is used twice within a question, or means "unknown"."""
        question, path = asked.question, ("questions", asked.number)
        lists: list[tuple[tuple[str | int, ...], Sequence[Any]]] = [
            ((*path, "options"), question.options),
            ((*path, "rows"), question.rows),
            ((*path, "fields"), question.fields),
            *(((*path, "rows", number, "options"), row.options or []) for number, row in enumerate(question.rows)),
        ]
        for place, entries in lists:
            for number, entry in enumerate(entries):
                self.once(seen, f"{question.id} {place} {entry.id}", asked.file, (*place, number, "id"))
                if entry.id == UNKNOWN:
                    self.conditions.fault("P022", asked.file, (*place, number, "id"), name=question.id)

    def once(self, seen: set[str], name: str, file: Written, path: "tuple[str | int, ...]") -> None:
        """Note a name that was seen before."""
        if name in seen:
            self.conditions.fault("P015", file, path, name=name.rpartition(" ")[2])
        seen.add(name)

    def questions(self) -> tuple[Question, ...]:
        """The questions; a section's condition holds for each of its questions."""
        found = []
        start = 0
        for number, asked in enumerate(self.asked):
            question, file = asked.question, asked.file
            section = self.conditions.condition(file.model.section.when, file, ("section", "when"))
            when = self.conditions.condition(question.when, file, ("questions", asked.number, "when"))
            count = len(variables_of(asked, number))
            parts = tuple(part.id for part in (*question.rows, *question.fields))
            indices = tuple(range(start, start + count))
            found.append(Question(question.id, question.type, parts, indices, both(section, when), question.unknown))
            start += count
        return tuple(found)

    def row(self, file: Written, number: int) -> Row:
        """A rule row."""
        row, path = file.model.rows[number], ("rows", number)
        warns = file.model.level == "warn"
        when = self.conditions.condition(row.when, file, (*path, "when"), warns)
        outputs = [output.id for output in file.model.outputs]
        then = -1
        if row.then in outputs:
            then = outputs.index(row.then)
        elif not warns or row.then:
            near = nearest(str(row.then), outputs) or "-"
            self.conditions.fault("P017", file, (*path, "then"), name=str(row.then), nearest=near)
        return Row(row.id, when, then, row.basis, tuple(row.cites))

    def table(self, number: int, file: Written) -> Table:
        """A decision table."""
        model = file.model
        if (model.when is None) != (model.not_asked is None):
            self.conditions.fault("P018", file, ("table",), name=model.table)
        rows = tuple(self.row(file, place) for place in range(len(model.rows)))
        when = self.conditions.condition(model.when, file, ("when",))
        return Table(
            self.of_questions + number,
            model.hit,
            rows,
            when,
            model.not_asked.id if model.not_asked else "",
            model.undecided.id if model.undecided else "",
            model.level == "warn",
        )

    def number_of(self, table: str, *path: "str | int") -> int:
        """The number of a table that plays a part; -1, with a fault noted, where there is none."""
        names = [file.model.table for file in self.tables]
        if table in names:
            return names.index(table)
        near = nearest(table, names) or "-"
        self.conditions.fault("P020", self.about, ("verdict", *path), name=table, nearest=near)
        return -1

    def goals(self, tables: Sequence[Table]) -> Goals:
        """The parts of the verdict."""
        parts = self.about.model.verdict
        tier = self.number_of(parts.tier.table, "tier", "table")
        scope, value = -1, 0
        if parts.out_of_scope:
            scope = self.number_of(parts.out_of_scope.table, "out_of_scope", "table")
            words = self.variables[self.of_questions + scope].options if scope >= 0 else ()
            value = words.index(parts.out_of_scope.value) if parts.out_of_scope.value in words else -1
            if scope >= 0 and value < 0:
                self.conditions.fault("P021", self.about, ("verdict", "out_of_scope"), name=parts.out_of_scope.value)
        if tier >= 0 and list(self.variables[self.of_questions + tier].options) != parts.tier.order:
            self.conditions.fault("P021", self.about, ("verdict", "tier"), name=", ".join(parts.tier.order))
        red_lines = tuple(resolved(self.named(parts.red_lines, "red_lines"), tables, self.variables))
        for item, table, row in red_lines:
            if table >= 0 > row:
                self.conditions.fault("P028", self.about, ("verdict", "red_lines", item), name=item)
        return Goals(
            tier,
            red_lines,
            scope,
            max(value, 0),
            self.named(parts.axes, "axes"),
            self.named(parts.results, "results"),
            tuple(parts.supervision.items()),
            len(self.variables) - 2,
            len(self.variables) - 1,
            tuple(self.number_of(table, "reasons", place) for place, table in enumerate(parts.reasons)),
        )

    def named(self, tables: Mapping[str, str], part: str) -> tuple[tuple[str, int], ...]:
        """(name, number of its table) for each entry of a part."""
        return tuple((name, self.number_of(table, part, name)) for name, table in tables.items())

    def circle(self, steps: Sequence[tuple[str, int]]) -> None:
        """Note steps that depend on one another, at the first of them."""
        names, places = [], []
        for kind, number in steps:
            if kind == "question":
                names.append(self.asked[number].question.id)
                places.append(self.asked[number].file.place("questions", self.asked[number].number))
            else:
                names.append(self.tables[number].model.table if kind == "table" else kind)
                places.append(self.tables[number].place("table") if kind == "table" else self.about.place("verdict"))
        self.faults.append(Fault("P016", places[0], {"names": " → ".join([*names, names[0]])}))

    def lines(self, name: str) -> tuple[Line, ...]:
        """The ids and conditions of obligations, documents or indicators."""
        file = self.draft.files[f"{name}.yaml"]
        entries: list[Any] = getattr(file.model, name)
        return tuple(
            Line(entry.id, self.conditions.condition(entry.when, file, (name, number, "when"), warns=True))
            for number, entry in enumerate(entries)
        )


def steps(questions: tuple[Question, ...], tables: tuple[Table, ...], goals: Goals) -> tuple[tuple[str, int], ...]:
    """The order of evaluation: each step after all it reads.

    Raises ValueError with the kinds and numbers of a cycle.
    """
    by_variable = {index: ("question", number) for number, q in enumerate(questions) for index in q.variables}
    by_variable |= {table.variable: ("table", number) for number, table in enumerate(tables)}
    by_variable |= {goals.outcome: ("outcome", 0), goals.supervised: ("outcome", 0)}

    def reads(step: tuple[str, int]) -> list[tuple[str, int]]:
        kind, number = step
        if kind == "outcome":
            return [("table", table) for table in goals.outcome_tables]
        if kind == "question":
            conditions: list[Condition] = [questions[number].when]
        else:
            conditions = [tables[number].when, *(row.when for row in tables[number].rows)]
        found = {index for condition in conditions for index in variables(condition)}
        return [by_variable[index] for index in sorted(found)]

    order: dict[tuple[str, int], bool] = {}

    def visit(step: tuple[str, int], path: tuple[tuple[str, int], ...]) -> None:
        if order.get(step):
            return
        if step in path:
            raise ValueError(path[path.index(step) :])
        for before in reads(step):
            visit(before, (*path, step))
        order[step] = True

    everything = [("question", number) for number in range(len(questions))]
    everything += [("table", number) for number in range(len(tables))]
    for step in (*everything, ("outcome", 0)):
        visit(step, ())
    return tuple(order)


def compiled(draft: Draft, digest: str) -> Pack:
    """The rules of a draft; ``digest`` is that of its files.

    Raises PackError with all faults.
    """
    shop = Workshop(draft)
    shop.distinct()
    questions = shop.questions()
    tables = tuple(shop.table(number, file) for number, file in enumerate(shop.tables))
    goals = shop.goals(tables)
    shop.faults.extend(unfit(draft))
    obligations, documents, indicators = (shop.lines(name) for name in ("obligations", "documents", "indicators"))
    order: tuple[tuple[str, int], ...] = ()
    if not shop.faults:
        try:
            order = steps(questions, tables, goals)
        except ValueError as error:
            shop.circle(error.args[0])
    if shop.faults:
        raise PackError(*shop.faults)
    about = shop.about.model
    question, _, field = about.product_name.partition(".")
    return Pack(
        about.id,
        about.version,
        digest,
        questions,
        tuple(shop.variables),
        tables,
        order,
        goals,
        obligations,
        documents,
        indicators,
        (question, field),
    )
