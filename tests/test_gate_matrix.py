"""The table of the guide, row by row: outcome, policy, waiver, approval and age give the exit code and the findings."""

import json
import os
import re
from datetime import date, timedelta

import pytest
from desk import ROOT, case_text

from szai_assess import files

TODAY = date(2026, 11, 22)
CASES = {
    "low": "17",
    "medium": "09",
    "high": "05",
    "out of scope": "26",
    "prohibited": "24",
    "on hold": "25",
    "unanswered": "09",
}
DAYS = {  # first and last day of a waiver, counted from today
    "holds": (-10, 60),
    "ended": (-60, -1),
    "not yet": (1, 60),
    "ends soon": (-60, 3),
    "other answers": (-10, 60),
    "other application": (-10, 60),
}
DECIDING = {"waived", "skipped", "block", "error"}


def table(guide):
    text = files.read(os.path.join(ROOT, "docs", guide)).decode()
    inside = text[text.index("<!-- matrix -->") : text.index("<!-- /matrix -->")]
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in inside.split("\n") if line.startswith("| ")
    ]
    return [tuple(cell.strip("| ") for cell in row) for row in rows[2:]]


ROWS = table("gate.md")


def test_both_guides_have_the_same_table():
    assert table("gate.zh-CN.md") == ROWS
    assert len(ROWS) > 40


def written(path, text):
    files.write(path, text.encode())


def on(age):
    return "" if age == "unknown" else (TODAY - timedelta(days=int(age))).isoformat()


def answers(outcome, age):
    """An answers file that comes to this outcome."""
    text = case_text(CASES[outcome])
    day = on(age)
    text = re.sub(r"(?m)^assessed_on:.*\n", f'assessed_on: "{day}"\n' if day else "", text)
    return re.sub(r"(?m)^  impact:.*\n(?:    .*\n)*", "", text) if outcome == "unanswered" else text


def settings(policy):
    """The policy as its file has it."""
    chosen = "" if policy == "all defaults" else re.sub(r", (?=[a-z_]+:)", "\n", policy)
    return f"policy: 1\n{chosen}\n"


def waiver(kind, code, entry):
    first, last = ((TODAY + timedelta(days=number)).isoformat() for number in DAYS[kind])
    digest = entry["answers_digest"] if kind != "other answers" else "sha256:" + "0" * 64
    name = entry["application"] if kind != "other application" else "另一个应用"
    return (
        f"waivers:\n  - finding: {code}\n    application: {name}\n    reason: 已安排整改\n    assessor: 张三\n    approver: 李四\n"
        f'    since: "{first}"\n    until: "{last}"\n    zone: "+08:00"\n    answers_digest: {digest}\n'
    )


def file_papers(tool, approval, age):
    """Papers and approvals as the row wants them."""
    if approval == "none filed":
        return
    assert tool("render", "szai.yaml").code == 0
    if approval in ("given", "answers changed", "paper edited", "approval altered"):
        ran = tool(
            *(
                "approve",
                "szai.yaml",
                "--role",
                "legal",
                "--by",
                "李四",
                "--author",
                "张三",
                "--today",
                TODAY.isoformat(),
            )
        )
        assert ran.code == 0, ran.err
    if approval == "answers changed":
        text = files.read("szai.yaml").decode()
        written("szai.yaml", text.replace(on(age), on(int(age) + 1), 1))
    if approval == "paper edited":
        paper = next(entry["file"] for entry in json.loads(files.read("szai-papers/record.json"))["files"])
        written(f"szai-papers/{paper}", files.read(f"szai-papers/{paper}").decode() + "补充说明。\n")
    for altered, path in (("approval altered", "approval-legal.json"), ("record altered", "record.json")):
        if approval == altered:
            text = files.read(f"szai-papers/{path}").decode()
            written(f"szai-papers/{path}", text.replace("sha256", "sha255", 1) if path != "record.json" else text[:-40])


@pytest.mark.parametrize("row", ROWS, ids=[" · ".join(row[:5]) for row in ROWS])
def test_a_row_of_the_table(row, tool):
    outcome, policy, given, approval, age, code, deciding = row
    written("szai.yaml", answers(outcome, age))
    today = ("--today", TODAY.isoformat())
    if "papers" in policy or "approvals" in policy or "blanks" in policy:
        file_papers(tool, approval, age)
    if policy != "—":
        entry = json.loads(tool("check", "--format", "json", *today).out)[0]
        waived = next((each.split()[0] for each in deciding.split(", ") if each[:3] == "G03"), "G030")
        written("szai-policy.yaml", settings(policy) + (waiver(given, waived, entry) if given != "—" else ""))
    ran = tool("check", "--format", "json", *today)
    report = json.loads(ran.out)[0]

    assert ran.code == int(code), ran.out
    found = {(each["code"], each["level"]) for each in report["findings"]}
    expected = {tuple(each.split()) for each in deciding.split(", ") if " " in each and "error" not in each}
    assert expected <= found
    assert {each for each in found if each[1] in DECIDING} == {each for each in expected if each[1] in DECIDING}
    assert {each[0] for each in found if "G050" <= each[0] <= "G054"} == {
        each[0] for each in expected if each[0] >= "G050"
    }
    if code == "3":
        assert report["outcome"] is None
        assert deciding == "error" or deciding.split()[0] in {error["code"] for error in report["errors"]}
