"""A pack's cases run: what each expects held against what comes out. A case may also be given for one table alone."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from szai_assess.answers import Answers
from szai_assess.classify import classify, outputs, result
from szai_assess.errors import Fault, PackError, Place
from szai_assess.masks import Value, read
from szai_assess.pack import Pack
from szai_assess.tables import evaluate
from szai_assess.text import Text
from szai_assess.verdict import Fired, State, Verdict

OUTCOME, TIER, FIRED, DOCUMENTS, EXPECT = "outcome", "tier", "fired", "documents", "expect"


class Expected(NamedTuple):
    """One thing that a case expects: what it is about, the words, and where it is said."""

    what: str
    words: tuple[str, ...]
    place: Place


class Case(NamedTuple):
    """The answers of one application, and what is expected of them."""

    file: str
    name: Text
    answers: Answers
    expected: tuple[Expected, ...]


class TableCase(NamedTuple):
    """Values for some variables of one table, and what is expected of it; a value of ``None`` is *not asked*."""

    table: int
    given: tuple[tuple[int, Value], ...]
    expected: tuple[Expected, ...]
    place: Place


class Cases(NamedTuple):
    """The cases of a pack: of whole applications, and of single tables."""

    applications: tuple[Case, ...]
    tables: tuple[TableCase, ...]


class Run(NamedTuple):
    """A case that was run: its name, what did not come out, and the rows that certainly held."""

    name: Text
    place: Place
    faults: tuple[Fault, ...]
    fired: frozenset[str]


def rows(pack: Pack, fired: Iterable[Fired]) -> frozenset[str]:
    """The ids of the rows that certainly hold."""
    return frozenset(pack.tables[entry.table].rows[entry.row].id for entry in fired if entry.must)


def listed(words: Iterable[str]) -> str:
    """Words as a message shows them."""
    return ", ".join(words) or "-"


def found_in(pack: Pack, verdict: Verdict, what: str) -> tuple[str, ...]:
    """What came out of an application for a key of ``expect``; a tier is (lowest, highest), none for a case that names none."""
    if what == OUTCOME:
        return (verdict.outcome,)
    if what == TIER:
        return (verdict.lowest,) if verdict.settled else (verdict.lowest, verdict.highest)
    if what == DOCUMENTS:
        return verdict.documents
    if what == FIRED:
        return tuple(sorted(rows(pack, verdict.state.fired)))
    return (dict(verdict.results)[what],)


def holds(expected: Expected, found: tuple[str, ...], table: bool) -> bool:
    """Whether what came out is what was expected; of an application, ``fired`` means "among others"."""
    if expected.what == FIRED:
        return set(expected.words) == set(found) if table else set(expected.words) <= set(found)
    if expected.what == TIER:
        return tuple(dict.fromkeys(expected.words)) == found
    return expected.words == found


def found_at(error: PackError, place: Place) -> tuple[Fault, ...]:
    """The faults of a pack that a case has come upon, at the case."""
    return tuple(fault._replace(place=place) for fault in error.faults)


def run(pack: Pack, case: Case) -> Run:
    """An application classified, and held against what its case expects."""
    try:
        verdict = classify(pack, case.answers.values)
    except PackError as error:
        return Run(case.name, Place(case.file), found_at(error, Place(case.file)), frozenset())
    faults = []
    for expected in case.expected:
        found = found_in(pack, verdict, expected.what)
        if not holds(expected, found, table=False):
            details = {"what": expected.what, "expected": listed(expected.words), "found": listed(found)}
            faults.append(Fault("P137", expected.place, details))
    return Run(case.name, Place(case.file), tuple(faults), rows(pack, verdict.state.fired))


def state_of(pack: Pack, case: TableCase) -> State:
    """The state after one table: what is given is certain, everything else is not asked."""
    certain = [variable.not_asked for variable in pack.variables]
    possible = list(certain)
    for index, value in case.given:
        if value is not None:
            certain[index], possible[index] = read(pack.variables[index], value)
    fired = list(evaluate(pack, case.table, certain, possible))
    return State(certain=certain, possible=possible, given=[], asked=[], fired=fired)


def output(pack: Pack, case: TableCase, state: State, expected: Expected) -> tuple[str, ...]:
    """What a table gives: its output, its word for undecided where that is expected, or all that it may be."""
    word = pack.tables[case.table].undecided
    found = outputs(pack, case.table, state)
    return (result(pack, case.table, state),) if expected.words == (word,) else found


def run_table(pack: Pack, case: TableCase) -> Run:
    """One table evaluated, and held against what the case expects."""
    name = pack.table_name(case.table)
    try:
        state = state_of(pack, case)
    except PackError as error:
        return Run(Text(name, name), case.place, found_at(error, case.place), frozenset())
    faults = []
    fired = rows(pack, state.fired)
    for expected in case.expected:
        found = tuple(sorted(fired)) if expected.what == FIRED else output(pack, case, state, expected)
        if not holds(expected, found, table=True):
            details = {"table": name, "what": expected.what}
            details |= {"expected": listed(expected.words), "found": listed(found)}
            faults.append(Fault("P138", expected.place, details))
    return Run(Text(name, name), case.place, tuple(faults), fired)


def run_all(pack: Pack, cases: Cases) -> tuple[Run, ...]:
    """Every case run."""
    return (*(run(pack, case) for case in cases.applications), *(run_table(pack, case) for case in cases.tables))


def faults(runs: Iterable[Run]) -> Iterator[Fault]:
    """What did not come out."""
    for each in runs:
        yield from each.faults


def fired(runs: Iterable[Run]) -> frozenset[str]:
    """The rows that some case fires."""
    return frozenset().union(*(each.fired for each in runs))
