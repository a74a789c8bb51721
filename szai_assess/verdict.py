"""The verdict: what classify returns, and the masks it rests on."""

from typing import NamedTuple

PROHIBITED, ON_HOLD, OUT_OF_SCOPE = "prohibited_suspected", "on_hold", "out_of_scope"
SUSPENDED = (PROHIBITED, ON_HOLD, OUT_OF_SCOPE)  # the outcomes that are no tier; tiers are the pack's
INDICATED, UNRESOLVED, NOT_INDICATED = "indicated", "unresolved", "not_indicated"
LIKELY, UNDETERMINED = "likely", "undetermined"
NOT_GIVEN, PARTLY, FULLY = 0, 1, 2  # how far a question was answered; "unknown" is an answer that gives part


class Fired(NamedTuple):
    """A row that must or may hold: indices of its table and of the row in it."""

    table: int
    row: int
    must: bool


class State(NamedTuple):
    """Masks and what was given per variable, ``CANNOT | MAY | MUST`` be asked per question, and the rows that fired."""

    certain: list[int]
    possible: list[int]
    given: list[int]
    asked: list[int]
    fired: list[Fired]


class Open(NamedTuple):
    """What is not known, by variable name in pack order, but ``deciding`` the one named by most undecided rows first.

    ``unanswered`` holds questions without options too; ``required`` are those of them that bear on the outcome or a result.
    """

    unknown: tuple[str, ...]
    unanswered: tuple[str, ...]
    deciding: tuple[str, ...]
    required: tuple[str, ...]

    @property
    def blocking(self) -> tuple[str, ...]:
        """The required ones on which the outcome rests: without them the gate cannot let through."""
        return tuple(name for name in self.required if name in self.deciding)


class Reason(NamedTuple):
    """A fired row as a reason: what it leads to, whether without it the result would be lower, and the answers below it."""

    row: str
    table: str
    effect: str
    decisive: bool
    must: bool
    basis: str
    cites: tuple[str, ...]
    answers: tuple[tuple[str, object], ...]


class Ends(NamedTuple):
    """The outcome and the ends of the tier's range alone."""

    outcome: str
    lowest: str
    highest: str

    @property
    def settled(self) -> bool:
        """Whether the ends of the range meet."""
        return self.lowest == self.highest

    @property
    def graded(self) -> bool:
        """Whether the outcome is a tier."""
        return self.outcome not in SUSPENDED


class Verdict(NamedTuple):
    """The judgement of one application. ``lowest`` and ``highest`` are the ends of the tier's range, both attained."""

    outcome: str
    lowest: str
    highest: str
    supervision: str
    axes: tuple[tuple[str, tuple[str, ...]], ...]
    red_lines: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str], ...]
    obligations: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    open: Open
    hidden: tuple[str, ...]
    state: State

    @property
    def settled(self) -> bool:
        """Whether the ends of the range meet."""
        return self.lowest == self.highest

    @property
    def graded(self) -> bool:
        """Whether the outcome is a tier."""
        return self.outcome not in SUSPENDED
