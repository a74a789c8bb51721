"""What falls due: every day has its source, nothing of the papers' calendar is told twice, and no day is invented."""

from datetime import date, timedelta

import pytest
from assessed import CASES, case, dossier_of, pack, words
from hypothesis import given
from hypothesis import strategies as st
from test_sides import events, keys, launched

from szai_assess import ical_lines
from szai_assess.cli import judging
from szai_assess.document import STATUTORY, SUGGESTED
from szai_assess.due import DUE, OVERDUE, POLICY, TOOL, Subject, after, agenda, until
from szai_assess.filed import Approval, Party
from szai_assess.finding import Remark
from szai_assess.policy import Policy, Waiver
from szai_assess.report import agenda as report
from szai_assess.words import Words

FAR = "9999-12-31"
COMPANION = "13-companion"


def subject(answers, file="szai.yaml", lapsed=()):
    return Subject(file, judging.assessed(pack(), words(), answers), lapsed)


def waiver(until_day, since="2026-11-01", application="智选推荐"):
    people = ("甲", "乙")
    return Waiver("G038", application, "补充材料", *people, since, until_day, "+08:00", "sha256:" + "0" * 64, 3)


@pytest.mark.parametrize(
    ("today", "within", "expected"),
    [
        ("2026-11-21", "30d", "2026-12-21"),
        ("2026-11-21", "0d", "2026-11-21"),
        ("2026-11-21", "6w", "2027-01-02"),
        ("2026-11-30", "3m", "2027-02-28"),
        ("2024-02-29", "12m", "2025-02-28"),
        *(("2026-11-21", wrong, "") for wrong in ("", "30", "d", "30y", "-3d", "3.5d", "３d", "30D", " 3d", "123456d")),
        ("9999-12-01", "99m", ""),
        ("9999-12-01", "99d", ""),
        ("2026-11-21", "99999w", "3943-06-22"),
    ],
)
def test_a_view_is_a_number_of_days_weeks_or_months(today, within, expected):
    assert until(today, within) == (expected if within != "99999w" else after(today, 99_999 * 7))


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 9999))
def test_days_are_those_of_the_calendar(day, count):
    assert until(day.isoformat(), f"{count}d") == (day + timedelta(count)).isoformat()


@pytest.mark.parametrize("name", CASES)
def test_the_days_of_an_application_are_those_of_its_papers(name):
    answers = case(name)
    found = agenda([subject(answers)], "1990-01-01", FAR)
    counted = [each for each in found.entries if each.kind in (SUGGESTED, STATUTORY)]

    for number, language in enumerate(("zh", "en")):
        told = [(each.date, each.kind, each.what[number], each.source[number]) for each in counted]
        papers = [(day.date, day.kind, day.label, day.source) for day in dossier_of(answers, language).milestones]
        assert sorted(told) == sorted(papers)
    assert len(found.undated) == (0 if counted else 1)
    assert [each.kind for each in found.entries].count(TOOL) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_calendars_have_the_same_events(language):
    answers = case(COMPANION)
    found = agenda([subject(answers)], "2026-11-21", FAR)
    told = report.Told(found, "2026-11-21", FAR, (), language)
    mine = {each["UID"]: each for each in events(report.as_calendar(told).encode())}
    papers = dossier_of(answers, language)

    assert keys(papers) < {*mine}
    from szai_assess.render import ical

    for each in events(ical.calendar(papers)):
        assert mine[each["UID"]] == each
    assert len(mine) == len(found.entries)


def test_an_application_without_a_name_is_told_from_others_by_its_answers():
    answers = case(COMPANION)
    card = {key: value for key, value in answers.values["project_card"].items() if key != "product_name"}
    nameless = answers._replace(values={**answers.values, "project_card": card})
    found = agenda([subject(nameless)], "2026-11-21", FAR)

    assert keys(dossier_of(nameless)) < {entry.uid for entry in found.entries}


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)).map(date.isoformat), st.integers(0, 900))
def test_what_has_passed_comes_due_or_lies_beyond(today, days):
    found = agenda(
        [subject(case(COMPANION))], today, after(today, days), Policy("p.yaml", waivers=(waiver("2027-01-31"),))
    )
    everything = agenda([subject(case(COMPANION))], today, FAR, Policy("p.yaml", waivers=(waiver("2027-01-31"),)))

    assert [entry.date for entry in found.entries] == sorted(entry.date for entry in found.entries)
    assert all((entry.date < today) == (entry.status == OVERDUE) for entry in found.entries)
    assert len(found.entries) + found.beyond == len(everything.entries)
    assert all(entry.date <= after(today, max(days, 14)) for entry in found.entries)
    assert found.next > after(today, days) if found.beyond else not found.next


def test_a_day_that_has_passed_since_the_assessment_is_overdue_and_a_new_one_clears_it():
    answers = launched(COMPANION, "2026-01-15")
    passed = agenda([subject(answers)], "2027-08-01", "2027-08-01")
    again = agenda([subject(answers._replace(assessed_on="2027-07-31"))], "2027-08-01", "2027-08-01")

    assert passed.overdue
    assert {each.kind for each in passed.entries if each.status == OVERDUE} >= {SUGGESTED}
    assert not [each for each in again.entries if each.kind in (SUGGESTED, STATUTORY)]


