"""``render``: the papers, written beside the answers, nothing of anybody else's overwritten."""

import hashlib
import json
import os

import pytest
from desk import case_names, case_reading, case_text, changed, write

from szai_assess import files

NAME = "首页商品推荐"


@pytest.fixture
def rendered(tool, tmp_path):
    """Write an answers file and render it into ``out``; gives what the command came to."""

    def render(text, *arguments):
        write(str(tmp_path / "szai.yaml"), text)
        return tool("render", "szai.yaml", "--out", "out", *arguments)

    return render


def tree(folder="."):
    """Every file below a folder, with its bytes."""
    return {
        os.path.join(here, name): files.read(os.path.join(here, name))
        for here, _, names in os.walk(folder)
        for name in names
    }


def record():
    return json.loads(files.read("out/record.json"))


@pytest.mark.parametrize("name", case_names())
def test_every_case_has_its_papers(rendered, name):
    ran = rendered(case_text(name))
    expected = case_reading(name).extra["expect"]["documents"]

    assert (ran.code, ran.err) == (0, "")
    assert [entry["document"] for entry in record()["files"]] == expected
    assert sorted(os.listdir("out")) == sorted(["record.json", *(entry["file"] for entry in record()["files"])])
    assert all(entry["file"].endswith(f"-{entry['document']}.zh.md") for entry in record()["files"])


def test_the_record_keeps_the_digests_of_the_papers_and_of_the_answers_file(rendered):
    rendered(case_text("03"))

    for entry in record()["files"]:
        assert entry["digest"] == "sha256:" + hashlib.sha256(files.read(f"out/{entry['file']}")).hexdigest()
    assert record()["answers_file_digest"] == "sha256:" + hashlib.sha256(files.read("szai.yaml")).hexdigest()
    assert record()["file"] == "../szai.yaml"


def test_the_same_answers_give_the_same_bytes(rendered):
    rendered(case_text("05"))
    first = tree("out")
    assert rendered(case_text("05")).code == 0

    assert tree("out") == first


def test_papers_lie_beside_the_answers_file_under_its_name(tool, tmp_path):
    for name, folder in (
        ("a/szai.yaml", "a/szai-papers"),
        ("a/智选.szai.yaml", "a/智选-papers"),
        ("b.json", "b-papers"),
    ):
        write(str(tmp_path / name), case_text("03"))

        assert tool("render", name).code == 0
        assert f"{NAME}-summary.zh.md" in os.listdir(folder)


@pytest.mark.parametrize("only", ["todo", "todo,summary", " todo , summary "])
def test_only_the_papers_wanted_are_written_and_the_others_stay(rendered, only):
    ran = rendered(case_text("03"), "--only", only)
    wanted = sorted(name.strip() for name in only.split(","))

    assert ran.code == 0
    assert sorted(entry["document"] for entry in record()["files"]) == wanted
    rendered(case_text("03"))
    whole = tree("out")
    rendered(case_text("03"), "--only", only)
    assert {name for name in tree("out")} == set(whole)  # noqa: C416
    assert len(record()["files"]) == len(whole) - 1


def test_a_paper_that_is_none_is_wrong_use(rendered):
    ran = rendered(case_text("03"), "--only", "summary,sumary")

    assert (ran.code, os.path.exists("out")) == (2, False)
    assert "U004" in ran.err
    assert "summary, ethics_review" in ran.err
    assert "最接近的是 summary" in ran.err


def test_a_paper_that_no_longer_applies_is_removed_and_told(rendered):
    rendered(case_text("03"))
    ran = rendered(changed("03", ('rl5: "no"', 'rl5: "yes"')))

    assert ran.code == 0
    assert f"已移除不再适用的文书 {NAME}-disclosure.zh.md\n" in ran.out
    assert sorted(os.listdir("out")) == sorted(["record.json", *(entry["file"] for entry in record()["files"])])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_of_somebody_else_is_left_alone_and_so_is_everything_else(rendered, tmp_path, language):
    foreign = f"out/{NAME}-summary.{language}.md"
    write(str(tmp_path / foreign), "别人的")
    ran = rendered(case_text("03"), "--lang", language)

    assert ran.code == 3
    assert f"{foreign} O006 " in ran.err
    assert ran.err.endswith(
        {"zh": "判定不变，文书没有写出。\n", "en": "The verdict stands; its papers were not written.\n"}[language]
    )
    assert tree("out") == {foreign: "别人的".encode()}


