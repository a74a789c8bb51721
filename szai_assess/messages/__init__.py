"""Every sentence the program says, in both languages, by code.

Codes of faults and findings say *where · what is wrong · what to do*: ``zh``/``en`` say what, ``do_zh``/``do_en`` what to do.
The plain words of the interface have lower-case keys. One file a family, loaded when one of its codes is needed.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from szai_assess.text import Text, one_line

FAMILIES = {
    "Y": "reader",
    "A": "answers",
    "P": "pack",
    "T": "templates",
    "W": "policy",
    "R": "filed",
    "O": "output",
    "U": "usage",
    "G": "gate",
    "assess": "dialogue",
    "cli": "commands",
    "check": "report",
    "explain": "argument",
    "merge": "merge",
    "approve": "approval",
    "verify": "approval",
    "diff": "change",
    "due": "due",
    "portfolio": "portfolio",
    "try": "trial",
    "method": "method",
    "schema": "schema",
    "paper": "paper",
    "chart": "chart",
    "proof": "proof",
}


class Message(NamedTuple):
    """A sentence in both languages, and what to do about it."""

    zh: str
    en: str
    do_zh: str = ""
    do_en: str = ""


def find(code: str) -> Message:
    """The message of a code (``A013``) or of an interface word (``assess.saved``)."""
    family = FAMILIES.get(code[0]) or FAMILIES.get(code.partition(".")[0]) or "interface"
    found: Message = import_module(f"szai_assess.messages.{family}").MESSAGES[code]
    return found


def worded(details: Mapping[str, str | Text], language: str) -> dict[str, str]:
    """The details as words of one language, safe to show."""
    words = {name: value.in_(language) if isinstance(value, Text) else value for name, value in details.items()}
    return {name: one_line(word) for name, word in words.items()}


def filled(sentence: str, words: Mapping[str, str]) -> str:
    """The sentence with its words; a part between ``⟦⟧`` stays away where one of its words is ``-``, nothing to tell."""
    head, _, rest = sentence.partition("⟦")
    part, _, tail = rest.partition("⟧")
    told = all(word != "-" for name, word in words.items() if "{" + name + "}" in part)
    return (head + (part if told else "") + tail).format_map(words)


def say(code: str, language: str, /, **details: str | Text) -> str:
    """The sentence of a code with its details filled in."""
    message = find(code)
    return filled(message.en if language == "en" else message.zh, worded(details, language))


def advice(code: str, language: str, /, **details: str | Text) -> str:
    """What to do about it; empty where there is nothing to do."""
    message = find(code)
    return filled(message.do_en if language == "en" else message.do_zh, worded(details, language))
