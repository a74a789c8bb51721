"""A paper as a Word file, made from its manuscript alone. Same paper, look and facts, same bytes."""

import io
import zipfile
from typing import Any

from szai_assess.errors import Fault, OutputError, Place
from szai_assess.manuscript import Facts, Heading, Manuscript, words
from szai_assess.render.word import front, styles
from szai_assess.render.word.look import Look
from szai_assess.render.word.pages import sheet
from szai_assess.render.word.xml import FALLBACK, FORBIDDEN, HINT, element

TOOL = "szai-assess"
OLDEST = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP archive knows
TAGS = {"zh": "zh-CN", "en": "en"}
EMUS = 635  # of a drawing in a twentieth of a point
TYPES = "application/vnd.openxmlformats-officedocument"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)


def links(**targets: str) -> str:
    """The relationships of a part: kind → target."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def bare(styling: str) -> bytes:
    """A Word file with these styles and without text, theme or anything else that a paper does not name itself."""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings"}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return archived(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{rels}{xml}{parts}</Types>'.encode(),
            "_rels/.rels": links(officeDocument="word/document.xml").encode(),
            "word/_rels/document.xml.rels": links(styles="styles.xml", settings="settings.xml").encode(),
            "word/document.xml": element("document", ["<w:body><w:p/></w:body>"]).encode(),
            "word/settings.xml": element("settings", [SETTINGS]).encode(),
            "word/styles.xml": styling.encode(),
        }
    )


def opened(styling: str) -> Any:
    """A document with these styles and without text.

    Raises OutputError where what Word papers need is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise OutputError(Fault("O014", Place("docx"), {"format": "Word", "extra": "docx"})) from None
    return Document(io.BytesIO(bare(styling)))


def refilled(root: Any, source: str) -> None:
    """Put what a text of XML holds in place of what a part held."""
    from docx.oxml import parse_xml

    root[:] = list(parse_xml(source))


def describe(document: Any, paper: Manuscript) -> None:
    """The properties of the file, without a clock and without a name of a person."""
    from datetime import UTC, datetime

    title = words(paper.blocks[0].spans) if paper.blocks and isinstance(paper.blocks[0], Heading) else paper.title
    known = document.core_properties
    known.title = FORBIDDEN.sub(FALLBACK, title)[:255]
    known.author = known.last_modified_by = TOOL
    known.created = known.modified = datetime(*OLDEST, tzinfo=UTC)
    known.language = TAGS[paper.language]
    known.comments = known.keywords = known.subject = known.category = ""
    known.revision = 1


def framed(document: Any, facts: Facts, language: str) -> str:
    """Add header and footer; the references by which sections name them."""
    hint = HINT if language == "zh" else ""
    part, footer = document.part.add_footer_part()
    refilled(part.element, front.footer(facts, language))
    if not facts.draft:
        return f'<w:footerReference w:type="default" r:id="{footer}"/>'
    part, header = document.part.add_header_part()
    refilled(part.element, front.header(facts, hint))
    return f'<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'


def headed(document: Any, look: Look) -> None:
    """Put the letterhead above the title, no wider than the text."""
    first = document.paragraphs[0].insert_paragraph_before(style="Letterhead")
    shape = first.add_run().add_picture(io.BytesIO(look.letterhead))
    shape._inline.docPr.set("descr", "")  # noqa: SLF001  # python-docx has no name for it; the image is an ornament
    room = sheet(look, turned=False).room * EMUS
    if shape.width > room:
        shape.height, shape.width = round(shape.height * room / shape.width), room


def archived(files: dict[str, bytes]) -> bytes:
    """An archive of files in the order of their names, without a clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, OLDEST)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def saved(document: Any) -> bytes:
    """The document as a file, the same one at any time."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return archived({name: archive.read(name) for name in archive.namelist()})


def docx(paper: Manuscript, look: Look, facts: Facts) -> bytes:
    """The paper as a Word file.

    Raises OutputError where what this needs is not installed.
    """
    room = sheet(look, turned=False).room
    document = opened(styles.sheet(look.of(paper.language), paper.language, room))
    references = framed(document, facts, paper.language)
    refilled(document.element.body, front.document(paper, look, references))
    if look.letterhead:
        headed(document, look)
    describe(document, paper)
    return saved(document)
