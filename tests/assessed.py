"""Cases of the shipped pack, judged and composed, for tests of the papers."""

import os
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import pytest
from markdown_it import MarkdownIt

from szai_assess import answers_reader, files, loading, locate
from szai_assess.answers import Answers
from szai_assess.cli import judging
from szai_assess.compose import compose
from szai_assess.document import Dossier, Paper
from szai_assess.render import papers

FOLDER = os.path.join(locate.shipped("questionnaires"), "szai-2022", "cases")
CASES = sorted(name.removesuffix(".yaml") for name in os.listdir(FOLDER) if name.endswith(".yaml"))
ONE_OF_EACH = {
    "low": "17-waste-sorting",
    "medium": "09-hotline-chatbot",
    "high": "05-credit-approval",
    "open": "19-mostly-unknown",
    "partly": "27-partial-answers",
    "on_hold": "25-partner-data",
    "prohibited_suspected": "24-face-swap",
    "out_of_scope": "26-fixed-formula",
}
# (case, language), and all tests on one of them after one another, so that what they share is made once and not kept
EVERY_CASE = pytest.mark.parametrize("name", CASES, scope="module")
EVERY_CASE_IN_BOTH = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in CASES for language in ("zh", "en")], scope="module"
)
PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def opened():
    return loading.open_both()


def pack():
    return opened()[0]


def words():
    return opened()[1]


def read_template(name: str) -> str:
    return files.read(locate.template(name)).decode("utf-8")


@cache
def case(name: str) -> Answers:
    path = os.path.join(FOLDER, f"{name}.yaml")
    return answers_reader.read(files.read(path), path, pack(), answers_reader.CASE_KEYS).answers


class Given:
    """Answers as a key: the same words in the same order are the same."""

    def __init__(self, answers: Answers, language: str) -> None:
        self.answers, self.language = answers, language
        self.words = repr(answers), language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Given) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)


def composed(answers: Answers, language: str = "zh") -> Dossier:
    """The dossier, made anew."""
    return compose(judging.assessed(pack(), words(), answers), language)


@lru_cache(200)
def dossier_for(given: Given) -> Dossier:
    return composed(given.answers, given.language)


@lru_cache(200)
def papers_for(given: Given) -> tuple[Paper, ...]:
    return papers(dossier_for(given), read_template)


def dossier_of(answers: Answers, language: str = "zh") -> Dossier:
    """The dossier, composed once for the same answers."""
    return dossier_for(Given(answers, language))


def papers_of(answers: Answers, language: str = "zh") -> dict[str, Paper]:
    """Every paper by its document, written once for the same answers."""
    return {paper.id: paper for paper in papers_for(Given(answers, language))}


@lru_cache(32)
def parsed(text: str) -> tuple[Any, ...]:
    """What a reader of Markdown finds in a text; whoever calls must leave it as it is."""
    return tuple(PARSER.parse(text))


def shape(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The structure that Markdown reads in a text, without its words."""
    found = []
    for token in parsed(text):
        inner = [child.type for child in token.children or () if child.type not in ("text", "text_special")]
        found.append((token.type, token.tag, tuple(inner)))
    return found


def shown(text: str) -> list[str]:
    """The words that a reader sees, line by line."""
    inline = [token for token in parsed(text) if token.type == "inline"]
    return ["".join(child.content for child in token.children) for token in inline]


def said_by(answers: Answers, text: str) -> Answers:
    """The same answers with every word that the user wrote made this text; choices stay."""
    free = {question.id for question in pack().questions if question.type in ("text", "form")}
    values = {
        ident: (dict.fromkeys(value, text) if isinstance(value, Mapping) else text) if ident in free else value
        for ident, value in answers.values.items()
    }
    return answers._replace(
        values=values, notes=dict.fromkeys(answers.notes, text), evidence=dict.fromkeys(answers.evidence, text)
    )
