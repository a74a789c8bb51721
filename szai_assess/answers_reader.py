"""The answers file, read strictly against a pack: every fault at once, with its place and the nearest real name."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from szai_assess.answers import Answers
from szai_assess.errors import AnswersError, Fault, Place
from szai_assess.pack import NONE, UNKNOWN, Pack, Question, Variable
from szai_assess.strict import WIDE_COLON, Node, parse
from szai_assess.text import is_day, nearest

KEYS = ("pack", "assessed_on", "answers", "notes", "evidence")
CASE_KEYS = ("name", "expect")
LIMIT = 20_000  # characters of one text; beyond it a file is no answers file any more


class Reading(NamedTuple):
    """Answers as read; ``lines`` is where each answer stands, ``version`` the pack version the file names (or nothing)."""

    answers: Answers
    lines: Mapping[str, int]
    version: str
    extra: Mapping[str, Any]


class Sheet:
    """One reading of one file: collects values, lines and faults."""

    def __init__(self, pack: Pack, file: str) -> None:
        """Read against this pack; ``file`` is how places name the source."""
        self.file = file
        self.questions = {question.id: question for question in pack.questions}
        self.pack = pack
        self.faults: list[Fault] = []
        self.lines: dict[str, int] = {}

    def fault(self, code: str, node: Node, **details: str) -> None:
        """Note a fault at a node."""
        self.faults.append(Fault(code, Place(self.file, node.line, node.column), details))

    def unlike(self, code: str, node: Node, known: "tuple[str, ...] | list[str]", **details: str) -> None:
        """Note a name that is not known, with the nearest that is."""
        self.fault(code, node, name=str(node.value), nearest=nearest(str(node.value), known) or "-", **details)

    def stranger(self, code: str, key: Node, known: "tuple[str, ...] | list[str]", **details: str) -> None:
        """Note a key that is not known; a full-width colon makes the value part of the key."""
        if WIDE_COLON in key.value:
            self.fault("Y006", key)
        else:
            self.unlike(code, key, known, **details)

    def mapping(self, node: Node, where: str) -> list[tuple[Node, Node]]:
        """The pairs of a mapping; a fault where it is none."""
        if node.kind == "mapping":
            return node.pairs()
        if node.kind == "scalar" and WIDE_COLON in node.value:
            self.fault("Y006", node)
        elif not (node.kind == "scalar" and node.value == ""):
            self.fault("A016", node, where=where)
        return []

    def text(self, node: Node, where: str) -> str:
        """A text; a fault where it is none or longer than a text can be."""
        if node.kind != "scalar":
            self.fault("A028", node, where=where)
            return ""
        if len(node.value) > LIMIT:
            self.fault("A019", node, where=where, limit=str(LIMIT))
        if any("\ud800" <= sign <= "\udfff" for sign in node.value):
            self.fault("A020", node, where=where)
            return ""
        return str(node.value)

    def option(self, node: Node, variable: Variable, unknown: bool) -> str:
        """One option of a variable."""
        value = self.text(node, variable.name)
        if value == UNKNOWN and not unknown:
            self.fault("A017", node, question=variable.name)
        elif node.kind == "scalar" and value != UNKNOWN and value not in variable.options:
            known = (*variable.options, UNKNOWN) if unknown else variable.options
            self.unlike("A014", node, known, question=variable.name, options=", ".join(known))
        return value

    def listed(self, node: Node, variable: Variable, unknown: bool) -> str:
        """One option of a list; of a list of what a single option may be, "unknown" is no member."""
        if node.value == UNKNOWN and unknown and not variable.many:
            self.fault("A030", node, question=variable.name)
            return UNKNOWN
        return self.option(node, variable, unknown)

    def choice(self, node: Node, variable: Variable, unknown: bool) -> Any:
        """The value of a choice: an option, or a list of them."""
        if node.kind == "mapping":
            self.fault("A029", node, where=variable.name)
            return None
        if node.kind == "scalar" and not variable.many:
            return self.option(node, variable, unknown)
        if node.kind == "scalar":
            value = self.option(node, variable, unknown)
            return value if value == UNKNOWN else [value]
        values = [self.listed(item, variable, unknown) for item in node.value]
        if not values:
            self.fault("A018", node, question=variable.name)
        if len(set(values)) < len(values):
            self.fault("A021", node, question=variable.name)
        if NONE in values and len(values) > 1 and variable.many:
            self.fault("A022", node, question=variable.name)
        return values

    def parts(self, node: Node, question: Question) -> list[tuple[Node, Node]]:
        """The pairs of a matrix or form whose keys are its rows or fields."""
        good = []
        for key, value in self.mapping(node, question.id):
            if key.value in question.parts:
                good.append((key, value))
            else:
                self.stranger("A015", key, question.parts, question=question.id, parts=", ".join(question.parts))
        return good

    def matrix(self, node: Node, question: Question) -> Any:
        """The rows of a matrix, or ``unknown`` for all of them."""
        if node.kind == "scalar" and node.value == UNKNOWN and question.may_be_unknown:
            return UNKNOWN
        values = {}
        for key, value in self.parts(node, question):
            variable = self.pack.variables[question.variables[question.parts.index(key.value)]]
            values[key.value] = self.choice(value, variable, question.may_be_unknown)
            self.lines[variable.name] = key.line
        return values

    def date(self, node: Node, where: str) -> str:
        """A day as year-month-day, or nothing."""
        value = self.text(node, where)
        if value and not is_day(value):
            self.fault("A023", node, where=where, value=value)
        return value

    def value(self, node: Node, question: Question) -> Any:
        """The value of a question, as its type has it."""
        if question.type in ("one", "many"):
            return self.choice(node, self.pack.variables[question.variables[0]], question.may_be_unknown)
        if question.type == "matrix":
            return self.matrix(node, question)
        if question.type == "form":
            return {
                key.value: self.text(item, f"{question.id}.{key.value}") for key, item in self.parts(node, question)
            }
        return self.date(node, question.id) if question.type == "date" else self.text(node, question.id)

    def answers(self, node: Node | None) -> dict[str, Any]:
        """All answers, by question id."""
        values = {}
        for key, value in self.mapping(node, "answers") if node else []:
            question = self.questions.get(key.value)
            if question is None:
                self.stranger("A013", key, list(self.questions))
            else:
                values[question.id] = self.value(value, question)
                self.lines[question.id] = key.line
        return values

    def remarks(self, node: Node | None, where: str) -> dict[str, str]:
        """Notes or evidence, keyed by question or question.row."""
        known = [*self.questions, *(f"{q.id}.{part}" for q in self.questions.values() for part in q.parts)]
        found = {}
        for key, value in self.mapping(node, where) if node else []:
            if key.value not in known:
                self.unlike("A024", key, known, where=where)
            found[key.value] = self.text(value, f"{where}.{key.value}")
            self.lines[f"{where}.{key.value}"] = key.line
        return found

    def version(self, node: Node | None) -> str:
        """The pack version that the file names; a fault where it is not this pack or one that this pack cannot judge."""
        if node is None:
            return ""
        self.lines["pack"] = node.line
        if node.kind != "scalar":
            return ""  # what it is not was said where its text was read
        ident, at, version = str(node.value).partition("@")
        if ident != self.pack.id:
            self.fault("A025", node, pack=ident or "-", installed=f"{self.pack.id}@{self.pack.version}")
            return ""
        theirs, ours = ordinal(version), ordinal(self.pack.version)
        if at and (not theirs or theirs[0] != ours[0] or theirs > ours):
            self.fault("A026", node, named=f"{ident}@{version}", installed=f"{self.pack.id}@{self.pack.version}")
        return version


def ordinal(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared; empty where it is none."""
    parts = version.split(".")
    plain = len(parts) == 3 and all(part.isascii() and part.isdecimal() and str(int(part)) == part for part in parts)
    return tuple(map(int, parts)) if plain else ()


