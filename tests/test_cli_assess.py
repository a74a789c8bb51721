"""``assess``: without a terminal it says so, from a file it writes papers, and at a terminal it asks to the end."""

import json
import os
import sys
import time
from contextlib import suppress
from datetime import date

import pytest
from desk import ROOT, case_reading, case_text, opened, start, write

from szai_assess import answers_reader, answers_writer, files, interview
from szai_assess.answers import Answers
from szai_assess.cli import assess as command
from szai_assess.interview import ANSWER, EVIDENCE, NOTE
from szai_assess.pack import UNKNOWN

DOWN, ENTER, SPACE, CTRL_C = "\x1b[B", "\r", " ", "\x03"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "new.yaml"], ["assess", "szai.yaml"]])
def test_without_a_terminal_it_refuses_names_no_input_and_writes_nothing(tool, tmp_path, arguments):
    if "szai.yaml" in arguments:
        write(str(tmp_path / "szai.yaml"), case_text("03"))
    before = sorted(os.listdir(tmp_path))
    ran = tool(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "--no-input" in ran.err
    assert "U002" in ran.err
    assert sorted(os.listdir(tmp_path)) == before
    assert "--no-input" in tool(*arguments, "--lang", "en").err


def test_piped_lines_are_no_answers(tmp_path):
    ran = start(["assess"], tmp_path)

    assert ran.returncode == 2
    assert os.listdir(tmp_path) == []


def test_from_a_file_it_shows_the_verdict_and_writes_papers_and_leaves_the_file(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    ran = tool("assess", "--no-input")

    assert (ran.code, ran.err) == (0, "")
    assert "结论      中风险" in ran.out
    assert "首页商品推荐-summary.zh.md" in os.listdir(tmp_path / "szai-papers")
    assert (tmp_path / "szai.yaml").read_text(encoding="utf-8") == case_text("03")


def test_in_english_the_verdict_is_english_and_the_papers_say_that_they_are_not(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("05"))
    ran = tool("assess", "--no-input", "szai.yaml", "--lang", "en", "--out", "out")

    assert ran.code == 0
    assert "High risk" in ran.out
    assert "Papers are in out/" in ran.out
    assert ran.out.endswith("The papers are in Chinese; there is no English version yet.\n")


@pytest.mark.parametrize(
    ("text", "code"), [(None, "O001"), ("pack: [", "Y001"), ("pack: szai-2022\nanswers: {a: b}\n", "A013")]
)
def test_from_a_file_that_cannot_be_judged_there_is_no_verdict_and_nothing_is_written(tool, tmp_path, text, code):
    if text is not None:
        write(str(tmp_path / "szai.yaml"), text)
    ran = tool("assess", "--no-input", "szai.yaml")

    assert ran.code == 3
    assert f" {code} " in ran.err
    assert os.listdir(tmp_path) == ([] if text is None else ["szai.yaml"])


def test_at_a_terminal_a_file_with_a_fault_is_not_asked_about_and_not_overwritten(tool, tmp_path, monkeypatch):
    write(str(tmp_path / "szai.yaml"), "pack: szai-2022\nanswers: {org_tpye: company}\n")
    monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
    ran = tool("assess")

    assert (ran.code, "A013" in ran.err) == (3, True)
    assert files.read("szai.yaml") == b"pack: szai-2022\nanswers: {org_tpye: company}\n"


@pytest.mark.parametrize(
    ("after", "said"), [(0, "已中断。\n"), (2, "已保存到 szai.yaml；再次运行同一命令可接着答。\n")]
)
def test_stopping_is_130_and_what_was_answered_is_saved(tool, tmp_path, monkeypatch, after, said):
    replies = iter([""] * after)

    def ask(_):
        try:
            return next(replies)
        except StopIteration:
            raise interview.Stopped from None

    monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
    monkeypatch.setattr("szai_assess.terminal.Asker", lambda *_: ask)
    ran = tool("assess")

    assert (ran.code, ran.err) == (130, said)
    assert os.listdir(tmp_path) == ["szai.yaml"][:after]


def test_a_finished_interview_asks_nothing_keeps_its_date_and_writes_its_papers(tool, tmp_path, monkeypatch):
    monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
    replies = Replies("03")
    monkeypatch.setattr("szai_assess.terminal.Asker", lambda *_: replies.to)
    assert tool("assess").code == 0
    before = files.read("szai.yaml")
    monkeypatch.setattr(command, "today", lambda: "2030-01-01")
    again = tool("assess")

    assert again.code == 0
    assert files.read("szai.yaml") == before
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


def test_the_day_is_the_day_on_which_the_interview_ends(tool, monkeypatch):
    days = iter(("2026-11-21", "2026-11-22"))
    replies = Replies("03")
    monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
    monkeypatch.setattr("szai_assess.terminal.Asker", lambda *_: replies.to)
    monkeypatch.setattr(command, "today", lambda: next(days))
    next(days)  # midnight has struck since the first question
    tool("assess")

    assert b'\nassessed_on: "2026-11-22"\n' in files.read("szai.yaml")


def test_a_file_edited_meanwhile_is_left_alone(tool, monkeypatch):
    replies, asked = Replies("03"), []

    def to(prompt):
        asked.append(prompt)
        if len(asked) == 20:
            files.write("szai.yaml", files.read("szai.yaml") + b"# mine\n")
        return replies.to(prompt)

    monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
    monkeypatch.setattr("szai_assess.terminal.Asker", lambda *_: to)
    ran = tool("assess")

    assert ran.code == 3
    assert "O011" in ran.err
    assert files.read("szai.yaml").endswith(b"# mine\n")


class Replies:
    """What the person of a shipped case answers to each prompt."""

    def __init__(self, number):
        reading = case_reading(number)
        self.answers, self.expect = reading.answers, reading.extra["expect"]

    def to(self, prompt):
        """The reply to a prompt; what the case leaves blank stays blank, what it does not know is not known."""
        if prompt.kind in (NOTE, EVIDENCE):
            return {NOTE: self.answers.notes, EVIDENCE: self.answers.evidence}[prompt.kind].get(prompt.name, "")
        value = self.answers.values.get(prompt.question.id)
        if prompt.part:
            value = value if value == UNKNOWN else (value or {}).get(prompt.part)
        if value is None:
            return "" if prompt.style in ("text", "date") else UNKNOWN
        return [option for option in (UNKNOWN, *prompt.options) if option in value] if prompt.style == "many" else value


class Terminal:
    """The tool at a terminal of a person who reads before typing."""

    def __init__(self, folder, *arguments, columns=80, rows=40):
        pexpect, pyte = pytest.importorskip("pexpect"), pytest.importorskip("pyte")
        known = {
            name: value
            for name, value in os.environ.items()
            if name not in ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS")
        }
        environment = {**known, "PYTHONPATH": ROOT, "LC_ALL": "C.UTF-8", "SZAI_LANG": "zh", "TERM": "xterm"}
        self.timeouts = (pexpect.TIMEOUT, pexpect.EOF)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "szai_assess", *arguments],
            cwd=str(folder),
            env=environment,
            dimensions=(rows, columns),
            timeout=20,
        )
        self.child.delaybeforesend = None
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self.screen.write_process_input = self.child.send
        self.stream = pyte.ByteStream(self.screen)
        self.pack, self.words = opened().get()

    def take(self, wait=0.02):
        """Take in what is on its way to the screen; whether the tool still runs."""
        try:
            self.stream.feed(self.child.read_nonblocking(65536, wait))
        except self.timeouts as ended:
            return not isinstance(ended, self.timeouts[1])
        return True

    def text(self):
        """What is on the screen or just left it, without spaces and line ends."""
        return "".join("".join([*self.above(30), *self.screen.display]).split())

    def above(self, count):
        """The last lines that left the screen at its top."""
        lines = list(self.screen.history.top)[-count:]
        return ["".join(line[column].data for column in range(self.screen.columns)) for line in lines]

    def wait_for(self, shown, seconds=20):
        """Wait until the screen shows something; fails with the screen where it never does."""
        until = time.monotonic() + seconds
        while not shown(self.text()):
            running = self.take()
            if shown(self.text()):
                return
            assert running, "it ended with\n" + "\n".join(self.screen.display)
            assert time.monotonic() < until, "the screen stayed\n" + "\n".join(self.screen.display)

    def label(self, prompt):
        """The words under which a prompt is found on the screen."""
        if prompt.kind != ANSWER:
            return {NOTE: "请说明事实", EVIDENCE: "证据编号或者文件位置"}[prompt.kind]
        if prompt.part:
            group = "fields" if prompt.question.type == "form" else "rows"
            return f"{prompt.question.parts.index(prompt.part) + 1}/{len(prompt.question.parts)}" + self.words.label(
                "questions", prompt.question.id, group, prompt.part, language="zh"
            )
        return self.words.ask(prompt.question.id, "zh")

    def keys(self, prompt, reply):
        """What a person types to give a reply."""
        if prompt.style in ("text", "date"):
            return str(reply) + ENTER
        first = [UNKNOWN] if prompt.question.may_be_unknown else [""] if prompt.style == "one" else []
        shown = [*first, *prompt.options]
        if prompt.style == "one":
            return DOWN * shown.index(reply) + ENTER
        ticked = [reply] if isinstance(reply, str) else reply
        return "".join((SPACE if option in ticked else "") + DOWN for option in shown) + ENTER

    def asked(self, prompt):
        """Wait until a prompt is on the screen."""
        label, hint = (
            "".join(self.label(prompt).split()),
            {"text": "F1帮助", "date": "F1帮助"}.get(prompt.style, "?帮助"),
        )

        def shown(text):
            return label in text and hint in text[text.rfind(label) :]

        self.wait_for(shown)

    def answer(self, prompt, reply):
        """Give a reply once its prompt is on the screen."""
        self.asked(prompt)
        self.child.send(self.keys(prompt, reply))

    def end(self):
        """Wait until the tool ends; gives its exit code."""
        until = time.monotonic() + 30
        while self.take(0.1):
            assert time.monotonic() < until, "it goes on\n" + "\n".join(self.screen.display)
        self.child.close()
        return self.child.exitstatus

    def all(self):
        """Everything that was ever on the screen."""
        return "\n".join([*self.above(10_000), *self.screen.display])


