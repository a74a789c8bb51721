"""Answers as the text of their file: made to be read in a pull request and edited by hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from szai_assess.answers import Answers
from szai_assess.handwriting import Comments, heading
from szai_assess.pack import Pack
from szai_assess.text import one_line
from szai_assess.words import Words

PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@` ")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
WORDS_OF_OTHER_READERS = frozenset(("yes", "no", "true", "false", "on", "off", "null", "y", "n", "~", "<<"))
SCHEMA_LINE = "# yaml-language-server: $schema="
NO_COMMENTS: Comments = MappingProxyType({})
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


class Page:
    """The lines of a file being written, each entry below the comments that a person put there."""

    def __init__(self, comments: Comments, schema: str) -> None:
        """Begin with these comments to be placed, and a schema if there is one; it replaces the one they may name."""
        ours = SCHEMA_LINE if schema else "\n"  # no comment begins with a line end
        self.waiting = {at: [line for line in lines if not line.startswith(ours)] for at, lines in comments.items()}
        self.lines = [SCHEMA_LINE + one_line(schema)] if schema else []

    def put(self, anchor: str, lines: Iterable[str], indent: str = "") -> None:
        """Add the lines of an entry."""
        self.lines += [f"{indent}{comment}" for comment in self.waiting.pop(anchor, ())]
        self.lines += lines

    def remarks(self, name: str, found: Mapping[str, str]) -> None:
        """Add notes or evidence, where there are any."""
        if found:
            self.put(name, [f"{name}:"])
            for key in found:
                self.put(f"{name}.{key}", entry(key, found[key], "  "), "  ")

    def whole(self) -> str:
        """The text; comments whose entry is gone stand at the end."""
        left = [comment for found in self.waiting.values() for comment in found]
        return "\n".join([*self.lines, *left]) + "\n"


def write(
    answers: Answers, pack: Pack, words: Words, language: str, schema: str = "", comments: Comments = NO_COMMENTS
) -> str:
    """The whole file; each answer below its question, in the pack's order.

    ``schema`` is a local path of a JSON Schema, ``comments`` what a person wrote into the file.
    """
    page = Page(comments, schema)
    page.put("pack", [f"pack: {answers.pack or pack.id + '@' + pack.version}"])
    if answers.assessed_on:
        page.put("assessed_on", [f'assessed_on: "{answers.assessed_on}"'])
    page.put("answers", ["answers:" if answers.values else "answers: {}"])
    for question in pack.questions:
        if question.id in answers.values:
            lines = [f"  {heading(words, question.id, language)}"]
            page.put(f"answers.{question.id}", [*lines, *entry(question.id, answers.values[question.id], "  ")], "  ")
    page.remarks("notes", answers.notes)
    page.remarks("evidence", answers.evidence)
    return page.whole()