def pack_named(tree: Node | None) -> str:
    """The id of the pack that a file names, without judging the rest of it; empty where it names none."""
    node = tree.get("pack") if tree else None
    return str(node.value).partition("@")[0] if node and node.kind == "scalar" else ""


def read(raw: bytes, file: str, pack: Pack, extra: tuple[str, ...] = ()) -> Reading:
    """The answers in a file's bytes; see ``read_tree``."""
    return read_tree(*parse(raw, file), file, pack, extra)


def read_tree(tree: Node | None, faults: list[Fault], file: str, pack: Pack, extra: tuple[str, ...] = ()) -> Reading:
    """The answers in a parsed file; ``extra`` names further top-level keys that are kept as they are (a case's).

    Raises AnswersError with all faults, those of parsing among them.
    """
    sheet = Sheet(pack, file)
    if tree is None:
        raise AnswersError(*(faults or [Fault("A011", Place(file), {})]))
    pairs = {key.value: value for key, value in sheet.mapping(tree, file)}
    if tree.kind != "mapping" and not sheet.faults:
        sheet.fault("A011", tree)
    for key, _ in tree.pairs():
        if key.value not in (*KEYS, *extra):
            sheet.stranger("A012", key, KEYS, keys=", ".join(KEYS))
    if tree.kind == "mapping" and "pack" not in pairs:
        sheet.fault("A027", tree, pack=pack.id)
    version = sheet.version(pairs.get("pack"))
    day = sheet.date(pairs["assessed_on"], "assessed_on") if "assessed_on" in pairs else ""
    answers = Answers(
        sheet.text(pairs["pack"], "pack") if "pack" in pairs else "",
        day,
        sheet.answers(pairs.get("answers")),
        sheet.remarks(pairs.get("notes"), "notes"),
        sheet.remarks(pairs.get("evidence"), "evidence"),
    )
    distinct = {(fault.code, fault.place): fault for fault in (*faults, *sheet.faults)}
    if distinct:
        raise AnswersError(*distinct.values())
    return Reading(answers, sheet.lines, version, {key: pairs[key].plain() for key in extra if key in pairs})
