"""Other ways through the interview: only one person's questions, only those that decide, and a file that is handed on."""

import os
import sys

import pytest
from at_terminal import Course, Person, Terminal, answered, read, squeezed
from test_assess_terminal import judged, undated

from szai_assess.classify import evaluated, waits
from szai_assess.cli import judging
from szai_assess.handover import handover
from szai_assess.interview import Plan
from szai_assess.interview import page as pages

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals"),
    pytest.mark.slow,
]


class Kept(Course):
    """A course whose pages are kept, as they were at the terminal."""

    def __init__(self, *arguments, **settings):
        super().__init__(*arguments, **settings)
        self.taken = []

    def steps(self):
        for step, reply in super().steps():
            self.taken.append(step)
            yield step, reply

    def asked(self):
        """What was asked: (name, answer or remark)."""
        return [(step.page.prompt.name, step.page.prompt.kind) for step in self.taken if step.page.kind == "question"]


def only(role, begun=None, number="03"):
    """The course of one person's questions."""
    words = Course(Person(number)).words
    return Kept(Person(number), begun, Plan(wanted=frozenset(words.answered_by(role))))


def test_of_one_person_only_their_questions_are_asked_and_the_rest_is_listed_by_person(tool, tmp_path):
    course, terminal = only("legal"), Terminal(tmp_path, "assess", "--only", "legal", rows=60)
    answered(terminal, course)
    code, told = terminal.end(), terminal.told()

    assert code == 0
    assert {course.words.who(name) for name, _ in course.asked()} == {"legal"}
    assert course.taken[-1].page.kind == pages.END
    assert "按人列出" in told
    assert "--onlydeveloper" in told
    assert [name for name in left_to("legal", course) if not waiting(course, name)] == []
    assert undated(read(tmp_path / "szai.yaml")) == course.saved == read(tmp_path / "szai.yaml")
    assert os.listdir(tmp_path) == ["szai.yaml"]


def left_to(role, course):
    """What one person is still to be asked after a course."""
    found = dict(handover(judging.assessed(course.pack, course.words, course.saved)))
    return [item.name for item in found.get(role, ())]


def waiting(course, name):
    """Whether a question waits for what somebody else is asked."""
    places = [question.id for question in course.pack.questions]
    state = evaluated(course.pack, course.saved.values)
    return waits(course.pack, places.index(name.partition(".")[0]), state)


def test_asked_one_after_another_all_persons_together_come_to_the_papers(tool, tmp_path):
    roles, path = list(Course(Person("03")).words.tree["pack"]["who"]), tmp_path / "szai.yaml"
    asked, ends = [], []
    for role in roles:
        assert "szai-papers" not in os.listdir(tmp_path)
        course = only(role, read(path) if path.exists() else None)
        terminal = Terminal(tmp_path, "assess", "--only", role)
        answered(terminal, course)
        ends.append(terminal.end())
        asked += course.asked()

    assert ends == [0] * len(roles)
    assert len(set(asked)) == len(asked)
    assert read(path).assessed_on
    assert undated(read(path)).values == undated(whole("03")).values
    assert judged(tool, "szai.yaml")["outcome"] == "medium"
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]


def whole(number):
    """The answers of a case, asked in one go."""
    course = Course(Person(number))
    list(course.steps())
    return course.saved


def test_a_quick_run_that_ends_at_the_result_tells_it_and_writes_no_papers(tool, tmp_path):
    course = Kept(Person("03", quick_end=pages.LATER), plan=Plan(quick=True))
    terminal = Terminal(tmp_path, "assess", "--quick", rows=60)
    answered(terminal, course)
    code, told = terminal.end(), terminal.told()
    verdict = squeezed(course.words.label("pack", "outcomes", "medium", language="zh"))

    assert code == 0
    assert course.taken[-1].page.kind == pages.RESULT
    assert verdict in told
    assert "按人列出" in told
    assert read(tmp_path / "szai.yaml") == course.saved
    assert read(tmp_path / "szai.yaml").assessed_on == ""
    assert judged(tool, "szai.yaml")["outcome"] == "medium"
    assert os.listdir(tmp_path) == ["szai.yaml"]
    assert len(course.asked()) < len(Course(Person("03")).pack.variables)


@pytest.mark.parametrize("columns", [80, 40])
def test_a_quick_run_that_goes_on_asks_nothing_twice_and_ends_with_papers(tmp_path, columns):
    course = Kept(Person("03"), plan=Plan(quick=True))
    terminal = Terminal(tmp_path, "assess", "--quick", columns=columns)
    answered(terminal, course)

    assert terminal.end() == 0
    assert [step.page.kind for step in course.taken].count(pages.RESULT) == 1
    assert course.taken[-1].page.kind == pages.END
    assert len(set(course.asked())) == len(course.asked())
    assert undated(read(tmp_path / "szai.yaml")).values == undated(whole("03")).values
    assert read(tmp_path / "szai.yaml").assessed_on
    assert sorted(os.listdir(tmp_path)) == ["szai-papers", "szai.yaml"]
