"""``due``: the days of every application, what sets each, and an exit code for a scheduled pipeline."""

import json
import os
import subprocess
import sys

import pytest
from desk import ROOT, UNDECIDED, case_text, changed, judged, write
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from test_cli_diff import schema
from test_sides import events

from szai_assess import approving, files
from szai_assess.filed import Party
from szai_assess.filing import filed

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX streams")
POLICY = """policy: "1"
max_age_days: 90
"""


@pytest.fixture
def desk(tmp_path):
    """A folder of two applications, one of them without a launch date."""
    write(str(tmp_path / "szai.yaml"), case_text("03"))
    write(str(tmp_path / "two" / "b.szai.yaml"), case_text("24"))
    return tmp_path


def test_the_screen(tool, desk):
    ran = tool("due", "--today", "2027-03-10")

    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith(
        "已过的日期（此后没有更晚的评估或者记录）\n"
        "  2027-02-01 首页商品推荐：事后跟踪\n"
        "      建议周期：本工具建议，《条例》未规定周期\n"
        "将到的日期（到 2027-04-09 为止）\n"
        "  2027-03-29 核对题包 szai-2022@1.0.0 是否仍是最新\n"
    )
    assert "算不出日期的\n" in ran.out
    assert "题包没有建议周期" in ran.out.replace("\n    ", "")


def test_in_english(tool, desk):
    ran = tool("due", "--today", "2027-03-10", "--lang", "en")

    assert ran.out.startswith(
        "Passed, with nothing later on record\n"
        "  2027-02-01 首页商品推荐: Ex-post tracking\n"
        "      Suggested period: This tool's suggestion; the Regulation sets no period\n"
        "Coming up (until 2027-04-09)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--today", "2026-12-01"), 0),
        (("--today", "2027-01-20"), 0),
        (("--today", "2027-02-02"), 1),
        (("szai.yaml", "gone.yaml", "--today", "2027-02-02"), 3),
        (("empty", "--today", "2026-12-01"), 3),
        (("--today", "2026-11-20"), 3),
        (("--within", "3x"), 2),
        (("--within", ""), 2),
        (("--within", "9999999d"), 2),
        (("--today", "tomorrow"), 2),
        (("--policy", ""), 2),
        (("",), 2),
    ],
)
def test_exit_codes(tool, desk, arguments, code):
    os.makedirs("empty", exist_ok=True)

    assert tool("due", *arguments).code == code


def test_a_clock_that_is_wrong_is_told_and_the_other_files_are_listed(tool, desk):
    write(str(desk / "old.szai.yaml"), changed("03", ('assessed_on: "2026-11-21"', 'assessed_on: "2025-11-21"')))
    ran = tool("due", "--today", "2026-06-01", "--within", "3m")

    assert ran.code == 3
    assert "szai.yaml O024 2026-06-01 早于评估日期 2026-11-21" in ran.err
    assert ran.err.endswith(UNDECIDED)
    assert "2026-08-01 首页商品推荐" in ran.out


def test_a_file_that_cannot_be_read_hides_no_other(tool, desk):
    write(str(desk / "bad.szai.yaml"), "pack: szai-2022\nanswers: {org_tpye: company}\n")
    ran = tool("due", "--today", "2027-02-02")

    assert ran.code == 3
    assert " A013 " in ran.err
    assert "2027-02-01 首页商品推荐" in ran.out


def test_looking_further(tool, desk):
    near, far = (tool("due", "--today", "2026-12-01", "--within", within).out for within in ("30d", "12m"))

    assert "最近的是 2027-02-01；用 --within" in near
    assert "2027-08-01 首页商品推荐" in far


