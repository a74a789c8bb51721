"""``merge``: two answers files become one, beside it what came from where; where that cannot be, nothing is written."""

import os
import subprocess
import sys

import pytest
from desk import ROOT, UNDECIDED, case_text, changed, judged, opened, start, write
from rich.cells import cell_len

from szai_assess import files, locate
from szai_assess.cli.merge import names
from szai_assess.strict import SIZE

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX links, pipes and permissions")
UNLIKE = (
    ('minors_exposure: "no"', "minors_exposure: likely"),
    ("scale_people: p4", "scale_people: [p4, p5]"),
    ('rl3: "no"', "rl3: unknown"),
    ("address: 深圳市南山区示例路1号", "address: 深圳市福田区"),
    ("  decision_role: a3\n", "  # asked twice\n"),
    ("注册须年满十八周岁", "未核验年龄"),
)
DIFFER = "合并时两份作答不一致：a.yaml 填“基本没有，或者已限制其使用”（no）；b.yaml 填“不限于未成年人，但可能有相当数量”（likely）。"


@pytest.fixture
def desk(tmp_path):
    """Two answers files for one application, a.yaml and b.yaml, the second in part unlike the first."""
    write(str(tmp_path / "a.yaml"), "# pinned\n" + case_text("03"))
    write(str(tmp_path / "b.yaml"), changed("03", *UNLIKE))
    return tmp_path


def held(folder="."):
    """Every file of a folder, with its bytes."""
    return {name: files.read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}


def refused(ran, *codes):
    """Whether nothing was merged, for these reasons."""
    return (
        (ran.code, ran.out) == (3, "") and ran.err.endswith(UNDECIDED) and all(f" {code} " in ran.err for code in codes)
    )


def test_the_file_goes_to_standard_output_and_what_was_done_beside_it(tool, desk):
    before = held()
    ran = tool("merge", "a.yaml", "b.yaml")
    found = judged(ran.out).answers

    assert (ran.code, held()) == (0, before)
    assert "minors_exposure" not in found.values
    assert "address" not in found.values["project_card"]
    assert (found.values["scale_people"], found.values["red_lines"]["rl3"], found.values["decision_role"]) == (
        "p4",
        "no",
        "a3",
    )
    assert found.notes["minors_exposure"] == (
        f"〔a.yaml〕注册须年满十八周岁，付款须实名。 〔b.yaml〕未核验年龄，付款须实名。 {DIFFER}"
    )
    assert found.assessed_on == ""
    assert ran.out.startswith("# pinned\npack: szai-2022\n")
    assert "# asked twice\n" in ran.out
    assert "取自 a.yaml 3 项，取自 b.yaml 0 项，不一致\n2 项。" in ran.err
    assert "以较明确的为准：scale_people、red_lines.rl3。" in ran.err
    assert ran.err.endswith(
        "下列各项两份不一致，合并后未填，两种填法都写在说明（notes）里：\n"
        "问题                      a.yaml                    b.yaml\n"
        "住所                      深圳市南山区示例路1号     深圳市福田区\n"
        "未成年人是否会使用本应用  基本没有，或者已限制其使  不限于未成年人，但可能有\n"
        "或者受其影响              用                        相当数量\n"
        "合并后的作答还没有完成日期（assessed_on），补问完毕时写入。\n"
        "下一步：运行 szai-assess assess FILE，补问尚未作答的问题。\n"
    )


