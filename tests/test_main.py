"""The door: which language is spoken, and which exit code a command comes to, whatever happens on the way."""

import os
import subprocess
import sys

import pytest
from desk import ROOT, UNDECIDED, case_text, start, write

from szai_assess import __main__ as door
from szai_assess import exits
from szai_assess._version import VERSION
from szai_assess.cli import judging
from szai_assess.errors import Fault, OutputError, Place, UsageError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes and signals")


@pytest.mark.parametrize(
    ("named", "environment", "language"),
    [
        ("en", {"SZAI_LANG": "zh"}, "en"),
        ("", {"SZAI_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ("", {"SZAI_LANG": "fr", "LANG": "en_US.UTF-8"}, "en"),
        ("", {"LC_ALL": "zh_CN.GBK", "LANG": "en_US.UTF-8"}, "zh"),
        ("", {"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        ("", {"LANG": "EN"}, "en"),
        ("", {"LANG": "C.UTF-8"}, "zh"),
        ("", {"LANG": "de_DE.UTF-8"}, "zh"),
        ("", {}, "zh"),
    ],
)
def test_the_language_is_what_is_named_then_the_variable_then_the_locale_then_chinese(named, environment, language):
    assert door.language_of(named, environment) == language


@pytest.mark.parametrize(
    ("arguments", "named", "rest"),
    [
        ("check a --lang en", "en", "check a"),
        ("--lang en check a", "en", "check a"),
        ("check --lang=en a", "en", "check a"),
        ("check --lang fr a", "", "check --lang fr a"),
        ("check --lang", "", "check --lang"),
        ("check --language en", "", "check --language en"),
        ("check lang en", "", "check lang en"),
    ],
)
def test_the_language_may_be_named_anywhere(arguments, named, rest):
    assert door.without_language(arguments.split()) == (named, rest.split())


def test_the_version_is_told(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["szai-assess", "--version"])
    monkeypatch.setattr(door.os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as left:
        door.main()

    assert left.value.code == exits.DONE
    assert capsys.readouterr().out == f"szai-assess {VERSION}\n"


def test_main_leaves_with_the_exit_code_of_the_command(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["szai-assess", "check", "missing.yaml"])
    monkeypatch.setattr(door.os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as left:
        door.main()

    assert left.value.code == exits.UNDECIDED


@pytest.mark.parametrize("command", ["assess", "check", "render", "law", "pack"])
@pytest.mark.parametrize(("language", "mark"), [("zh", "语言"), ("en", "Language")])
def test_every_command_has_help_in_both_languages(tool, command, language, mark):
    arguments = [command, "list"] if command == "pack" else [command]
    ran = tool(*arguments, "--help", "--lang", language)

    assert ran.code == 0
    assert mark in ran.out
    assert "--lang" in ran.out


def test_the_commands_are_listed(tool):
    ran = tool("--help")

    assert ran.code == 0
    assert all(f"\n  {command} " in ran.out for command in ("assess", "check", "render", "law", "pack"))


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "chekc",
        "check --bogus",
        "law",
        "check --format",
        "render",
        "check --format xml",
        "check --lang fr",
        "law 66 67",
        "check --today never",
    ],
)
def test_wrong_use_is_exit_2_and_is_not_called_a_missing_verdict(tool, arguments):
    ran = tool(*arguments.split())

    assert ran.code == 2
    assert ran.err
    assert UNDECIDED not in ran.err
    assert "Traceback" not in ran.err


def test_wrong_use_says_what_to_do_in_the_language_wanted(tool):
    assert (
        "  → Choose one of: text, json, sarif, junit, github." in tool("check", "--format", "xml", "--lang", "en").err
    )
    assert "  → 可选：text, json, sarif, junit, github。" in tool("check", "--format", "xml", "--lang", "zh").err


@pytest.mark.parametrize(
    ("raised", "code", "last"),
    [
        (OutputError(Fault("O001", Place("x"), {"file": "x"})), 3, UNDECIDED),
        (
            UsageError(Fault("U002", Place("x"))),
            2,
            "  → 改用 szai-assess assess --no-input FILE，从文件评估；要从管道逐行回答，加 --plain。\n",
        ),
        (RuntimeError("boom"), 4, "这是本工具的缺陷：请附上面的内容提交问题报告（勿附作答文件）。\n"),
        (BrokenPipeError(), 3, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_is_raised_becomes_an_exit_code_and_never_1(tool, monkeypatch, raised, code, last):
    def fail(*_):
        raise raised

    monkeypatch.setattr(judging, "judge", fail)
    ran = tool("assess", "--no-input", "szai.yaml")

    assert ran.code == code
    assert ran.err.endswith(last)
    assert ("Traceback" in ran.err) == (code == 4)


def test_a_bug_shows_its_traceback(tool, monkeypatch):
    monkeypatch.setattr(judging, "judge", lambda *_: 1 // 0)
    ran = tool("check", "szai.yaml", "--lang", "en")

    assert ran.code == 4
    assert "ZeroDivisionError" in ran.err
    assert "defect of the tool" in ran.err
    assert UNDECIDED not in ran.err


@POSIX
@pytest.mark.parametrize("arguments", ["check szai.yaml", "check szai.yaml --format json", "law 66"])
def test_a_reader_that_goes_away_is_never_the_gates_no(tmp_path, arguments):
    write(str(tmp_path / "szai.yaml"), case_text("05"))
    read, written = os.pipe()
    os.close(read)
    environment = {**os.environ, "PYTHONPATH": ROOT}
    try:
        command = [sys.executable, "-m", "szai_assess", *arguments.split()]
        ran = subprocess.run(command, cwd=tmp_path, env=environment, stdout=written, stderr=subprocess.PIPE, timeout=60)
    finally:
        os.close(written)

    assert (ran.returncode, ran.stderr) == (3, b"")


NOWHERE = [
    *(("szai.yaml", redirected) for redirected in ("2>&-", ">&-", "2>/dev/full", ">/dev/full")),
    *(("missing.yaml", redirected) for redirected in (">&-", ">/dev/full")),
]
LOST = [
    *(("szai.yaml", redirected) for redirected in (">&- 2>&-", ">/dev/full 2>&1")),
    *(("missing.yaml", redirected) for redirected in ("2>&-", ">&- 2>&-", "2>/dev/full", ">/dev/full 2>&1")),
]


@POSIX
@pytest.mark.parametrize(("file", "redirected"), [*NOWHERE, *LOST])
def test_without_a_place_to_write_to_the_exit_code_is_still_not_1(tmp_path, file, redirected):
    if "/dev/full" in redirected and not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    line = f'"{sys.executable}" -m szai_assess check {file} {redirected}'
    ran = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True, timeout=60
    )

    assert ran.returncode != 1


@POSIX
@pytest.mark.parametrize("redirected", [">&-", ">/dev/full"])
@pytest.mark.parametrize(
    "arguments",
    ["law 66", "pack list", "pack show", "pack show --table scope", "assess --no-input", "check", "check --help"],
)
def test_what_cannot_be_told_is_exit_3_and_says_so(tmp_path, arguments, redirected):
    if "/dev/full" in redirected and not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    line = f'"{sys.executable}" -m szai_assess {arguments} {redirected}'
    ran = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT}, capture_output=True, timeout=60
    )

    assert ran.returncode == 3
    assert ran.stderr.startswith(b"stdout O003 ")
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("command", "name"), [("law", "ARTICLE"), ("check", "FILE|DIR"), ("render", "FILE"), ("assess --no-input", "FILE")]
)
def test_an_empty_name_is_a_missing_one(tool, command, name):
    ran = tool(*command.split(), "", "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert f" U012 {name} is missing" in ran.err


def test_an_interrupt_is_130_and_no_traceback(monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("szai_assess.cli.judging.judge", interrupted)

    assert door.run(["check", "any.yaml"]) == exits.INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONIOENCODING": "cp936"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
@pytest.mark.parametrize(
    "arguments", ["check szai.yaml", "law 66", "assess --no-input szai.yaml", "pack list", "check missing-é😀.yaml"]
)
def test_no_encoding_of_the_console_breaks_the_output(tmp_path, settings, arguments):
    write(
        str(tmp_path / "szai.yaml"),
        case_text("03").replace("product_name: ", 'product_name: "é😀\\e[2J\\u202e"  # ', 1),
    )
    ran = start(arguments.split(), tmp_path, encoding=None, **settings)
    code = 3 if "missing" in arguments else 0

    assert (ran.returncode, ran.stderr.count(b"Traceback")) == (code, 0)
    assert ran.stdout
    assert b"\x1b" not in ran.stdout


def test_on_a_console_of_code_page_936_chinese_is_chinese(tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    ran = start(["check", "szai.yaml"], tmp_path, encoding=None, PYTHONIOENCODING="cp936")

    assert "自评结果：中风险" in ran.stdout.decode("cp936")
