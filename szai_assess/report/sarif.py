"""The report as SARIF 2.1.0: a result a finding, at the line of the answer it is about. Same input, same bytes.

A file that could not be judged is a result too, so that a code host shows it, and a notification of the run, as the standard asks.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from szai_assess._version import VERSION
from szai_assess.digest import sha256
from szai_assess.finding import BLOCK, SKIPPED, WAIVED, WARN
from szai_assess.messages import find
from szai_assess.report import Checked
from szai_assess.report.entries import FAILED, Entry, entries, title
from szai_assess.report.paths import uri

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
LEVELS = {FAILED: "error", BLOCK: "error", WARN: "warning", WAIVED: "note", SKIPPED: "none"}
GRAVEST = tuple(LEVELS)
ROOT = "%SRCROOT%"
Plain = dict[str, Any]


class Blank(dict[str, str]):
    """Details of a message that are not known yet."""

    def __missing__(self, key: str) -> str:
        """An ellipsis, whatever was asked for."""
        return "…"


class Told(NamedTuple):
    """A file and one thing found in it."""

    checked: Checked
    entry: Entry


def text(words: str) -> Plain:
    """A message; what readers would take for an embedded link is none."""
    return {"text": words.replace("](", "] (")}


def unfilled(sentence: str) -> str:
    """A sentence of the catalogue with an ellipsis for each of its details."""
    return sentence.replace("⟦", "").replace("⟧", "").format_map(Blank())


def rule(code: str, level: str, language: str) -> Plain:
    """A code as the standard's rule: what it says in the report's language, and all of it in both."""
    message = find(code)
    short = message.en if language == "en" else message.zh
    return {
        "id": code,
        "shortDescription": text(unfilled(short)),
        "fullDescription": text(unfilled(f"{message.zh}\n{message.en}")),
        "help": text(unfilled(f"{message.do_zh}\n{message.do_en}")),
        "defaultConfiguration": {"level": LEVELS[level]},
    }


def rules(told: Iterable[Told], language: str) -> list[Plain]:
    """Every code that was met, by code, each with the gravest of its levels."""
    levels: dict[str, str] = {}
    for _, entry in told:
        known = levels.setdefault(entry.code, entry.level)
        levels[entry.code] = min(known, entry.level, key=GRAVEST.index)
    return [rule(code, levels[code], language) for code in sorted(levels)]


def location(each: Checked, entry: Entry) -> Plain:
    """Where it is; what is about the file as a whole stands at its first line, since code hosts show nothing without a line."""
    path = uri(each.file)
    region = {"startLine": max(entry.line, 1)} | ({"startColumn": entry.column} if entry.column else {})
    base = {} if path.startswith("file:") else {"uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": {"uri": path, **base}, "region": region}}


def prints(told: Told, seen: Counter[str]) -> Plain:
    """What stays the same while the file is edited: code, application and what it is about, and which of several of these it is.

    Code hosts read the second key; where it is missing they put in a digest of the line, and an edit elsewhere opens a new alert.
    """
    key = "\0".join((told.entry.code, title(told.checked), told.entry.subject))
    seen[key] += 1
    short = sha256(f"{key}\0{seen[key]}".encode()).partition(":")[2][:32]
    return {"szaiAssess/v1": short, "primaryLocationLineHash": short}


def message(entry: Entry) -> Plain:
    """What is wrong, and on a line of its own what to do."""
    return text("\n→ ".join(filter(None, (entry.message, entry.advice))))


def properties(told: Told) -> Plain:
    """What the standard has no place for."""
    found: Plain = {"level": told.entry.level, "application": title(told.checked)}
    found |= {"cites": list(told.entry.cites)} if told.entry.cites else {}
    return found | ({"remark": told.entry.remark} if told.entry.remark else {})


def result(told: Told, index: dict[str, int], seen: Counter[str]) -> Plain:
    """One result. What was waived is suppressed, with who did it and why; what was skipped is no failure."""
    entry = told.entry
    found: Plain = {
        "ruleId": entry.code,
        "ruleIndex": index[entry.code],
        "kind": "informational" if entry.level == SKIPPED else "fail",
        "level": LEVELS[entry.level],
        "message": message(entry),
        "locations": [location(told.checked, entry)],
        "partialFingerprints": prints(told, seen),
        "properties": properties(told),
    }
    if entry.level == WAIVED:
        reason = {"justification": entry.remark} if entry.remark else {}
        found["suppressions"] = [{"kind": "external", "status": "accepted", **reason}]
    return found


def notifications(told: Iterable[Told], index: dict[str, int]) -> Iterator[Plain]:
    """What kept files from being judged."""
    for each, entry in told:
        if entry.level == FAILED:
            yield {
                "level": "error",
                "message": message(entry),
                "locations": [location(each, entry)],
                "associatedRule": {"id": entry.code, "index": index[entry.code]},
            }


def run(checked: list[Checked], language: str) -> Plain:
    """The one run of the log."""
    told = [Told(each, entry) for each in checked for entry in entries(each, language)]
    met = rules(told, language)
    index = {each["id"]: place for place, each in enumerate(met)}
    failed = list(notifications(told, index))
    invocation: Plain = {"executionSuccessful": all(each.assessment is not None for each in checked)}
    invocation |= {"toolExecutionNotifications": failed} if failed else {}
    seen: Counter[str] = Counter()
    driver = {"name": "szai-assess", "version": VERSION, "semanticVersion": VERSION, "language": LANGUAGES[language]}
    return {
        "tool": {"driver": {**driver, "rules": met}},
        "language": LANGUAGES[language],
        "automationDetails": {"id": "szai-assess/"},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [result(each, index, seen) for each in told],
    }


def report(checked: list[Checked], language: str) -> str:
    """The whole report."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run(checked, language)]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"
