"""The register as one HTML page: no script, nothing fetched; its filters are choices that the style sheet reads. Same input, same bytes."""

from collections.abc import Iterable, Iterator
from html import escape

from szai_assess import files, locate
from szai_assess.chart import Cell
from szai_assess.messages import say
from szai_assess.report import Checked
from szai_assess.report.matrix import Matrix, Placed, Square, matrices
from szai_assess.report.portfolio import BLOCKED, GATES, PASSED, UNDECIDED, Row, result, rows, told_approval
from szai_assess.text import visible

LANGUAGES = {"zh": "zh-CN", "en": "en"}
CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = "register.css"
Choice = tuple[str, str, int]  # the value of a filter, its words, how many rows have it


def shown(text: str) -> str:
    """A text as it is, in an element or an attribute."""
    return escape(visible(text))


class Page:
    """The register on its way into a page."""

    def __init__(self, checked: list[Checked], language: str) -> None:
        """Show these applications in this language."""
        self.checked, self.language = checked, language
        self.rows = rows(checked, language)
        self.kinds = list(dict.fromkeys(row.kind for row in self.rows))

    def say(self, key: str, **details: str) -> str:
        """A sentence, fit for the page."""
        return shown(say(key, self.language, **details))

    def marks(self, row: Row) -> str:
        """By what the filters find a row: the outcome by its number, since a pack may call it anything."""
        return f'data-outcome="{self.kinds.index(row.kind)}" data-gate="{row.gate}"'

    def choices(self, name: str, legend: str, found: Iterable[Choice]) -> Iterator[str]:
        """One filter: a choice for each value, and one for all."""
        yield f"<fieldset><legend>{legend}</legend>"
        for value, words, count in (("all", say("portfolio.all", self.language), len(self.rows)), *found):
            ident, checked = f"{name}-{value}", " checked" if value == "all" else ""
            told = self.say("portfolio.count", words=words, count=str(count))
            yield f'<label for="{ident}"><input type="radio" name="{name}" id="{ident}"{checked}> {told}</label>'
        yield "</fieldset>"

    def outcomes(self) -> list[Choice]:
        """The outcomes that occur, each by its number."""
        words = {row.kind: row.outcome for row in self.rows}
        found = [row.kind for row in self.rows]
        return [(str(number), words[kind], found.count(kind)) for number, kind in enumerate(self.kinds)]

    def gates(self) -> list[Choice]:
        """What the gate said."""
        found = [row.gate for row in self.rows]
        every = (PASSED, BLOCKED, UNDECIDED)
        return [(gate, say(GATES[gate], self.language), found.count(gate)) for gate in every if gate in found]

    def filters(self) -> Iterator[str]:
        """Both filters."""
        yield f'<section class="filters" aria-label="{self.say("portfolio.filters")}">'
        yield from self.choices("outcome", self.say("portfolio.outcome"), self.outcomes())
        yield from self.choices("gate", self.say("portfolio.gate"), self.gates())
        yield "</section>"

    def rules(self) -> Iterator[str]:
        """What each choice hides."""
        for name, found in (("outcome", self.outcomes()), ("gate", self.gates())):
            for value, _, _ in found:
                yield (
                    f'body:has(#{name}-{value}:checked) [data-{name}]:not([data-{name}="{value}"]) {{ display: none; }}'
                )

    def row(self, row: Row) -> str:
        """One application."""
        none = self.say("portfolio.none")
        due = shown(f"{row.due} {row.due_for}".strip())
        cells = (
            f'<th scope="row">{shown(row.name)}<span class="file">{shown(row.file)}</span></th>',
            f"<td>{shown(result(row)) or none}</td>",
            f'<td><span class="{row.gate}">{self.say(GATES[row.gate])}</span></td>',
            f"<td>{shown(row.owner) or none}</td>",
            f"<td>{shown(told_approval(row, self.language)) or none}</td>",
            f"<td>{due or none}</td>",
        )
        return f"<tr {self.marks(row)}>{''.join(cells)}</tr>"

    def heads(self) -> Iterator[str]:
        """The names of the columns."""
        yield self.say("portfolio.application")
        yield self.say("portfolio.outcome")
        yield self.say("portfolio.gate")
        yield self.say("portfolio.owner")
        yield self.say("portfolio.approval")
        yield self.say("portfolio.due")

    def frame(self, lines: Iterable[str]) -> Iterator[str]:
        """A table in a frame of its own that scrolls where the window is narrow."""
        yield f'<div class="table" tabindex="0" role="region" aria-label="{self.say("portfolio.scroll")}"><table>'
        yield from lines
        yield "</table></div>"

    def register(self) -> Iterator[str]:
        """The register."""
        head = "".join(f'<th scope="col">{each}</th>' for each in self.heads())
        yield f"<caption>{self.say('portfolio.table')}</caption>"
        yield f"<thead><tr>{head}</tr></thead>"
        yield "<tbody>"
        yield from map(self.row, self.rows)
        yield "</tbody>"

    def placed(self, placed: Placed) -> str:
        """An application in a cell of the matrix."""
        mark = "" if placed.sure else " ?"
        return f"<li {self.marks(placed.row)}>{shown(placed.row.name)}{mark}</li>"

    def square(self, square: Square) -> str:
        """A cell of the matrix."""
        names = "".join(map(self.placed, square.placed))
        listed = f"<ul>{names}</ul>" if names else ""
        taken = " taken" if names else ""
        return f'<td class="{square.tone}{taken}">{shown(square.text)}{listed}</td>'

    def matrix(self, found: Matrix) -> Iterator[str]:
        """The matrix of one pack."""
        yield f"<caption>{self.say('portfolio.matrix', title=found.title, pack=found.pack)}</caption>"
        yield "<thead>"
        yield from (f"<tr>{''.join(map(above, cells))}</tr>" for cells in found.heads)
        yield "</thead>"
        yield "<tbody>"
        for name, squares in found.rows:
            yield f'<tr><th scope="row">{shown(name)}</th>{"".join(map(self.square, squares))}</tr>'
        yield "</tbody>"

    def counted(self) -> str:
        """How many applications there are, by what the gate said."""
        found = [row.gate for row in self.rows]
        counts = {gate: str(found.count(gate)) for gate in GATES}
        return self.say("portfolio.counted", all=str(len(found)), **counts)

    def main(self) -> Iterator[str]:
        """What the page shows."""
        yield f"<h1>{self.say('portfolio.title')}</h1>"
        yield f"<p>{self.counted()}</p>"
        yield f"<p>{self.say('portfolio.self_assessed')}</p>"
        yield from self.filters()
        yield from self.frame(self.register())
        drawn = list(matrices(self.checked, self.rows, self.language))
        for found in drawn:
            yield from self.frame(self.matrix(found))
        if drawn:
            yield f"<p>{self.say('portfolio.matrix_note')}</p>"

    def lines(self, style: str) -> Iterator[str]:
        """The file, line by line."""
        yield "<!doctype html>"
        yield f'<html lang="{LANGUAGES[self.language]}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{CSP}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{self.say('portfolio.title')}</title>"
        yield "\n".join(("<style>", style.strip(), *self.rules(), "</style>"))
        yield "</head>"
        yield "<body>"
        yield "<main>"
        yield from self.main()
        yield "</main>"
        yield "</body>"
        yield "</html>"


def above(cell: Cell) -> str:
    """A head above columns of the matrix; the corner is none."""
    if not cell.text:
        return "<td></td>"
    span, scope = (f' colspan="{cell.columns}"', "colgroup") if cell.columns > 1 else ("", "col")
    return f'<th scope="{scope}"{span}>{shown(cell.text)}</th>'


def report(checked: list[Checked], language: str) -> str:
    """The whole page."""
    style = files.read(locate.shipped_template(STYLE)).decode()
    return "\n".join(Page(checked, language).lines(style)) + "\n"
