"""Whether a pack's citations lead somewhere, and whether what it quotes is there: word for word, in both languages."""

import re
from collections.abc import Iterator

from szai_assess.errors import Fault
from szai_assess.galley import Entry, Galley, all_texts, entries, texts
from szai_assess.text import nearest
from szai_assess.words import PLACES, Words

QUOTED = re.compile("「([^「」]+)」")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
BRACED = re.compile(r"\{([^{}]*)\}")
WHOLE = "*"  # SOURCE-* cites an instrument as a whole


def is_held(words: Words, source: str) -> bool:
    """Whether the text of a source, or part of it, is held."""
    return bool(source == words.tree["law"]["source"] or words.tree["sources"][source].get("articles"))


def held(words: Words, cites: tuple[str, ...]) -> str:
    """The cited words as far as they are held, an entry a line; empty where nothing cited is held."""
    return "\n".join(line for cite in cites for line in words.passage(cite))


def citation(galley: Galley, entry: Entry, number: int) -> Fault | None:
    """What is wrong with a citation."""
    cite, path = entry.own[number], (*entry.path, "cites", str(number))
    if entry.path == ("pack",):
        path = ("pack", "supervision_cites", str(number))
    sources = galley.words.tree["sources"]
    head, dash, _ = cite.rpartition("-")
    if dash and head not in sources:
        return galley.fault("P101", path, cite=cite, name=head, nearest=nearest(head, list(sources)) or "-")
    source, place = galley.words.source(cite)
    if not place:
        return galley.fault("P103", path, cite=cite)
    if place == WHOLE or not is_held(galley.words, source):
        return None
    if not galley.words.article(source, place.partition(".")[0]):
        return galley.fault("P102", path, cite=cite, source=source)
    return None if galley.words.passage(cite) else galley.fault("P103", path, cite=cite)


def citations(galley: Galley) -> Iterator[Fault]:
    """Citations that lead nowhere."""
    for entry in entries(galley.words):
        for number in range(len(entry.own)):
            fault = citation(galley, entry, number)
            if fault:
                yield fault


def quoted(galley: Galley) -> Iterator[Fault]:
    """Words between corner quotes that none of the cited texts has; where no cited text is held they cannot be checked."""
    for entry in entries(galley.words):
        source = held(galley.words, entry.cites)
        for path, chinese, _ in texts(entry.words, entry.path) if source else ():
            for words in QUOTED.findall(chinese):
                if words not in source:
                    at = (*path, "zh")
                    yield galley.fault("P104", at, words=words, cites=", ".join(dict.fromkeys(entry.cites)))


def obligations(galley: Galley) -> Iterator[Fault]:
    """Quotes of obligations that are not in what they cite, and obligations said to be verified without a held quote."""
    for ident, entry in galley.words.tree["obligations"].items():
        path, quote = f"obligation:{ident}", entry.get("quote", "")
        source = held(galley.words, tuple(entry["cites"]))
        if quote and quote not in source:
            yield galley.fault("P105", (path, "quote"), words=quote, cites=", ".join(entry["cites"]))
        elif entry["verified"] and not quote:
            yield galley.fault("P106", (path, "verified"), name=ident)


def placeholders(galley: Galley) -> Iterator[Fault]:
    """Placeholders that only one of the languages has."""
    for path, chinese, english in all_texts(galley.words):
        left, right = set(PLACEHOLDER.findall(chinese)), set(PLACEHOLDER.findall(english))
        if left != right:
            yield galley.fault("P107", path, zh=listed(left), en=listed(right))


def sentences(galley: Galley) -> Iterator[Fault]:
    """Places in sentences of ``pack.yaml`` that nothing will fill in."""
    for key, known in PLACES.items():
        for language in ("zh", "en"):
            for name in BRACED.findall(galley.words.tree["pack"][key][language]):
                if name not in known:
                    path = ("pack", key, language)
                    yield galley.fault("P124", path, sentence=key, name=name, known=listed(set(known)))


def listed(names: set[str]) -> str:
    """Placeholders as they are written."""
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "-"


def translation(galley: Galley) -> Iterator[Fault]:
    """Articles whose translation is missing, has no original, or is not entry by entry."""
    law = galley.words.tree["law"]
    for number, english in law["en"].items():
        chinese, path = law["zh"].get(number), (f"translation:{number}",)
        if chinese is None:
            yield galley.fault("P110", path, article=number)
        elif len(chinese) != len(english):
            yield galley.fault("P108", path, article=number, zh=str(len(chinese)), en=str(len(english)))
    cited = {cite for entry in entries(galley.words) for cite in entry.own}
    own = {path.partition(".")[0] for source, path in map(galley.words.source, cited) if source == law["source"]}
    for number in own & law["zh"].keys() - law["en"].keys():
        yield galley.fault("P109", (f"article:{number}",), article=number)
