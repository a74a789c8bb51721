"""``diff``: files or revisions of git, three formats, and an exit code that only ``--exit-code`` gives a meaning."""

import json
import os
import re
import subprocess
import sys

import pytest
from desk import ROOT, UNDECIDED, case_names, case_text, changed, start, write
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from rich.cells import cell_len

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX names and streams")
HOSTILE = "@octocat #1 GH-2 <script>x</script> | `x` [a](http://x.cn) ![i](x) **b** :tada: www.x.cn \x1b[2J\u202e"


def schema(name="diff"):
    with open(os.path.join(ROOT, "docs", f"{name}.schema.json"), encoding="utf-8") as stream:
        return json.load(stream)


@pytest.fixture
def desk(tmp_path):
    """Two answers files, the second with more persons and another address."""
    write(str(tmp_path / "a.yaml"), case_text("03"))
    write(str(tmp_path / "b.yaml"), changed("03", ("scale_people: p4", "scale_people: p5"), ("示例路1号", "示例路2号")))
    return tmp_path


def refused(ran, *codes):
    return ran.code == 3 and ran.out == "" and ran.err.endswith(UNDECIDED) and all(f" {c} " in ran.err for c in codes)


def test_the_screen(tool, desk):
    ran = tool("diff", "a.yaml", "b.yaml")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "首页商品推荐\n"
        "a.yaml → b.yaml\n"
        "重大变更：建议重新评估（哪些变化算重大，由本工具拟定，《条例》没有规定）\n"
        "  · 人数档次或者地域变化：scale_people\n"
        "\n"
        "关联义务（2）\n"
        "  · 个人信息保护合规审计\n"
        "      原：—\n"
        "      现：可能适用\n"
        "  · 大型个人信息处理者（征求意见稿）\n"
        "      原：—\n"
        "      现：可能适用\n"
        "\n"
        "作答（2）\n"
        "  · 住所（project_card.address）\n"
        "      原：深圳市南山区示例路1号\n"
        "      现：深圳市南山区示例路2号\n"
        "  · 未来十二个月内，预计有多少自然人受本应用影响（scale_people）\n"
        "      原：100万以上不满1000万人\n"
        "      现：1000万人以上\n"
    )


def test_in_english(tool, desk):
    ran = tool("diff", "a.yaml", "b.yaml", "--lang", "en")

    assert "another assessment is suggested" in ran.out
    assert "Regulation does not say" in ran.out.replace("\n", " ")
    assert "      Before: —\n      After: May apply\n" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("a.yaml", "b.yaml"), 0),
        (("a.yaml", "b.yaml", "--exit-code"), 1),
        (("a.yaml", "a.yaml", "--exit-code"), 0),
        (("a.yaml", "gone.yaml", "--exit-code"), 3),
        (("a.yaml",), 2),
        (("a.yaml", ""), 2),
        (("a.yaml", "b.yaml", "--format", "html"), 2),
    ],
)
def test_exit_codes(tool, desk, arguments, code):
    from szai_assess.__main__ import run

    assert tool("diff", *arguments).code == code
    assert run(["diff", *arguments]) == code


def test_what_is_not_material_is_said_to_be_none(tool, desk):
    write(str(desk / "c.yaml"), changed("03", ("示例路1号", "示例路2号")))
    ran = tool("diff", "a.yaml", "c.yaml", "--exit-code")

    assert ran.code == 0
    assert "\n未见重大变更（" in ran.out
    assert "两份作答没有区别。" in tool("diff", "a.yaml", "a.yaml").out


