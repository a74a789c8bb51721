"""Which blanks are still open in a paper that was edited by hand: those whose number still stands before a colon.

Where that cannot be told, all of them are. A number, ``B07：``, is looked for without the words that follow: who changed only
those has filled in nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

MOST = 1 << 26  # bytes of a Word file's text: what is larger was never a paper
PART = "word/document.xml"
FORMATTING = "\\*_`"


def counted(blanks: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many blanks of each kind."""
    kinds = [blank["kind"] for blank in blanks]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def still_open(name: str, data: bytes, blanks: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many blanks of each kind an edited paper still has."""
    text = text_of(name, data)
    return counted(blanks if text is None else [blank for blank in blanks if stands(str(blank["id"]), text)])


def stands(number: str, text: str) -> bool:
    """Whether a blank's number stands in a text before a colon, and not as the end of another number."""
    import re

    return re.search(rf"(?<![A-Za-z0-9]){re.escape(number)}\s*[：:]", text) is not None


def text_of(name: str, data: bytes) -> str | None:
    """The words of a paper; ``None`` where they cannot be read or there are none."""
    ending = name.rpartition(".")[2]
    if ending == "docx":
        data = word_text(data)
    elif ending not in ("md", "html"):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if "\0" in text or not text.strip():
        return None
    return bare(text) if ending == "html" else text.translate(dict.fromkeys(map(ord, FORMATTING)))


def bare(text: str) -> str:
    """The words of an HTML text."""
    import re
    from html import unescape

    return unescape(re.sub(r"<[^>]*>", "", text))


def word_text(data: bytes) -> bytes:
    """The words of a Word file, its runs joined; nothing where it cannot be read."""
    import re
    import zipfile
    import zlib
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(PART) as part:
            found = part.read(MOST + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, RuntimeError, EOFError):
        return b""
    return b"".join(re.findall(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>", found)) if len(found) <= MOST else b""
