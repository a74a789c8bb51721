"""What was filed, read from the disk: records strictly, papers by digest, blanks that are still open, approvals; never an exception."""

import io
import json
import os
import re
import zipfile

import pytest
from desk import case_text, write
from filing_desk import BUSINESS, ETHICS, FOLDER, LEGAL, NAME, TODO, approve, copied, file_papers, papers_of, whole
from hypothesis import given
from hypothesis import strategies as st

from szai_assess import files, filing, record_reader, sealing
from szai_assess.still_open import still_open

BLANKS = [
    {"id": "B01", "kind": "fact", "owner": "legal", "what": "联系人"},
    {"id": "B02", "kind": "fact", "owner": "legal", "what": "日期"},
    {"id": "B03", "kind": "signature", "owner": "legal", "what": "签名"},
]
ALL = {"fact": 2, "signature": 1}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return whole(str(tmp_path_factory.mktemp("whole") / "甲 项目"))


@pytest.fixture
def file(shelf, tmp_path):
    return copied(shelf, str(tmp_path / "乙"))


def filed(file):
    return filing.filed(papers_of(file), file)


def codes(file):
    return [fault.code for fault in filed(file).faults]


def rewritten(file, change, seal=True):
    """The record with something changed in it, under a new seal or under none."""
    path = os.path.join(papers_of(file), filing.RECORD)
    plain = json.loads(files.read(path))
    change(plain)
    raw = sealing.sealed(plain) if seal else json.dumps(plain).encode()
    write(path, raw.decode())


def test_everything_is_read(file):
    found = filed(file)

    assert found.faults == ()
    assert found.answers_file == "../szai.yaml"
    assert found.record["application"] == NAME
    assert [each.approver for each in found.approvals] == [BUSINESS, LEGAL]
    assert {paper.language for paper in found.papers} == {"zh"}
    assert [paper.name for paper in found.papers if paper.edited] == [ETHICS]
    assert set(found.seen) == {"../szai.yaml", "record.json"}


def test_blanks_are_those_of_the_record_and_of_an_edited_paper_those_that_still_stand(file):
    before = {paper.name: paper.open_blanks for paper in filed(file).papers}
    path = os.path.join(papers_of(file), ETHICS)
    text = files.read(path).decode()
    write(path, re.sub(r"【[^】]*\b(B01|B02)：[^】]*】", "已填", text))
    after = {paper.name: paper.open_blanks for paper in filed(file).papers}

    assert before[ETHICS] == before[ETHICS.replace(".md", ".docx")] == before[ETHICS.replace(".md", ".html")]
    assert sum(after[ETHICS].values()) == sum(before[ETHICS].values()) - 2
    assert {name: left for name, left in after.items() if name != ETHICS} == {
        name: left for name, left in before.items() if name != ETHICS
    }


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_every_blank_of_a_paper_is_found_in_each_format_that_was_edited(file, ending):
    found = filed(file)
    for paper in found.papers:
        if paper.name.endswith(ending):
            data = files.read(os.path.join(papers_of(file), paper.name))
            blanks = next(each["blanks"] for each in found.record["files"] if each["file"] == paper.name)

            assert still_open(paper.name, data, blanks) == paper.open_blanks


def word(text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)
    return out.getvalue()


RUNS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format


