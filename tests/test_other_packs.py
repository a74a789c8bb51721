"""Packs that are not the shipped one: fewer parts in the verdict, other names, broken ones, and how they are listed."""

import os
import re
import shutil

import pytest
from assessed import ONE_OF_EACH, case, read_template
from shelf import PARTS, drafted, pack_of

from szai_assess import locate
from szai_assess.authoring import wording
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.document import Planned
from szai_assess.render import papers
from szai_assess.words import Words

PACK, TIER, PILOT, DOCUMENTS = "pack.yaml", "tables/tier.yaml", "tables/pilot.yaml", "documents.yaml"
ASKED = "questions/95-pilot.yaml"
CHANGES = {
    "results": {PACK: [(r"  results: \{.*", "  results: {}")]},
    "red lines": {PACK: [(r"  red_lines:\n(    .*\n)+", "  red_lines: {}\n"), (r"    - red_line_\d\n", "")]},
    "scope": {PACK: [(r"  out_of_scope: \{table.*\n", ""), (r"    - scope\n", "")]},
    "tier names": {
        PACK: [(r"\b(low|medium|high)(?=: (\{zh|\{months|ex_)|[],])", r"\1_one")],
        TIER: [(r"(id: |then: )(low|medium|high)", r"\1\2_one")],
        ASKED: [(r"tier: low", "tier: low_one")],
        PILOT: [(r"other_than: \[low\]", "other_than: [low_one]")],
        DOCUMENTS: [(r"\b(low|medium|high)(?=[],])", r"\1_one")],
    },
}
CHANGES["all of it"] = {
    file: [each for part in list(CHANGES.values()) for each in part.get(file, [])] for file in PARTS
}


def without(what):
    """The shipped pack's files, changed."""
    parts = {name: data for name, data in PARTS.items() if not name.startswith("cases/")}
    for file, changes in CHANGES[what].items():
        text = parts[file].decode() if file in parts else ""
        for old, new in changes:
            assert re.search(old, text), (file, old)
            text = re.sub(old, new, text)
        if changes:
            parts[file] = text.encode()
    return parts


@pytest.mark.parametrize("what", CHANGES)
def test_every_document_renders_for_a_pack_that_lacks_a_part_or_names_it_otherwise(what):
    parts = without(what)
    pack, words = pack_of(parts), Words(wording.tree(drafted(parts)))
    every = tuple(Planned(ident, ident, entry["template"], "") for ident, entry in words.tree["documents"].items())
    for name in ONE_OF_EACH.values():
        dossier = compose(judging.assessed(pack, words, case(name)))._replace(planned=every)

        assert len(papers(dossier, read_template)) == len(every)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A shelf of one's own with two copies of the shipped pack: ``mine`` with the id it had, and ``broken``."""
    for name, old, new in (("mine", "", ""), ("broken", "2026-09-30", "2026-13-45")):
        shutil.copytree(locate.pack_folder(), tmp_path / "shelf" / name)
        about = tmp_path / "shelf" / name / "pack.yaml"
        about.write_text(about.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    monkeypatch.setenv("SZAI_PACKS", str(tmp_path / "shelf"))
    return tmp_path / "shelf"


def test_a_broken_pack_hides_no_other(tool, shelf):
    ran = tool("pack", "list", "--lang", "en")
    lines = [line.split()[:2] for line in ran.out.splitlines() if line[:1].strip()]

    assert ran.code == 0
    assert lines[1] == ["broken", "P029"]
    assert [line[0] for line in lines[2:]] == ["szai-2022@1.0.0", "lifts-example@1.0.0", "szai-2022@1.0.0"]


def test_a_folder_that_is_not_called_like_its_pack_is_a_fault(tool, shelf):
    ran = tool("pack", "proofread", "mine", "--lang", "en")

    assert ran.code == 1
    assert f"{shelf}{os.sep}mine{os.sep}pack.yaml:1:1 P140 The folder is called mine, the pack szai-2022" in ran.out
    os.rename(shelf / "mine", shelf / "szai-2022")
    assert "P140" not in tool("pack", "proofread", "szai-2022").out


def test_a_table_is_shown_with_how_it_comes_to_its_output(tool):
    ran = tool("pack", "show", "--table", "pilot", "--lang", "en")
    head, first = ran.out.split("\n\n")[:2]

    assert head.splitlines()[1:] == [
        "hit: priority",
        "default: yes",
        "not_asked: not_sought",
        "undecided: open",
        "when:",
        "  ? pilot_intent: yes",
    ]
    assert first.splitlines()[:2] == ["PT-1 → no  [Statute; 44]", "  ? outcome: {other_than: [low]}"]
    assert "\n  | " in tool("pack", "show", "--table", "forced_tier").out
