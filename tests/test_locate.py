"""Where packs and templates are found: the user's own in front of the shipped ones."""

import os

import pytest
from desk import ROOT, write

from szai_assess import locate
from szai_assess.errors import OutputError

SHIPPED = os.path.join(ROOT, "questionnaires")


def test_a_checkout_reads_its_own_folders():
    assert not locate.is_wheel()
    assert locate.shipped("questionnaires") == SHIPPED
    assert locate.pack_folder() == os.path.join(SHIPPED, "szai-2022")
    assert os.path.isfile(locate.template("summary/zh.md.j2"))


def test_a_wheel_reads_what_is_inside_it(monkeypatch, tmp_path):
    write(str(tmp_path / "compiled" / "x.rules"), "")
    monkeypatch.setattr(locate, "DATA", str(tmp_path))

    assert locate.is_wheel()
    assert locate.shipped("compiled") == str(tmp_path / "compiled")


def test_the_shelf_of_the_user_comes_first_and_the_rest_is_still_there(monkeypatch, tmp_path):
    for name in ("mine", "szai-2022"):
        write(str(tmp_path / name / "pack.yaml"), "")
    write(str(tmp_path / "no-pack" / "readme"), "")
    monkeypatch.setenv("SZAI_PACKS", str(tmp_path))

    packs = {"mine": str(tmp_path / "mine"), "szai-2022": str(tmp_path / "szai-2022")}
    assert locate.packs() == {**packs, "lifts-example": os.path.join(SHIPPED, "lifts-example")}
    assert locate.shelves() == {"SZAI_PACKS": str(tmp_path), "shipped": SHIPPED}


def test_the_shelf_of_the_project_comes_after_the_users_and_before_the_shipped_one(monkeypatch, tmp_path):
    own, mine = tmp_path / ".szai" / "packs", tmp_path / "mine"
    for folder in (own / "both", own / "szai-2022", mine / "both"):
        write(str(folder / "pack.yaml"), "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SZAI_PACKS", str(mine))

    assert list(locate.shelves()) == ["SZAI_PACKS", ".szai/packs", "shipped"]
    assert locate.pack_folder("both") == str(mine / "both")
    assert os.path.realpath(locate.pack_folder("szai-2022")) == str(own / "szai-2022")
    assert locate.pack_folder("lifts-example") == os.path.join(SHIPPED, "lifts-example")


def test_the_shelf_of_a_pack_is_known_by_its_folder(monkeypatch, tmp_path):
    own, mine, elsewhere = tmp_path / ".szai" / "packs" / "a", tmp_path / "mine" / "b", tmp_path / "c"
    for folder in (own, mine, elsewhere):
        write(str(folder / "pack.yaml"), "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SZAI_PACKS", "mine")
    found = [locate.shelf_of(locate.pack_folder(name)) for name in ("a", "b", "szai-2022", str(elsewhere), "./c")]

    assert found == [".szai/packs", "SZAI_PACKS", "shipped", "--pack", "--pack"]


def test_no_shelf_is_looked_for_beside_an_answers_file(monkeypatch, tmp_path):
    write(str(tmp_path / "judged" / ".szai" / "packs" / "szai-2022" / "pack.yaml"), "")
    write(str(tmp_path / "judged" / "szai.yaml"), "pack: szai-2022\n")
    monkeypatch.chdir(tmp_path)

    assert list(locate.shelves()) == ["shipped"]


def test_without_a_shelf_of_ones_own_the_shipped_packs_are_there(monkeypatch):
    monkeypatch.setenv("SZAI_PACKS", "")

    assert list(locate.packs()) == ["lifts-example", "szai-2022"]


def test_a_shelf_that_is_not_there_is_a_fault_and_nothing_else_judges(monkeypatch):
    monkeypatch.setenv("SZAI_PACKS", "nowhere")
    with pytest.raises(OutputError) as found:
        locate.packs()

    assert [(fault.code, fault.place.file) for fault in found.value.faults] == [("O010", "SZAI_PACKS")]


def test_a_pack_is_found_by_the_path_of_its_folder(tmp_path):
    write(str(tmp_path / "mine" / "pack.yaml"), "")

    assert locate.pack_folder(str(tmp_path / "mine")) == str(tmp_path / "mine")


@pytest.mark.parametrize(("wanted", "near"), [("szai-2O22", "szai-2022"), ("../../etc", "-"), ("\x1b[2J", "-")])
def test_a_pack_that_is_not_there_is_a_fault_that_names_the_nearest(wanted, near):
    with pytest.raises(OutputError) as found:
        locate.pack_folder(wanted)
    fault = found.value.faults[0]

    assert (fault.code, fault.details["nearest"], fault.details["known"]) == ("O004", near, "lifts-example, szai-2022")


def test_the_schema_is_named_only_where_there_is_one(tmp_path):
    assert locate.schema(locate.pack_folder()) == os.path.join(SHIPPED, "szai-2022", "answers.schema.json")
    assert locate.schema(str(tmp_path)) == ""


@pytest.mark.parametrize(
    ("system", "names", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c/szai-assess"),
        ("linux", {"XDG_CACHE_HOME": ""}, "/home/me/.cache/szai-assess"),
        ("linux", {"XDG_CACHE_HOME": "here"}, ""),
        ("darwin", {}, "/home/me/Library/Caches/szai-assess"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/szai-assess"),
        ("win32", {"LOCALAPPDATA": ""}, "/home/me/AppData/Local/szai-assess"),
    ],
)
def test_the_cache_is_where_the_system_keeps_caches(monkeypatch, system, names, folder):
    monkeypatch.setattr(locate.sys, "platform", system)
    for name, value in {"HOME": "/home/me", **names}.items():
        monkeypatch.setenv(name, value)

    assert locate.cache_folder() == folder
