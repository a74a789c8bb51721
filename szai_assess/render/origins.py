"""Where each paragraph of a paper comes from: each printed value carries its source, and each paragraph names those that it prints.

A noun of the dossier knows whether it holds the law's words, a judgement of the pack or what the user said; its texts are
marked when a template takes them out. What is left is the template's own: fixed text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from szai_assess.chart import Chart
from szai_assess.document import (
    STATUTORY,
    Axis,
    Blank,
    Change,
    Cite,
    Conclusion,
    Dossier,
    Duty,
    Ground,
    Indicator,
    Milestone,
    RedLine,
    Result,
    Said,
    Source,
)
from szai_assess.messages import say
from szai_assess.render.markdown import MarkdownEnvironment, Traced, escaped

STATUTE, JUDGEMENT, ANSWER, HOLE, DRAWN, LISTED = "statute", "tool_judgement", "answer", "blank", "drawn", "listed"
OPEN, CLOSE, BETWEEN = (
    "\x02",
    "\x03",
    "\x1f",
)  # signs that no printed text holds: they are replaced before it is printed
MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
RULE = re.compile(r"\|[ :|-]+\|$")  # what stands below the head of a table; a row without a word


class Origin(NamedTuple):
    """Where a text comes from: a basis of the pack, an answer, a blank; which one; and whether it is put in our words."""

    kind: str
    which: str = ""
    restated: bool = False


def mark(origin: Origin) -> str:
    """An origin as it is carried through a template."""
    return f"{OPEN}{BETWEEN.join((origin.kind, origin.which, 'restated' * origin.restated))}{CLOSE}"


def from_cites(cites: tuple[Cite, ...], restated: bool = True) -> Origin:
    """What goes back to the law that is cited first."""
    return Origin(cites[0].kind, cites[0].label, restated) if cites else Origin(JUDGEMENT)


OF_ANSWERS = frozenset(["text", "short", "note", "evidence"])
OF_VERDICT = frozenset(["word", "status"])
BEHIND: dict[type, Callable[[Any, str], Origin | None]] = {
    Said: lambda said, name: Origin(ANSWER, said.name) if name in OF_ANSWERS else None,
    Dossier: lambda dossier, name: (
        Origin(ANSWER, dossier.product_field if name == "product" else "")
        if name in ("product", "assessed_on")
        else None
    ),
    Cite: lambda cite, _: Origin(cite.kind, cite.label),
    Ground: lambda ground, name: (
        Origin(ground.basis, ground.row, ground.basis != JUDGEMENT)
        if name == "because"
        else Origin(JUDGEMENT, ground.row)
    ),
    Duty: lambda duty, name: Origin(JUDGEMENT) if name in OF_VERDICT else from_cites(duty.cites, name != "quote"),
    RedLine: lambda line, name: Origin(JUDGEMENT) if name in OF_VERDICT else from_cites(line.cites),
    Milestone: lambda day, _: Origin(STATUTE, "", True) if day.kind == STATUTORY else Origin(JUDGEMENT),
    Blank: lambda *_: Origin(HOLE),
    Chart: lambda *_: Origin(DRAWN),
    Source: lambda *_: Origin(LISTED),
    **dict.fromkeys((Axis, Result, Change, Conclusion, Indicator), lambda *_: Origin(JUDGEMENT)),
}


def origin_of(noun: object, name: str) -> Origin | None:
    """Where an attribute of a noun comes from; ``None`` where its text is fixed."""
    behind = BEHIND.get(type(noun))
    return behind(noun, name) if behind else None


def traced(value: Any, noun: object, name: object) -> Any:
    """A text that was taken out of a noun, or several, carrying where they come from; anything else as it is."""
    several = type(value) is tuple  # a noun is a tuple too, of another type
    origin = origin_of(noun, name) if isinstance(name, str) and (several or isinstance(value, str)) else None
    if origin is None:
        return value
    carried = mark(origin)
    if several:
        return tuple(Traced(each, carried) if isinstance(each, str) else each for each in value)
    return Traced(value, carried)


def kept(value: Any, whole: object) -> Any:
    """What was made of a text, carrying where that came from; anything else as it is."""
    if not isinstance(whole, Traced):
        return value
    if isinstance(value, list):
        return [kept(each, whole) for each in value]
    return Traced(value, whole.mark) if type(value) is str else value


class TracingEnvironment(MarkdownEnvironment):
    """The sandbox, with every text carrying where it comes from."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template takes out of a noun."""
        return traced(super().getattr(obj, attribute), obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same by the way that filters take."""
        return kept(traced(super().getitem(obj, argument), obj, argument), obj)

    def call(self, context: Any, called: Any, /, *arguments: Any, **named: Any) -> Any:
        """What is called in a template; a method of a text gives what comes from where the text does."""
        return kept(super().call(context, called, *arguments, **named), getattr(called, "__self__", None))


def annotated(text: str, bases: Mapping[str, str], language: str) -> str:
    """A paper's Markdown with what its paragraphs, entries and rows come from at their ends, and a note on that on top."""
    lines = text.split("\n")
    following = [*lines[1:], ""]
    marked = [line for pair in zip(lines, following, strict=True) for line in told(*pair, bases, language)]
    note = escaped(say("paper.origins", language))
    return "\n".join([marked[0], "", note, *marked[1:]])


def told(line: str, below: str, bases: Mapping[str, str], language: str) -> Iterator[str]:
    """A line with its origins; headings and the heads of tables are fixed text and have none."""
    bare = MARK.sub("", line)
    if not bare.strip(" >") or bare.startswith("#") or RULE.match(bare) or RULE.match(below):
        yield bare
        return
    said = escaped(say("paper.origin", language, origins=sources(line, bases, language)))
    if bare.startswith("|"):
        yield f"{bare.removesuffix('|').rstrip()} {said} |"
    elif f"{OPEN}{DRAWN}{BETWEEN}" in line:  # a chart is known by its exact words
        yield from (bare, "", said)
    else:
        yield f"{bare} {said}"


def sources(line: str, bases: Mapping[str, str], language: str) -> str:
    """The origins of a line in words, each once; fixed text is named where there is nothing else."""
    comma = say("paper.origin_comma", language)
    found: dict[str, list[str]] = {}
    for carried in MARK.findall(line):
        kind, which, restated = carried.split(BETWEEN)
        word = bases.get(kind) or say(f"paper.origin_{kind}", language)
        several = found.setdefault(say("paper.origin_restated", language, kind=word) if restated else word, [])
        if which and which not in several:
            several.append(which)
    named = [" ".join((kind, comma.join(several))).strip() for kind, several in found.items()]
    return say("paper.origin_semicolon", language).join(named) or say("paper.origin_fixed", language)
