"""What a pack promises of the outcome: each is reached, every red line blocks, and controls never move it."""

from collections.abc import Iterator
from itertools import product

from szai_assess.answers import Answers
from szai_assess.assessment import Assessment
from szai_assess.classify import classify, outcome_of
from szai_assess.condition import CANNOT, MAY, variables
from szai_assess.enumeration import LIMIT
from szai_assess.errors import PackError
from szai_assess.example import answers, decide, shortest
from szai_assess.galley import Galley
from szai_assess.gate import Limits, blocks
from szai_assess.pack import Pack
from szai_assess.proof import Claim
from szai_assess.reach import Shown, too_large
from szai_assess.supposition import cone
from szai_assess.verdict import INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED, State
from szai_assess.witness import Demand


def is_value(pack: Pack, index: int, word: str, wanted: bool = True) -> Demand:
    """The demand that a variable has a value, or has not."""
    return Demand((((index, 1 << pack.variables[index].options.index(word)),),), wanted)


def there_are(pack: Pack) -> list[str]:
    """The outcomes that the parts of the verdict make possible."""
    suspended = [PROHIBITED, ON_HOLD] if pack.goals.red_lines else []
    return [*pack.tiers, *suspended, *([OUT_OF_SCOPE] if pack.goals.scope >= 0 else [])]


def is_on_hold_unanswered(pack: Pack) -> bool:
    """Whether an application of which nothing is said is on hold."""
    try:
        return classify(pack, {}).outcome == ON_HOLD
    except PackError:
        return False


def outcomes(galley: Galley) -> Shown:
    """Every outcome is reached, with a shortest example."""
    pack = galley.pack
    for word in there_are(pack):
        found, is_shortest = shortest(pack, [is_value(pack, pack.goals.outcome, word)])
        path = ("pack", "verdict")
        if found.standing == MAY:
            yield too_large(galley, path, word)
        elif found.standing != CANNOT:
            yield Claim("outcomes", word, "proof.shortest" if is_shortest else "proof.outcome", {}, found.said)
        elif word == ON_HOLD and is_on_hold_unanswered(pack):
            yield Claim("outcomes", word, "proof.unanswered")
        else:
            yield galley.fault("P150", path, name=word)


def expected(statuses: tuple[str, ...], is_out: bool, tier: str) -> str:
    """The outcome as it ought to follow."""
    if INDICATED in statuses:
        return PROHIBITED
    if UNRESOLVED in statuses:
        return ON_HOLD
    return OUT_OF_SCOPE if is_out else tier


def order(galley: Galley) -> Shown:
    """The outcome for every combination of red lines, scope and tier, each settled."""
    pack, goals = galley.pack, galley.pack.goals
    tables = [number for _, number, _ in goals.red_lines] + ([goals.scope] if goals.scope >= 0 else []) + [goals.tier]
    indices = [pack.tables[number].variable for number in tables]
    count = 1
    for index in indices:
        count *= len(pack.variables[index].options)
    if count > LIMIT:
        yield galley.fault("P151", ("pack", "verdict", "red_lines"), name="red_lines", limit=str(LIMIT))
        return
    state = State([0] * len(pack.variables), [0] * len(pack.variables), [], [], [])
    for places in product(*(range(len(pack.variables[index].options)) for index in indices)):
        for index, place in zip(indices, places, strict=True):
            state.certain[index] = state.possible[index] = 1 << place
        words = [pack.variables[index].options[place] for index, place in zip(indices, places, strict=True)]
        is_out = goals.scope >= 0 and places[-2] == goals.out_of_scope
        if outcome_of(pack, state)[0] != expected(tuple(words[: len(goals.red_lines)]), is_out, words[-1]):
            yield galley.fault("P152", ("pack", "verdict", "red_lines"), name="red_lines", example=", ".join(words))
            return
    yield Claim("red_lines", "-", "proof.order", {"count": str(count)})


def is_blocked(galley: Galley, values: dict[str, object]) -> bool:
    """Whether the gate lets nothing through that says this."""
    try:
        verdict = classify(galley.pack, values)
    except PackError:
        return True  # no verdict: nothing passes
    assessment = Assessment(galley.pack, galley.words, Answers(values=values), verdict, ())
    return verdict.outcome == PROHIBITED and any(blocks(assessment, Limits()))


def red_lines(galley: Galley) -> Shown:
    """Whoever answers the gravest to a red line is stopped, whatever else is answered; and silence clears none."""
    pack = galley.pack
    for item, number, row in pack.goals.red_lines:
        path, index = ("pack", "verdict", "red_lines", item), pack.tables[number].variable
        yes = is_value(pack, row, pack.variables[row].options[-1])
        passing = decide(pack, [yes, is_value(pack, index, INDICATED, wanted=False)])
        found = decide(pack, [yes, is_value(pack, pack.goals.outcome, PROHIBITED)])
        if MAY in (passing.standing, found.standing):
            yield too_large(galley, path, item)
        elif (
            passing.standing != CANNOT
            or found.standing == CANNOT
            or not is_blocked(galley, answers(pack, found.chosen))
        ):
            yield galley.fault("P152", path, name=item, example=passing.said)
        elif is_cleared_by_silence(pack, number):
            yield galley.fault("P153", path, name=item)
        else:
            yield Claim("red_lines", item, "proof.red_line", {"name": pack.variables[row].name}, found.said)


def is_cleared_by_silence(pack: Pack, table: int) -> bool:
    """Whether a red line counts as not indicated where nothing is answered."""
    try:
        verdict = classify(pack, {})
    except PackError:
        return False
    return verdict.state.possible[pack.tables[table].variable] == 1


def resting(pack: Pack) -> frozenset[int]:
    """The questions on which the outcome rests, through tables and gates."""
    steps = cone(pack, [(((pack.goals.outcome, 1),),)])
    return frozenset(number for kind, number in steps if kind == "question")


def readers(pack: Pack, number: int) -> Iterator[str]:
    """The tables on which the outcome rests and that read a question, or that a question it opens leads to."""
    read = {*pack.questions[number].variables}
    for kind, place in cone(pack, [(((pack.goals.outcome, 1),),)]):
        if kind == "question" and variables(pack.questions[place].when) & read:
            yield pack.questions[place].id
        elif kind == "table":
            table = pack.tables[place]
            if set().union(variables(table.when), *(variables(row.when) for row in table.rows)) & read:
                yield pack.table_name(place)


def controls(galley: Galley) -> Shown:
    """No way leads from the controls to the outcome."""
    pack, said = galley.pack, galley.words.tree["pack"].get("proof", {}).get("controls", ())
    rests_on, ids = resting(pack), [question.id for question in pack.questions]
    for place, name in enumerate(said):
        path = ("pack", "proof", "controls", str(place))
        if name not in ids:
            yield galley.fault("P141", path, key="proof.controls", name=name)
        elif ids.index(name) in rests_on:
            yield galley.fault("P154", path, name=name, readers=", ".join(readers(pack, ids.index(name))))
        else:
            yield Claim("controls", name, "proof.controls", {"count": str(len(rests_on)), "all": str(len(ids))})


def scope(galley: Galley) -> Shown:
    """No worse answer leads out of scope: the scope rests on no question whose options worsen."""
    pack, tree = galley.pack, galley.words.tree["questions"]
    if pack.goals.scope < 0:
        return
    index, name = pack.tables[pack.goals.scope].variable, pack.table_name(pack.goals.scope)
    asked = [pack.questions[number].id for kind, number in cone(pack, [(((index, 1),),)]) if kind == "question"]
    worsening = [ident for ident in asked if tree[ident].get("order") == "worsening"]
    if worsening:
        yield galley.fault("P155", (f"table:{name}",), table=name, name=", ".join(worsening))
    else:
        yield Claim("monotony", name, "proof.scope", {"names": ", ".join(asked)})


CHECKS = (outcomes, order, red_lines, controls, scope)
