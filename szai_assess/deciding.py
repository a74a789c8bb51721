"""Which open answers would settle the verdict, and what each value of them would give."""

from collections.abc import Mapping
from itertools import combinations, product
from math import comb, prod
from typing import NamedTuple

from szai_assess.answers import Values
from szai_assess.classify import ends
from szai_assess.counterfactual import Search
from szai_assess.masks import read
from szai_assess.pack import NONE, Pack
from szai_assess.ripple import Masks
from szai_assess.verdict import OUT_OF_SCOPE, PROHIBITED, Ends, State, Verdict

LARGEST = 3  # of a set: beyond that it says little more than "answer everything"
SETS = 500  # of one size: beyond that sets of this size are not looked through
TRIED = 5_000  # combinations of one set: beyond that it is not said to settle anything
LISTED = 200  # combinations of one set that are set out one by one


class Worth(NamedTuple):
    """What some open answers would give: name → answer, the outcome with it, and whether nothing is open about it then."""

    answers: tuple[tuple[str, object], ...]
    ends: Ends
    settled: bool


class Together(NamedTuple):
    """Open answers by name, and what each combination of them gives; none where there are too many to be set out."""

    names: tuple[str, ...]
    worth: tuple[Worth, ...]


class Deciding(NamedTuple):
    """``sets``: the smallest sets of open answers that settle the verdict whatever they are; ``alone``: each by itself.

    Sets of up to ``looked`` answers were looked through.
    """

    sets: tuple[Together, ...]
    alone: tuple[Together, ...]
    looked: int


def is_settled(pack: Pack, state: State) -> bool:
    """Whether no answer can change the outcome or the tier any more; where the grading is off the tier does not count."""
    if ends(pack, state).outcome in (PROHIBITED, OUT_OF_SCOPE):
        return True
    held = [state.possible[pack.tables[table].variable] for table in pack.goals.outcome_tables]
    return all(not value & (value - 1) for value in held)


class Weighing:
    """Weighs open answers."""

    def __init__(self, pack: Pack, values: Values) -> None:
        """Keep the material."""
        self.pack = pack
        self.search = Search(pack, values, pack.goals.outcome_tables)

    def answers(self, index: int) -> list[object]:
        """What an open answer may turn out to be: each option, of a selection each beside what is certain."""
        variable = self.pack.variables[index]
        certain, possible = self.search.ripple.told_of(index)
        left = [option for place, option in enumerate(variable.options) if possible & ~certain & 1 << place]
        if not variable.many:
            return list(left)
        sure = [option for place, option in enumerate(variable.options) if certain & 1 << place]
        some = [[*sure, option] for option in left if option != NONE or not sure]
        return [sure, *some] if sure else list(some)

    def tried(self, index: int) -> list[Masks]:
        """Masks that stand for everything an open answer may turn out to be; none where there is too much of it."""
        variable = self.pack.variables[index]
        certain, possible = self.search.ripple.told_of(index)
        kinds: dict[tuple[bool, ...], int] = {}
        for place, option in enumerate(variable.options):
            bit = possible & ~certain & 1 << place
            if bit and not (variable.many and option == NONE):
                kinds.setdefault(self.search.reads_as(index, bit), bit)
        if not variable.many:
            return [(bit, bit) for bit in kinds.values()]
        if 1 << len(kinds) > TRIED:
            return []
        picked = (sum(bits) for size in range(len(kinds) + 1) for bits in combinations(kinds.values(), size))
        some = [(certain | bits, certain | bits) for bits in picked if certain | bits]
        empty = read(variable, [NONE]) if NONE in variable.options and not certain else (0, 0)
        return [empty, *some] if empty[1] else some

    def settles(self, indices: tuple[int, ...]) -> bool:
        """Whether every combination of these answers leaves nothing open."""
        tried = [self.tried(index) for index in indices]
        if not all(tried) or prod(map(len, tried)) > TRIED:
            return False
        after = self.search.ripple.after
        return all(is_settled(self.pack, after(dict(zip(indices, masks, strict=True)))) for masks in product(*tried))

    def together(self, indices: tuple[int, ...]) -> Together:
        """What each combination of these answers gives."""
        found = []
        every = [self.answers(index) for index in indices]
        for answers in product(*every) if prod(map(len, every)) <= LISTED else ():
            given = dict(zip(indices, answers, strict=True))
            masks = {index: self.search.masks(index, answer) for index, answer in given.items()}
            state = self.search.ripple.after(masks)
            named = tuple((self.pack.variables[index].name, answer) for index, answer in given.items())
            found.append(Worth(named, ends(self.pack, state), is_settled(self.pack, state)))
        return Together(tuple(self.pack.variables[index].name for index in indices), tuple(found))

    def smallest(self, indices: list[int]) -> tuple[list[tuple[int, ...]], int]:
        """The smallest sets that settle, and the size up to which every set was looked at."""
        largest = min(len(indices), LARGEST)
        for size in range(1, largest + 1):
            if comb(len(indices), size) > SETS:
                return [], size - 1
            found = [chosen for chosen in combinations(indices, size) if self.settles(chosen)]
            if found:
                return found, size
        return [], largest


def deciding(pack: Pack, values: Values, verdict: Verdict) -> Deciding:
    """What would settle an unsettled verdict; empty where nothing is open about it."""
    if is_settled(pack, verdict.state):
        return Deciding((), (), 0)
    weighing, places = Weighing(pack, values), named(pack)
    indices = [places[name] for name in verdict.open.deciding]
    sets, looked = weighing.smallest(indices)
    alone = tuple(weighing.together((index,)) for index in indices)
    return Deciding(tuple(map(weighing.together, sets)), alone, looked)


def named(pack: Pack) -> Mapping[str, int]:
    """The variables by name."""
    return {variable.name: index for index, variable in enumerate(pack.variables)}
