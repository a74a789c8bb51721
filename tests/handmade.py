"""Small packs, built by hand for the test that needs them."""

from szai_assess.condition import ALWAYS, Condition
from szai_assess.pack import Goals, Pack, Question, Row, Table, Variable
from szai_assess.words import Words

LAW = {"1": ["第一款的话。", "第二款的话："], "2": ["只有一款的话。"]}


class Builder:
    """Collects questions, variables and tables; question before table, in the order of evaluation."""

    def __init__(self):
        self.questions, self.variables, self.tables, self.steps = [], [], [], []
        self.asked, self.outputs = {}, {}

    def when(self, written):
        """A condition from {name: [options]}, or a list of such mappings."""
        if not written:
            return ALWAYS
        clauses = written if isinstance(written, list) else [written]
        names = [variable.name for variable in self.variables]
        condition: list = []
        for clause in clauses:
            atoms = []
            for name, options in clause.items():
                index = names.index(name)
                allowed = [options] if isinstance(options, str) else options
                atoms.append((index, sum(1 << self.variables[index].options.index(option) for option in allowed)))
            condition.append(tuple(atoms))
        found: Condition = tuple(condition)
        return found

    def ask(self, name, kind="one", options=("no", "yes"), parts=(), *, when=None, unknown=True):
        """Add a question; ``options`` of a matrix hold for all rows."""
        place, indices = len(self.questions), []
        names = [f"{name}.{part}" for part in parts] if kind == "matrix" else [name]
        if kind in ("one", "many", "matrix"):
            for variable in names:
                indices.append(len(self.variables))
                self.variables.append(Variable(variable, kind == "many", tuple(options), place))
        condition = self.when(when)
        self.questions.append(Question(name, kind, tuple(parts), tuple(indices), condition, unknown))
        self.steps.append(("question", place))
        self.asked[name] = (kind, options, parts)
        return self

    def table(self, name, outputs, rows, *, hit="priority", warns=False):
        """Add a table; rows are (id, when, output)."""
        made = tuple(
            Row(ident, self.when(when), outputs.index(then) if outputs else -1, "statute", ("1.2",))
            for ident, when, then in rows
        )
        self.tables.append(Table(len(self.variables), hit, made, ALWAYS, "", "", warns))
        self.variables.append(Variable(name, hit == "collect", tuple(outputs)))
        self.steps.append(("table", len(self.tables) - 1))
        self.outputs[name] = outputs
        return self

    def pack(self, tier="tier", *, red_lines=None, scope="", results=(), name_field=("card", "product")):
        """The pack; its tier is a table of that name."""
        names = [self.variables[table.variable].name for table in self.tables]
        tiers = self.variables[self.tables[names.index(tier)].variable].options
        first = len(self.variables)
        outcomes = (*tiers, "prohibited_suspected", "on_hold", "out_of_scope")
        self.variables += [Variable("outcome", False, outcomes), Variable("supervision", False, ("watched", "none"))]
        goals = Goals(
            names.index(tier),
            tuple((item, names.index(table), self.row(item)) for item, table in (red_lines or {}).items()),
            names.index(scope) if scope else -1,
            1,
            ((tier, names.index(tier)),),
            tuple((key, names.index(key)) for key in results),
            tuple((each, "watched") for each in tiers),
            first,
            first + 1,
            tuple(range(len(self.tables))),
        )
        steps = (*self.steps, ("outcome", 0))
        return Pack(
            "small",
            "1.0.0",
            "sha256:0",
            tuple(self.questions),
            tuple(self.variables),
            tuple(self.tables),
            steps,
            goals,
            (),
            (),
            (),
            name_field,
        )

    def row(self, item):
        """The variable of the matrix row of this name."""
        return next(index for index, each in enumerate(self.variables) if each.name.partition(".")[2] == item)

    def words(self, notices=None):
        """Words for all of it: each text is its own id, with the language behind it."""
        notices = notices or {}
        questions = {name: self.question_words(name, notices) for name in self.asked}
        tables = {
            name: {"title": both(name), "outputs": {out: both(out) for out in outs}}
            for name, outs in self.outputs.items()
        }
        rows = {row.id: {"because": both(f"because {row.id}")} for table in self.tables for row in table.rows}
        outcomes = ("low", "medium", "high", "prohibited_suspected", "on_hold", "out_of_scope")
        pack = {
            "outcomes": {name: both(name) for name in outcomes},
            "provisional": both("provisional {lowest} {highest} {official}"),
            "uninformative": both("uninformative"),
            "supervisions": {"watched": both("watched")},
            "supervision_cites": ["1.2"],
            "who": {"legal": both("legal")},
            "basis": {"statute": both("statute")},
            "axes": {},
            "results": {},
        }
        sources = {"REG": {"title": both("the law"), "short": both("law")}}
        law = {"source": "REG", "zh": LAW, "en": {"2": ["Only one paragraph."]}, "chapters": {}}
        sections = {"s1": {"title": both("section"), **notices.get("s1", {})}}
        return Words(
            {
                "pack": pack,
                "questions": questions,
                "sections": sections,
                "tables": tables,
                "rows": rows,
                "sources": sources,
                "law": law,
            }
        )

    def question_words(self, name, notices):
        """The words of one question."""
        kind, options, parts = self.asked[name]
        return {
            "ask": both(f"ask {name}"),
            "why": both(f"why {name}"),
            "help": both(f"help {name}"),
            "who": "legal",
            "cites": ["2"],
            "section": "s1",
            "options": {option: both(option) for option in options},
            "rows": {part: both(part) for part in parts} if kind == "matrix" else {},
            "fields": {part: both(part) for part in parts} if kind == "form" else {},
            **notices.get(name, {}),
        }


def both(text):
    """The same words marked with their language."""
    return {"zh": f"{text}·中", "en": f"{text}·en"}


def a_pack():
    """A builder with a tier that one question decides: ``harm`` none, some, grave."""
    return (
        Builder()
        .ask("harm", options=("none", "some", "grave"))
        .table(
            "tier",
            ("low", "medium", "high"),
            [("T1", {"harm": ["some", "grave"]}, "medium"), ("T2", {"harm": "grave"}, "high")],
        )
    )
