"""The next steps after a verdict, in the order in which they are taken."""

from collections.abc import Iterable, Iterator
from itertools import islice

from szai_assess.document import KINDS
from szai_assess.handover import handover
from szai_assess.show.view import View
from szai_assess.verdict import ON_HOLD, OUT_OF_SCOPE, PROHIBITED

STEPS = 3
FACT, AUTHORITY = "fact", "authority"  # the blanks that come first, and those that are not the user's to fill
WORDS = {
    "fact": "show.fact",
    "evidence": "show.evidence",
    "signature": "show.signature",
    "to_verify": "show.to_verify",
    "authority": "show.authority",
}


def kinds(view: View, wanted: Iterable[str] = KINDS) -> str:
    """How many blanks there are of each kind that occurs."""
    found = [blank.kind for blank in view.blanks]
    counts = ((kind, found.count(kind)) for kind in wanted)
    return view.joined(view.say(WORDS[kind], count=str(count)) for kind, count in counts if count)


def people(view: View) -> dict[str, str]:
    """How much can change the outcome, and who is to be asked about it; the red lines have a step of their own."""
    told = {row.name for row in view.pack.red_lines}
    counts = {
        role: sum(1 for item in items if item.deciding and item.name not in told)
        for role, items in handover(view.assessment)
    }
    named = [(view.label("pack", "who", role), str(count)) for role, count in counts.items() if count]
    asked = view.joined(view.say("show.role_count", role=role, count=count) for role, count in named)
    return {"count": str(sum(counts.values())), "people": asked} if named else {}


def answering(view: View) -> Iterator[str]:
    """The required answers that are missing."""
    if view.verdict.open.required:
        yield view.say("show.step_answer", command=view.command("assess"))


def settling(view: View) -> Iterator[str]:
    """What can still change the outcome, else what is required for a result."""
    asked = people(view)
    if asked:
        yield view.say("show.step_settle", **asked, command=view.command("assess"))
    else:
        yield from answering(view)


def filling(view: View) -> Iterator[str]:
    """What has to be filled in: facts first, then what rests on other people."""
    if not view.papers:
        yield view.say("show.step_render", command=view.command("render"))
        yield view.say("show.step_fill")
        return
    facts = {paper.id: sum(1 for blank in paper.blanks if blank.kind == FACT) for paper in view.papers}
    if any(facts.values()):
        first = max(facts, key=facts.__getitem__)
        key = "show.step_facts_one" if facts[first] == sum(facts.values()) else "show.step_facts"
        counts = {"count": str(sum(facts.values())), "first": str(facts[first])}
        yield view.say(key, paper=view.label("documents", first, "title"), **counts)
    rest = [kind for kind in KINDS if kind not in (FACT, AUTHORITY)]
    count = sum(1 for blank in view.blanks if blank.kind in rest)
    if count:
        yield view.say("show.step_rest", count=str(count), kinds=kinds(view, rest))


def before_launch(view: View) -> Iterator[str]:
    """What the highest tier asks for before launch."""
    if view.verdict.highest == view.pack.tiers[-1] and view.verdict.supervision:
        yield view.say("show.step_launch", mode=view.label("pack", "supervisions", view.verdict.supervision))


def clarifying(view: View) -> Iterator[str]:
    """What there is to do while a red line is not clear."""
    asked = people(view)
    yield view.say("show.step_clarify")
    if asked:
        yield view.say("show.step_ask", **asked)
    else:
        yield from first_of(filling(view))
    yield from first_of((*answering(view), view.say("show.step_again", command=view.command("assess"))))


def first_of(found: Iterable[str]) -> Iterator[str]:
    """The first of several steps alone."""
    return islice(found, 1)


def outside(view: View) -> Iterator[str]:
    """What there is to do where the pack does not apply."""
    yield view.say("show.step_ground")
    yield view.say("show.step_keep", file=view.file)
    yield view.say("show.step_changed", command=view.command("assess"))


def stopping(view: View) -> Iterator[str]:
    """What there is to do where a red line may have been crossed."""
    yield view.say("show.step_stop")
    yield from first_of(filling(view))
    yield view.say("show.step_again", command=view.command("assess"))


def launching(view: View) -> Iterator[str]:
    """What there is to do on the way to a release."""
    yield from islice((*settling(view), *before_launch(view), *filling(view)), STEPS - 1)
    yield view.say("show.step_check", command=view.command("check"))


def steps(view: View) -> Iterator[str]:
    """Three steps, or fewer where there is less to do."""
    by_outcome = {OUT_OF_SCOPE: outside, PROHIBITED: stopping, ON_HOLD: clarifying}
    return by_outcome.get(view.verdict.outcome, launching)(view)
