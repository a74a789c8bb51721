"""Answers put into the pack's words, each with its state: what is known, what is open, what was not asked."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from szai_assess.answers import answer_to
from szai_assess.assessment import Assessment
from szai_assess.condition import CANNOT
from szai_assess.document import AT_LEAST, GIVEN, NOT_ASKED, ONE_OF, UNANSWERED, UNKNOWN, Said, Section
from szai_assess.pack import UNKNOWN as NOT_KNOWN
from szai_assess.pack import Question
from szai_assess.text import head

Chosen = tuple[tuple[str, ...], str]  # the options named, and the last one that is possible

SEPARATOR = {"zh": "；", "en": "; "}
REST = re.compile(r"[（(][^（）()]*[）)]|(?:[？?：:]|，即).*$")  # what a question can do without where it is only named
ASIDE = re.compile(
    r"[，。；]?\s*可以多选[^？]*$|\s*[（(][^（）()]*[）)]$|[，。；]?\s*逐[行项]回答。?.*$"
    r"|[.,;]?\s*(?:Answer each row|Choose all that apply)\b[^?]*$"
)


def state_of(value: object, many: bool) -> str:
    """How much an answer with options says."""
    if value is None:
        return UNANSWERED
    if isinstance(value, str):
        return UNKNOWN if value == NOT_KNOWN else GIVEN
    chosen = [option for option in value if option != NOT_KNOWN]  # type: ignore[attr-defined]
    if not chosen:
        return UNKNOWN
    if NOT_KNOWN in value:  # type: ignore[operator]
        return AT_LEAST if many else UNKNOWN
    return GIVEN if many or len(chosen) == 1 else ONE_OF


def chosen_options(value: object) -> tuple[str, ...]:
    """The options that an answer names."""
    named = (value,) if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    return tuple(option for option in named if option != NOT_KNOWN)


def brief(ask: str) -> str:
    """A question without advice on how to answer it."""
    return ASIDE.sub("", ask).rstrip("？?") or ask


class Restating:
    """The material that every answer is restated from."""

    def __init__(self, assessment: Assessment, language: str) -> None:
        """Keep the material."""
        self.pack, self.words, self.answers = assessment.pack, assessment.words, assessment.answers
        self.state, self.language = assessment.verdict.state, language

    def choice(self, number: int, part: int) -> Said:
        """The answer to a question with options, or to a row of a matrix."""
        question = self.pack.questions[number]
        index = question.variables[part]
        variable = self.pack.variables[index]
        value = answer_to(question, part, self.answers.values)
        asked = self.state.asked[number] != CANNOT
        state = state_of(value, variable.many) if asked else NOT_ASKED
        options = chosen_options(value) if asked else ()
        labels = [self.words.option(variable.name, option, self.language) for option in options]
        possible = self.state.possible[index] & variable.every
        worst = variable.options[possible.bit_length() - 1] if possible else ""
        return self.said(variable.name, state, labels, (options, worst))

    def written(self, number: int, part: str) -> Said:
        """A text, a date, or a field of a form."""
        question = self.pack.questions[number]
        value: Any = self.answers.values.get(question.id)
        if part:
            value = value.get(part) if isinstance(value, Mapping) else None
        text = value.strip() if isinstance(value, str) and value != NOT_KNOWN else ""
        state = NOT_ASKED if self.state.asked[number] == CANNOT else GIVEN if text else UNANSWERED
        name = f"{question.id}.{part}" if part else question.id
        return self.said(name, state, [text] if state == GIVEN else [], None)

    def said(self, name: str, state: str, labels: list[str], chosen: Chosen | None) -> Said:
        """An answer with its note and its evidence."""
        notes, evidence = self.answers.notes, self.answers.evidence
        ask, owner = self.words.ask(name, self.language), self.words.who(name)
        section = self.words.label("sections", self.words.section(name), "title", language=self.language)
        note, proof = notes.get(name, "").strip(), evidence.get(name, "").strip()
        options, worst = chosen or ((), "")
        text = SEPARATOR[self.language].join(labels)
        short = SEPARATOR[self.language].join(map(head, labels)) if chosen else text
        return Said(
            name, ask, brief(ask), section, state, text, short, options, worst, owner, note, proof, chosen is None
        )

    def parts(self, number: int, question: Question) -> Iterator[Said]:
        """Every answer that a question asks for."""
        if question.variables:
            yield from (self.choice(number, part) for part in range(len(question.variables)))
        elif question.parts:
            yield from (self.written(number, part) for part in question.parts)
        else:
            yield self.written(number, "")


def restated(assessment: Assessment, language: str) -> tuple[dict[str, Said], dict[str, tuple[Said, ...]]]:
    """Every answer by its name, and the answers of each question."""
    restating = Restating(assessment, language)
    questions = enumerate(assessment.pack.questions)
    groups = {question.id: tuple(restating.parts(number, question)) for number, question in questions}
    return {said.name: said for group in groups.values() for said in group}, groups


def sections(assessment: Assessment, groups: Mapping[str, tuple[Said, ...]], language: str) -> tuple[Section, ...]:
    """The answers by section of the questionnaire, without questions that were not asked."""
    words = assessment.words
    found: dict[str, list[Said]] = {ident: [] for ident in words.tree["sections"]}
    for question in assessment.pack.questions:
        group = [said for said in groups[question.id] if said.state != NOT_ASKED]
        found[words.question(question.id)["section"]] += group
    return tuple(
        Section(words.label("sections", ident, "title", language=language), tuple(answers))
        for ident, answers in found.items()
        if answers
    )


def skipped(assessment: Assessment, language: str) -> tuple[str, ...]:
    """The questions that earlier answers made pointless, in short."""
    pack, asked = assessment.pack, assessment.verdict.state.asked
    return tuple(
        REST.sub("", assessment.words.ask(question.id, language))
        for question, state in zip(pack.questions, asked, strict=True)
        if state == CANNOT
    )
