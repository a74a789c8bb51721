"""The second shipped pack, which has other tiers and axes and no results: every command works with it, in both languages."""

import json
import re
import subprocess
import sys

import pytest
import yaml
from desk import ROOT, as_answers, write
from jsonschema import Draft202012Validator
from terminal_session import environment

from szai_assess import casework, files, loading, locate
from szai_assess.authoring import schema
from szai_assess.cli import workbench

PACK = "lifts-example"
FOLDER = locate.pack_folder(PACK)
LAW = re.compile("条例|人工智能|Regulation|artificial intelligence|Shenzhen|深圳")
CASES = {name: data.decode() for name, data in files.below(FOLDER).items() if re.fullmatch(r"cases/[^/]+\.yaml", name)}
OUTCOMES = {name: yaml.safe_load(text)["expect"]["outcome"] for name, text in CASES.items()}
EXITS = {"prohibited_suspected": 1, "on_hold": 1}


@pytest.fixture(scope="module")
def bench():
    return workbench.opened(FOLDER)


@pytest.fixture(params=sorted(CASES))
def case(request, tmp_path):
    """A case as an answers file; gives its path and the outcome that it expects."""
    return write(str(tmp_path / "a.szai.yaml"), as_answers(CASES[request.param])), OUTCOMES[request.param]


def test_it_is_another_kind_of_pack(bench):
    shipped, _ = loading.open_both()
    goals = bench.pack.goals

    assert len(bench.pack.tiers) == 4
    assert not set(bench.pack.tiers) & set(shipped.tiers)
    assert (len(goals.axes), len(goals.red_lines), goals.results) == (2, 1, ())
    assert {table.hit for table in bench.pack.tables} == {"unique", "priority", "collect"}


def test_it_says_of_itself_that_it_is_made_up():
    about, sources = (yaml.safe_load(files.read(f"{FOLDER}/{name}.yaml")) for name in ("pack", "sources"))
    (source,) = sources["sources"]

    for words in (about["title"], source["title"]):
        assert "虚构" in words["zh"]
        assert "非法规" in words["zh"]
        assert "fictional" in words["en"]
        assert "not law" in words["en"]
    assert source["verified"] is False


def test_it_is_proofread_and_proved(bench):
    assert workbench.proofs(bench) == ()
    assert workbench.proved(bench).faults == ()


def test_every_case_comes_out_and_every_row_is_fired(bench):
    assert list(casework.faults(bench.runs)) == []
    assert {row.id for table in bench.pack.tables for row in table.rows} == casework.fired(bench.runs)


def test_the_cases_reach_all_outcomes_but_the_one_that_only_doubt_gives():
    assert set(OUTCOMES.values()) == {
        "normal",
        "watched",
        "restricted",
        "stopped",
        "prohibited_suspected",
        "out_of_scope",
    }


@pytest.mark.parametrize("folder", [FOLDER, f"{ROOT}/templates/pack"])
def test_its_files_hold_by_the_published_schemas(folder):
    checked = set()
    for name, data in files.below(folder).items():
        kind = name.partition("/")[0] if "/" in name else name.removesuffix(".yaml").replace(".", "-")
        if kind in schema.KINDS:
            errors = Draft202012Validator(schema.pack_schema(kind)).iter_errors(yaml.safe_load(data))
            assert [error.message for error in errors] == [], name
            checked.add(kind)

    assert checked == set(schema.KINDS) - {"readings"}  # a pack may do without


@pytest.mark.parametrize("language", ["zh", "en"])
def test_assess_writes_its_paper(tool, case, language):
    file, _ = case
    ran = tool("assess", "--no-input", file, "--out", "papers", "--lang", language)
    record = json.loads(files.read("papers/record.json"))
    (entry,) = record["files"]
    paper = files.read(f"papers/{entry['file']}").decode()

    assert (ran.code, ran.err) == (0, "")
    assert record["pack"]["id"] == PACK
    assert record["pack"]["from"] == "shipped"
    assert not LAW.search(paper)
    assert not LAW.search(ran.out)
    assert ("虚构" if language == "zh" else "fictional") in paper


