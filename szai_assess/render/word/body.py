"""The blocks of a paper as WordprocessingML, in its own order, cut into upright pages and pages on their side."""

from itertools import count

from szai_assess.chart import ALARM, BARE, CALM, CAUTION, PALE, Cell, Chart
from szai_assess.manuscript import Block, Figure, Grid, Heading, Listing, Paragraph, Quote, Span, Spans, words
from szai_assess.render.columns import lines, wide, widths
from szai_assess.render.svg import MARK
from szai_assess.render.word.look import Look
from szai_assess.render.word.pages import PADDING, texts, type_of
from szai_assess.render.word.styles import BOLD, DEEPEST, GREY, LEVELS, YELLOW
from szai_assess.render.word.xml import HINT, paragraph, run, safe, twips

FILLS = {CALM: "DCEFDC", CAUTION: "FBE7C3", ALARM: "F6CFCC", PALE: "F1F2F4"}  # as in the drawing for the web
BRIEF = 90  # em up to which a paragraph stays with the table below it
TALL = 24  # lines beyond which a row may go on overleaf
TOGETHER = 12  # rows up to which a table that is signed stays on one page
SIGNING, WRITING = 1000, 640  # height of a row to sign in and of one to write in, in twentieths of a point
KEEP, WHOLE, REPEATED = "<w:keepNext/>", "<w:cantSplit/>", "<w:tblHeader/>"
SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>'
LIFT = '<w:spacing w:after="80"/>'
APART = '<w:spacing w:before="120"/>'
LOW = '<w:spacing w:line="20" w:lineRule="exact"/>'
GAP = paragraph("Gap", "")  # the little space below a table, without which two tables would become one
CENTRED = KEEP + '<w:jc w:val="center"/>'


def is_signed(part: Block) -> bool:
    """Whether a block is a table to be signed or sealed."""
    cells = [cell for row in part.rows for cell in row] if isinstance(part, Grid) else []
    return any(span.blank and span.blank.kind == "signature" for cell in cells for span in cell)


def high(row: tuple[Spans, ...]) -> str:
    """The height of a row that is to be written in by hand."""
    signed = any(span.blank and span.blank.kind == "signature" for cell in row for span in cell)
    least = SIGNING if signed else WRITING if not all(words(cell).strip() for cell in row) else 0
    return f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""


