"""Waivers: what sets a demand aside, and what does not."""

import pytest

from szai_assess.calendar_days import day_in
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN, Finding
from szai_assess.policy import OBSERVE, WAIVABLE, Policy, Waiver
from szai_assess.waiving import weighed

DIGEST = "sha256:" + "a" * 64
GIVEN = Waiver("G034", "甲", "复评已安排", "张三", "李四", "2026-11-01", "2026-11-30", "+08:00", DIGEST, 7)
OLD = Finding("G034", BLOCK, 2, {"day": "2025-01-01"})


def levels(waiver=GIVEN, finding=OLD, day="2026-11-10", now="", mode="enforce", application="甲", digest=DIGEST):
    policy = Policy("p.yaml", mode, waivers=(waiver,) if waiver else ())
    return [(each.code, each.level) for each in weighed((finding,), policy, application, digest, day, now)]


def test_a_waiver_that_holds_sets_its_demand_aside_and_says_by_whom():
    found, *rest = weighed((OLD,), Policy("p.yaml", waivers=(GIVEN,)), "甲", DIGEST, "2026-11-10")

    assert (found.level, found.remark.code, rest) == (WAIVED, "check.waived_by", [])
    assert found.remark.details["approver"] == "李四"
    assert found.details == OLD.details


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-10-31", [("G034", BLOCK), ("G051", WARN)]),
        ("2026-11-01", [("G034", WAIVED)]),
        ("2026-11-16", [("G034", WAIVED)]),
        ("2026-11-17", [("G034", WAIVED), ("G053", WARN)]),
        ("2026-11-30", [("G034", WAIVED), ("G053", WARN)]),
        ("2026-12-01", [("G034", BLOCK), ("G050", WARN)]),
        ("", [("G034", BLOCK), ("G051", WARN)]),
    ],
)
def test_it_holds_from_its_first_day_to_its_last_and_is_warned_about_a_fortnight_ahead(day, expected):
    assert levels(day=day) == expected


@pytest.mark.parametrize(
    ("zone", "now", "level"),
    [
        ("+08:00", "2026-11-30T15:59:59+00:00", WAIVED),
        ("+08:00", "2026-11-30T16:00:00+00:00", BLOCK),
        ("Z", "2026-11-30T23:59:59+00:00", WAIVED),
        ("Z", "2026-12-01T00:00:00+00:00", BLOCK),
        ("-05:30", "2026-12-01T05:29:00+00:00", WAIVED),
        ("-05:30", "2026-12-01T05:30:00+00:00", BLOCK),
        ("+08:00", "2026-10-31T16:00:00+00:00", WAIVED),
        ("+08:00", "2026-10-31T15:59:59+00:00", BLOCK),
    ],
)
def test_its_days_are_those_of_its_own_time_zone(zone, now, level):
    assert levels(GIVEN._replace(zone=zone), day="2020-01-01", now=now)[0] == ("G034", level)


def test_it_is_bound_to_the_answers_and_to_the_application():
    assert levels(digest="sha256:" + "b" * 64) == [("G034", BLOCK), ("G052", WARN)]
    assert levels(application="乙") == [("G034", BLOCK)]


def test_one_that_sets_nothing_aside_is_said_to_be_unused():
    assert levels(finding=Finding("G012", WARN)) == [("G012", WARN), ("G054", WARN)]
    assert levels(finding=Finding("G036", BLOCK)) == [("G036", BLOCK), ("G054", WARN)]


@pytest.mark.parametrize("code", ["G001", "G002", "G003", "G004"])
@pytest.mark.parametrize("mode", ["enforce", OBSERVE])
def test_neither_a_waiver_nor_observing_touches_what_the_verdict_holds(code, mode):
    assert code not in WAIVABLE
    assert levels(GIVEN._replace(finding=code), Finding(code, BLOCK), mode=mode)[0] == (code, BLOCK)


def test_observing_skips_demands_and_a_waiver_is_still_a_waiver():
    assert levels(None, mode=OBSERVE) == [("G034", SKIPPED)]
    assert levels(mode=OBSERVE) == [("G034", WAIVED)]


def test_a_day_is_told_in_any_zone():
    assert day_in("+08:00", "2026-01-31T16:00:00+00:00") == "2026-02-01"
    assert day_in("-11:00", "2026-01-01T10:59:00+00:00") == "2025-12-31"
