"""A paper as PDF: tagged, PDF/A-2b, its fonts within it. Same paper, same fonts, same bytes."""

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from szai_assess import files, locate
from szai_assess.errors import AssessError, Fault, OutputError, Place, TemplateError
from szai_assess.manuscript import Facts, Heading, Manuscript, words
from szai_assess.render.glyphs import coverage
from szai_assess.render.typeset import paper_data, texts

TEMPLATE = "paper.typ"
STANDARD = "a-2b"
MOMENT = 0  # the date that the file carries: PDF/A asks for one, and the day of a run must not change the bytes
ADDED = "●"  # what the template prints beside the words
AROUND = 8  # characters that a message shows on each side
WRONG = re.compile(r"^error: (?P<why>(?s:.*?))\n +┌─ (?P<file>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)
FETCHED = re.compile(r'"(@[^"\s]+/[^"\s]+)"')  # a package, which the typesetter would look for on the network
HINT = re.compile(r"^ *= hint: (.+)$", re.MULTILINE)


def pdf(paper: Manuscript, facts: Facts, font_paths: tuple[str, ...] = ()) -> bytes:
    """The paper as PDF; ``font_paths`` are folders with fonts for what the packaged ones do not have.

    Raises OutputError where the extra is not installed, where no font has a character, or where it cannot be set, and
    TemplateError where that is the fault of a template of the project's own.
    """
    try:
        import typst
    except ImportError:
        raise missing() from None
    outfit, fonts, families = opened((packaged(), *font_paths))
    sheet = {**paper_data(paper, facts), "families": families}
    check(paper, (sheet["title"], sheet["draft"], sheet["made_from"], sheet["contents"], sheet["page"], ADDED), fonts)
    template = readable(locate.template(TEMPLATE))
    try:
        setter: Any = typst.Compiler(input=template, root=os.path.dirname(template), font_paths=outfit)
        found: bytes = setter.compile(
            format="pdf",
            sys_inputs={"paper": json.dumps(sheet)},
            pdf_standards=[STANDARD],
            timestamp=MOMENT,
        )
    except RuntimeError as error:
        raise failed(error, template, paper.title) from error
    return found


def readable(path: str) -> str:
    """The path of a template with links followed, so that what it names is found beside it.

    Raises TemplateError where it is not UTF-8 or would fetch a package, OutputError where it cannot be read.
    """
    data = files.read(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(TEMPLATE, data.count(b"\n", 0, error.start) + 1)
        raise TemplateError(Fault("T013", place, {"why": error.reason})) from error
    fetched = [
        Fault("T014", Place(TEMPLATE, text.count("\n", 0, found.start()) + 1), {"name": found[1]})
        for found in FETCHED.finditer(text)
    ]
    if fetched:
        raise TemplateError(*fetched)
    return files.followed(path)


def failed(error: RuntimeError, template: str, title: str) -> AssessError:
    """What is raised where the typesetter gives up: nobody but the project can mend its own template."""
    if template == files.followed(locate.shipped_template(TEMPLATE)):
        return OutputError(Fault("O016", Place(title), {"reason": str(error)}))
    found = tuple(wrong(getattr(error, "diagnostic", ""), os.path.dirname(template)))
    return TemplateError(*(found or (Fault("T005", Place(TEMPLATE), {"why": str(error)}),)))


def wrong(diagnostic: str, root: str) -> Iterator[Fault]:
    """Everything that the typesetter finds wrong, with its hints; files by their names among the templates, columns from 1."""
    for found in WRONG.finditer(diagnostic):
        name = os.path.relpath(found["file"], root).replace(os.sep, "/")
        shown = diagnostic[found.end() :].partition("\n\n")[0]
        why = "; ".join((" ".join(found["why"].split()), *HINT.findall(shown)))
        yield Fault("T005", Place(name, int(found["line"]), int(found["column"]) + 1), {"why": why})


def missing() -> OutputError:
    """What is raised where the extra is not installed."""
    return OutputError(Fault("O014", Place("pdf"), {"format": "PDF", "extra": "pdf"}))


def packaged() -> str:
    """The folder of the packaged fonts."""
    try:
        from pylopdf_fonts_zh_cn import serif_path
    except ImportError:
        raise missing() from None
    return os.path.dirname(serif_path())


@lru_cache(maxsize=4)
def opened(folders: tuple[str, ...]) -> tuple[Any, tuple[str, ...], tuple[str, ...]]:
    """The fonts in some folders, their files, and the families of those that are not packaged."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(folders))
    found = sorted({(font.path, font.family) for font in fonts.fonts() if font.path})
    families = dict.fromkeys(family for path, family in found if os.path.dirname(path) != folders[0])
    return fonts, tuple(dict.fromkeys(path for path, _ in found)), tuple(families)


def check(paper: Manuscript, around: tuple[str, ...], fonts: tuple[str, ...]) -> None:
    """Stop where a character would be printed as an empty box.

    Raises OutputError with every such character, once each.
    """
    told = (*headed(paper), *((paper.title, text) for text in around))
    if not lacking("\n".join(text for _, text in told), fonts):
        return
    faults: dict[str, Fault] = {}
    for heading, text in told:
        for sign in sorted(lacking(text, fonts) - set(faults)):
            details = {"sign": sign, "code": f"U+{ord(sign):04X}", "around": near(text, sign), "heading": heading}
            faults[sign] = Fault("O015", Place(paper.title), details)
    if faults:
        raise OutputError(*faults.values())


def headed(paper: Manuscript) -> Iterator[tuple[str, str]]:
    """Every text with the heading it stands under."""
    heading = paper.title
    for part in paper.blocks:
        heading = words(part.spans) if isinstance(part, Heading) else heading
        yield from ((heading, text) for text in texts((part,)))


def lacking(text: str, fonts: tuple[str, ...]) -> set[str]:
    """The characters of a text that no font has; marks that print nothing need none."""
    signs = set(unicodedata.normalize("NFC", text))
    for font in fonts:
        signs = {sign for sign in signs if not coverage(font).has(sign)}
        if not signs:
            break
    return {sign for sign in signs if not silent(sign)}


def silent(sign: str) -> bool:
    """Whether a character prints nothing: the end of a line, a joiner, a variation selector."""
    code = ord(sign)
    return sign == "\n" or unicodedata.category(sign) == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def near(text: str, sign: str) -> str:
    """The words around a character."""
    whole = unicodedata.normalize("NFC", text)
    place = whole.index(sign)
    return whole[max(place - AROUND, 0) : place + AROUND + 1]
