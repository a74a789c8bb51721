"""``verify``: answers, record, papers and approvals against each other; whatever does not belong is named."""

import json
import os
import shutil

import pytest
from desk import UNDECIDED, case_text, changed, write
from filing_desk import BUSINESS, DAY, ETHICS, FOLDER, LEGAL, NAME, TODO, approve, file_papers, papers_of, whole

from szai_assess import files


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return whole(str(tmp_path_factory.mktemp("whole") / "甲 项目"))


@pytest.fixture
def desk(shelf, tmp_path, tool):
    """Everything filed, in the current folder; gives a call of ``verify``."""
    shutil.copytree(shelf, tmp_path, dirs_exist_ok=True)
    return lambda *more: tool("verify", "--today", DAY, *more)


def held(name):
    return files.read(f"{FOLDER}/{name}")


def put(name, data):
    with open(os.path.join(FOLDER, name), "wb") as stream:
        stream.write(data)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "zh",
            (
                "szai-papers: {name} — 相符\n"
                "  作答文件 ../szai.yaml，评估记录，18 份文书文件\n"
                "  批准有效：Wang Wu（业务），2026-11-25；编制人 张三（approval-business.json）\n"
                "  批准有效：李四（法务），2026-11-25；编制人 张三（approval-legal.json）\n"
                "  提示 R046 {ethics} 经手工修改，修改后的内容已由 Wang Wu, 李四 批准\n"
                "     → 无须处理。\n"
            ),
        ),
        (
            "en",
            (
                "szai-papers: {name} — everything matches\n"
                "  Answers file ../szai.yaml, the record, 18 paper files\n"
                "  Approval counts: Wang Wu (Business), 2026-11-25; author 张三 (approval-business.json)\n"
                "  Approval counts: 李四 (Legal), 2026-11-25; author 张三 (approval-legal.json)\n"
                "  note R046 {ethics} was edited by hand; as it is now it was approved by Wang Wu, 李四\n"
                "     → Nothing needs doing.\n"
            ),
        ),
    ],
)
def test_what_belongs_together_matches(desk, language, told):
    ran = desk("--lang", language)

    assert ran == (0, told.format(name=NAME, ethics=ETHICS), "")


@pytest.mark.parametrize("path", [".", "szai.yaml", FOLDER])
def test_a_folder_or_a_file_may_be_named(desk, path):
    assert desk(path).code == 0


def test_papers_alone_match_as_they_were_written(tmp_path, tool):
    file_papers(str(tmp_path))

    assert tool("verify").code == 0


def test_an_edited_paper_that_nobody_approved_does_not_match(tmp_path, tool):
    file = file_papers(str(tmp_path))
    write(os.path.join(papers_of(file), TODO), "填好了")
    ran = tool("verify")

    assert (ran.code, ran.err) == (1, "")
    assert f"不符 R047 {TODO} 与写出时不一致，也没有有效的批准\n" in ran.out
    approve(file, LEGAL)
    assert tool("verify", "--today", DAY).code == 0


SPOILT = {
    "a stray file": (lambda: put("notes.txt", b""), "R053 notes.txt"),
    "a hidden file": (lambda: put(".DS_Store", b""), "R053 .DS_Store"),
    "a backup": (lambda: put(f"{TODO}.bak", b""), f"R051 {TODO}.bak"),
    "a later backup": (lambda: put(f"{TODO}.bak.12", b""), f"R051 {TODO}.bak.12"),
    "a new version": (lambda: put(TODO.replace(".md", ".new.md"), b""), f"R052 {TODO[:-3]}.new.md"),
    "a folder": (lambda: os.mkdir(f"{FOLDER}/sub"), "R050 sub"),
    "a link": (lambda: os.symlink("/etc/passwd", f"{FOLDER}/x.md"), "R049 x.md"),
    "a paper that is a link": (
        lambda: (os.rename(f"{FOLDER}/{TODO}", "elsewhere.md"), os.symlink("../elsewhere.md", f"{FOLDER}/{TODO}")),
        f"R049 {TODO}",
    ),
    "a paper that is gone": (lambda: os.remove(f"{FOLDER}/{TODO}"), f"R045 {TODO}"),
    "a paper in the place of another": (lambda: put(TODO, held(ETHICS)), f"R047 {TODO}"),
    "other answers": (
        lambda: write(os.path.abspath("szai.yaml"), changed("03", ("scale_people: p4", "scale_people: p3"))),
        "R040 ../szai.yaml",
    ),
    "another comment": (lambda: write(os.path.abspath("szai.yaml"), case_text("03")), "R041 ../szai.yaml"),
}


@pytest.mark.parametrize("case", SPOILT)
def test_what_does_not_belong_is_named(desk, case):
    spoil, told = SPOILT[case]
    spoil()
    ran = desk()

    assert (ran.code, ran.err) == (1, "")
    code, _, name = told.partition(" ")
    assert any(line.startswith(f"  不符 {code} ") and name in line for line in ran.out.splitlines())


def test_a_comment_in_the_answers_file_does_not_undo_approvals(desk):
    write(os.path.abspath("szai.yaml"), case_text("03"))

    assert desk().out.count("批准有效") == 2


def test_approvals_that_no_longer_count_say_why_one_reason_below_the_other(desk):
    put(TODO, b"x")
    put("extra.md", b"x")
    ran = desk("--lang", "en", "--today", "2026-11-01")

    assert ran.code == 1
    assert ran.out.count("The approval approval-legal.json by 李四 (Legal, 2026-11-25) no longer counts") == 1
    assert f"     R026 Papers that changed after it was given: {TODO}\n" in ran.out
    assert "     R030 It is dated 2026-11-25, which is still to come: today is 2026-11-01\n" in ran.out


