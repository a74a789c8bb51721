"""The cases of a pack, read strictly: every fault of every file at once.

``cases/*.yaml`` are answers files with a name and what is expected, ``cases/tables/*.yaml`` give values for one table.
"""

from collections.abc import Mapping

from szai_assess import answers_reader
from szai_assess.answers_reader import CASE_KEYS, KEYS, Sheet
from szai_assess.casework import DOCUMENTS, EXPECT, FIRED, OUTCOME, TIER, Case, Cases, Expected, TableCase
from szai_assess.errors import AnswersError, Fault, PackError, Place
from szai_assess.masks import Value
from szai_assess.pack import Pack
from szai_assess.strict import Node, parse
from szai_assess.text import Text, nearest

FOLDER, TABLES = "cases/", "cases/tables/"
LISTS = (FIRED, DOCUMENTS)


class Bench:
    """One reading of one case file: collects faults."""

    def __init__(self, pack: Pack, file: str) -> None:
        """Read against this pack; ``file`` is how places name the source."""
        self.pack = pack
        self.file = file
        self.faults: list[Fault] = []
        self.table_numbers = {pack.table_name(number): number for number in range(len(pack.tables))}
        self.index = {variable.name: number for number, variable in enumerate(pack.variables)}

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.file, node.line, node.column)

    def fault(self, code: str, node: Node, **details: str) -> None:
        """Note a fault at a node."""
        self.faults.append(Fault(code, self.place(node), details))

    def keys(self, node: Node, known: tuple[str, ...], needed: tuple[str, ...] = ()) -> dict[str, Node]:
        """The values of a mapping by key; unknown and missing keys are faults."""
        if node.kind != "mapping":
            self.fault("P134", node, name=", ".join(known))
            return {}
        found = {}
        for key, value in node.pairs():
            if key.value in known:
                found[key.value] = value
            else:
                near = nearest(key.value, known) or "-"
                self.fault("P131", key, name=key.value, nearest=near, keys=", ".join(known))
        for name in needed:
            if name not in found:
                self.fault("P132", node, name=name)
        return found

    def name(self, node: Node) -> Text:
        """The name of a case in both languages."""
        found = self.keys(node, ("zh", "en"), ("zh", "en"))
        return Text(
            *("".join(self.texts(found[language], language)) if language in found else "" for language in ("zh", "en"))
        )

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """A text, or the texts of a list."""
        nodes = node.value if node.kind == "sequence" else [node]
        if any(entry.kind != "scalar" for entry in nodes):
            self.fault("P134", node, name=what)
            return ()
        return tuple(entry.value for entry in nodes)

    def expected(self, what: str, node: Node, known: tuple[str, ...], at: Node) -> Expected:
        """What a key expects; words that the pack does not have are faults. ``at`` is the key."""
        if what in LISTS and node.kind != "sequence":
            self.fault("P134", node, name=what)
        words = self.texts(node, what)
        for word in words:
            if word not in known:
                self.fault("P133", node, what=what, name=word, nearest=nearest(word, known) or "-")
        return Expected(what, words, self.place(at))

    def outputs(self, table: int) -> tuple[str, ...]:
        """The words that a table may give."""
        found = self.pack.tables[table]
        words = (*self.pack.variables[found.variable].options, found.not_asked, found.undecided)
        return tuple(word for word in words if word)

    def vocabulary(self) -> dict[str, tuple[str, ...]]:
        """The keys of an application's ``expect``, and the words that each may have."""
        pack = self.pack
        found = {
            OUTCOME: pack.variables[pack.goals.outcome].options,
            TIER: pack.tiers,
            FIRED: tuple(row.id for table in pack.tables for row in table.rows),
        }
        found |= {name: self.outputs(table) for name, table in pack.goals.results}
        return found | {DOCUMENTS: tuple(line.id for line in pack.documents)}

    def application(self, raw: bytes) -> Case | None:
        """The case in the bytes of an answers file with a name and what is expected."""
        tree, faults = parse(raw, self.file)
        try:
            reading = answers_reader.read_tree(tree, faults, self.file, self.pack, CASE_KEYS)
        except AnswersError as error:
            self.faults += error.faults
            return None
        assert tree is not None  # the reader has read it
        parts = self.keys(tree, (*CASE_KEYS, *KEYS), CASE_KEYS)
        words = self.vocabulary()
        expect = self.keys(parts["expect"], tuple(words), (OUTCOME,)) if "expect" in parts else {}
        at = {key.value: key for key, _ in parts["expect"].pairs()} if expect else {}
        expected = tuple(self.expected(what, node, words[what], at[what]) for what, node in expect.items())
        return Case(self.file, self.name(parts["name"]) if "name" in parts else Text("", ""), reading.answers, expected)

    def given(self, name: Node, value: Node) -> tuple[int, Value] | None:
        """A value for one variable: an answer, or an output word of a table; its word for not asked is ``None``."""
        index = self.index.get(name.value)
        if index is None:
            self.fault("P136", name, name=name.value, nearest=nearest(name.value, list(self.index)) or "-")
            return None
        variable = self.pack.variables[index]
        table = self.table_numbers.get(name.value)
        if (
            table is not None
            and value.value == self.pack.tables[table].not_asked
            and value.value not in variable.options
        ):
            return index, None
        sheet = Sheet(self.pack, self.file)
        found = sheet.choice(value, variable, variable.question >= 0)
        self.faults += sheet.faults
        return None if sheet.faults else (index, found)

    def table_case(self, node: Node, table: int) -> TableCase:
        """One case of a table."""
        number = self.pack.tables[table]
        words = {EXPECT: self.outputs(table), FIRED: tuple(row.id for row in number.rows)}
        parts = self.keys(node, ("given", *words), ("given", FIRED) if number.warns else ("given", EXPECT))
        given = parts["given"].pairs() if "given" in parts else []
        if "given" in parts and parts["given"].kind != "mapping":
            self.fault("P134", parts["given"], name="given")
        at = {key.value: key for key, _ in node.pairs()}
        expected = tuple(self.expected(what, parts[what], words[what], at[what]) for what in words if what in parts)
        values = (self.given(name, value) for name, value in given)
        return TableCase(table, tuple(value for value in values if value), expected, self.place(node))

    def table_cases(self, raw: bytes) -> list[TableCase]:
        """The cases of one table."""
        tree, faults = parse(raw, self.file)
        self.faults += faults
        if tree is None or faults:
            return []
        parts = self.keys(tree, ("table", "cases"), ("table", "cases"))
        if len(parts) < len(("table", "cases")):
            return []
        table = self.table_numbers.get(str(parts["table"].value))
        if table is None:
            name = str(parts["table"].value)
            self.fault("P135", parts["table"], name=name, nearest=nearest(name, list(self.table_numbers)) or "-")
            return []
        if parts["cases"].kind != "sequence":
            self.fault("P134", parts["cases"], name="cases")
            return []
        return [self.table_case(node, table) for node in parts["cases"].value]


def read(folder: str, files: Mapping[str, bytes], pack: Pack) -> Cases:
    """The cases among a pack's files (path within the pack → bytes); ``folder`` names the pack in places.

    Raises PackError with all faults.
    """
    applications: list[Case] = []
    tables: list[TableCase] = []
    faults: list[Fault] = []
    for name in sorted(files):
        if not name.startswith(FOLDER) or not name.endswith(".yaml"):
            continue
        bench = Bench(pack, f"{folder}/{name}")
        if name.startswith(TABLES):
            tables += bench.table_cases(files[name])
        else:
            case = bench.application(files[name])
            applications += [case] if case else []
        faults += bench.faults
    if faults:
        raise PackError(*faults)
    return Cases(tuple(applications), tuple(tables))
