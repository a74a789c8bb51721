"""``assess --plain``: the interview line by line, through a pipe, to its papers."""

import os
import subprocess
import sys
import unicodedata

import pytest
from at_terminal import DAY, Course, Person, environment, read

from szai_assess.pack import UNKNOWN

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")


def line_for(page, reply):
    """What a person types in the line mode: a number, numbers, or the text."""
    if page.style in ("text", "date"):
        return reply
    first = 0 if UNKNOWN in page.options else 1
    wanted = [reply] if isinstance(reply, str) else reply
    return "、".join(str(page.options.index(option) + first) for option in wanted)


def lines_of(course):
    """All lines of a whole interview."""
    return [line_for(step.page, reply) for step, reply in course.steps()]


def piped(lines, folder, *arguments, **changes):
    """The tool with these lines as its input."""
    text = "".join(f"{line}\n" for line in lines)
    return subprocess.run(
        [sys.executable, "-m", "szai_assess", "assess", *arguments],
        cwd=folder,
        env={**environment(**changes), "PYTHONIOENCODING": "utf-8"},
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def controls(text):
    """The control signs in a text, line ends aside."""
    return {sign for sign in text if unicodedata.category(sign) == "Cc"} - {"\n"}


@pytest.mark.parametrize("number", ["05", "03", "14", "01", "19"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_lines_a_whole_interview_leads_to_papers_and_prints_nothing_but_lines(tmp_path, number, language):
    course = Course(Person(number))
    ran = piped(lines_of(course), tmp_path, "--plain", language=language)
    expect = course.person.expect

    assert (ran.returncode, ran.stderr) == (0, "")
    assert read(tmp_path / "szai.yaml")._replace(assessed_on=DAY) == course.saved._replace(assessed_on=DAY)
    assert course.words.label("pack", "outcomes", expect["outcome"], language=language) in ran.stdout
    assert controls(ran.stdout) == set()
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]
    assert "record.json" in os.listdir(tmp_path / "szai-papers")


def test_when_the_lines_end_everything_is_saved_and_the_rest_is_listed_by_person(tmp_path):
    course = Course(Person("03"))
    steps = list(course.steps())
    ran = piped([line_for(step.page, reply) for step, reply in steps[:30]], tmp_path, "--plain")

    assert ran.returncode == 130
    assert "按人列出" in ran.stdout
    assert "--only" in ran.stdout
    assert ran.stderr == "已保存到 szai.yaml；再次运行同一命令可接着答。\n"
    assert controls(ran.stdout + ran.stderr) == set()
    assert read(tmp_path / "szai.yaml") == steps[30][0].saved
    assert os.listdir(tmp_path) == ["szai.yaml"]


def test_lines_go_on_where_lines_ended(tmp_path):
    course = Course(Person("05"))
    steps = list(course.steps())
    piped([line_for(step.page, reply) for step, reply in steps[:45]], tmp_path, "--plain")
    onwards = Course(Person("05"), read(tmp_path / "szai.yaml"))

    assert piped(lines_of(onwards), tmp_path, "--plain").returncode == 0
    assert read(tmp_path / "szai.yaml")._replace(assessed_on=DAY) == course.saved


def test_a_terminal_that_can_only_print_is_asked_line_by_line(tmp_path):
    ran = piped(lines_of(Course(Person("01"))), tmp_path, TERM="dumb")

    assert ran.returncode == 0
    assert controls(ran.stdout) == set()
    assert "record.json" in os.listdir(tmp_path / "szai-papers")


@POSIX
def test_at_a_terminal_the_line_mode_moves_no_cursor(tmp_path):
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "szai_assess", "assess"],
        cwd=str(tmp_path),
        env=environment(TERM="dumb"),
        encoding="utf-8",
        dimensions=(24, 80),
    )
    child.expect("输入编号")
    before = child.before
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()

    assert "\x1b" not in before + child.before
    assert child.exitstatus == 130
