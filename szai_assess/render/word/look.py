"""How Word papers look: fonts, sizes, lines and margins, read strictly from a file of one's own or the shipped one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from szai_assess import strict
from szai_assess.errors import AssessError, Fault, Place, TemplateError
from szai_assess.strict import Node
from szai_assess.text import nearest

MARGINS = ("top", "bottom", "left", "right")
FONTS = ("title", "level2", "level3", "level4", "body", "quote", "table", "wide", "widest", "note")
LANGUAGES = ("zh", "en")
PNG = b"\x89PNG\r\n\x1a\n"


class Font(NamedTuple):
    """A font for Chinese text, one for all other text, and their size in points."""

    east: str
    latin: str
    size: float


class Script(NamedTuple):
    """How papers of one language look: a font for each kind of text, the line in points, the indent in characters."""

    line: float
    indent: int
    title: Font
    level2: Font
    level3: Font
    level4: Font
    body: Font
    quote: Font
    table: Font
    wide: Font
    widest: Font
    note: Font


class Margins(NamedTuple):
    """The margins of a page in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


class Look(NamedTuple):
    """The look of all papers; ``letterhead`` is a PNG image above the title, empty where there is none."""

    margins: Margins
    letterhead: bytes
    zh: Script
    en: Script

    def of(self, language: str) -> Script:
        """The look of papers in a language."""
        return self.en if language == "en" else self.zh


class Reading:
    """The reading of one file; faults are collected."""

    def __init__(self, file: str) -> None:
        """Know how places name the file."""
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, code: str, node: Node, **details: str) -> None:
        """Note a fault at a node."""
        self.faults.append(Fault(code, Place(self.file, node.line, node.column), details))

    def parts(self, node: Node, where: str, known: tuple[str, ...]) -> dict[str, Node]:
        """The values of a mapping that is to have exactly these keys."""
        if node.kind != "mapping":
            self.fault("T007", node, name=where or self.file, value=str(node.value)[:40], wanted=f"{{{known[0]}: …}}")
            return {}
        for key, _ in node.pairs():
            if key.value not in known:
                self.fault(
                    "T006", key, name=key.value, nearest=nearest(key.value, known) or "-", known=", ".join(known)
                )
        for name in known:
            if node.get(name) is None:
                self.fault("T008", node, name=name, where=where or self.file)
        return {key.value: value for key, value in node.pairs() if key.value in known}

    def number(self, node: Node, where: str, low: float, high: float) -> float:
        """A number between two others."""
        try:
            number = float(node.value) if node.kind == "scalar" else low - 1
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            self.fault("T007", node, name=where, value=str(node.value)[:40], wanted=f"{low:g}-{high:g}")
        return number

    def whole(self, node: Node, where: str, high: int) -> int:
        """A whole number from 0."""
        known = [str(number) for number in range(high + 1)]
        if node.value not in known:
            self.fault("T007", node, name=where, value=str(node.value)[:40], wanted=", ".join(known))
            return 0
        return known.index(node.value)

    def family(self, node: Node, where: str) -> str:
        """The name of a font."""
        if node.kind != "scalar" or not 0 < len(node.value) <= 60 or not node.value.isprintable():
            self.fault("T007", node, name=where, value=str(node.value)[:40], wanted="仿宋_GB2312")
        return str(node.value)

    def font(self, node: Node, where: str) -> Font | None:
        """A font."""
        parts = self.parts(node, where, Font._fields)
        if len(parts) < len(Font._fields):
            return None
        east, latin = (self.family(parts[name], f"{where}.{name}") for name in ("east", "latin"))
        return Font(east, latin, self.number(parts["size"], f"{where}.size", 5, 72))

    def script(self, node: Node, where: str) -> Script | None:
        """The look of one language."""
        parts = self.parts(node, where, Script._fields)
        found: dict[str, Any] = {
            name: self.font(part, f"{where}.{name}") for name, part in parts.items() if name in FONTS
        }
        if "line" in parts:
            found["line"] = self.number(parts["line"], f"{where}.line", 8, 80)
        if "indent" in parts:
            found["indent"] = self.whole(parts["indent"], f"{where}.indent", 4)
        return Script(**found) if len(found) == len(Script._fields) else None

    def margins(self, node: Node) -> Margins | None:
        """The margins."""
        parts = self.parts(node, "margins", MARGINS)
        found = {name: self.number(part, f"margins.{name}", 5, 80) for name, part in parts.items()}
        return Margins(**found) if len(found) == len(MARGINS) else None

    def image(self, node: Node, read: Callable[[str], bytes]) -> bytes:
        """The image that a path names."""
        if node.kind == "scalar" and not node.value:
            return b""
        try:
            data = read(str(node.value))
        except (AssessError, OSError):
            data = b""
        if not data.startswith(PNG) or len(data) < 33 or not all((any(data[16:20]), any(data[20:24]))):
            self.fault("T009", node, name=str(node.value)[:200])
        return data


def read(raw: bytes, file: str, image: Callable[[str], bytes]) -> Look:
    """The look that a file describes; ``image`` gives the bytes of a letterhead by its path.

    Raises TemplateError.
    """
    tree, faults = strict.parse(raw, file)
    reading = Reading(file)
    reading.faults += faults
    parts = reading.parts(tree, "", Look._fields) if tree else {}
    found: dict[str, Any] = {name: reading.script(parts[name], name) for name in LANGUAGES if name in parts}
    if "margins" in parts:
        found["margins"] = reading.margins(parts["margins"])
    if "letterhead" in parts:
        found["letterhead"] = reading.image(parts["letterhead"], image)
    if not tree and not faults:
        reading.faults.append(Fault("T008", Place(file), {"name": ", ".join(Look._fields), "where": file}))
    if reading.faults:
        raise TemplateError(*reading.faults)
    return Look(**found)
