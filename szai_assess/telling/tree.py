"""The argument as points: tables, rows, answers, with notes, evidence and the law's words where they stand."""

from collections.abc import Iterator, Sequence

from szai_assess.argument import RED_LINE, Given, Judged, Node, Rule
from szai_assess.standing import standing
from szai_assess.telling.outline import QUIET, STRONG, Point
from szai_assess.telling.saying import Saying
from szai_assess.verdict import NOT_INDICATED, OUT_OF_SCOPE


class Tree:
    """Puts an argument into words."""

    def __init__(self, saying: Saying) -> None:
        """Keep the words."""
        self.saying, self.view = saying, saying.view

    def points(self) -> tuple[Point, ...]:
        """The whole argument below the outcome, with the red lines that are clean in one line."""
        argument = self.saying.explanation.argument
        clean = [node for node in argument if node.part == RED_LINE and node.values == (NOT_INDICATED,)]
        shown = [self.table(node) for node in argument if node not in clean and self.is_worth_telling(node)]
        every = len(self.view.verdict.red_lines)
        if clean:
            key = "explain.all_clean" if len(clean) == every else "explain.clean"
            shown.append(Point(self.saying.say(key, count=str(len(clean))), QUIET))
        return (Point(self.outcome(), STRONG, tuple(shown)),)

    def is_worth_telling(self, node: Judged) -> bool:
        """Whether a table says anything: a row, or a value that is not the one it has where nothing was asked."""
        if node.rules or node.also:
            return True
        return node.table == self.view.pack.table_name(self.view.pack.goals.tier)

    def outcome(self) -> str:
        """The outcome, with the tier beside it where it is none."""
        verdict = self.view.verdict
        if verdict.graded:
            return self.saying.say("explain.conclusion", outcome=standing(self.view.words, verdict, self.view.language))
        text = self.view.label("pack", "outcomes", verdict.outcome)
        if verdict.outcome != OUT_OF_SCOPE:
            text = self.view.aside(text, standing(self.view.words, verdict, self.view.language))
        return self.saying.say("explain.conclusion", outcome=text)

    def table(self, node: Judged) -> Point:
        """A table; with its only row on one line."""
        text = self.view.pair(self.title(node), self.value(node))
        if node.told:
            return Point(self.saying.say("explain.above", table=text), QUIET)
        below = [*map(self.rule, node.rules), *self.rest(node)]
        if len(node.rules) == 1:
            only, *others = below
            return Point(f"{text} ← {only.text}", STRONG, (*only.below, *others), only.quotes)
        return Point(text, STRONG, tuple(below))

    def title(self, node: Judged) -> str:
        """What a table is called: an axis by the name of the axis."""
        return self.view.label("tables", node.table, "title")

    def value(self, node: Judged) -> str:
        """The value of a table, or the ends of its range."""
        words = [self.view.label("tables", node.table, "outputs", value) for value in node.values]
        if len(words) < 2 or node.part == RED_LINE:
            return words[-1] if len(words) == 1 else self.view.label("tables", node.table, "outputs", node.values[-2])
        return self.view.say("show.range", lowest=words[0], highest=words[-1])

    def rest(self, node: Judged) -> Iterator[Point]:
        """What else there is to a table: rows that hold without effect, or that none holds."""
        if node.also:
            yield Point(self.saying.say("explain.also", rows=self.saying.joined(node.also)), QUIET)
        elif not node.rules:
            yield Point(self.saying.say("explain.default"), QUIET)
        read = tuple(map(self.table, node.read))
        yield from (Point(self.saying.say("explain.read"), QUIET, read),) if read and node.rules else read

    def rule(self, rule: Rule) -> Point:
        """A row with what it rests on."""
        marks = "" if rule.must else self.saying.say("explain.maybe")
        marks += self.saying.say("explain.key") if rule.decisive else ""
        text = self.saying.row(rule.row, marks, rule.basis, rule.cites)
        quotes = self.saying.quotations(rule.cites)
        return Point(text, "", self.ways(rule.ways), quotes)

    def ways(self, ways: Sequence[Sequence[Node]]) -> tuple[Point, ...]:
        """What a row rests on; where there are several ways, each by itself."""
        if not ways:
            return ()
        if len(ways) == 1:
            return tuple(map(self.node, ways[0]))
        found: list[Point] = []
        for way in ways:
            nodes = tuple(map(self.node, way))
            found += nodes if len(nodes) == 1 else [Point(self.saying.say("explain.together"), "", nodes)]
        return (Point(self.saying.say("explain.any_way"), "", tuple(found)),)

    def node(self, node: Node) -> Point:
        """A table, or an answer."""
        return self.table(node) if isinstance(node, Judged) else self.answer(node)

    def answer(self, given: Given) -> Point:
        """An answer with its note and its evidence."""
        if given.name not in self.saying.said:
            words = self.view.label("pack", "outcomes", str(given.answer))
            return Point(self.saying.say("explain.conclusion", outcome=words))
        said = self.saying.said[given.name]
        value = self.saying.value(said, () if given.none_of else given.wanted)
        if given.none_of:
            value = self.saying.say("explain.none_of", answer=value)
        remarks = [("explain.note", said.note), ("explain.evidence", said.evidence)]
        below = tuple(Point(self.saying.say(key, text=text), QUIET) for key, text in remarks if text)
        return Point(self.saying.say("explain.answer", ask=self.saying.ask(said.name), answer=value), "", below)
