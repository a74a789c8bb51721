"""The strict reader: YAML (and so JSON) text to a tree with places, all faults at once.

Every scalar stays text. Anchors, aliases, tags, merge keys, duplicate keys, a second document, depth over 40 and size over
1 MiB are refused. Faults are values; whoever asked decides which error they make.
"""

from typing import Any, NamedTuple

from szai_assess.errors import Fault, Place

DEPTH = 40
SIZE = 1 << 20
WIDE_COLON = "："
SAMPLE = 20_000  # characters by which an encoding is told
UNMARKED = [(name, name.lower()) for name in ("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")]
MARKED = [
    (b"\xff\xfe\0\0", "UTF-32", "utf-32le"),
    (b"\0\0\xfe\xff", "UTF-32", "utf-32be"),
    (b"\xff\xfe", "UTF-16", "utf-16le"),
    (b"\xfe\xff", "UTF-16", "utf-16be"),
]


class Node(NamedTuple):
    """A scalar (``str``), a sequence (list of nodes) or a mapping (list of (key node, value node)), and its place.

    A scalar also has its span in the text, quotes and a block's ``|`` included.
    """

    value: Any
    line: int
    column: int
    kind: str
    begin: int = 0
    end: int = 0

    def pairs(self) -> "list[tuple[Node, Node]]":
        """The pairs of a mapping; none for anything else."""
        return self.value if self.kind == "mapping" else []

    def get(self, key: str) -> "Node | None":
        """The value under a key."""
        return next((value for name, value in self.pairs() if name.value == key), None)

    def plain(self) -> Any:
        """The same as text, lists and dicts."""
        if self.kind == "scalar":
            return self.value
        if self.kind == "sequence":
            return [node.plain() for node in self.value]
        return {key.value: value.plain() for key, value in self.value}


class Reader:
    """Builds the tree from the parser's events, and keeps the faults."""

    def __init__(self, parser: Any, file: str) -> None:
        """Read from this parser; ``file`` is how places name the source."""
        self.parser = parser
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, code: str, mark: Any, **details: str) -> None:
        """Note a fault at a parser's mark."""
        self.faults.append(Fault(code, Place(self.file, mark.line + 1, mark.column + 1), details))

    def node(self, depth: int) -> Node:
        """The next node of the document."""
        event = self.parser.get_event()
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        name = type(event).__name__
        if name == "AliasEvent":
            self.fault("Y003", mark, what="*" + event.anchor)
            return Node("", line, column, "scalar")
        if event.anchor or event.tag:
            self.fault("Y003", mark, what="&" + event.anchor if event.anchor else event.tag)
        if name == "ScalarEvent":
            return Node(event.value, line, column, "scalar", mark.index, event.end_mark.index)
        if depth > DEPTH:
            raise TooDeep(mark)
        if name == "SequenceStartEvent":
            return Node(self.sequence(depth), line, column, "sequence")
        return Node(self.mapping(depth), line, column, "mapping")

    def ended(self, event: str) -> bool:
        """Whether the next event is this end; if so it is taken."""
        ends = type(self.parser.peek_event()).__name__ == event
        if ends:
            self.parser.get_event()
        return ends

    def sequence(self, depth: int) -> list[Node]:
        """The nodes of a sequence."""
        nodes = []
        while not self.ended("SequenceEndEvent"):
            nodes.append(self.node(depth + 1))
        return nodes

    def mapping(self, depth: int) -> list[tuple[Node, Node]]:
        """The pairs of a mapping; a pair with a bad key is left out and noted."""
        pairs: list[tuple[Node, Node]] = []
        lines: dict[str, int] = {}
        while not self.ended("MappingEndEvent"):
            mark = self.parser.peek_event().start_mark
            key, value = self.node(depth + 1), self.node(depth + 1)
            if key.kind != "scalar":
                self.fault("Y005", mark)
            elif key.value == "<<":
                self.fault("Y003", mark, what="<<")
            elif key.value in lines:
                self.fault("Y002", mark, key=key.value, first=str(lines[key.value]))
            else:
                lines[key.value] = key.line
                pairs.append((key, value))
        return pairs

    def document(self) -> Node | None:
        """The one document of the stream."""
        self.parser.get_event()
        if self.ended("StreamEndEvent"):
            return None
        self.parser.get_event()
        node = self.node(1)
        self.parser.get_event()
        if type(self.parser.peek_event()).__name__ == "DocumentStartEvent":
            self.fault("Y004", self.parser.peek_event().start_mark)
        return node


