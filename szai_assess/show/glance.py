"""The verdict at a glance, as lines no wider than the screen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.citing import cited
from szai_assess.explain import caveats, main_reasons
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.standing import standing
from szai_assess.text import one_line, wrapped
from szai_assess.verdict import NOT_INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, Verdict
from szai_assess.words import Words

SHOWN = 3  # reasons and open points on one screen; the papers have them all
ELLIPSIS = "…"
NARROW = 60  # below this a label gets no column of its own
ALARM, CAUTION, CALM, STRONG, QUIET = "bold red", "bold yellow", "bold green", "bold", "dim"
NEXT = {PROHIBITED: "show.next_prohibited", ON_HOLD: "show.next_on_hold", OUT_OF_SCOPE: "show.next_out_of_scope"}


class Line(NamedTuple):
    """One line of the screen, no wider than it."""

    text: str
    style: str = ""


class Entry(NamedTuple):
    """A labelled piece of the screen, before it is broken into lines, or cut to one."""

    label: str
    text: str
    style: str = ""
    cut: bool = False


class View(NamedTuple):
    """What the verdict is told with, and its sentences one by one."""

    assessment: Assessment
    language: str

    @property
    def pack(self) -> Pack:
        """The rules it was judged by."""
        return self.assessment.pack

    @property
    def words(self) -> Words:
        """The words of the pack."""
        return self.assessment.words

    @property
    def verdict(self) -> Verdict:
        """The verdict that is told."""
        return self.assessment.verdict

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def label(self, *path: str) -> str:
        """Words of the pack."""
        return self.words.label(*path, language=self.language)

    def output(self, table: int, word: str) -> str:
        """The words for an output of a table."""
        return self.label("tables", self.pack.table_name(table), "outputs", word)

    def joined(self, texts: Iterable[str]) -> str:
        """Several texts in a row."""
        return self.say("show.comma").join(texts)

    def pair(self, name: str, text: str) -> str:
        """A name and what belongs to it."""
        return name + self.say("show.colon") + text

    def cites(self, references: Sequence[str]) -> str:
        """Citations in a row; a source that stands before the comma already is not named again."""
        found = cited(self.words, tuple(references), self.language)
        before = ("", *(each.source for each in found))
        return self.joined(
            each.place if each.place and each.source == last else each.label
            for each, last in zip(found, before, strict=False)
        )

    def tier(self) -> Entry:
        """The tier or its range, in the words that fit how much is known."""
        if self.assessment.uninformative:
            return Entry(self.say("show.tier"), self.label("pack", "uninformative"), CAUTION)
        style, highest, tiers = CAUTION, self.verdict.highest, self.pack.tiers
        if self.verdict.settled:
            style = ALARM if highest == tiers[-1] else CALM if highest == tiers[0] else CAUTION
        return Entry(self.say("show.tier"), standing(self.words, self.verdict, self.language), style)

    def outcome(self) -> Iterator[Entry]:
        """The outcome; where it is no tier, the tier beside it."""
        if self.verdict.graded:
            yield self.tier()._replace(label=self.say("show.outcome"))
            return
        style = ALARM if self.verdict.outcome == PROHIBITED else CAUTION
        yield Entry(self.say("show.outcome"), self.label("pack", "outcomes", self.verdict.outcome), style)
        if self.verdict.outcome != OUT_OF_SCOPE:
            yield self.tier()._replace(style="")

    def supervision(self) -> Iterator[Entry]:
        """The kind of supervision, and where it is laid down."""
        if self.verdict.supervision:
            cites = self.cites(self.words.tree["pack"].get("supervision_cites", ()))
            text = self.label("pack", "supervisions", self.verdict.supervision)
            yield Entry(self.say("show.supervision"), f"{text} · {cites}" if cites else text)

    def axes(self) -> Iterator[Entry]:
        """The levels on each axis, as a range where they are open."""
        if self.verdict.axes and self.verdict.outcome != OUT_OF_SCOPE:
            levels = (
                f"{self.label('pack', 'axes', axis)} {'–'.join(dict.fromkeys((words[0], words[-1])))}"
                for axis, words in self.verdict.axes
                if words
            )
            yield Entry(self.say("show.axes"), " · ".join(levels))

    def results(self) -> Iterator[Entry]:
        """The results beside the tier."""
        tables = dict(self.pack.goals.results)
        label = self.say("show.results")
        for key, word in self.verdict.results:
            if word != self.pack.tables[tables[key]].not_asked:
                yield Entry(label, self.pair(self.label("pack", "results", key), self.output(tables[key], word)))
                label = ""

    def red_lines(self) -> Iterator[Entry]:
        """The red lines that are not clean; one line where all are."""
        label, clean = self.say("show.red_lines"), ""
        for (_, status), (_, table, variable) in zip(self.verdict.red_lines, self.pack.goals.red_lines, strict=True):
            confirmed = status != NOT_INDICATED or not self.between(variable)
            word = self.output(table, status) if confirmed else self.say("show.to_confirm")
            if status == NOT_INDICATED and confirmed:
                clean = clean or word
                continue
            yield Entry(label, self.pair(self.label("tables", self.pack.table_name(table), "title"), word), CAUTION)
            label = ""
        if label and clean:
            yield Entry(label, clean)

    def between(self, variable: int) -> int:
        """The answers to a red line, neither the first nor the last, that are possible: a person has to confirm them."""
        last = len(self.pack.variables[variable].options) - 1
        return self.verdict.state.possible[variable] & ((1 << last) - 1) & ~1

    def reasons(self) -> Iterator[Entry]:
        """Each main reason with its row, and where its condition comes from."""
        label = self.say("show.reasons")
        for reason in main_reasons(self.pack, self.verdict, self.assessment.reasons)[:SHOWN]:
            basis = self.label("pack", "basis", reason.basis)
            grounds = self.say("show.grounds", basis=basis, cites=self.cites(reason.cites))
            maybe = " " if reason.must else self.say("show.possible")
            yield Entry(label, f"{reason.row}{maybe}{self.label('rows', reason.row, 'because')}{grounds}")
            label = ""
        if label:
            yield Entry(label, self.say("show.no_reasons"))
        else:
            yield Entry("", self.say("show.judgement"), QUIET)

    def deciding(self) -> Iterator[Entry]:
        """The open points that can still change the outcome, each cut to a line."""
        names = self.verdict.open.deciding
        label = self.say("show.deciding")
        for name in names[:SHOWN]:
            yield Entry(label, self.point(name), cut=True)
            label = ""
        if len(names) > SHOWN:
            yield Entry("", self.say("show.more", count=str(len(names))), QUIET)

    def point(self, name: str) -> str:
        """An open point in words; of a row of a matrix, what the rows are about as well."""
        ask = self.words.ask(name, self.language)
        if "." not in name:
            return ask
        return self.pair(self.label("sections", str(self.words.question(name).get("section", "")), "title"), ask)

    def remarks(self) -> Iterator[Entry]:
        """What else the reader should know, and what to do next."""
        count = len(caveats(self.pack, self.verdict))
        if count:
            yield Entry("", self.say("show.caveats", count=str(count)))
        if self.verdict.hidden:
            yield Entry("", self.say("show.hidden", names=self.joined(self.verdict.hidden)), QUIET)
        yield Entry(self.say("show.next"), self.next_step(), STRONG)

    def next_step(self) -> str:
        """What to do next."""
        if self.verdict.outcome in NEXT:
            return self.say(NEXT[self.verdict.outcome])
        if self.verdict.open.required:
            return self.say("show.next_open", count=str(len(self.verdict.open.required)))
        return self.say("show.next_done" if self.verdict.settled else "show.next_unsettled")


def verdict_lines(view: View, width: int) -> list[Line]:
    """The verdict as lines no wider than the screen."""
    entries = [
        *view.outcome(),
        *view.supervision(),
        *view.axes(),
        *view.red_lines(),
        *view.results(),
        *view.reasons(),
        *view.deciding(),
        *view.remarks(),
    ]
    name = one_line(view.assessment.answers.field(*view.pack.name_field))
    heading = [Line(text, STRONG) for text in wrapped(name, width)] if name else []
    return heading + laid_out(entries, view.say("show.colon"), width)


def laid_out(entries: Sequence[Entry], colon: str, width: int) -> list[Line]:
    """Entries as lines: labels in a column of their own, or before their text where the screen is narrow."""
    from rich.cells import cell_len, set_cell_size

    column = max((cell_len(entry.label) for entry in entries), default=0) + 2 if width >= NARROW else 2
    lines = []
    for entry in entries:
        lead = set_cell_size(entry.label, column)
        text = entry.text
        if width < NARROW and entry.label:
            lead, text = "", entry.label + colon + entry.text
        rows = wrapped(text, width - column)
        if entry.cut and len(rows) > 1:
            rows = [set_cell_size(rows[0], width - column - 1).rstrip() + ELLIPSIS]
        lines += [Line((" " * column if place else lead) + row, entry.style) for place, row in enumerate(rows)]
    return lines
