"""Days counted from the launch date: the arithmetic, what of it the papers get, and that nothing is made up."""

import calendar
import re
from datetime import date

import pytest
import shelf
from assessed import CASES, case, dossier_of, pack, papers_of, words
from hypothesis import given
from hypothesis import strategies as st

from szai_assess.calendar_days import later, months_between, plain_day, recurring
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.document import STATUTORY, SUGGESTED
from szai_assess.errors import PackError
from szai_assess.milestones import milestones
from szai_assess.proofread import proofread
from szai_assess.words import Words

DAYS = st.dates().map(date.isoformat)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-06-01", 0, "2026-06-01"),
        ("9999-12-31", 1, ""),
        ("9999-06-30", 6, "9999-12-30"),
    ],
)
def test_a_day_some_months_later(day, months, expected):
    assert later(day, months) == expected


@given(DAYS, st.integers(0, 600))
def test_only_the_last_days_of_a_month_move(day, months):
    found = later(day, months)
    if not found:
        assert int(day[:4]) + months // 12 >= 9999
        return
    start, end = date.fromisoformat(day), date.fromisoformat(found)
    assert months_between(day, found) == months
    assert end.day == min(start.day, calendar.monthrange(end.year, end.month)[1])


@given(DAYS, st.integers(1, 60), st.integers(0, 5), DAYS | st.just(""))
def test_recurring_days_are_the_first_whole_periods_behind_a_day(start, months, count, after):
    found = recurring(start, months, count, after)
    number, expected = 1, []
    if after:
        number = max(1, months_between(start, after) // months - 1)  # the days before lie in earlier months
        assert number == 1 or later(start, months * number) <= after
    while len(expected) < count and (day := later(start, months * number)):
        expected += [day] if day > after else []
        number += 1

    assert found == tuple(expected)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-01", "2026-06-01"),
        (" ２０２６－０６－０１ ", "2026-06-01"),
        ("2026-02-30", ""),
        ("2026年6月", ""),
        ("2026/06/01", ""),
        ("20260601", ""),
        ("2026-6-1", ""),
        ("2026-06-01 前后", ""),
        ("", ""),
    ],
)
def test_only_a_plain_day_is_a_day(text, day):
    assert plain_day(text) == day


def launched(name, day, assessed_on=None):
    """A case with another launch date."""
    answers = case(name)
    card = {**answers.values["project_card"], "launch_date": day}
    on = answers.assessed_on if assessed_on is None else assessed_on
    return answers._replace(values={**answers.values, "project_card": card}, assessed_on=on)


def dates(answers, kind=SUGGESTED):
    return [each.date for each in dossier_of(answers).milestones if each.kind == kind]


@pytest.mark.parametrize(
    ("name", "day", "assessed_on", "expected"),
    [
        ("09-hotline-chatbot", "2026-08-31", "", ["2027-02-28", "2027-08-31", "2028-02-29", "2028-08-31"]),
        ("09-hotline-chatbot", "２０２６－０６－０１", "", ["2026-12-01", "2027-06-01", "2027-12-01", "2028-06-01"]),
        (
            "09-hotline-chatbot",
            "2024-08-01",
            "2026-11-21",
            ["2027-02-01", "2027-08-01", "2028-02-01", "2028-08-01"],
        ),
        ("09-hotline-chatbot", "2026-06-01", "2026-12-01", ["2027-06-01", "2027-12-01", "2028-06-01", "2028-12-01"]),
        ("17-waste-sorting", "2027-01-10", "2026-11-21", ["2028-01-10", "2029-01-10", "2030-01-10", "2031-01-10"]),
        ("05-credit-approval", "2026-10-31", "", ["2027-01-31", "2027-04-30", "2027-07-31", "2027-10-31"]),
        ("17-waste-sorting", "9998-01-10", "", ["9999-01-10"]),
        ("17-waste-sorting", "9999-01-10", "", []),
    ],
)
def test_the_next_days_are_counted_from_the_launch_date(name, day, assessed_on, expected):
    assert dates(launched(name, day, assessed_on)) == expected


@pytest.mark.parametrize("day", ["", "2026年6月", "2026-13-01", "明年"])
def test_without_a_launch_date_nothing_is_made_up(day):
    answers = launched("09-hotline-chatbot", day)
    plan = papers_of(answers)["tracking_plan"]
    section = plan.text.split("## 四、")[1].split("## 五、")[0]

    assert dossier_of(answers).milestones == ()
    assert not re.search(r"\d{4}-\d{2}-\d{2}", section)
    assert [blank.owner for blank in plan.blanks if blank.what == "上线日期（确定到日）和由此起算的各次日期"] == [
        "business"
    ]


