"""Bytes in, bytes out, whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
import time

import pytest
from desk import ROOT, write

from szai_assess import files
from szai_assess.errors import OutputError

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def code_of(call, *arguments):
    """The code and the reason of the fault that a call raises."""
    with pytest.raises(OutputError) as found:
        call(*arguments)
    return found.value.faults[0].code


def test_what_is_written_is_read_again(tmp_path):
    path = str(tmp_path / "a" / "智选😀.yaml")
    files.write(path, b"\x00\xff\r\n")

    assert files.read(path) == b"\x00\xff\r\n"
    assert os.listdir(tmp_path / "a") == ["智选😀.yaml"]


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path):
    assert code_of(files.read, str(tmp_path / "none")) == "O001"


def test_a_folder_is_no_file(tmp_path):
    assert code_of(files.read, str(tmp_path)) == "O002"
    assert code_of(files.write, str(tmp_path), b"") == "O009"
    assert os.listdir(tmp_path) == []


def test_a_link_that_leads_to_itself_is_no_file(tmp_path):
    os.symlink("round", tmp_path / "round")

    assert code_of(files.read, str(tmp_path / "round")) == "O002"
    assert files.exists(str(tmp_path / "round"))


def test_a_new_file_has_the_mode_asked_for_and_an_old_one_keeps_its_own(tmp_path):
    new, old = str(tmp_path / "new"), write(str(tmp_path / "old"), "")
    os.chmod(old, 0o664)
    files.write(new, b"1", 0o600)
    files.write(old, b"1")

    assert oct(os.stat(new).st_mode & 0o777) == oct(0o600)
    assert oct(os.stat(old).st_mode & 0o777) == oct(0o664)


def test_what_a_killed_process_of_the_same_number_left_is_no_hindrance(tmp_path):
    path = str(tmp_path / "szai.yaml")
    write(f"{path}.{os.getpid()}.tmp", "half")
    files.write(path, b"whole")

    assert files.read(path) == b"whole"
    assert os.listdir(tmp_path) == ["szai.yaml"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path):
    target = write(str(tmp_path / "there" / "szai.yaml"), "old")
    os.symlink(target, tmp_path / "szai.yaml")
    files.write(str(tmp_path / "szai.yaml"), b"new")

    assert os.path.islink(tmp_path / "szai.yaml")
    assert files.read(target) == b"new"


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_what_fails_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    path = write(str(tmp_path / "szai.yaml"), "old")
    monkeypatch.setattr(files.os, step, fail)
    code = code_of(files.write, path, b"new")
    monkeypatch.undo()

    assert code == "O003"
    assert files.read(path) == b"old"
    assert os.listdir(tmp_path) == ["szai.yaml"]


@pytest.mark.skipif(AS_ROOT, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_a_fault_and_stays_as_it_is(tmp_path):
    path = write(str(tmp_path / "szai.yaml"), "old")
    os.chmod(tmp_path, 0o500)

    assert code_of(files.write, path, b"new") == "O003"
    assert files.read(path) == b"old"


@pytest.mark.skipif(AS_ROOT, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path):
    path = write(str(tmp_path / "szai.yaml"), "old")
    os.chmod(path, 0)

    assert code_of(files.read, path) == "O002"


@pytest.mark.skipif(AS_ROOT, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(tmp_path):
    write(str(tmp_path / "a" / "szai.yaml"), "")
    os.chmod(tmp_path / "a", 0)
    codes = [code_of(search, str(tmp_path)) for search in (files.answers_files, files.below)]
    os.chmod(tmp_path / "a", 0o700)

    assert codes == ["O002", "O002"]


def test_a_file_where_a_folder_should_be_is_a_fault(tmp_path):
    write(str(tmp_path / "papers"), "mine")

    assert code_of(files.write, str(tmp_path / "papers" / "a.md"), b"") == "O003"
    assert files.read(str(tmp_path / "papers")) == b"mine"


WRITER = """
from szai_assess import files
import sys
texts = [bytes([sign]) * 3_000_000 for sign in b"ab"]
sys.stdout.write("x")
sys.stdout.flush()
while True:
    for text in texts:
        files.write(sys.argv[1], text)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_writer_killed_at_any_instant_leaves_a_whole_file(tmp_path):
    path = str(tmp_path / "szai.yaml")
    files.write(path, b"a" * 3_000_000)
    for wait in (0.0, 0.003, 0.011, 0.017, 0.023):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, cwd=ROOT)
        with writer:
            writer.stdout.read(1)
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        data = files.read(path)

        assert (len(data), len(set(data))) == (3_000_000, 1)


def test_answers_files_are_found_by_name_in_order_and_not_in_hidden_folders(tmp_path):
    wanted = ["a.szai.yaml", "b/szai.yaml", "szai.yaml", "中/智选.szai.yaml"]
    others = ["other.yaml", "szai.yml", "szai.yaml.bak", ".git/szai.yaml", "b/xszai.yaml", "b/szai.json"]
    for name in (*wanted, *others):
        write(str(tmp_path / name), "")
    os.symlink(tmp_path, tmp_path / "b" / "round")

    assert [os.path.relpath(path, tmp_path) for path in files.answers_files(str(tmp_path))] == wanted


def test_what_is_below_a_folder_is_named_with_forward_slashes_hidden_files_left_out(tmp_path):
    for name in ("b.yaml", "a/c.yaml", "cases/d.yaml", ".x", "a/.y", ".z/e"):
        write(str(tmp_path / name), name)

    assert files.below(str(tmp_path), ("cases",)) == {"b.yaml": b"b.yaml", "a/c.yaml": b"a/c.yaml"}


def test_removing_what_is_not_there_is_no_fault(tmp_path):
    files.discard(str(tmp_path / "none"))

    assert not files.is_folder(str(tmp_path / "none"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_a_file_is_kept_to_one_process_at_a_time_and_the_lock_is_gone_afterwards(tmp_path):
    path, link = str(tmp_path / "szai.yaml"), str(tmp_path / "link.yaml")
    files.write(path, b"whole")
    os.symlink("szai.yaml", link)
    code = "import sys; from szai_assess import files\nwith files.locked(sys.argv[1]): pass"
    with files.locked(path):
        ran = [
            subprocess.run([sys.executable, "-c", code, each], cwd=ROOT, capture_output=True) for each in (path, link)
        ]
        held = os.listdir(tmp_path)
    after = subprocess.run([sys.executable, "-c", code, link], cwd=ROOT, capture_output=True)

    assert [b"O013" in each.stderr for each in ran] == [True, True]
    assert sorted(held) == [".szai.yaml.lock", "link.yaml", "szai.yaml"]
    assert after.returncode == 0, after.stderr
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "szai.yaml"]


def test_the_drafts_that_killed_processes_left_are_gone_once_the_file_is_kept(tmp_path):
    names = [
        "szai.yaml",
        "szai.yaml.12.tmp",
        "szai.yaml.tmp",
        "szai.yaml.12a.tmp",
        "other.yaml.12.tmp",
        "szai.yaml.7.tmp",
    ]
    for name in names:
        write(str(tmp_path / name), "x")
    with files.locked(str(tmp_path / "szai.yaml")):
        pass

    assert sorted(os.listdir(tmp_path)) == sorted(name for name in names if name not in (names[1], names[5]))
