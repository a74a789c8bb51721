"""The answers file of an interview at a terminal: held by one window, told when it cannot be written, never written over."""

import ctypes
import os
import shutil
import subprocess
import sys

import pytest
from at_terminal import DOWN, ENTER, Course, Person, Terminal, answered, environment, keys, read, squeezed
from desk import ROOT, case_text, start, write
from test_assess_terminal import judged, undated

from szai_assess import files
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import page as pages

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals"),
    pytest.mark.slow,
]
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


def trouble(code, **details):
    """What keeps ``szai.yaml`` from being written."""
    return OutputError(Fault(code, Place("szai.yaml"), {"file": "szai.yaml", **details}))


def to_trouble(terminal, course, makes, after=6):
    """Answer until the trouble is made, and then see how it is told; gives the page of the trouble."""
    steps = course.steps()
    for number, (step, reply) in enumerate(steps):
        terminal.see(step)
        if step.page.kind == pages.TROUBLE:
            return step, steps
        if number == after:
            course.trouble = makes()
        terminal.give(step, reply)
    pytest.fail("there was no trouble")


def test_a_second_window_is_refused_until_the_first_ends_and_reading_is_not_hindered(tool, tmp_path):
    os.symlink("szai.yaml", tmp_path / "link.yaml")
    first = Terminal(tmp_path, "assess")
    step = answered(first, Course(Person("03")), stop_after=9)
    before = files.read(str(tmp_path / "szai.yaml"))
    for name in ("szai.yaml", "link.yaml"):
        second = start(["assess", name, "--plain"], tmp_path)

        assert second.returncode == 3
        assert "O013" in second.stderr
        assert second.stdout == ""
    window = Terminal(tmp_path, "assess", "link.yaml")
    assert window.end() == 3
    assert "O013" in window.text()

    assert judged(tool, "szai.yaml")["outcome"] == judged(tool, "link.yaml")["outcome"]
    assert tool("render", "szai.yaml").code == 0
    assert tool("assess", "--no-input").code == 0
    assert files.read(str(tmp_path / "szai.yaml")) == before
    first.see(step)
    first.child.kill(9)
    assert first.end() == -9
    third = start(["assess", "link.yaml", "--plain"], tmp_path)
    assert (third.returncode, "O013" in third.stderr) == (130, False)
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "szai-papers", "szai.yaml"]


def bound_by_permissions():
    """Give up, in a process about to begin, what frees the superuser from permissions."""
    if os.getuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@pytest.mark.skipif(
    sys.platform != "win32" and os.getuid() == 0 and not sys.platform.startswith("linux"), reason="superuser"
)
@pytest.mark.parametrize("kept", ["folder", "file", "file begun"])
def test_what_cannot_be_written_is_told_before_the_first_question(tmp_path, kept):
    if kept != "folder":
        path = write(str(tmp_path / "szai.yaml"), case_text("03") if kept == "file" else "pack: szai-2022\n")
        os.chmod(path, 0o444)
    else:
        os.chmod(tmp_path, 0o555)
    before = os.listdir(tmp_path)
    line = [sys.executable, "-m", "szai_assess", "assess", "--plain"]
    settings = {"cwd": tmp_path, "env": environment(), "stdin": subprocess.DEVNULL, "encoding": "utf-8"}
    ran = subprocess.run(line, capture_output=True, preexec_fn=bound_by_permissions, **settings)
    os.chmod(tmp_path, 0o755)

    assert ran.returncode == 3
    assert " O003 " in ran.stderr
    assert ran.stdout == ""
    assert os.listdir(tmp_path) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of another process")
def test_with_a_full_disk_the_answer_waits_until_it_can_be_saved(tmp_path):
    import resource

    course, terminal = Course(Person("03")), Terminal(tmp_path, "assess")
    hard = resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE)[1]

    def fill():
        resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (0, hard))
        return trouble("O003", reason="File too large")

    step, steps = to_trouble(terminal, course, fill)
    assert "File too large" in "".join(terminal.screen.display)
    assert read(tmp_path / "szai.yaml") == step.saved
    terminal.give(step, pages.RETRY)
    again, reply = next(steps)
    assert again.page.kind == pages.TROUBLE
    terminal.see(again)
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (hard, hard))
    course.trouble = None
    terminal.give(again, reply)
    for rest, given in steps:
        terminal.see(rest)
        terminal.give(rest, given)

    assert terminal.end() == 0
    assert undated(read(tmp_path / "szai.yaml")) == undated(course.saved)
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


@pytest.mark.parametrize("there", [True, False], ids=["edited", "appeared"])
def test_a_file_changed_by_others_is_left_alone_and_the_interview_goes_on_from_it(tool, tmp_path, there):
    path = str(tmp_path / "szai.yaml")
    others = "pack: szai-2022\nanswers:\n  # theirs\n  org_type: company\n"

    def change():
        if there:
            files.write(path, files.read(path) + b"# theirs\n")
        else:
            files.write(path, others.encode())
        return trouble("O011")

    course, terminal = Course(Person("03")), Terminal(tmp_path, "assess")
    step, _ = to_trouble(terminal, course, change, after=12 if there else 1)
    theirs = files.read(path)
    assert "O011" in terminal.text()
    assert squeezed("再次运行同一命令，从改动后的文件接着答") in terminal.text()
    terminal.child.send(DOWN + ENTER)

    assert terminal.end() == 3
    assert "O011" in terminal.told()
    assert files.read(path) == theirs
    assert undated(read(path)).values == (step.saved.values if there else {"org_type": "company"})
    onwards, again = Course(Person("03"), read(path)), Terminal(tmp_path, "assess")
    answered(again, onwards)
    assert again.end() == 0
    assert b"# theirs\n" in files.read(path)
    assert undated(read(path)) == undated(onwards.saved)


def test_a_file_of_an_older_pack_goes_on_keeps_the_version_it_names_and_can_be_judged(tool, tmp_path, monkeypatch):
    newer, path = tmp_path / "packs" / "szai-2022", str(tmp_path / "szai.yaml")
    shutil.copytree(os.path.join(ROOT, "questionnaires", "szai-2022"), newer)
    about = (newer / "pack.yaml").read_text(encoding="utf-8")
    (newer / "pack.yaml").write_text(about.replace('version: "1.0.0"', 'version: "1.1.0"', 1), encoding="utf-8")
    begun = Course(Person("03"))
    half = next(step.saved for number, (step, _) in enumerate(begun.steps()) if number == 40)
    write(path, start_of(half))
    monkeypatch.setenv("SZAI_PACKS", str(tmp_path / "packs"))
    course, terminal = Course(Person("03"), read(path)), Terminal(tmp_path, "assess")
    answered(terminal, course)

    assert terminal.end() == 0
    assert undated(read(path)) == undated(course.saved)
    assert read(path).pack == "szai-2022@1.0.0"
    assert "G015" in [finding["code"] for finding in judged(tool, "szai.yaml")["findings"]]
    monkeypatch.delenv("SZAI_PACKS")
    assert judged(tool, "szai.yaml")["outcome"] == "medium"


def start_of(answers):
    """Answers begun, as their file."""
    from szai_assess import answers_writer

    course = Course(Person("03"))
    return answers_writer.write(answers, course.pack, course.words, "zh")


def test_keys_typed_to_a_page_are_those_of_its_choices():
    steps = list(Course(Person("03")).steps())
    first, reply = next((step, reply) for step, reply in steps if step.page.kind == pages.NOTICE)

    assert keys(first, reply) == DOWN + ENTER