def introduces(part: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph stays with what follows it."""
    text = words(part.spans)
    leads = text.rstrip().endswith(("：", ":")) or all(span.strong for span in part.spans)
    return leads or (isinstance(following, (Grid, Figure)) and wide(text) <= BRIEF)


class Body:
    """Writes blocks; numbers its content controls and bookmarks."""

    def __init__(self, look: Look, language: str) -> None:
        """Know the look."""
        self.script = look.of(language)
        self.chinese = language == "zh"
        self.hint = HINT if self.chinese else ""
        self.numbers = count(1)

    def spans(self, runs: Spans) -> str:
        """Runs of text and blanks."""
        return "".join(self.hole(span) if span.blank else self.text(span.text, strong=span.strong) for span in runs)

    def text(self, text: str, *, strong: bool = False) -> str:
        """A run of text."""
        return run(text, self.hint + (BOLD if strong else ""))

    def hole(self, span: Span) -> str:
        """A blank as a content control whose text gives way to what is typed into it."""
        ident = span.blank.id if span.blank else ""
        kind = span.text[1:].partition(ident)[0].strip()
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{YELLOW}"/>'
        style = '<w:rStyle w:val="PlaceholderText"/>' + self.hint + (BOLD if span.strong else "") + shade
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{safe(ident + " " + kind)}"/><w:tag w:val="{safe(ident)}"/>'
            f'<w:id w:val="{next(self.numbers)}"/><w:showingPlcHdr/></w:sdtPr>'
            f"<w:sdtContent>{run(span.text, style)}</w:sdtContent></w:sdt>"
        )

    def heading(self, part: Heading, properties: str = "") -> str:
        """A heading with the bookmark that the contents point at."""
        number = next(self.numbers)
        marked = f'<w:bookmarkStart w:id="{number}" w:name="_{part.anchor}"/>{self.spans(part.spans)}<w:bookmarkEnd w:id="{number}"/>'
        return paragraph(LEVELS.get(part.level, DEEPEST), marked, properties)

    def quote(self, part: Quote) -> str:
        """Paragraphs of a law, the first of which says of which."""
        last = len(part.paragraphs) - 1
        return "".join(
            paragraph("Quote", self.spans(each.spans), (KEEP if last else "") + APART if number == 0 else "")
            for number, each in enumerate(part.paragraphs)
        )

    def listing(self, part: Listing) -> str:
        """A list with its numbers as text."""
        gap = " " if self.chinese else "\t"
        signs = [f"{part.start + place}." if part.start else "•" for place in range(len(part.items))]
        return "".join(
            paragraph("ListParagraph", self.text(sign + gap) + self.spans(item))
            for sign, item in zip(signs, part.items, strict=True)
        )

    def grid(self, part: Grid, room: int) -> str:
        """A table: its head repeated on each page, its rows unbroken unless they are very tall."""
        style, font = type_of(len(part.head), self.script)
        told, em = texts(part), twips(font.size)
        shares = widths(told, (room - PADDING * len(part.head)) / em)
        columns = [round(share * em) + PADDING for share in shares]
        last = len(part.rows) - 1
        kept = range(last) if is_signed(part) and last < TOGETHER else (0, last - 1)
        rows = [self.row(part.head, columns, f"{style}Head", WHOLE + REPEATED, SHADE)]
        for number, row in enumerate(part.rows):
            whole = WHOLE if max(map(lines, told[number + 1], shares)) <= TALL else ""
            keep = KEEP if number in kept and number < last else ""
            rows.append(self.row(row, columns, style, whole + high(row), "", keep))
        return table(columns, rows, "TableGrid") + GAP

    def row(
        self, cells: tuple[Spans, ...], columns: list[int], style: str, how: str, shade: str, keep: str = ""
    ) -> str:
        """A row of a table."""
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>'
            f"{paragraph(style, self.spans(cell), keep)}</w:tc>"
            for cell, width in zip(cells, columns, strict=True)
        )
        return f"<w:tr><w:trPr>{how}</w:trPr>{inner}</w:tr>" if how else f"<w:tr>{inner}</w:tr>"

    def figure(self, part: Figure, room: int) -> str:
        """A chart as a table of shaded cells, above the sentence that says the same."""
        column = room // max(part.chart.columns, 1)
        rows = [self.chart_row(row, column, part.chart) for row in part.chart.rows]
        told = f'<w:tblCaption w:val="{safe(part.chart.title)}"/><w:tblDescription w:val="{safe(part.chart.alternative)}"/>'
        drawn = table([column] * part.chart.columns, rows, "TableNormal", told) if rows else ""
        return drawn + paragraph("Caption", self.spans(part.spans))

    def chart_row(self, row: tuple[Cell, ...], column: int, chart: Chart) -> str:
        """A row of a chart, filled up where it is short."""
        missing = chart.columns - sum(cell.columns for cell in row)
        cells = (*row, Cell("", columns=missing)) if missing else row
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(self.chart_cell(cell, column) for cell in cells)}</w:tr>"

    def chart_cell(self, cell: Cell, column: int) -> str:
        """A cell of a chart; a marked one has a thick frame, bold type and a sign."""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{FILLS[cell.tone]}"/>' if cell.tone != BARE else ""
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        line, colour = (24, "000000") if cell.marked else (4, "9AA0A6")
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="{line}" w:space="0" w:color="{colour}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        border = f"<w:tcBorders>{sides}</w:tcBorders>" if cell.tone != BARE else ""
        text = self.text((MARK if cell.marked else "") + cell.text, strong=cell.marked)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{column * cell.columns}" w:type="dxa"/>{span}{border}{fill}<w:vAlign w:val="center"/></w:tcPr>'
            f"{paragraph('Wide', text, CENTRED)}</w:tc>"
        )

    def block(self, part: Block, following: Block | None, room: int, opening: str = "") -> str:
        """One block; ``following`` is the one after it, ``opening`` has a heading begin a page."""
        lift = LIFT if isinstance(following, (Grid, Figure)) else ""
        if isinstance(part, Heading):
            return self.heading(part, opening + lift)
        if isinstance(part, Paragraph):
            return paragraph("Normal", self.spans(part.spans), (KEEP if introduces(part, following) else "") + lift)
        if isinstance(part, Quote):
            return self.quote(part)
        if isinstance(part, Listing):
            return self.listing(part)
        return self.grid(part, room) if isinstance(part, Grid) else self.figure(part, room)


def table(columns: list[int], rows: list[str], style: str, told: str = "") -> str:
    """A table of fixed columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def ended(source: str, properties: str) -> str:
    """Blocks whose last paragraph ends a section; below a table that paragraph is as low as can be."""
    if source.endswith(GAP):
        return source.removesuffix(GAP) + paragraph("Gap", "", LOW + properties)
    head, _, tail = source.rpartition("</w:pPr>")
    return f"{head}{properties}</w:pPr>{tail}"
