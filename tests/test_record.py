"""The record: one assessment as plain data, whole, in both languages, the same each time."""

import json

import pytest
from desk import CASES, case_names, case_text, changed, judged

from szai_assess import record
from szai_assess._version import VERSION
from szai_assess.answers import digest
from szai_assess.errors import AnswersError, Fault, PackError, Place
from szai_assess.finding import BLOCK, Finding
from szai_assess.gate import examine
from szai_assess.text import Text


def of(text, file="szai.yaml"):
    case = judged(text)
    return record.of(case, examine(case), file)


def test_it_says_what_was_judged_by_what():
    case = judged(case_text("03"))
    plain = of(case_text("03"), "a/szai.yaml")

    assert plain["tool"] == {"name": "szai-assess", "version": VERSION}
    assert plain["pack"] == {
        "id": "szai-2022",
        "version": case.pack.version,
        "digest": case.pack.digest,
        "from": "shipped",
    }
    assert plain["file"] == "a/szai.yaml"
    assert plain["answers_digest"] == digest(case.answers)
    assert (plain["outcome"], plain["passed"], plain["errors"]) == ("medium", True, [])
    assert plain["tier"] == {"lowest": "medium", "highest": "medium", "settled": True}


@pytest.mark.parametrize("name", case_names())
def test_it_is_plain_data_that_survives_json_and_comes_the_same_each_time(name):
    plain = of(case_text(name))

    assert json.loads(json.dumps(plain)) == plain
    assert json.dumps(of(case_text(name))) == json.dumps(plain)
    assert CASES


@pytest.mark.parametrize("name", case_names())
def test_the_parts_are_those_of_the_verdict(name):
    case = judged(case_text(name))
    plain = of(case_text(name))

    assert plain["documents"] == list(case.verdict.documents)
    assert [line["item"] for line in plain["red_lines"]] == list(range(1, len(case.verdict.red_lines) + 1))
    assert plain["results"] == dict(case.verdict.results)
    assert plain["passed"] == all(found["level"] != BLOCK for found in plain["findings"])
    assert set(plain["open"]) == {"unknown", "unanswered", "deciding"}


def test_out_of_scope_has_no_tier():
    plain = of(case_text("26"))

    assert plain["tier"] == {"lowest": None, "highest": None, "settled": True}
    assert plain["supervision"] is None


def test_where_nothing_is_said_nothing_is_made_up():
    plain = of("pack: szai-2022\nanswers: {}\n")

    assert (plain["application"], plain["assessed_on"]) == (None, None)


def test_the_name_is_on_one_line_and_steers_nothing():
    plain = of(changed("03", ("product_name: ", 'product_name: "a\\n\\e[2J\\u202e../.." # ')))

    assert plain["application"] == "a ␛[2J\ufffd../.."


def test_comments_order_and_layout_do_not_change_the_digest_but_an_answer_does():
    text = case_text("03")
    commented = "# 注\n" + text.replace("answers:", "answers: # here", 1)

    assert of(commented)["answers_digest"] == of(text)["answers_digest"]
    assert of(changed("03", ("scale_people: p4", "scale_people: p3")))["answers_digest"] != of(text)["answers_digest"]


def test_a_finding_without_a_line_names_none():
    assert "line" not in record.finding(Finding("G019", BLOCK))
    assert record.finding(Finding("G013", BLOCK, 7, {"id": "a", "question": Text("甲", "A")})) == {
        "code": "G013",
        "level": "block",
        "message": {
            "zh": "a 已不再适用，所存作答不起作用：甲 → 确认之后删去该作答，或者改回使其适用的作答。",
            "en": "a is no longer asked; its stored answer has no effect: A → "
            "Delete the answer once you are sure, or restore the answer that made it apply.",
        },
        "line": 7,
    }


def test_a_file_without_a_verdict_has_the_same_keys_and_its_faults():
    raised = AnswersError(Fault("A011", Place("x.yaml", 3, 2)), Fault("O001", Place("x.yaml"), {"file": "x.yaml"}))
    plain = record.of_error(raised, "x.yaml")

    assert set(plain) == set(of(case_text("03")))
    assert (plain["outcome"], plain["passed"], plain["tier"]["settled"]) == (None, False, False)
    assert [(error["code"], error["line"], error["column"]) for error in plain["errors"]] == [
        ("O001", 0, 0),
        ("A011", 3, 2),
    ]
    assert all(error["message"]["zh"] and error["message"]["en"] for error in plain["errors"])


def test_a_fault_in_another_file_says_which_file():
    raised = PackError(Fault("P001", Place("pack/pack.yaml", 2, 1), {"file": "pack.yaml"}))
    message = record.of_error(raised, "x.yaml")["errors"][0]["message"]

    assert message["zh"].startswith("pack/pack.yaml:2:1: ")
    assert message["en"].startswith("pack/pack.yaml:2:1: ")
