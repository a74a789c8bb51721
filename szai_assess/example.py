"""Examples: complete answer sets under which demands are met, as short as they can be made, each verified by ``classify``.

An example is told by the answers in it that are not *plain*: the first option, or none of the options where that can be said.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from szai_assess.classify import evaluated
from szai_assess.condition import CANNOT, MAY, MUST, variables
from szai_assess.errors import PackError
from szai_assess.masks import holds
from szai_assess.pack import NONE, Pack, Variable
from szai_assess.supposition import Masks, Supposed
from szai_assess.verdict import State
from szai_assess.witness import Demand, Search, TooLarge

Chosen = dict[int, int]  # variable of a question → the mask of what is chosen


class Decided(NamedTuple):
    """What a search came to: ``MUST`` with an example, and that in brief; ``CANNOT``; or ``MAY`` where it met its limit."""

    standing: int
    chosen: Mapping[int, int] = MappingProxyType({})
    said: str = "-"


def plain(variable: Variable) -> int:
    """The plain answer."""
    return 1 << variable.options.index(NONE) if variable.many and NONE in variable.options else 1


def completed(pack: Pack, supposed: Supposed) -> Chosen:
    """Every question answered as supposed, else plainly."""
    chosen = {}
    for index, variable in enumerate(pack.variables):
        if variable.question >= 0:
            certain, possible = supposed.get(index, (0, variable.every))
            usual = plain(variable)
            chosen[index] = certain or (usual if possible & usual else possible & -possible)
    return chosen


def told(chosen: Mapping[int, int]) -> dict[int, Masks]:
    """Answers as what is supposed."""
    return {index: (value, value) for index, value in chosen.items()}


def shortened(search: Search, chosen: Chosen) -> Chosen:
    """The answers, each made plain that need not be otherwise: those that the demands name are tried last."""
    named = set().union(*(variables(demand.when) for demand in search.demands))
    kept = dict(chosen)
    for index in sorted(chosen, key=lambda at: (at in named, at)):
        usual = plain(search.pack.variables[index])
        if kept[index] != usual:
            tried = {**kept, index: usual}
            if search.look(told(tried))[0] == MUST:
                kept = tried
    return kept


def shown(search: Search, chosen: Chosen) -> Decided:
    """An example as a decision, verified by ``classify``."""
    search.look(told(chosen))
    assert verified(search.pack, chosen, search.demands), chosen
    return Decided(MUST, chosen, brief(search, chosen))


def decide(pack: Pack, demands: Sequence[Demand]) -> Decided:
    """Whether some answers meet all demands, with an example."""
    search = Search(pack, demands)
    try:
        found = search.find()
    except TooLarge:
        return Decided(MAY)
    if found is None:
        return Decided(CANNOT)
    search.count = 0
    return shown(search, shortened(search, completed(pack, found)))


def spent(search: Search, supposed: Supposed) -> int:
    """How many questions that are asked cannot be answered plainly any more."""
    count = 0
    for index, (certain, possible) in supposed.items():
        variable = search.pack.variables[index]
        usual = plain(variable)
        asked = search.state.asked[variable.question] == MUST
        count += asked and (not possible & usual or certain not in (0, usual))
    return count


def within(search: Search, budget: int) -> Chosen | None:
    """An example in which at most so many answers are not plain; ``None`` where there is none.

    Raises TooLarge.
    """
    waiting: list[dict[int, Masks]] = [{}]
    while waiting:
        standing, demand, supposed = search.settle(waiting.pop())
        used = spent(search, supposed)
        if standing == CANNOT or used > budget:
            continue
        chosen = completed(search.pack, supposed)
        if search.look(told(chosen))[0] == MUST and spent(search, told(chosen)) <= budget:
            return chosen
        if demand and used < budget:
            search.settle(supposed)
            waiting += search.branches(supposed, demand)
    return None


def shortest(pack: Pack, demands: Sequence[Demand]) -> tuple[Decided, bool]:
    """An example with the fewest answers that are not plain, and whether it is certain that none has fewer."""
    any_ = decide(pack, demands)
    if any_.standing != MUST:
        return any_, True
    search = Search(pack, demands)
    search.gates_first = True
    try:
        found = next(
            found for budget in range(len(pack.variables) + 1) if (found := within(search, budget)) is not None
        )
    except TooLarge:
        return any_, False
    search.count = 0
    return shown(search, found), True


def state_of(pack: Pack, chosen: Mapping[int, int]) -> State | None:
    """What ``classify`` makes of an example; ``None`` where it comes upon a table that is not ``unique``."""
    try:
        return evaluated(pack, answers(pack, chosen))
    except PackError:
        return None


def verified(pack: Pack, chosen: Mapping[int, int], demands: Sequence[Demand]) -> bool:
    """Whether ``classify`` finds the demands met; true of an example that a faulty table keeps from being judged."""
    state = state_of(pack, chosen)
    wanted = {True: MUST, False: CANNOT}
    return state is None or all(
        holds(demand.when, state.certain, state.possible) == wanted[demand.wanted] for demand in demands
    )


def words(variable: Variable, value: int) -> Any:
    """A value as the answers file has it."""
    chosen = [option for place, option in enumerate(variable.options) if value >> place & 1]
    return chosen if variable.many else chosen[0]


def answers(pack: Pack, chosen: Mapping[int, int]) -> dict[str, Any]:
    """An example as the answers file has it; questions that are not asked have no effect there."""
    found: dict[str, Any] = {}
    for question in pack.questions:
        values = [words(pack.variables[index], chosen[index]) for index in question.variables]
        if question.type == "matrix":
            found[question.id] = dict(zip(question.parts, values, strict=True))
        elif values:
            found[question.id] = values[0]
    return found


def brief(search: Search, chosen: Mapping[int, int]) -> str:
    """The answers of an example that are asked and not plain, as the answers file has them; the example is what is supposed."""
    said = []
    for index, value in chosen.items():
        variable = search.pack.variables[index]
        if value != plain(variable) and search.state.asked[variable.question] == MUST:
            options = words(variable, value)
            said.append(f"{variable.name}: {'[' + ', '.join(options) + ']' if variable.many else options}")
    return ", ".join(said) or "-"
