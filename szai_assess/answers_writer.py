"""Answers as the text of their file: made to be read in a pull request and edited by hand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from szai_assess.answers import Answers
from szai_assess.pack import Pack
from szai_assess.text import one_line
from szai_assess.words import Words

PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@` ")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
WORDS_OF_OTHER_READERS = frozenset(("yes", "no", "true", "false", "on", "off", "null", "y", "n", "~", "<<"))
SHORT = 100  # characters up to which a list or mapping stays on its line


def needs_quotes(text: str) -> bool:
    """Whether this or any other YAML reader could take the text for something else if it stood bare."""
    return (
        not text
        or text[0] in PLAIN_START
        or text != text.strip()
        or text[0].isdecimal()
        or text[0] in "+."
        or text.lower() in WORDS_OF_OTHER_READERS
        or any(sign in text for sign in (": ", " #", ",", "[", "]", "{", "}", "="))
        or text.endswith(":")
        or not text.isprintable()
    )


def escaped(sign: str) -> str:
    """One character as it may stand between double quotes."""
    if sign in ESCAPES:
        return ESCAPES[sign]
    if sign.isprintable():
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line."""
    return '"' + "".join(map(escaped, text)) + '"' if needs_quotes(text) else text


def flow(value: Any) -> str:
    """A value in flow style."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one pair; a long mapping goes over several lines."""
    line = f"{indent}{scalar(key)}: {flow(value)}"
    if isinstance(value, Mapping) and len(line) > SHORT:
        yield f"{indent}{scalar(key)}:"
        for inner, item in value.items():
            yield f"{indent}  {scalar(inner)}: {flow(item)}"
    else:
        yield line


def remarks(name: str, found: Mapping[str, str]) -> Iterator[str]:
    """The lines of notes or evidence, where there are any."""
    if found:
        yield f"{name}:"
        for key in found:
            yield from entry(key, found[key], "  ")


def write(answers: Answers, pack: Pack, words: Words, language: str, schema: str = "") -> str:
    """The whole file; each answer below its question, in the pack's order. ``schema`` is a local path of a JSON Schema."""
    lines = [f"# yaml-language-server: $schema={one_line(schema)}"] if schema else []
    lines.append(f"pack: {answers.pack or pack.id + '@' + pack.version}")
    if answers.assessed_on:
        lines.append(f'assessed_on: "{answers.assessed_on}"')
    lines.append("answers:" if answers.values else "answers: {}")
    for question in pack.questions:
        if question.id in answers.values:
            lines.append(f"  # {one_line(words.ask(question.id, language))}")
            lines += entry(question.id, answers.values[question.id], "  ")
    lines += remarks("notes", answers.notes)
    lines += remarks("evidence", answers.evidence)
    return "\n".join(lines) + "\n"
