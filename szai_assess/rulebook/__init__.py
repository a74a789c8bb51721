"""From a pack to the book that a lawyer reads: rules, grounds and law side by side, and what is statute and what is judgement. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from szai_assess.pack import Pack, Row, Table
from szai_assess.rulebook.asking import sections
from szai_assess.rulebook.nouns import (
    Book,
    Choice,
    Duty,
    Limit,
    Reading,
    RedLine,
    Rule,
    Sheaf,
    Sheet,
    Source,
    Tier,
)
from szai_assess.rulebook.telling import Telling, once
from szai_assess.verdict import SUSPENDED
from szai_assess.words import Words

BASES = ("statute", "national_list", "standard", "tool_judgement")
PRIORITY = "priority"


def rule(telling: Telling, row: Row, table: Table) -> Rule:
    """A row of a table."""
    variable = telling.pack.variables[table.variable]
    return Rule(
        row.id,
        telling.condition(row.when),
        telling.label("tables", variable.name, "outputs", variable.options[row.then]) if row.then >= 0 else "",
        telling.label("rows", row.id, "because"),
        telling.label("pack", "basis", row.basis),
        telling.cites(row.cites),
    )


def part_of(telling: Telling, number: int) -> str:
    """The part that a table plays in the verdict, in words; nothing for one that only others read."""
    goals = telling.pack.goals
    parts = {table: telling.say("method.part_result") for _, table in goals.results}
    parts |= {table: telling.say("method.part_axis") for _, table in goals.axes}
    parts |= {table: telling.say("method.part_red_line") for _, table, _ in goals.red_lines}
    return (parts | {goals.scope: telling.say("method.part_scope"), goals.tier: telling.say("method.part_tier")}).get(
        number, ""
    )


def word(telling: Telling, name: str, output: str) -> str:
    """An output that stands for what no row gives."""
    return (
        telling.say("method.output", id=output, text=telling.label("tables", name, "outputs", output)) if output else ""
    )


def counted(rows: tuple[Row, ...]) -> dict[str, int]:
    """How many rows have which basis."""
    found = [row.basis for row in rows]
    return {basis: found.count(basis) for basis in BASES}


def sheet(telling: Telling, number: int) -> Sheet:
    """A table with its rows."""
    table, name = telling.pack.tables[number], telling.pack.table_name(number)
    outputs = telling.pack.variables[table.variable].options
    rules = tuple(rule(telling, row, table) for row in table.rows)
    return Sheet(
        name,
        telling.label("tables", name, "title"),
        table.hit,
        part_of(telling, number),
        tuple(Choice(each, telling.label("tables", name, "outputs", each), "", ()) for each in outputs),
        telling.condition(table.when),
        word(telling, name, outputs[0]) if table.hit == PRIORITY and outputs else "",
        word(telling, name, table.not_asked),
        word(telling, name, table.undecided),
        table.warns,
        rules,
        once([cite for each in rules for cite in each.cites]),
        counted(table.rows),
    )


def red_lines(telling: Telling) -> Iterator[RedLine]:
    """The prohibited acts; the law of each is that of the matrix row that asks about it, else of its table's rows."""
    for item, table, index in telling.pack.goals.red_lines:
        name = telling.pack.variables[index].name
        rows = telling.pack.tables[table].rows
        own = telling.words.part(name).get("cites", ()) or list(
            dict.fromkeys(each for row in rows for each in row.cites)
        )
        title = telling.label("tables", telling.pack.table_name(table), "title")
        ask = telling.words.ask(name, telling.language)
        yield RedLine(item, ask, title, tuple(row.id for row in rows), telling.cites(own))


def duties(telling: Telling) -> Iterator[Duty]:
    """The related obligations."""
    for line in telling.pack.obligations:
        words = telling.words.tree["obligations"][line.id]
        yield Duty(
            line.id,
            telling.optional(words["title"]),
            telling.optional(words["duty"]),
            telling.optional(words["trigger"]),
            telling.optional(words.get("deadline")),
            telling.condition(line.when),
            words["verified"],
            words["as_of"],
            words.get("quote", ""),
            telling.cites(words["cites"]),
        )


def papers(telling: Telling) -> Iterator[Sheaf]:
    """The papers and when they are written."""
    for line in telling.pack.documents:
        title, audience = (telling.label("documents", line.id, key) for key in ("title", "audience"))
        yield Sheaf(line.id, title, audience, telling.condition(line.when))


def readings(telling: Telling) -> Iterator[Reading]:
    """The readings of the law that the pack takes."""
    for ident, words in telling.words.tree["readings"].items():
        point, taken, changes = (telling.optional(words[key]) for key in ("point", "taken", "changes"))
        yield Reading(ident, point, taken, changes, tuple(words["rests"]), telling.cites(words["cites"]))


def limits(telling: Telling) -> Iterator[Limit]:
    """What the pack does not do."""
    for ident, words in telling.words.tree["limits"].items():
        yield Limit(ident, telling.optional(words["text"]), telling.cites(words.get("cites", ())))


def source(telling: Telling, ident: str, words: Mapping[str, Any]) -> Source:
    """An instrument."""
    held = ident == telling.words.tree["law"]["source"] or bool(words.get("articles"))
    return Source(
        ident,
        telling.optional(words["title"]),
        words.get("number", ""),
        telling.optional(words.get("issuer")),
        words.get("in_force", ""),
        words["verified"],
        held,
        words["as_of"],
        telling.optional(words.get("note")),
    )


def titles(telling: Telling, shelf: str, pairs: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str], ...]:
    """What each of some parts of the verdict is called, with the table that gives it."""
    return tuple((telling.label("pack", shelf, name), telling.pack.table_name(table)) for name, table in pairs)


def rule_book(pack: Pack, words: Words, language: str) -> Book:
    """The pack as a book in one language."""
    telling, about = Telling(pack, words, language), words.tree["pack"]
    supervision = dict(pack.goals.supervision)
    tiers = (
        Tier(telling.label("pack", "outcomes", tier), telling.label("pack", "supervisions", supervision.get(tier, "")))
        for tier in pack.tiers
    )
    return Book(
        f"{pack.id}@{pack.version}",
        telling.label("pack", "title"),
        pack.digest,
        telling.label("pack", "publisher"),
        about["in_force"],
        about["looked_at"],
        about["measures_issued"]["as_of"],
        about["measures_issued"]["found"] != "no",
        about["review"]["legal"],
        words.sentence("honesty", language, as_of=about["measures_issued"]["as_of"]),
        tuple(telling.label("pack", "outcomes", each) for each in SUSPENDED),
        tuple(tiers),
        telling.cites(about["supervision_cites"]),
        titles(telling, "axes", pack.goals.axes),
        titles(telling, "results", pack.goals.results),
        tuple((basis, telling.label("pack", "basis", basis)) for basis in BASES),
        counted(tuple(row for table in pack.tables for row in table.rows)),
        tuple(red_lines(telling)),
        tuple(sections(telling)),
        tuple(sheet(telling, number) for number in range(len(pack.tables))),
        tuple(duties(telling)),
        tuple(papers(telling)),
        tuple(readings(telling)),
        tuple(limits(telling)),
        tuple(source(telling, ident, each) for ident, each in words.tree["sources"].items()),
    )
