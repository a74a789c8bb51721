"""``pack new``: a pack without a fault to begin with, and what it refuses."""

import json
import os
import re

import pytest
from desk import write

from szai_assess import files, locate

KINDS = {"documents", "indicators", "law-en", "law-zh", "obligations", "pack", "questions", "sources", "tables"}


def texts(folder):
    return {name: data.decode() for name, data in files.below(folder).items()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_pack_has_no_fault_and_is_proved(tool, language):
    made = tool("pack", "new", "mine", "--lang", language)

    assert (made.code, made.err) == (0, "")
    assert "pack proofread mine" in made.out
    assert tool("pack", "proofread", "mine", "--prove").code == 0
    assert tool("pack", "test", "mine", "--mutate").code == 0


def test_it_is_small_and_explains_itself_in_both_languages(tool):
    tool("pack", "new", "mine")
    found = texts("mine")

    assert sum(text.count("\n") for text in found.values()) < 200
    for name, text in found.items():
        remarks = "".join(re.findall("# (?!yaml-)(.*)", text))
        assert name == "cases/02-second.yaml" or re.search("[\u4e00-\u9fff]", remarks), name
        assert name == "cases/02-second.yaml" or re.search("[a-z]{3}", remarks), name
        assert "my-pack" not in text


def test_answers_to_it_are_judged_by_its_folder_and_from_the_shelf_of_the_project(tool):
    tool("pack", "new", "mine")
    tool("pack", "new", "mine", "--out", os.path.join(".szai", "packs"))
    write("./szai.yaml", 'pack: mine\nassessed_on: "2026-01-01"\nanswers: {card: {name: x}, harm: grave}\n')

    for options, shelf in (("--pack", "./mine"), "--pack"), ((), ".szai/packs"):
        (found,) = json.loads(tool("check", *options, "--format", "json").out)
        assert (found["outcome"], found["pack"]["from"]) == ("high", shelf)
        assert "G024" not in {finding["code"] for finding in found["findings"]}
    assert tool("assess", "--no-input", "szai.yaml").code == 0


def test_every_file_names_a_schema_that_lies_beside_it(tool):
    tool("pack", "new", "mine")
    named = set()
    for name, text in texts("mine").items():
        if not name.startswith("cases/"):
            path = re.match(r"# yaml-language-server: \$schema=(.*)\n", text)[1]
            with open(os.path.join("mine", os.path.dirname(name), path), encoding="utf-8") as stream:
                named.add(json.load(stream)["$id"].rpartition(":")[2])

    assert named == KINDS


@pytest.mark.parametrize("what", ["folder", "file"])
def test_nothing_is_overwritten(tool, what):
    write("./mine/notes.txt" if what == "folder" else "./mine", "mine")
    ran = tool("pack", "new", "mine")

    assert ran.code == 3
    assert ran.err.startswith("mine O030 ")
    assert files.read("mine/notes.txt" if what == "folder" else "mine") == b"mine"
    assert list(files.below(".")) == ["mine/notes.txt" if what == "folder" else "mine"]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../a", "1", "a b", "题包", "a\n"])
def test_what_cannot_be_an_id_is_refused(tool, name):
    ran = tool("pack", "new", name)

    assert ran.code == 2
    assert "U030" in ran.err
    assert os.listdir(".") == []


def test_the_shipped_skeleton_is_no_pack_on_a_shelf():
    assert "pack" not in locate.packs()
    assert "my-pack" not in locate.packs()
