"""Papers edited by hand: left alone, the new version beside them, replaced only with ``--force`` and after a backup."""

import json
import os
import stat

import pytest
from desk import case_text, changed, write

from szai_assess import files

NAME = "首页商品推荐"
PAPER, NEW, OTHER = f"{NAME}-todo.zh.md", f"{NAME}-todo.zh.new.md", f"{NAME}-summary.zh.md"
SCALE = "scale_people: p4"
FIRST = case_text("03")
SECOND, THIRD = (changed("03", (SCALE, f"scale_people: {scale}")) for scale in ("p3", "p5"))


@pytest.fixture
def rendered(tool, tmp_path):
    """Write an answers file and render it into ``out``; gives what the command came to."""

    def render(text, *arguments):
        write(str(tmp_path / "szai.yaml"), text)
        return tool("render", "szai.yaml", "--out", "out", *arguments)

    return render


def held(name):
    return files.read(f"out/{name}").decode()


def tree():
    return {name: files.read(f"out/{name}") for name in os.listdir("out")}


def entries():
    return {entry["file"]: entry for entry in json.loads(files.read("out/record.json"))["files"]}


@pytest.fixture
def edited(rendered):
    """Papers of which one was edited; gives what it held as written."""
    rendered(FIRST)
    whole = held(PAPER)
    write(f"out/{PAPER}", "手改")
    return whole


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "{paper} 已被手工修改，没有改动；新的一版写在 {new}\n"),
        ("en", "{paper} was edited by hand and left alone; the new version is {new}\n"),
    ],
)
def test_an_edited_paper_is_named_and_left_alone_and_the_new_version_lies_beside_it(rendered, language, told):
    paper, new = f"{NAME}-todo.{language}.md", f"{NAME}-todo.{language}.new.md"
    rendered(FIRST, "--lang", language)
    before, old = entries()[paper], held(f"{NAME}-summary.{language}.md")
    write(f"out/{paper}", "手改")
    ran = rendered(SECOND, "--lang", language)

    assert (ran.code, ran.err, held(paper)) == (0, "", "手改")
    assert told.format(paper=paper, new=new) in ran.out
    assert f"  {NAME}-todo.{language}.new.md" in ran.out
    assert entries()[paper] == before
    assert entries()[new]["document"] == "todo"
    assert held(f"{NAME}-summary.{language}.md") != old


def test_the_new_version_is_what_the_paper_would_have_been(rendered, edited):
    rendered(FIRST)

    assert held(NEW) == edited


def test_a_later_run_replaces_the_new_version_and_the_same_answers_give_the_same_folder(rendered, edited):
    rendered(FIRST)
    ran = rendered(SECOND)
    second = tree()

    assert (ran.code, held(PAPER)) == (0, "手改")
    assert held(NEW) != edited
    assert rendered(SECOND).code == 0
    assert tree() == second


def test_a_new_version_that_was_edited_too_stops_everything(rendered, edited):
    rendered(FIRST)
    write(f"out/{NEW}", "也手改")
    before = tree()
    ran = rendered(SECOND)

    assert (ran.code, tree()) == (3, before)
    assert f"out/{NEW} O006 " in ran.err


@pytest.mark.parametrize("name", [NEW, OTHER])
@pytest.mark.parametrize("more", [[], ["--force"]])
def test_a_foreign_file_stops_everything_but_where_nothing_is_to_go(rendered, edited, name, more):
    known = json.loads(files.read("out/record.json"))
    known["files"] = [entry for entry in known["files"] if entry["file"] != name]
    write("out/record.json", json.dumps(known))
    write(f"out/{name}", "别人的")
    before = tree()
    ran = rendered(SECOND, *more)

    if name == NEW and more:
        assert (ran.code, held(NEW), held(f"{PAPER}.bak")) == (0, "别人的", "手改")
    else:
        assert (ran.code, tree()) == (3, before)
        assert f"out/{name} O006 " in ran.err


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "{paper} 已被手工修改，现已替换；修改过的一份存为 {paper}.bak\n"),
        ("en", "{paper} was edited by hand and is replaced; the edited one is kept as {paper}.bak\n"),
    ],
)
def test_force_replaces_after_a_backup_and_tells_both_names(rendered, language, told):
    paper = f"{NAME}-todo.{language}.md"
    rendered(FIRST, "--lang", language)
    whole = held(paper)
    write(f"out/{paper}", "手改")
    os.chmod(f"out/{paper}", 0o600)
    ran = rendered(FIRST, "--lang", language, "--force")

    assert (ran.code, held(paper), held(f"{paper}.bak")) == (0, whole, "手改")
    assert told.format(paper=paper) in ran.out
    assert ran.out.count(".bak") == 1
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(f"out/{paper}.bak").st_mode) == 0o600


def test_no_backup_is_ever_overwritten(rendered, edited):
    for number in (1, 2, 3):
        write(f"out/{PAPER}", f"手改 {number}")
        assert rendered(FIRST, "--force").code == 0

    assert [held(f"{PAPER}.bak{more}") for more in ("", ".2", ".3")] == ["手改 1", "手改 2", "手改 3"]
    assert rendered(FIRST, "--force").out.count(".bak") == 0


