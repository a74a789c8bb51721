"""From the verdict to the dossier: everything that the papers of one assessment may print, in one language. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from szai_assess import standing
from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.charting import charts
from szai_assess.citing import Law, cited
from szai_assess.condition import CANNOT, MUST
from szai_assess.digest import short
from szai_assess.document import (
    Axis,
    Cite,
    Conclusion,
    Dossier,
    Duty,
    Ground,
    Indicator,
    Planned,
    RedLine,
    Result,
    Said,
    Source,
)
from szai_assess.explain import answers_beneath
from szai_assess.masks import holds
from szai_assess.milestones import cadence, milestones
from szai_assess.outlook import unsettled
from szai_assess.pack import Row
from szai_assess.restate import restated, sections, skipped
from szai_assess.verdict import LIKELY, NOT_INDICATED, ON_HOLD, Reason

USES = ("warning", "tracking")


class Composing:
    """One assessment on its way into words."""

    def __init__(self, assessment: Assessment, language: str) -> None:
        """Restate the answers and the reasons once; everything else refers to them."""
        self.assessment, self.language = assessment, language
        self.pack, self.words, self.verdict = assessment.pack, assessment.words, assessment.verdict
        self.said, self.groups = restated(assessment, language)
        self.reasons = tuple(self.ground(reason) for reason in assessment.reasons)

    def label(self, *path: str) -> str:
        """Words of the pack."""
        return self.words.label(*path, language=self.language)

    def optional(self, *path: str) -> str:
        """Words of the pack, or nothing where it has none."""
        value: Any = self.words.tree
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return str(value[self.language]) if isinstance(value, Mapping) and self.language in value else ""

    def ground(self, reason: Reason) -> Ground:
        """A reason in words."""
        return Ground(
            reason.row,
            reason.table,
            self.bears_on(reason.table),
            self.label("rows", reason.row, "because"),
            self.label("tables", reason.table, "outputs", reason.effect),
            reason.decisive,
            reason.must,
            reason.basis,
            self.label("pack", "basis", reason.basis),
            cited(self.words, reason.cites, self.language),
            tuple(self.said[name] for name, _ in reason.answers),
        )

    def bears_on(self, name: str) -> str:
        """What a table's rows are reasons for."""
        goals = self.pack.goals
        parts = [(goals.scope, "scope"), *((table, "red_line") for _, table, _ in goals.red_lines)]
        parts += [(table, "result") for _, table in goals.results]
        return next((part for table, part in parts if table >= 0 and self.pack.table_name(table) == name), "tier")

    def row(self, table: int, row: Row, must: bool) -> Ground:
        """A fired row in words, whether or not it is a reason."""
        outputs = self.pack.variables[self.pack.tables[table].variable].options
        effect = outputs[row.then] if row.then >= 0 else ""
        beneath = answers_beneath(self.pack, row, self.assessment.answers.values, self.verdict.state)
        name = self.pack.table_name(table)
        return self.ground(Reason(row.id, name, effect, False, must, row.basis, row.cites, beneath))

    def fired(self, table: int) -> list[tuple[Row, bool]]:
        """(row, whether it must hold) of the fired rows of a table."""
        rows = self.pack.tables[table].rows
        return [(rows[fired.row], fired.must) for fired in self.verdict.state.fired if fired.table == table]

    def rows_of(self, table: int) -> tuple[Ground, ...]:
        """The fired rows of a table in words."""
        return tuple(self.row(table, row, must) for row, must in self.fired(table))

    def conclusion(self) -> Conclusion:
        """The verdict in words."""
        verdict, words = self.verdict, self.words.tree["pack"]
        lowest, highest = (self.label("pack", "outcomes", tier) for tier in (verdict.lowest, verdict.highest))
        text = self.label("pack", "outcomes", verdict.outcome)
        line = standing.line(self.assessment, self.language)
        return Conclusion(
            verdict.outcome,
            line if verdict.graded else text,
            line,
            lowest,
            highest,
            verdict.highest,
            verdict.settled,
            self.assessment.uninformative,
            verdict.graded,
            verdict.outcome == ON_HOLD,
            verdict.supervision,
            self.label("pack", "supervisions", verdict.supervision) if verdict.supervision else "",
            cited(self.words, words["supervision_cites"], self.language),
        )

    def axes(self) -> tuple[Axis, ...]:
        """The axes with the levels that are possible."""
        tables = dict(self.pack.goals.axes)
        return tuple(
            Axis(
                axis,
                self.label("pack", "axes", axis),
                tuple(self.label("tables", self.pack.table_name(tables[axis]), "outputs", level) for level in levels),
                self.rows_of(tables[axis]),
            )
            for axis, levels in self.verdict.axes
        )

    def red_lines(self) -> tuple[RedLine, ...]:
        """The prohibited acts, each with the answer given to it and the rows that point at it."""
        found = []
        lines = zip(self.verdict.red_lines, self.pack.goals.red_lines, strict=True)
        for number, ((item, status), (_, index, variable)) in enumerate(lines):
            said, table = self.said[self.pack.variables[variable].name], self.pack.table_name(index)
            grounds = tuple(reason for reason in self.reasons if reason.table == table)
            title, word = self.label("tables", table, "title"), self.label("tables", table, "outputs", status)
            found.append(RedLine(item, number, status, title, word, said, self.cites_of(said), grounds))
        return tuple(found)

    def cites_of(self, said: Said) -> tuple[Cite, ...]:
        """What a question or a row rests on."""
        own = self.words.part(said.name).get("cites") or self.words.question(said.name).get("cites", ())
        return cited(self.words, own, self.language)

    def results(self) -> dict[str, Result]:
        """The results beside the tier, by key."""
        tables = dict(self.pack.goals.results)
        return {
            key: Result(
                word,
                self.label("pack", "results", key),
                self.label("tables", self.pack.table_name(tables[key]), "outputs", word),
                tuple(reason for reason in self.reasons if reason.table == self.pack.table_name(tables[key])),
            )
            for key, word in self.verdict.results
        }

    def duties(self) -> tuple[Duty, ...]:
        """The related obligations, whatever the answers say about them."""
        found = []
        for ident, status in self.verdict.obligations:
            words = self.words.tree["obligations"][ident]
            title, duty, trigger, deadline = (
                self.optional("obligations", ident, key) for key in ("title", "duty", "trigger", "deadline")
            )
            found.append(
                Duty(
                    ident,
                    words["kind"],
                    status,
                    title,
                    duty,
                    trigger,
                    deadline,
                    words.get("quote", ""),
                    words.get("verified", False),
                    words.get("hint", False),
                    words.get("as_of", ""),
                    words.get("filing", ""),
                    cited(self.words, words["cites"], self.language),
                )
            )
        return tuple(found)

    def indicators(self) -> dict[str, tuple[Indicator, ...]]:
        """The suggested indicators for what the application does or may do, by use."""
        certain, possible = self.verdict.state.certain, self.verdict.state.possible
        described = self.words.tree["indicators"]
        fitting = {line.id: holds(line.when, certain, possible) for line in self.pack.indicators}
        return {
            use: tuple(
                Indicator(
                    ident, state == MUST, *(self.label("indicators", ident, key) for key in ("metric", "risk", "data"))
                )
                for ident, state in fitting.items()
                if state != CANNOT and use in described[ident]["use"]
            )
            for use in USES
        }

    def caveats(self) -> tuple[Ground, ...]:
        """The rows that warn the reader."""
        warning = [number for number, table in enumerate(self.pack.tables) if table.warns]
        return tuple(self.row(table, row, must) for table in warning for row, must in self.fired(table) if must)

    def sources(self, cites: Iterable[Cite]) -> tuple[Source, ...]:
        """The instruments of the pack's list, in its order."""
        shorts = {cite.source for cite in cites}
        return tuple(
            Source(
                ident,
                short,
                self.label("sources", ident, "title"),
                words.get("number", ""),
                self.optional("sources", ident, "issuer"),
                words.get("in_force", ""),
                words.get("verified", False),
                words.get("as_of", ""),
                short in shorts,
            )
            for ident, words in self.words.tree["sources"].items()
            for short in [self.label("sources", ident, "short")]
        )

    def planned(self) -> tuple[Planned, ...]:
        """The papers that the verdict asks for."""
        described = self.words.tree["documents"]
        return tuple(
            Planned(
                ident,
                self.label("documents", ident, "title"),
                described[ident].get("template", ident),
                self.optional("documents", ident, "audience"),
            )
            for ident in self.verdict.documents
        )


