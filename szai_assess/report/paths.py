"""Paths: safe to show, and as code hosts read them, seen from where the check ran and with forward slashes."""

import os

from szai_assess.text import visible

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def named(path: str) -> str:
    """A path on one line, safe to show; one that a build server could take for a command gets its ``./``."""
    shown = visible(path).replace("\n", "␊")
    return f"./{shown}" if shown.startswith("::") else shown


def relative(path: str) -> str:
    """The path seen from the current folder, where it lies below it."""
    try:
        plain = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    except (ValueError, OSError):  # on another drive, or in a folder that is gone
        plain = path
    outside = os.path.isabs(path) and plain.startswith(os.pardir)
    return (path if outside else plain).replace(os.sep, "/")


def uri(path: str) -> str:
    """The path as a reference of RFC 3986; an absolute one as a ``file:`` URI."""
    told = relative(path)
    plain = "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in told.encode("utf-8", "replace"))
    if not os.path.isabs(told):
        return plain
    return f"file://{plain}" if plain.startswith("/") else f"file:///{plain}"
