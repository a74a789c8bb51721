"""``assess``: without a terminal it says so, from a file it writes papers, from lines it asks to the end."""

import os

import pytest
from at_terminal import DAY, Course, Person, led, read
from desk import case_reading, case_text, opened, start, write

from szai_assess import answers_reader, answers_writer, files, interview
from szai_assess.cli import assess as command
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import page as pages


@pytest.fixture
def sat(monkeypatch):
    """Let a person sit at the terminal, whose replies are given by a function of a page."""

    def sit(reply):
        monkeypatch.setattr("szai_assess.terminal.is_interactive", lambda *_: True)
        monkeypatch.setattr("szai_assess.terminal.hold", lambda talk, *_, **__: led(talk, reply))

    return sit


# without a terminal


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "new.yaml"], ["assess", "szai.yaml", "--quick"]])
def test_without_a_terminal_it_refuses_names_no_input_and_plain_and_writes_nothing(tool, tmp_path, arguments):
    if "szai.yaml" in arguments:
        write(str(tmp_path / "szai.yaml"), case_text("03"))
    before = sorted(os.listdir(tmp_path))
    ran = tool(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "--no-input" in ran.err
    assert "--plain" in ran.err
    assert "U002" in ran.err
    assert sorted(os.listdir(tmp_path)) == before
    assert "--no-input" in tool(*arguments, "--lang", "en").err


def test_piped_lines_are_no_answers_unless_they_are_asked_for(tmp_path):
    ran = start(["assess"], tmp_path)

    assert ran.returncode == 2
    assert os.listdir(tmp_path) == []


# from a file


def test_from_a_file_it_shows_the_verdict_and_writes_papers_and_leaves_the_file(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    ran = tool("assess", "--no-input")

    assert (ran.code, ran.err) == (0, "")
    assert "结论      中风险" in ran.out
    assert "首页商品推荐-summary.zh.md" in os.listdir(tmp_path / "szai-papers")
    assert (tmp_path / "szai.yaml").read_text(encoding="utf-8") == case_text("03")


def test_in_english_the_verdict_and_the_papers_are_english(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("05"))
    ran = tool("assess", "--no-input", "szai.yaml", "--lang", "en", "--out", "out")

    assert ran.code == 0
    assert "High risk" in ran.out
    assert "Papers are in out/" in ran.out
    assert ran.out.endswith("record.json (record)\n")
    assert "小额信贷审批模型-summary.en.md" in os.listdir("out")


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


# at a terminal, the person in the place of the screen


def test_at_a_terminal_a_file_with_a_fault_is_not_asked_about_and_not_overwritten(tool, tmp_path, sat):
    write(str(tmp_path / "szai.yaml"), "pack: szai-2022\nanswers: {org_tpye: company}\n")
    sat(lambda _: pytest.fail("it asked"))
    ran = tool("assess")

    assert (ran.code, "A013" in ran.err) == (3, True)
    assert files.read("szai.yaml") == b"pack: szai-2022\nanswers: {org_tpye: company}\n"
    assert os.listdir(tmp_path) == ["szai.yaml"]


@pytest.mark.parametrize(
    ("after", "said"), [(0, "已中断。\n"), (2, "已保存到 szai.yaml；再次运行同一命令可接着答。\n")]
)
def test_stopping_is_130_and_what_was_answered_is_saved(tool, tmp_path, sat, after, said):
    asked = []

    def reply(page):
        if page.kind == pages.QUESTION:
            asked.append(page)
        if len(asked) > after:
            raise interview.Stopped
        return pages.READ if page.kind == pages.NOTICE else ""

    sat(reply)
    ran = tool("assess")

    assert (ran.code, ran.err) == (130, said)
    assert ("按人列出" in ran.out) == bool(after)
    assert os.listdir(tmp_path) == ["szai.yaml"][:after]


def test_a_finished_interview_asks_nothing_keeps_its_date_and_writes_its_papers(tool, tmp_path, sat, monkeypatch):
    sat(Person("03").reply)
    assert tool("assess").code == 0
    before = files.read("szai.yaml")
    monkeypatch.setattr(command, "today", lambda: "2030-01-01")
    sat(lambda _: pytest.fail("it asked"))
    again = tool("assess")

    assert again.code == 0
    assert files.read("szai.yaml") == before
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


def test_what_is_not_known_at_the_end_is_listed_by_person_below_the_papers(tool, sat):
    sat(Person("19").reply)
    ran = tool("assess")

    assert ran.code == 0
    assert ran.out.index("record.json") < ran.out.index("按人列出") < ran.out.index("--only business")


def test_the_day_is_the_day_on_which_the_interview_ends(tool, sat, monkeypatch):
    days = iter(("2026-11-21", "2026-11-22"))
    sat(Person("03").reply)
    monkeypatch.setattr(command, "today", lambda: next(days))
    next(days)  # midnight has struck since the first question
    tool("assess")

    assert b'\nassessed_on: "2026-11-22"\n' in files.read("szai.yaml")


def test_a_file_edited_meanwhile_is_left_alone(tool, sat):
    person, asked = Person("03"), []
    person.ways[pages.TROUBLE] = pages.LATER

    def reply(page):
        asked.append(page)
        if len(asked) == 20:
            files.write("szai.yaml", files.read("szai.yaml") + b"# mine\n")
        return person.reply(page)

    sat(reply)
    ran = tool("assess")

    assert ran.code == 3
    assert "O011" in ran.err
    assert asked[-1].kind == pages.TROUBLE
    assert files.read("szai.yaml").endswith(b"# mine\n")


def test_an_answer_that_could_not_be_saved_once_is_saved_when_it_is_tried_again(tool, tmp_path, sat, monkeypatch):
    whole, times, told, person = files.write, [], [], Person("03")

    def full(path, data, *more):
        times.append(path)
        if len(times) == 15:
            raise OutputError(Fault("O003", Place(path), {"file": path, "reason": "No space left on device"}))
        return whole(path, data, *more)

    def reply(page):
        if page.kind == pages.TROUBLE:
            told.append(page.details["error"])
        return person.reply(page)

    monkeypatch.setattr(files, "write", full)
    sat(reply)
    ran, course = tool("assess"), Course(Person("03"))
    list(course.steps())

    assert ran.code == 0
    assert [error.faults[0].code for error in told] == ["O003"]
    assert read(tmp_path / "szai.yaml")._replace(assessed_on=DAY) == course.saved


@pytest.mark.parametrize(("typed", "nearest"), [("lega", "legal"), ("Legal", "legal"), ("developper", "developer")])
def test_a_person_whom_the_pack_does_not_know_is_refused_with_the_nearest(tool, tmp_path, sat, typed, nearest):
    sat(lambda _: pytest.fail("it asked"))
    ran = tool("assess", "--only", typed)

    assert (ran.code, ran.out) == (2, "")
    assert " U004 " in ran.err
    assert f"最接近的是 {nearest}" in ran.err
    assert os.listdir(tmp_path) == []


def test_the_file_of_an_interview_reads_back_as_it_was_written():
    pack, words = opened().get()
    for number in ("01", "05", "14", "19"):
        answers = case_reading(number).answers
        text = answers_writer.write(answers, pack, words, "zh")

        assert answers_reader.read(text.encode(), "x", pack).answers == answers
