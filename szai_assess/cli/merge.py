"""``merge``: locate → read pack → read both answers files → merge → write → tell."""

import os
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Annotated, NamedTuple

import typer

from szai_assess import answers_writer, exits, files, handwriting, locate
from szai_assess.answers import Answers
from szai_assess.cli import judging, options, printing
from szai_assess.errors import AnswersError, AssessError, Fault, OutputError, Place, UsageError
from szai_assess.handwriting import Comments
from szai_assess.merge import FIRST, NEITHER, SECOND, Merged, Point, Side, asked, comments, in_words, merge
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.strict import SIZE
from szai_assess.text import one_line, wrapped
from szai_assess.words import Words

CUT = 160  # signs of an answer or question in the table; the notes have all of it


class Source(NamedTuple):
    """An answers file as read: by which pack, what it states, and what a person wrote beside it."""

    file: str
    pack: Pack
    words: Words
    answers: Answers
    comments: Comments


def is_same(first: str, second: str) -> bool:
    """Whether two paths lead to one file, be it through links."""
    try:
        return os.path.samefile(files.native(first), files.native(second))
    except OSError:
        return files.followed(first) == files.followed(second)


def read(packs: judging.Opened, file: str) -> Source:
    """Read a file by the pack that is wanted or that it names.

    Raises AssessError with all faults.
    """
    raw = files.read(file, SIZE + 1)
    pack, words, reading = judging.read(packs, file, raw)
    return Source(file, pack, words, reading.answers, handwriting.comments(raw.decode("utf-8-sig"), pack, words))


def vacant(output: str, paths: tuple[str, str]) -> None:
    """Refuse to write over anything but the two files themselves."""
    if output and files.exists(output) and not any(is_same(output, path) for path in paths):
        raise OutputError(Fault("O012", Place(output), {"file": output}))


def sources(packs: judging.Opened, paths: tuple[str, str], output: str) -> list[Source]:
    """Both files, read.

    Raises AssessError with all faults of both, and that of the output.
    """
    found: list[Source] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            found.append(read(packs, path))
        except AssessError as error:
            faults += error.faults
    try:
        vacant(output, paths)
    except OutputError as error:
        faults += error.faults
    if not faults and found[0].pack.id != found[1].pack.id:
        named = {"first": found[0].answers.pack, "second": found[1].answers.pack}
        faults.append(Fault("A032", Place(paths[1]), named))
    if faults:
        raise AssessError(*{(fault.code, fault.place): fault for fault in faults}.values())
    return found


def names(first: str, second: str) -> tuple[str, str]:
    """What to call two files so that they can be told apart: their names, with as many folders as that takes."""
    one, two = (one_line(files.spelled(os.path.abspath(path))).split(os.sep) for path in (first, second))
    most = max(len(one), len(two))
    count = next((count for count in range(1, most) if one[-count:] != two[-count:]), most)
    return "/".join(one[-count:]), "/".join(two[-count:])


def schema_for(output: str, wanted: str, pack: Pack) -> str:
    """The schema as the file that is written may name it; on standard output the one that the files name stays."""
    if not output:
        return ""
    return locate.seen_from(os.path.dirname(output), locate.schema(locate.pack_folder(wanted or pack.id)))


def deliver(text: str, output: str) -> None:
    """Put the merged file where it is wanted.

    Raises AnswersError where it is larger than an answers file can be.
    """
    data = text.encode()
    if len(data) > SIZE:
        raise AnswersError(Fault("Y010", Place(output or "stdout"), {"size": str(len(data)), "limit": str(SIZE)}))
    if output:
        files.write(output, data)
    else:
        printing.machine(text)


