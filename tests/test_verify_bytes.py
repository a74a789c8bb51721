"""An edit by one byte, anywhere in what is filed: found by ``verify``, and the file named."""

import os
import random

import pytest
from desk import opened
from filing_desk import DAY, copied, papers_of, whole

from szai_assess import files
from szai_assess.cli import verify

ROUNDS = 1000


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return whole(str(tmp_path_factory.mktemp("whole") / "甲 项目"))


def judged(file):
    return verify.verify(opened(), papers_of(file), file, DAY)


def named(found):
    """The names of all files that do not match or could not be read."""
    names = {str(each.details["file"]) for each in found.findings}
    return {os.path.basename(each) for each in names | {fault.place.file for fault in found.faults}}


def spoilt(raw, chance):
    """The bytes with one of them changed, put in or taken out."""
    way, at = chance.choice(("change", "insert", "delete")), chance.randrange(len(raw))
    if way == "delete":
        return raw[:at] + raw[at + 1 :]
    if way == "insert":
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
    return raw[:at] + bytes([raw[at] ^ chance.randrange(1, 256)]) + raw[at + 1 :]


@pytest.mark.slow
def test_an_edit_by_one_byte_of_any_file_is_found_and_the_file_is_named(shelf, tmp_path):
    file = copied(shelf, str(tmp_path / "乙"))
    paths = [file, *(os.path.join(papers_of(file), name) for name in sorted(os.listdir(papers_of(file))))]
    chance = random.Random(66)
    assert judged(file).matches
    assert len(paths) == 22
    for number in range(ROUNDS):
        path = paths[number % len(paths)]
        raw = files.read(path)
        other = spoilt(raw, chance)
        with open(path, "wb") as stream:
            stream.write(other)
        found = judged(file)

        assert not found.matches, (path, other)
        assert os.path.basename(path) in named(found), (path, named(found))
        with open(path, "wb") as stream:
            stream.write(raw)
    assert judged(file).matches
