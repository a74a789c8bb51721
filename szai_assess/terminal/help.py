"""What help tells about a question: why it is asked, who can answer, how to answer, and the words of the law. Pure."""

from collections.abc import Iterator
from typing import Any

from szai_assess.citing import cite
from szai_assess.interview.prompts import Prompt
from szai_assess.terminal.wording import PLAIN, QUIET, STRONG, Passage, Wording
from szai_assess.text import visible


def told(wording: Wording, prompt: Prompt) -> Iterator[Passage]:
    """The help on a prompt, the question whole before it."""
    words = wording.words.question(prompt.question.id)
    part = wording.words.part(prompt.name)
    yield Passage(wording.label("questions", prompt.question.id, "ask"), STRONG)
    if prompt.part:
        yield Passage(wording.words.ask(prompt.name, wording.language), STRONG)
    yield from headed(wording, "assess.why", said(wording, words.get("why")))
    yield from headed(wording, "assess.who", wording.who(prompt))
    yield from headed(
        wording,
        "assess.help",
        "\n".join(filter(None, (said(wording, part.get("help")), said(wording, words.get("help"))))),
    )
    yield from options(wording, prompt)
    for reference in part.get("cites") or words.get("cites", ()):
        yield from law(wording, reference)


def said(wording: Wording, words: Any) -> str:
    """The text in the person's language; empty where there is none."""
    return visible(str(words[wording.language])) if words else ""


def headed(wording: Wording, key: str, text: str) -> Iterator[Passage]:
    """A headed piece of help, where there is one."""
    if text:
        yield Passage("\n" + wording.say(key), STRONG)
        yield Passage(text, PLAIN, 2)


def options(wording: Wording, prompt: Prompt) -> Iterator[Passage]:
    """The options that need explaining."""
    known = wording.words.options(prompt.name).items() if prompt.options else ()
    helped = [(name, words["help"]) for name, words in known if "help" in words]
    if helped:
        yield Passage("\n" + wording.say("assess.options"), STRONG)
    for name, text in helped:
        title = wording.option(prompt, name) + wording.say("show.colon")
        yield Passage(title + said(wording, text), PLAIN, 4, "  - ")


def law(wording: Wording, reference: str) -> Iterator[Passage]:
    """The cited words, marked as a quotation, under the name of their source."""
    passage = wording.words.passage(reference, wording.language)
    remark = wording.say("assess.translation") if passage and wording.language == "en" else ""
    if not passage and wording.language == "en":
        passage, remark = wording.words.passage(reference), wording.say("assess.chinese")
    named = cite(wording.words, reference, wording.language).label
    if not passage:
        yield Passage(f"\n{named}{wording.say('assess.not_held')}", STRONG)
        return
    yield Passage(f"\n{named}" + (f" — {remark}" if remark else ""), STRONG)
    yield from (Passage(paragraph, QUIET, 4, "  │ ") for paragraph in passage)