def test_in_english_all_of_it_is_english(tool, desk):
    ran = tool("merge", "a.yaml", "b.yaml", "--lang", "en", "--output", "m.yaml")
    note = judged(files.read("m.yaml").decode()).answers.notes["minors_exposure"]

    assert (ran.code, ran.err) == (0, "")
    assert "taken from a.yaml: 3; taken from\nb.yaml: 0; in conflict: 2.\n" in ran.out
    assert "\nWritten: m.yaml\n" in ran.out
    assert "\nRegistered address        深圳市南山区示例路1号     深圳市福田区\n" in ran.out
    assert ran.out.endswith("\nNext: run szai-assess assess m.yaml, which asks what is still unanswered.\n")
    assert note.startswith("[a.yaml] 注册须年满十八周岁，付款须实名。 [b.yaml] ")
    assert "The answers merged here differ: a.yaml says “Practically none, or their use is restricted” (no); " in note


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_the_screen_and_its_columns_are_aligned(tool, desk, monkeypatch, width, language):
    monkeypatch.setenv("COLUMNS", str(width))
    lines = tool("merge", "a.yaml", "b.yaml", "--lang", language).err.splitlines()
    head = next(line for line in lines if line.endswith("b.yaml") and "   a.yaml" in line)
    below = lines[lines.index(head) + 1 :]

    assert all(cell_len(line) < width for line in lines)
    for name, cells in (
        ("a.yaml", ("深圳市南山区", "基本没有，" if language == "zh" else "Practically")),
        ("b.yaml", ("深圳市福田区",)),
    ):
        for cell in cells:
            line = next(line for line in below if cell in line)
            assert cell_len(line[: line.index(cell)]) == head.index(name) + cell_len(head) - len(head)


def test_two_files_that_say_the_same_keep_their_date_and_list_nothing(tool, desk):
    write(str(desk / "b.yaml"), case_text("03"))
    ran = tool("merge", "a.yaml", "b.yaml")

    assert ran.code == 0
    assert judged(ran.out).answers == judged(case_text("03")).answers
    assert "取自 a.yaml 0 项，取自 b.yaml 0 项，不一致\n0 项。\n下一步：" in ran.err


def test_halves_make_a_whole(tool, tmp_path):
    write(str(tmp_path / "a.yaml"), "pack: szai-2022\nanswers: {org_type: company, impact: {national: h0}}\n")
    write(str(tmp_path / "b.yaml"), '{"pack": "szai-2022@1.0.0", "answers": {"impact": {"individual": "h1"}}}')
    ran = tool("merge", "a.yaml", "b.yaml")

    assert judged(ran.out).answers.values == {"org_type": "company", "impact": {"national": "h0", "individual": "h1"}}
    assert ran.out.startswith(f"pack: szai-2022@{opened().get()[0].version}\n")
    assert "一致 0 项，取自 a.yaml 2 项，取自 b.yaml 1 项，不一致0 项。" in ran.err.replace("\n", "")


def test_merged_again_with_a_source_the_file_stays_as_it_is(tool, desk):
    assert tool("merge", "a.yaml", "b.yaml", "--output", "m.yaml").code == 0
    before = held()
    for source in ("a.yaml", "b.yaml"):
        ran = tool("merge", "m.yaml", source, "--output", "m.yaml")

        assert ran.code == 0
        assert "（此前合并时不一致，尚未" in ran.out
        assert held() == before


def test_the_faults_of_both_files_are_told_at_once_with_that_of_the_output(tool, desk):
    write(str(desk / "a.yaml"), "pack: szai-2022\nanswers: {org_tpye: company}\n")
    write(str(desk / "b.yaml"), "pack: szai-2022@9.0.0\nanswers: {scale_people: p9}\n")
    write(str(desk / "c.yaml"), "mine")
    before = held()

    assert refused(tool("merge", "a.yaml", "b.yaml", "--output", "c.yaml"), "A013", "A026", "A014", "O012")
    assert refused(tool("merge", "a.yaml", "none.yaml"), "A013", "O001")
    assert held() == before


def test_a_pack_that_cannot_be_opened_is_told_once(tool, desk):
    ran = tool("merge", "a.yaml", "b.yaml", "--pack", "nowhere")

    assert refused(ran, "O004")
    assert ran.err.count("O004") == 1


