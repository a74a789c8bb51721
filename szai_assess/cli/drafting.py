"""``pack new``: a pack to begin with, small and without a fault, and beside it the schemas by which an editor completes its files."""

import os
import re

from szai_assess import files, locate
from szai_assess.errors import Fault, OutputError, Place, UsageError

SKELETON, NAME = "pack", "my-pack"  # the folder among the templates, and the id that the pack has there
SCHEMAS = ".schemas"  # hidden: no part of the pack
IDENT = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


def skeleton(name: str) -> dict[str, bytes]:
    """The files of a pack to begin with, by path within it; ``name`` is its id."""
    found = files.below(os.path.join(locate.shipped("templates"), SKELETON))
    return {path: data.replace(NAME.encode(), name.encode()) for path, data in found.items()}


def schemas() -> dict[str, bytes]:
    """The schemas of a pack's files, by path within the pack."""
    from szai_assess.authoring import schema

    found = schema.pack_schemas().items()
    return {f"{SCHEMAS}/{kind}.schema.json": schema.text(each).encode() for kind, each in found}


def new(name: str, out: str) -> str:
    """Write a pack to begin with into a folder of its name; gives that folder.

    Raises UsageError where the name is none for a pack, OutputError where anything of that name is there already.
    """
    if not IDENT.fullmatch(name):
        raise UsageError(Fault("U030", Place(name), {"name": name}))
    folder = os.path.join(out, name)
    if files.exists(folder):
        raise OutputError(Fault("O030", Place(folder), {"folder": folder}))
    for path, data in (skeleton(name) | schemas()).items():
        files.write(os.path.join(folder, *path.split("/")), data)
    return folder
