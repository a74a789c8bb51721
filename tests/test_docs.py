"""The documentation is true: its console blocks print what they show, its links lead somewhere, its commands exist."""

import ast
import json
import os
import re
import sys
import tomllib

import pytest
from jsonschema import Draft202012Validator
from terminal_session import FENCE, ROOT, pages, played, run, text_of

from szai_assess._version import VERSION
from szai_assess.cli import COMMANDS
from szai_assess.cli.judging import POLICY
from szai_assess.document import KINDS
from szai_assess.policy import WAIVABLE
from szai_assess.policy_reader import Sheet
from szai_assess.render.formats import FORMATS
from szai_assess.report import FILE_REPORTERS
from szai_assess.report.html import STYLE

READMES = ("README.md", "README.zh-CN.md")
PAPERS = ("docs/papers.md", "docs/papers.zh-CN.md")
GATE = ("docs/gate.md", "docs/gate.zh-CN.md")
TRANSLATED = (
    READMES,
    ("docs/answers-file.md", "docs/answers-file.zh-CN.md"),
    ("docs/interview.md", "docs/interview.zh-CN.md"),
    ("docs/packs.md", "docs/packs.zh-CN.md"),
    ("docs/pack-tutorial.md", "docs/pack-tutorial.zh-CN.md"),
    ("docs/adopting.md", "docs/adopting.zh-CN.md"),
    PAPERS,
    GATE,
    ("docs/approvals.md", "docs/approvals.zh-CN.md"),
    ("docs/changes.md", "docs/changes.zh-CN.md"),
    ("docs/pipelines.md", "docs/pipelines.zh-CN.md"),
    ("docs/explain.md", "docs/explain.zh-CN.md"),
)
PACK = "questionnaires/szai-2022"
PACK_COMMANDS = ("list", "show", "new", "proofread", "test", "schema", "try", "method")
DECISIONS = sorted(f"docs/adr/{name}" for name in os.listdir(f"{ROOT}/docs/adr"))
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """One home for all sessions, so that a pack is compiled once."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.skipif(sys.platform == "win32", reason="the pages are written for a POSIX shell")
@pytest.mark.parametrize("path", pages())
def test_every_console_block_prints_what_it_shows(path, tmp_path, home):
    """Where this fails after a change that was meant: ``python tests/terminal_session.py``."""
    page = text_of(path)

    assert page == played(page, tmp_path, home)


@pytest.mark.parametrize(
    "path",
    [
        *READMES,
        *GATE,
        *PAPERS,
        "docs/answers-file.md",
        "docs/approvals.md",
        "docs/changes.md",
        "docs/packs.md",
        "docs/report.md",
    ],
)
def test_the_pages_that_show_the_tool_run_it(path):
    assert "```console\n$ " in text_of(path)


@pytest.mark.parametrize("path", READMES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(path, command):
    assert re.search(rf"^\| `{command}\b", text_of(path), re.MULTILINE)


@pytest.mark.parametrize("command", [*((name,) for name in COMMANDS), *(("pack", name) for name in PACK_COMMANDS)])
def test_every_command_has_help_in_both_languages(command, home):
    chinese, english = (run([*command, "--help"], home, SZAI_LANG=language).stdout for language in ("zh", "en"))

    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert f"szai-assess {' '.join(command)}" in chinese
    assert f"szai-assess {' '.join(command)}" in english


@pytest.mark.parametrize("path", READMES)
def test_the_readme_tells_every_exit_code(path):
    codes = re.findall(r"^\| (\d+) \|", text_of(path), re.MULTILINE)

    assert codes == ["0", "1", "2", "3", "4", "130"]


@pytest.mark.parametrize("path", [*pages(), "CHANGELOG.md", *DECISIONS])
def test_every_link_leads_somewhere(path):
    text = re.sub("`[^`]*`", "", FENCE.sub("", text_of(path)))
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    within = [link for link in links if link and not link.startswith("https://")]
    missing = [link for link in within if not os.path.exists(f"{ROOT}/{os.path.dirname(path)}/{link}")]

    assert missing == []


@pytest.mark.parametrize(("english", "chinese"), TRANSLATED)
def test_the_two_languages_say_the_same_and_link_each_other(english, chinese):
    """As far as it can be counted: headings, fences, and rows of tables."""

    def shape(path):
        text = text_of(path)
        bare = FENCE.sub("", text)
        counts = [len(re.findall(mark, bare, re.MULTILINE)) for mark in ("^# ", "^## ", r"^\|", "^- ")]
        return counts, [fence["kind"] for fence in FENCE.finditer(text)]

    assert f"[中文]({os.path.basename(chinese)})" in "".join(text_of(english).splitlines()[:3])
    assert f"[English]({os.path.basename(english)})" in "".join(text_of(chinese).splitlines()[:3])
    assert shape(english) == shape(chinese)


@pytest.mark.parametrize("path", READMES)
def test_the_readmes_link_each_other_on_the_first_line(path):
    other = next(name for name in READMES if name != path)

    assert f"({other})" in text_of(path).splitlines()[0]


@pytest.mark.parametrize("path", READMES)
def test_the_readme_is_honest_about_the_measures(path):
    """The day on which the maintainers looked is the pack's own."""
    looked_at = re.search(
        r'^measures_issued: \{as_of: "([\d-]+)", found: "no"\}',
        text_of("questionnaires/szai-2022/pack.yaml"),
        re.MULTILINE,
    )

    assert looked_at
    assert looked_at[1] in text_of(path)


