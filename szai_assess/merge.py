"""Merging: two people's answers for one application become one, part by part.

Of two answers that can be true together the one that says more is kept. Of two that cannot none is: the question stays
open, so that the result can only widen, and both are put into its note. What an earlier merge left open so, stays open until
it is answered in the merged file: a source merged once more must not decide it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from szai_assess import masks
from szai_assess.answers import Answers, by_part
from szai_assess.answers_reader import LIMIT
from szai_assess.answers_writer import SCHEMA_LINE
from szai_assess.document import AT_LEAST, ONE_OF
from szai_assess.document import UNKNOWN as NOT_KNOWN
from szai_assess.errors import AnswersError, Fault, Place
from szai_assess.handwriting import END, Comments
from szai_assess.messages import filled, find
from szai_assess.pack import UNKNOWN, Pack, Question, Variable
from szai_assess.restate import SEPARATOR, brief, chosen_options, state_of
from szai_assess.words import Words

BOTH, FIRST, SECOND, NEITHER = "both", "first", "second", "neither"
BLANK = (None, "")
PARTLY = {NOT_KNOWN: "merge.unknown", ONE_OF: "merge.one_of", AT_LEAST: "merge.at_least"}


class Side(NamedTuple):
    """One of the two: the name by which notes call it, and what it states."""

    name: str
    answers: Answers


class Point(NamedTuple):
    """An answer to a question, or to a part of one, as each side gives it (``None``: not at all), and whose is kept."""

    name: str
    first: Any
    second: Any
    kept: str


class Merged(NamedTuple):
    """What the two sides state together, and how it came about, in the order of the pack."""

    answers: Answers
    points: tuple[Point, ...]

    @property
    def conflicts(self) -> tuple[Point, ...]:
        """The answers that cannot both be true."""
        return tuple(point for point in self.points if point.kept == NEITHER)

    @property
    def surer(self) -> tuple[Point, ...]:
        """The answers of which one side was kept because it says more than the other's; a blank says nothing."""
        given = (point for point in self.points if point.first not in BLANK and point.second not in BLANK)
        return tuple(point for point in given if point.kept in (FIRST, SECOND))


def worded(key: str, language: str, **details: str) -> str:
    """A sentence with the words of people in it exactly as they wrote them: it goes into a file, not onto a screen."""
    message = find(key)
    return filled(message.en if language == "en" else message.zh, details)


def in_words(pack: Pack, words: Words, name: str, value: Any, language: str) -> str:
    """An answer as a person would say it."""
    variable = variable_of(pack, name)
    if variable is None:
        return str(value)
    options = [words.option(name, option, language) for option in chosen_options(value)]
    state, told = state_of(value, variable.many), SEPARATOR[language].join(options)
    return worded(PARTLY[state], language, options=told) if state in PARTLY else told


def asked(words: Words, name: str, language: str) -> str:
    """What is asked by a question, a row of a matrix or a field of a form, in short."""
    ask = words.ask(name, language)
    return ask if name.partition(".")[2] in words.question(name)["fields"] else brief(ask)


def variable_of(pack: Pack, name: str) -> Variable | None:
    """What conditions read of a question or row; nothing for what is written freely."""
    return next((variable for variable in pack.variables if variable.name == name), None)


def parts_of(question: Question, value: Any) -> Mapping[str, Any]:
    """The answer to each part of a question; one without parts has one, named ``""``."""
    if value is None:
        return {}
    if not question.parts:
        return {"": value}
    return by_part(question, value)


def whole(question: Question, parts: Mapping[str, Any]) -> Any:
    """The value that the file holds for these parts; ``None`` where there is none."""
    if not question.parts or not parts:
        return parts.get("")
    every = len(parts) == len(question.parts)
    if question.type == "form":
        return parts if any(parts.values()) or not every else {}
    return UNKNOWN if every and all(value == UNKNOWN for value in parts.values()) else parts


def weight(text: str) -> int:
    """How much a written answer says: nothing, that it is not known, or something."""
    return 2 if text.strip() not in ("", UNKNOWN) else int(bool(text.strip()))


def written(first: str, second: str) -> str:
    """Whose text is kept."""
    if first.strip() == second.strip():
        return BOTH
    if weight(first) == weight(second):
        return NEITHER
    return FIRST if weight(first) > weight(second) else SECOND


def chosen(variable: Variable, first: Any, second: Any) -> str:
    """Whose choice is kept: the one that leaves fewer answers possible, all of them possible by the other as well."""
    (certain, possible), (sure, could) = masks.read(variable, first), masks.read(variable, second)
    if (certain, possible) == (sure, could):
        return BOTH
    if certain & sure == sure and possible & could == possible:
        return FIRST
    return SECOND if certain & sure == certain and possible & could == could else NEITHER


