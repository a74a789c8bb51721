"""Small packs to be proved, and a third engine: the rules of a compiled pack as formulas for an SMT solver."""

import json

import z3
from small import files_of

from szai_assess.authoring import draft, places, wording
from szai_assess.authoring.compile import compiled
from szai_assess.galley import Galley
from szai_assess.pack import NONE, Pack, Table
from szai_assess.verdict import INDICATED, ON_HOLD, OUT_OF_SCOPE, PROHIBITED, UNRESOLVED
from szai_assess.words import Words


def galley_of(files) -> Galley:
    """The small pack of these files, with its words and places."""
    written = draft.draft("small", {name: json.dumps(content).encode() for name, content in files.items()})
    return Galley(compiled(written, "sha256:small"), Words(wording.tree(written)), places.places(written))


def a_galley(short, **about) -> Galley:
    """The small pack that this text describes; ``about`` is put into ``pack.yaml``."""
    files = files_of(short)
    files["pack.yaml"] |= about
    return galley_of(files)


class Formulas:
    """Every option of every variable as a truth value, for one complete answer set."""

    def __init__(self, pack: Pack) -> None:
        """Write the rules down."""
        self.pack = pack
        self.solver = z3.Solver()
        self.is_: list[list[z3.BoolRef]] = [[] for _ in pack.variables]
        for kind, number in pack.steps:
            if kind == "question":
                self.question(number)
            elif kind == "table":
                table = pack.tables[number]
                self.is_[table.variable] = self.table(table, self.holds(table.when))
            else:
                self.outcome()

    def question(self, number: int) -> None:
        asked = self.holds(self.pack.questions[number].when)
        for index in self.pack.questions[number].variables:
            variable = self.pack.variables[index]
            chosen = [z3.Bool(f"{variable.name}={option}") for option in variable.options]
            self.solver.add(z3.Or(chosen) if variable.many else z3.PbEq([(each, 1) for each in chosen], 1))
            if variable.many and NONE in variable.options:
                none = chosen[variable.options.index(NONE)]
                self.solver.add(*(z3.Not(z3.And(none, each)) for each in chosen if each is not none))
            self.is_[index] = [z3.And(asked, each) for each in chosen]

    def holds(self, condition) -> z3.BoolRef:
        return z3.Or([z3.And([self.atom(index, mask) for index, mask in clause]) for clause in condition])

    def atom(self, index: int, mask: int) -> z3.BoolRef:
        chosen = mask if mask >= 0 else ~mask
        found = z3.Or([each for place, each in enumerate(self.is_[index]) if chosen >> place & 1])
        return found if mask >= 0 else z3.Not(found)

    def table(self, table: Table, asked) -> list[z3.BoolRef]:
        count = len(self.pack.variables[table.variable].options)
        fired = [(row.then, z3.And(asked, self.holds(row.when))) for row in table.rows]
        exactly = [z3.Or([each for then, each in fired if then == place]) for place in range(count)]
        if table.hit != "priority":
            return exactly
        above = [z3.Or([each for then, each in fired if then > place]) for place in range(count)]
        first = z3.And(asked, z3.Not(above[0])) if count else None
        return [z3.And(exactly[place], z3.Not(above[place])) if place else first for place in range(count)]

    def output(self, table: int, word: str) -> z3.BoolRef:
        index = self.pack.tables[table].variable
        return self.is_[index][self.pack.variables[index].options.index(word)]

    def outcome(self) -> None:
        pack, goals = self.pack, self.pack.goals
        lines = [table for _, table, _ in goals.red_lines]
        stopped = z3.Or([self.output(table, INDICATED) for table in lines])
        held = z3.And(z3.Not(stopped), z3.Or([self.output(table, UNRESOLVED) for table in lines]))
        out = z3.BoolVal(val=False)
        if goals.scope >= 0:
            out = self.is_[pack.tables[goals.scope].variable][goals.out_of_scope]
        graded = z3.Not(z3.Or(stopped, held, out))
        tiers = self.is_[pack.tables[goals.tier].variable]
        words = {PROHIBITED: stopped, ON_HOLD: held, OUT_OF_SCOPE: z3.And(out, z3.Not(z3.Or(stopped, held)))}
        words |= {tier: z3.And(graded, each) for tier, each in zip(pack.tiers, tiers, strict=True)}
        self.is_[goals.outcome] = [words[option] for option in pack.variables[goals.outcome].options]
        modes = dict(goals.supervision)
        ways = {option: [] for option in pack.variables[goals.supervised].options}
        for tier, each in zip(pack.tiers, tiers, strict=True):
            ways[modes.get(tier, NONE)].append(z3.And(each, z3.Or(graded, held)))
        ways[NONE] += [words[PROHIBITED], words[OUT_OF_SCOPE]]
        self.is_[goals.supervised] = [z3.Or(each) for each in ways.values()]

    def can(self, *demands) -> bool:
        """Whether some answers meet all of these."""
        return self.solver.check(*demands) == z3.sat

    def row(self, table: Table, row) -> z3.BoolRef:
        return z3.And(self.holds(table.when), self.holds(row.when))
