"""The policy file, read strictly."""

import pytest

from szai_assess import files, locate
from szai_assess.errors import PolicyError
from szai_assess.policy import ALL, NO_POLICY, OBSERVE, REFUSE
from szai_assess.policy_reader import read

DIGEST = "sha256:" + "0" * 64
WAIVER = {
    "finding": "G034",
    "application": "智选推荐",
    "reason": "复评已安排",
    "assessor": "张三",
    "approver": "李四",
    "since": '"2026-11-01"',
    "until": '"2026-11-30"',
    "zone": '"+08:00"',
    "answers_digest": DIGEST,
}


def waiver(**changed):
    entries = {**WAIVER, **changed}
    return "waivers:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in entries.items() if value is not None)


def codes(text):
    with pytest.raises(PolicyError) as raised:
        read(text.encode(), "p.yaml")
    return [(fault.code, fault.place.line) for fault in raised.value.faults]


def policy(text):
    return read(f"policy: 1\n{text}\n".encode(), "p.yaml")


def test_the_sample_sets_nothing_but_defaults():
    found = read(files.read(locate.shipped_template("szai-policy.yaml")), "szai-policy.yaml")

    assert found._replace(file="", lines=NO_POLICY.lines) == NO_POLICY
    assert set(found.lines) >= set(NO_POLICY._fields) - {"file", "lines"}


def test_every_setting_is_read():
    found = policy(
        "mode: observe\nmax_tier: medium\npapers: all\nopen_blanks: {fact: 0, evidence: any}\napprovals: [legal]\n"
        "max_age_days: 365\npacks: [szai-2022]\nunknowns: refuse\nmax_waiver_days: 30\n" + waiver()
    )

    assert (found.mode, found.max_tier, found.papers, dict(found.open_blanks)) == (OBSERVE, "medium", ALL, {"fact": 0})
    assert (found.approvals, found.max_age, found.packs, found.unknowns) == (("legal",), 365, ("szai-2022",), REFUSE)
    assert found.waiver_days == 30
    assert found.waivers[0].approver == "李四"
    assert found.waivers[0].line == 12


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("W005", 1)]),
        ("mode: enforce\n", [("W005", 1)]),
        ("policy: 2\n", [("W004", 1)]),
        ("policy: 1\nmod: enforce\n", [("W001", 2)]),
        ("policy: 1\nmode：enforce\n", [("Y006", 2)]),
        ("policy: 1\nmode: Enforce\nunknowns: maybe\n", [("W004", 2), ("W004", 3)]),
        ("policy: 1\npapers: some\n", [("W004", 2)]),
        ("policy: 1\npapers: {a: b}\n", [("W003", 2)]),
        ("policy: 1\napprovals: legal\n", [("W003", 2)]),
        ("policy: 1\napprovals: [legal, legal]\n", [("W008", 2)]),
        ("policy: 1\nmax_age_days: -1\n", [("W007", 2)]),
        ("policy: 1\nmax_age_days: ''\n", [("W006", 2), ("W007", 2)]),
        ("policy: 1\nmax_age_days: 1e3\n", [("W007", 2)]),
        ("policy: 1\nmax_waiver_days: any\n", [("W007", 2)]),
        ("policy: 1\nopen_blanks: {facts: 1}\n", [("W001", 2)]),
        ("policy: 1\nopen_blanks: [1]\n", [("W003", 2)]),
        ("policy: 1\nwaivers: none\n", [("W003", 2)]),
        ("policy: 1\nwaivers: [none]\n", [("W003", 2)]),
        ("policy: 1\npolicy: 1\n", [("Y002", 2)]),
        ("policy: &a 1\n", [("Y003", 1)]),
        ("- policy\n", [("W003", 1), ("W005", 1)]),
        ("policy: 1\nmax_tier: [high]\n", [("W003", 2)]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("changed", "code", "line"),
    [
        ({"finding": "G001"}, "W010", 3),
        ({"finding": "G002"}, "W010", 3),
        ({"finding": "G003"}, "W010", 3),
        ({"finding": "G041"}, "W010", 3),
        ({"approver": "张 三"}, "W011", 7),
        ({"zone": "+0800"}, "W012", 10),
        ({"zone": "Asia/Shanghai"}, "W012", 10),
        ({"zone": "+15:00"}, "W012", 10),
        ({"answers_digest": "sha256:12"}, "W013", 11),
        ({"since": "2026-13-01"}, "W009", 8),
        ({"until": '"2026-10-31"'}, "W014", 9),
        ({"until": '"2027-01-30"'}, "W015", 9),
        ({"reason": "''"}, "W006", 5),
        ({"reason": None}, "W005", 3),
    ],
)
def test_a_waiver_that_cannot_be_given_is_refused(changed, code, line):
    assert codes("policy: 1\n" + waiver(**changed)) == [(code, line)]


def test_a_waiver_may_last_to_the_day_what_the_policy_allows():
    assert policy(waiver(until='"2027-01-29"')).waivers
    assert policy(f"max_waiver_days: 30\n{waiver()}").waivers
    assert codes(f"policy: 1\nmax_waiver_days: 29\n{waiver()}")[0][0] == "W015"


def test_all_faults_come_at_once():
    assert len(codes("policy: 3\nmode: x\n" + waiver(zone="x", finding="G999", approver="张三"))) == 5
