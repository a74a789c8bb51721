"""Reading a file as it was at a revision of git: ``REV:path``, the path seen from the current folder. Never the network."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from szai_assess import files
from szai_assess.errors import Fault, OutputError, Place

QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def parts(name: str) -> tuple[str, str]:
    """Revision and path of a name such as ``HEAD~1:szai.yaml``; no revision where it names a file on the disk.

    A file whose own name has a colon comes first. ``:path`` is what is staged.
    """
    revision, colon, path = name.partition(":")
    drive = os.name == "nt" and len(revision) == 1
    if not colon or not path or drive or files.exists(name):
        return "", name
    return revision or ":", path


def git() -> str:
    """The program.

    Raises OutputError where it is not installed.
    """
    found = shutil.which("git")
    if not found:
        raise OutputError(Fault("O020", Place("git"), {}))
    return found


def asked(arguments: Sequence[str]) -> tuple[int, str]:
    """Exit code and complaint of a question to git whose answer does not matter; no shell, no pager, no prompt."""
    ran = subprocess.run(  # noqa: S603  # a program of the user's own, without a shell
        [git(), *arguments], env={**os.environ, **QUIET}, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return ran.returncode, ran.stderr.decode("utf-8", "replace").strip()


def known(name: str, revision: str) -> None:
    """Stop where there is no repository here, or no such revision in it.

    Raises OutputError.
    """
    code, complaint = asked(["rev-parse", "--git-dir"])
    if code:
        raise OutputError(Fault("O021", Place(name), {"reason": complaint or "git"}))
    if revision == ":":
        return
    at = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"]
    if revision.startswith("-") or asked(at)[0]:
        raise OutputError(Fault("O022", Place(name), {"revision": revision}))


def read(name: str, most: int) -> bytes:
    """At most so many bytes of a file on the disk, or at a revision.

    Raises OutputError where it is not there, or git cannot tell.
    """
    revision, path = parts(name)
    if not revision:
        return files.read(path, most)
    known(name, revision)
    where = os.path.relpath(path) if os.path.isabs(path) else path
    at = f"{revision.removesuffix(':')}:./{where}".replace(os.sep, "/")
    command = [git(), "cat-file", "blob", at]
    with subprocess.Popen(  # noqa: S603  # as above
        command,
        env={**os.environ, **QUIET},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        data = process.stdout.read(most) if process.stdout else b""
        if len(data) == most:
            process.kill()  # more than anybody will read
            return data
    if process.returncode:
        raise OutputError(Fault("O023", Place(name), {"file": path, "revision": revision}))
    return data
