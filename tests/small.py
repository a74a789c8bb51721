"""Small packs for tests: rules in ten lines of YAML, words filled in, compiled the way every pack is compiled.

A question is its list of options (``a: [x, y]``), ``text`` or ``date``, or a mapping: ``{one: [...]}``, ``{many: [...]}``,
``{matrix: [row, ...], options: [...]}``, ``{form: [field, ...]}``, with ``when``, ``order``, ``unknown`` where wanted.
A table is ``{priority | unique | collect: [outputs], rows: {ID: {when: ..., then: ...}}}``, with ``when``, ``not_asked``,
``undecided``, ``level`` where wanted. All else (``verdict``, ``obligations``, ...) has a default.
"""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from szai_assess.authoring.compile import compiled
from szai_assess.authoring.draft import draft
from szai_assess.pack import Pack

Files = dict[str, Any]  # path within the pack → what the file says
WORDS = {"zh": "词", "en": "word"}
DAY = "2026-09-30"


def named(words: list[str]) -> list[dict[str, str]]:
    return [{"id": word, **WORDS} for word in words]


def question(name: str, short: Any) -> dict[str, Any]:
    """A question as its author writes it."""
    full = {"one": short} if isinstance(short, list) else {short: []} if isinstance(short, str) else dict(short)
    kind = next(kind for kind in ("one", "many", "matrix", "form", "text", "date") if kind in full)
    words = named(full.pop(kind))
    parts = {"one": "options", "many": "options", "matrix": "rows", "form": "fields"}
    if kind in parts:
        full[parts[kind]] = words
    if kind == "matrix":
        full["options"] = named(full["options"])
    return {"id": name, "ask": WORDS, "why": WORDS, "who": "developer", "cites": ["1"], "type": kind, **full}


def row(name: str, rule: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": name, "because": WORDS, "cites": ["1"], "basis": "standard", **rule}


def table(name: str, short: Mapping[str, Any]) -> dict[str, Any]:
    """A table as its author writes it."""
    full = dict(short)
    hit = next(hit for hit in ("priority", "unique", "collect") if hit in full)
    full["outputs"] = named(full.pop(hit))
    full["rows"] = [row(name, rule) for name, rule in full["rows"].items()]
    for word in ("not_asked", "undecided"):
        if word in full:
            full[word] = named([full[word]])[0]
    return {"table": name, "title": WORDS, "hit": hit, **full}


def verdict(short: Mapping[str, Any], tables: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of the verdict; by default the table ``tier`` is the tier, and every table that judges gives reasons."""
    order = tables["tier"].get("priority") or tables["tier"].get("unique")
    judging = [name for name, table in tables.items() if table.get("level") != "warn"]
    parts = {"red_lines": {}, "axes": {}, "results": {}, "supervision": {}, "reasons": judging}
    return {"tier": {"table": "tier", "order": order}, **parts, **short}


def about(parts: dict[str, Any]) -> dict[str, Any]:
    """The file ``pack.yaml``."""
    words = ("title", "publisher", "honesty", "records_notice", "provisional", "uninformative")
    nothing: dict[str, dict[str, Any]] = {
        key: {} for key in ("outcomes", "supervisions", "results", "axes", "basis", "who")
    }
    return {
        **dict.fromkeys(words, WORDS),
        **nothing,
        "id": "small",
        "version": "1.0.0",
        "languages": ["zh", "en"],
        "in_force": DAY,
        "looked_at": DAY,
        "review": {"author": "done", "legal": "none"},
        "measures_issued": {"as_of": DAY, "found": "no"},
        "supervision_cites": ["1"],
        "product_name": "card.name",
        "verdict": parts,
    }


def obligation(name: str, when: Any) -> dict[str, Any]:
    words = dict.fromkeys(("title", "duty", "trigger"), WORDS)
    return {"id": name, "kind": "duty", **words, "cites": ["1"], "verified": "true", "as_of": DAY, "when": when}


def document(name: str, when: Any) -> dict[str, Any]:
    return {"id": name, "title": WORDS, "template": name, "audience": WORDS, "when": when}


def indicator(name: str, when: Any) -> dict[str, Any]:
    return {"id": name, "use": ["tracking"], **dict.fromkeys(("metric", "risk", "data"), WORDS), "when": when}


def files_of(short: str | Mapping[str, Any]) -> Files:
    """All files of the small pack that this text (or this mapping) describes."""
    rules = yaml.load(short, yaml.BaseLoader) if isinstance(short, str) else short
    tables = rules["tables"]

    def lines(name: str, line: Any) -> dict[str, Any]:
        return {name: [line(key, when) for key, when in rules.get(name, {}).items()]}

    return {
        "pack.yaml": about(verdict(rules.get("verdict", {}), tables)),
        "sources.yaml": {"sources": []},
        "law.zh.yaml": {"source": "REG", "articles": {}},
        "law.en.yaml": {"source": "REG", "articles": {}},
        "obligations.yaml": lines("obligations", obligation),
        "documents.yaml": lines("documents", document),
        "indicators.yaml": lines("indicators", indicator),
        "questions/10-all.yaml": {
            "section": {"id": "s1", "title": WORDS},
            "questions": [question(name, rule) for name, rule in rules["questions"].items()],
        },
        **{f"tables/{number:02}-{name}.yaml": table(name, rule) for number, (name, rule) in enumerate(tables.items())},
    }


def compiled_from(files: Files) -> Pack:
    """The rules of these files, through the reader, the models and the compiler."""
    written = {name: json.dumps(content).encode() for name, content in files.items()}
    return compiled(draft("small", written), "sha256:small")


def a_pack(short: str | Mapping[str, Any]) -> Pack:
    """The rules of the small pack that this text (or this mapping) describes."""
    return compiled_from(files_of(short))
