"""A decision table as its author wrote it, a paragraph a row."""

from collections.abc import Iterator

from szai_assess.condition import ALWAYS, Condition
from szai_assess.pack import Pack, Row, Table
from szai_assess.show.layout import STRONG, Line
from szai_assess.spelling import spelled
from szai_assess.text import one_line
from szai_assess.words import Words


def clauses(pack: Pack, condition: Condition) -> Iterator[str]:
    """The clauses of a condition, any of which may hold: the first behind ``?``, the others behind ``|``."""
    mark = "?"
    for clause in spelled(pack, condition):
        yield f"  {mark} {clause}"
        mark = "|"


def manner(pack: Pack, table: Table) -> Iterator[str]:
    """How a table comes to its output, in the words of its file: hit policy, gate, what it gives where no row holds."""
    yield f"hit: {table.hit}"
    if table.hit == "priority":
        yield f"default: {pack.variables[table.variable].options[0]}"
    if table.not_asked:
        yield f"not_asked: {table.not_asked}"
    if table.undecided:
        yield f"undecided: {table.undecided}"
    if table.when != ALWAYS:
        yield "when:"
        yield from clauses(pack, table.when)


def paragraph(pack: Pack, words: Words, row: Row, outputs: tuple[str, ...], language: str) -> Iterator[str]:
    """A row: id, output, basis and grounds; the conditions; the reason."""
    basis = words.label("pack", "basis", row.basis, language=language)
    then = f" → {outputs[row.then]}" if row.then >= 0 else ""
    yield f"{row.id}{then}  [{basis}; {' '.join(row.cites)}]"
    yield from clauses(pack, row.when)
    yield f"  {one_line(words.label('rows', row.id, 'because', language=language))}"


def rule_lines(pack: Pack, words: Words, number: int, language: str) -> Iterator[Line]:
    """A table: its title, how it comes to its output, its rows."""
    table = pack.tables[number]
    outputs = pack.variables[table.variable].options
    yield Line(one_line(words.label("tables", pack.table_name(number), "title", language=language)), STRONG)
    yield from map(Line, manner(pack, table))
    for row in table.rows:
        yield Line("")
        yield from map(Line, paragraph(pack, words, row, outputs, language))
