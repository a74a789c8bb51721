"""The tutorial writes the second pack: its files, put together, are that pack, in both languages."""

import os

import pytest
from terminal_session import FENCE, ROOT, text_of

from szai_assess import files, locate
from szai_assess.cli.pack import schema_of

PAGES = ("docs/pack-tutorial.md", "docs/pack-tutorial.zh-CN.md")
PACK = "lifts-example"
APART = ("answers.schema.json", "CHANGELOG.md")  # the one is made from the pack, the other says what changed


def shown(page):
    """The files of the pack that a page shows, by path within the pack."""
    fences = [fence for fence in FENCE.finditer(text_of(page)) if (fence["name"] or "").startswith(f"{PACK}/")]
    names = [fence["name"].partition("/")[2] for fence in fences]
    assert len(names) == len(set(names))
    return dict(zip(names, (fence["body"] for fence in fences), strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_the_files_of_the_tutorial_are_the_shipped_pack(page):
    pack = {name: data.decode() for name, data in files.below(locate.pack_folder(PACK)).items() if name not in APART}

    assert shown(page) == pack


@pytest.mark.parametrize("page", PAGES)
def test_every_file_is_named_above_itself(page):
    lines = text_of(page).splitlines()
    for number, line in enumerate(lines):
        if line.startswith(f"```yaml {PACK}/"):
            assert lines[number - 2] == f"`{line.partition(' ')[2]}`"


@pytest.mark.parametrize("pack", sorted(os.listdir(f"{ROOT}/questionnaires")))
def test_the_schema_of_the_answers_is_that_of_the_pack(pack):
    assert text_of(f"questionnaires/{pack}/{locate.SCHEMA}") == schema_of(pack, "answers")