def compose(assessment: Assessment, language: str = "zh") -> Dossier:
    """Everything that the papers of this assessment may print, in ``zh`` or ``en``."""
    composing = Composing(assessment, language)
    pack, words, answers = assessment.pack, assessment.words, assessment.answers
    conclusion, red_lines, duties = composing.conclusion(), composing.red_lines(), composing.duties()
    days = milestones(assessment, language)
    cites = list(conclusion.supervision_cites)
    cites += [cite for reason in composing.reasons for cite in reason.cites]
    cites += [cite for line in red_lines if line.status != NOT_INDICATED for cite in line.cites]
    cites += [cite for duty in duties if duty.status == LIKELY and not duty.hint for cite in duty.cites]
    described = words.tree["pack"]
    as_of = described["measures_issued"]["as_of"]
    name = answers.field(*pack.name_field).strip() if pack.name_field[0] else ""
    return Dossier(
        language,
        name,
        f"{pack.id}@{pack.version}",
        composing.label("pack", "title"),
        short(digest(answers)),
        answers.assessed_on,
        as_of,
        words.sentence("honesty", language, as_of=as_of),
        conclusion,
        composing.said,
        composing.groups,
        sections(assessment, composing.groups, language),
        composing.axes(),
        composing.reasons,
        composing.caveats(),
        red_lines,
        composing.results(),
        duties,
        composing.indicators(),
        unsettled(assessment, composing.said, language),
        tuple(words.ask(ident, language) for ident in assessment.verdict.hidden),
        skipped(assessment, language),
        composing.sources(cites),
        Law(words, language),
        {role: composing.label("pack", "who", role) for role in described["who"]},
        {basis: composing.label("pack", "basis", basis) for basis in described["basis"]},
        composing.planned(),
        {name: composing.cites_of(said) for name, said in composing.said.items()},
        cadence(assessment),
        days,
        {chart.id: chart for chart in charts(assessment, days, language)},
        ".".join(filter(None, pack.name_field)),
    )
