"""The screen: the verdict at a glance, articles of law, tables. What stands on a line is made first, then printed."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from szai_assess.assessment import Assessment
from szai_assess.citing import cite
from szai_assess.document import Paper
from szai_assess.files import onto
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.show.glance import verdict_lines
from szai_assess.show.layout import QUIET, STRONG, Line
from szai_assess.show.people import handover_lines
from szai_assess.show.rule_book import rule_lines
from szai_assess.show.view import View
from szai_assess.text import one_line, wrapped
from szai_assess.words import Words


def verdict(
    assessment: Assessment, *, language: str, papers: tuple[Paper, ...] = (), file: str = "szai.yaml", width: int = 0
) -> None:
    """Print the verdict on one screen; ``papers`` are those that were written, none where it has not come to that."""
    width = width or screen_width()
    put(verdict_lines(View(assessment, language, papers, file), width), width)


def verdict_text(assessment: Assessment, language: str, file: str, width: int) -> list[str]:
    """The lines of a verdict without their styles, for a screen that somebody else draws."""
    return [line.text for line in verdict_lines(View(assessment, language, file=file), width)]


def handover(assessment: Assessment, file: str, language: str, width: int = 0) -> None:
    """Print who is to be asked what; nothing where nothing is open."""
    width = width or screen_width()
    put(handover_lines(View(assessment, language, file=file), width), width)


def article_lines(words: Words, reference: str, language: str, width: int) -> Iterator[Line]:
    """The words at a citation under the name of their source; in English the translation comes before the Chinese."""
    title = words.label("sources", words.source(reference)[0], "title", language=language)
    for text in wrapped(f"{cite(words, reference, language).label}  {title}", width):
        yield Line(text, STRONG)
    chinese, shown = words.passage(reference), words.passage(reference, language)
    if not chinese:
        yield Line(say("assess.not_held", language), QUIET)
    if language == "en" and shown:
        yield Line(say("assess.translation", language), QUIET)
        yield from quoted(shown, width)
        yield Line(say("assess.chinese", language), QUIET)
    yield from quoted(chinese, width)


def quoted(paragraphs: Iterable[str], width: int) -> Iterator[Line]:
    """Paragraphs of a text that is not ours, marked in the margin."""
    return (Line("│ " + text) for paragraph in paragraphs for text in wrapped(paragraph, width - 2))


def article(words: Words, reference: str, language: str, width: int = 0) -> None:
    """Print the words that a citation points at."""
    width = width or screen_width()
    put(article_lines(words, reference, language, width), width)


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[Line]:
    """Rows in columns; the last column takes the rest of the line and is wrapped below itself."""
    from rich.cells import cell_len, set_cell_size

    safe = [[one_line(cell) for cell in row] for row in (head, *rows)]
    sizes = [max(map(cell_len, cells)) + 2 for cells in islice(zip(*safe, strict=True), len(head) - 1)]
    if sum(sizes) > width // 2:
        first = min(sizes[0], width // 3 if len(sizes) > 1 else width // 2)  # an id is to be read, and copied, whole
        sizes = [first, *[max((width // 2 - first) // (len(sizes) - 1), 4) for _ in sizes[1:]]]
    for place, row in enumerate(safe):
        *fixed, last = row
        cells = [wrapped(text, size - 1) for text, size in zip(fixed, sizes, strict=True)]
        cells.append(wrapped(last, width - sum(sizes)))
        for number in range(max(map(len, cells))):
            parts = [column[number] if number < len(column) else "" for column in cells]
            lead = "".join(set_cell_size(text, size) for text, size in zip(parts, sizes, strict=False))
            yield Line((lead + parts[-1]).rstrip(), STRONG if place == 0 else "")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int = 0) -> None:
    """Print rows in columns under a head."""
    width = width or screen_width()
    put(table_lines(head, rows, width), width)


def rules(pack: Pack, words: Words, number: int, language: str) -> None:
    """Print a decision table with its rows, each line whole."""
    put(rule_lines(pack, words, number, language), screen_width())


def screen_width() -> int:
    """The cells of a line of the screen."""
    return max(shutil.get_terminal_size().columns - 1, 20)


def put(lines: Iterable[Line], width: int) -> None:
    """Print lines as they are: no markup, no colour where NO_COLOR is set or nobody looks.

    Raises OutputError where the stream does not take them.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width + 1, highlight=False, markup=False, emoji=False)
    with onto("stdout"):
        for line in lines:
            console.print(Text(line.text, line.style), soft_wrap=True)
        console.file.flush()
