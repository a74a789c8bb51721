"""Approvals: bound to digests, sealed against the edit of a byte, four eyes, and every reason for which one no longer counts."""

import json

import pytest
from desk import case_text, changed, judged
from hypothesis import given
from hypothesis import strategies as st

from szai_assess import approving, sealing, signing
from szai_assess.answers import digest
from szai_assess.errors import Fault, Place, RecordError
from szai_assess.filed import Filed, PaperFile, Party

CASE = judged(case_text("03"))
SOME, OTHER = (f"sha256:{sign * 64}" for sign in "ab")
AUTHOR, LEGAL = Party("developer", "张三"), Party("legal", "李四")
TODAY = "2026-11-25"


def paper(name="甲-summary.zh.md", now=SOME, written=SOME, answers=""):
    return PaperFile(name, "summary", "zh", written, now, answers or digest(CASE.answers), {})


def shelf(*papers, **more):
    pack = {"id": CASE.pack.id, "version": CASE.pack.version, "digest": CASE.pack.digest}
    record = {"answers_digest": digest(CASE.answers), "pack": pack}
    known = {"answers_file": "../szai.yaml", "seen": {"../szai.yaml": SOME, "record.json": OTHER}}
    return Filed("out", record, papers or (paper(), paper("甲-todo.zh.md")), **{**known, **more})


def signed(filed=None, approver=LEGAL, author=AUTHOR, date=TODAY):
    return approving.made(CASE, filed or shelf(), (approver, author), "同意", date)


def codes(approval, filed=None, assessment=CASE, today=TODAY):
    return [why.code for why in approving.lapses(approval, assessment, filed or shelf(), today)]


def reads(raw, name="approval-legal.json"):
    return approving.read(raw, f"out/{name}", name)


def refused(raw, name="approval-legal.json"):
    with pytest.raises(RecordError) as caught:
        reads(raw, name)
    return [fault.code for fault in caught.value.faults]


def test_what_was_written_is_read_again_and_counts():
    approval = signed()

    assert reads(approving.written(approval)) == approval
    assert codes(approval) == []
    assert approving.changed_since(approval, shelf()) == ()


def test_it_is_an_in_toto_statement_over_every_file():
    plain = json.loads(approving.written(signed()))

    assert (plain["_type"], plain["predicateType"]) == ("https://in-toto.io/Statement/v1", "urn:szai-assess:approval:1")
    assert [each["name"] for each in plain["subject"]] == [
        "../szai.yaml",
        "record.json",
        "甲-summary.zh.md",
        "甲-todo.zh.md",
    ]
    assert all(set(each["digest"]) == {"sha256"} and len(each["digest"]["sha256"]) == 64 for each in plain["subject"])
    assert set(plain["predicate"]) == {
        "approver",
        "author",
        "statement",
        "date",
        "answers_file",
        "answers_digest",
        "pack",
        "tool",
    }


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@given(name=NAMES, author=NAMES, statement=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_name_and_statement_comes_back_as_it_was(name, author, statement):
    approval = approving.made(CASE, shelf(), (Party("legal", name), Party("developer", author)), statement, TODAY)

    assert reads(approving.written(approval)) == approval


@given(
    place=st.integers(min_value=0, max_value=10**6),
    byte=st.integers(0, 255),
    way=st.sampled_from(["flip", "insert", "delete"]),
)
def test_an_edit_by_one_byte_is_seen(place, byte, way):
    raw = approving.written(signed())
    at = place % len(raw)
    rest = {"flip": raw[at + 1 :], "insert": raw[at:], "delete": raw[at + 1 :]}[way]
    edited = raw[:at] + (b"" if way == "delete" else bytes([byte])) + rest

    if edited != raw:
        assert refused(edited) == ["R010"]


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b'"\\ud800"', b"1" * 5000],
    ids=range(9),
)
def test_what_is_no_approval_is_refused(raw):
    assert refused(raw) == ["R010"]


def resealed(**changes):
    plain = json.loads(approving.written(signed()))
    plain["predicate"] |= {key: value for key, value in changes.items() if key in plain["predicate"]}
    plain |= {key: value for key, value in changes.items() if key not in plain["predicate"]}
    return sealing.sealed(plain)


@pytest.mark.parametrize(
    "changes",
    [
        {"approver": {"role": "business", "name": "李四"}},
        {"approver": {"role": "legal"}},
        {"approver": {"role": "legal", "name": ""}},
        {"approver": {"role": "legal", "name": 3}},
        {"approver": {"role": "legal", "name": "李\u200b四"}},
        {"author": None},
        {"author": []},
        {"author": {"role": "developer", "name": "张三", "age": 3}},
        {"date": "2026-02-30"},
        {"date": 20261125},
        {"statement": None},
        {"answers_file": ""},
        {"answers_file": ["../szai.yaml"]},
        {"answers_digest": "sha256:0"},
        {"answers_digest": None},
        {"pack": {"id": "a", "version": "1", "digest": "md5:0"}},
        {"pack": "szai-2022@1.0.0"},
        {"tool": {"name": "other", "version": "1"}},
        {"subject": {}},
        {"subject": [{"name": "../../etc/passwd", "digest": {"sha256": "a" * 64}}]},
        {"subject": [{"name": "a.md", "digest": {"sha256": "a" * 64}}] * 2},
        {"subject": [{"name": ["a"], "digest": {"sha256": "a" * 64}}]},
        {"subject": [3]},
        {"predicateType": "urn:other"},
        {"_type": "https://in-toto.io/Statement/v0.1"},
        {"more": 1},
    ],
    ids=str,
)
def test_what_was_put_together_by_hand_is_refused_where_it_does_not_hold_together(changes):
    assert refused(resealed(**changes)) == ["R011"]


