"""What would have to be answered otherwise: every smallest set of one or two changes that lowers or raises the outcome.

Moves of one answer that make the same conditions true are tried once. Two moves are tried together only where some step reads
what both of them change: elsewhere the pair comes to what one of them comes to alone.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import combinations, product
from operator import itemgetter
from typing import NamedTuple

from szai_assess.answers import Values
from szai_assess.classify import ends, evaluated
from szai_assess.masks import read
from szai_assess.moves import Move, current, moved, moves_of, replaced
from szai_assess.pack import NONE, Pack
from szai_assess.ripple import Masks, Ripple
from szai_assess.verdict import NOT_GIVEN, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, Ends, State

DESIGN, FACT = "design_choice", "fact"
LOWERS, RAISES = "lowers", "raises"
GRAVITY = {OUT_OF_SCOPE: -1, ON_HOLD: 1, PROHIBITED: 2}  # a tier is 0: then the highest tier counts

Rank = tuple[int, int]


class Counterfactual(NamedTuple):
    """Changes (name → answer as the file has it) with what they would come to; ``kind`` says whether a design can choose them."""

    changes: tuple[tuple[str, object], ...]
    kind: str
    effect: str
    ends: Ends


class Alike(NamedTuple):
    """Moves of one variable that make the same conditions true, with the answers that they lead to."""

    variable: int
    moves: tuple[Move, ...]
    answers: tuple[object, ...]
    masks: Masks
    effect: str
    reached: int  # the steps that read what the moves change, as a set of their places


def rank(pack: Pack, found: Ends) -> Rank:
    """How grave an outcome is: what suspends the grading before the tier; out of scope no tier counts."""
    gravity = GRAVITY.get(found.outcome, 0)
    return gravity, pack.tiers.index(found.highest) if gravity >= 0 else 0


class Search:
    """The search on one set of answers."""

    def __init__(self, pack: Pack, values: Values, goals: Iterable[int], ripple: Ripple | None = None) -> None:
        """Prepare for changes that bear on these tables."""
        self.pack, self.values = pack, values
        self.ripple = ripple or Ripple(pack, values, goals)
        self.before = rank(pack, ends(pack, self.ripple.state))
        self.decisive = itemgetter(*(pack.tables[table].variable for table in pack.goals.outcome_tables))
        self.effects: dict[object, str] = {}
        self.atoms = self.atoms_read()

    def atoms_read(self) -> dict[int, list[int]]:
        """The options that conditions ask for, by variable: where a mask is a complement, those outside it."""
        found: dict[int, set[int]] = {}
        for kind, number, *_ in self.ripple.steps:
            if kind == "question":
                conditions = [self.pack.questions[number].when]
            elif kind == "table":
                table = self.pack.tables[number]
                conditions = [table.when, *(row.when for row in table.rows)]
            else:
                continue
            for condition in conditions:
                for clause in condition:
                    for variable, mask in clause:
                        found.setdefault(variable, set()).add(mask if mask > 0 else ~mask)
        return {variable: sorted(masks) for variable, masks in sorted(found.items())}

    def reads_as(self, variable: int, possible: int) -> tuple[bool, ...]:
        """Which of the conditions on a variable a known answer makes true."""
        return tuple(bool(possible & mask) for mask in self.atoms[variable])

    def is_inert(self, variable: int, possible: int) -> bool:
        """Whether an answer reads as the present one."""
        certain, before = self.ripple.told_of(variable)
        if self.ripple.state.given[variable] == NOT_GIVEN or certain != before:
            return False
        return self.reads_as(variable, possible) == self.reads_as(variable, before)

    def answer(self, *moves: Move) -> object:
        """The answer that moves of one variable lead to; ``None`` where there is none."""
        index = moves[0].variable
        return moved(self.pack.variables[index], current(self.pack, self.values, index), moves)

    def effect(self, state: State) -> str:
        """Whether a state is lower or higher than it stands; empty where it is neither."""
        key = self.decisive(state.possible)
        if key not in self.effects:
            found = rank(self.pack, ends(self.pack, state))
            self.effects[key] = "" if found == self.before else LOWERS if found < self.before else RAISES
        return self.effects[key]

    def singles(self) -> Iterator[Alike]:
        """Every single move that may change anything, those that read alike together."""
        for variable in self.atoms:
            if self.pack.variables[variable].question >= 0:
                groups: dict[tuple[bool, ...], list[tuple[Move, object]]] = {}
                for move in moves_of(self.pack, self.values, self.ripple.state, variable):
                    answer = self.answer(move)
                    possible = self.masks(variable, answer)[1] if answer is not None else 0
                    if possible and not self.is_inert(variable, possible):
                        groups.setdefault(self.reads_as(variable, possible), []).append((move, answer))
                yield from (self.alike(variable, group) for group in groups.values())

    def masks(self, variable: int, answer: object) -> Masks:
        """(certain, possible) for an answer."""
        return read(self.pack.variables[variable], answer)  # type: ignore[arg-type]

    def alike(self, variable: int, group: list[tuple[Move, object]]) -> Alike:
        """Moves that read alike, with what they do."""
        moves, answers = zip(*group, strict=True)
        masks = self.masks(variable, answers[0])
        state, altered = self.ripple.followed((variable,), {variable: masks})
        altered |= 1 << variable  # of a question that is not asked: what opens it alters it
        reached = sum(1 << place for place, step in enumerate(self.ripple.steps) if step.reads & altered)
        return Alike(variable, moves, answers, masks, self.effect(state), reached)

    def of_one(self, alikes: Iterable[Alike]) -> Iterator[tuple[str, dict[int, object]]]:
        """(effect, changes) of single moves."""
        for each in alikes:
            if each.effect:
                yield from ((each.effect, {each.variable: answer}) for answer in each.answers)

    def of_two(self, alikes: list[Alike]) -> Iterator[tuple[str, dict[int, object]]]:
        """(effect, changes) of moves of two variables, neither of which has the effect by itself."""
        for place, first in enumerate(alikes):
            made = {first.variable: first.masks}
            start = self.ripple.after(made)
            for second in alikes[place + 1 :]:
                if first.variable == second.variable or not first.reached & second.reached:
                    continue
                alone = {first.effect, second.effect}
                if LOWERS in alone and RAISES in alone:
                    continue
                both = {**made, second.variable: second.masks}
                effect = self.effect(self.ripple.followed((second.variable,), both, start)[0])
                if effect and effect not in alone:
                    for left, right in product(first.answers, second.answers):
                        yield effect, {first.variable: left, second.variable: right}

    def of_two_ticks(self, alikes: list[Alike]) -> Iterator[tuple[str, dict[int, object]]]:
        """(effect, changes) of two moves of one selection, neither of which has the effect by itself."""
        alone = {move: each.effect for each in alikes for move in each.moves}
        for variable in self.atoms:
            if self.pack.variables[variable].question < 0 or not self.pack.variables[variable].many:
                continue
            known: dict[tuple[bool, ...], str] = {}
            for pair in combinations(moves_of(self.pack, self.values, self.ripple.state, variable), 2):
                answer = self.answer(*pair)
                if answer is None:
                    continue
                masks = self.masks(variable, answer)
                reads = self.reads_as(variable, masks[1])
                if reads not in known:
                    known[reads] = self.effect(self.ripple.after({variable: masks}))
                if known[reads] and known[reads] not in [alone.get(move) for move in pair]:
                    yield known[reads], {variable: answer}

    def found(self) -> Iterator[tuple[str, dict[int, object]]]:
        """(effect, changes) of every smallest set of one or two moves."""
        alikes = list(self.singles())
        yield from self.of_one(alikes)
        yield from self.of_two(alikes)
        yield from self.of_two_ticks(alikes)


def size(pack: Pack, values: Values, changes: Mapping[int, object]) -> int:
    """How many moves some changes take: of a selection each tick is one."""
    count = 0
    for index, after in changes.items():
        before = current(pack, values, index)
        ticks = {*before} ^ {*after} if pack.variables[index].many and isinstance(before, (list, tuple)) else {""}  # type: ignore[misc]
        count += max(len(ticks - {NONE}), 1)
    return count


def counterfactuals(pack: Pack, values: Values, changeable: Container[str]) -> tuple[Counterfactual, ...]:
    """Every smallest set of changes that lowers or raises the outcome, judged once more as a whole, the best first.

    ``changeable`` holds the questions whose answers a design can choose.
    """
    search = Search(pack, values, pack.goals.outcome_tables)
    order = []
    for _, changes in search.found():
        state = evaluated(pack, replaced(pack, values, changes))
        effect = search.effect(state)
        names = [pack.variables[index].name for index in changes]
        design = all(pack.questions[pack.variables[index].question].id in changeable for index in changes)
        found = Counterfactual(
            tuple(zip(names, changes.values(), strict=True)), DESIGN if design else FACT, effect, ends(pack, state)
        )
        reached = rank(pack, found.ends)
        best = reached if effect == LOWERS else (-reached[0], -reached[1])
        order.append(((effect == RAISES, not design, size(pack, values, changes), best, tuple(changes)), found))
    return tuple(found for _, found in sorted(order, key=itemgetter(0)))
