"""What a verdict is told with: the assessment, its papers, and the words of one language."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from szai_assess.assessment import Assessment
from szai_assess.citing import cited
from szai_assess.document import Blank, Paper
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.restate import brief
from szai_assess.verdict import Verdict
from szai_assess.words import Words


class View(NamedTuple):
    """An assessment in one language; ``papers`` are those that were written, ``file`` is the answers file."""

    assessment: Assessment
    language: str
    papers: tuple[Paper, ...] = ()
    file: str = "szai.yaml"

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

    @property
    def blanks(self) -> list[Blank]:
        """The blanks of all papers."""
        return [blank for paper in self.papers for blank in paper.blanks]

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

    def aside(self, text: str, aside: str) -> str:
        """A text and what stands in brackets behind it."""
        return self.say("show.aside", text=text, aside=aside)

    def cites(self, references: Sequence[str]) -> str:
        """Citations in a row; a source that stands before the comma already is not named again."""
        found = cited(self.words, tuple(references), self.language)
        before = ("", *(each.source for each in found))
        return self.joined(
            each.place if each.place and each.source == last else each.label
            for each, last in zip(found, before, strict=False)
        )

    def point(self, name: str) -> str:
        """An open point in words; of a row or a field, what they all are about as well."""
        ask = brief(self.words.ask(name, self.language))
        return self.pair(self.label("sections", self.words.section(name), "title"), ask) if "." in name else ask

    def command(self, name: str, *options: str) -> str:
        """A command on the answers file, as it is typed."""
        file = f'"{self.file}"' if " " in self.file else self.file
        return " ".join(("szai-assess", name, file, *options))
