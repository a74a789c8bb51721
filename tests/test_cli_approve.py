"""``approve``: a small file bound to what is filed, by somebody who is not the author; refused wherever it would not count."""

import json
import os
import stat
import subprocess
import sys

import pytest
from desk import ROOT, UNDECIDED, case_text, changed, write
from filing_desk import TODO

from szai_assess import approving, files

PATH = "szai-papers/approval-legal.json"


@pytest.fixture
def sign(tool, tmp_path):
    """Write answers and papers, then approve; gives what the command came to."""
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    tool("render", "szai.yaml")

    def call(*more, role="legal", by="李四", author="张三", today="2026-11-25"):
        named = ("--role", role, "--by", by, "--author", author, "--today", today)
        return tool("approve", "szai.yaml", *named, *more)

    return call


def held(path=PATH):
    return approving.read(files.read(path), path, os.path.basename(path))


def tree():
    return {name: files.read(f"szai-papers/{name}") for name in os.listdir("szai-papers")}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_writes_one_file_and_says_what_it_is_bound_to(sign, language):
    before = tree()
    ran = sign("--lang", language)

    assert (ran.code, ran.err) == (0, "")
    assert set(tree()) - set(before) == {"approval-legal.json"}
    assert (held().approver, held().author) == (("legal", "李四"), ("developer", "张三"))
    assert (held().date, set(held().papers)) == ("2026-11-25", set(before) - {"record.json"})
    assert ran.out.startswith(
        {"zh": "已批准：李四（法务），2026-11-25\n", "en": "Approved: 李四 (Legal), 2026-11-25\n"}[language]
    )
    assert "git add szai-papers && git commit -S\n" in ran.out
    assert "6" in ran.out


def test_the_same_approval_is_the_same_bytes(sign):
    sign()
    first = files.read(PATH)
    ran = sign()

    assert (ran.code, files.read(PATH)) == (0, first)
    assert "取代同一人 2026-11-25 的批准" in ran.out


def test_statement_and_author_role_are_kept(sign):
    sign("--statement", "有条件\n同意", "--author-role", "data")

    assert (held().statement, held().author.role) == ("有条件 同意", "data")


def test_without_a_day_it_is_the_clocks(tool, sign, monkeypatch):
    monkeypatch.setattr("szai_assess.cli.approve.today", lambda: "2027-03-04")
    tool("approve", "szai.yaml", "--role", "legal", "--by", "李四", "--author", "张三")

    assert held().date == "2027-03-04"


def test_an_edited_paper_is_approved_as_it_is_and_named(sign):
    write(f"szai-papers/{TODO}", "填好了")
    ran = sign()

    assert ran.code == 0
    assert f"按手工修改后的内容批准：{TODO}" in ran.out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"by": " 张　三"}, "R020"),
        ({"role": "developer"}, "R021"),
        ({"role": "lawyer"}, "U004"),
        ({"role": ""}, "U012"),
        ({"by": "  "}, "U012"),
        ({"author": ""}, "U012"),
        ({"by": "李\u200b四"}, "R033"),
        ({"author": "\u202e三张"}, "R033"),
        ({"today": "2026-2-3"}, "U005"),
    ],
)
def test_wrong_use(sign, more, code):
    before = tree()
    ran = sign(**more)

    assert (ran.code, tree()) == (2, before)
    assert f" {code} " in ran.err


@pytest.mark.parametrize("missing", ["--role", "--by", "--author"])
def test_nobody_is_taken_for_granted(tool, sign, missing):
    named = {"--role": "legal", "--by": "李四", "--author": "张三"}
    ran = tool("approve", "szai.yaml", *(word for key in named if key != missing for word in (key, named[key])))

    assert (ran.code, f"U012 缺少 {missing[2:]}" in ran.err) == (2, True)


def edited(text):
    write(os.path.abspath("szai.yaml"), text)


def everything():
    """Every file, with its bytes; a link that leads nowhere has none."""
    paths = [os.path.join(here, name) for here, _, names in os.walk(".") for name in names]
    return {path: files.read(path) if os.path.isfile(path) else b"" for path in paths}


def damaged():
    write(PATH, "{}")