def test_a_record_of_somebody_else_is_left_alone(rendered, tmp_path):
    write(str(tmp_path / "out" / "record.json"), '{"mine": 1}')
    ran = rendered(case_text("03"))

    assert ran.code == 3
    assert tree("out") == {"out/record.json": b'{"mine": 1}'}


def test_the_papers_of_another_application_are_left_alone(tool, rendered, tmp_path):
    rendered(case_text("03"))
    before = tree("out")
    write(str(tmp_path / "other.szai.yaml"), case_text("05"))
    tool("render", "other.szai.yaml", "--out", "out")

    assert set(before) <= set(tree("out"))


@pytest.mark.parametrize("place", ["../victim.md", "{here}/victim.md", "..", ".", "", "a/../../victim.md"])
def test_a_record_made_by_a_stranger_removes_nothing_outside_the_folder(rendered, tmp_path, place):
    for name in ("victim.md", "out/victim.md"):
        write(str(tmp_path / name), "decoy")
    known = "sha256:" + hashlib.sha256(b"decoy").hexdigest()
    listed = [{"document": "x", "file": place.format(here=tmp_path), "digest": known, "blanks": []}]
    write(
        str(tmp_path / "out" / "record.json"),
        json.dumps({"tool": {"name": "szai-assess"}, "file": "szai.yaml", "files": listed}),
    )
    ran = rendered(case_text("03"))

    assert (ran.code, "O006" in ran.err) == (3, True)
    assert files.read("victim.md") == b"decoy"
    assert files.read("out/victim.md") == b"decoy"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '{"files": 3}',
        '{"files": [1]}',
        '{"files": [{"file": 1, "digest": 2}]}',
        '{"files": {"a": "b"}}',
        "不是",
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_record_that_cannot_be_read_makes_nobody_the_owner_of_a_paper(rendered, tmp_path, text):
    paper = f"out/{NAME}-summary.zh.md"
    write(str(tmp_path / paper), "别人的")
    write(str(tmp_path / "out" / "record.json"), text)
    ran = rendered(case_text("03"))

    assert (ran.code, "Traceback" in ran.err) == (3, False)
    assert files.read(paper) == "别人的".encode()


