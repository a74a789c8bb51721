"""An assessment: one application as it was judged. What gate, record, reports, papers and screen are made from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from szai_assess.answers import Answers, answer_to
from szai_assess.pack import Pack
from szai_assess.text import Text
from szai_assess.verdict import Reason, Verdict
from szai_assess.words import Words


class Assessment(NamedTuple):
    """Pack, words, answers, verdict and its reasons; ``lines`` and ``version`` are what the answers file was read with."""

    pack: Pack
    words: Words
    answers: Answers
    verdict: Verdict
    reasons: tuple[Reason, ...]
    lines: Mapping[str, int] = MappingProxyType({})
    version: str = ""

    @property
    def uninformative(self) -> bool:
        """Whether nothing is known of the tier: it may be the pack's lowest or its highest."""
        tiers, verdict = self.pack.tiers, self.verdict
        return not verdict.settled and (verdict.lowest, verdict.highest) == (tiers[0], tiers[-1])

    def words_at(self, *path: str) -> Text:
        """The words at a path of the pack, in both languages."""
        return Text(self.words.label(*path, language="zh"), self.words.label(*path, language="en"))

    def question(self, name: str) -> Text:
        """A question or matrix row as asked, in both languages."""
        return Text(self.words.ask(name, "zh"), self.words.ask(name, "en"))

    def line(self, name: str) -> int:
        """The line of an answer, or of its question; 0 where there is none."""
        return self.lines.get(name, self.lines.get(name.partition(".")[0], 0))

    def leading_line(self) -> int:
        """The line of the first answer behind the first reason, which is a decisive one if any is; 0 where there is none."""
        named = (name for reason in self.reasons for name, _ in reason.answers)
        return next(filter(None, map(self.line, named)), 0)

    def value(self, name: str) -> object:
        """The answer to a question or matrix row."""
        ident, _, row = name.partition(".")
        question = self.pack.question(ident)
        return answer_to(question, question.parts.index(row) if row else 0, self.answers.values)
