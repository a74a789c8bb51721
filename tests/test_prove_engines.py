"""The proof against two other engines: every complete answer set of small packs one by one, and an SMT solver."""

from itertools import product

import pytest
import shelf
import small
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from naive import Rules, World, completions
from provable import Formulas, a_galley, galley_of
from strategies import Author, situations

from szai_assess import monotony, reach
from szai_assess.condition import CANNOT, MUST, both
from szai_assess.errors import Fault
from szai_assess.example import answers, decide, plain, shortest
from szai_assess.proof import Claim
from szai_assess.reach import rivals
from szai_assess.uniqueness import uniqueness
from szai_assess.witness import Demand

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MORE = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def worlds(files):
    rules = Rules(files)
    return [World(rules, complete) for complete in completions(files, {})]


def asked(world, table):
    return world.holds(table.get("when", [{}]))


def telling(world, table, row):
    """Whether a row holds, and the table's result rests on it alone."""
    if not asked(world, table) or not world.holds(row["when"]):
        return False
    outputs = [each["id"] for each in table["outputs"]]
    rank = outputs.index(row["then"])
    others = [outputs.index(each["then"]) for each in world.fired(table) if each["id"] != row["id"]]
    if table["hit"] == "unique":
        return True
    if table["hit"] == "collect":
        return rank not in others
    return rank > 0 and all(other < rank for other in others)


@MORE
@given(situations(collecting=True))
def test_rows_are_dead_or_redundant_as_all_answers_say(situation):
    everything = worlds(situation.files)
    galley = galley_of(situation.files)
    tables = {table["table"]: table for table in Rules(situation.files).tables.values()}

    for table in galley.pack.tables:
        written = tables[galley.pack.variables[table.variable].name]
        for each, row in zip(table.rows, written["rows"], strict=True):
            found = reach.row(galley, table, each)
            holds = any(asked(world, written) and world.holds(row["when"]) for world in everything)
            tells = any(telling(world, written, row) for world in everything)
            said = found.code if isinstance(found, Fault) else "tells"

            assert said == ("tells" if tells else "P143" if holds else "P142")


@MORE
@given(situations(collecting=True))
def test_outcomes_outputs_questions_and_obligations_are_reached_as_all_answers_say(situation):
    everything, pack = worlds(situation.files), situation.pack

    for place, word in enumerate(pack.variables[pack.goals.outcome].options):
        found = decide(pack, [Demand((((pack.goals.outcome, 1 << place),),))])
        assert (found.standing == MUST) == any(word == world.outcome() for world in everything)
    for table in pack.tables:
        name = pack.variables[table.variable].name
        for place, word in enumerate(pack.variables[table.variable].options):
            found = decide(pack, [Demand((((table.variable, 1 << place),),))])
            assert (found.standing == MUST) == any(word in (world[name] or ()) for world in everything)
    for question in pack.questions:
        for index in question.variables:
            name = pack.variables[index].name
            found = decide(pack, [Demand(question.when)])
            assert (found.standing == MUST) == any(world[name] is not None for world in everything)
    for line, written in zip(pack.obligations, situation.files["obligations.yaml"]["obligations"], strict=True):
        for wanted in (True, False):
            found = decide(pack, [Demand(line.when, wanted)])
            assert (found.standing == MUST) == any(world.holds(written["when"]) == wanted for world in everything)


def cost(pack, world):
    """How many answers that are asked are not plain."""
    found = 0
    for variable in pack.variables:
        value = world[variable.name] if variable.question >= 0 else None
        usual = variable.options[plain(variable).bit_length() - 1]
        found += value is not None and value != {usual}
    return found


@MORE
@given(situations())
def test_no_example_is_shorter(situation):
    pack = situation.pack
    everything = worlds(situation.files)
    for place, word in enumerate(pack.variables[pack.goals.outcome].options):
        costs = [cost(pack, world) for world in everything if world.outcome() == word]
        found, is_shortest = shortest(pack, [Demand((((pack.goals.outcome, 1 << place),),))])

        assert is_shortest
        assert (found.standing == MUST) == bool(costs)
        if costs:
            said = answers(pack, found.chosen)
            flat = {name: value for name, value in said.items() if not isinstance(value, dict)}
            flat |= {
                f"{name}.{row}": value
                for name, rows in said.items()
                if isinstance(rows, dict)
                for row, value in rows.items()
            }
            assert cost(pack, World(Rules(situation.files), flat)) == min(costs)


def ordered(rules):
    """The rules with every single choice worsening."""
    for question in rules["questions"].values():
        if "one" in question or "matrix" in question:
            question["order"] = "worsening"
    return rules


@st.composite
def rules_of(draw, monotone=False):
    return ordered(Author(draw, monotone, collecting=True).pack())


RANKS = ["not_indicated", "unresolved", "indicated"]


def lowered(files):
    """Whether somewhere a worse answer lowers the tier or a red line, or ends a table between."""
    rules = Rules(files)
    tier = [output["id"] for output in rules.tables["tier"]["outputs"]]
    questions = files["questions/10-all.yaml"]["questions"]
    options = {q["id"]: [o["id"] for o in q["options"]] for q in questions if q["type"] == "one"}
    for complete in completions(files, {}):
        before = World(rules, complete)
        for name, words in options.items():
            place = words.index(complete[name])
            if place + 1 == len(words):
                continue
            after = World(rules, {**complete, name: words[place + 1]})
            if tier.index(after.tier) < tier.index(before.tier):
                return True
            if any(RANKS.index(after.red_lines[item]) < RANKS.index(word) for item, word in before.red_lines.items()):
                return True
    return False