class Told(NamedTuple):
    """What a merge is told with."""

    source: Source
    sides: tuple[Side, Side]
    merged: Merged
    output: str
    language: str

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def counts(self) -> str:
        """How many answers came from where; a blank is none."""
        points, (one, two) = self.merged.points, self.sides
        taken = [point.kept for point in points if (point.second if point.kept == SECOND else point.first) != ""]
        told = {"one": FIRST, "two": SECOND, "conflicts": NEITHER}
        counted = {name: str(taken.count(kept)) for name, kept in told.items()}
        same = str(sum(kept not in told.values() for kept in taken))
        return self.say("merge.counts", first=one.name, second=two.name, same=same, **counted)

    def cell(self, point: Point, value: object) -> str:
        """An answer of the table, cut to a size that can be taken in."""
        if value is None:
            return self.say("merge.left_open")
        return cut(in_words(self.source.pack, self.source.words, point.name, value, self.language))

    def row(self, point: Point) -> tuple[str, str, str]:
        """A conflict side by side."""
        return (
            cut(asked(self.source.words, point.name, self.language)),
            self.cell(point, point.first),
            self.cell(point, point.second),
        )

    def lines(self, width: int) -> list[str]:
        """All of it, no wider than the screen."""
        told = [*wrapped(self.counts(), width)]
        if self.merged.surer:
            names = self.say("show.comma").join(point.name for point in self.merged.surer)
            told += wrapped(self.say("merge.surer", names=names), width)
        if self.output:
            told += wrapped(self.say("check.written", file=self.output), width)
        if self.merged.conflicts:
            told += wrapped(self.say("merge.conflicts"), width)
            head = (self.say("merge.question"), self.sides[0].name, self.sides[1].name)
            told += side_by_side([head, *map(self.row, self.merged.conflicts)], width)
        if not self.merged.answers.assessed_on and any(side.answers.assessed_on for side in self.sides):
            told += wrapped(self.say("merge.undated"), width)
        return [*told, *wrapped(self.say("merge.next", file=self.output or "FILE"), width)]


def side_by_side(rows: Iterable[tuple[str, str, str]], width: int) -> Iterator[str]:
    """Rows in three columns of the same width, each cell wrapped below itself."""
    from rich.cells import set_cell_size

    size = width // 3
    for row in rows:
        for parts in zip_longest(*(wrapped(cell, size - 1) for cell in row), fillvalue=""):
            yield "".join(set_cell_size(part, size) for part in parts).rstrip()


def cut(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = one_line(text)
    return line if len(line) <= CUT else line[: CUT - 1] + "…"


def both(packs: judging.Opened, paths: tuple[str, str], output: str, language: str) -> Told:
    """Merge two files and put the result where it is wanted.

    Raises AssessError, with nothing written.
    """
    if is_same(*paths):
        raise UsageError(Fault("U014", Place("szai-assess merge"), {"first": paths[0], "second": paths[1]}))
    one, two = sources(packs, paths, output)
    called = names(*paths)
    sides = (Side(called[0], one.answers), Side(called[1], two.answers))
    merged = merge(one.pack, one.words, language, *sides)
    schema, by_hand = schema_for(output, packs.wanted, one.pack), comments(one.comments, two.comments)
    deliver(answers_writer.write(merged.answers, one.pack, one.words, language, schema, by_hand), output)
    return Told(one, sides, merged, output, language)


def tell(told: Told) -> None:
    """Say what was taken from where, what is in conflict, and what comes next: beside the file, never within it."""
    from szai_assess.show import screen_width

    lines = told.lines(screen_width())
    if told.output:
        printing.text("".join(f"{line}\n" for line in lines))
    else:
        printing.error(lines)


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    first_, second_ = (
        Annotated[
            str,
            typer.Argument(metavar=name, help=say("cli.merge.file", language), callback=options.given(name, "merge")),
        ]
        for name in ("A", "B")
    )
    output_ = Annotated[
        str | None,
        typer.Option("--output", help=say("cli.merge.output", language), callback=options.not_empty("--output")),
    ]

    @app.command("merge", help=say("cli.merge", language))
    def merge_(
        first: first_,  # type: ignore[valid-type]
        second: second_,  # type: ignore[valid-type]
        output: output_ = None,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        tell(both(judging.Opened(pack), (first, second), output or "", language))
        return exits.DONE
