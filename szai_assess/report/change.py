"""What ``diff`` found: as text, as Markdown for a comment on a pull request, as JSON. A formatter gives text; it never prints."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from szai_assess import compare, merge
from szai_assess._version import VERSION
from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.compare import Difference, Shift, Value
from szai_assess.messages import say
from szai_assess.report.paths import named
from szai_assess.text import one_line, wrapped

DIFF_VERSION = 1
CUT = 160  # signs of one side of an answer where it is only shown; the JSON has all of it
ROWS = 30  # of one part in a comment
STATUSES = {"likely": "paper.likely", "undetermined": "paper.undetermined"}
MARKED = re.compile(r"[\\`*_\[\]<>&|~$!]")
PINGS = re.compile(r"(?i)(?<=[@#:%])(?=\S)|(?<=[!~$&])(?=\w)|(?<=GH-)(?=\d)|(?<=www)(?=\.)|(?<=\d)(?=[.)])(?=.[ \t])")


class Told(NamedTuple):
    """A difference with what both sides are called, the language, and the width of the screen."""

    found: Difference
    names: tuple[str, str]
    language: str
    width: int = 80

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    @property
    def title(self) -> str:
        """The application's name, by the later side if it has one."""
        return application(self.found.new) or application(self.found.old) or self.say("diff.unnamed")

    @property
    def verdict(self) -> str:
        """Whether the change is material."""
        return self.say("diff.material" if self.found.material else "diff.not_material")

    def kind(self, ident: str) -> str:
        """What a kind of material change is called."""
        title = compare.title(self.found, ident)
        return title.in_(self.language) if title else self.say(f"diff.kind_{ident}")

    def side(self, after: bool) -> Assessment:
        """The later side, or the earlier."""
        return self.found.new if after else self.found.old

    def label(self, part: str, shift: Shift) -> str:
        """What differs, in words."""
        side = self.side(shift.after is not None)
        return one_line(LABELS[part](self, side, shift.name))

    def value(self, part: str, shift: Shift, after: bool) -> str:
        """What it was, or is, in words; a dash where there is nothing."""
        value = shift.after if after else shift.before
        if value is None:
            return self.say("diff.nothing")
        line = one_line(VALUES[part](self, self.side(after), shift.name, value))
        return line if len(line) <= CUT else line[: CUT - 1] + "…"

    def rows(self, part: str) -> list[tuple[str, str, str]]:
        """A part as label, before, after."""
        shifts = self.found.part(part)
        rows = [(self.label(part, s), self.value(part, s, False), self.value(part, s, True)) for s in shifts]
        # where a range is settled its ends only repeat the outcome
        return list({row[1:]: row for row in reversed(rows)}.values())[::-1] if part == compare.OUTCOME else rows

    def parts(self) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
        """Each part that differs, with its rows."""
        for part in compare.PARTS:
            rows = self.rows(part)
            if rows:
                yield self.say(f"diff.part_{part}"), rows


Label = Callable[[Told, Assessment, str], str]
Shown = Callable[[Told, Assessment, str, Value], str]


def application(side: Assessment) -> str:
    """The application's name as the answers give it; empty where they do not."""
    return one_line(side.answers.field(*side.pack.name_field))


def own(told: Told, side: Assessment, name: str) -> str:
    """A name of this tool's own."""
    del side
    return told.say(f"diff.name_{name}")


def under(*path: str, then: str = "") -> Label:
    """The pack's words for a name at a path."""

    def label(told: Told, side: Assessment, name: str) -> str:
        return side.words.label(*path, name, *filter(None, (then,)), language=told.language)

    return label


def asked(told: Told, side: Assessment, name: str) -> str:
    """A question by its words and its name."""
    return told.say("show.aside", text=merge.asked(side.words, name, told.language), aside=name)


def red_line(told: Told, side: Assessment, item: str) -> str:
    """How a red line is asked about."""
    row = next(row for each, _, row in side.pack.goals.red_lines if each == item)
    return side.words.ask(side.pack.variables[row].name, told.language)


def because(told: Told, side: Assessment, row: str) -> str:
    """A reason in words, with its row."""
    return told.say("show.aside", text=under("rows", then="because")(told, side, row), aside=row)


def plain(told: Told, side: Assessment, name: str, value: Value) -> str:
    """A value as it is."""
    del told, side, name
    return value if isinstance(value, str) else ", ".join(value)


def concluded(told: Told, side: Assessment, name: str, value: Value) -> str:
    """An outcome, a tier, or a mode of supervision."""
    shelf = "supervisions" if name == "supervision" else "outcomes"
    return side.words.label("pack", shelf, str(value), language=told.language)


def put_out(pairs: Callable[[Assessment], dict[str, int]]) -> Shown:
    """The pack's word for the output of a table; ``pairs`` gives the table of each name."""

    def shown(told: Told, side: Assessment, name: str, value: Value) -> str:
        table = side.pack.table_name(pairs(side)[name])
        words = [value] if isinstance(value, str) else value
        labels = [side.words.label("tables", table, "outputs", each, language=told.language) for each in words]
        return told.say("show.comma").join(labels)

    return shown


def worded(prefix: str) -> Shown:
    """A value that has a word of this tool's own."""

    def shown(told: Told, side: Assessment, name: str, value: Value) -> str:
        del side, name
        return told.say(STATUSES.get(str(value), f"{prefix}{value}"))

    return shown


def answered(told: Told, side: Assessment, name: str, value: Value) -> str:
    """An answer as a person would say it."""
    return merge.in_words(side.pack, side.words, name, value, told.language)


