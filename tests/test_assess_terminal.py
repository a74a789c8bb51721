"""Whole interviews at a real terminal: every screen is looked at, the papers are written, the verdict is that of ``check``."""

import json
import os
import sys

import pytest
from at_terminal import CTRL_C, DAY, HOME, Course, Person, Terminal, answered, keys, led, read, squeezed

from szai_assess import files, interview
from szai_assess.interview import page as pages

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals"),
    pytest.mark.slow,
]
WHOLE = [
    ("05", 80, 40, "zh"),
    ("03", 80, 24, "zh"),
    ("03", 40, 40, "zh"),
    ("14", 40, 40, "zh"),
    ("01", 40, 24, "zh"),
    ("05", 80, 30, "en"),
    ("19", 80, 40, "zh"),
]
IDS = ["high", "medium", "medium, narrow", "prohibited, narrow", "low, small", "high, English", "much not known"]


def undated(answers):
    """Answers without the day on which the interview ended."""
    return answers._replace(assessed_on="")


def filled(value):
    """An answer, or all of them, without the fields that are left blank; the order of what is ticked is none."""
    if isinstance(value, dict):
        return {name: filled(each) for name, each in value.items() if each}
    return sorted(value) if isinstance(value, list) else value


def judged(tool, path, code=None):
    """What ``check`` says of a file."""
    ran = tool("check", path, "--format", "json")
    assert code is None or ran.code == code, ran.err
    return json.loads(ran.out)[0]


@pytest.mark.parametrize(("number", "columns", "rows", "language"), WHOLE, ids=IDS)
def test_a_whole_interview_leads_to_the_outcome_of_its_case_and_to_its_papers(
    tool, tmp_path, number, columns, rows, language
):
    person = Person(number)
    course = Course(person, language=language)
    terminal = Terminal(tmp_path, "assess", columns=columns, rows=rows, language=language)
    answered(terminal, course)
    code = terminal.end()
    record = json.loads(files.read(str(tmp_path / "szai-papers" / "record.json")))
    checked, told = judged(tool, "szai.yaml"), ("tier", "results", "documents", "reasons")

    assert code == 0, terminal.screen.display
    assert undated(read(tmp_path / "szai.yaml")) == undated(course.saved)
    assert read(tmp_path / "szai.yaml").assessed_on >= DAY[:4]
    assert (record["outcome"], checked["outcome"]) == (person.expect["outcome"],) * 2
    assert {name: record[name] for name in told} == {name: checked[name] for name in told}
    assert record["documents"] == person.expect["documents"]
    assert sorted(entry["document"] for entry in record["files"]) == sorted(person.expect["documents"])
    assert all(files.exists(str(tmp_path / "szai-papers" / entry["file"])) for entry in record["files"])
    words = course.words.label("pack", "outcomes", person.expect["outcome"], language=language)
    assert squeezed(words) in terminal.told()
    assert b"Traceback" not in terminal.raw
    assert terminal.looked > 60
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


def test_the_person_of_a_case_comes_to_the_answers_of_the_case():
    for number in ("01", "03", "05", "14"):
        course = Course(Person(number))
        last = [step.page.kind for step, _ in course.steps()]

        assert last.count(pages.END) == 1
        wanted = filled(course.person.answers.values)
        assert {name: value for name, value in filled(course.saved.values).items() if name in wanted} == wanted


def test_the_last_answer_can_be_undone_from_the_last_page_before_anything_is_dated(tmp_path):
    course = Course(Person("01"))
    steps = [step for step, _ in course.steps()]
    before = next(step for step in reversed(steps) if step.saved != steps[-1].saved)
    terminal = Terminal(tmp_path, "assess")
    last = answered(terminal, Course(Person("01")), stop_after=len(steps) - 1)
    terminal.child.send("u")
    terminal.wait_for(lambda text: squeezed(last.sheet.title) not in text)
    terminal.child.send(CTRL_C)

    assert last.page.kind == pages.END
    assert terminal.end() == 130
    assert read(tmp_path / "szai.yaml") == before.saved != last.saved


def test_killed_in_the_middle_the_file_is_whole_and_the_interview_goes_on_to_the_end(tool, tmp_path):
    path, begun = tmp_path / "szai.yaml", None
    for stop_after in (5, 20):
        terminal = Terminal(tmp_path, "assess")
        step = answered(terminal, Course(Person("01"), begun), stop_after)
        terminal.child.kill(9)

        assert terminal.end() == -9
        begun = read(path)
        assert begun == step.saved
    course = Course(Person("01"), begun)
    terminal = Terminal(tmp_path, "assess")
    answered(terminal, course)

    assert terminal.end() == 0, terminal.screen.display
    assert undated(read(path)) == undated(course.saved)
    assert judged(tool, "szai.yaml")["outcome"] == "low"
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on_and_whom_to_ask(tmp_path):
    terminal = Terminal(tmp_path, "assess", rows=60)
    course = Course(Person("01"))
    step = answered(terminal, course, stop_after=14)
    terminal.child.send(keys(step, course.person.reply(step.page))[:-1] + CTRL_C)

    assert terminal.end() == 130
    assert "再次运行同一命令可接着答" in terminal.text()
    assert "按人列出" in terminal.text()
    assert "--only" in terminal.text()
    assert read(tmp_path / "szai.yaml") == step.saved


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_ended_by_the_system_it_stops_as_by_ctrl_c_and_leaves_the_terminal_as_it_was(tmp_path, name):
    import signal

    terminal = Terminal(tmp_path, "assess", rows=60)
    step = answered(terminal, Course(Person("01")), stop_after=9)
    terminal.child.send(HOME)
    terminal.child.kill(getattr(signal, name))

    assert terminal.end() == 130
    assert "再次运行同一命令可接着答" in terminal.text()
    assert terminal.raw.count(b"\x1b[?1049h") == terminal.raw.count(b"\x1b[?1049l") == 1
    assert not terminal.screen.cursor.hidden
    assert b"Traceback" not in terminal.raw
    assert read(tmp_path / "szai.yaml") == step.saved
    assert os.listdir(tmp_path) == ["szai.yaml"]


def test_when_the_window_is_closed_everything_answered_is_saved_and_no_log_holds_a_traceback(tmp_path):
    shell = ["/bin/sh", "-c", f"exec {sys.executable} -m szai_assess assess 2>log"]
    terminal = Terminal(tmp_path, program=shell)
    step = answered(terminal, Course(Person("01")), stop_after=9)
    os.close(terminal.child.child_fd)
    _, status = os.waitpid(terminal.child.pid, 0)
    terminal.child.closed = True

    assert os.waitstatus_to_exitcode(status) in (3, 130)
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
    assert read(tmp_path / "szai.yaml") == step.saved
    assert sorted(os.listdir(tmp_path)) == ["log", "szai.yaml"]


def test_a_conversation_led_without_a_terminal_saves_what_one_at_a_terminal_saves():
    course, alone = Course(Person("03")), Course(Person("03"))
    list(course.steps())
    desk = interview.Desk(alone.pack, alone.words, alone.keep, lambda: DAY)

    assert led(interview.begin(desk, alone.saved, alone.plan), alone.person.reply) == course.saved