class Merging(NamedTuple):
    """One merge: the rules, the words and language of what it writes, and the two sides."""

    pack: Pack
    words: Words
    language: str
    first: Side
    second: Side

    def kept(self, name: str, first: Any, second: Any) -> str:
        """Whose answer is kept."""
        if first is None or second is None:
            side = self.first if first is None else self.second
            given = SECOND if first is None else FIRST
            return NEITHER if differed(side.answers.notes.get(name, "")) else given
        variable = variable_of(self.pack, name)
        return written(first, second) if variable is None else chosen(variable, first, second)

    def points(self, question: Question) -> Iterator[tuple[str, Point]]:
        """(part, point) for each part of a question that at least one side answers."""
        one, two = (parts_of(question, side.answers.values.get(question.id)) for side in (self.first, self.second))
        for part in question.parts or ("",):
            first, second = one.get(part), two.get(part)
            if first is not None or second is not None:
                name = f"{question.id}.{part}" if part else question.id
                yield part, Point(name, first, second, self.kept(name, first, second))

    def value(self, question: Question, points: Mapping[str, Point]) -> Any:
        """The value of a question; that of one side as it stands where nothing of the other's is added."""
        one, two = (side.answers.values.get(question.id) for side in (self.first, self.second))
        kept = {point.kept for point in points.values()}
        if NEITHER not in kept and (one is None or two is None or kept <= {BOTH}):
            return two if one is None else one
        taken = {part: point for part, point in points.items() if point.kept != NEITHER}
        return whole(question, {part: p.second if p.kept == SECOND else p.first for part, p in taken.items()})

    def says(self, side: Side, name: str, value: Any) -> str:
        """What one side states, in its words and by the options' names."""
        answer = in_words(self.pack, self.words, name, value, self.language)
        code = "-" if variable_of(self.pack, name) is None else value if isinstance(value, str) else ", ".join(value)
        return worded("merge.says", self.language, file=side.name, answer=answer, code=code)

    def statements(self, point: Point) -> list[str]:
        """What each side states that answers at all."""
        given = ((self.first, point.first), (self.second, point.second))
        return [self.says(side, point.name, value) for side, value in given if value is not None]

    def conflict(self, said: list[str]) -> str:
        """A conflict as a sentence for the note."""
        if len(said) == 1:
            return worded("merge.also", self.language, third=said[0])
        told = worded("merge.pair", self.language, first=said[0], second=said[1])
        return worded("merge.differ", self.language) + told

    def remark(self, first: str, second: str) -> str:
        """Two remarks as one: the one that holds the other, or both under the names of their files."""
        if first in second or second in first:
            return max(first, second, key=len)
        pairs = ((self.first.name, first), (self.second.name, second))
        return " ".join(worded("merge.remark", self.language, file=name, text=text) for name, text in pairs)

    def remarks(self, first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
        """The notes, or the evidence, of both sides."""
        return {name: self.remark(first.get(name, ""), second.get(name, "")) for name in {**first, **second}}

    def notes(self, points: Iterable[Point]) -> dict[str, str]:
        """The notes of both sides, and in them the conflicts that they do not tell already."""
        found = self.remarks(self.first.answers.notes, self.second.answers.notes)
        for point in points:
            before, said = found.get(point.name, ""), self.statements(point)
            if point.kept == NEITHER and not all(each in before for each in said):
                found[point.name] = f"{before} {self.conflict(said)}".lstrip()
        return found

    def sheet(self) -> Merged:
        """The answers of both sides as one."""
        one, two = self.first.answers, self.second.answers
        found = {question: dict(self.points(question)) for question in self.pack.questions}
        points = tuple(point for parts in found.values() for point in parts.values())
        values = {question.id: self.value(question, parts) for question, parts in found.items()}
        alike = (one.notes, one.evidence) == (two.notes, two.evidence) and all(point.kept == BOTH for point in points)
        answers = Answers(
            one.pack if one.pack == two.pack else f"{self.pack.id}@{self.pack.version}",
            one.assessed_on if alike and one.assessed_on == two.assessed_on else "",
            {name: value for name, value in values.items() if value is not None},
            self.notes(points),
            self.remarks(one.evidence, two.evidence),
        )
        return Merged(answers, points)


def differed(note: str) -> bool:
    """Whether a note tells, in either language, that an earlier merge found two answers that differ."""
    message = find("merge.differ")
    return message.zh in note or message.en in note


def merge(pack: Pack, words: Words, language: str, first: Side, second: Side) -> Merged:
    """The answers of both sides as one; what they say of conflicts is in this language.

    Raises AnswersError where notes or evidence of both together are longer than a text can be.
    """
    merged = Merging(pack, words, language, first, second).sheet()
    where = Place(f"{first.name} + {second.name}")
    texts = {f"notes.{name}": text for name, text in merged.answers.notes.items()}
    texts |= {f"evidence.{name}": text for name, text in merged.answers.evidence.items()}
    sizes = {name: str(len(text)) for name, text in texts.items() if len(text) > LIMIT}
    if sizes:
        details = ({"where": name, "size": size, "limit": str(LIMIT)} for name, size in sizes.items())
        raise AnswersError(*(Fault("A031", where, each) for each in details))
    return merged


def comments(first: Comments, second: Comments) -> Comments:
    """The comments of both files by entry, the first file's before the second's, none twice.

    A comment at the end of one file that stands at an entry of the other is there already, and one schema is enough.
    """
    placed = [frozenset(chain.from_iterable(found[at] for at in found if at != END)) for found in (first, second)]
    schema = any(line.startswith(SCHEMA_LINE) for line in chain.from_iterable(first.values()))
    both: dict[str, tuple[str, ...]] = {}
    for at in {**first, **second}:
        one = [line for line in first.get(at, ()) if at != END or line not in placed[1]]
        two = [line for line in second.get(at, ()) if at != END or line not in placed[0]]
        both[at] = (*one, *(line for line in two if line not in one and not (schema and line.startswith(SCHEMA_LINE))))
    return both