@pytest.mark.parametrize("name", ["24-face-swap", "26-fixed-formula"])
def test_where_nothing_is_supervised_there_are_no_days(name):
    answers = case(name)
    card = {**answers.values.get("project_card", {}), "launch_date": "2026-06-01"}
    dossier = dossier_of(answers._replace(values={**answers.values, "project_card": card}))

    assert (dossier.cadence, dossier.milestones) == (0, ())


def test_a_period_that_a_source_sets_is_told_with_it():
    found = [each for each in dossier_of(case("13-companion")).milestones if each.kind == STATUTORY]

    assert {(each.date, each.label) for each in found} == {
        ("2027-12-15", "未成年人个人信息的年度合规审计"),
        ("2027-12-15", "防沉迷制度"),
    }
    audit = next(each.source for each in found if "审计" in each.label)
    assert audit == (
        "《未成年人网络保护条例》第三十七条：每年一次，及时报告；起算日条文未载明，自上线日期起算系本工具的算法"
    )


def test_the_days_are_in_order_and_each_is_labelled_in_both_languages():
    for name in CASES:
        assessment = judging.assessed(pack(), words(), case(name))
        chinese, english = milestones(assessment, "zh"), milestones(assessment, "en")
        assert [(each.date, each.kind) for each in chinese] == sorted((each.date, each.kind) for each in chinese)
        assert [(each.date, each.kind) for each in chinese] == [(each.date, each.kind) for each in english]
        assert [each.id for each in chinese] == [each.id for each in english]
        assert len({each.id for each in chinese}) == len(chinese)
        assert all(each.label and each.source for each in (*chinese, *english)), name
        assert not [each for each in english if re.search("[一-鿿]", each.label + each.source)], name


def test_a_day_is_known_by_what_recurs_and_its_number_whatever_the_launch_date():
    def ids(day):
        return [(each.id, each.kind) for each in dossier_of(launched("13-companion", day)).milestones]

    assert ids("2027-01-15") == ids("2027-03-20")
    assert [each for each, kind in ids("2027-01-15") if kind == SUGGESTED] == [f"review-{at}" for at in (1, 2, 3, 4)]
    assert [each for each, kind in ids("2027-01-15") if kind == STATUTORY] == ["OB32-1", "OB51-1"]


def test_suggested_periods_grow_with_a_lower_tier():
    cadence = words().tree["pack"]["cadence"]

    assert [cadence[tier]["months"] for tier in pack().tiers] == [12, 6, 3]


def test_only_text_that_is_held_sets_a_period():
    found = [line for line in words().tree["obligations"].values() if "every" in line]

    assert found
    for line in found:
        held = "".join(text for cite in line["cites"] for text in words().passage(cite))
        assert line["verified"]
        assert line["every"] == {"months": 12}
        assert "每年" in held
        assert "待核实" not in line["deadline"]["zh"]


@pytest.mark.parametrize(
    ("document", "name", "lines"),
    [
        (
            "tracking_plan",
            "03-product-recommender",
            ["| 2027-02-01 | 事后跟踪 | 建议周期 | 本工具建议，《条例》未规定周期 |"],
        ),
        ("risk_warning_plan", "05-credit-approval", ["| 2026-12-15 | 复核预警指标和方案 | 建议周期 | 本工具建议"]),
        (
            "assessment_report",
            "13-companion",
            ["| 2027-12-15 | 防沉迷制度 | 法定期限 | 《未成年人网络保护条例》第四十二条："],
        ),
        ("disclosure", "03-product-recommender", ["下次更新，可以参照 2027-02-01（建议周期；本工具建议，"]),
        ("ethics_review", "03-product-recommender", ["，可以参照 2027-02-01（建议周期；本工具建议，"]),
    ],
)
def test_the_papers_carry_the_days(document, name, lines):
    text = papers_of(case(name))[document].text

    assert all(text.count(line) == 1 for line in lines)


def test_the_english_papers_carry_the_same_days():
    suggested = "This tool's suggestion; the Regulation sets no period"
    plan = papers_of(case("03-product-recommender"), "en")
    warning = papers_of(case("13-companion"), "en")["risk_warning_plan"].text

    assert "Tracking is suggested every 6 months." in plan["tracking_plan"].text
    assert f"| 2027-02-01 | Ex-post tracking | Suggested period | {suggested} |" in plan["tracking_plan"].text
    assert plan["disclosure"].text.count(f"Next update; compare 2027-02-01 (suggested period). {suggested} |") == 1
    assert plan["disclosure"].text.count("| Next update |") == 1
    assert (
        "| 2027-12-15 | Anti-addiction system | Statutory period | Minors in Cyberspace Regulation Art. 42: " in warning
    )


