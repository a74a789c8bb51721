"""Opens packs: compiled ones as they are, others compiled once and kept in the user's cache by their digest.

Compiled packs are marshalled tuples and dicts behind a header that names format, tool and pack. Anything odd about such a
file and it is made anew from the pack's own files; a cache that cannot be written is no error.
"""

import contextlib
import marshal
import os
import zlib
from collections.abc import Mapping
from typing import Any

from szai_assess import files, locate
from szai_assess._version import VERSION
from szai_assess.digest import sha256
from szai_assess.errors import OutputError
from szai_assess.pack import SHIPPED, Pack, pack_from, plain_from
from szai_assess.words import Words

FORMAT = 4  # of marshal: readable by every supported Python
KINDS = ("rules", "words")  # the two halves of a compiled pack, a file each
APART = ("cases/", "CHANGELOG.md", "README.md", "PROOF.", "answers.schema.json")  # files that neither judge nor print


def digest(parts: Mapping[str, bytes]) -> str:
    """``sha256:`` over the names and bytes of a pack's files."""
    framed = [f"{name}\0{len(parts[name])}\0".encode() + parts[name] for name in sorted(parts)]
    return sha256(b"".join(framed))


def parts_of(folder: str) -> dict[str, bytes]:
    """The files of a pack that judge or print."""
    found = files.below(folder, ("cases",))
    return {name: data for name, data in found.items() if not name.startswith(APART)}


def packed(value: Any, key: str) -> bytes:
    """A value with the header that says what it is, and by which a damaged file is known."""
    body = marshal.dumps(value, FORMAT)
    return f"szai {FORMAT} {VERSION} {key} {zlib.crc32(body):08x}\n".encode() + body


def unpacked(data: bytes, key: str) -> Any:
    """The value behind the right header, else ``None``."""
    header, _, body = data.partition(b"\n")
    if header != f"szai {FORMAT} {VERSION} {key} {zlib.crc32(body):08x}".encode():
        return None
    return marshal.loads(body)  # noqa: S302  # only what this tool wrote into a folder of the user's own


def maker() -> str:
    """What made a compiled pack: this state of the compiler, told by the sizes and times of its files."""
    stats = []
    for folder in (locate.HERE, os.path.join(locate.HERE, "authoring")):
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        stats += sorted((name, each.st_size, each.st_mtime_ns) for name, each in found)
    return f"{zlib.crc32(repr(stats).encode()):08x}"


def cached(name: str, key: str) -> Any:
    """The value that the cache holds under a name, or ``None``; a file that others could have written does not count."""
    folder = locate.cache_folder()
    path = os.path.join(folder, name)
    try:
        return unpacked(files.read(path), key) if folder and files.is_private(path) else None
    except OutputError:
        return None


def keep(name: str, value: object, key: str) -> None:
    """Put a value into the cache; where that cannot be done, nothing is lost."""
    folder = locate.cache_folder()
    with contextlib.suppress(OutputError):
        if folder:
            files.write(os.path.join(folder, name), packed(value, key), 0o600)


def compile_pack(folder: str) -> tuple[Pack, dict[str, Any]]:
    """Rules and words of a folder, made from its files.

    Raises PackError.
    """
    from szai_assess.authoring import compile as rules
    from szai_assess.authoring import draft, wording

    parts = parts_of(folder)
    written = draft.draft(folder, parts)
    return rules.compiled(written, digest(parts)), wording.tree(written)


def shipped_compiled(folder: str) -> list[Any]:
    """The compiled rules and words of a pack of the installed wheel; nothing for other packs."""
    if not locate.is_wheel() or os.path.dirname(folder) != locate.shipped("questionnaires"):
        return []
    name = os.path.basename(folder)
    paths = [os.path.join(locate.shipped("compiled"), f"{name}.{kind}") for kind in KINDS]
    found = [unpacked(files.read(path), name) for path in paths]
    return [] if None in found else found


def prepared(folder: str) -> list[Any]:
    """Rules and words of a pack as plain data: shipped compiled, from the cache, or made now."""
    found = shipped_compiled(folder)
    if found:
        return found
    key = f"{digest(parts_of(folder))}.{maker()}"
    stem = key.removeprefix("sha256:")
    found = [cached(f"{stem}.{kind}", key) for kind in KINDS]
    if None not in found:
        return found
    pack, words = compile_pack(folder)
    made = [plain_from(pack), words]
    for kind, value in zip(KINDS, made, strict=True):
        keep(f"{stem}.{kind}", value, key)
    return made


def open_both(wanted: str = "") -> tuple[Pack, Words]:
    """Rules and words of a pack, by id or folder."""
    folder = locate.pack_folder(wanted)
    rules, words = prepared(folder)
    pack, shelf = pack_from(rules), locate.shelf_of(folder)
    return pack._replace(
        shelf=shelf, in_front=shelf not in (SHIPPED, locate.NAMED) and locate.is_shipped(pack.id)
    ), Words(words)
