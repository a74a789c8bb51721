"""Comments that a person wrote into an answers file, so that writing the file again loses none of them.

What is a comment and what is text the strict reader decides: a comment is what begins with ``#`` outside every scalar. It
belongs to an entry, a key of the first or second level (``pack``, ``answers.org_type``): to the one on its line, else to the
next one, or to the one before where it is indented further than the next.

What the writer puts above an answer itself is known by what it says: within ``answers``, a question of the present pack in
either language. The question as an older pack worded it cannot be told from a person's words, so it stays, once, for a
person to delete; a comment is rather kept too long than lost.
"""

import re
from collections.abc import Iterator, Mapping

from szai_assess.pack import Pack
from szai_assess.strict import Node, parse
from szai_assess.text import one_line
from szai_assess.words import Words

END = ""  # the anchor of comments below the last entry

BREAKS = r"\n\r\x85\u2028\u2029"  # what ends a line in YAML
REST = rf"[^{BREAKS}]*"
# A comment with its indentation on a line of its own, or one behind a space, a flow sign, a colon or the end of a quotation.
COMMENT = re.compile(rf"""(?:(?<![^{BREAKS}])(?P<indent>[ \t]*)|(?<=[\s,\[\]{{}}"':]))(?P<text>\#{REST})""")
HEAD = re.compile(rf"[|>]{REST}")  # the first line of a block: in its span, but no text yet; a comment may stand there

Comments = Mapping[str, tuple[str, ...]]


def heading(words: Words, question: str, language: str) -> str:
    """The comment that the writer itself puts above an answer."""
    return f"# {one_line(words.ask(question, language))}"


def headings(pack: Pack, words: Words) -> frozenset[str]:
    """Every question that the writer itself may have put above an answer, in either language."""
    return frozenset(heading(words, question.id, language) for question in pack.questions for language in ("zh", "en"))


def scalars(node: Node) -> Iterator[Node]:
    """The scalars of a tree in their order."""
    if node.kind == "scalar":
        yield node
    elif node.kind == "sequence":
        for item in node.value:
            yield from scalars(item)
    else:
        for key, value in node.pairs():
            yield from scalars(key)
            yield from scalars(value)


def entries(tree: Node) -> Iterator[tuple[str, Node]]:
    """(anchor, scalar) for each scalar of a file in its order: the entry of the first or second level that it is part of."""
    for key, value in tree.pairs():
        yield key.value, key
        for name, inner in value.pairs():
            yield from ((f"{key.value}.{name.value}", node) for node in (name, *scalars(inner)))
        if value.kind != "mapping":
            yield from ((key.value, node) for node in scalars(value))


def anchor(comment: re.Match[str], before: str | None, after: str, column: int) -> str:
    """The entry of a comment between two scalars, given their entries and the column of the second."""
    indent = comment["indent"]
    inside = indent is None or len(indent) > column
    return before if inside and before is not None else after


def anchored(text: str, tree: Node) -> Iterator[tuple[str, str]]:
    """(anchor, comment) for each comment of a text in its order."""
    before, done = None, 0
    for after, node in (*entries(tree), (END, Node("", 0, 1, "scalar", len(text), len(text)))):
        head = HEAD.match(text, node.begin, node.end)
        for comment in COMMENT.finditer(text, done, head.end() if head else node.begin):
            yield anchor(comment, before, after, node.column - 1), comment["text"].rstrip()
        before, done = after, node.end


def comments(text: str, pack: Pack, words: Words) -> Comments:
    """The comments of a file by the entry they belong to, without the questions that the writer puts there itself.

    None for a file that cannot be read: the reader has refused it.
    """
    text = text.lstrip("\ufeff")
    tree, faults = parse(text.encode(), "")
    if tree is None or faults:
        return {}
    own = headings(pack, words)
    found: dict[str, list[str]] = {}
    for place, comment in anchored(text, tree):
        if comment not in own or place.partition(".")[0] != "answers":
            found.setdefault(place, []).append(comment)
    return {place: tuple(lines) for place, lines in found.items()}
