"""The words of a PDF file as its tags have them read aloud: each cell whole though pages end within it. Knows what typst writes."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator

from pypdf import PdfReader

ELEMENT = re.compile(rb"^(\d+) 0 obj\n<</Type/StructElem/S/(\w+)(.*?)>>\nendobj$", re.MULTILINE | re.DOTALL)
CHILDREN = re.compile(rb"/K\[(.*?)\]", re.DOTALL)
CHILD = re.compile(rb"<</Type/MCR/MCID (\d+)/Pg (\d+) 0 R>>|<</Type/OBJR.*?>>|(\d+) 0 R|(\d+)", re.DOTALL)
OWN_PAGE = re.compile(rb"/Pg (\d+) 0 R")
SIGN = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
INNER = rb"(?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*"  # brackets in pairs stand as they are
STEP = re.compile(
    rb"\((?P<text>"
    + INNER
    + rb")\)|<(?P<hex>[0-9A-Fa-f]+)>|/\w+\s*<<(?P<about>.*?)>>\s*BDC|(?P<end>\bEMC\b)|/(?P<font>\w+) [\d.]+ Tf",
    re.DOTALL,
)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def plain(text: bytes) -> bytes:
    """The bytes of a string."""
    return ESCAPE.sub(
        lambda found: bytes([int(found[1], 8)]) if found[1].isdigit() else ESCAPES.get(found[1], found[1]), text
    )


def written(stream: bytes, fonts: dict[bytes, dict[bytes, str]]) -> Iterator[tuple[int, str]]:
    """(mark, text) of each piece of text on a page; what carries no mark stands around the pages and is left out."""
    marks: list[int | None] = []
    told, signs = False, {}
    for step in STEP.finditer(stream):
        mark = next((each for each in reversed(marks) if each is not None), None)
        if step["font"]:
            signs = fonts[step["font"]]
        elif step["end"]:
            marks.pop()
            told = False
        elif step["about"] is not None:
            number, actual = (re.search(word, step["about"]) for word in (rb"/MCID (\d+)", rb"/ActualText<FEFF(\w+)>"))
            marks.append(int(number[1]) if number else None)
            if actual and mark is not None:
                told = True
                yield mark, bytes.fromhex(actual[1].decode()).decode("utf-16-be")
        elif mark is not None and not told:
            text = bytes.fromhex(step["hex"].decode()) if step["hex"] else plain(step["text"])
            yield mark, "".join(signs[text[place : place + 2]] for place in range(0, len(text), 2))


def pages(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each mark: (page, mark)."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    known: dict[int, dict[bytes, str]] = {}
    for page in PdfReader(io.BytesIO(data)).pages:
        fonts = {}
        for name, font in page["/Resources"].get("/Font", {}).items():
            number = font.indirect_reference.idnum
            if number not in known:
                pairs = SIGN.findall(font["/ToUnicode"].get_data())
                known[number] = {
                    bytes.fromhex(sign.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
                    for sign, text in pairs
                }
            fonts[name[1:].encode()] = known[number]
        for mark, text in written(page.get_contents().get_data(), fonts):
            found[page.indirect_reference.idnum, mark] += text
    return found


def read_aloud(data: bytes) -> str:
    """The words of a file without its contents, in the order of its tags."""
    held = pages(data)
    elements = {int(number): (kind, about) for number, kind, about in ELEMENT.findall(data)}
    first = next(number for number, (kind, _) in elements.items() if kind == b"Document")
    return "".join(below(first, elements, held))


def below(number: int, elements: dict[int, tuple[bytes, bytes]], held: dict[tuple[int, int], str]) -> Iterator[str]:
    """The texts below an element."""
    kind, about = elements[number]
    children = CHILDREN.search(about)
    if kind == b"TOC" or not children:
        return
    own = OWN_PAGE.search(about.replace(children[0], b""))
    for mark, page, element, here in CHILD.findall(children[1]):
        if element:
            yield from below(int(element), elements, held)
        elif mark or here:
            yield held.get((int(page or own[1]), int(mark or here)), "")
