"""A pack's rules: questions, variables, decision tables and the parts they play, as frozen tuples.

Words (what a person reads) are apart, in ``words``; nothing here is in a natural language.
"""

from typing import NamedTuple

from szai_assess.condition import Condition

UNKNOWN = "unknown"
NONE = "none"
EVIDENCED = "evidenced"  # of a control: there is a document to show
SHIPPED = "shipped"  # the shelf of the packs that come with the tool
JUDGEMENT = "tool_judgement"  # the basis of a row whose condition is this tool's own reading


class Variable(NamedTuple):
    """What a condition can read: a question, a row of a matrix, a table, the outcome.

    Option *i* is bit ``1 << i``; the bit above the options means *not asked*.
    """

    name: str
    many: bool
    options: tuple[str, ...]
    question: int = -1

    @property
    def every(self) -> int:
        """The mask of all options."""
        return (1 << len(self.options)) - 1

    @property
    def not_asked(self) -> int:
        """The bit that says that the question is not asked."""
        return 1 << len(self.options)


class Question(NamedTuple):
    """A question: ``one | many | matrix | text | form | date``; ``parts`` are matrix rows or form fields."""

    id: str
    type: str
    parts: tuple[str, ...]
    variables: tuple[int, ...]
    when: Condition
    may_be_unknown: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parts, ``question.part``; its own where it has none."""
        return tuple(f"{self.id}.{part}" for part in self.parts) or (self.id,)


class Row(NamedTuple):
    """A rule row; ``then`` is the index of its output, -1 in tables that only warn."""

    id: str
    when: Condition
    then: int
    basis: str
    cites: tuple[str, ...]


class Table(NamedTuple):
    """A DMN decision table: hit policy ``unique | priority | collect``, outputs from lowest to highest.

    ``not_asked`` is the word where ``when`` cannot hold, ``undecided`` the word for a result that is not settled.
    """

    variable: int
    hit: str
    rows: tuple[Row, ...]
    when: Condition
    not_asked: str
    undecided: str
    warns: bool


class Goals(NamedTuple):
    """Which table plays which part in the verdict; tables are given as indices into ``Pack.tables``."""

    tier: int
    red_lines: tuple[tuple[str, int, int], ...]  # (item, table, variable of the matrix row that asks about it)
    scope: int
    out_of_scope: int
    axes: tuple[tuple[str, int], ...]
    results: tuple[tuple[str, int], ...]
    supervision: tuple[tuple[str, str], ...]
    outcome: int
    supervised: int
    reasons: tuple[int, ...]

    @property
    def outcome_tables(self) -> tuple[int, ...]:
        """The tables on which the outcome rests."""
        scope = (self.scope,) if self.scope >= 0 else ()
        return (self.tier, *scope, *(table for _, table, _ in self.red_lines))


class Line(NamedTuple):
    """Something with a condition that the verdict lists: an obligation or a document."""

    id: str
    when: Condition


class Pack(NamedTuple):
    """The rules of a pack, compiled. ``steps`` is the order of evaluation: (kind, index).

    ``shelf`` says where it was found; ``in_front`` is set where a shelf in front of the shipped one has a pack of the same id.
    """

    id: str
    version: str
    digest: str
    questions: tuple[Question, ...]
    variables: tuple[Variable, ...]
    tables: tuple[Table, ...]
    steps: tuple[tuple[str, int], ...]
    goals: Goals
    obligations: tuple[Line, ...]
    documents: tuple[Line, ...]
    indicators: tuple[Line, ...]
    name_field: tuple[str, str]
    shelf: str = SHIPPED
    in_front: bool = False

    @property
    def tiers(self) -> tuple[str, ...]:
        """The tiers, from the lowest."""
        return self.variables[self.tables[self.goals.tier].variable].options

    @property
    def red_lines(self) -> tuple[Variable, ...]:
        """The matrix rows that ask about the red lines, in their order."""
        return tuple(self.variables[variable] for _, _, variable in self.goals.red_lines)

    def question(self, name: str) -> Question:
        """A question by its id, or by the name of a part of it."""
        ident = name.partition(".")[0]
        return next(question for question in self.questions if question.id == ident)

    def table_name(self, table: int) -> str:
        """The name of a table."""
        return self.variables[self.tables[table].variable].name


def pack_from(plain: tuple) -> Pack:  # type: ignore[type-arg]
    """The pack whose plain nested tuples these are (see ``plain_from``)."""
    pack = Pack._make(plain)
    return pack._replace(
        questions=tuple(map(Question._make, pack.questions)),
        variables=tuple(map(Variable._make, pack.variables)),
        tables=tuple(Table(table[0], table[1], tuple(map(Row._make, table[2])), *table[3:]) for table in pack.tables),
        goals=Goals._make(pack.goals),
        obligations=tuple(map(Line._make, pack.obligations)),
        documents=tuple(map(Line._make, pack.documents)),
        indicators=tuple(map(Line._make, pack.indicators)),
    )


def plain_from(value: object) -> object:
    """The value with every named tuple made a plain one, so that it can be marshalled."""
    return tuple(plain_from(item) for item in value) if isinstance(value, tuple) else value
