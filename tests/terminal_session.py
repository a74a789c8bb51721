"""The console blocks of a page, played as a reader would type them: a page is one session of a real shell in one folder.

A fence marked ``console`` holds commands after ``$ `` and what they print. A fence ``yaml NAME`` is a file of that name in the
session's folder. The examples, packs and templates of the repository lie where they lie in it. ``python
tests/terminal_session.py`` writes what the commands print now into every page.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FENCE = re.compile(r"^```(?P<kind>\w*)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "\x1e"


def pages():
    """The pages of the documentation, by path from the root."""
    docs = [f"docs/{name}" for name in sorted(os.listdir(f"{ROOT}/docs")) if name.endswith(".md")]
    return ["README.md", "README.zh-CN.md", *docs]


def text_of(path):
    """A file of the repository."""
    with open(f"{ROOT}/{path}", encoding="utf-8") as stream:
        return stream.read()


def environment(home):
    """A clean environment: no language is chosen, and home and cache are the test's own."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
        "HOME": str(home),
        "XDG_CACHE_HOME": f"{home}/cache",
        "LOCALAPPDATA": f"{home}/cache",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "80",
    }


def run(arguments, home, folder=ROOT, **changes):
    """The tool of this environment, run once."""
    return subprocess.run(
        [sys.executable, "-m", "szai_assess", *arguments],
        cwd=folder,
        env=environment(home) | changes,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def commands(body):
    """The commands of a block; a line that ends in a backslash goes on in the next."""
    found = []
    for line in body.splitlines():
        if found and found[-1].endswith("\\"):
            found[-1] += f"\n{line}"
        elif line.startswith("$ "):
            found.append(line[2:])
    return found


def settle(page, folder):
    """Lay out the session's folder: examples, packs and templates of the repository, and the files that the page shows."""
    for name in ("docs/examples", "questionnaires", "templates"):
        shutil.copytree(f"{ROOT}/{name}", f"{folder}/{name}")
    for fence in FENCE.finditer(page):
        if fence["kind"] == "yaml" and fence["name"]:
            os.makedirs(os.path.dirname(f"{folder}/{fence['name']}"), exist_ok=True)
            with open(f"{folder}/{fence['name']}", "w", encoding="utf-8") as stream:
                stream.write(fence["body"])


def printed_by(typed, folder, home):
    """What each command prints, in one shell."""
    tools = tempfile.mkdtemp(dir=home)
    with open(f"{tools}/szai-assess", "w", encoding="utf-8") as stream:
        stream.write(f'#!/bin/sh\nexec "{sys.executable}" -m szai_assess "$@"\n')
    os.chmod(f"{tools}/szai-assess", 0o755)
    known = environment(home)
    script = "exec 2>&1\n" + "\n".join(f"{line}\nstatus=$?; printf '{MARK}'; (exit $status)" for line in typed)
    shell = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=known | {"PATH": f"{tools}:{known['PATH']}"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=300,
    )
    return shell.stdout.replace(str(folder), "…").split(MARK)[:-1]


def played(page, folder, home):
    """The page with what its commands print now."""
    settle(page, folder)
    typed = [line for fence in FENCE.finditer(page) if fence["kind"] == "console" for line in commands(fence["body"])]
    answers = iter(printed_by(typed, folder, home))

    def block(fence):
        if fence["kind"] != "console":
            return fence[0]
        session = "".join(f"$ {line}\n{next(answers)}" for line in commands(fence["body"]))
        return f"```console\n{session}```"

    return FENCE.sub(block, page)


def main():
    """Write what the commands print now into every page."""
    with tempfile.TemporaryDirectory() as home:
        for path in pages():
            new = played(text_of(path), tempfile.mkdtemp(dir=home), home)
            with open(f"{ROOT}/{path}", "w", encoding="utf-8") as stream:
                stream.write(new)


if __name__ == "__main__":
    main()