NAMES = {
    "a path upwards": "../../etc/passwd",
    "a path from the root": "/etc/passwd",
    "a path of Windows": "..\\\\..\\\\C:\\\\x",
    "markup": "<script>alert(1)</script>",
    "a template": "{{ 7*7 }}{% raw %}",
    "control signs": "\\e[2J\\r\\n\\0a\\x07",
    "the other direction": "\\u202egnp.exe\\u2066",
    "300 signs": "名" * 300,
    "400 signs beyond the plane": "😀" * 400,
    "dots": "...",
    "a reserved name": "CON",
    "blanks": "   ",
    "a table and a link": "|a|[b](javascript:x)|![c](http://d)",
    "frontmatter": "---\\ntitle: x\\n---",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_an_application_of_any_name_stays_in_its_folder_and_is_text(rendered, tmp_path, name):
    ran = rendered(
        changed(
            "03", ("product_name: ", f'product_name: "{name}" #'), ("product_purpose: ", f'product_purpose: "{name}" #')
        )
    )
    papers = {path: data.decode() for path, data in tree("out").items() if path.endswith(".md")}

    assert (ran.code, ran.err) == (0, "")
    assert sorted(os.listdir(tmp_path)) == ["out", "szai.yaml"]
    assert len(papers) == len(record()["files"]) == len(record()["documents"])
    assert all(len(os.path.basename(path).encode()) < 256 for path in papers)
    assert all(sign.isprintable() for path in papers for sign in path)
    for text in papers.values():
        assert "<script" not in text.replace("\\<", "")
        assert "49" not in text or "7*7" not in name
        assert not any(sign in text for sign in "\x1b\x00\x07\r\u202e\u2066")
    assert "\x1b" not in ran.out


def test_a_chinese_name_stays_in_the_file_names(rendered):
    rendered(changed("03", ("product_name: ", "product_name: 智选 推荐（二期）· v2 #")))

    assert all(entry["file"].startswith("智选 推荐（二期）· v2-") for entry in record()["files"])


def test_an_application_without_a_name_has_papers_all_the_same(rendered):
    line = next(line for line in case_text("03").splitlines(keepends=True) if "product_name" in line)
    ran = rendered(changed("03", (line, "")))

    assert ran.code == 0
    assert all(entry["file"].startswith("未命名应用-") for entry in record()["files"])


@pytest.mark.parametrize("form", ["odt", "md,odt", "", "MD"])
def test_a_format_that_there_is_not_is_wrong_use(rendered, form):
    ran = rendered(case_text("03"), "--format", form)

    assert (ran.code, os.path.exists("out")) == (2, False)
    assert "--format" in ran.err
    assert "md, html, docx, pdf" in ran.err


NOTHING = {
    ("zh", "03", "ics,yaml,xlsx"): "没有写出 yaml：本次结论不要求风险预警方案\n",
    ("en", "03", "yaml,json"): "Not written: yaml, json (the outcome calls for no risk-warning plan)\n",
    ("en", "05", "csv,ics,yaml"): "Not written: csv, ics (the launch date is not stated as a plain day)\n",
    ("zh", "26", "md,ics"): "没有写出 ics：本次结论没有跟踪日期\n",
    ("zh", "26", "xlsx"): "没有写出 xlsx：本次结论没有关联义务清单和待办清单\n",
}


@pytest.mark.parametrize(("language", "name", "form"), NOTHING)
def test_a_format_that_comes_to_nothing_is_named_with_the_reason(rendered, language, name, form):
    text = case_text(name)
    if name == "05":
        text = changed(name, ('launch_date: "', 'launch_date: "约 '))
    ran = rendered(text, "--format", form, "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    assert [f"{line}\n" for line in ran.out.splitlines() if line.startswith(("没有写出", "Not written"))] == [
        NOTHING[language, name, form]
    ]


@pytest.mark.parametrize("option", ["--only=todo", "--origins"])
def test_an_option_that_leaves_papers_alone_says_what_is_not_written(rendered, option):
    told = option.partition("=")[0]
    ran = rendered(case_text("03"), option, "--format", "md,ics,xlsx")

    assert ran.code == 0
    assert f"没有写出 ics, xlsx：用了 {told} 的，只写文书\n" in ran.out
    refused = rendered(case_text("03"), option, "--format", "ics,xlsx", "--out", "other")
    assert (refused.code, os.path.exists("other")) == (2, False)
    assert f"{told} U015 " in refused.err
    assert "md, html, docx, pdf" in refused.err


def test_one_blank_is_one(rendered):
    """The summary lacks but the name of the application."""
    line = next(line for line in case_text("17").splitlines(keepends=True) if "product_name" in line)
    ran = rendered(changed("17", (line, "")), "--only", "summary", "--lang", "en")

    assert "(Grading result sheet; 1 blank)\n" in ran.out


def test_a_place_where_nothing_can_be_written_is_a_fault(rendered, tmp_path):
    write(str(tmp_path / "out"), "mine")
    ran = rendered(case_text("03"))

    assert (ran.code, "O003" in ran.err, "Traceback" in ran.err) == (3, True, False)
    assert files.read("out") == b"mine"


def test_without_a_file_or_with_a_broken_one_nothing_is_written(tool, rendered):
    assert tool("render", "missing.yaml", "--out", "out").code == 3
    assert rendered("pack: [").code == 3
    assert os.listdir(".") == ["szai.yaml"]


def test_papers_are_still_known_after_two_runs_that_were_killed_before_they_were_written(rendered, monkeypatch):
    rendered(case_text("03"))
    whole = files.write

    def killed(path, *rest):
        if path.endswith(".md"):
            raise KeyboardInterrupt
        whole(path, *rest)

    monkeypatch.setattr(files, "write", killed)
    for scale in ("p3", "p2"):
        assert rendered(changed("03", ("scale_people: p4", f"scale_people: {scale}"))).code == 130
    monkeypatch.setattr(files, "write", whole)

    assert rendered(changed("03", ("scale_people: p4", "scale_people: p5"))).code == 0
