"""The proof of a pack, timed and weighed: of the shipped one, and of generated ones of the sizes given.

.venv/bin/python bench/proofs.py          # the shipped pack and 500 questions
.venv/bin/python bench/proofs.py 50 500   # these alone
"""

import resource
import subprocess
import sys
import time

import packs

from szai_assess import locate, prove
from szai_assess.cli import workbench

SIZES = ("0", "500")  # 0: the shipped pack
MORE = 70  # rows that each block of a generated pack has beyond the usual: with 500 questions 2,000 rows


def measure(size: int) -> str:
    """Seconds and memory of one proof in this process, the pack's reading not counted."""
    galley = packs.galley(size, MORE) if size else workbench.galley_of(workbench.opened(locate.pack_folder()))
    begun, used = time.perf_counter(), time.process_time()
    proof = prove.prove(galley)
    seconds, processor = time.perf_counter() - begun, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = sum(len(table.rows) for table in galley.pack.tables)
    asked = len(galley.pack.questions)
    statements = f"{len(proof.claims)} | {len(proof.faults)}"
    return f"| {asked} | {rows} | {statements} | {seconds:.1f} s | {processor:.1f} s | {memory:.0f} MiB |"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        print(measure(int(sys.argv[2])))
    else:
        print("| questions | rows | statements | faults | wall clock | processor | memory |")
        print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
        for each in sys.argv[1:] or SIZES:
            subprocess.run([sys.executable, __file__, "--alone", each], check=True)
