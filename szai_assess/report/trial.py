"""What ``pack try`` found: as text, as Markdown, as JSON. A formatter gives text; it never prints."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from szai_assess._version import VERSION
from szai_assess.compare import Shift, outcome
from szai_assess.messages import say
from szai_assess.replay import COUNTED, Contrast, Tried
from szai_assess.report.change import Told, application, literal, told_by
from szai_assess.report.columns import laid_out
from szai_assess.report.paths import named
from szai_assess.report.text import faults
from szai_assess.text import one_line, wrapped

TRY_VERSION = 1
WIDEST = (32, 24, 24, 40)  # cells of the columns
ROWS = 12  # rows that are shown of one application
CUT = 160  # signs of a reason
PARTS = {
    "outcome": "try.part_outcome",
    "supervision": "try.part_supervision",
    "red_lines": "try.part_red_lines",
    "results": "try.part_results",
    "documents": "try.part_documents",
    "obligations": "try.part_obligations",
}


class Trial(NamedTuple):
    """The files that were tried under a pack, what the packs ask differently, the language, and the width of the screen."""

    new: str
    tried: tuple[Tried, ...]
    contrasts: tuple[Contrast, ...]
    language: str
    width: int = 80

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def told(self, each: Tried) -> Told:
        """The words for what differs in an application."""
        assert each.found
        return told_by(each.found, (each.file, each.file), self.language, self.width)

    def name(self, each: Tried) -> str:
        """What an application is called: by its file where it has no name."""
        found = application(each.found.new) or application(each.found.old) if each.found else ""
        return found or named(each.file)

    def outcome(self, each: Tried, after: bool) -> str:
        """The outcome in words, with the range where it is open."""
        if not each.found:
            return self.say("try.undecided")
        side = each.found.new if after else each.found.old
        words, verdict = side.words, side.verdict
        label = words.label("pack", "outcomes", verdict.outcome, language=self.language)
        if verdict.settled or not verdict.graded:
            return one_line(label)
        ends = (
            words.label("pack", "outcomes", tier, language=self.language) for tier in (verdict.lowest, verdict.highest)
        )
        return one_line("—".join(ends))

    def parts(self, each: Tried) -> list[str]:
        """The parts that change, in words; supervision is told apart from the outcome."""
        keys = []
        for part in each.changed:
            names = [shift.name for shift in each.found.part(part)] if each.found and part == "outcome" else [part]
            keys += ["outcome"] if {*names} - {"supervision", part} or part in names else []
            keys += ["supervision"] if "supervision" in names else []
            keys += [part] if part != "outcome" else []
        return [self.say(PARTS[key]) for key in dict.fromkeys(keys)]

    def comma(self, names: Iterable[str]) -> str:
        """Names one after the other."""
        return say("show.comma", self.language).join(names)

    def counts(self) -> dict[str, str]:
        """How many applications there are of which kind."""
        failed = sum(1 for each in self.tried if each.error)
        changed = sum(1 for each in self.tried if each.changed)
        same = len(self.tried) - failed - changed
        return {"all": str(len(self.tried)), "changed": str(changed), "same": str(same), "failed": str(failed)}


def moved(trial: Trial, told: Told, part: str) -> Iterator[str]:
    """What differs in a part of an application, a line each."""
    nothing = say("diff.nothing", trial.language)
    for label, before, after in told.rows(part):
        key = "try.gained" if before == nothing else "try.lost" if after == nothing else "try.moved"
        key = {"try.gained": "try.came", "try.lost": "try.went"}.get(key, key) if part == "documents" else key
        yield trial.say(key, label=label, before=before, after=after)


def effect(trial: Trial, each: Tried, shift: Shift, after: bool) -> str:
    """What a row leads to on one side, in words."""
    assert each.found
    side, value = (each.found.new, shift.after) if after else (each.found.old, shift.before)
    if value is None:
        return ""
    plain, table = str(value).removesuffix("?"), side.words.tree["rows"][shift.name]["table"]
    label = side.words.label("tables", table, "outputs", plain, language=trial.language)
    return trial.say("try.possible" if str(value).endswith("?") else "try.certain", effect=label)


def row_line(trial: Trial, each: Tried, shift: Shift) -> str:
    """One row that leads elsewhere, with its reason."""
    assert each.found
    side = each.found.new if shift.after is not None else each.found.old
    because = one_line(side.words.label("rows", shift.name, "because", language=trial.language))
    because = because if len(because) <= CUT else because[: CUT - 1] + "…"
    details = {"before": effect(trial, each, shift, False), "after": effect(trial, each, shift, True)}
    key = "try.row_gained" if shift.before is None else "try.row_lost" if shift.after is None else "try.row_moved"
    return trial.say(key, row=shift.name, because=because, **details)


def row_lines(trial: Trial, each: Tried) -> Iterator[str]:
    """The rows behind a change."""
    rows = each.rows
    yield from (row_line(trial, each, shift) for shift in rows[:ROWS])
    if len(rows) > ROWS:
        yield trial.say("try.more", count=str(len(rows) - ROWS))


def carried_lines(trial: Trial, each: Tried) -> Iterator[str]:
    """What became of the answers."""
    found = {"try.unasked": each.unasked}
    found |= {"try.dropped": each.carried.dropped, "try.widened": each.carried.widened} if each.carried else {}
    for key, names in found.items():
        if names:
            yield trial.say(key, names=trial.comma(names))


def details(trial: Trial, each: Tried) -> Iterator[tuple[str, list[str]]]:
    """What is told of one application: a heading and its lines, part by part."""
    for part in each.changed:
        yield trial.say(PARTS[part]), list(moved(trial, trial.told(each), part))
    if each.changed and each.rows:
        yield trial.say("try.rows"), list(row_lines(trial, each))
    rest = list(carried_lines(trial, each))
    if rest:
        yield "", rest


def differing(trial: Trial, found: Contrast) -> Iterator[tuple[str, list[str]]]:
    """What two packs ask differently: a heading and the names."""
    for key, names in (
        ("try.only_old", found.only_old),
        ("try.only_new", found.only_new),
        ("try.reworded", found.reworded),
    ):
        if names:
            yield trial.say(key, count=str(len(names))), list(names)
    for key, options in (("try.added", found.added), ("try.gone", found.gone)):
        if options:
            lines = [trial.say("try.options", name=name, options=trial.comma(each)) for name, each in options.items()]
            yield trial.say(key, count=str(len(lines))), lines


def table(trial: Trial) -> list[list[str]]:
    """One row an application, under a head."""
    head = [trial.say(key) for key in ("try.application", "try.before", "try.after", "try.changes")]
    rows = [
        [
            trial.name(each),
            trial.outcome(each, False),
            trial.outcome(each, True),
            trial.comma(trial.parts(each)) or ("" if each.error else trial.say("try.none")),
        ]
        for each in trial.tried
    ]
    return [head, *rows]


def lines(trial: Trial) -> Iterator[str]:
    """The report for people, line by line, before it is broken to the screen."""
    yield trial.say("try.title", new=trial.new)
    yield trial.say("try.counted", **trial.counts())
    yield trial.say("try.silence")
    for found in trial.contrasts:
        old, new = found.packs
        yield from ("", trial.say("try.packs", old=old, new=new))
        differences = list(differing(trial, found))
        if not differences:
            yield f"  {trial.say('try.alike')}"
        for head, names in differences:
            yield f"  {head}"
            yield from (f"    {name}" for name in names)


def shown(text: str, width: int) -> Iterator[str]:
    """A line broken to the screen, what goes on indented like its beginning."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return (indent + each for each in wrapped(text.strip(), max(width - len(indent), 20)))


