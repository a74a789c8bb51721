"""The pictures of an assessment: where the case stands in the matrix, and the way from its answers to its tier. Pure.

What is drawn follows from the pack: the matrix is the table without a second way to read it that looks at axes alone.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import lcm

from szai_assess import standing
from szai_assess.assessment import Assessment
from szai_assess.chart import ALARM, BARE, CALM, CAUTION, PALE, Cell, Chart
from szai_assess.condition import MUST
from szai_assess.document import Milestone
from szai_assess.masks import holds
from szai_assess.messages import say
from szai_assess.pack import Table
from szai_assess.text import head

MONTHS = tuple(f"{month:02}" for month in range(1, 13))
Levels = tuple[int, ...]  # one level of each input, as its place


class Drawing:
    """One assessment on its way into pictures."""

    def __init__(self, assessment: Assessment, language: str) -> None:
        """Draw this assessment in this language."""
        self.pack, self.words, self.verdict = assessment.pack, assessment.words, assessment.verdict
        self.assessment, self.language = assessment, language

    def label(self, *path: str) -> str:
        """Words of the pack."""
        return self.words.label(*path, language=self.language)

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def tone(self, place: int) -> str:
        """How grave a tier is by its place."""
        last = len(self.pack.tiers) - 1
        return CALM if place == 0 else ALARM if place == last else CAUTION

    def level(self, variable: int, place: int) -> str:
        """A level by its id and its first words."""
        name = self.pack.variables[variable].name
        option = self.pack.variables[variable].options[place]
        return f"{option} {head(self.label('tables', name, 'outputs', option))}"

    def grid(self) -> tuple[Table, tuple[int, ...]] | None:
        """The table that grades by axes alone, and its inputs, the one with most levels last."""
        axes = {self.pack.tables[table].variable for _, table in self.pack.goals.axes}
        for table in self.pack.tables:
            inputs = {index for row in table.rows for clause in row.when for index, _ in clause}
            if table.hit == "unique" and len(inputs) > 1 and inputs <= axes:
                return table, tuple(sorted(inputs, key=lambda index: (len(self.pack.variables[index].options), index)))
        return None

    def outcome(self, table: Table, inputs: tuple[int, ...], levels: Levels) -> int:
        """What the table gives for these levels, as a place among its outputs; -1 where it gives nothing."""
        possible = [0] * len(self.pack.variables)
        for index, place in zip(inputs, levels, strict=True):
            possible[index] = 1 << place
        return next((row.then for row in table.rows if holds(row.when, possible, possible) == MUST), -1)

    def places(self, variable: int) -> range:
        """The places of a variable's levels."""
        return range(len(self.pack.variables[variable].options))

    def is_possible(self, inputs: tuple[int, ...], levels: Levels) -> bool:
        """Whether the case may have these levels."""
        possible = self.verdict.state.possible
        return all(possible[index] >> place & 1 for index, place in zip(inputs, levels, strict=True))

    def matrix(self) -> Chart | None:
        """The matrix with the cells of this case marked; none where the pack has no such table."""
        found = self.grid()
        if found is None:
            return None
        table, inputs = found
        *across, down = inputs
        columns = list(product(*(self.places(index) for index in across)))
        rows = [*self.heads(across, len(columns))]
        for place in self.places(down):
            cells = [self.cell(table, inputs, (*levels, place)) for levels in columns]
            rows.append((Cell(self.level(down, place), PALE), *cells))
        title = self.label("tables", self.pack.variables[table.variable].name, "title")
        return Chart("matrix", title, self.matrix_words(table, inputs), tuple(rows))

    def heads(self, across: list[int], columns: int) -> Iterator[tuple[Cell, ...]]:
        """The rows above the matrix: the levels of each input across, the wider ones first."""
        repeat, span = 1, columns
        for index in across:
            size = len(self.places(index))
            span //= size
            cells = [Cell(self.level(index, place), PALE, False, span) for place in self.places(index)] * repeat
            yield (Cell(""), *cells)
            repeat *= size

    def cell(self, table: Table, inputs: tuple[int, ...], levels: Levels) -> Cell:
        """One cell of the matrix."""
        place = self.outcome(table, inputs, levels)
        if place < 0:
            return Cell("", PALE)
        name = self.pack.variables[table.variable]
        return Cell(
            head(self.label("tables", name.name, "outputs", name.options[place])),
            self.tone(place),
            self.is_possible(inputs, levels),
        )

    def matrix_words(self, table: Table, inputs: tuple[int, ...]) -> str:
        """What the matrix shows: the levels of this case, and what the matrix gives for them."""
        name = self.pack.variables[table.variable]
        levels = (
            self.say("chart.or").join(
                self.level(index, place)
                for place in self.places(index)
                if self.verdict.state.possible[index] >> place & 1
            )
            for index in inputs
        )
        outputs = [
            head(self.label("tables", name.name, "outputs", option))
            for place, option in enumerate(name.options)
            if self.verdict.state.possible[table.variable] >> place & 1
        ]
        told = {"levels": self.say("show.comma").join(levels), "outputs": self.say("chart.or").join(outputs)}
        return self.say("chart.matrix", **told)

    def path(self) -> Chart:
        """The way from the answers to the tier: the axes, beside each other the tables with the rows that hold, the tier."""
        steps = list(self.steps())
        axes = [
            (f"{self.label('pack', 'axes', axis)}\n{self.levels(axis, words)}", PALE)
            for axis, words in self.verdict.axes
        ]
        width = lcm(len(axes) or 1, len(steps) or 1)
        line = standing.line(self.assessment, self.language)
        tone = self.tone(self.pack.tiers.index(self.verdict.highest))
        rows = [
            (Cell(self.say("chart.answers"), PALE, False, width),),
            *row_of(axes, width, "↓"),
            *row_of([(f"{title}\n{told}", tone) for title, told, tone in steps], width, "↓"),
            (Cell(self.say("chart.highest") if len(steps) > 1 else "↓", BARE, False, width),),
            (Cell(self.say("chart.tier", tier=line), tone, True, width),),
        ]
        told = self.say("show.semicolon").join(f"{title}{self.say('show.colon')}{words}" for title, words, _ in steps)
        return Chart("path", self.say("chart.path_title"), self.say("chart.path", steps=told, tier=line), tuple(rows))

    def levels(self, axis: str, words: tuple[str, ...]) -> str:
        """The levels that an axis may have."""
        name = self.pack.table_name(dict(self.pack.goals.axes)[axis])
        return self.say("chart.or").join(head(self.label("tables", name, "outputs", word)) for word in words)

    def steps(self) -> Iterator[tuple[str, str, str]]:
        """(title, rows that hold, how grave) for each table of reasons that the tier rests on, in the order of evaluation."""
        apart = (*self.pack.goals.outcome_tables[1:], *(table for _, table in self.pack.goals.results))
        for number in self.pack.goals.reasons:
            if number in apart:
                continue
            rows = [reason for reason in self.assessment.reasons if reason.table == self.pack.table_name(number)]
            if not rows:
                continue
            told = self.say("show.comma").join(
                reason.row if reason.must else self.say("chart.maybe", row=reason.row) for reason in rows
            )
            effects = {reason.effect for reason in rows}
            tone = max((self.pack.tiers.index(each) for each in effects if each in self.pack.tiers), default=1)
            yield self.label("tables", self.pack.table_name(number), "title"), told, self.tone(tone)


