"""``check`` of one, a hundred and a thousand applications in one run: what each further file costs."""

import os
import shutil
import sys

import processes
from processes import EXAMPLE, ROOT, Command, Times

SIZES = (1, 100, 1000)
RARELY = 5  # every which round the largest is run


def lay_out(work: str, size: int) -> str:
    """A folder of so many applications, each with a name of its own."""
    folder = os.path.join(work, f"fleet-{size}")
    with open(os.path.join(ROOT, EXAMPLE), encoding="utf-8") as stream:
        text = stream.read()
    for number in range(size):
        path = os.path.join(folder, f"{number:04}")
        os.makedirs(path)
        with open(os.path.join(path, "szai.yaml"), "w", encoding="utf-8") as stream:
            stream.write(text.replace("product_name: ", f"product_name: {number:04} ", 1))
    return folder


def run(rounds: int, bare: Command, work: str) -> list[Times]:
    """Whole commands, from the fewest files to the most, as text and as JSON."""
    checkout = processes.copy(work)
    found = [bare]
    for size in SIZES:
        folder = lay_out(work, size)
        for shown in ("text", "json"):
            line = [sys.executable, "-m", "szai_assess", "check", folder, "--format", shown]
            every = RARELY if size == max(SIZES) else 1
            found.append(Command(f"check of {size:,}, {shown}", line, path=checkout, every=every))
    times = processes.interleaved(found, rounds, work)
    shutil.rmtree(checkout)
    return times
