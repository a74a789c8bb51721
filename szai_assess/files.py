"""The only place where files are opened: bytes in, bytes out, whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from szai_assess.errors import Fault, OutputError, Place


def reason(error: OSError) -> str:
    """What the system says about a failure."""
    return error.strerror or str(error)


@contextmanager
def onto(stream: str) -> Iterator[None]:
    """Turn a stream that is full or closed into an error of ours; one whose reader is gone stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(Fault("O003", Place(stream), {"file": stream, "reason": reason(error)})) from error


def native(path: str) -> bytes:
    """The path as the system takes it, also where its locale cannot spell it."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape")


def spelled(path: str) -> str:
    """The path as text that any encoding of Unicode can hold."""
    return native(path).decode("utf-8", "replace")


def followed(path: str) -> str:
    """The path of what a path leads to, links followed: the same for all spellings of it."""
    return os.path.realpath(path)


def read(path: str, most: int = -1) -> bytes:
    """The bytes of a file, at most ``most`` of them.

    Raises OutputError where it is not there, cannot be read, or is a pipe or device: reading those need not end.
    """
    try:
        descriptor = os.open(native(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                return stream.read(most)
    except FileNotFoundError:
        raise OutputError(Fault("O001", Place(path), {"file": path})) from None
    except OSError as error:
        raise OutputError(Fault("O002", Place(path), {"file": path, "reason": reason(error)})) from error
    raise OutputError(Fault("O009", Place(path), {"file": path}))


def write(path: str, data: bytes, mode: int = 0o644) -> None:
    """Put the bytes into a file, whole or not at all, at whatever instant the process ends.

    Raises OutputError.
    """
    target = os.path.realpath(native(path))
    draft = target + f".{os.getpid()}.tmp".encode()
    try:
        folder = os.path.dirname(target)
        os.makedirs(folder, exist_ok=True)
        if os.path.exists(target):
            mode = writable(path, target)
        discard(draft)  # of a killed process that had the same number
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(target):
            os.chmod(draft, mode)
        os.replace(draft, target)
        settle(folder)
    except OSError as error:
        discard(draft)
        raise OutputError(Fault("O003", Place(path), {"file": path, "reason": reason(error)})) from error


def back_up(path: str) -> str:
    """Copy a file to the first free one of ``{path}.bak``, ``{path}.bak.2`` …, as closed to others as it is; gives that path.

    Raises OutputError.
    """
    data, number, backup = read(path), 1, f"{path}.bak"
    while exists(backup):
        number += 1
        backup = f"{path}.bak.{number}"
    write(backup, data, os.stat(native(path)).st_mode & 0o777 | 0o200)
    return backup


def settle(folder: bytes) -> None:
    """Have the disk keep what a folder lists now, where the system can be told so: a file put in its place must outlast the power."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def writable(path: str, target: bytes) -> int:
    """The mode of a file that is there.

    Raises OutputError where it is no plain file, OSError where it is write-protected: replacing it would get round that.
    """
    known = os.stat(target).st_mode
    if not stat.S_ISREG(known):
        raise OutputError(Fault("O009", Place(path), {"file": path}))
    if not known & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return known & 0o777


def refuse_unwritable(path: str) -> None:
    """Stop where a file that is there could not be written.

    Raises OutputError.
    """
    target = os.path.realpath(native(path))
    try:
        if os.path.exists(target):
            writable(path, target)
    except OSError as error:
        raise OutputError(Fault("O003", Place(path), {"file": path, "reason": reason(error)})) from error


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Keep a file to this process, by a lock beside it that the system takes away however the process ends.

    Raises OutputError where another process has it, or where nothing can be written beside it. Where the disk knows no locks
    it goes on without.
    """
    from filelock import FileLock, Timeout

    folder, name = os.path.split(os.fsdecode(os.path.realpath(native(path))))
    lock = FileLock(os.path.join(folder, f".{name}.lock"), timeout=0)
    try:
        os.makedirs(native(folder), exist_ok=True)
        lock.acquire()
    except Timeout:
        raise OutputError(Fault("O013", Place(path), {"file": path})) from None
    except NotImplementedError:
        pass
    except OSError as error:
        raise OutputError(Fault("O003", Place(path), {"file": path, "reason": reason(error)})) from error
    sweep(path)
    try:
        yield
    finally:
        discard(lock.lock_file)  # while it is still held: nobody else's is taken away
        lock.release()


def sweep(path: str) -> None:
    """Remove the drafts that killed processes left beside a file; for who keeps it to this process."""
    folder, name = os.path.split(os.path.realpath(native(path)))
    for each in os.listdir(folder):
        number = each.removeprefix(name + b".").removesuffix(b".tmp")
        if number.isdigit() and each == name + b"." + number + b".tmp":
            discard(os.path.join(folder, each))


def discard(path: str | bytes) -> None:
    """Remove a file that may not be there."""
    try:
        os.unlink(native(path) if isinstance(path, str) else path)
    except OSError:
        return


def refuse(error: OSError) -> None:
    """Stop at a folder that cannot be looked into: what is in there must not be passed over."""
    path = str(error.filename)
    raise OutputError(Fault("O002", Place(path), {"file": path, "reason": reason(error)})) from error


def below(folder: str, skip: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file below a folder: its path there, with forward slashes → its bytes.

    Hidden files, and folders named in ``skip``, are left out.
    """
    found = {}
    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in skip)
        for name in sorted(names):
            if not name.startswith("."):
                path = os.path.join(here, name)
                found[os.path.relpath(path, folder).replace(os.sep, "/")] = read(path)
    return found


def answers_files(folder: str) -> list[str]:
    """The answers files below a folder, linked folders included, hidden ones not: ``szai.yaml`` and ``*.szai.yaml``."""
    found = []
    seen: set[tuple[int, int]] = set()
    for here, folders, names in os.walk(folder, onerror=refuse, followlinks=True):
        place = os.stat(here)
        if (place.st_dev, place.st_ino) in seen:
            folders[:] = []  # a link that leads back
            continue
        seen.add((place.st_dev, place.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.join(here, name) for name in names if name == "szai.yaml" or name.endswith(".szai.yaml")]
    return sorted(found)


def matching(path: str) -> list[str]:
    """The path; where there is nothing of that name and it is a pattern (``*``, ``**``, ``?``, ``[…]``), the files that match it."""
    if exists(path) or not set(path) & set("*?["):
        return [path]
    from glob import glob

    return sorted(found for found in glob(path, recursive=True) if not is_folder(found))


def is_folder(path: str) -> bool:
    """Whether there is a folder at the path."""
    return os.path.isdir(native(path))


def exists(path: str) -> bool:
    """Whether there is anything at the path."""
    return os.path.lexists(native(path))


def is_private(path: str) -> bool:
    """Whether a file is the user's own and nobody else could have written it; where the system does not tell, it is."""
    try:
        known = os.stat(native(path))
    except OSError:
        return False
    return not hasattr(os, "getuid") or (known.st_uid == os.getuid() and not known.st_mode & 0o022)
