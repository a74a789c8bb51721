"""What surrounds a paper's text: cover, contents, sections, header with the mark of a draft, footer."""

import re
from collections.abc import Iterator, Sequence

from szai_assess.manuscript import Block, Facts, Heading, Manuscript, Paragraph, words
from szai_assess.messages import say
from szai_assess.render.columns import wide
from szai_assess.render.word.body import Body, ended
from szai_assess.render.word.look import Look
from szai_assess.render.word.pages import section, sheet, stretches
from szai_assess.render.word.xml import HINT, element, field, paragraph, run, safe

SHORT = 80  # em up to which a line on the cover stands in its middle
OPENING = "<w:pageBreakBefore/>"
SLANTED = "position:absolute;margin-left:0;margin-top:0;width:{wide}pt;height:{high}pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"


def cover_size(paper: Manuscript) -> int:
    """How many blocks stand before the first heading of a section."""
    return next(
        (place for place, part in enumerate(paper.blocks) if isinstance(part, Heading) and part.level > 1),
        len(paper.blocks),
    )


def cover(paper: Manuscript, body: Body, room: int) -> Iterator[str]:
    """The title and what belongs to it."""
    front = paper.blocks[: cover_size(paper)]
    for part, following in zip(front, (*front, None)[1:], strict=True):
        if isinstance(part, Paragraph) and wide(words(part.spans)) <= SHORT:
            yield paragraph("CoverLine", body.spans(part.spans))
        elif isinstance(part, Heading) and paper.has_contents:
            yield body.heading(part, '<w:spacing w:before="1200" w:after="480"/>')
        else:
            yield body.block(part, following, room)


def contents(paper: Manuscript, body: Body) -> Iterator[str]:
    """The list of the headings: a field that word processors refresh, with its entries already in it."""
    yield paragraph("TOCHeading", body.text(say("paper.contents", paper.language)))
    last = len(paper.headings) - 1
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-4" \\h \\z \\u '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, part in enumerate(paper.headings):
        link = f'<w:hyperlink w:anchor="_{part.anchor}" w:history="1">{body.text(words(part.spans))}{field(f"PAGEREF _{part.anchor} " + chr(92) + "h", "")}</w:hyperlink>'
        inner = ("" if place else begin) + link + (end if place == last else "")
        yield paragraph(f"TOC{min(part.level - 1, 4)}", inner)


def blocks(parts: Sequence[Block], body: Body, room: int, *, fresh: bool) -> Iterator[str]:
    """Blocks, each knowing the next; ``fresh`` where the first, a heading, is to begin a page."""
    for place, (part, following) in enumerate(zip(parts, (*parts, None)[1:], strict=True)):
        yield body.block(part, following, room, OPENING if fresh and not place else "")


def document(paper: Manuscript, look: Look, references: str) -> str:
    """The whole body of the paper; pages lie on their side for a section with a wide table."""
    body, fresh, lying = Body(look, paper.language), paper.has_contents, False
    source = "".join(cover(paper, body, sheet(look, turned=False).room))
    source += "".join(contents(paper, body)) if fresh else ""
    for turned, inner in stretches(paper.blocks[cover_size(paper) :], look, paper.language):
        if turned != lying and source:
            source = ended(source, section(sheet(look, turned=lying), references))
        source += "".join(blocks(inner, body, sheet(look, turned=turned).room, fresh=fresh))
        fresh, lying = False, turned
    return element("body", (source, section(sheet(look, turned=lying), references)))


def watermark(words_: str, number: int) -> str:
    """Words across the page, pale and aslant."""
    long = max(round(wide(words_)), 1)
    size = min(60, 460 // long)
    style = SLANTED.format(wide=size * long, high=size)
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{safe(words_)}" style="{style}"'
        ' o:allowincell="f" fillcolor="#c0c0c0" stroked="f"><v:fill opacity=".4"/>'
        f'<v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string="{safe(words_)}"/></v:shape></w:pict></w:r>'
    )


def header(facts: Facts, hint: str) -> str:
    """The words that mark a draft, in the margin and across the page."""
    return element("hdr", [paragraph("Header", run(facts.draft, hint + "<w:b/><w:bCs/>") + watermark(facts.draft, 1))])


def footer(facts: Facts, language: str) -> str:
    """Page of pages, and what the paper was made from."""
    hint = HINT if language == "zh" else ""
    fields = {"{page}": field("PAGE", "1", hint), "{pages}": field("NUMPAGES", "1", hint)}
    told = re.split(r"(\{page\}|\{pages\})", say("paper.page", language, page="{page}", pages="{pages}"))
    numbers = "".join(fields.get(part) or run(part, hint) for part in told if part)
    made = say("paper.made_from", language, pack=facts.pack, digest=facts.digest)
    return element("ftr", [paragraph("Footer", numbers), paragraph("Footer", run(made, hint))])
