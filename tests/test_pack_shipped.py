"""The shipped pack: nothing to say against it, every case comes out, every row is fired."""

import os

import pytest
import shelf

from szai_assess import casework, files, locate, proofread, usage
from szai_assess.authoring import cases
from szai_assess.errors import PackError

RUNS = {f"{os.path.basename(run.place.file)}:{run.place.line}": run for run in shelf.runs()}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_case_comes_out(run):
    assert run.faults == ()


def test_every_row_is_fired_by_a_case():
    pack, _ = shelf.opened()

    assert {row.id for table in pack.tables for row in table.rows} == casework.fired(shelf.runs())


def test_there_is_nothing_to_say_against_it():
    assert proofread.proofread(shelf.galley(shelf.PARTS)) == ()


def test_every_question_is_used_and_every_template_exists():
    found = files.below(locate.shipped("templates"))
    texts = [data.decode() for name, data in found.items() if name.endswith(".j2")]
    pack, _ = shelf.opened()
    templates = frozenset(name.partition("/")[0] for name in found)
    galley = shelf.galley(shelf.PARTS)._replace(used_in_templates=usage.named_in(texts, pack), templates=templates)

    assert proofread.proofread(galley) == ()


CASE, TABLE = "cases/26-fixed-formula.yaml", "cases/tables/explanation-duty.yaml"
BROKEN = {
    "an unknown key": ("P131", CASE, "art71:", "art17:"),
    "no outcome": ("P132", CASE, "  outcome: out_of_scope\n", ""),
    "a row that is not there": ("P133", CASE, "[SC0-1]", "[SC0-9]"),
    "a text for a list": ("P134", CASE, "[SC0-1]", "SC0-1"),
    "an unknown answer": ("A014", CASE, "lifecycle_stage: live", "lifecycle_stage: alive"),
    "an unknown table": ("P135", TABLE, "table: explanation_duty", "table: explanation"),
    "an unknown variable": ("P136", TABLE, "public_decision_use", "public_decision"),
    "an unknown option": ("A014", TABLE, '"no"', "never"),
    "a text for given": (
        "P134",
        TABLE,
        'given: {public_decision_use: "no", public_interest_links: [none]}',
        "given: x",
    ),
    "a mapping for a word": ("P134", TABLE, "expect: voluntary", "expect: {a: b}"),
    "a text for a name": ("P134", CASE, "name: {zh: 固定公式计费表, en: Billing sheet with fixed formulas}", "name: x"),
    "an option twice": ("A021", TABLE, "[mass_prices, equality]", "[equality, equality]"),
    "no YAML": ("Y001", TABLE, "    expect: voluntary", "   expect: voluntary"),
    "an unknown output": ("P133", TABLE, "expect: voluntary", "expect: voluntarily"),
}


@pytest.mark.parametrize(("code", "file", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_a_case_is_read_strictly(code, file, old, new):
    parts = shelf.changed((file, old, new))

    with pytest.raises(PackError) as error:
        cases.read(shelf.FOLDER, parts, shelf.opened()[0])

    lines = {shelf.line(parts, file, new)} if new else {shelf.line(parts, file, "expect:") + 1}
    assert [(code, file)] == [found[:2] for found in shelf.brief(error.value.faults)]
    assert lines == {fault.place.line for fault in error.value.faults}


def test_a_table_that_is_not_unique_is_a_fault_of_the_cases_that_come_upon_it():
    old = "when: {scenario_level: S1, severity_level: H0, extent_level: "
    pack = shelf.pack_of(shelf.changed(("tables/base-tier.yaml", f"{old}E1", f"{old}[E1, E2]")))

    found = list(casework.faults(casework.run_all(pack, cases.read(shelf.FOLDER, shelf.PARTS, pack))))

    assert {fault.code for fault in found} == {"P030"}
    assert all("/cases/" in fault.place.file for fault in found)


WRONG = {
    "an outcome": ("P137", CASE, "outcome: out_of_scope", "outcome: low", "outcome", "out_of_scope"),
    "a result": ("P137", CASE, "art71: voluntary", "art71: required", "art71", "voluntary"),
    "documents": ("P137", CASE, "[summary]", "[summary, todo]", "documents", "summary"),
    "a row": ("P137", CASE, "[SC0-1]", "[SC-01]", "fired", "MX-S1H0E1, SC0-1"),
    "an output": ("P138", TABLE, "expect: voluntary", "expect: required", "expect", "voluntary"),
    "a row of a table": ("P138", TABLE, "fired: []", "fired: [PD-1]", "fired", "-"),
}


@pytest.mark.parametrize(("code", "file", "old", "new", "what", "found"), WRONG.values(), ids=WRONG)
def test_what_does_not_come_out_is_shown(code, file, old, new, what, found):
    parts = shelf.changed((file, old, new))
    pack, _ = shelf.opened()

    (fault,) = casework.faults(casework.run_all(pack, cases.read(shelf.FOLDER, parts, pack)))

    assert (code, shelf.line(parts, file, new)) == (fault.code, fault.place.line)
    assert (what, found) == (fault.details["what"], fault.details["found"])