UNFIT = {
    "no papers": (lambda: os.rename("szai-papers", "elsewhere"), "R013"),
    "no record": (lambda: os.remove("szai-papers/record.json"), "R013"),
    "a record that was edited": (
        lambda: write("szai-papers/record.json", files.read("szai-papers/record.json").decode() + " "),
        "R001",
    ),
    "other answers": (lambda: edited(changed("03", ("scale_people: p4", "scale_people: p3"))), "R014"),
    "a paper is gone": (lambda: os.remove(f"szai-papers/{TODO}"), "R016"),
    "a prohibited act": (lambda: edited(changed("03", ('rl5: "no"', 'rl5: "yes"'))), "R012"),
    "no verdict": (lambda: edited("pack: ["), "Y001"),
    "an approval that was edited": (damaged, "R010"),
    "a link": (lambda: os.symlink(os.path.abspath("elsewhere.json"), PATH), "R032"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_cannot_be_approved_is_refused_with_nothing_written(sign, case):
    spoil, code = UNFIT[case]
    spoil()
    before = everything()
    ran = sign()

    assert (ran.code, ran.out) == (3, "")
    assert code in ran.err
    assert ran.err.endswith(UNDECIDED)
    assert everything() == before


def test_a_day_before_the_assessment_is_a_clock_that_is_wrong(sign):
    ran = sign(today="2020-01-01")

    assert (ran.code, "R029" in ran.err, os.path.exists(PATH)) == (3, True, False)


def test_new_versions_beside_edited_papers_are_settled_first(tool, sign):
    write(f"szai-papers/{TODO}", "手改")
    tool("render", "szai.yaml")
    new = TODO.replace(".md", ".new.md")

    assert "R018" in sign().err
    os.remove(f"szai-papers/{new}")
    assert sign().code == 0


def test_an_approval_by_somebody_else_that_counts_stays(sign):
    sign()
    first = files.read(PATH)
    ran = sign(by="赵六")

    assert (ran.code, files.read(PATH)) == (3, first)
    assert "R019 李四 已于 2026-11-25" in ran.err
    write(f"szai-papers/{TODO}", "手改")
    assert (sign(by="赵六").code, held().approver.name) == (0, "赵六")


def test_two_people_do_not_approve_each_others_work(sign):
    sign()
    ran = sign("--author-role", "data", role="business", by="张三", author="李四")

    assert (ran.code, "R022" in ran.err) == (3, True)


def test_names_of_any_script_are_kept(sign):
    for name in ("阿卜杜拉·买买提", "José Ñandú", "👩‍⚖️"[:1], "O'Brien; rm -rf /"):
        os.path.exists(PATH) and os.remove(PATH)
        assert sign(by=name).code == 0
        assert held().approver.name == name


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows keeps no modes")
def test_a_file_that_may_not_be_written_is_left_alone(sign):
    sign()
    os.chmod(PATH, 0o444)
    ran = sign()

    assert (ran.code, "O003" in ran.err, stat.S_IMODE(os.stat(PATH).st_mode)) == (3, True, 0o444)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="nothing is read-only here")
def test_a_folder_that_is_read_only_is_a_fault(sign):
    os.chmod("szai-papers", 0o555)
    try:
        assert sign().code == 3
    finally:
        os.chmod("szai-papers", 0o755)


def test_nothing_is_written_while_another_run_writes_the_same(sign):
    with files.locked(PATH):
        ran = sign()

    assert (ran.code, os.path.exists(PATH)) == (3, False)
    assert "R031" in ran.err
    assert sign().code == 0


def test_what_is_there_is_looked_at_again_when_nobody_else_can_write(sign, monkeypatch):
    from szai_assess.cli import approve

    real, instant = files.locked, []

    def slow(path):
        if not instant:
            instant.append(path)
            sign(by="赵六")
        return real(path)

    monkeypatch.setattr(approve.files, "locked", slow)
    ran = sign()

    assert (ran.code, held().approver.name) == (3, "赵六")
    assert "R019" in ran.err


@pytest.mark.slow
def test_many_at_once_leave_whole_files_and_each_is_told_what_became_of_it(sign, tmp_path):
    people = [("legal", "甲"), ("legal", "乙"), ("business", "丙"), ("business", "丁"), ("data", "戊"), ("legal", "己")]
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "szai_assess",
                *("approve", "szai.yaml", "--role", role, "--by", name, "--author", "张三", "--today", "2026-11-25"),
            ],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for role, name in people
    ]
    codes = [run.wait(60) for run in runs]
    winners = {role: name for (role, name), code in zip(people, codes, strict=True) if code == 0}

    assert sorted(winners) == ["business", "data", "legal"]
    assert sorted(codes) == [0, 0, 0, 3, 3, 3]
    for role, name in winners.items():
        assert held(f"szai-papers/approval-{role}.json").approver == (role, name)
    assert not [name for name in os.listdir("szai-papers") if name.endswith((".tmp", ".lock"))]


def test_it_is_json_that_anybody_can_read(sign):
    sign()
    plain = json.loads(files.read(PATH))

    assert plain["predicate"]["approver"] == {"role": "legal", "name": "李四"}
    assert len(files.read(PATH)) < 4096
