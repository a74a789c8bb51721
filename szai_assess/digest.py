"""The one form in which this tool writes a digest."""


def sha256(data: bytes) -> str:
    """``sha256:`` of bytes."""
    import hashlib

    return "sha256:" + hashlib.sha256(data).hexdigest()
