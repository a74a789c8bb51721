"""The pictures: the matrix is the pack's table, the marks are what is possible, and what they tell is in their words; test_formats has where they stand."""

import re

import pytest
from assessed import CASES, case, dossier_of, pack, words

from szai_assess.charting import Drawing
from szai_assess.cli import judging
from szai_assess.text import head

LANGUAGES = ("zh", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_cells_of_the_matrix_are_the_rows_of_the_table(name, language):
    found = judging.assessed(pack(), words(), case(name))
    drawing = Drawing(found, language)
    table, inputs = drawing.grid()
    chart = drawing.matrix()
    cells = [cell for row in chart.rows[2:] for cell in row[1:]]
    possible = found.verdict.state.possible
    expected = {}
    for row in table.rows:
        levels = dict(row.when[0])
        label = drawing.label(
            "tables",
            pack().variables[table.variable].name,
            "outputs",
            pack().variables[table.variable].options[row.then],
        )
        expected[tuple(levels[index].bit_length() for index in inputs)] = (
            head(label),
            all(possible[index] & levels[index] for index in inputs),
        )

    assert [(cell.text, cell.marked) for cell in cells] == [
        expected[across, middle, down] for down in range(1, 6) for across in range(1, 4) for middle in range(1, 4)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_pictures_tell_rows_and_days(name, language):
    dossier = dossier_of(case(name), language)
    path = dossier.charts["path"]
    told = "\n".join(cell.text for row in path.rows for cell in row)
    days = {(day.date[:4], int(day.date[5:7])) for day in dossier.milestones}
    grid = dossier.charts["calendar"].rows[1:] if "calendar" in dossier.charts else ()

    assert set(re.findall(r"\b(?:FH|FL|AU|MX)-[A-Z0-9]+", path.alternative)) <= set(
        re.findall(r"\b(?:FH|FL|AU|MX)-[A-Z0-9]+", told)
    )
    assert {(row[0].text, month) for row in grid for month, cell in enumerate(row[1:], 1) if cell.marked} == days
