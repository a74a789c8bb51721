"""Where packs and templates are: the user's own in front of the shipped ones."""

import os
import sys
from collections.abc import Callable
from contextvars import ContextVar

from szai_assess.errors import Fault, OutputError, Place
from szai_assess.pack import SHIPPED
from szai_assess.text import nearest

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "_data")
DEFAULT_PACK = "szai-2022"
SCHEMA = "answers.schema.json"
SETTING, OWN, NAMED = "SZAI_PACKS", ".szai/packs", "--pack"  # what names a shelf or a pack; the record says which did
FINDER: ContextVar[Callable[[str], str] | None] = ContextVar("FINDER", default=None)  # of templates, by their name


def shipped(kind: str) -> str:
    """The shipped folder of ``questionnaires``, ``templates`` or ``compiled``: in the wheel, or beside the package in a checkout."""
    inside = os.path.join(DATA, kind)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), kind)


def is_wheel() -> bool:
    """Whether this is an installed wheel, whose packs come compiled."""
    return os.path.isdir(os.path.join(DATA, "compiled"))


def holds_pack(shelf: str, name: str) -> bool:
    """Whether a folder on a shelf is that of a pack."""
    return os.path.isfile(os.path.join(shelf, name, "pack.yaml"))


def shelves() -> dict[str, str]:
    """Name → folder of the shelves of packs, nearest to the user first: SZAI_PACKS, the project's own, the shipped one.

    The project is the folder that the tool is run in, never that of an answers file: whoever is judged must not bring the rules.
    Raises OutputError where SZAI_PACKS is set but names no folder: another pack must not judge in its place.
    """
    mine = os.environ.get(SETTING, "")
    if mine and not (os.path.isdir(mine) and any(holds_pack(mine, name) for name in os.listdir(mine))):
        raise OutputError(Fault("O010", Place(SETTING), {"folder": mine}))
    own = os.path.join(*OWN.split("/"))
    found = {SETTING: mine, OWN: own if os.path.isdir(own) else "", SHIPPED: shipped("questionnaires")}
    return {name: folder for name, folder in found.items() if folder}


def packs() -> dict[str, str]:
    """Pack id → folder of every pack on the shelves."""
    found: dict[str, str] = {}
    for shelf in shelves().values():
        for name in sorted(os.listdir(shelf)):
            if holds_pack(shelf, name):
                found.setdefault(name, os.path.join(shelf, name))
    return found


def pack_folder(wanted: str = "") -> str:
    """The folder of a pack, by its id or its own path; the default pack where nothing is wanted.

    Raises OutputError where there is none.
    """
    name = wanted or DEFAULT_PACK
    known = packs()
    if name in known:
        return known[name]
    if os.path.isfile(os.path.join(name, "pack.yaml")):
        return name
    details = {"pack": name, "known": ", ".join(known) or "-", "nearest": nearest(name, list(known)) or "-"}
    raise OutputError(Fault("O004", Place(name), details))


def shelf_of(folder: str) -> str:
    """The name of the shelf that the folder of a pack lies on; ``--pack`` for one on none of them."""
    lies_in = os.path.dirname(os.path.abspath(folder))
    return next((name for name, shelf in shelves().items() if os.path.abspath(shelf) == lies_in), NAMED)


def is_shipped(ident: str) -> bool:
    """Whether a pack of this id comes with the tool."""
    return holds_pack(shipped("questionnaires"), ident)


def schema(folder: str) -> str:
    """The path of the JSON Schema for answers to the pack in a folder; empty where the pack has none."""
    path = os.path.join(folder, SCHEMA)
    return path if os.path.isfile(path) else ""


def seen_from(folder: str, path: str) -> str:
    """A path as a file in the folder may name it: relative where it lies below that folder, so that it holds elsewhere too."""
    here = os.path.join(os.path.realpath(folder), "")
    there = os.path.realpath(path) if path else ""
    return os.path.relpath(there, here).replace(os.sep, "/") if there.startswith(here) else path


def template(name: str) -> str:
    """The path of a template: where this run finds it, else the shipped one."""
    find = FINDER.get()
    return find(name) if find else shipped_template(name)


def shipped_template(name: str) -> str:
    """The path of a shipped template."""
    return os.path.join(shipped("templates"), *name.split("/"))


def cache_folder() -> str:
    """The user's cache folder for compiled packs, by the habit of the system; empty where the user has none.

    A relative one does not count (XDG Base Directory Specification): it would lie in the folder that is being judged.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.join(home, ".cache")
    return os.path.join(base, "szai-assess") if os.path.isabs(base) else ""