LABELS: dict[str, Label] = {
    "rules": own,
    "outcome": own,
    "axes": under("pack", "axes"),
    "red_lines": red_line,
    "results": under("pack", "results"),
    "obligations": under("obligations", then="title"),
    "documents": under("documents", then="title"),
    "reasons": because,
    "answers": asked,
    "notes": asked,
    "evidence": asked,
    "dates": own,
}
VALUES: dict[str, Shown] = {
    "rules": plain,
    "outcome": concluded,
    "axes": put_out(lambda side: dict(side.pack.goals.axes)),
    "red_lines": put_out(lambda side: {item: table for item, table, _ in side.pack.goals.red_lines}),
    "results": put_out(lambda side: dict(side.pack.goals.results)),
    "obligations": worded("diff.value_"),
    "documents": worded("diff.value_"),
    "reasons": worded("diff.value_"),
    "answers": answered,
    "notes": plain,
    "evidence": plain,
    "dates": plain,
}


def why(told: Told) -> Iterator[str]:
    """The kinds of material change, each with the answers behind it."""
    for each in told.found.material:
        kind, names = told.kind(each.id), told.say("show.comma").join(each.names)
        yield told.say("diff.why", kind=kind, names=names) if names else kind


def indented(text: str, width: int, by: str, first: str = "") -> Iterator[str]:
    """A text wrapped behind an indent; its first line begins with ``first``."""
    for number, line in enumerate(wrapped(text, width - len(by))):
        yield (first or by if number == 0 else by) + line


def row_lines(told: Told, row: tuple[str, str, str]) -> Iterator[str]:
    """One row: what it is, and below it what it was and is."""
    label, before, after = row
    yield from indented(label, told.width, "    ", "  · ")
    for key, value in (("diff.before", before), ("diff.after", after)):
        yield from indented(told.say("diff.labelled", label=told.say(key), value=value), told.width, "      ")


def as_text(told: Told) -> str:
    """For people."""
    old, new = told.names
    lines = [*wrapped(told.title, told.width), *wrapped(told.say("diff.sides", old=old, new=new), told.width)]
    if told.found.same:
        return "\n".join([*lines, *wrapped(told.say("diff.same"), told.width)]) + "\n"
    lines += wrapped(told.verdict, told.width)
    for reason in why(told):
        lines += indented(reason, told.width, "    ", "  · ")
    for title, rows in told.parts():
        lines += ["", *wrapped(told.say("diff.count", part=title, count=str(len(rows))), told.width)]
        lines += [line for row in rows for line in row_lines(told, row)]
    return "\n".join(lines) + "\n"


def literal(text: str) -> str:
    """The text so that Markdown shows exactly these words: nobody is pinged, nothing is linked, no table breaks."""
    broken = PINGS.sub("\u200b", one_line(text))
    safe = MARKED.sub(lambda sign: f"&#{ord(sign[0])};", broken).replace("\u200b", "&#8203;")
    return re.sub(r"^([#+=-])", lambda sign: f"&#{ord(sign[1])};", safe)


def grid(told: Told, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Rows as a table, no more than a comment should have."""
    yield f"| {told.say('diff.head')} | {told.say('diff.before')} | {told.say('diff.after')} |"
    yield "| --- | --- | --- |"
    for row in rows[:ROWS]:
        yield f"| {' | '.join(map(literal, row))} |"
    if len(rows) > ROWS:
        yield f"| {told.say('diff.more', count=str(len(rows) - ROWS))} | | |"


def as_markdown(told: Told) -> str:
    """For a comment on a pull request."""
    old, new = map(literal, told.names)
    lines = [f"### {literal(told.title)}", "", told.say("diff.sides", old=old, new=new), ""]
    if told.found.same:
        return "\n".join([*lines, told.say("diff.same")]) + "\n"
    lines += [f"**{told.verdict}**", "", *(f"- {literal(reason)}" for reason in why(told))]
    for title, rows in told.parts():
        lines += ["", f"#### {told.say('diff.count', part=title, count=str(len(rows)))}", "", *grid(told, rows)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def side_of(side: Assessment, file: str) -> dict[str, Any]:
    """One side as plain data."""
    pack = side.pack
    return {
        "file": file,
        "pack": {"id": pack.id, "version": pack.version, "digest": pack.digest},
        "answers_digest": digest(side.answers),
        "application": application(side) or None,
        "assessed_on": side.answers.assessed_on or None,
        **{key: compare.outcome(side).get(key) for key in ("outcome", "lowest", "highest")},
    }


def as_json(told: Told) -> str:
    """For programs, with titles in both languages."""
    found, (old, new) = told.found, told.names
    kinds = [
        {"id": each.id, "title": {code: told._replace(language=code).kind(each.id) for code in ("zh", "en")}}
        | {"answers": list(each.names)}
        for each in found.material
    ]
    plainly = {
        "diff_version": DIFF_VERSION,
        "tool": {"name": "szai-assess", "version": VERSION},
        "old": side_of(found.old, old),
        "new": side_of(found.new, new),
        "is_material": bool(kinds),
        "material": kinds,
        "changes": {part: [shift._asdict() for shift in found.part(part)] for part in compare.PARTS},
    }
    return json.dumps(plainly, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Told], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}


def told_by(found: Difference, files: tuple[str, str], language: str, width: int) -> Told:
    """What the formatters need; names of files are made safe to show."""
    return Told(found, (named(files[0]), named(files[1])), language, width)
