"""The release check: what lets an application through, and what the reader must know. Pure: the day is a parameter."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from szai_assess.answers import Answers
from szai_assess.classify import answer_to
from szai_assess.explain import reasons
from szai_assess.finding import BLOCK, WARN, Finding
from szai_assess.pack import EVIDENCED, UNKNOWN, Pack
from szai_assess.text import Text
from szai_assess.verdict import INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED, Verdict
from szai_assess.words import Words


class Asked(NamedTuple):
    """What the gate was asked: the highest tier let through (empty: no cap), and the day (empty: no day is known)."""

    max_tier: str = ""
    today: str = ""


class Judged(NamedTuple):
    """One application before the gate: pack, words, answers with their lines and pack version, and the verdict."""

    pack: Pack
    words: Words
    answers: Answers
    lines: Mapping[str, int]
    version: str
    verdict: Verdict

    def words_at(self, *path: str) -> Text:
        """The words at a path of the pack, in both languages."""
        return Text(self.words.label(*path, language="zh"), self.words.label(*path, language="en"))

    def question(self, name: str) -> Text:
        """A question or matrix row as asked, in both languages."""
        return Text(self.words.ask(name, "zh"), self.words.ask(name, "en"))

    def line(self, name: str) -> int:
        """The line of an answer, or of its question; 0 where there is none."""
        return self.lines.get(name, self.lines.get(name.partition(".")[0], 0))

    def red_line_question(self) -> str:
        """The id of the matrix whose rows are the red lines; empty where there is none."""
        items = {item for item, _ in self.pack.goals.red_lines}
        return next((q.id for q in self.pack.questions if q.type == "matrix" and items & set(q.parts)), "")

    def value(self, name: str) -> object:
        """The answer to a question or matrix row."""
        ident, _, row = name.partition(".")
        question = next(question for question in self.pack.questions if question.id == ident)
        return answer_to(question, question.parts.index(row) if row else 0, self.answers.values)


def blocks(judged: Judged, asked: Asked) -> Iterator[Finding]:
    """What does not let through."""
    verdict, matrix = judged.verdict, judged.red_line_question()
    for number, (item, status) in enumerate(verdict.red_lines, 1):
        if (verdict.outcome, status) in ((PROHIBITED, INDICATED), (ON_HOLD, UNRESOLVED)):
            name = f"{matrix}.{item}"
            code = "G001" if status == INDICATED else "G002"
            yield Finding(code, BLOCK, judged.line(name), {"item": str(number), "question": judged.question(name)})
    for name in verdict.open.required:
        details: dict[str, str | Text] = {"id": name, "question": judged.question(name)}
        yield Finding("G003", BLOCK, judged.line(name), details)
    tiers = judged.pack.variables[judged.pack.tables[judged.pack.goals.tier].variable].options
    if (
        asked.max_tier
        and verdict.outcome != OUT_OF_SCOPE
        and tiers.index(verdict.highest) > tiers.index(asked.max_tier)
    ):
        words = {"tier": judged.words_at("pack", "outcomes", verdict.highest)}
        yield Finding("G004", BLOCK, 0, {**words, "cap": judged.words_at("pack", "outcomes", asked.max_tier)})


def about_outcome(judged: Judged) -> Iterator[Finding]:
    """What the reader of the outcome must know."""
    verdict, pack = judged.verdict, judged.pack
    tiers = pack.variables[pack.tables[pack.goals.tier].variable].options
    if verdict.graded and verdict.outcome == tiers[-1]:
        mode = judged.words_at("pack", "supervisions", verdict.supervision)
        yield Finding("G010", WARN, 0, {"tier": judged.words_at("pack", "outcomes", verdict.outcome), "mode": mode})
    if verdict.outcome == OUT_OF_SCOPE:
        table = pack.table_name(pack.goals.scope)
        for reason in reasons(pack, judged.answers.values, verdict):
            if reason.table == table:
                yield Finding("G011", WARN, 0, {"because": judged.words_at("rows", reason.row, "because")})
    if not verdict.settled and verdict.outcome != OUT_OF_SCOPE:
        ends = {"lowest": verdict.lowest, "highest": verdict.highest}
        named = {end: judged.words_at("pack", "outcomes", tier) for end, tier in ends.items()}
        whole = (verdict.lowest, verdict.highest) == (tiers[0], tiers[-1])
        yield Finding("G018" if whole else "G017", WARN, 0, {**named})


def about_answers(judged: Judged) -> Iterator[Finding]:
    """What the reader of the answers must know: what lacks evidence or a note, what has no effect."""
    answers, asked = judged.answers, judged.verdict.state.asked
    for number, question in enumerate(judged.pack.questions):
        value = answers.values.get(question.id)
        for row, chosen in value.items() if isinstance(value, Mapping) and asked[number] else ():
            name = f"{question.id}.{row}"
            if question.type == "matrix" and chosen == EVIDENCED and name not in answers.evidence:
                yield Finding("G012", WARN, judged.line(name), {"id": name, "question": judged.question(name)})
    matrix = judged.red_line_question()
    for item, _ in judged.pack.goals.red_lines:
        name = f"{matrix}.{item}"
        if judged.value(name) not in (None, first_option(judged, name)) and name not in answers.notes:
            yield Finding("G014", WARN, judged.line(name), {"id": name, "question": judged.question(name)})
    for ident in judged.verdict.hidden:
        yield Finding("G013", WARN, judged.line(ident), {"id": ident, "question": judged.question(ident)})


def first_option(judged: Judged, name: str) -> str:
    """The first option of a question or matrix row: the answer that needs no note."""
    return next(iter(judged.words.options(name)), UNKNOWN)


def about_pack(judged: Judged, asked: Asked) -> Iterator[Finding]:
    """What the reader must know of the pack: another version than the file names, and its age."""
    pack = judged.pack
    if judged.version and judged.version != pack.version:
        named, used = f"{pack.id}@{judged.version}", f"{pack.id}@{pack.version}"
        yield Finding("G015", WARN, judged.line("pack"), {"named": named, "used": used})
    about = judged.words.tree["pack"]
    if asked.today and days_between(about["looked_at"], asked.today) > about["stale_after_days"]:
        yield Finding("G016", WARN, 0, {"pack": f"{pack.id}@{pack.version}", "day": about["looked_at"]})


def days_between(first: str, second: str) -> int:
    """The days from one ISO day to another."""
    from datetime import date

    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def unfinished(judged: Judged) -> Iterator[Finding]:
    """Whether the interview was ended."""
    if not judged.answers.assessed_on:
        yield Finding("G019", WARN)


def examine(judged: Judged, asked: Asked = Asked()) -> tuple[Finding, ...]:  # noqa: B008  # frozen
    """All findings, those that block first."""
    return (
        *blocks(judged, asked),
        *about_outcome(judged),
        *unfinished(judged),
        *about_answers(judged),
        *about_pack(judged, asked),
    )


def passed(findings: tuple[Finding, ...]) -> bool:
    """Whether the gate lets through: nothing blocks."""
    return all(finding.level != BLOCK for finding in findings)
