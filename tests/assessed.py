"""Cases of the shipped pack, judged and composed, for tests of the papers."""

import os
from collections.abc import Mapping
from functools import cache

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


def dossier_of(answers: Answers, language: str = "zh") -> Dossier:
    return compose(judging.assessed(pack(), words(), answers), language)


def papers_of(answers: Answers, language: str = "zh") -> dict[str, Paper]:
    return {paper.id: paper for paper in papers(dossier_of(answers, language), read_template)}


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