def read(path):
    """The answers in a file, by the shipped pack."""
    return answers_reader.read(files.read(str(path)), str(path), opened().get()[0])


def answered(terminal, number, begun=None, stop_after=0, seen=False):
    """Answer what is asked as the person of a case would; with ``seen``, wait for the prompt at which to stop."""
    replies, asked = Replies(number), []

    def ask(prompt):
        if stop_after and len(asked) == stop_after:
            if seen:
                terminal.asked(prompt)
            raise interview.Stopped
        reply = replies.to(prompt)
        terminal.answer(prompt, reply)
        asked.append(prompt)
        return reply

    kept = [begun or Answers(pack=f"{terminal.pack.id}@{terminal.pack.version}")]
    with suppress(interview.Stopped):
        interview.run(terminal.pack, kept[0], ask, kept.append, lambda: date.today().isoformat())  # noqa: DTZ011
    return kept[-1]


def outcome_of(tool, path):
    """What ``check`` says of a file."""
    return json.loads(tool("check", path, "--format", "json").out)[0]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "columns", "rows"),
    [("05", 80, 40), ("03", 80, 24), ("14", 40, 40)],
    ids=["high", "medium", "prohibited"],
)
def test_a_whole_interview_leads_to_the_outcome_of_its_case_and_to_its_papers(tool, tmp_path, number, columns, rows):
    expect = case_reading(number).extra["expect"]
    terminal = Terminal(tmp_path, "assess", columns=columns, rows=rows)
    expected = answered(terminal, number)
    code = terminal.end()
    shown, record = terminal.all(), json.loads(files.read(str(tmp_path / "szai-papers" / "record.json")))
    checked = outcome_of(tool, "szai.yaml")

    assert code == 0, shown
    assert read(tmp_path / "szai.yaml").answers == expected
    assert "Traceback" not in shown
    assert (record["outcome"], checked["outcome"]) == (expect["outcome"], expect["outcome"])
    assert {name: record[name] for name in ("tier", "results", "documents", "reasons")} == {
        name: checked[name] for name in ("tier", "results", "documents", "reasons")
    }
    assert record["documents"] == expect["documents"]
    assert sorted(entry["document"] for entry in record["files"]) == sorted(expect["documents"])
    assert terminal.words.label("pack", "outcomes", expect["outcome"], language="zh") in "".join(shown.split())
    assert all(files.exists(str(tmp_path / "szai-papers" / entry["file"])) for entry in record["files"])