def row_of(cells: list[tuple[str, str]], width: int, arrow: str) -> list[tuple[Cell, ...]]:
    """Cells of equal width below an arrow; nothing where there are none."""
    if not cells:
        return []
    made = tuple(Cell(text, tone, False, width // len(cells)) for text, tone in cells)
    return [(Cell(arrow, BARE, False, width),), made]


def calendar(days: Sequence[Milestone], language: str) -> Chart | None:
    """The year strip: a row for each year, a cell for each month, the months with a day to keep marked; none without days."""
    if not days:
        return None
    found: dict[tuple[str, str], list[str]] = {}
    for each in days:
        found.setdefault((each.date[:4], each.date[5:7]), []).append(each.date[8:])
    rows = [(Cell(""), *(Cell(month, PALE) for month in MONTHS))]
    for year in range(int(days[0].date[:4]), int(days[-1].date[:4]) + 1):
        cells = (found.get((f"{year}", month), []) for month in MONTHS)
        marked = (Cell("/".join(dict.fromkeys(each)), CAUTION if each else PALE, bool(each)) for each in cells)
        rows.append((Cell(f"{year}", PALE), *marked))
    told = say("show.comma", language).join(dict.fromkeys(each.date for each in days))
    return Chart(
        "calendar", say("chart.calendar_title", language), say("chart.calendar", language, days=told), tuple(rows)
    )


def charts(assessment: Assessment, days: Sequence[Milestone], language: str) -> tuple[Chart, ...]:
    """The pictures of an assessment: the matrix, the way to the tier, and the calendar of the days to keep."""
    drawing = Drawing(assessment, language)
    return tuple(filter(None, (drawing.matrix(), drawing.path(), calendar(days, language))))