def test_the_faults_of_both_sides_are_told_at_once(tool, desk):
    write(str(desk / "x.yaml"), "pack: szai-2022\nanswers: {org_tpye: company}\n")

    assert refused(tool("diff", "x.yaml", "gone.yaml"), "A013", "O001")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_the_screen(tool, tmp_path, monkeypatch, width, language):
    for name in case_names():
        write(str(tmp_path / name), case_text(name))
    monkeypatch.setenv("COLUMNS", str(width))
    for first, second in (
        ("05-credit-approval.yaml", "24-face-swap.yaml"),
        ("26-fixed-formula.yaml", "13-companion.yaml"),
    ):
        ran = tool("diff", first, second, "--lang", language)

        assert ran.code == 0
        assert all(cell_len(line) < width for line in ran.out.splitlines())


def test_the_json_holds_to_its_schema(tool, tmp_path):
    Draft202012Validator.check_schema(schema())
    names = case_names()
    for name in names:
        write(str(tmp_path / name), case_text(name))
    for first, second in zip(names, [*names[7:], *names[:7]], strict=True):
        ran = tool("diff", first, second, "--format", "json")
        found = json.loads(ran.out)

        assert [error.message for error in Draft202012Validator(schema()).iter_errors(found)] == []
        assert found["is_material"] == bool(found["material"])
        assert (found["old"]["file"], found["new"]["file"]) == (first, second)


def test_the_schema_is_closed_and_needs_every_key(tool, desk):
    found = json.loads(tool("diff", "a.yaml", "b.yaml", "--format", "json").out)
    check = Draft202012Validator(schema())

    for part in (found, found["old"], found["changes"], found["material"][0], found["changes"]["answers"][0]):
        part["more"] = ""
        assert not check.is_valid(found)
        del part["more"]
        for key in list(part):
            value = part.pop(key)
            assert not check.is_valid(found)
            part[key] = value
    assert check.is_valid(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_markdown_is_text_whatever_people_wrote(tool, desk, language):
    text = changed("03", ("示例路1号", "示例路2号")).replace(
        "address: 深圳市南山区示例路2号", "address: " + json.dumps(HOSTILE), 1
    )
    write(str(desk / "c.yaml"), text)
    ran = tool("diff", "a.yaml", "c.yaml", "--format", "markdown", "--lang", language)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(ran.out)
    inside = [child for token in tokens for child in token.children or ()]

    assert ran.code == 0
    assert {child.type for child in inside} <= {"text", "text_special", "strong_open", "strong_close"}
    assert not [token for token in tokens if token.type == "html_block"]
    shown = "".join(child.content for child in inside)
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.|:\w+:", shown)
    assert not {"\x1b", "\u202e"} & {*ran.out}
    assert ran.out.startswith("### 首页商品推荐\n\na.yaml → c.yaml\n")


def test_a_comment_has_no_more_rows_than_can_be_read(tool, desk):
    write(str(desk / "empty.yaml"), "pack: szai-2022\n")
    ran = tool("diff", "empty.yaml", "a.yaml", "--format", "markdown")

    assert re.search(r"^\| ……另有 \d+ 项 \| \| \|$", ran.out, re.MULTILINE)
    assert len(ran.out) < 65_536


def test_a_name_of_a_file_steers_nothing(tool, desk):
    name = "c\x1b[2J@x|.yaml"
    write(str(desk / name), case_text("03"))
    for form in ("text", "markdown"):
        assert "\x1b" not in tool("diff", "a.yaml", name, "--format", form).out


@POSIX
def test_a_reader_that_is_gone_is_no_pass(desk):
    command = [sys.executable, "-m", "szai_assess", "diff", "a.yaml", "b.yaml"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as shut:
        known = {**os.environ, "PYTHONPATH": ROOT}
        ran = subprocess.run(command, cwd=desk, env=known, stdout=shut, stderr=subprocess.PIPE, timeout=60)

    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr


def test_markdown_and_json_are_utf_8_whatever_the_console_speaks(desk):
    for form in ("markdown", "json"):
        ran = start(["diff", "a.yaml", "b.yaml", "--format", form], desk, encoding=None, PYTHONIOENCODING="gb18030")

        assert "首页商品推荐" in ran.stdout.decode("utf-8")
