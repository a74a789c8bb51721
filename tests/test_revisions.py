"""A file as it was at a revision of git: read with git itself, told by its name, and never by a shell."""

import os
import shutil
import subprocess
import sys

import pytest
from desk import case_text, changed, write
from test_cli_diff import refused

from szai_assess import revisions

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX names")
GIT = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def git(*arguments, folder="."):
    """Git itself, with nothing of the user's settings."""
    known = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": "x@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    subprocess.run(["git", *arguments], cwd=folder, env=known, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path):
    """Two answers files, the second with more persons."""
    write(str(tmp_path / "a.yaml"), case_text("03"))
    write(str(tmp_path / "b.yaml"), changed("03", ("scale_people: p4", "scale_people: p5")))
    return tmp_path


@pytest.fixture
def repository(desk):
    """The same two, one after the other, under one name."""
    git("init", "-q", folder=desk)
    os.makedirs(desk / "sub")
    write(str(desk / "szai.yaml"), case_text("03"))
    write(str(desk / "sub" / "szai.yaml"), case_text("03"))
    git("add", "szai.yaml", "sub", folder=desk)
    git("commit", "-qm", "one", folder=desk)
    write(str(desk / "szai.yaml"), (desk / "b.yaml").read_text(encoding="utf-8"))
    return desk


@GIT
def test_a_file_as_it_was(tool, repository):
    ran = tool("diff", "HEAD:szai.yaml", "szai.yaml", "--exit-code")

    assert ran.code == 1
    assert "HEAD:szai.yaml → szai.yaml\n" in ran.out
    assert tool("diff", "HEAD:szai.yaml", "a.yaml", "--exit-code").out.endswith("两份作答没有区别。\n")
    git("add", "szai.yaml")
    assert tool("diff", ":szai.yaml", "szai.yaml").out.endswith("两份作答没有区别。\n")


@GIT
def test_the_path_is_seen_from_the_current_folder(tool, repository, monkeypatch):
    monkeypatch.chdir(repository / "sub")

    for name in ("HEAD:szai.yaml", "HEAD:../szai.yaml", f"HEAD:{repository}/szai.yaml", "HEAD:./szai.yaml"):
        assert tool("diff", name, "../szai.yaml", "--exit-code").code == 1
        assert tool("diff", name, "../a.yaml", "--exit-code").code == 0


@GIT
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("HEAD~5:szai.yaml", "O022"),
        ("no-such-branch:szai.yaml", "O022"),
        ("-p:szai.yaml", "O022"),
        ("--help:szai.yaml", "O022"),
        ("HEAD;touch x:szai.yaml", "O022"),
        ("HEAD:gone.yaml", "O023"),
        ("HEAD:sub", "O023"),
        (":gone.yaml", "O023"),
        ("HEAD:../out.yaml", "O023"),
    ],
)
def test_what_is_not_in_git_is_told(tool, repository, name, code):
    ran = tool("diff", "--", name, "szai.yaml")

    assert refused(ran, code)
    assert f"{name} {code} " in ran.err
    assert not os.path.exists("x")


@GIT
def test_faults_within_a_revision_are_told_by_its_name(tool, repository):
    write(str(repository / "bad.yaml"), "pack: szai-2022\nanswers:\n  org_tpye: company\n")
    git("add", "bad.yaml")
    git("commit", "-qm", "bad")

    assert "HEAD:bad.yaml:3:3 A013 " in tool("diff", "HEAD:bad.yaml", "szai.yaml").err


@GIT
def test_a_file_too_large_is_refused_as_on_the_disk(tool, repository):
    write(str(repository / "big.yaml"), "pack: szai-2022\n" + "#" * 3_000_000)
    git("add", "big.yaml")
    git("commit", "-qm", "big")

    assert refused(tool("diff", "HEAD:big.yaml", "szai.yaml"), "Y010")


def test_outside_a_repository_it_is_told(tool, desk, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))

    assert refused(tool("diff", "HEAD:a.yaml", "a.yaml"), "O021" if shutil.which("git") else "O020")


def test_without_git_it_is_told(tool, desk, monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert refused(tool("diff", "HEAD:a.yaml", "a.yaml"), "O020")


@POSIX
def test_a_file_whose_name_has_a_colon_comes_first(tool, desk, monkeypatch):
    write(str(desk / "HEAD:a.yaml"), case_text("03"))
    monkeypatch.setenv("PATH", "")

    assert tool("diff", "HEAD:a.yaml", "a.yaml").code == 0
    assert revisions.parts("HEAD:a.yaml") == ("", "HEAD:a.yaml")
    assert revisions.parts("HEAD:gone.yaml") == ("HEAD", "gone.yaml")
    assert revisions.parts("HEAD:") == ("", "HEAD:")
