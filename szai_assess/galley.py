"""What is proofread: a pack's rules and words, where each of its things stands, and what is known from outside the pack."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from szai_assess.errors import Fault, Place
from szai_assess.pack import Pack
from szai_assess.words import Words

KINDS = {
    "sections": "section",
    "questions": "question",
    "tables": "table",
    "rows": "row",
    "obligations": "obligation",
    "documents": "document",
    "indicators": "indicator",
    "sources": "source",
    "readings": "reading",
    "limits": "limit",
}

Path = tuple[str, ...]


class Galley(NamedTuple):
    """``used_in_templates`` are question ids, ``templates`` the templates that exist, ``fired`` the rows that cases fire."""

    pack: Pack
    words: Words
    places: Mapping[str, Place]
    used_in_templates: frozenset[str] = frozenset()
    templates: frozenset[str] = frozenset()
    fired: frozenset[str] = frozenset()

    def place(self, *path: str) -> Place:
        """The place of the innermost thing on a path (``row:FH-02``, ``cites``, ``0``) that has one."""
        for length in range(len(path), 0, -1):
            found = self.places.get("/".join(path[:length]))
            if found:
                return found
        return Place("")

    def fault(self, code: str, path: Path, **details: str) -> Fault:
        """A fault at a path."""
        return Fault(code, self.place(*path), details)


class Entry(NamedTuple):
    """Something with texts and the citations that these texts may quote from."""

    path: Path
    words: Mapping[str, Any]
    own: tuple[str, ...]
    cites: tuple[str, ...]


def question_entries(ident: str, words: Mapping[str, Any]) -> Iterator[Entry]:
    """A question, its options, its rows with theirs, its fields; a part may quote what the whole cites."""
    path, cites = (f"question:{ident}",), tuple(words["cites"])
    parts = ("options", "rows", "fields")
    yield Entry(path, {key: value for key, value in words.items() if key not in parts}, cites, cites)
    for kind in parts:
        for name, part in words[kind].items():
            own = tuple(part.get("cites", ()))
            here = {key: value for key, value in part.items() if key != "options"}
            yield Entry((*path, kind, name), here, own, (*own, *cites))
            for option, inner in (part.get("options") or {}).items():
                more = tuple(inner.get("cites", ()))
                yield Entry((*path, kind, name, "options", option), inner, more, (*more, *own, *cites))


def entries(words: Words) -> Iterator[Entry]:
    """Everything of a pack that cites."""
    for ident, question in words.tree["questions"].items():
        yield from question_entries(ident, question)
    for name in ("rows", "obligations", "readings", "limits"):
        for ident, entry in words.tree.get(name, {}).items():
            cites = tuple(entry.get("cites", ()))
            yield Entry((f"{KINDS[name]}:{ident}",), entry, cites, cites)
    about = words.tree["pack"]
    cites = tuple(about["supervision_cites"])
    yield Entry(("pack",), {"supervision_cites": about["supervision_cites"]}, cites, cites)


def texts(value: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """(path, Chinese, English) of every text within a value."""
    if isinstance(value, Mapping):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield path, value["zh"], value["en"]
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, (*path, str(number)))


def all_texts(words: Words) -> Iterator[tuple[Path, str, str]]:
    """(path, Chinese, English) of every text of a pack but the law."""
    yield from texts(words.tree["pack"], ("pack",))
    for name, kind in KINDS.items():
        for ident, entry in words.tree.get(name, {}).items():
            yield from texts(entry, (f"{kind}:{ident}",))
