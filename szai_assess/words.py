"""What a person reads of a pack, in both languages, loaded only to be shown.

``tree`` has the keys ``pack``, ``sections``, ``questions``, ``tables``, ``rows``, ``obligations``, ``documents``, ``indicators``,
``sources``, ``readings``, ``limits`` and ``law`` (``zh``, ``en``: article → paragraphs and items; ``chapters``), each by id as the pack's files have them;
a text is ``{"zh": …, "en": …}``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

ITEM_OPENING = "（"
PLACES = {"provisional": ("lowest", "highest", "official"), "honesty": ("as_of",)}  # what sentences of a pack may name


class Words(NamedTuple):
    """The words of one pack."""

    tree: Mapping[str, Any]

    def label(self, *path: str, language: str) -> str:
        """The text at a path of the tree; the last key's own name where the pack has no words for it."""
        value: Any = self.tree
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return str(value[language]) if isinstance(value, Mapping) and language in value else path[-1]

    def sentence(self, key: str, language: str, **details: str) -> str:
        """A sentence of ``pack.yaml`` with its places (see ``PLACES``) filled in."""
        text = self.label("pack", key, language=language)
        for name in PLACES[key]:
            text = text.replace(f"{{{name}}}", details[name])
        return text

    def question(self, name: str) -> Mapping[str, Any]:
        """The words of a question, by its id or by ``question.row``."""
        found: Mapping[str, Any] = self.tree["questions"][name.partition(".")[0]]
        return found

    def part(self, name: str) -> Mapping[str, Any]:
        """The words of a matrix row or a form's field by ``question.part``; none of a question as a whole."""
        part, words = name.partition(".")[2], self.question(name)
        found: Mapping[str, Any] = words.get("rows", {}).get(part) or words.get("fields", {}).get(part) or {}
        return found

    def section(self, name: str) -> str:
        """The section that a question is in."""
        return str(self.question(name).get("section", ""))

    def ask(self, name: str, language: str) -> str:
        """The question as asked; of a matrix row or a field, that alone."""
        return str((self.part(name) if "." in name else self.question(name)["ask"])[language])

    def who(self, name: str) -> str:
        """Who can usually answer: the role of a question, or of a row or field that has one of its own."""
        return str(self.part(name).get("who") or self.question(name)["who"])

    def can_change(self) -> frozenset[str]:
        """The questions whose answers a design can choose."""
        return frozenset(ident for ident, words in self.tree["questions"].items() if words.get("can_change"))

    def answered_by(self, role: str) -> Iterator[str]:
        """The questions, rows and fields that a role can usually answer, by name."""
        for ident, words in self.tree["questions"].items():
            names = [f"{ident}.{part}" for part in (*words["fields"], *words["rows"])] or [ident]
            yield from (name for name in names if self.who(name) == role)

    def options(self, name: str) -> Mapping[str, Any]:
        """The options of a question or of a matrix row, by id."""
        row = name.partition(".")[2]
        words = self.question(name)
        found: Mapping[str, Any] = (words["rows"][row].get("options") if row else None) or words["options"]
        return found

    def option(self, name: str, option: str, language: str) -> str:
        """The words of an option."""
        words = self.options(name).get(option)
        return str(words[language]) if words else option

    def unsure(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """The plainer questions (``ask``, ``if_yes``, but of several options no ``if_no``) for a question or a matrix row."""
        return tuple((self.part(name) if "." in name else self.question(name)).get("unsure", ()))

    def source(self, cite: str) -> tuple[str, str]:
        """(source id, article path) of a citation; the pack's own law is cited without a prefix."""
        head, dash, tail = cite.rpartition("-")
        return (head, tail) if dash and head in self.tree["sources"] else (str(self.tree["law"]["source"]), cite)

    def article(self, source: str, number: str, language: str = "zh") -> tuple[str, ...]:
        """The paragraphs and items of an article whose text is held; empty where it is not."""
        if source == self.tree["law"]["source"]:
            return tuple(self.tree["law"][language].get(number, ()))
        if language != "zh":
            return ()
        return tuple(self.tree["sources"].get(source, {}).get("articles", {}).get(number, ()))

    def passage(self, cite: str, language: str = "zh") -> tuple[str, ...]:
        """The words that a citation (article.paragraph.item) points at, where they are held."""
        source, path = self.source(cite)
        number, _, rest = path.partition(".")
        return narrowed(self.article(source, number, "zh"), self.article(source, number, language), rest)


def paragraphs(entries: tuple[str, ...]) -> Iterator[list[int]]:
    """The indices of each paragraph with its items: an entry that begins 「（一）」 belongs to the paragraph before it."""
    group: list[int] = []
    for index, entry in enumerate(entries):
        if group and not entry.startswith(ITEM_OPENING):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def narrowed(original: tuple[str, ...], shown: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The entries of ``shown`` at paragraph and item ``path`` of ``original``; empty where there is no such place."""
    if not path:
        return shown
    paragraph, _, item = path.partition(".")
    groups = list(paragraphs(original))
    if not paragraph.isdecimal() or not 0 < int(paragraph) <= len(groups) or len(shown) != len(original):
        return ()
    group = groups[int(paragraph) - 1]
    if not item:
        return tuple(shown[index] for index in group)
    if not item.isdecimal() or not 0 < int(item) < len(group):
        return ()
    return (shown[group[int(item)]],)
