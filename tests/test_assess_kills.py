"""Hundreds of kills: an interview that is killed at any instant has lost nothing that was acknowledged, and goes on."""

import json
import os
import subprocess
import sys

import pytest
from desk import ROOT

pytest.importorskip("pyte")
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals"),
    pytest.mark.slow,
]
CHUNKS = range(4)
# Every run kills 320 times; before a release SZAI_KILLS=1000 kills more.
TRIALS = int(os.environ.get("SZAI_KILLS", "320")) // len(CHUNKS)


def killed(seed):
    """What came of so many kills."""
    ran = subprocess.run(
        [sys.executable, os.path.join(ROOT, "tests", "kills.py"), str(TRIALS), str(seed)],
        env={**os.environ, "PYTHONPATH": ROOT},
        capture_output=True,
        encoding="utf-8",
        timeout=60 + 3 * TRIALS,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_at_whatever_instant_it_is_killed_no_acknowledged_answer_is_lost(chunk):
    told = killed(chunk)

    assert told["lost"] == []
    assert told["strangers"] == []
    assert told["trials"] == TRIALS
    assert told["asked"] >= TRIALS // 2
