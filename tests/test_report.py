"""The reports: text for people on lines of their own, JSON for programs, nothing of a stranger's that could be taken for ours."""

import json

import pytest
from desk import case_names, case_text, changed, judged, line_of
from reported import HOSTILE, every_level, everything, named

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
    assert lines[at].endswith("（参见 72.2.5 PIPL-24.1 ALGO-21 SZDATA-69.1 SZDATA-69.2）")
    assert lines[-2:] == ["怎样放行：", "  → G001 停止相关功能，交法务审查，整改后重新评估；不产出分级文书。"]
    assert f" G001 (line {line_of(text, 'red_lines:')}) " in text_of(checked(text), language="en")


def test_several_files_are_counted():
    told = text_of(checked(case_text("03")), checked(case_text("14")), failed())

    assert "\n\n共 3 份：拦截 1 份，未作出判定 1 份。\n怎样放行：\n" in told
    assert told.endswith("不产出分级文书。（szai.yaml）\n")
    assert "bad.yaml: 未作出判定（原因见错误输出）\n" in told
    assert "共" not in text_of(failed())


def test_what_is_waived_or_skipped_is_kept_apart_with_its_reason_and_counted():
    told = text_of(every_level("a.yaml"), checked(case_text("03"), "b.yaml"))

    assert (
        "  豁免 G004 自评结果为高风险，高于允许的上限低风险\n     · 由王五豁免至 2026-12-31（+08:00）：试点 ]]> <b>\n"
        in told
    )
    assert "  跳过 G004 自评结果为高风险，高于允许的上限低风险\n     · 门禁政策处于观察模式，只报告不拦截\n" in told
    assert "共 2 份：拦截 1 份，未作出判定 0 份。豁免 1 项，跳过 1 项。\n" in told


def test_what_would_let_through_is_said_once_for_all_that_need_it():
    todo = "运行 szai-assess assess 补答；确实不知道的，选“不清楚”。"
    one = text_of(every_level())
    many = text_of(*(every_level(f"{name}.yaml") for name in "abcd"))

    assert one.endswith(f"怎样放行：\n  → G003（2 项） {todo}\n")
    assert many.endswith(f"怎样放行：\n  → G003（8 项） {todo}（a.yaml、b.yaml、c.yaml 等 4 份）\n")
    assert one.count(todo) == many.count(todo) == 1
    assert "怎样放行" not in text_of(checked(case_text("03")), failed())


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


def test_json_says_who_waived_and_which_law_a_finding_rests_on():
    found = json.loads(report.as_json([every_level()], "zh"))[0]["findings"]
    law = judged(case_text("03")).words.question("org_type")["cites"]

    assert [each["level"] for each in found] == ["block", "block", "warn", "waived", "skipped"]
    assert found[0]["cites"] == list(law)
    assert found[3]["remark"]["code"] == "check.waived_by"
    assert found[3]["remark"]["message"]["zh"].startswith("由王五豁免至 2026-12-31")
    assert "remark" not in found[0]
    assert "cites" not in found[3]


@pytest.mark.parametrize(("number", "code", "law"), [("04", "G010", ["66.2"]), ("26", "G011", None)])
def test_what_the_outcome_rests_on_is_the_law_behind_it(number, code, law):
    case = checked(case_text(number))
    found = json.loads(report.as_json([case], "zh"))[0]
    because = [cite for reason in found["reasons"] for cite in reason["cites"]]

    assert next(each["cites"] for each in found["findings"] if each["code"] == code) == (law or because)


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


def test_every_finding_is_in_the_text_by_its_code():
    for each in everything():
        told = text_of(each)
        assert all(told.count(f" {finding.code}") >= 1 for finding in each.findings)
        assert sum(line.startswith("  ") and line[5:6] == "G" for line in told.splitlines()) == len(each.findings)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_add_no_line_to_the_text_and_steer_nothing(name):
    plain, nasty = (text_of(named(each), every_level()) for each in ("a", HOSTILE[name]))

    assert len(nasty.splitlines()) == len(plain.splitlines())
    assert not any(line.startswith("::") for line in nasty.splitlines())
    assert not any(sign in nasty for sign in ("\x1b", "\x00", "\u202e", "##["))