def test_files_for_different_packs_are_not_merged(tool, desk, monkeypatch):
    other = desk / "shelf" / "other"
    for name, data in files.below(locate.pack_folder()).items():
        text = data.decode()
        write(str(other / name), text.replace("id: szai-2022", "id: other", 1) if name == "pack.yaml" else text)
    monkeypatch.setenv("SZAI_PACKS", str(desk / "shelf"))
    write(str(desk / "b.yaml"), "pack: other\nanswers: {}\n")

    assert refused(tool("merge", "a.yaml", "b.yaml"), "A032")
    assert refused(tool("merge", "a.yaml", "b.yaml", "--pack", "other"), "A025")
    write(str(desk / "a.yaml"), "pack: other\nanswers: {org_type: company}\n")
    assert tool("merge", "a.yaml", "b.yaml").out.startswith("pack: other\nanswers:\n")


@POSIX
@pytest.mark.parametrize("second", ["a.yaml", "./a.yaml", "soft.yaml", "hard.yaml"])
def test_the_same_file_twice_is_wrong_use(tool, desk, second):
    os.symlink("a.yaml", "soft.yaml")
    os.link("a.yaml", "hard.yaml")
    ran = tool("merge", "a.yaml", second)

    assert (ran.code, ran.out) == (2, "")
    assert "U014" in ran.err
    assert "same file" in tool("merge", "a.yaml", second, "--lang", "en").err


