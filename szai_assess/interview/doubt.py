"""What a person who is not sure can still say: answer plainer questions, give part of the answer, or leave it open."""

from typing import Any

from szai_assess.interview import page as pages
from szai_assess.interview.page import Wish
from szai_assess.interview.prompts import Prompt
from szai_assess.interview.sitting import Sitting, Talk
from szai_assess.interview.unsure import cost, narrowed, partial, parts, says_something
from szai_assess.pack import UNKNOWN


def not_sure(sitting: Sitting, prompt: Prompt) -> Talk:
    """What a person who is not sure can still say; ``None`` to choose after all."""
    probes = sitting.desk.words.unsure(prompt.name)
    ways = (*((pages.PROBE,) if probes else ()), *((pages.PART,) if parts(prompt) else ()), pages.OPEN)
    while True:
        details = {"cost": cost(sitting.pack, sitting.answers, prompt)}
        way = yield sitting.page(pages.UNSURE, prompt, ways, details=details)
        if way == pages.OPEN:
            return UNKNOWN
        if way not in ways:
            return None
        found = yield from (probe(sitting, prompt, probes) if way == pages.PROBE else part(sitting, prompt))
        if found is not None:
            return found or None


def probe(sitting: Sitting, prompt: Prompt, probes: Any) -> Talk:
    """The plainer questions, one by one, and what they come to; empty to choose after all, ``None`` for another way."""
    replies: list[str] = []
    while len(replies) < len(probes):
        details = {"ask": probes[len(replies)]["ask"], "number": len(replies) + 1, "total": len(probes)}
        reply = yield sitting.page(pages.PROBE, prompt, (UNKNOWN, pages.YES, pages.NO), details=details)
        if isinstance(reply, Wish) and not replies:
            return None
        replies = replies[:-1] if isinstance(reply, Wish) else [*replies, reply]
    found = narrowed(prompt, probes, replies)
    if not says_something(prompt, found):
        found = ()
    taken = (pages.TAKE, *((pages.ALL,) if prompt.style == "many" else ())) if found else ()
    reply = yield sitting.page(pages.FOUND, prompt, (*taken, pages.CHOOSE, pages.OPEN), names=found)
    whole = {pages.TAKE: partial(prompt, found), pages.ALL: found, pages.OPEN: UNKNOWN, pages.CHOOSE: ""}
    return None if isinstance(reply, Wish) else whole[reply]


def part(sitting: Sitting, prompt: Prompt) -> Talk:
    """As much of the answer as is known; ``None`` for another way."""
    problem = ""
    while True:
        reply = yield sitting.page(pages.PART, prompt, parts(prompt), style="many", problem=problem)
        if isinstance(reply, Wish):
            return None
        if reply:
            return partial(prompt, tuple(option for option in prompt.options if option in reply))
        problem = "assess.choose_some"
