"""What would change the outcome, what nearly did, what this tool judged, and what would settle it, as sections."""

from collections.abc import Iterable, Iterator, Sequence

from szai_assess.counterfactual import DESIGN, FACT, LOWERS, RAISES, Counterfactual, rank
from szai_assess.deciding import Together, Worth
from szai_assess.judgement import Judgement
from szai_assess.nearest import NearMiss
from szai_assess.telling.outline import QUIET, STRONG, Point, Section
from szai_assess.telling.saying import Saying
from szai_assess.verdict import OUT_OF_SCOPE, PROHIBITED, Ends

SHOWN = 5  # entries of one list on the screen


class Changing:
    """Puts what would be otherwise into words."""

    def __init__(self, saying: Saying) -> None:
        """Keep the words."""
        self.saying, self.view, self.explanation = saying, saying.view, saying.explanation

    def cut(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """As much of a list as there is room for, and how much more there is."""
        if self.saying.full or len(points) <= SHOWN + 1:
            return tuple(points)
        more = self.saying.say("explain.more", count=str(len(points) - SHOWN))
        return (*points[:SHOWN], Point(more, QUIET))

    def merged(self, found: Iterable[Counterfactual]) -> list[Point]:
        """Counterfactuals in words: those that differ in one answer only stand together."""
        entries = [([(name, [answer]) for name, answer in each.changes], each.ends) for each in found]
        for place in (-1, 0):
            groups: dict[str, tuple[list[tuple[str, list[object]]], Ends]] = {}
            for changes, ends in entries:
                name, answers = changes[place]
                others = [each for each in changes if each is not changes[place]]
                kept = groups.setdefault(repr((others, name, ends)), (changes, ends))[0]
                if kept is not changes:
                    kept[place] = (name, [*kept[place][1], *answers])
            entries = list(groups.values())
        return [self.counterfactual(changes, ends) for changes, ends in entries]

    def counterfactual(self, changes: Sequence[tuple[str, Sequence[object]]], ends: Ends) -> Point:
        """Changes, of each answer any that does, with what they come to."""
        text = self.saying.say("explain.and").join(self.saying.change(name, answers) for name, answers in changes)
        return Point(f"{text} → {self.saying.outcome(ends)}")

    def designs(self) -> Section:
        """What a design could choose that would change the outcome; never a fact, and nothing while a red line is crossed."""
        about = self.saying.say("explain.changes_about")
        title = self.saying.say("explain.changes")
        outcome = self.view.verdict.outcome
        if outcome in (PROHIBITED, OUT_OF_SCOPE):
            key = "explain.suspended" if outcome == PROHIBITED else "explain.outside"
            return Section(title, "", (Point(self.saying.say(key)),))
        return Section(title, about, (*self.lower(), *self.higher(), *self.facts()))

    def lower(self) -> Iterator[Point]:
        """The designs that lower the outcome, or what holds it up."""
        found = self.merged(self.explanation.lowering(DESIGN))
        if found:
            yield Point(self.saying.say("explain.lowers"), STRONG, self.cut(found))
        elif self.view.verdict.outcome == self.view.pack.tiers[0]:
            yield Point(self.saying.say("explain.lowest"))
        else:
            rows = self.explanation.held_by
            below = [self.saying.say("explain.held_by", rows=self.saying.joined(rows))] if rows else []
            below += [self.saying.say("explain.overlap")] if len(rows) > 1 else []
            yield Point(self.saying.say("explain.none_lowers"), STRONG, tuple(Point(text) for text in below))

    def higher(self) -> Iterator[Point]:
        """The designs that raise the outcome."""
        chosen = (each for each in self.explanation.counterfactuals if (each.effect, each.kind) == (RAISES, DESIGN))
        found = self.merged(chosen)
        if found:
            yield Point(self.saying.say("explain.raises"), STRONG, self.cut(found))

    def facts(self) -> Iterator[Point]:
        """That there are facts that bear on it; which ones the screen does not say."""
        count = sum(1 for each in self.explanation.counterfactuals if each.kind == FACT and each.effect == LOWERS)
        if count:
            yield Point(self.saying.say("explain.facts", count=str(count)), QUIET)

    def misses(self) -> Section:
        """The rows that would raise the outcome and that one answer keeps from holding; the red lines themselves are left out."""
        title = self.saying.say("explain.misses")
        own = {row.name for row in self.view.pack.red_lines}
        found = []
        for miss in self.explanation.misses:
            ways = [way for way in miss.ways if way.raises and way.name not in own]
            if ways:
                found.append(self.miss(miss._replace(ways=tuple(ways))))
        if not found:
            return Section(title, "", (Point(self.saying.say("explain.no_misses")),))
        return Section(title, self.saying.say("explain.misses_about"), self.cut(found))

    def miss(self, miss: NearMiss) -> Point:
        """A row, what it would lead to, and the answers that it wants."""
        worst = max((way.ends for way in miss.ways), key=lambda ends: rank(self.view.pack, ends))
        text = f"{self.saying.row(miss.row, '', miss.basis, miss.cites)} → {self.saying.outcome(worst)}"
        answers: dict[str, list[object]] = {}
        for way in miss.ways:
            answers.setdefault(way.name, []).append(way.answer)
        wanted = (self.saying.change(name, every) for name, every in answers.items())
        below = tuple(Point(self.saying.say("explain.miss_if", change=change)) for change in wanted)
        return Point(text, "", below, self.saying.quotations(miss.cites))

    def judgements(self) -> Section:
        """The values that rest on this tool's own reading, and what other ones would come to."""
        title, found = self.saying.say("explain.judgements"), self.explanation.judgements
        if not found:
            return Section(title, "", (Point(self.saying.say("explain.no_judgements")),))
        return Section(title, self.saying.say("explain.judgements_about"), tuple(map(self.judgement, found)))

    def judgement(self, judged: Judgement) -> Point:
        """One value, and the others."""
        words = {
            value: self.view.label("tables", judged.table, "outputs", value)
            for value in (judged.value, *(other.value for other in judged.otherwise))
        }
        name = self.view.label("pack", "axes", judged.axis) if judged.axis else ""
        title = name or self.view.label("tables", judged.table, "title")
        rows = self.saying.joined(judged.rows)
        text = self.saying.say("explain.judged", title=title, value=words[judged.value], rows=rows)
        now = Ends(*self.view.verdict[:3])
        groups: dict[Ends, list[str]] = {}
        for other in judged.otherwise:
            groups.setdefault(other.ends, []).append(self.saying.say("explain.quoted", text=words[other.value]))
        if set(groups) == {now}:
            return Point(self.saying.say("explain.judged_same", judged=text))
        below = (
            self.saying.say(
                "explain.judged_other",
                values=self.saying.any_of(values),
                outcome=self.saying.outcome(ends),
            )
            for ends, values in groups.items()
            if ends != now
        )
        return Point(text, "", tuple(map(Point, below)))

    def settling(self) -> Iterator[Section]:
        """What would settle an unsettled verdict; no section where nothing is open."""
        found = self.explanation.deciding
        if not found.alone:
            return
        title, about = self.saying.say("explain.deciding"), self.saying.say("explain.settled_about")
        if found.sets:
            points = self.cut([self.together(each) for each in found.sets])
            yield Section(title, about, (Point(self.saying.say("explain.sets"), STRONG, points),))
        else:
            few = found.looked
            lead = self.saying.say("explain.no_sets", count=str(few)) if few else self.saying.say("explain.one_by_one")
            points = self.cut([self.together(each) for each in found.alone])
            yield Section(title, about, (Point(lead, STRONG, points),))

    def together(self, each: Together) -> Point:
        """Open answers, and what their values give: those that give the same together."""
        text = self.saying.say("explain.set", names=self.saying.joined([self.quoted(name) for name in each.names]))
        groups: dict[tuple[object, ...], list[Worth]] = {}
        for worth in each.worth:
            groups.setdefault((*map(repr, worth.answers[:-1]), worth.ends, worth.settled), []).append(worth)
        return Point(text, "", self.cut([self.worth(same) for same in groups.values()]))

    def quoted(self, name: str) -> str:
        """A question in quotation marks."""
        return self.saying.say("explain.quoted", text=self.saying.ask(name))

    def worth(self, same: Sequence[Worth]) -> Point:
        """Values that give the same, and what they give."""
        *before, (name, _) = same[0].answers
        texts = [self.saying.alternatives(each, [answer]) for each, answer in before]
        texts.append(self.saying.alternatives(name, [worth.answers[-1][1] for worth in same]))
        outcome = self.saying.outcome(same[0].ends)
        outcome += self.saying.say("explain.settled") if same[0].settled else ""
        return Point(f"{self.saying.say('explain.and').join(texts)} → {outcome}")

    def sections(self) -> tuple[Section, ...]:
        """All of them; what would settle the verdict comes first, since that is what to do."""
        return (*self.settling(), self.designs(), self.misses(), self.judgements())
