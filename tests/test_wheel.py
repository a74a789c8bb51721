"""The wheel: built, installed and run far from the checkout, it has the checkout's data and comes to its verdicts."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile

import pytest
from desk import ROOT, case_names, case_reading, case_text, write

from szai_assess import loading, locate
from szai_assess.pack import plain_from

pytestmark = pytest.mark.slow
PARTS = ("questionnaires", "templates")


def python(*arguments, folder, **changes):
    """This interpreter, in a folder; its output."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "SZAI_"))}
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**known, **changes},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert ran.returncode in (0, 1, 3), ran.stderr
    return ran


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, built without a network from a copy of the checkout."""
    pytest.importorskip("build")
    source, built = tmp_path_factory.mktemp("source") / "szai", tmp_path_factory.mktemp("built")
    left_out = shutil.ignore_patterns(".*", "__pycache__", "tests", "demo", "build", "dist")
    shutil.copytree(ROOT, source, ignore=left_out)
    ran = python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(source), folder=str(built))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return str(built / os.listdir(built)[0])


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """Run the installed tool in an empty folder; what it needs comes from this environment, the tool itself does not."""
    site, folder = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("empty")
    ran = python(
        "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), wheel, folder=str(folder)
    )
    assert ran.returncode == 0, ran.stderr

    def run(*arguments, **changes):
        needed = sysconfig.get_paths()["purelib"]
        code = f"import sys; sys.path[:0] = [{str(site)!r}, {needed!r}]; from szai_assess.__main__ import main; main()"
        return python("-I", "-S", "-X", "utf8", "-c", code, *arguments, folder=str(folder), **changes)

    run.folder, run.site = folder, site
    return run


def data_of(folder):
    """The files of a folder of the checkout, by path from its parent."""
    found = {}
    for here, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            path = os.path.join(here, name)
            with open(path, "rb") as stream:
                found[os.path.relpath(path, ROOT).replace(os.sep, "/")] = stream.read()
    return found


@pytest.mark.parametrize("part", PARTS)
def test_the_data_are_those_of_the_checkout_byte_for_byte(wheel, part):
    prefix = "szai_assess/_data/"
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name.removeprefix(prefix): archive.read(name)
            for name in archive.namelist()
            if name.startswith(f"{prefix}{part}/")
        }

    assert inside == data_of(part)


def test_nothing_but_the_package_and_its_data_is_inside(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"szai_assess"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_compiled_pack_is_what_a_fresh_compile_gives(installed):
    compiled = installed.site / "szai_assess" / "_data" / "compiled"
    for name in locate.packs():
        pack, words = loading.compile_pack(locate.pack_folder(name))
        for kind, value in (("rules", plain_from(pack)), ("words", words)):
            assert loading.unpacked((compiled / f"{name}.{kind}").read_bytes(), name) == value


def test_it_checks_every_case_from_an_empty_folder_and_needs_no_cache(installed, tmp_path):
    for name in case_names():
        write(str(tmp_path / "cases" / f"{name.removesuffix('.yaml')}.szai.yaml"), case_text(name))
    ran = installed(
        "check", str(tmp_path / "cases"), "--format", "json", XDG_CACHE_HOME=str(tmp_path / "cache"), HOME=str(tmp_path)
    )
    outcomes = [entry["outcome"] for entry in json.loads(ran.stdout)]

    assert ran.returncode == 1, ran.stderr
    assert outcomes == [case_reading(name).extra["expect"]["outcome"] for name in case_names()]
    assert not (tmp_path / "cache").exists()
    assert os.listdir(installed.folder) == []


def test_it_runs_as_installed_and_loads_no_compiler(installed, tmp_path):
    file = write(str(tmp_path / "szai.yaml"), case_text("03"))
    version, papers = installed("--version"), installed("assess", "--no-input", file)

    assert version.stdout.startswith("szai-assess ")
    assert papers.returncode == 0, papers.stderr
    assert "record.json" in os.listdir(tmp_path / "szai-papers")
    assert str(installed.site) in installed("pack", "list", COLUMNS="400").stdout


def test_it_proofreads_the_pack_that_it_ships(installed):
    ran = installed("pack", "test")

    assert ran.returncode == 0, ran.stdout + ran.stderr
