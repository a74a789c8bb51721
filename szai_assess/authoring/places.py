"""Where each thing of a pack stands in its files, so that whoever judges the pack can point at the line.

A key names a thing and, behind slashes, the way into it: ``row:FH-02``, ``row:FH-02/because/zh``, ``question:scale_people/options/p2``.
Entries of a list go by their id where they have one, else by their number from 0.
"""

from szai_assess.authoring.draft import Draft, Written
from szai_assess.errors import Place
from szai_assess.strict import Node

Places = dict[str, Place]
LISTS = {
    "sources.yaml": ("sources", "source"),
    "obligations.yaml": ("obligations", "obligation"),
    "documents.yaml": ("documents", "document"),
    "indicators.yaml": ("indicators", "indicator"),
}
OPTIONAL = {"readings.yaml": {"readings": "reading", "limits": "limit"}}
ARTICLES = {"law.zh.yaml": "article", "law.en.yaml": "translation"}


def step(entry: Node, number: int) -> str:
    """How a key names an entry of a list."""
    ident = entry.get("id")
    return str(ident.value) if ident and ident.kind == "scalar" else str(number)


def walk(found: Places, key: str, node: Node, place: Place) -> None:
    """Put a node that is pointed at by ``place``, and all below it, into ``found``."""
    found.setdefault(key, place)
    for name, value in node.pairs():
        walk(found, f"{key}/{name.value}", value, Place(place.file, name.line, name.column))
    for number, entry in enumerate(node.value if node.kind == "sequence" else ()):
        walk(found, f"{key}/{step(entry, number)}", entry, Place(place.file, entry.line, entry.column))


def entries(found: Places, file: Written, name: str, kind: str) -> None:
    """Put each entry of a file's list into ``found``."""
    node = file.tree.get(name)
    for number, entry in enumerate(node.value if node and node.kind == "sequence" else ()):
        walk(found, f"{kind}:{step(entry, number)}", entry, Place(file.file, entry.line, entry.column))


def articles(found: Places, file: Written, kind: str) -> None:
    """Put each article of a law file into ``found``."""
    node = file.tree.get("articles")
    for number, text in node.pairs() if node else ():
        walk(found, f"{kind}:{number.value}", text, Place(file.file, number.line, number.column))


def places(draft: Draft) -> Places:
    """Every key of a pack and its place."""
    found: Places = {}
    about = draft.files["pack.yaml"]
    walk(found, "pack", about.tree, about.place())
    for name, (listed, kind) in LISTS.items():
        entries(found, draft.files[name], listed, kind)
    for name, lists in OPTIONAL.items():
        for listed, kind in lists.items() if name in draft.files else ():
            entries(found, draft.files[name], listed, kind)
    for name, kind in ARTICLES.items():
        articles(found, draft.files[name], kind)
    for file in draft.within("questions/"):
        section = file.tree.get("section") or file.tree
        walk(found, f"section:{file.model.section.id}", section, file.place("section"))
        entries(found, file, "questions", "question")
    for file in draft.within("tables/"):
        walk(found, f"table:{file.model.table}", file.tree, file.place())
        entries(found, file, "rows", "row")
    return found
