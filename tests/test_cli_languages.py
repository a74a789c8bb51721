"""Papers in two languages side by side: a run writes one language and leaves the other alone."""

import json
import os

import pytest
from desk import case_text, changed, write

from szai_assess import files

NAME = "首页商品推荐"


@pytest.fixture
def rendered(tool, tmp_path):
    """Write an answers file and render it into ``out`` in a language; gives what the command came to."""

    def render(text, language, *arguments):
        write(str(tmp_path / "szai.yaml"), text)
        return tool("render", "szai.yaml", "--out", "out", "--lang", language, *arguments)

    return render


def record():
    return json.loads(files.read("out/record.json"))


def held(language):
    """The papers in a language, with their bytes."""
    return {name: files.read(f"out/{name}") for name in os.listdir("out") if name.endswith(f".{language}.md")}


def test_papers_follow_the_language_of_the_run(rendered):
    ran = rendered(case_text("03"), "en")

    assert (ran.code, ran.err) == (0, "")
    assert f"  {NAME}-summary.en.md (Grading result sheet; 0 blanks)\n" in ran.out
    assert files.read(f"out/{NAME}-summary.en.md").startswith(b"# Grading result sheet\n")
    assert held("zh") == {}


@pytest.mark.parametrize(("first", "second"), [("zh", "en"), ("en", "zh")])
def test_both_languages_lie_side_by_side_and_in_one_record(rendered, first, second):
    rendered(case_text("03"), first)
    before = held(first)
    ran = rendered(case_text("03"), second)
    listed = [entry["file"] for entry in record()["files"]]

    assert held(first) == before
    assert sorted(listed) == sorted({**held("zh"), **held("en")})
    assert len(held("en")) == len(held("zh"))
    assert NAME not in ran.out.split("record.json")[1]
    assert {entry["answers_digest"] for entry in record()["files"]} == {record()["answers_digest"]}


def test_papers_of_the_other_language_from_other_answers_are_kept_and_named(rendered):
    rendered(case_text("03"), "zh")
    before, old = held("zh"), record()
    for _ in range(2):
        ran = rendered(changed("03", ('rl5: "no"', 'rl5: "yes"')), "en")

        assert ran.out.count("Left as it was, though made from other answers: ") == len(before)
        assert held("zh") == before
        assert [entry for entry in record()["files"] if entry["file"] in before] == old["files"]
    ran = rendered(changed("03", ('rl5: "no"', 'rl5: "yes"')), "zh")

    assert f"已移除不再适用的文书 {NAME}-disclosure.zh.md\n" in ran.out
    assert "依据的是另一份回答" not in ran.out
    assert f"{NAME}-problem_list.en.md" in held("en")


def test_a_paper_of_the_other_language_that_was_edited_stays_and_stays_known(rendered):
    rendered(case_text("03"), "zh")
    write(f"out/{NAME}-todo.zh.md", "手改")

    assert rendered(case_text("03"), "en").code == 0
    assert files.read(f"out/{NAME}-todo.zh.md") == "手改".encode()
    assert f"{NAME}-todo.zh.md" in [entry["file"] for entry in record()["files"]]
    assert f"{NAME}-todo.zh.md 已被手工修改" in rendered(case_text("03"), "zh").out
    assert files.read(f"out/{NAME}-todo.zh.md") == "手改".encode()


def test_a_paper_of_the_other_language_that_is_gone_is_no_longer_listed(rendered):
    rendered(case_text("03"), "zh")
    os.remove(f"out/{NAME}-todo.zh.md")
    rendered(case_text("03"), "en")

    assert f"{NAME}-todo.zh.md" not in [entry["file"] for entry in record()["files"]]


def test_a_paper_left_by_only_says_that_it_rests_on_other_answers(rendered):
    rendered(case_text("03"), "zh")
    ran = rendered(changed("03", ("scale_people: p4", "scale_people: p3")), "zh", "--only", "todo")

    assert f"{NAME}-summary.zh.md 依据的是另一份作答，没有重写，也没有移除\n" in ran.out
    assert f"{NAME}-todo.zh.md 依据" not in ran.out
