"""The command that proves a pack: what it says, where it writes, how it ends."""

import os

import shelf

from szai_assess import locate

FOLDER = locate.pack_folder()


def proofread(tool, *more):
    return tool("pack", "proofread", FOLDER, "--prove", *more, "--lang", "en")


def test_the_command_says_how_much_is_proved_and_writes_the_report(tool, tmp_path):
    file = tmp_path / "PROOF.md"
    ran = proofread(tool, "--output", str(file))

    assert ran.code == 0
    assert "statements proved" in ran.out
    with open(os.path.join(FOLDER, "PROOF.md"), encoding="utf-8", newline="") as stream:
        assert file.read_bytes().decode() == stream.read()
    assert proofread(tool, "--output", str(file)).code == 0


def test_the_report_goes_over_nothing_else(tool, tmp_path):
    file = tmp_path / "PROOF.md"
    file.write_text("# my own\n", encoding="utf-8")
    ran = proofread(tool, "--output", str(file))

    assert ran.code == 3
    assert "O006" in ran.err
    assert file.read_text(encoding="utf-8") == "# my own\n"


def test_a_report_is_of_one_pack(tool, tmp_path):
    assert tool("pack", "proofread", FOLDER, FOLDER, "--output", str(tmp_path / "p.md")).code == 2


def broken(tmp_path, *changes):
    """The shipped pack in a folder of its own, changed."""
    folder = tmp_path / "szai-2022"
    for name, data in shelf.changed(*changes).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return str(folder)


def test_a_pack_that_is_not_proved_ends_with_one(tool, tmp_path):
    row = (
        "tables/forced-tier.yaml",
        "when: {device_class: device_3}",
        "when: {device_class: device_3, tech_types: none}",
    )
    ran = tool("pack", "proofread", broken(tmp_path, row), "--prove", "--lang", "en")

    assert ran.code == 1
    assert "P142 No answers at all make the row FH-04 hold" in ran.out


def test_a_pack_that_goes_round_in_a_circle_is_told_as_such(tool, tmp_path):
    gate = ("questions/10-applicant.yaml", "  - id: tech_types\n", "  - id: tech_types\n    when: {tier: low}\n")
    ran = tool("pack", "proofread", broken(tmp_path, gate), "--prove", "--output", str(tmp_path / "p.md"))

    assert ran.code == 1
    assert "P016" in ran.out
    assert not (tmp_path / "p.md").exists()