@pytest.mark.parametrize("arguments", [[], ["a.yaml"], ["a.yaml", ""], ["a.yaml", "b.yaml", "--output", ""]])
def test_what_is_missing_is_wrong_use(tool, desk, arguments):
    ran = tool("merge", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "U012" in ran.err


def test_nothing_is_written_over_another_file_or_folder(tool, desk):
    write(str(desk / "c.yaml"), "mine")
    before = held()

    assert refused(tool("merge", "a.yaml", "b.yaml", "--output", "c.yaml"), "O012")
    assert held() == before
    os.mkdir("folder")
    assert refused(tool("merge", "a.yaml", "b.yaml", "--output", "folder"), "O012")


@pytest.mark.parametrize("output", ["a.yaml", "./b.yaml"])
def test_one_of_the_two_may_be_replaced(tool, desk, output):
    wanted = judged(tool("merge", "a.yaml", "b.yaml").out).answers
    before = held()
    ran = tool("merge", "a.yaml", "b.yaml", "--output", output)

    assert (ran.code, ran.err) == (0, "")
    assert {name for name, data in held().items() if data != before[name]} == {os.path.basename(output)}
    assert judged(files.read(output).decode()).answers == wanted
    assert f"已写入 {output}\n" in ran.out


@POSIX
def test_a_file_behind_a_link_is_replaced_and_the_link_stays(tool, desk):
    os.symlink("a.yaml", "soft.yaml")

    assert tool("merge", "soft.yaml", "b.yaml", "--output", "soft.yaml").code == 0
    assert os.readlink("soft.yaml") == "a.yaml"
    assert "minors_exposure" not in judged(files.read("a.yaml").decode()).answers.values


def test_a_folder_of_its_own_is_made_for_the_output(tool, desk):
    assert tool("merge", "a.yaml", "b.yaml", "--output", os.path.join("new", "szai.yaml")).code == 0
    assert "minors_exposure" not in judged(files.read(os.path.join("new", "szai.yaml")).decode()).answers.values


@POSIX
@pytest.mark.skipif(hasattr(os, "getuid") and os.getuid() == 0, reason="nothing is write-protected for the superuser")
def test_a_folder_that_takes_nothing_is_told(tool, desk):
    os.mkdir("shut", 0o500)

    assert refused(tool("merge", "a.yaml", "b.yaml", "--output", "shut/m.yaml"), "O003")
    assert os.listdir("shut") == []


def test_a_place_that_takes_nothing_is_told(tool, desk):
    assert refused(tool("merge", "a.yaml", "b.yaml", "--output", os.path.join("a.yaml", "m.yaml")), "O003")


@POSIX
def test_a_pipe_is_no_answers_file(tool, desk):
    os.mkfifo("pipe.yaml")

    assert refused(tool("merge", "pipe.yaml", "b.yaml"), "O009")
    assert refused(tool("merge", "a.yaml", "pipe.yaml"), "O009")


def test_notes_that_are_too_long_together_are_not_written(tool, desk):
    for name in ("a", "b"):
        write(str(desk / f"{name}.yaml"), f"pack: szai-2022\nnotes: {{org_type: {name * 9_998}}}\n")
    ran = tool("merge", "a.yaml", "b.yaml")

    assert refused(ran, "A031")
    assert "a.yaml + b.yaml A031 notes.org_type 合并后有 20013 字，超过 20000 字\n" in ran.err


def test_a_result_that_is_too_large_is_not_written(tool, desk):
    pack = opened().get()[0]
    rows = next(question for question in pack.questions if question.id == "controls").parts[:12]
    for name in ("a", "b"):
        remarks = "".join(f"  controls.{row}: {'漢' * 9_900}{name}\n" for row in rows)
        write(str(desk / f"{name}.yaml"), f"pack: szai-2022\nnotes:\n{remarks}evidence:\n{remarks}")
    ran = tool("merge", "a.yaml", "b.yaml", "--output", "m.yaml")

    assert max(len(data) for data in held().values()) < SIZE
    assert refused(ran, "Y010")
    assert "m.yaml" not in held()


def test_nothing_that_a_file_says_steers_the_terminal(tool, tmp_path):
    for name in ("a", "b"):
        text = f'pack: szai-2022\nanswers: {{product_purpose: "\\e[2J{name}\\u202e\\n{"x" * 900}"}}\n'
        write(str(tmp_path / f"{name}\x1b[1m.yaml"), text)
    ran = tool("merge", "a\x1b[1m.yaml", "b\x1b[1m.yaml")
    note = judged(ran.out).answers.notes["product_purpose"]

    assert ran.code == 0
    assert not set(ran.out + ran.err) & {"\x1b", "\u202e"}
    assert "a␛[1m.yaml" in ran.err
    assert "…" in ran.err
    assert "\x1b[2Ja\u202e\n" + "x" * 900 in note


def test_the_file_is_utf_8_whatever_the_console_speaks(desk):
    ran = start(["merge", "a.yaml", "b.yaml"], desk, encoding=None, PYTHONIOENCODING="gb18030")

    assert ran.returncode == 0
    assert DIFFER in ran.stdout.decode("utf-8")
    assert "不一致" in ran.stderr.decode("gb18030")


def test_a_full_disk_is_told(desk):
    if not os.path.exists("/dev/full"):
        pytest.skip("no such device here")
    command = [sys.executable, "-m", "szai_assess", "merge", "a.yaml", "b.yaml"]
    known = {**os.environ, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8", "SZAI_LANG": "zh"}
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run(command, cwd=desk, env=known, stdout=full, stderr=-1, encoding="utf-8", timeout=60)

    assert ran.returncode == 3
    assert "O003" in ran.stderr
    assert "已合并" not in ran.stderr


@pytest.mark.parametrize(
    ("first", "second", "called"),
    [
        ("a.yaml", "x/b.yaml", ("a.yaml", "b.yaml")),
        ("x/szai.yaml", "y/szai.yaml", ("x/szai.yaml", "y/szai.yaml")),
        ("x/app/szai.yaml", "y/app/szai.yaml", ("x/app/szai.yaml", "y/app/szai.yaml")),
        ("/szai.yaml", "/x/szai.yaml", ("/szai.yaml", "x/szai.yaml")),
    ],
)
@POSIX
def test_two_files_are_called_by_what_tells_them_apart(first, second, called):
    assert names(first, second) == called
    assert names(second, first) == called[::-1]