def test_force_takes_away_the_new_version_that_lay_beside(rendered, edited):
    rendered(FIRST)
    ran = rendered(FIRST, "--force")

    assert f"已移除不再需要的新版 {NEW}\n" in ran.out
    assert (held(PAPER), NEW in entries(), os.path.exists(f"out/{NEW}")) == (edited, False, False)


def test_force_leaves_a_new_version_that_was_edited(rendered, edited):
    rendered(FIRST)
    write(f"out/{NEW}", "也手改")
    for text, more in ((SECOND, "--force"), (FIRST, "--force"), (FIRST, "--only=todo")):
        ran = rendered(text, more)
        assert (ran.code, ran.out.count(NEW), held(NEW), NEW in entries()) == (0, 1, "也手改", True)
        assert f"{NEW} 是改过的新版，没有改动，也没有移除\n" in ran.out

    assert held(PAPER) == edited


def test_assess_knows_force_too(tool, tmp_path):
    write(str(tmp_path / "szai.yaml"), FIRST)
    tool("assess", "--no-input", "--out", "out")
    write(f"out/{PAPER}", "手改")

    assert tool("assess", "--no-input", "--out", "out").code == 0
    assert held(PAPER) == "手改"
    assert tool("assess", "--no-input", "--out", "out", "--force").code == 0
    assert held(f"{PAPER}.bak") == "手改"


@pytest.mark.parametrize("more", [[], ["--only", "todo"]])
@pytest.mark.parametrize("gone", ["removed", "renamed"])
def test_once_the_edited_paper_is_out_of_the_way_the_paper_is_written_in_its_place(rendered, edited, gone, more):
    rendered(FIRST)
    if gone == "removed":
        os.remove(f"out/{PAPER}")
    else:
        os.rename(f"out/{PAPER}", "out/mine.md")
    ran = rendered(SECOND, *more)

    assert (ran.code, ran.out.count(NEW)) == (0, 1)
    assert (os.path.exists(f"out/{NEW}"), NEW in entries()) == (False, False)
    assert (PAPER in entries(), os.path.exists(f"out/{PAPER}")) == (True, True)


def test_the_new_version_put_in_the_place_of_the_edited_paper_is_as_written(rendered, edited):
    rendered(SECOND)
    os.replace(f"out/{NEW}", f"out/{PAPER}")
    ran = rendered(THIRD)

    assert (ran.code, NEW in ran.out, "手工修改" in ran.out) == (0, False, False)
    assert not os.path.exists(f"out/{NEW}")


def test_an_edited_paper_that_no_longer_applies_stays_and_stays_known(rendered):
    paper = f"{NAME}-disclosure.zh.md"
    rendered(FIRST)
    write(f"out/{paper}", "手改")
    rendered(FIRST)
    for _ in range(2):
        ran = rendered(changed("03", ('rl5: "no"', 'rl5: "yes"')))

        assert (ran.code, held(paper), paper in entries()) == (0, "手改", True)
        assert ran.out.count(paper) == 1
        assert f"{paper} 不再适用，但已被手工修改，没有移除\n" in ran.out
        assert not os.path.exists(f"out/{NAME}-disclosure.zh.new.md")
    assert f"{paper} 已被手工修改" in rendered(FIRST).out


def test_a_paper_edited_into_what_would_be_written_is_as_written(rendered, edited):
    write(f"out/{PAPER}", edited)

    assert NEW not in rendered(FIRST).out


def test_each_format_is_told_apart(rendered):
    rendered(FIRST, "--format", "md,html", "--only", "todo")
    write(f"out/{NAME}-todo.zh.html", "手改")
    ran = rendered(SECOND, "--format", "md,html", "--only", "todo")

    assert f"  {NAME}-todo.zh.md .new.html（" in ran.out
    assert sorted(entries()) == sorted([PAPER, f"{NAME}-todo.zh.html", f"{NAME}-todo.zh.new.html"])


@pytest.mark.parametrize("more", [[], ["--force"]])
@pytest.mark.parametrize("instant", range(8))
def test_a_run_killed_at_any_instant_loses_no_edit_and_the_next_one_goes_on(
    rendered, edited, monkeypatch, instant, more
):
    rendered(FIRST, "--only", "todo")
    whole, done = files.write, []

    def killed(path, *rest):
        if path.startswith("out"):
            done.append(path)
            if len(done) > instant:
                raise KeyboardInterrupt
        whole(path, *rest)

    monkeypatch.setattr(files, "write", killed)
    assert rendered(SECOND, "--only", "todo,summary", *more).code in (0, 130)
    monkeypatch.setattr(files, "write", whole)

    assert "手改" in [held(name) for name in os.listdir("out")]
    assert rendered(THIRD, *more).code == 0
    assert "手改" in [held(name) for name in os.listdir("out")]
    assert rendered(FIRST, *more).code == 0


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows keeps no modes")
def test_a_paper_that_may_not_be_written_stops_everything(rendered, edited):
    os.chmod(f"out/{OTHER}", 0o444)
    before = tree()

    assert (rendered(SECOND, "--force").code, tree()) == (3, before)


@pytest.mark.parametrize("before", [["x"], {"a": 1}, 3, True])
def test_a_record_with_anything_as_what_was_there_before_is_no_defect(rendered, edited, before):
    known = json.loads(files.read("out/record.json"))
    write("out/record.json", json.dumps({**known, "files": [{**entry, "before": before} for entry in known["files"]]}))

    assert (rendered(SECOND).code, held(PAPER)) == (0, "手改")
