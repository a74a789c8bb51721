"""Changes of single rows: the shipped packs' cases notice each of them, and what is not noticed is told."""

import pytest
from desk import write

from szai_assess import files, locate, mutation
from szai_assess.cli import workbench

PACK = "lifts-example"


@pytest.mark.parametrize("name", locate.packs())
def test_the_cases_of_a_shipped_pack_notice_every_change_of_a_row(name):
    bench = workbench.opened(locate.pack_folder(name))

    assert list(mutation.unnoticed(workbench.galley_of(bench), bench.cases)) == []


def test_each_row_is_left_out_and_given_each_other_output():
    pack = workbench.opened(locate.pack_folder(PACK)).pack
    found = [(mutant.row, mutant.output) for mutant in mutation.mutants(pack)]

    assert [output for row, output in found if row == "WR-1"] == ["", "W1", "W3"]
    assert [output for row, output in found if row == "NT-1"] == [""]
    assert len(found) == len(set(found))
    assert all(mutant.pack != pack for mutant in mutation.mutants(pack))


@pytest.fixture
def copied(tmp_path):
    """A copy of the small pack; gives its folder."""
    for name, data in files.below(locate.pack_folder(PACK)).items():
        write(str(tmp_path / PACK / name), data.decode())
    return tmp_path / PACK


def told(tool, folder):
    ran = tool("pack", "test", folder, "--mutate", "--lang", "en")
    lines = [line.rsplit("/", 1)[-1].split(" ")[:2] for line in ran.out.splitlines() if " P1" in line]
    return ran.code, [(place.rpartition(":")[0], code) for place, code in lines]


def test_a_change_that_no_case_notices_is_a_fault_at_its_row(tool, copied):
    (copied / "cases" / "tables" / "alarm-floor.yaml").unlink()

    assert told(tool, copied) == (1, [("alarm-floor.yaml:9", "P161")] * 2 + [("alarm-floor.yaml:15", "P161")] * 2)


def test_a_row_that_fires_but_that_nothing_expects_is_a_fault(tool, copied):
    case = copied / "cases" / "05-open-doors.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace(", NT-1]", "]"), encoding="utf-8")

    assert told(tool, copied) == (1, [("notes.yaml:6", "P160")])


def test_cases_that_fail_as_they_are_come_first(tool, copied):
    case = copied / "cases" / "01-office.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("outcome: normal", "outcome: stopped"), encoding="utf-8")

    assert told(tool, copied) == (1, [("01-office.yaml:3", "P137")])


def test_the_coverage_counts_cases_row_by_row(tool):
    ran = tool("pack", "test", PACK, "--coverage", "--lang", "en")
    rows = [line.split() for line in ran.out.splitlines()[1:-1]]

    assert ["grid", "GR-6", "2"] in rows
    assert all(int(count) > 0 for _, _, count in rows)
