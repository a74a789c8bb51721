"""The styles of a Word paper: every font named for Chinese and for other text, no theme, no colour but black."""

from collections.abc import Iterator

from szai_assess.render.word.look import Font, Script
from szai_assess.render.word.xml import element, safe, twips

LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
YELLOW, GREY = "FFF2CC", "EDEDED"
LEVELS = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3"}
DEEPEST = "Heading4"
BOLD = "<w:b/><w:bCs/>"


def fonts(font: Font) -> str:
    """The families of a font."""
    latin, east = safe(font.latin), safe(font.east)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def letters(font: Font, *, bold: bool = False) -> str:
    """The run properties of a style."""
    size = round(font.size * 2)
    weight = BOLD if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return f'{fonts(font)}{weight}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def indent(script: Script, font: Font) -> str:
    """The indent of a first line."""
    if not script.indent:
        return '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    return f'<w:ind w:firstLineChars="{script.indent * 100}" w:firstLine="{twips(script.indent * font.size)}"/>'


def spacing(before: float, after: float, line: float = 0) -> str:
    """Space around a paragraph in points; a line of 0 is a single one."""
    height = f'w:line="{twips(line)}" w:lineRule="exact"' if line else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" {height}/>'


def style(ident: str, name: str, paragraph: str, run: str, after: str = "", base: str = "Normal") -> str:
    """A paragraph style; ``after`` is the style of the paragraph that follows."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = "" if base else ' w:default="1"'
    follows = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{ident}"><w:name w:val="{name}"/>{based}{follows}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def headings(script: Script) -> Iterator[str]:
    """The title and the headings of the sections."""
    none = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    title = f'<w:keepNext/>{spacing(0, 14)}{none}<w:jc w:val="center"/>'
    yield style("Title", "Title", title, letters(script.title), "Normal")
    kinds = [(script.level2, 10), (script.level3, 4), (script.level4, 2), (script.level4, 2)]
    for number, (font, before) in enumerate(kinds):
        bold = number > 1 or not script.indent
        layout = (
            f"<w:keepNext/><w:keepLines/>{spacing(before, 0 if script.indent else 4, max(script.line, font.size * 1.3))}"
            f'{indent(script, font)}<w:outlineLvl w:val="{number}"/>'
        )
        yield style(f"Heading{number + 1}", f"heading {number + 1}", layout, letters(font, bold=bold), "Normal")


def texts(script: Script) -> Iterator[str]:
    """Paragraphs, quotations, lists, captions."""
    after = 0 if script.indent else 6
    side = "both" if script.indent else "left"
    body = f'<w:widowControl/>{spacing(0, after, script.line)}{indent(script, script.body)}<w:jc w:val="{side}"/>'
    yield style("Normal", "Normal", body, letters(script.body), base="")
    inset = twips(2 * script.quote.size)
    quote = f'{spacing(0, after, script.line * 6 / 7)}<w:ind w:left="{inset}" w:right="{inset // 2}" w:firstLineChars="0" w:firstLine="0"/>'
    yield style("Quote", "Quote", quote, letters(script.quote))
    hanging = "" if script.indent else '<w:ind w:left="360" w:hanging="360"/>'
    yield style("ListParagraph", "List Paragraph", hanging, letters(script.body))
    plain = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    caption = f'{spacing(4, 8)}{plain}<w:jc w:val="left"/>'
    yield style("Caption", "caption", caption, letters(script.table))
    lead = f'<w:widowControl/>{spacing(0, 4)}{plain}<w:jc w:val="center"/>'
    yield style("CoverLine", "Cover Line", lead, letters(script.table))
    yield style("Letterhead", "Letterhead", lead, letters(script.table))
    gap = f"{spacing(0, 0, 10)}{plain}"
    yield style("Gap", "Gap", gap, letters(script.note))


def frames(script: Script, room: int) -> Iterator[str]:
    """Cells, contents, header and footer."""
    plain = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    for name, font in (("Table", script.table), ("Wide", script.wide), ("Widest", script.widest)):
        cell = f'<w:widowControl/>{spacing(2, 2)}{plain}<w:jc w:val="left"/>'
        yield style(name, name, cell, letters(font))
        yield style(f"{name}Head", f"{name} Head", f"<w:keepNext/>{cell}", letters(font, bold=True))
    entry = script.table
    top = f'{spacing(0, 12)}{plain}<w:jc w:val="center"/>'
    yield style("TOCHeading", "TOC Heading", f"<w:keepNext/><w:pageBreakBefore/>{top}", letters(script.level2))
    for level in range(1, 5):
        left = twips((level - 1) * 2 * entry.size)
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
        layout = f'{tab}{spacing(4 if level == 1 else 1, 1)}<w:ind w:left="{left}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
        yield style(f"TOC{level}", f"toc {level}", layout, letters(entry))
    foot = f'{spacing(0, 0)}{plain}<w:jc w:val="center"/>'
    yield style("Header", "header", foot, letters(script.note))
    yield style("Footer", "footer", foot, letters(script.note))


def fixed() -> Iterator[str]:
    """Styles of characters and tables, the same in every look."""
    yield '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    yield '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="000000"/></w:rPr></w:style>'
    yield '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="000000"/><w:u w:val="none"/></w:rPr></w:style>'
    margin = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margin}</w:tblPr></w:style>'
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )


def defaults(script: Script, language: str) -> str:
    """What holds where no style says otherwise."""
    tag = LANGUAGES[language]
    latin = "en-US"
    size = round(script.body.size * 2)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(script.body)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{latin}" w:eastAsia="{tag if language == "zh" else "zh-CN"}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def sheet(script: Script, language: str, room: int) -> str:
    """All styles of a paper whose text is this wide."""
    parts = (*texts(script), *headings(script), *frames(script, room), *fixed())
    return element("styles", (defaults(script, language), *parts))
