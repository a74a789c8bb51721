"""The reports: text for people on lines of their own, JSON for programs, nothing of a stranger's that could be taken for ours."""

import json

import pytest
from desk import case_names, case_text, changed, judged, line_of

from szai_assess import report
from szai_assess.errors import AnswersError, Fault, OutputError, Place
from szai_assess.gate import Limits, examine
from szai_assess.report import Checked
from szai_assess.report.text import faults

NASTY = '"智\\n未拦截\\r\\e[2J\\u202e\\u2028<b>|x|{{7*7}} ../.." #'


def checked(text, file="szai.yaml", limits=Limits()):  # noqa: B008
    case = judged(text, file)
    return Checked(file, case, examine(case, limits), None)


def failed(file="bad.yaml"):
    return Checked(file, None, (), AnswersError(Fault("A011", Place(file, 1, 1))))


def text_of(*each, language="zh"):
    return report.as_text(list(each), language)


def test_a_settled_case_is_its_name_its_gate_its_outcome_and_its_reasons():
    first, second, third, fourth = text_of(checked(case_text("03"))).splitlines()

    assert first == "szai.yaml: 首页商品推荐 — 未拦截"
    assert second == "  自评结果：中风险（事前披露和事后跟踪）"
    assert third.startswith("  · MX-S2H2E3 ")
    assert third.endswith("（条件取自：工具判断；66.1 72.1）")
    assert fourth == "    条件的出处如上；由此得出的等级系本工具判断。"


def test_in_english_no_chinese_is_left_but_the_names_of_the_users():
    lines = text_of(checked(case_text("05")), language="en").splitlines()

    assert lines[1] == "  Self-assessed: High risk (Ex-ante assessment and risk warning)"
    assert not any("\u4e00" <= sign <= "\u9fff" or sign in "（）；：，。" for line in lines[1:] for sign in line)


@pytest.mark.parametrize("name", case_names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_can_be_told_and_comes_the_same_each_time(name, language):
    told = text_of(checked(case_text(name)), language=language)

    assert told == text_of(checked(case_text(name)), language=language)
    assert "{" not in told
    assert all(line == line.rstrip() and line for line in told.splitlines())


def test_a_result_that_is_not_settled_shows_its_range():
    told = text_of(checked(changed("03", ('important_data: "no"', "important_data: unknown"))))

    assert told.splitlines()[1] == "  暂定：中风险—高风险，按高风险准备（事前评估和风险预警）"
    assert "  提示 G017 结论未定。暂定：中风险—高风险，按高风险准备\n" in told


def test_where_the_outcome_is_no_tier_the_tier_is_no_result():
    told = text_of(checked(case_text("14")))

    assert "（测算等级：中风险，不作为结论）" in told
    assert "— 拦截" in told


def test_out_of_scope_shows_no_tier():
    assert "风险" not in text_of(checked(case_text("26"))).splitlines()[1]


def test_a_finding_has_its_line_and_what_to_do():
    text = case_text("14")
    lines = text_of(checked(text)).splitlines()
    at = next(number for number, line in enumerate(lines) if "G001" in line)

    assert lines[at].startswith(f"  拦截 G001（第 {line_of(text, 'red_lines:')} 行）")
    assert lines[at + 1].startswith("     → ")
    assert f" G001 (line {line_of(text, 'red_lines:')}) " in text_of(checked(text), language="en")


def test_several_files_are_counted():
    told = text_of(checked(case_text("03")), checked(case_text("14")), failed())

    assert told.endswith("共 3 份：拦截 1 份，未作出判定 1 份。\n")
    assert "bad.yaml: 未作出判定（原因见错误输出）\n" in told
    assert "共" not in text_of(failed())


def test_an_application_without_a_name_is_called_so():
    assert text_of(checked("pack: szai-2022\nanswers: {}\n")).startswith("szai.yaml: （未填写名称） — 拦截\n")


def test_a_name_of_anything_stays_on_its_line_and_steers_nothing():
    plain, nasty = case_text("03"), changed("03", ("product_name: ", f"product_name: {NASTY}"))
    told, before = text_of(checked(nasty)), text_of(checked(plain))

    assert told.splitlines()[1:] == before.splitlines()[1:]
    assert told.splitlines()[0] == "szai.yaml: 智 未拦截␍␛[2J\ufffd <b>|x|{{7*7}} ../.. — 未拦截"


@pytest.mark.parametrize(
    ("file", "shown"),
    [("a\nb: 未拦截", "a␊b: 未拦截"), ("\x1b[2J\r.yaml", "␛[2J␍.yaml"), ("two  spaces", "two  spaces")],
)
def test_a_file_name_of_anything_stays_on_its_line(file, shown):
    assert text_of(checked(case_text("03"), file)).startswith(f"{shown}: 首页商品推荐 — ")
    assert text_of(failed(file)).startswith(f"{shown}: 未作出判定")
    assert next(faults(failed(file).error, "zh")).startswith(f"{shown}:1:1 A011 ")


def test_a_fault_is_where_what_and_what_to_do():
    error = AnswersError(
        Fault("A013", Place("b.yaml", 12, 3), {"name": "org_tpye\x1b[31m", "nearest": "org_type"}),
        Fault("A011", Place("a.yaml", 2, 1)),
        Fault("O001", Place("a.yaml"), {"file": "a.yaml"}),
    )

    assert list(faults(error, "en")) == [
        "a.yaml O001 There is no file a.yaml",
        "  → Check the path; to start a new one, run szai-assess assess a.yaml.",
        "a.yaml:2:1 A011 There are no answers in the file",
        "  → Run szai-assess assess to start one, or write it in the form of pack: and answers:.",
        "b.yaml:12:3 A013 There is no question org_tpye␛[31m; the nearest is org_type",
        "  → Correct the name of the question, or delete the entry if it is not needed.",
    ]


def test_json_is_an_array_of_all_files_in_both_languages():
    each = [checked(case_text("03"), "a.yaml"), failed(), checked(case_text("14"), "c.yaml")]
    found = json.loads(report.as_json(each, "zh"))

    assert [entry["file"] for entry in found] == ["a.yaml", "bad.yaml", "c.yaml"]
    assert [entry["outcome"] for entry in found] == ["medium", None, "prohibited_suspected"]
    assert report.as_json(each, "en") == report.as_json(each, "zh")
    assert set(found[2]["findings"][0]["message"]) == {"zh", "en"}


def test_json_of_nothing_is_still_an_array():
    assert json.loads(report.as_json([], "zh")) == []


def test_json_carries_every_name_as_it_is_and_no_control_sign():
    text = report.as_json(
        [checked(changed("03", ("product_name: ", f"product_name: {NASTY}")), "\x1b[2J\n.yaml")], "zh"
    )
    found = json.loads(text)[0]

    assert "\x1b" not in text
    assert found["file"] == "\x1b[2J\n.yaml"
    assert "\u202e" not in text


def test_a_fault_that_is_no_answers_fault_is_reported_alike():
    each = Checked("x", None, (), OutputError(Fault("O002", Place("x"), {"file": "x", "reason": "\x1b[0m"})))
    error = json.loads(report.as_json([each], "zh"))[0]["errors"][0]

    assert (error["code"], error["line"], error["column"]) == ("O002", 0, 0)
    assert "␛[0m" in error["message"]["zh"]