@POSIX
@pytest.mark.slow
def test_killed_in_the_middle_the_file_is_whole_and_the_interview_goes_on_to_the_end(tool, tmp_path):
    path, begun = tmp_path / "szai.yaml", None
    for stop_after in (3, 17):
        terminal = Terminal(tmp_path, "assess")
        asked = answered(terminal, "01", begun, stop_after)
        terminal.child.kill(9)
        terminal.end()
        begun = read(path).answers
        lost = {name for name, value in asked.values.items() if begun.values.get(name) != value}

        assert len(lost) <= 1
    terminal = Terminal(tmp_path, "assess")
    expected = answered(terminal, "01", begun)

    assert terminal.end() == 0, terminal.all()
    assert read(path).answers == expected
    assert outcome_of(tool, "szai.yaml")["outcome"] == "low"
    assert [
        name for name in os.listdir(tmp_path) if name not in ("szai.yaml", "szai-papers") and not name.endswith(".tmp")
    ] == []


@POSIX
@pytest.mark.slow
def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on(tmp_path):
    terminal = Terminal(tmp_path, "assess")
    expected = answered(terminal, "01", stop_after=12, seen=True)
    terminal.child.send(CTRL_C)

    assert terminal.end() == 130
    assert "再次运行同一命令可接着答" in terminal.text()
    assert read(tmp_path / "szai.yaml").answers == expected


def test_the_file_of_an_interview_reads_back_as_it_was_written():
    pack, words = opened().get()
    for number in ("01", "05", "14", "19"):
        answers = case_reading(number).answers
        text = answers_writer.write(answers, pack, words, "zh")

        assert answers_reader.read(text.encode(), "x", pack).answers == answers
