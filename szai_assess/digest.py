"""The one form in which this tool writes a digest."""

MARK, DIGITS = "sha256:", frozenset("0123456789abcdef")
LENGTH, SHOWN = 64, 12  # hexadecimal digits of a digest, and of one as people are shown it


def sha256(data: bytes) -> str:
    """``sha256:`` of bytes."""
    import hashlib

    return MARK + hashlib.sha256(data).hexdigest()


def is_digest(text: object) -> bool:
    """Whether this is a digest as this tool writes it."""
    return (
        isinstance(text, str)
        and text.startswith(MARK)
        and len(text) == len(MARK) + LENGTH
        and DIGITS.issuperset(text.removeprefix(MARK))
    )


def short(digest: str) -> str:
    """The beginning of a digest, enough to tell answers apart on a page."""
    return digest.removeprefix(MARK)[:SHOWN]