def test_two_applications_each_have_their_own(tmp_path, tool):
    for name in ("甲", "乙"):
        approve(file_papers(str(tmp_path / name)), LEGAL)
    assert tool("verify", "--today", DAY).code == 0
    shutil.copy(tmp_path / "甲" / FOLDER / "record.json", tmp_path / "乙" / FOLDER / "record.json")
    assert tool("verify", "--today", DAY).code == 0
    shutil.rmtree(tmp_path / "乙" / FOLDER)
    shutil.copytree(tmp_path / "甲" / FOLDER, tmp_path / "other")
    ran = tool("verify", "--today", DAY)

    assert ran.code == 3
    assert f"{os.path.join('other', 'record.json')} R008 " in ran.err
    assert ran.out.count("相符") == 1


def test_without_anything_filed_nothing_matches(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), case_text("03"))

    for path in (".", "szai.yaml", "nowhere.yaml"):
        ran = tool("verify", path)

        assert ran.code == 3
        assert ran.err.endswith(UNDECIDED)


@pytest.mark.parametrize("name", ["record.json", "approval-legal.json"])
def test_a_file_that_is_gone_is_missed_where_anything_tells_of_it(desk, name):
    os.remove(f"{FOLDER}/{name}")
    ran = desk()

    assert (ran.code, "R005" in ran.err) == ((3, True) if name == "record.json" else (0, False))


def test_a_record_of_another_version_of_the_tool_is_compared_in_what_lasts(desk, monkeypatch):
    from szai_assess import record

    monkeypatch.setattr(record, "VERSION", "9.0.0")
    ran = desk()

    assert ran.code == 0
    assert "提示 R044 record.json 由本工具 0.1.0 版写出" in ran.out


def resealed(**changes):
    from szai_assess import sealing

    plain = json.loads(held("record.json"))
    put("record.json", sealing.sealed({**plain, **changes}))


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"outcome": "low"}, "outcome"),
        ({"passed": False}, "passed"),
        ({"documents": [], "axes": {}}, "axes, documents"),
        ({"more": 1}, "more"),
        ({"tier": {"lowest": "low", "highest": "low", "settled": True}}, "tier"),
    ],
)
def test_a_record_that_says_something_else_than_the_answers_is_found_under_a_new_seal_too(desk, changes, keys):
    resealed(**changes)
    ran = desk()

    assert ran.code == 1
    assert f"R043 record.json 与作答得出的结果不符：{keys}\n" in ran.out


@pytest.mark.parametrize(
    "place", ["/etc/passwd", "../../../../../../etc/passwd", "..\\szai.yaml", "../../outside.yaml"]
)
def test_a_record_does_not_make_the_tool_read_elsewhere(desk, tool, tmp_path, monkeypatch, place):
    inner = tmp_path / "inner"
    shutil.copytree(tmp_path / FOLDER, inner / FOLDER)
    shutil.copy(tmp_path / "szai.yaml", tmp_path / "outside.yaml")
    monkeypatch.chdir(inner)
    resealed(file=place)
    ran = desk()

    assert (ran.code, "R006" in ran.err, "root:" in ran.err) == (3, True, False)


def test_papers_in_a_folder_of_their_own_are_verified_with_their_answers(tool, tmp_path, monkeypatch):
    write(str(tmp_path / "a" / "szai.yaml"), case_text("03"))
    tool("render", "a/szai.yaml", "--out", "b/c/papers")
    assert tool("verify").code == tool("verify", "b").code == 0
    monkeypatch.chdir(tmp_path / "b")
    assert "R006" in tool("verify").err
    assert tool("verify", "../a/szai.yaml", "--out", "c/papers").code == 0


def test_answers_that_cannot_be_judged_still_have_their_papers_looked_at(desk):
    write(os.path.abspath("szai.yaml"), "pack: [")
    put(TODO, b"x")
    ran = desk()

    assert ran.code == 3
    assert f"R047 {TODO}" in ran.out
    assert f"R047 {ETHICS}" not in ran.out
    assert "szai.yaml:2:1 Y001 " in ran.err


def test_json_tells_the_same_in_both_languages(desk):
    put(TODO, b"x")
    ran = desk("--format", "json")
    (found,) = json.loads(ran.out)

    assert (ran.code, found["matches"], found["errors"]) == (1, False, [])
    assert set(found) == {"folder", "file", "application", "matches", "papers", "approvals", "findings", "errors"}
    assert [each["counts"] for each in found["approvals"]] == [False, False]
    assert [why["code"] for why in found["approvals"][0]["reasons"]] == ["R026"]
    assert {each["file"] for each in found["findings"]} >= {TODO, "approval-legal.json", "approval-business.json"}
    assert all(each["message"]["zh"] and each["message"]["en"] for each in found["findings"])


def test_json_is_there_where_nothing_could_be_judged(desk):
    put("record.json", b"{}")
    ran = desk("--format", "json")
    (found,) = json.loads(ran.out)

    assert (ran.code, found["matches"]) == (3, False)
    assert [each["code"] for each in found["errors"]] == ["R001"]


@pytest.mark.parametrize("more", [["--format", "xml"], ["--today", "x"], [""]])
def test_wrong_use(desk, more):
    assert desk(*more).code == 2


@pytest.mark.parametrize("approver", [LEGAL, BUSINESS])
def test_each_approval_stands_by_itself(desk, approver):
    os.remove(f"{FOLDER}/approval-{approver.role}.json")

    assert desk().code == 0