@pytest.mark.parametrize("monotone", [False, True])
def test_where_nothing_is_said_against_monotony_no_worse_answer_lowers(monotone):
    clean = []

    @settings(max_examples=400 if not monotone else 60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(rules_of(monotone))
    def run(rules):
        files = small.files_of(rules)
        if not [fault for fault in monotony.monotony(galley_of(files)) if fault.code != "P125"]:
            clean.append(rules)
            assert not lowered(files)

    run()
    assert len(clean) > 20


def solved(pack, formulas):
    """(row, whether it can hold, whether it can tell) by the solver."""
    for table in pack.tables:
        for row in table.rows:
            fired = formulas.row(table, row)
            rest = [formulas.holds(other.when) for other in rivals(table, row)]
            tells = (table.hit != "priority" or row.then) and formulas.can(
                fired, *(~each for each in map(negatable, rest))
            )
            yield table, row, formulas.can(fired), bool(tells)


def negatable(formula):
    class Negated:
        def __invert__(self):
            import z3

            return z3.Not(formula)

    return Negated()


@FEW
@given(situations(collecting=True))
def test_the_solver_agrees_on_rows_of_small_packs(situation):
    galley = galley_of(situation.files)
    for table, row, holds, tells in solved(galley.pack, Formulas(galley.pack)):
        found = reach.row(galley, table, row)
        said = found.code if isinstance(found, Fault) else "tells"

        assert said == ("tells" if tells else "P143" if holds else "P142")


def test_the_solver_agrees_on_every_row_of_the_shipped_pack():
    galley = shelf.galley(shelf.PARTS)
    for table, row, holds, tells in solved(galley.pack, Formulas(galley.pack)):
        found = reach.row(galley, table, row)
        said = found.code if isinstance(found, Fault) else "tells"

        assert (row.id, said) == (row.id, "tells" if tells else "P143" if holds else "P142")


def test_the_solver_agrees_on_everything_else_in_the_shipped_pack():
    pack, _ = shelf.opened()
    formulas = Formulas(pack)
    conditions = [line.when for line in (*pack.obligations, *pack.documents, *pack.indicators)]
    conditions += [question.when for question in pack.questions]
    conditions += [
        (((index, 1 << place),),)
        for index in (*(table.variable for table in pack.tables), pack.goals.outcome, pack.goals.supervised)
        for place in range(len(pack.variables[index].options))
    ]

    for condition in conditions:
        for wanted in (True, False):
            formula = formulas.holds(condition)
            can = formulas.can(formula if wanted else ~negatable(formula))
            assert (decide(pack, [Demand(condition, wanted)]).standing == MUST) == can


def test_the_solver_agrees_that_the_red_lines_of_the_shipped_pack_block():
    pack, _ = shelf.opened()
    formulas = Formulas(pack)
    stopped = formulas.is_[pack.goals.outcome][pack.variables[pack.goals.outcome].options.index("prohibited_suspected")]

    for _, _, row in pack.goals.red_lines:
        assert not formulas.can(formulas.is_[row][-1], ~negatable(stopped))


@st.composite
def unique_rules(draw):
    """A ``unique`` table with rows as they come."""
    author = Author(draw, monotone=False, collecting=False)
    rules = author.pack()
    name = "tier"
    words = rules["tables"][name].get("priority") or rules["tables"][name]["unique"]
    count = author.pick([1, 2, 3, 4])
    rows = {f"R{number}": {"when": author.condition(), "then": author.pick(words)} for number in range(count)}
    rules["tables"] = {name: {"unique": words, "rows": rows}}
    used = {atom for row in rows.values() for clause in row["when"] for atom in clause}
    if used - set(rules["questions"]) or any(reads(rules, q) - set(rules["questions"]) for q in rules["questions"]):
        rows["R0"]["when"] = {"q0": rules["questions"]["q0"].get("one") or rules["questions"]["q0"]["many"]}
        return {
            "questions": {"q0": bare(rules["questions"]["q0"])},
            "tables": {name: {"unique": words, "rows": {"R0": rows["R0"]}}},
        }
    return {"questions": rules["questions"], "tables": rules["tables"]}


def bare(question):
    return {key: value for key, value in question.items() if key != "when"}


def reads(rules, name):
    return {atom for clause in rules["questions"][name].get("when", []) for atom in clause}


@MORE
@given(unique_rules())
def test_gaps_and_overlaps_are_found_as_the_solver_finds_them(rules):
    galley = a_galley(rules)
    formulas, (table,) = Formulas(galley.pack), galley.pack.tables
    holds = [formulas.holds(row.when) for row in table.rows]
    gap = formulas.can(*(~negatable(each) for each in holds))
    overlaps = {
        (one, two)
        for one, two in product(range(len(holds)), repeat=2)
        if one < two and formulas.can(holds[one], holds[two])
    }

    codes = {fault.code for fault in uniqueness(galley)}
    assert ("P118" in codes) == gap
    assert ("P119" in codes) == bool(overlaps)
    for one, two in product(range(len(holds)), repeat=2):
        if one < two:
            found = decide(galley.pack, [Demand(both(table.rows[one].when, table.rows[two].when))])
            assert (found.standing == MUST) == ((one, two) in overlaps)
            assert found.standing in (MUST, CANNOT)


def test_a_claim_is_no_fault():
    assert not isinstance(Claim("rows", "R", "proof.row_tells"), Fault)
