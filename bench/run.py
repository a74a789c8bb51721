"""Measures the tool against a bare interpreter of the same run, and prints Markdown: ``python bench/run.py``."""

import argparse
import os
import platform
import sys
import tempfile

import engine
import explain
import fleet
import interview
import interview_keys
import papers
import processes
from processes import Command, Times


def table(titles: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a Markdown table."""
    print(f"| {' | '.join(titles)} |\n|{' --- |' * len(titles)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print(flush=True)


def of_processes(found: list[Times]) -> None:
    """Whole runs as ratios to the first of them."""
    bare, rows = found[0], []
    for each in found:
        if not each.seconds:
            rows.append((each.name, "-", "-", each.note))
            continue
        median = f"{each.median / bare.median:.2f} F ({each.median * 1e3:.1f} ms)"
        tenth = f"{each.tenth / bare.tenth:.2f} F ({each.tenth * 1e3:.1f} ms)"
        rows.append((each.name, median, tenth, str(len(each.seconds))))
    table(("whole process", "median", "10th percentile", "runs"), rows)


def of_engine(found: list[Times]) -> None:
    """Calls in microseconds, and as ratios to the bare interpreter and to the fixed loop."""
    bare, fixed = found[:2]
    rows = [
        (
            each.name,
            f"{each.median * 1e6:,.0f} µs ({each.tenth * 1e6:,.0f})",
            f"{each.median / bare.median:.4f}",
            f"{each.median / fixed.median:.2f}",
            str(len(each.seconds)),
        )
        for each in found
    ]
    table(("in one process", "median (10th percentile)", "/ F", "/ fixed loop", "samples"), rows)


def of_modules(commands: list[Command], work: str) -> None:
    """What start-up pays for."""
    for command in commands:
        if command.name.startswith("check") and "warm" in command.name:
            found = processes.imported(command, work)
            heads = {name.partition(".")[0] for name in found}
            yes = [name for name in processes.WATCHED if name in heads]
            no = [name for name in processes.WATCHED if name not in heads]
            dear = sorted(found, key=lambda name: -found[name])[:8]
            print(f"{command.name}: {len(found)} modules; imported: {', '.join(yes)}; not imported: {', '.join(no)}.")
            print(
                "Dearest by their own time: " + ", ".join(f"{name} {found[name] / 1e3:.1f} ms" for name in dear) + ".\n"
            )


def of_interview(count: int) -> None:
    """How much an interview in haste asks, and what."""
    found = interview.run(count)
    titles = (
        "in haste",
        "outcome",
        "applications",
        "questions: median (90th percentile)",
        "prompts",
        "until the tier is settled",
    )
    table(titles, interview.counts(found))
    table(("asked in", *found), interview.asked_most(found))


def of_keys(found: list[Times]) -> None:
    """From a key to the next question on the screen, and the parts of it inside one process."""
    rows = [
        (each.name, f"{each.median * 1e3:.1f} ms", f"{each.late * 1e3:.1f} ms", str(len(each.seconds)))
        for each in found
    ]
    table(("in an interview", "median", "95th percentile", "answers"), rows)


def of_papers(found: papers.Found) -> None:
    """Papers in their formats: whole commands, calls in one process, memory."""
    of_processes(found.commands)
    of_engine(found.calls)
    table(("at the peak", "memory"), [(name, f"{most:.0f} MB" if most else "-") for name, most in found.peaks])
    print("".join(f"Not measured: {reason}.\n" for reason in found.missing))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=40, help="rounds of every figure")
    options.add_argument("--alone", action="store_true", help="without installing anything: no wheel, no neighbour")
    options.add_argument("--applications", type=int, default=400, help="random applications of each mix")
    options.add_argument(
        "--only",
        choices=("processes", "fleet", "engine", "explain", "papers", "interview", "keys"),
        help="one part",
    )
    chosen = options.parse_args()
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}\n")
    with tempfile.TemporaryDirectory(prefix="szai-bench-") as work:
        bare = Command("F: python -c pass", [sys.executable, "-c", "pass"])
        if chosen.only in (None, "processes"):
            commands, missing = processes.commands(work, chosen.alone)
            of_processes(processes.interleaved(commands, chosen.rounds, work))
            of_modules(commands, work)
            print("".join(f"Not measured: {reason}.\n" for reason in missing))
        if chosen.only in (None, "fleet"):
            of_processes(fleet.run(chosen.rounds // 4, bare, work))
        if chosen.only in (None, "engine"):
            found, missing = engine.run(chosen.rounds, lambda: processes.once(bare, work))
            of_engine(found)
            print("".join(f"Not measured: {reason}.\n" for reason in missing))
        if chosen.only in (None, "explain"):
            of_engine(explain.run(chosen.rounds, lambda: processes.once(bare, work)))
        if chosen.only in (None, "papers"):
            of_papers(papers.run(chosen.rounds, bare, work))
        if chosen.only in (None, "interview"):
            of_interview(chosen.applications)
        if chosen.only in (None, "keys"):
            found, missing = interview_keys.run(work)
            of_keys(found)
            print("".join(f"Not measured: {reason}.\n" for reason in missing))


if __name__ == "__main__":
    main()