def first_columns(page):
    """What stands as code in the first column of each table of a page, table by table."""
    tables = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    rows = ([row.split("|")[1] for row in table.splitlines()] for table in tables)
    return [{name for cell in column for name in re.findall("`([^`]+)`", cell)} for column in rows]


@pytest.mark.parametrize("path", PAPERS)
def test_the_guide_to_the_papers_leaves_none_out_and_no_format_and_no_template(path):
    papers, formats, _, templates, *_ = first_columns(text_of(path))
    shipped = {name for name in os.listdir(f"{ROOT}/templates") if os.path.isfile(f"{ROOT}/templates/{name}")}
    shipped -= {
        STYLE,
        POLICY,
        "explanation.css",
    }  # of the register, the gate and the explanation: no paper is made with them

    assert papers == {"--only", *re.findall(r"^  - id: (\w+)$", text_of(f"{PACK}/documents.yaml"), re.MULTILINE)}
    assert formats == {"--format", *FORMATS}
    assert {name for name in templates if "/" not in name} == shipped
    assert all(os.path.isfile(f"{ROOT}/templates/{name}") for name in templates)
    assert re.findall(r"^\| [^|`]+ \| `(\w+)` \|", text_of(path), re.MULTILINE) == list(KINDS)


@pytest.mark.parametrize("path", READMES)
def test_the_readme_names_every_format_of_check_and_every_guide(path):
    page = text_of(path)
    row = re.search(r"^\| `check\b.*", page, re.MULTILINE)
    guides = {pair[READMES.index(path)] for pair in TRANSLATED} - {path}

    assert row
    assert set(FILE_REPORTERS) <= set(re.findall("`([a-z]+)`", row[0]))
    assert sorted(guide for guide in guides if f"]({guide})" not in page) == []


@pytest.mark.parametrize("path", GATE)
def test_the_guide_to_the_gate_names_every_setting_of_a_policy_and_what_can_be_waived(path):
    page, settings = text_of(path), set(Sheet("", []).settings) - {"policy"}

    assert sorted(name for name in settings if not re.search(rf"`{name}\b|^{name}:", page, re.MULTILINE)) == []
    assert {WAIVABLE[0], WAIVABLE[-1]} <= set(re.findall(r"\bG\d{3}\b", page))


@pytest.mark.parametrize("path", [*READMES, *PAPERS])
def test_every_extra_that_is_named_exists(path):
    with open(f"{ROOT}/pyproject.toml", "rb") as stream:
        known = set(tomllib.load(stream)["project"]["optional-dependencies"])
    commands = re.findall(r"pip install '\.\[([^\]]+)\]'", text_of(path))
    named = [extra for extras in commands for extra in extras.split(",")]

    assert named
    assert set(named) <= known


def test_the_record_of_every_format_holds_by_its_schema(tmp_path, home):
    out = tmp_path / "papers"
    ran = run(["render", "docs/examples/credit.szai.yaml", "--format", ",".join(FORMATS), "--out", str(out)], home)
    assert ran.returncode == 0, ran.stderr
    schema = json.loads(text_of("docs/report.schema.json"))
    holds = Draft202012Validator({"$ref": "#/$defs/record", "$defs": schema["$defs"]}).is_valid
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    first, *others = record["files"]

    assert {entry["file"].rpartition(".")[2] for entry in record["files"]} == set(FORMATS)
    assert holds(record)
    assert holds({**record, "files": [{**first, "before": first["digest"]}, *others]})
    assert not holds({**record, "files": [{**first, "before": ""}]})
    assert not holds({**record, "files": [{**first, "file": f"../{first['file']}"}]})
    assert not holds({**record, "more": 1})
    assert not holds({**record, "digest": ""})
    assert not holds({**record, "outcome": None})


def test_the_change_log_has_the_version_of_the_tool_and_of_the_pack():
    log, pack = text_of("CHANGELOG.md"), text_of("questionnaires/szai-2022/pack.yaml")
    version = re.search(r'^version: "(.+)"', pack, re.MULTILINE)

    assert f"\n## {VERSION}\n" in log
    assert version
    assert f"`szai-2022` {version[1]}" in log


def test_every_decision_is_listed_and_says_what_it_costs():
    listed = re.findall(r"\]\((\d{4}-[^)]+)\)", text_of("docs/adr/README.md"))
    decisions = [path for path in DECISIONS if not path.endswith("README.md")]

    assert [f"docs/adr/{name}" for name in listed] == decisions
    for path in decisions:
        assert re.findall(r"^\*\*(.+?)\.\*\*", text_of(path), re.MULTILINE) == ["Context", "Decision", "What it costs"]


def test_no_page_names_a_machine_or_a_registry():
    for path in [*pages(), "CHANGELOG.md", *DECISIONS]:
        assert not re.search(r"(?<![\w.])/(?:home|root|Users|work|tmp)/|pypi\.org|pythonhosted", text_of(path)), path


def imported(path):
    """The top-level names that a module imports."""
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_no_module_knows_a_way_to_the_network():
    """The README promises it."""
    for folder, _, names in os.walk(f"{ROOT}/szai_assess"):
        for name in names:
            if name.endswith(".py"):
                path = os.path.relpath(f"{folder}/{name}", ROOT)
                assert not NETWORK & set(imported(path)), path