def test_a_report_has_every_question_with_its_ground_and_every_gap():
    report = papers_of(case("05-credit-approval"))["assessment_report"].text
    whole = report.split("## 附件二")[1].split("## 附件三")[0]
    gaps = report.split("## 附件四")[1].split("## 附件五")[0]

    assert "| 提供或者使用本应用的主体属于哪一类 | 企业 | 《条例》第三十八条第一款、第七十一条、" in whole
    assert not re.search(r"^\| [^|]+ \| [^|]+ \|  ?\|", whole, re.MULTILINE)
    assert "| 1 | 人工复核 | 仅自述 | 技术 | 补证据编号 |" in gaps
    assert "| 5 | 责任保险 | 缺失 | 业务 | 决定是否采取；不采取的写明理由 |" in gaps
    assert "日志留存" not in gaps


def test_each_point_of_ethics_names_the_evidence_that_was_stated():
    review = papers_of(case("05-credit-approval"))["ethics_review"].text
    fairness = review.split("### （二）公平公正")[1].split("### （三）")[0]

    assert "证据（自述）：群体差异检验，公平性检验报告 MV-2026-03-F。" in fairness
    assert "证据（自述）：没有填写。" in review.split("### （一）增进人类福祉")[1].split("### （二）")[0]


def test_every_day_of_a_plan_is_labelled():
    for name in CASES:
        for document in ("tracking_plan", "risk_warning_plan"):
            paper = papers_of(case(name)).get(document)
            for line in paper.text.split("\n") if paper else ():
                if re.match(r"\| \d{4}-\d{2}-\d{2} \|", line):
                    assert re.search(r"\| (建议周期|法定期限) \| .+ \|$", line), line


def test_the_tracking_plan_lists_the_time_limits_that_sources_give():
    plan = papers_of(case("03-product-recommender"))["tracking_plan"].text

    assert "| 个人信息安全事件的补救和通知 | 《个人信息保护法》第五十七条 | 条文所载期限：立即。 |" in plan


def test_a_pack_that_suggests_nothing_gives_nothing():
    about = {key: value for key, value in words().tree["pack"].items() if key != "cadence"}
    assessment = judging.assessed(pack(), Words({**words().tree, "pack": about}), case("03-product-recommender"))
    dossier = compose(assessment, "zh")

    assert (dossier.cadence, dossier.milestones) == (0, ())


LOW = "low: {months: 12,"
BROKEN = {
    "no month": ("P002", LOW, "low: {months: 0,", "low: {months"),
    "no number": ("P002", LOW, "low: {months: many,", "low: {months"),
    "no period": ("P003", LOW, "low: {", "low: { zh: 事后跟踪"),
    "no tier": ("P039", LOW, "lowest: {months: 12,", "lowest: {"),
    "no source": ("P003", "cadence_source: ", "# cadence_source: ", "cadence:"),
}


@pytest.mark.parametrize(("code", "old", "new", "at"), BROKEN.values(), ids=BROKEN)
def test_a_period_is_a_number_of_months_for_a_tier(code, old, new, at):
    parts = shelf.changed(("pack.yaml", old, new))

    with pytest.raises(PackError) as caught:
        shelf.pack_of(parts)

    assert shelf.brief(caught.value.faults) == [(code, "pack.yaml", shelf.line(parts, "pack.yaml", at))]


def test_what_a_source_sets_is_told_in_words_too():
    parts = shelf.changed(("pack.yaml", "counted_from: ", "# counted_from: "))

    with pytest.raises(PackError) as caught:
        shelf.pack_of(parts)

    assert {(fault.code, fault.details["name"]) for fault in caught.value.faults} == {("P003", "counted_from")}
    assert {fault.place.line for fault in caught.value.faults} == {
        number
        for number, line in enumerate(parts["obligations.yaml"].decode().split("\n"), 1)
        if line.strip().startswith("every:")
    }


@pytest.mark.parametrize(
    ("code", "old", "new", "at"),
    [
        ("P112", "  high: {months: 3,", "  # high: {months: 3,", "cadence:"),
        ("P114", "launch_date: project_card.launch_date", "launch_date: project_card.start", "launch_date:"),
        ("P114", "owner: project_card.ai_safety_lead", "owner: project_card.lead", "owner:"),
    ],
)
def test_a_pack_is_told_what_its_periods_lack(code, old, new, at):
    parts = shelf.changed(("pack.yaml", old, new))

    assert shelf.brief(proofread(shelf.galley(parts))) == [(code, "pack.yaml", shelf.line(parts, "pack.yaml", at))]
