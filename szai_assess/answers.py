"""Answers: the user's one file, as frozen data."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from szai_assess.digest import sha256
from szai_assess.pack import UNKNOWN, Question

Values = Mapping[str, object]


class Answers(NamedTuple):
    """What the file states. ``values`` is question id → value; notes and evidence are keyed by question or question.row."""

    pack: str = ""
    assessed_on: str = ""
    values: Mapping[str, Any] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    evidence: Mapping[str, str] = MappingProxyType({})

    def field(self, question: str, part: str) -> str:
        """One field of a form, or row of a matrix; empty where it is blank."""
        value = self.values.get(question)
        return str(value.get(part, "")) if isinstance(value, Mapping) else ""

    def plain(self) -> dict[str, Any]:
        """The five keys of the file, as they are digested."""
        return {
            "pack": self.pack,
            "assessed_on": self.assessed_on,
            "answers": {key: deep(value) for key, value in self.values.items()},
            "notes": dict(self.notes),
            "evidence": dict(self.evidence),
        }


def answer_to(question: Question, part: int, values: Values) -> object:
    """The value given for a question, or for a row of a matrix; ``None`` where there is none."""
    value = values.get(question.id)
    if question.type != "matrix" or value is None or value == UNKNOWN:
        return value
    return value.get(question.parts[part]) if isinstance(value, Mapping) else None


def by_part(question: Question, value: object) -> Mapping[str, Any]:
    """What each part holds: a matrix that is not known has no row that is, and a form without fields has them all blank."""
    if value == UNKNOWN:
        return dict.fromkeys(question.parts, UNKNOWN)
    if question.type == "form" and value == {}:
        return dict.fromkeys(question.parts, "")
    return value if isinstance(value, Mapping) else {}


def deep(value: Any) -> Any:
    """A value with every mapping made a dict and every sequence a list."""
    if isinstance(value, Mapping):
        return {key: deep(item) for key, item in value.items()}
    return list(value) if isinstance(value, (tuple, list)) else value


def canonical(value: object) -> bytes:
    """RFC 8785 JSON of text, lists and dicts (no numbers occur in answers)."""
    import json

    def key_order(pair: tuple[str, object]) -> bytes:
        return pair[0].encode("utf-16-be", "surrogatepass")

    def ordered(item: object) -> object:
        if isinstance(item, Mapping):
            return {key: ordered(inner) for key, inner in sorted(item.items(), key=key_order)}
        return [ordered(inner) for inner in item] if isinstance(item, (list, tuple)) else item

    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def digest(answers: Answers) -> str:
    """``sha256:`` over the RFC 8785 form of the five keys: comments, layout and order do not count."""
    return sha256(canonical(answers.plain()))