@pytest.mark.parametrize(
    ("name", "data", "left"),
    [
        ("a.zh.md", "【待填写 B01：联系人】【待签署 B03：签名】", {"fact": 1, "signature": 1}),
        ("a.en.md", "[To fill in B01: contact] B02: x", {"fact": 2}),
        ("a.zh.md", "【待填写 B01：别的话】", {"fact": 1}),
        ("a.zh.md", "B01 \\: 甲、**B02**：乙", {"fact": 2}),
        ("a.zh.md", "| B01 | 待填写 | 法务 | 联系人 |\nOB02：义务、AB03: x", {}),
        ("a.zh.md", "", ALL),
        ("a.zh.md", "\ufeff \n", ALL),
        ("a.zh.md", "填完了".encode("gb18030"), ALL),
        ("a.en.md", "all done".encode("utf-16-le"), ALL),
        ("a.zh.html", "<p><b>B01</b>：甲 <mark>B&#48;2&#xFF1A;</mark></p>", {"fact": 2}),
        ("a.zh.html", '<p title="B01：">填完了</p>', {}),
        (
            "a.zh.docx",
            word(RUNS('B0</w:t></w:r><w:r><w:t xml:space="preserve">1</w:t></w:r><w:r><w:t>：甲')),
            {"fact": 1},
        ),
        ("a.zh.docx", word("<w:p><w:r><w:delText>B01：甲</w:delText><w:t>填完了</w:t></w:r></w:p>"), {}),
        ("a.zh.docx", word("<w:p/>"), ALL),
        ("a.zh.docx", b"PK\x03\x04 not a file", ALL),
        ("a.zh.docx", b"", ALL),
        ("a.zh.pdf", b"%PDF", ALL),
        ("a.zh.xlsx", b"PK", ALL),
        ("a", b"B01", ALL),
    ],
)
def test_what_cannot_be_told_is_open(name, data, left):
    assert still_open(name, data if isinstance(data, bytes) else data.encode(), BLANKS) == left


def test_a_word_file_that_unpacks_to_more_than_a_paper_is_open():
    assert still_open("a.zh.docx", word("<w:t>x</w:t>" + " " * (1 << 26)), BLANKS) == ALL


def test_a_damaged_word_file_is_no_defect(file):
    data = files.read(os.path.join(papers_of(file), ETHICS.replace(".md", ".docx")))
    for at in range(0, len(data), 97):
        still_open("a.zh.docx", data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :], BLANKS)
        still_open("a.zh.docx", data[:at], BLANKS)


@given(data=st.binary(max_size=200), ending=st.sampled_from(["md", "html", "docx", "pdf"]))
def test_no_bytes_are_a_defect(data, ending):
    assert set(still_open(f"a.{ending}", data, BLANKS)) <= set(ALL)


def test_where_nothing_is_filed_there_is_nothing_and_no_fault(tmp_path):
    file = write(str(tmp_path / "szai.yaml"), case_text("03"))
    found = filed(file)

    assert (found.record, found.papers, found.approvals, found.faults) == (None, (), (), ())


@pytest.mark.parametrize(
    ("change", "seal", "code"),
    [
        (lambda plain: plain.update(outcome="low"), False, "R001"),
        (lambda plain: plain.pop("digest"), False, "R001"),
        (lambda plain: plain.pop("outcome"), True, "R002"),
        (lambda plain: plain.update(files=3), True, "R002"),
        (lambda plain: plain.update(tool={"name": "other", "version": "1"}), True, "R002"),
        (lambda plain: plain.update(answers_digest="sha256:0"), True, "R002"),
        (lambda plain: plain["files"][0].update(blanks=[{}]), True, "R002"),
        (lambda plain: plain["files"][0].update(file="../szai.yaml"), True, "R002"),
        (lambda plain: plain["files"][0].update(file="/etc/passwd"), True, "R002"),
        (lambda plain: plain["files"].append(plain["files"][0]), True, "R002"),
        (lambda plain: plain["files"][0].update(before="sha256:0"), True, "R003"),
        (lambda plain: plain.update(file="../other.yaml"), True, "R004"),
    ],
)
def test_a_record_that_cannot_be_relied_on_is_a_fault_and_no_record(file, change, seal, code):
    rewritten(file, change, seal)
    found = filed(file)

    assert (codes(file), found.record, found.papers) == ([code], None, ())
    assert all(fault.place.file == os.path.join(papers_of(file), "record.json") for fault in found.faults)


@pytest.mark.parametrize("raw", [b"", b"null", b"{}", b"[" * 100_000, b"\xff", b'{"digest": "x"}'], ids=range(6))
def test_a_record_that_is_none_is_a_fault(file, raw):
    path = os.path.join(papers_of(file), "record.json")
    with open(path, "wb") as stream:
        stream.write(raw)

    assert codes(file) == ["R001"]
    assert record_reader.owned(raw) == ("", [])


