"""The pack's matrix with the applications in their cells. Pure; which table is the matrix follows from the pack."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.chart import Cell
from szai_assess.charting import Drawing, Levels
from szai_assess.pack import Table
from szai_assess.report import Checked
from szai_assess.report.portfolio import Row


class Placed(NamedTuple):
    """An application in a cell; ``sure`` where it can be in no other."""

    row: Row
    sure: bool


class Square(NamedTuple):
    """A cell: what the matrix gives there, how grave that is, and who stands in it."""

    text: str
    tone: str
    placed: tuple[Placed, ...]


class Matrix(NamedTuple):
    """The matrix of one pack: the heads above its columns, and each row with its name."""

    title: str
    pack: str
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[str, tuple[Square, ...]], ...]


class Standing(NamedTuple):
    """An application and the places in the matrix that it may have."""

    row: Row
    places: frozenset[Levels]


def stood(assessment: Assessment, row: Row, inputs: tuple[int, ...], all_: list[Levels], language: str) -> Standing:
    """The places that an application may have."""
    drawing = Drawing(assessment, language)
    return Standing(row, frozenset(levels for levels in all_ if drawing.is_possible(inputs, levels)))


def square(drawing: Drawing, table: Table, inputs: tuple[int, ...], levels: Levels, standing: list[Standing]) -> Square:
    """One cell with its applications."""
    cell = drawing.cell(table, inputs, levels)
    placed = (Placed(each.row, len(each.places) == 1) for each in standing if levels in each.places)
    return Square(cell.text, cell.tone, tuple(placed))


def matrix(found: list[tuple[Assessment, Row]], language: str) -> Matrix | None:
    """The matrix of applications that were judged by the same pack; none where the pack has no such table."""
    drawing = Drawing(found[0][0], language)
    grid = drawing.grid()
    if grid is None:
        return None
    table, inputs = grid
    *across, down = inputs
    all_ = list(product(*(drawing.places(index) for index in inputs)))
    standing = [stood(assessment, row, inputs, all_, language) for assessment, row in found]
    columns = list(product(*(drawing.places(index) for index in across)))
    rows = (
        (
            drawing.level(down, place),
            tuple(square(drawing, table, inputs, (*levels, place), standing) for levels in columns),
        )
        for place in drawing.places(down)
    )
    title = drawing.label("tables", drawing.pack.variables[table.variable].name, "title")
    return Matrix(title, found[0][1].pack, tuple(drawing.heads(across, len(columns))), tuple(rows))


def matrices(checked: list[Checked], rows: list[Row], language: str) -> Iterator[Matrix]:
    """A matrix for each pack by which applications with a tier were judged."""
    by_pack: dict[str, list[tuple[Assessment, Row]]] = {}
    for each, row in zip(checked, rows, strict=True):
        if each.assessment is not None and row.graded:
            by_pack.setdefault(each.assessment.pack.digest, []).append((each.assessment, row))
    for found in by_pack.values():
        drawn = matrix(found, language)
        if drawn is not None:
            yield drawn
