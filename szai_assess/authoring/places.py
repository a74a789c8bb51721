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
ARTICLES = {"law.zh.yaml": "article", "law.en.yaml": "translation"}


def step(entry: Node, number: int) -> str:
    """How a key names an entry of a list."""
    ident = entry.get("id")
    return str(ident.value) if ident and ident.kind == "scalar" else str(number)


def walk(found: Places, file: str, key: str, node: Node, at: Node, skip: str = "") -> None:
    """Put a node and all below it into ``found``; ``at`` is where the node itself is pointed at."""
    found.setdefault(key, Place(file, at.line, at.column))
    for name, value in node.items():
        if name.value != skip:
            walk(found, file, f"{key}/{name.value}", value, name)
    for number, entry in enumerate(node.value if node.kind == "sequence" else ()):
        walk(found, file, f"{key}/{step(entry, number)}", entry, entry)


def entries(found: Places, file: Written, name: str, kind: str) -> None:
    """Put each entry of a file's list into ``found``."""
    node = file.tree.get(name)
    for number, entry in enumerate(node.value if node and node.kind == "sequence" else ()):
        walk(found, file.file, f"{kind}:{step(entry, number)}", entry, entry)


def articles(found: Places, file: Written, kind: str) -> None:
    """Put each article of a law file into ``found``."""
    node = file.tree.get("articles")
    for number, text in node.items() if node else ():
        walk(found, file.file, f"{kind}:{number.value}", text, number)


def places(draft: Draft) -> Places:
    """Every key of a pack and its place."""
    found: Places = {}
    about = draft.files["pack.yaml"]
    walk(found, about.file, "pack", about.tree, about.tree)
    for name, (listed, kind) in LISTS.items():
        entries(found, draft.files[name], listed, kind)
    for name, kind in ARTICLES.items():
        articles(found, draft.files[name], kind)
    for file in draft.within("questions/"):
        section = file.tree.get("section") or file.tree
        walk(found, file.file, f"section:{file.model.section.id}", section, section)
        entries(found, file, "questions", "question")
    for file in draft.within("tables/"):
        walk(found, file.file, f"table:{file.model.table}", file.tree, file.tree, "rows")
        entries(found, file, "rows", "row")
    return found