def test_an_approval_of_another_role_in_this_file_is_refused():
    raw = approving.written(signed())

    assert refused(raw, "approval-business.json") == ["R011"]
    assert refused(raw, "approval-legal (1).json") == ["R011"]


@pytest.mark.parametrize(
    ("author", "approver", "code"),
    [
        ("张三", "张三", "R020"),
        ("张三", " 张　三 ", "R020"),
        ("Zhang San", "zhangsan", "R020"),
        ("Ｚhang", "ZHANG", "R020"),
        ("张三", "张三丰", ""),
    ],
)
def test_nobody_approves_their_own_work(author, approver, code):
    found = codes(signed(approver=Party("legal", approver), author=Party("developer", author)))

    assert found == ([code] if code else [])


def test_nobody_approves_in_the_role_of_the_author():
    assert codes(signed(author=Party("legal", "张三"))) == ["R021"]


def test_two_people_do_not_approve_each_others_work_of_the_same_answers():
    one = signed()
    other = signed(approver=Party("business", "张三"), author=Party("data", "李四"))
    both = shelf(approvals=(one, other))

    assert codes(one, both) == ["R022"]
    assert codes(other, both) == ["R022"]


CHANGED = {
    "R023": (shelf(answers_file="../other.szai.yaml"), CASE),
    "R024": (shelf(), judged(changed("03", ("scale_people: p4", "scale_people: p3")))),
    "R025": (shelf(), CASE._replace(pack=CASE.pack._replace(digest=OTHER))),
    "R026": (shelf(paper(), paper("甲-todo.zh.md", OTHER)), CASE),
    "R027": (shelf(paper(), paper("甲-todo.zh.md", "")), CASE),
    "R028": (shelf(paper(), paper("甲-todo.zh.md"), paper("甲-todo.en.md")), CASE),
}


@pytest.mark.parametrize("code", CHANGED)
def test_what_changed_since_undoes_it(code):
    filed, assessment = CHANGED[code]

    assert codes(signed(), filed, assessment) == [code]


def test_a_paper_that_the_record_no_longer_lists_undoes_it_and_is_named():
    (why,) = approving.lapses(signed(), CASE, shelf(paper()), TODAY)

    assert (why.code, why.details["files"]) == ("R027", "甲-todo.zh.md")


def test_where_nothing_is_filed_nothing_counts():
    assert codes(signed(), Filed("out", answers_file="../szai.yaml")) == ["R027"]


def test_comments_and_the_record_are_told_but_do_not_undo_it():
    filed = shelf(seen={"../szai.yaml": OTHER, "record.json": OTHER})

    assert codes(signed(), filed) == []
    assert approving.changed_since(signed(), filed) == ("../szai.yaml",)


def test_the_version_of_the_pack_counts_like_its_digest():
    assert codes(signed()._replace(pack="szai-2022@0.9.0")) == ["R025"]


@pytest.mark.parametrize(
    ("date", "today", "expected"),
    [
        ("2026-11-25", "2026-11-25", []),
        ("2026-11-25", "2026-11-24", ["R030"]),
        ("2026-11-25", "", []),
        ("2026-11-20", "2026-11-25", ["R029"]),
        ("2026-11-21", "2026-11-25", []),
        ("9999-12-31", "2026-11-25", ["R030"]),
    ],
)
def test_a_clock_that_is_wrong_is_seen(date, today, expected):
    assert codes(signed(date=date), today=today) == expected


def refusals(filed=None, assessment=CASE, approval=None):
    return [fault.code for fault in signing.refusals(assessment, filed or shelf(), approval or signed(), TODAY)]


def test_papers_edited_by_hand_are_approved_as_they_are():
    filed = shelf(paper(now=OTHER))

    assert refusals(filed, approval=signed(filed)) == []


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        (Filed("out", answers_file="../szai.yaml"), "R013"),
        (shelf()._replace(papers=()), "R013"),
        (shelf(paper(now="")), "R016"),
        (shelf(paper(answers=OTHER)), "R017"),
        (shelf(beside=("甲-summary.zh.new.md",)), "R018"),
        (shelf(faults=(Fault("R001", Place("record.json"), {}),)), "R001"),
    ],
)
def test_what_cannot_be_approved(filed, expected):
    assert expected in refusals(filed, approval=signed(filed))


def test_a_record_of_other_answers_or_of_another_pack_is_not_approved():
    filed = shelf()
    other = {**filed.record, "answers_digest": OTHER, "pack": {**filed.record["pack"], "digest": OTHER}}

    assert refusals(filed._replace(record=other)) == ["R014", "R015"]


@pytest.mark.parametrize("value", ["yes", "unknown"])
def test_what_the_gate_would_never_let_through_is_not_approved(value):
    case = judged(changed("03", ('rl5: "no"', f'rl5: "{value}"')))

    assert "R012" in refusals(assessment=case)


def test_an_approval_by_somebody_else_that_counts_is_not_lost():
    filed = shelf(approvals=(signed(),))

    assert refusals(filed, approval=signed(approver=Party("legal", "赵六"))) == ["R019"]
    assert refusals(filed, approval=signed()) == []
    stale = shelf(paper(now=OTHER), approvals=(signed(),))
    assert refusals(stale, approval=signed(stale, approver=Party("legal", "赵六"))) == []


def test_any_number_of_changes_is_told_once_each():
    filed = shelf(paper(now=OTHER), paper("b.md"), answers_file="../b.yaml")
    found = codes(signed(date="2026-11-01"), filed, today="2026-10-01")

    assert found == sorted(set(found), key=found.index)
    assert {"R023", "R026", "R027", "R028", "R029", "R030"} == set(found)