class TooDeep(Exception):  # noqa: N818  # caught in this module, never an error of the program
    """The text is nested deeper than anything that is meant to be read."""

    def __init__(self, mark: Any) -> None:
        """Remember where."""
        super().__init__("too deep")
        self.mark = mark


def usual(sign: str) -> bool:
    """Whether a character is one that Chinese text is mostly made of: plain hanzi, Chinese punctuation, ASCII."""
    if "\u4e00" <= sign <= "\u9fff":
        return bool(sign.encode("gb2312", "ignore"))
    plain = " " <= sign <= "~" or "\u3000" <= sign <= "\u303f" or "\uff01" <= sign <= "\uff5e"
    return plain or sign in "\t\r\n—…‘’“”·"


def reads(raw: bytes, codec: str) -> bool:
    """Whether bytes are text in an encoding: they decode, come out the same again, and make mostly usual characters."""
    try:
        text = raw.decode(codec)
        same = text.encode(codec) == raw
    except UnicodeError:
        return False
    beyond = [sign for sign in text.removeprefix("\ufeff")[:SAMPLE] if not "\t" <= sign <= "~"]
    return same and "\0" not in text and 5 * sum(not usual(sign) for sign in beyond) <= len(beyond)


def foreign(raw: bytes) -> str:
    """The encoding, other than UTF-8, that a file is surely in, as iconv names it; empty where none is sure."""
    marked = [(name, codec) for mark, name, codec in MARKED if raw.startswith(mark)][:1]
    guesses = marked or (UNMARKED if b"\0" in raw else [("GB18030", "gb18030")])
    return next((name for name, codec in guesses if reads(raw, codec)), "")


def decode(raw: bytes, file: str) -> tuple[str, list[Fault]]:
    """The text of a file: UTF-8, a byte-order mark tolerated; other encodings are recognised and refused by name."""
    place = Place(file)
    if len(raw) > SIZE:
        return "", [Fault("Y010", place, {"size": str(len(raw)), "limit": str(SIZE)})]
    if raw[:2] not in (b"\xff\xfe", b"\xfe\xff") and raw[:64].count(0) <= len(raw[:64]) // 4:
        try:
            return raw.decode("utf-8-sig"), []
        except UnicodeDecodeError as error:
            place = Place(file, raw[: error.start].count(b"\n") + 1, 1)
    encoding = foreign(raw)
    return "", [Fault("Y008", place, {"encoding": encoding, "file": file}) if encoding else Fault("Y009", place, {})]


def wide_colon(text: str, last: int) -> int:
    """The last line up to ``last`` that starts like ``key：`` with a full-width colon; 0 if none does."""
    lines = text.split("\n")[:last]
    for number in range(len(lines), 0, -1):
        key, colon, _ = lines[number - 1].strip().lstrip("- ").partition(WIDE_COLON)
        if colon and key.replace("_", "").replace(".", "").isalnum() and key.isascii():
            return number
    return 0


def syntax_fault(error: Any, text: str, file: str) -> Fault:
    """The fault for text that is no YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    wide = wide_colon(text, line)
    if wide:
        return Fault("Y006", Place(file, wide, text.split("\n")[wide - 1].index(WIDE_COLON) + 1), {})
    if mark is None and hasattr(error, "position"):
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    problem = getattr(error, "problem", None) or getattr(error, "reason", "")
    return Fault("Y001", Place(file, line, column), {"problem": str(problem)})


def parse(raw: bytes, file: str) -> tuple[Node | None, list[Fault]]:
    """The tree of a file's bytes (``None`` where there is nothing to read) and every fault found on the way."""
    text, faults = decode(raw, file)
    if faults:
        return None, faults
    import yaml

    parser_class = getattr(getattr(yaml, "cyaml", None), "CParser", None) or PurePythonParser
    reader = None
    try:
        parser = parser_class(text)
        reader = Reader(parser, file)
        tree = reader.document()
    except TooDeep as error:
        return None, [Fault("Y007", Place(file, error.mark.line + 1, error.mark.column + 1), {"depth": str(DEPTH)})]
    except yaml.YAMLError as error:
        return None, [*(reader.faults if reader else []), syntax_fault(error, text, file)]
    return tree, reader.faults


def PurePythonParser(text: str) -> Any:  # noqa: N802  # stands in for the C class of the same shape
    """The slower parser of the same events, for builds of PyYAML without libyaml."""
    import yaml

    class Events(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

    return Events(text)