def as_text(trial: Trial) -> str:
    """For people."""
    found = [each for line in lines(trial) for each in shown(line, trial.width)]
    found += ["", *laid_out(table(trial), WIDEST)]
    for each in trial.tried:
        told = list(details(trial, each))
        if told:
            found += ["", *shown(trial.say("try.file", name=trial.name(each), file=named(each.file)), trial.width)]
        for head, inner in told:
            found += [f"  {head}"] if head else []
            found += [line for text in inner for line in shown(f"    {text}", trial.width)]
    return "\n".join(found) + "\n"


def as_markdown(trial: Trial) -> str:
    """For a page or a comment."""
    found = [f"# {literal(trial.say('try.title', new=trial.new))}", ""]
    found += [trial.say("try.counted", **trial.counts()), "", trial.say("try.silence"), ""]
    head, *rows = ([literal(cell) for cell in row] for row in table(trial))
    found += [f"| {' | '.join(head)} |", "| --- | --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    for contrast in trial.contrasts:
        old, new = contrast.packs
        found += ["", f"## {literal(trial.say('try.packs', old=old, new=new))}"]
        differences = list(differing(trial, contrast))
        found += [] if differences else ["", trial.say("try.alike")]
        for title, names in differences:
            found += ["", literal(title), "", *(f"- {literal(name)}" for name in names)]
    for each in trial.tried:
        told = [("", list(faults(each.error, trial.language)))] if each.error else list(details(trial, each))
        if told:
            found += ["", f"## {literal(trial.say('try.file', name=trial.name(each), file=named(each.file)))}"]
        for title, inner in told:
            found += ["", *((f"**{literal(title)}**", "") if title else ()), *(f"- {literal(line)}" for line in inner)]
    return "\n".join(found) + "\n"


def as_entry(each: Tried) -> dict[str, Any]:
    """One application as plain data."""
    told: dict[str, Any] = {"file": named(each.file), "application": None, "changed": list(each.changed)}
    if not each.found or not each.carried:
        errors = each.error.faults if each.error else ()
        return told | {"errors": [{"code": fault.code, "place": named(str(fault.place))} for fault in errors]}
    keys = ("outcome", "lowest", "highest", "supervision")
    for side, assessment in (("old", each.found.old), ("new", each.found.new)):
        pack, plain = assessment.pack, outcome(assessment)
        told[side] = {"pack": f"{pack.id}@{pack.version}", **{key: plain.get(key) for key in keys}}
    return told | {
        "application": application(each.found.new) or application(each.found.old) or None,
        "changes": {part: [shift._asdict() for shift in each.found.part(part)] for part in COUNTED},
        "rows": [shift._asdict() for shift in each.rows],
        "dropped": list(each.carried.dropped),
        "widened": list(each.carried.widened),
        "unanswered": list(each.unasked),
        "errors": [],
    }


def as_json(trial: Trial) -> str:
    """For programs."""
    packs = [
        {
            "old": found.packs[0],
            "new": found.packs[1],
            "only_old": list(found.only_old),
            "only_new": list(found.only_new),
        }
        | {"added": {name: list(each) for name, each in found.added.items()}}
        | {"gone": {name: list(each) for name, each in found.gone.items()}, "reworded": list(found.reworded)}
        for found in trial.contrasts
    ]
    plain = {
        "try_version": TRY_VERSION,
        "tool": {"name": "szai-assess", "version": VERSION},
        "new": trial.new,
        "counts": {key: int(value) for key, value in trial.counts().items()},
        "packs": packs,
        "applications": [as_entry(each) for each in trial.tried],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Trial], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