def test_the_json_holds_to_its_schema_in_every_state(tool, desk):
    check = Draft202012Validator(schema("due"))
    check.check_schema(schema("due"))
    write(str(desk / "bad.szai.yaml"), "pack: [\n")
    for day in ("2026-01-01", "2026-12-01", "2027-03-10"):
        ran = tool("due", "--today", day, "--format", "json")
        found = json.loads(ran.out)

        assert ran.code == 3
        assert [error.message for error in check.iter_errors(found)] == []
        assert found["today"] == day
        assert "Y0" in found["errors"][0]["code"]
    found["entries"][0]["more"] = ""
    assert not check.is_valid(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_calendar_is_one_that_a_calendar_reads(tool, desk, language):
    ran = tool("due", "--today", "2026-12-01", "--within", "24m", "--format", "ics", "--lang", language)
    found = events(ran.out.replace("\r\n", "\n").replace("\n", "\r\n").encode())

    assert ran.code == 0
    assert [each["DTSTART;VALUE=DATE"] for each in found] == [
        "20270201",
        "20270329",
        "20270801",
        "20280201",
        "20280801",
    ]
    assert "b.szai.yaml" in ran.err


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_the_screen(tool, desk, monkeypatch, width, language):
    monkeypatch.setenv("COLUMNS", str(width))
    write(str(desk / "c.szai.yaml"), case_text("13"))
    lines = tool("due", "--today", "2027-03-10", "--within", "24m", "--lang", language).out.splitlines()

    assert len(lines) > 10
    assert all(cell_len(line) < width for line in lines)


def test_a_policy_adds_the_age_that_it_allows(tool, desk):
    write(str(desk / "policy.yaml"), POLICY)
    ran = tool("due", "szai.yaml", "--policy", "policy.yaml", "--today", "2027-02-20")

    assert ran.code == 1
    assert "2027-02-19 首页商品推荐：评估有效期届满" in ran.out
    assert "本单位规定：policy.yaml 规定评估在 90 天内有效" in ran.out


def test_a_policy_that_is_broken_or_gone_is_told(tool, desk):
    write(str(desk / "policy.yaml"), "max_age_days: soon\n")

    assert tool("due", "szai.yaml", "--policy", "policy.yaml").code == 3
    assert " O001 " in tool("due", "szai.yaml", "--policy", "gone.yaml").err


def approved(desk):
    """An approval of szai.yaml as it is, filed where approvals are."""
    folder, assessment = "szai-papers", judged(case_text("03"))
    parties = (Party("legal", "乙"), Party("developer", "甲"))
    approval = approving.made(assessment, filed(folder, "szai.yaml"), parties, "同意", "2026-11-22")
    os.makedirs(desk / folder)
    files.write(str(desk / folder / approval.file), approving.written(approval))
    return desk / folder / approval.file


def test_an_approval_that_no_longer_counts_is_told(tool, desk):
    approved(desk)
    before = tool("due", "szai.yaml", "--today", "2026-12-01")
    write(str(desk / "szai.yaml"), changed("03", ("scale_people: p4", "scale_people: p5")))
    after = tool("due", "szai.yaml", "--today", "2026-12-01")

    assert (before.code, after.code) == (0, 1)
    assert (
        "2026-11-22 首页商品推荐：法务 乙 的批准已失效，须重新批准\n      本单位规定：approval-legal.json："
        in after.out
    )


def test_an_approval_that_cannot_be_read_is_told_beside_the_days(tool, desk):
    path = approved(desk)
    path.write_text(path.read_text(encoding="utf-8").replace("同意", "不同意"), encoding="utf-8")
    ran = tool("due", "szai.yaml", "--today", "2027-02-02")

    assert ran.code == 3
    assert " R010 " in ran.err
    assert "2027-02-01 首页商品推荐" in ran.out


@POSIX
@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_a_reader_that_is_gone_is_no_pass(desk, form):
    command = [sys.executable, "-m", "szai_assess", "due", "--today", "2026-12-01", "--format", form]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as shut:
        known = {**os.environ, "PYTHONPATH": ROOT}
        ran = subprocess.run(command, cwd=desk, env=known, stdout=shut, stderr=subprocess.PIPE, timeout=60)

    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr
