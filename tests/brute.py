"""What the search for changes must find, by brute force: every legal answer put into the file, everything classified anew."""

from itertools import combinations, product

from szai_assess.answers import answer_to
from szai_assess.classify import ends, evaluated
from szai_assess.condition import CANNOT
from szai_assess.pack import NONE, UNKNOWN

GRAVITY = {"out_of_scope": -1, "on_hold": 1, "prohibited_suspected": 2}


def variables(pack):
    return [(index, variable) for index, variable in enumerate(pack.variables) if variable.question >= 0]


def given(pack, values, index):
    question = pack.questions[pack.variables[index].question]
    return answer_to(question, question.variables.index(index), values)


def put(pack, values, changes):
    """The answers with some replaced, by name."""
    after = dict(values)
    for name, value in changes.items():
        ident, _, part = name.partition(".")
        if part:
            old = after.get(ident)
            known = dict.fromkeys(pack.question(ident).parts, UNKNOWN) if old == UNKNOWN else old or {}
            after[ident] = {**known, part: value}
        else:
            after[ident] = value
    return after


def judged(pack, values):
    return ends(pack, evaluated(pack, values))


def rank(pack, found):
    gravity = GRAVITY.get(found.outcome, 0)
    return (gravity, pack.tiers.index(found.highest) if gravity >= 0 else 0)


def selections(variable):
    """Every complete answer to a selection."""
    ticks = [option for option in variable.options if option != NONE]
    some = [list(chosen) for size in range(1, len(ticks) + 1) for chosen in combinations(ticks, size)]
    return [[NONE], *some] if NONE in variable.options else some


def distance(variable, before, after):
    """How many moves lead from one answer to another; 0 where no move does."""
    if not variable.many:
        held = [before] if isinstance(before, str) else list(before or ())
        return 0 if UNKNOWN in held or after in held else 1
    held = [before] if isinstance(before, str) else list(before or ())
    if UNKNOWN in held:
        return 0
    if before is None and after == [NONE]:
        return 1
    return len({*held} - {NONE} ^ {*after} - {NONE})


def moves(pack, values):
    """(moves, name, answer) of every other answer that one or two moves of one variable lead to."""
    state, found = evaluated(pack, values), []
    for index, variable in variables(pack):
        before = given(pack, values, index)
        if before is None and state.asked[variable.question] != CANNOT:
            continue
        for after in selections(variable) if variable.many else variable.options:
            steps = distance(variable, before, after)
            if steps in (1, 2):
                found.append((steps, variable.name, after, variable))
    return found


def plain(changes):
    return frozenset((name, tuple(sorted(value)) if isinstance(value, list) else value) for name, value in changes)


def between(variable, before, after):
    """The answers that one of the two moves from one selection to another leads to."""
    held = set([before] if isinstance(before, str) else before or ()) - {NONE}
    goal = set(after) - {NONE}
    for tick in held ^ goal:
        step = [option for option in variable.options if option in held ^ {tick}]
        if step or NONE in variable.options:
            yield step or [NONE]


def smallest(pack, values):
    """{(effect, changes)} of all smallest sets of at most two moves, by classifying every one of them."""
    start = rank(pack, judged(pack, values))

    def effect(changes):
        found = rank(pack, judged(pack, put(pack, values, dict(changes))))
        return "lowers" if found < start else "raises" if found > start else ""

    every = moves(pack, values)
    one = {plain([(name, after)]): effect([(name, after)]) for steps, name, after, _ in every if steps == 1}
    result = {(what, changes) for changes, what in one.items() if what}
    singles = [(name, after) for steps, name, after, _ in every if steps == 1]
    for left, right in combinations(singles, 2):
        if left[0] != right[0]:
            what = effect([left, right])
            if what and what not in (one[plain([left])], one[plain([right])]):
                result.add((what, plain([left, right])))
    for steps, name, after, variable in every:
        if steps == 2:
            what = effect([(name, after)])
            index = pack.variables.index(variable)
            parts = [
                one.get(plain([(name, step)]), "") for step in between(variable, given(pack, values, index), after)
            ]
            if what and what not in parts:
                result.add((what, plain([(name, after)])))
    return result


def settled(pack, values):
    state = evaluated(pack, values)
    if ends(pack, state).outcome in ("prohibited_suspected", "out_of_scope"):
        return True
    tables = [pack.tables[number].variable for number in pack.goals.outcome_tables]
    return all(state.possible[index].bit_count() == 1 for index in tables)


def left(variable, value):
    """Every known answer that an open one may turn out to be."""
    held = [value] if isinstance(value, str) else list(value or ())
    sure = [option for option in held if option != UNKNOWN]
    if not variable.many:
        return list(variable.options) if UNKNOWN in held or not sure else sure
    return [chosen for chosen in selections(variable) if set(sure) <= set(chosen)]


def settling(pack, values, most):
    """The smallest sets of open answers, by name, that settle the verdict whatever they are."""
    state = evaluated(pack, values)
    names = {}
    for index, variable in variables(pack):
        value = given(pack, values, index)
        certain = isinstance(value, str) and value != UNKNOWN
        whole = isinstance(value, list) and UNKNOWN not in value and (variable.many or len(value) == 1)
        if state.asked[variable.question] != CANNOT and not (certain or whole):
            names[variable.name] = left(variable, value)
    for size in range(1, most + 1):
        found = {
            chosen
            for chosen in combinations(names, size)
            if all(
                settled(pack, put(pack, values, dict(zip(chosen, answers, strict=True))))
                for answers in product(*(names[name] for name in chosen))
            )
        }
        if found:
            return found
    return set()


def mostly_answered(situation, random):
    """A whole answer set for a small pack, of which one answer in eight is taken out again, be it one that is not asked."""
    world = random.choice(situation.worlds())
    answers = {}
    for name, value in world.answers.items():
        if random.random() < 0.125:
            continue
        ident, _, part = name.partition(".")
        answers[ident] = {**answers.get(ident, {}), part: value} if part else value
    return answers