def test_a_record_in_a_run_that_was_cut_off_is_told(tmp_path, monkeypatch):
    whole_write = files.write

    def killed(path, *rest):
        if path.endswith(".md"):
            raise KeyboardInterrupt
        whole_write(path, *rest)

    file = file_papers(str(tmp_path))
    monkeypatch.setattr(files, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        file_papers(str(tmp_path), case_text("03").replace("scale_people: p4", "scale_people: p3"))

    assert codes(file) == ["R003"]


def test_an_approval_that_is_damaged_hides_no_other(file):
    with open(os.path.join(papers_of(file), "approval-legal.json"), "ab") as stream:
        stream.write(b" ")
    found = filed(file)

    assert [fault.code for fault in found.faults] == ["R010"]
    assert [each.approver for each in found.approvals] == [BUSINESS]


@pytest.mark.parametrize("name", ["approval-legal.json", "record.json", TODO])
def test_a_folder_in_the_place_of_a_file_is_a_fault(file, name):
    path = os.path.join(papers_of(file), name)
    os.remove(path)
    os.mkdir(path)

    assert set(codes(file)) <= {"O002", "O009"}
    assert codes(file)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="nothing is unreadable here")
def test_what_may_not_be_read_is_a_fault(file):
    os.chmod(os.path.join(papers_of(file), TODO), 0)

    assert codes(file) == ["O002"]


def test_a_paper_that_is_gone_has_all_its_blanks(file):
    os.remove(os.path.join(papers_of(file), ETHICS))
    paper = next(each for each in filed(file).papers if each.name == ETHICS)

    assert (paper.now, paper.edited, sum(paper.open_blanks.values()) > 40) == ("", False, True)


def test_a_new_version_beside_an_edited_paper_is_no_paper_of_its_own(tmp_path):
    file = file_papers(str(tmp_path))
    write(os.path.join(papers_of(file), TODO), "手改")
    file_papers(str(tmp_path))
    found = filed(file)

    assert found.beside == (TODO.replace(".md", ".new.md"),)
    assert found.beside[0] not in [paper.name for paper in found.papers]
    os.remove(os.path.join(papers_of(file), found.beside[0]))
    assert (filed(file).beside, codes(file)) == ((), [])


def test_folders_are_found_below_a_path_by_what_is_left_in_them(tmp_path):
    for name in ("a", "b", "c", "d", ".hidden"):
        approve(file_papers(str(tmp_path / name)), LEGAL)
    os.remove(tmp_path / "b" / FOLDER / "record.json")
    for name in ("record.json", "approval-legal.json"):
        os.remove(tmp_path / "c" / FOLDER / name)
    os.remove(tmp_path / "d" / "szai.yaml")
    os.remove(tmp_path / "d" / FOLDER / "approval-legal.json")
    write(str(tmp_path / "music" / "record.json"), '{"title": "x"}')
    os.symlink(tmp_path, tmp_path / "a" / "loop")
    found = [os.path.relpath(folder, tmp_path) for folder in filing.folders(str(tmp_path))]

    assert found == [os.path.join(name, FOLDER) for name in "abcd"]
    assert filing.folders(str(tmp_path / "a" / FOLDER)) == [str(tmp_path / "a" / FOLDER)]
    assert filing.folders(str(tmp_path / "music")) == []


@pytest.mark.parametrize("at", range(0, 60, 7))
def test_a_record_is_known_also_where_a_byte_of_it_is_wrong(file, at, tmp_path):
    raw = files.read(os.path.join(papers_of(file), "record.json"))
    for sign in (b'"szai-assess"', b'"answers_digest"'):
        place = raw.index(sign) + at % len(sign)
        folder = tmp_path / f"elsewhere{at}{len(sign)}"
        os.mkdir(folder)
        (folder / "record.json").write_bytes(raw[:place] + b"\x7f" + raw[place + 1 :])

        assert filing.folders(str(folder)) == [str(folder)]
