"""Packs are compiled once; whatever is odd about a kept one, it is made anew."""

import json
import marshal
import os

import pytest
from desk import write
from small import files_of

from szai_assess import loading, locate
from szai_assess.errors import PackError
from szai_assess.pack import plain_from

SMALL = """
questions: {a: [x, y], card: {form: [name]}}
tables:
  tier: {priority: [low, high], rows: {T1: {when: {a: y}, then: high}}}
"""


def put(folder, text=SMALL):
    """A small pack in a folder; gives its path."""
    for name, content in files_of(text).items():
        write(str(folder / name), json.dumps(content))
    return str(folder)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache" / "szai-assess"


@pytest.fixture
def counted(monkeypatch):
    """The folders compiled during the test."""
    compiled, compile_pack = [], loading.compile_pack

    def counting(folder):
        compiled.append(folder)
        return compile_pack(folder)

    monkeypatch.setattr(loading, "compile_pack", counting)
    return compiled


def test_a_pack_is_compiled_once_and_comes_the_same_from_the_cache(tmp_path, cache, counted):
    folder = put(tmp_path / "mine")
    first, second = loading.open_both(folder), loading.open_both(folder)

    assert first == second
    assert counted == [folder]
    assert sorted(name.rpartition(".")[2] for name in os.listdir(cache)) == ["rules", "words"]


def test_the_shipped_pack_comes_the_same_from_the_cache(cache):
    assert loading.open_both() == loading.open_both()
    assert loading.open_both()[0] == loading.compile_pack(locate.pack_folder())[0]


def test_a_changed_file_is_another_pack(tmp_path, cache, counted):
    folder = put(tmp_path / "mine")
    before, _ = loading.open_both(folder)
    put(tmp_path / "mine", SMALL.replace("a: y", "a: x"))
    after, _ = loading.open_both(folder)

    assert counted == [folder, folder]
    assert before.digest != after.digest
    assert before.tables != after.tables


@pytest.mark.parametrize("name", ["cases/a.yaml", "README.md", "CHANGELOG.md", ".hidden", "answers.schema.json"])
def test_what_neither_judges_nor_prints_does_not_change_the_digest(tmp_path, name):
    folder = put(tmp_path / "mine")
    before = loading.digest(loading.parts_of(folder))
    write(str(tmp_path / "mine" / name), "new")

    assert loading.digest(loading.parts_of(folder)) == before


def test_the_digest_tells_names_from_contents():
    assert loading.digest({"a": b"b", "c": b""}) != loading.digest({"a": b"", "c": b"b"})
    assert loading.digest({"a": b"1", "b": b"2"}) == loading.digest({"b": b"2", "a": b"1"})


def damages(good):
    """Ways in which a kept file can be wrong."""
    header, _, body = good.partition(b"\n")
    return {
        "empty": b"",
        "cut short": good[:-3],
        "header only": header + b"\n",
        "one bit": good[:-9] + bytes([good[-9] ^ 1]) + good[-8:],
        "another version": good.replace(b"szai 4 ", b"szai 3 ", 1),
        "no header": body,
        "marshalled code": b"szai 4\n" + marshal.dumps(compile("1/0", "", "exec")),
        "text": "不是缓存".encode(),
    }


@pytest.mark.parametrize("damage", list(damages(b"szai 4 x\n0123456789")))
def test_a_damaged_cache_is_made_anew(tmp_path, cache, counted, damage):
    folder = put(tmp_path / "mine")
    good = loading.open_both(folder)
    for name in os.listdir(cache):
        path = cache / name
        path.write_bytes(damages(path.read_bytes())[damage])
    again = loading.open_both(folder)

    assert good == again
    assert counted == [folder, folder]
    assert loading.open_both(folder) == good
    assert counted == [folder, folder]


def test_a_cache_that_cannot_be_written_or_read_is_no_error(tmp_path, monkeypatch, counted):
    folder, blocked = put(tmp_path / "mine"), write(str(tmp_path / "blocked"), "")
    monkeypatch.setenv("XDG_CACHE_HOME", blocked)
    monkeypatch.setenv("LOCALAPPDATA", blocked)

    assert loading.open_both(folder) == loading.open_both(folder)
    assert counted == [folder, folder]


def test_a_kept_pack_is_for_its_owner_alone(tmp_path, cache):
    loading.open_both(put(tmp_path / "mine"))

    assert {os.stat(cache / name).st_mode & 0o777 for name in os.listdir(cache)} == {0o600}


def test_a_pack_on_a_shelf_of_ones_own_is_opened_by_its_id(tmp_path, monkeypatch, cache):
    put(tmp_path / "shelf" / "small")
    monkeypatch.setenv("SZAI_PACKS", str(tmp_path / "shelf"))

    assert loading.open_both("small")[0].id == "small"
    assert loading.open_both()[0].id == "szai-2022"


def test_a_pack_that_cannot_be_compiled_is_not_kept(tmp_path, cache):
    folder = put(tmp_path / "mine")
    write(str(tmp_path / "mine" / "pack.yaml"), "id: [")
    with pytest.raises(PackError):
        loading.open_both(folder)

    assert not cache.exists()


def test_a_wheel_opens_what_was_compiled_into_it(tmp_path, monkeypatch, counted):
    folder = put(tmp_path / "questionnaires" / "small")
    pack, words = loading.compile_pack(folder)
    counted.clear()
    os.makedirs(tmp_path / "compiled")
    for kind, value in (("rules", plain_from(pack)), ("words", words)):
        (tmp_path / "compiled" / f"small.{kind}").write_bytes(loading.packed(value, "small"))
    monkeypatch.setattr(locate, "DATA", str(tmp_path))
    opened = loading.open_both("small")
    (tmp_path / "compiled" / "small.rules").write_bytes(b"damaged")

    assert opened == (pack, loading.Words(words))
    assert counted == []
    assert loading.open_both("small") == opened
    assert counted == [folder]
