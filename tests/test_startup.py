"""A command loads what it uses and no more."""

import json
import os
import subprocess
import sys

import pytest
from desk import ROOT, case_text, write

HEAVY = ("pydantic", "rich", "jinja2", "prompt_toolkit", "filelock", "markdown_it")
WATCH = """
import json, os, sys
leave = os._exit

def tell(code=0):
    sys.stderr.write("\\n" + json.dumps(sorted(sys.modules)))
    sys.stderr.flush()
    leave(code)

os._exit = tell
sys.argv = ["szai-assess", *sys.argv[1:]]
from szai_assess import __main__
__main__.main()
tell()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The modules that a command loads, by its arguments; the pack is in the cache."""
    folder = tmp_path_factory.mktemp("startup")
    write(str(folder / "szai.yaml"), case_text("03"))

    def modules(*arguments):
        command = [sys.executable, "-c", WATCH, *arguments]
        environment = {**os.environ, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"}
        ran = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=60
        )
        return set(json.loads(ran.stderr.splitlines()[-1]))

    modules("check", "szai.yaml")
    return modules


@pytest.mark.parametrize("arguments", ["check szai.yaml", "check szai.yaml --lang en", "check . --max-tier high"])
def test_a_check_of_a_good_file_loads_nothing_heavy(loaded, arguments):
    found = loaded(*arguments.split())

    assert {name for name in found if name.partition(".")[0] in HEAVY} == set()
    assert "szai_assess.authoring" not in found
    assert "szai_assess.cli.assess" not in found


def test_a_check_as_json_loads_nothing_heavy_either(loaded):
    assert {
        name for name in loaded("check", "szai.yaml", "--format", "json") if name.partition(".")[0] in HEAVY
    } == set()


def test_the_version_loads_neither_the_command_line_nor_the_engine(loaded):
    found = loaded("--version")

    assert {name for name in found if name.partition(".")[0] in ("typer", "click", "yaml", *HEAVY)} == set()
    assert {name for name in found if name.startswith("szai_assess")} == {
        "szai_assess",
        "szai_assess.__main__",
        "szai_assess._version",
        "szai_assess.exits",
    }


def test_papers_are_written_without_asking_anybody(loaded):
    assert {
        name
        for name in loaded("render", "szai.yaml")
        if name.partition(".")[0] in ("pydantic", "filelock", "prompt_toolkit")
    } == set()
