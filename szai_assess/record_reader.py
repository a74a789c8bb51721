"""The one reader of ``record.json``: loosely, to know whose papers lie in a folder; strictly, where a judgement rests on it."""

from collections.abc import Mapping
from typing import Any

from szai_assess.digest import is_digest
from szai_assess.document import KINDS
from szai_assess.errors import Fault, Place, RecordError
from szai_assess.sealing import unsealed

TOOL, NEW = "szai-assess", ".new"
BLANK = {"id": str, "kind": str, "owner": str, "what": str}
ENTRY = {"document": str, "file": str, "digest": str, "answers_digest": str, "blanks": [BLANK]}
SHAPE: dict[str, Any] = {
    "tool": {"name": str, "version": str},
    "pack": {"id": str, "version": str, "digest": str},
    "file": str,
    "answers_digest": str,
    "answers_file_digest": str,
    "application": (str, None),
    "assessed_on": (str, None),
    "outcome": str,
    "tier": {"lowest": (str, None), "highest": (str, None), "settled": bool},
    "documents": [str],
    "files": [ENTRY],
}


def is_name(name: object) -> bool:
    """Whether this names a file in the folder itself: a record must not point anywhere else."""
    return isinstance(name, str) and name not in ("", ".", "..") and not set(name) & set("/\\\0:")


def stem_of(name: str) -> str:
    """The stem of a paper's file, the same for a new version beside it."""
    return name.rpartition(".")[0].removesuffix(NEW)


def is_beside(name: str) -> bool:
    """Whether this is a new version beside a paper that was edited."""
    return name.rpartition(".")[0].endswith(NEW)


def fits(value: object, shape: Any) -> bool:
    """Whether a value has a shape: a type, a choice, a list of one shape, or a mapping with at least these keys."""
    if isinstance(shape, dict):
        return isinstance(value, Mapping) and all(key in value and fits(value[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if isinstance(shape, tuple):
        return any(fits(value, choice) for choice in shape)
    return value is None if shape is None else isinstance(value, shape)


def owned(raw: bytes) -> tuple[str, list[dict[str, Any]]]:
    """The answers file that a record is of, and the papers it knows; nothing at all where it is not one of ours.

    A record that was touched by hand is still ours: what matters here is only that nobody else's file is written over.
    """
    import json

    try:
        known = json.loads(raw)
        found = list(known["files"])
        sound = all(is_name(entry["file"]) and isinstance(entry["digest"], str) for entry in found)
        about = str(known["file"]) if sound and known["tool"]["name"] == TOOL else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", []
    return about, found if about else []


def read(raw: bytes, file: str) -> dict[str, Any]:
    """A record, byte for byte as it was written.

    Raises RecordError where it was changed since, is not one of ours, or was left by a run that was cut off.
    """
    plain = unsealed(raw)
    if plain is None:
        raise RecordError(Fault("R001", Place(file), {"file": file}))
    if not fits(plain, SHAPE) or not is_sound(plain):
        raise RecordError(Fault("R002", Place(file), {"file": file}))
    if any("before" in entry for entry in plain["files"]):
        raise RecordError(Fault("R003", Place(file), {"file": file}))
    return plain


def is_sound(plain: Mapping[str, Any]) -> bool:
    """Whether a record of the right shape is one of ours: each paper once and in the folder itself, each digest one."""
    entries = plain["files"]
    digests = (plain["answers_digest"], plain["answers_file_digest"], plain["pack"]["digest"])
    each = (digest for entry in entries for digest in (entry["digest"], entry["answers_digest"]))
    return (
        plain["tool"]["name"] == TOOL
        and all(is_digest(digest) for digest in (*digests, *each))
        and all(is_name(entry["file"]) for entry in entries)
        and len({entry["file"] for entry in entries}) == len(entries)
        and all(blank["kind"] in KINDS for entry in entries for blank in entry["blanks"])
    )
