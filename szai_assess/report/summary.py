"""The report as the summary page of a GitHub job: Markdown in which nothing of a stranger's is Markdown."""

from collections.abc import Iterator

from szai_assess.finding import BLOCK
from szai_assess.messages import say
from szai_assess.report import Checked
from szai_assess.report.entries import FAILED, MARKS, Entry, entries, title
from szai_assess.report.portfolio import Row, cells, heads, rows

LIMIT = 900_000  # bytes; the host refuses a page of more than a mebibyte
ALIVE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_[]<>|#~:@&!"})
CELL = 200  # characters of a cell


def plain(text: str) -> str:
    """A text on one line of Markdown: its signs are shown and mean nothing, and no address in it becomes a link."""
    return text.translate(ALIVE).replace("www.", "www&#46;").replace("\n", " ")


def short(text: str) -> str:
    """A text as a cell, cut where it is longer than a table can stand."""
    return plain(text if len(text) <= CELL else text[: CELL - 1] + "…")


def line(texts: list[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(texts)} |"


def table(found: list[Row], language: str) -> Iterator[str]:
    """The register."""
    none = say("portfolio.none", language)
    head = [plain(cell) for cell in heads(language)]
    yield line(head)
    yield line(["---"] * len(head))
    for row in found:
        yield line([short(cell or none) for cell in cells(row, language)])


def point(entry: Entry, language: str) -> str:
    """One finding as a point of a list."""
    where = say("check.line", language, line=str(entry.line)) if entry.line else ""
    law = say("check.cites", language, cites=" ".join(entry.cites)) if entry.cites else ""
    said = f" · {entry.remark}" if entry.remark else ""
    todo = f" → {entry.advice}" if entry.advice else ""
    return f"- **{entry.code}**{plain(f'{where} {entry.message}{law}{said}{todo}')}"


def file(each: Checked, language: str) -> Iterator[str]:
    """The findings of a file, by level, those that block first; folded away where none does."""
    found = list(entries(each, language))
    if not found:
        return
    opened = " open" if any(entry.level in (BLOCK, FAILED) for entry in found) else ""
    yield from ("", f"<details{opened}><summary>{short(title(each))}</summary>", "")
    for level in dict.fromkeys(entry.level for entry in found):
        yield from (f"**{plain(say(MARKS[level], language))}**", "")
        yield from (point(entry, language) for entry in found if entry.level == level)
        yield ""
    yield "</details>"


def fitted(blocks: list[str], language: str) -> Iterator[str]:
    """As many blocks as the host accepts, and a word where some are left out."""
    room = LIMIT
    for place, block in enumerate(blocks):
        room -= len(block.encode("utf-8", "replace")) + 1
        if room < 0:
            yield "\n" + plain(say("check.left_out", language, count=str(len(blocks) - place)))
            return
        yield block


def report(checked: list[Checked], language: str) -> str:
    """The whole page."""
    found = rows(checked, language)
    head = [f"## {plain(say('portfolio.title', language))}", "", *table(found, language), ""]
    head.append(plain(say("portfolio.self_assessed", language)))
    blocks = ["\n".join(head), *("\n".join(file(each, language)) for each in checked)]
    return "\n".join(fitted(list(filter(None, blocks)), language)) + "\n"
