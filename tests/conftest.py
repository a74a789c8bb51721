"""What every test shares: how hypothesis runs, a home of the tests' own, and the tool called as ``main`` calls it."""

import gc
import os
from typing import NamedTuple

import pytest
from hypothesis import settings

from szai_assess.__main__ import run

# Papers are trees of many small parts: with Python's own thresholds a third of the time goes into looking for cycles.
gc.set_threshold(50_000, 20, 100)
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

LANGUAGE = ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """A home and a cache for this session alone, so that a test neither reads nor leaves anything in the user's."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(folder))
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / "cache"))
        patch.delenv("SZAI_PACKS", raising=False)
        yield folder


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def tool(monkeypatch, tmp_path, capsys):
    """Call the tool in an empty folder where no language is chosen; gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in LANGUAGE:
        monkeypatch.delenv(name, raising=False)

    def call(*arguments):
        capsys.readouterr()
        code = run([os.fspath(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return call
