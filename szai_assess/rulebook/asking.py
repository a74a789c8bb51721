"""The questions of a pack, as the book prints them."""

from collections.abc import Iterator, Mapping
from typing import Any

from szai_assess.pack import Question
from szai_assess.rulebook.nouns import Asked, Choice, Entry, Plainer, Section
from szai_assess.rulebook.telling import Telling, once

Said = Mapping[str, Any]


def choices(telling: Telling, options: Mapping[str, Said]) -> tuple[Choice, ...]:
    """Options, in their order."""
    return tuple(
        Choice(
            ident, telling.optional(words), telling.optional(words.get("help")), telling.cites(words.get("cites", ()))
        )
        for ident, words in options.items()
    )


def plainer(telling: Telling, words: Said, options: Mapping[str, Said]) -> tuple[Plainer, ...]:
    """The plainer questions for whoever is not sure."""

    def told(names: list[str]) -> tuple[str, ...]:
        return tuple(telling.optional(options[name]) for name in names)

    return tuple(
        Plainer(telling.optional(each["ask"]), told(each["if_yes"]), told(each.get("if_no", [])))
        for each in words.get("unsure", ())
    )


def role(telling: Telling, name: str) -> str:
    """Who can usually answer."""
    return telling.label("pack", "who", telling.words.who(name))


def entry(telling: Telling, name: str) -> Entry:
    """A row of a matrix or a field of a form."""
    part = telling.words.part(name)
    own = part.get("options") or {}
    return Entry(
        name,
        telling.optional(part),
        telling.optional(part.get("help")),
        role(telling, name),
        telling.cites(part.get("cites", ())),
        choices(telling, own),
        plainer(telling, part, own or telling.words.question(name)["options"]),
    )


def asked(telling: Telling, question: Question) -> Asked:
    """A question with everything that is said of it."""
    words = telling.words.question(question.id)
    options = choices(telling, words["options"])
    entries = tuple(entry(telling, name) for name in question.names) if question.parts else ()
    cites = telling.cites(words["cites"])
    more = [each.cites for each in (*options, *(option for row in entries for option in row.options))]
    more += [each.cites for each in entries]
    return Asked(
        question.id,
        telling.optional(words["ask"]),
        telling.optional(words["why"]),
        telling.optional(words.get("help")),
        telling.optional(words.get("notice")),
        role(telling, question.id),
        question.type,
        words.get("order") is not None,
        question.may_be_unknown,
        telling.condition(question.when),
        options,
        entries,
        plainer(telling, words, words["options"]),
        cites,
        once([*cites, *(each for part in more for each in part)]),
    )


def sections(telling: Telling) -> Iterator[Section]:
    """The sections of the interview with their questions."""
    for ident, words in telling.words.tree["sections"].items():
        inside = [question for question in telling.pack.questions if telling.words.section(question.id) == ident]
        yield Section(
            telling.optional(words["title"]),
            telling.optional(words.get("notice")),
            tuple(asked(telling, question) for question in inside),
        )