def test_check_and_explain_and_render_judge_by_it(tool, case):
    file, outcome = case
    checked = tool("check", file, "--format", "json", "--today", "2026-11-21")

    assert checked.code == EXITS.get(outcome, 0)
    assert json.loads(checked.out)[0]["outcome"] == outcome
    assert json.loads(checked.out)[0]["results"] == {}
    assert tool("explain", file).code == 0
    assert tool("render", file, "--format", "md,html", "--out", "p").code == 0


@pytest.mark.parametrize(("cap", "code"), [("restricted", 0), ("watched", 1), ("high", 2)])
def test_its_own_tiers_are_the_caps(tool, tmp_path, cap, code):
    file = write(str(tmp_path / "a.szai.yaml"), as_answers(CASES["cases/02-school.yaml"]))

    assert tool("check", file, "--max-tier", cap, "--pack", PACK).code == code


def interviewed(folder, home, text):
    """The interview line by line, with these lines as what is typed."""
    return subprocess.run(
        [sys.executable, "-m", "szai_assess", "assess", "new.szai.yaml", "--pack", PACK, "--plain", "--lang", "zh"],
        cwd=folder,
        env=environment(home) | {"PYTHONPATH": ROOT},
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="what is typed comes through a pipe")
def test_the_interview_is_begun_gone_on_with_and_ended(tmp_path, home):
    begun = interviewed(tmp_path, home, "一号梯\n大堂\n1\n")
    kept = yaml.safe_load(files.read(str(tmp_path / "new.szai.yaml")))
    ended = interviewed(tmp_path, home, "1\n" * 6)
    record = json.loads(files.read(str(tmp_path / "new-papers" / "record.json")))

    assert begun.returncode == 130
    assert kept["pack"] == f"{PACK}@1.0.0"
    assert kept["answers"] == {"lift_card": {"name": "一号梯", "place": "大堂"}, "device": "passenger"}
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert record["outcome"] == "normal"
    assert not LAW.search(begun.stdout + ended.stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("pack", "list"),
        ("pack", "show", PACK),
        ("pack", "show", PACK, "--table", "grid"),
        ("pack", "proofread", PACK),
        ("pack", "proofread", PACK, "--prove"),
        ("pack", "test", PACK),
        ("pack", "test", PACK, "--coverage", "--mutate"),
        ("pack", "schema", PACK),
        ("law", "2", "--pack", PACK),
    ],
    ids=" ".join,
)
def test_the_commands_about_packs_know_it(tool, command, language):
    ran = tool(*command, "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.fixture(params=[".szai/packs", "SZAI_PACKS", "--pack"])
def in_front(request, tool, tmp_path, monkeypatch):
    """A copy of the pack in each place where packs are looked for before the shipped ones; gives the place and the options."""
    shelf = tmp_path / (request.param if request.param.startswith(".") else "mine")
    for name, data in files.below(FOLDER).items():
        write(str(shelf / PACK / name), data.decode())
    if request.param == "SZAI_PACKS":
        monkeypatch.setenv("SZAI_PACKS", str(shelf))
    write("./szai.yaml", as_answers(CASES["cases/01-office.yaml"]))
    return request.param, ["--pack", str(shelf / PACK)] if request.param == "--pack" else []


def test_a_pack_in_front_of_the_shipped_one_is_told_unless_it_was_named(tool, in_front):
    shelf, options = in_front
    checked = json.loads(tool("check", *options, "--format", "json", "--today", "2026-11-21").out)[0]
    written = tool("assess", "--no-input", "szai.yaml", *options, "--lang", "en")
    told = f"Pack {PACK}@1.0.0 of {shelf}, in place of the shipped pack of that name"
    record = json.loads(files.read("szai-papers/record.json"))

    assert [checked["pack"]["from"], record["pack"]["from"]] == [shelf, shelf]
    assert {checked["pack"]["digest"], record["pack"]["digest"]} == {loading.open_both(FOLDER)[0].digest}
    assert ("G024" in {found["code"] for found in checked["findings"]}) == (not options)
    assert (told in written.out) == (not options)


def test_a_broken_pack_in_front_judges_nothing_and_the_shipped_one_does_not_step_in(tool, in_front):
    _, options = in_front
    folder = locate.pack_folder(options[-1] if options else PACK)
    write(f"{folder}/pack.yaml", "id: [")

    assert tool("check", *options).code == 3