def test_the_day_itself_is_not_overdue():
    answers = launched(COMPANION, "2026-01-15")
    first = agenda([subject(answers)], "2026-11-21", FAR).entries[0].date

    assert agenda([subject(answers)], first, first).entries[0].status == DUE
    assert agenda([subject(answers)], after(first, 1), FAR).entries[0].status == OVERDUE


def test_the_age_that_the_policy_allows():
    policy = Policy("policy.yaml", max_age=90)
    found = [
        each for each in agenda([subject(case(COMPANION))], "2027-02-20", FAR, policy).entries if each.kind == POLICY
    ]

    assert [(each.date, each.status) for each in found] == [("2027-02-19", OVERDUE)]
    assert "policy.yaml" in found[0].source.zh
    assert not [each for each in agenda([subject(case(COMPANION))], "2027-02-20", FAR).entries if each.kind == POLICY]


@pytest.mark.parametrize(
    ("today", "last", "expected"),
    [
        ("2027-01-31", "2027-01-31", [DUE]),
        ("2027-02-01", "2027-02-01", [OVERDUE]),
        ("2027-01-17", "2027-01-17", [DUE]),
        ("2027-01-16", "2027-01-16", []),
        ("2027-01-16", "2027-01-31", [DUE]),
    ],
)
def test_a_waiver_is_told_two_weeks_ahead_and_holds_on_its_last_day(today, last, expected):
    found = agenda([], today, last, Policy("p.yaml", waivers=(waiver("2027-01-31"),)))

    assert [each.status for each in found.entries] == expected
    assert found.beyond == (0 if expected else 1)


def test_waivers_of_several_applications_are_told_apart():
    policy = Policy("p.yaml", waivers=(waiver("2027-01-31"), waiver("2027-01-31", application="别的应用")))
    found = agenda([], "2027-01-31", FAR, policy).entries

    assert len({each.uid for each in found}) == 2
    assert {each.application for each in found} == {"智选推荐", "别的应用"}


def test_an_approval_that_no_longer_counts_is_told_with_its_reasons():
    digest = "sha256:" + "0" * 64
    approval = Approval(
        "approval-legal.json",
        Party("legal", "乙"),
        Party("developer", "甲"),
        "同意",
        "2026-11-22",
        digest,
        "x@1",
        digest,
        {},
    )
    found = agenda([subject(case(COMPANION), lapsed=((approval, (Remark("R024"),)),))], "2026-11-23", "2026-11-23")
    (one,) = [each for each in found.entries if each.kind == POLICY]

    assert (one.date, one.status) == ("2026-11-22", OVERDUE)
    assert "法务" in one.what.zh
    assert one.source.zh.startswith("approval-legal.json：")


def test_the_age_of_a_pack_is_told_once():
    found = agenda([subject(case(name)) for name in CASES[:3]], "2026-11-21", FAR)
    (one,) = [each for each in found.entries if each.kind == TOOL]
    about = words().tree["pack"]

    assert one.date == after(about["looked_at"], about["stale_after_days"])


WHY = {
    "no launch date": (launched(COMPANION, ""), "project_card.launch_date"),
    "a launch date in words": (launched(COMPANION, "明年春天"), "project_card.launch_date"),
    "no tier": (case("24-face-swap"), "暂不分级"),
    "the calendar ends": (launched(COMPANION, "9999-12-01"), "日历"),
}


@pytest.mark.parametrize(("answers", "why"), WHY.values(), ids=WHY)
def test_where_no_day_can_be_counted_it_is_said_why(answers, why):
    found = agenda([subject(answers)], "2026-11-21", FAR)

    assert [why in each.why.zh for each in found.undated] == [True]
    assert not [each for each in found.entries if each.kind in (SUGGESTED, STATUTORY)]


def test_a_pack_for_ever_has_no_day():
    about = {**words().tree["pack"], "stale_after_days": 4_000_000}
    found = agenda(
        [Subject("a", judging.assessed(pack(), Words({**words().tree, "pack": about}), case("24-face-swap")))],
        "2026-11-21",
        FAR,
    )

    assert found.entries == ()


def test_what_is_in_a_name_ends_no_line_and_steers_nothing():
    answers = case(COMPANION)
    card = {**answers.values["project_card"], "product_name": "a\r\nEND:VCALENDAR\x1b[2J;,\\\u202e"}
    found = agenda([subject(answers._replace(values={**answers.values, "project_card": card}))], "2026-11-21", FAR)
    told = report.Told(found, "2026-11-21", FAR, (), "zh")

    assert len(events(report.as_calendar(told).encode())) == len(found.entries)
    assert not {"\x1b", "\u202e"} & {*report.as_text(told), *report.as_calendar(told)}
    assert ical_lines.uid("a", "b") != ical_lines.uid("a\0b", "")
