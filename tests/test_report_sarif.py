"""The SARIF report holds to the OASIS schema, is read back by another reader, and points at the answers."""

import json
from collections import Counter

import pytest
from desk import ROOT, case_text, line_of
from jsonschema import Draft4Validator
from reported import HOSTILE, TODAY, checked, codes, every_level, everything, failed, named, told
from sarif import loader

from szai_assess.report.paths import uri

with open(f"{ROOT}/tests/schemas/sarif-2.1.0.json", encoding="utf-8") as stream:
    SCHEMA = Draft4Validator(json.load(stream))
LEVELS = {"block": "error", "warn": "warning", "waived": "note", "skipped": "none"}


def log(*each, language="zh"):
    found = json.loads(told("sarif", list(each), language))
    assert [error.message for error in SCHEMA.iter_errors(found)] == []
    return found["runs"][0]


@pytest.fixture(scope="module")
def all_():
    return everything()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_holds_to_the_schema_and_has_every_finding(all_, language):
    run = log(*all_, language=language)
    by_file = {uri(each.file): codes(each) for each in all_ if codes(each)}
    found = {}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] == "%SRCROOT%"
        found.setdefault(place["uri"], []).append(result["ruleId"])

    assert {file: sorted(each) for file, each in found.items()} == by_file
    assert told("sarif", all_, language) == told("sarif", everything(), language)


def test_another_reader_counts_the_same(all_, tmp_path):
    path = tmp_path / "report.sarif"
    path.write_text(told("sarif", all_), encoding="utf-8")
    read = loader.load_sarif_file(str(path))
    levels = Counter(LEVELS[finding.level] for each in all_ for finding in each.findings)
    levels["error"] += sum(len(each.error.faults) for each in all_ if each.error)
    found = read.get_report().get_issue_type_histogram_for_severity("error")

    assert read.get_distinct_tool_names() == ["szai-assess"]
    assert read.get_result_count() == sum(levels.values())
    assert Counter(record["Severity"] for record in read.get_records()) == levels
    assert sum(found.values()) == levels["error"]


def test_a_result_is_at_the_line_of_its_answer():
    text = case_text("14")
    result = next(each for each in log(checked(text))["results"] if each["ruleId"] == "G001")
    region = result["locations"][0]["physicalLocation"]["region"]

    assert region == {"startLine": line_of(text, "red_lines:")}
    assert (result["level"], result["kind"]) == ("error", "fail")
    assert result["properties"]["cites"][0] == "72.2.5"
    assert result["message"]["text"].count("\n→ ") == 1


def test_what_was_waived_is_suppressed_with_the_reason_and_what_was_skipped_is_no_failure():
    results = log(every_level())["results"]
    waived = next(each for each in results if each["properties"]["level"] == "waived")
    skipped = next(each for each in results if each["properties"]["level"] == "skipped")

    assert (waived["level"], waived["kind"]) == ("note", "fail")
    assert waived["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "由王五豁免至 2026-12-31（+08:00）：试点 ]]> <b>"}
    ]
    assert (skipped["level"], skipped["kind"]) == ("none", "informational")
    assert "suppressions" not in skipped


def test_a_file_that_could_not_be_judged_is_a_notification_and_a_result():
    run = log(checked(case_text("03")), failed())
    invocation = run["invocations"][0]
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]

    assert invocation["executionSuccessful"] is False
    assert [each["associatedRule"]["id"] for each in invocation["toolExecutionNotifications"]] == ["A011", "O001"]
    assert [place["region"] for place in places] == [{"startLine": 3, "startColumn": 7}, {"startLine": 1}]
    assert {place["artifactLocation"]["uri"] for place in places} == {"bad.yaml"}
    assert run["results"][1]["message"]["text"].startswith("pack/x.yaml:9:1: ")
    assert log(checked(case_text("03")))["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_is_described_in_both_languages(all_, language):
    run = log(*all_, language=language)
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == sorted({code for each in all_ for code in codes(each)})
    for rule in rules:
        assert rule["shortDescription"]["text"] in rule["fullDescription"]["text"].split("\n")
        assert len(rule["fullDescription"]["text"].split("\n")) == len(rule["help"]["text"].split("\n")) == 2
        assert "{" not in json.dumps(rule["fullDescription"]["text"])
        assert "helpUri" not in rule
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_what_tells_results_apart_stays_when_lines_move_and_differs_among_them():
    text = case_text("14")
    before, after = (
        [each["partialFingerprints"] for each in log(checked(moved))["results"]] for moved in (text, f"\n# a\n{text}")
    )
    alike = [each["partialFingerprints"]["szaiAssess/v1"] for each in log(every_level())["results"]]

    assert before == after
    assert len(set(alike)) == len(alike)
    assert [log(every_level(), language="en")["results"][place]["partialFingerprints"] for place in range(2)] == [
        log(every_level())["results"][place]["partialFingerprints"] for place in range(2)
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_hold_to_the_schema(name):
    run = log(named(HOSTILE[name], f"a/{HOSTILE[name][:200]}.yaml"))
    result = run["results"][0]
    path = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert set(path) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%")
    assert "](" not in result["message"]["text"]
    assert len(run["results"]) == len(log(named("a"))["results"])


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("./apps/a b.yaml", "apps/a%20b.yaml"),
        ("应用/%41.yaml", "%E5%BA%94%E7%94%A8/%2541.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/nowhere/a#b.yaml", "file:///nowhere/a%23b.yaml"),
        (f"{ROOT}/docs/x?.yaml", "docs/x%3F.yaml"),
    ],
)
def test_paths_are_references_seen_from_the_current_folder(path, wanted, monkeypatch):
    monkeypatch.chdir(ROOT)

    assert uri(path) == wanted


def test_nothing_of_the_day_is_in_it():
    assert TODAY not in told("sarif", [checked(case_text("01"), today=TODAY)])
    assert told("sarif", [checked(case_text("01"))]) == told("sarif", [checked(case_text("01"), today=TODAY)])
