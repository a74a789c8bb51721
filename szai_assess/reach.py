"""What can happen at all, over every complete answer set: rows that hold and tell, outputs, questions, papers, obligations.

Each is an example that ``classify`` has verified, or the certainty that there is none, which is a fault.
"""

from collections.abc import Iterator, Sequence

from szai_assess import witness
from szai_assess.condition import ALWAYS, CANNOT, MAY, Condition
from szai_assess.errors import Fault
from szai_assess.example import Decided, decide
from szai_assess.galley import Galley, Path
from szai_assess.pack import Row, Table
from szai_assess.proof import Claim
from szai_assess.uniqueness import counterexamples
from szai_assess.witness import Demand

OVERLAP = "P119"
SENTENCES = {"question": "proof.question", "document": "proof.document", "indicator": "proof.indicator"}
Shown = Iterator[Claim | Fault]


def too_large(galley: Galley, path: Path, name: str) -> Fault:
    """The fault of what the search could not decide."""
    return galley.fault("P151", path, name=name, limit=str(witness.LIMIT))


def rivals(table: Table, row: Row) -> list[Row]:
    """The other rows of a table beside which a row tells nothing; none in tables where every row tells."""
    if table.hit == "unique" or table.warns:
        return []
    ranked = table.hit == "priority"
    return [
        each for each in table.rows if each is not row and (each.then == row.then or (ranked and each.then > row.then))
    ]


def row(galley: Galley, table: Table, each: Row) -> Claim | Fault:
    """Whether a row can hold, and by itself gives its output; of a ``priority`` table the first output needs no row."""
    pack, path = galley.pack, (f"row:{each.id}",)
    holds = [Demand(each.when), Demand(table.when)]
    found = Decided(CANNOT)
    if table.hit != "priority" or each.then:
        found = decide(pack, [*holds, *(Demand(other.when, wanted=False) for other in rivals(table, each))])
    if found.standing == CANNOT:
        found = decide(pack, holds)
        if found.standing == CANNOT:
            return galley.fault("P142", path, name=each.id)
        if found.standing != MAY:
            return galley.fault("P143", path, name=each.id, example=found.said)
    if found.standing == MAY:
        return too_large(galley, path, each.id)
    table_name = pack.variables[table.variable].name
    sentence = "proof.row_holds" if table.hit == "unique" or table.warns else "proof.row_tells"
    return Claim("rows", each.id, sentence, {"table": table_name}, found.said)


def ways(galley: Galley, table: Table, each: Row) -> Iterator[Fault]:
    """Of a row that may hold in several ways those that cannot."""
    for number, clause in enumerate(each.when if len(each.when) > 1 else ()):
        found = decide(galley.pack, [Demand((clause,)), Demand(table.when)])
        if found.standing == CANNOT:
            place = (f"row:{each.id}", "when", str(number))
            yield galley.fault("P144", place, name=each.id, number=str(number + 1))


def rows(galley: Galley) -> Shown:
    """Every row: it can hold, and it tells; so can each of the ways in which it may."""
    for table in galley.pack.tables:
        for each in table.rows:
            found = row(galley, table, each)
            yield found
            if isinstance(found, Claim):
                yield from ways(galley, table, each)


def gaps(galley: Galley) -> Shown:
    """For each kind of gap or overlap of a ``unique`` table the answers that lead there, where any do."""
    for number, table in enumerate(galley.pack.tables):
        name = galley.pack.table_name(number)
        for code, named, _ in counterexamples(galley.pack, table) if table.hit == "unique" else ():
            held = named.split(", ") if code == OVERLAP else []
            demands = [Demand(each.when, each.id in held) for each in table.rows]
            found = decide(galley.pack, [Demand(table.when), *demands])
            if found.said != "-" or found.chosen:
                yield galley.fault("P157", (f"table:{name}",), table=name, rows=named, example=found.said)


def outputs(galley: Galley) -> Shown:
    """Every output of a table that judges; those of a red line are prescribed, and told in their own chapter."""
    pack = galley.pack
    apart = {number for _, number, _ in pack.goals.red_lines}
    for number, table in enumerate(pack.tables):
        name = pack.table_name(number)
        for place, option in enumerate(pack.variables[table.variable].options if number not in apart else ()):
            found = decide(pack, [Demand((((table.variable, 1 << place),),))])
            path = (f"table:{name}", "outputs", option)
            if found.standing == CANNOT:
                yield galley.fault("P145", path, name=f"{name}.{option}")
            elif found.standing == MAY:
                yield too_large(galley, path, f"{name}.{option}")
            else:
                yield Claim("outputs", f"{name}: {option}", "proof.output", {}, found.said)


def reached(galley: Galley, kind: str, name: str, when: Condition, code: str) -> Claim | Fault:
    """Whether a condition can hold; without one there is nothing to show."""
    path: Path = (f"{kind}:{name}",)
    if when == ALWAYS:
        return Claim("questions" if kind == "question" else "papers", name, "proof.always")
    found = decide(galley.pack, [Demand(when)])
    if found.standing == CANNOT:
        return galley.fault(code, path, name=name)
    if found.standing == MAY:
        return too_large(galley, path, name)
    return Claim("questions" if kind == "question" else "papers", name, SENTENCES[kind], {}, found.said)


def questions(galley: Galley) -> Shown:
    """Every question can be asked, and so every option of it chosen."""
    for question in galley.pack.questions:
        yield reached(galley, "question", question.id, question.when, "P146")


def papers(galley: Galley) -> Shown:
    """Every paper can be written, and every indicator come up."""
    for kind, lines in (("document", galley.pack.documents), ("indicator", galley.pack.indicators)):
        for line in lines:
            yield reached(galley, kind, line.id, line.when, "P147")


def obligation(galley: Galley, name: str, found: Sequence[Decided]) -> Shown:
    """What was found of an obligation: that it applies, and that it does not."""
    path = (f"obligation:{name}",)
    if MAY in [each.standing for each in found]:
        yield too_large(galley, path, name)
    for each, code in zip(found, ("P148", "P149"), strict=True):
        if each.standing == CANNOT:
            yield galley.fault(code, path, name=name)
    if all(each.standing not in (CANNOT, MAY) for each in found):
        yield Claim("obligations", name, "proof.obligation", {"without": found[1].said}, found[0].said)


def obligations(galley: Galley) -> Shown:
    """Every obligation with a condition can apply, and can not apply."""
    for line in galley.pack.obligations:
        found = [decide(galley.pack, [Demand(line.when, wanted)]) for wanted in (True, False)]
        yield from obligation(galley, line.id, found)
