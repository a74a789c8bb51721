"""The seal of a small JSON file: its last key is the digest of all others, and its layout is the one that this tool writes.

So an edit by one byte is seen. It is no signature: who means to can seal anew. The signature is that of the commit.
"""

from collections.abc import Mapping
from typing import Any

from szai_assess.answers import canonical
from szai_assess.digest import sha256

SEAL = "digest"


def sealed(plain: Mapping[str, Any]) -> bytes:
    """The bytes of a file that holds plain data under its seal."""
    import json

    body = {key: value for key, value in plain.items() if key != SEAL}
    return (json.dumps({**body, SEAL: sha256(canonical(body))}, ensure_ascii=False, indent=1) + "\n").encode()


def unsealed(raw: bytes) -> dict[str, Any] | None:
    """What a sealed file holds; ``None`` where it is not, byte for byte, what was sealed."""
    import json

    try:
        plain = json.loads(raw)
        whole = isinstance(plain, dict) and sealed(plain) == raw
    except (ValueError, RecursionError):
        return None
    return plain if whole else None
