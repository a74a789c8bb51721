"""Text, runs and paragraphs as WordprocessingML, and lengths in its units."""

import re
from collections.abc import Iterable
from html import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)
FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
HINT = '<w:rFonts w:hint="eastAsia"/>'  # quotation marks and dashes in the Chinese font
FALLBACK = "\ufffd"


def safe(text: str) -> str:
    """A text for XML; a character that XML does not know is replaced."""
    return escape(FORBIDDEN.sub(FALLBACK, text))


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def millimetres(length: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def run(text: str, properties: str = "") -> str:
    """A run of text, with ``properties`` in the order of the schema, ``rFonts`` and ``rStyle`` first."""
    inner = "".join(
        BREAKS.get(part) or f'<w:t xml:space="preserve">{safe(part)}</w:t>'
        for part in re.split("([\n\t])", text)
        if part
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>" if properties else f"<w:r>{inner}</w:r>"


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A paragraph of a style; ``properties`` follow the style's name."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with what it shows until it is refreshed."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    marks = [f'<w:r>{style}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    asked = f'<w:r>{style}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return marks[0] + asked + marks[1] + (run(shown, properties) if shown else "") + marks[2]


def element(name: str, parts: Iterable[str], attributes: str = "") -> str:
    """An element that is the root of its part."""
    return f"<w:{name} {NAMESPACES}{attributes}>" + "".join(parts) + f"</w:{name}>"
