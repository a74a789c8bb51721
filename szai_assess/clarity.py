"""Whether an explanation to the public can be understood by it: what must be told, how long it is, and in which words. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from szai_assess.answers import Answers
from szai_assess.assessment import Assessment
from szai_assess.finding import WARN, Finding
from szai_assess.text import Text
from szai_assess.words import Words

EXPLAINED = ("（", "(", "，即", ", that is", ", i.e.")  # what follows a word that is explained where it stands


def asked(words: Words, name: str) -> Text:
    """A question, row or field in both languages."""
    ident, _, part = name.partition(".")
    field = words.question(ident)["fields"].get(part)
    return Text(field["zh"], field["en"]) if field else Text(words.ask(name, "zh"), words.ask(name, "en"))


def told(answers: Answers, name: str) -> bool:
    """Whether there is an answer."""
    ident, _, part = name.partition(".")
    return bool(answers.field(ident, part).strip() if part else answers.values.get(ident))


def length(text: str) -> int:
    """The characters of a text, spaces left out."""
    return len("".join(text.split()))


def unexplained(text: str, term: str) -> bool:
    """Whether a word stands in a text and is not explained at its first place."""
    place = text.casefold().find(term.casefold())
    return place >= 0 and not text[place + len(term) :].lstrip().startswith(EXPLAINED)


def unclear(assessment: Assessment) -> Iterator[Finding]:
    """What an explanation lacks, what is too long in it, and which words the public need not know; nothing where none is due."""
    about: Mapping[str, Any] | None = assessment.words.tree["pack"].get("explanation")
    if not about or about["document"] not in assessment.verdict.documents:
        return
    answers, words, question = assessment.answers, assessment.words, about["question"]
    for name in about["required"]:
        if not told(answers, name):
            yield Finding("G021", WARN, assessment.line(name), {"id": name, "question": asked(words, name)})
    value = answers.values.get(question)
    texts = {f"{question}.{part}": text for part, text in value.items()} if isinstance(value, Mapping) else {}
    for name, text in texts.items():
        yield from unclear_text(assessment, name, text, about)
    whole, most = sum(map(length, texts.values())), int(about["whole"])
    if whole > most:
        yield Finding(
            "G022", WARN, assessment.line(question), {"id": question, "length": str(whole), "limit": str(most)}
        )


def unclear_text(assessment: Assessment, name: str, text: str, about: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with one text."""
    line, most = assessment.line(name), int(about["each"])
    if length(text) > most:
        yield Finding("G022", WARN, line, {"id": name, "length": str(length(text)), "limit": str(most)})
    for term in about["terms"]:
        if unexplained(text, term["term"]):
            plainer = Text(term["zh"], term["en"])
            yield Finding("G023", WARN, line, {"id": name, "term": term["term"], "plainer": plainer})
