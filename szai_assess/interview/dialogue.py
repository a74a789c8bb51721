"""The interview as a conversation: pages go out, replies and wishes come in, every answer is saved before the next page.

Pure but for what the desk gives. Generators, so that each way through it reads like what it is; whoever shows the pages
sends back what the person did, and raises ``Stopped`` to stop: what was saved before stays.
"""

from collections.abc import Generator

from szai_assess.answers import Answers
from szai_assess.interview import page as pages
from szai_assess.interview.doubt import not_sure
from szai_assess.interview.page import Page, Wish
from szai_assess.interview.prompts import (
    EVIDENCE,
    NOTE,
    Plan,
    Prompt,
    follow_up,
    next_prompt,
    open_names,
    prompt_for,
    uncertain,
)
from szai_assess.interview.replies import Reply, given, objection
from szai_assess.interview.sitting import Desk, Sitting, Talk
from szai_assess.pack import UNKNOWN


def begin(desk: Desk, answers: Answers, plan: Plan) -> Generator[Page, Reply | Wish, Answers]:
    """The conversation from these answers on; gives the answers at its end.

    Raises OutputError where an answer cannot be saved and the person gives up trying.
    """
    return talk(Sitting(desk, answers, plan))


def talk(sitting: Sitting) -> Talk:
    """The whole conversation."""
    prompt = sitting.upcoming()
    if prompt is None and sitting.answers.assessed_on and not sitting.plan.quick:
        return sitting.answers
    while True:
        while prompt is not None:
            yield from notices(sitting, prompt)
            prompt = yield from pose(sitting, prompt)
        prompt = yield from close(sitting)
        if prompt is None:
            return sitting.answers if sitting.plan.quick else (yield from finish(sitting))


def pose(sitting: Sitting, prompt: Prompt) -> Talk:
    """Ask one prompt until it has a reply that stands, or the person goes elsewhere; gives the prompt that follows."""
    draft, problem = given(prompt, sitting.answers), ""
    while True:
        reply = yield sitting.asking(prompt, draft, problem)
        if isinstance(reply, Wish):
            draft = reply.draft
            elsewhere, problem = yield from grant(sitting, prompt, reply.kind)
            if elsewhere is not None:
                return elsewhere
            continue
        draft, problem = reply, objection(prompt, reply)
        if problem:
            continue
        if reply in (UNKNOWN, [UNKNOWN], (UNKNOWN,)) and prompt.options:
            reply = yield from not_sure(sitting, prompt)
        if reply is not None and (yield from sitting.take(prompt, reply)):
            return follow_up(sitting.pack, prompt, sitting.answers) or sitting.upcoming()


def close(sitting: Sitting) -> Talk:
    """The last page: the verdict of a quick run, or a last look; gives the prompt to go on with, if any."""
    at = sitting.last()
    if sitting.plan.quick:
        page = sitting.page(pages.RESULT, at, (pages.PAPERS, pages.LATER), details={"answers": sitting.answers})
    else:
        page = sitting.page(pages.END, at, (pages.FINISH, pages.LOOK))
    while True:
        reply = yield page
        if reply == pages.PAPERS:
            sitting.plan = sitting.plan._replace(quick=False)
            return sitting.upcoming()
        if reply in (pages.FINISH, pages.LATER):
            return None
        wish = reply.kind if isinstance(reply, Wish) else pages.LOOK
        if wish == pages.BACK and sitting.way():
            return at
        elsewhere, problem = yield from grant(sitting, at, wish)
        if elsewhere is not None:
            return elsewhere
        page = page._replace(problem=problem)


def finish(sitting: Sitting) -> Talk:
    """Date the answers, if nothing at all is left to ask."""
    if next_prompt(sitting.pack, sitting.answers) is None and not sitting.answers.assessed_on:
        yield from sitting.store(sitting.answers._replace(assessed_on=sitting.desk.day()), sitting.last())
    return sitting.answers


def grant(sitting: Sitting, prompt: Prompt, wish: str) -> Talk:
    """Follow a wish; gives (the prompt to go to, if any, and what to say where it cannot be followed)."""
    if wish == pages.UNDO:
        return (yield from undo(sitting))
    if wish == pages.BACK:
        before = sitting.before(prompt)
        return before, "" if before else "assess.no_back"
    if wish == pages.LOOK:
        return (yield from review(sitting, prompt)), ""
    kind = NOTE if wish == pages.REMARK else EVIDENCE
    return (yield from remark(sitting, prompt._replace(kind=kind, options=()))), ""


def undo(sitting: Sitting) -> Talk:
    """Put the answers back as they were before the last change."""
    if not sitting.past:
        return None, "assess.no_undo"
    answers, prompt = sitting.past.pop()
    yield from sitting.store(answers, prompt)
    return prompt, ""


def review(sitting: Sitting, prompt: Prompt) -> Talk:
    """All answers by section, the ones that are not known before all; gives the prompt that the person goes to."""
    names, unsure = listing(sitting)
    details = {"answers": sitting.answers}
    reply = yield sitting.page(pages.REVIEW, prompt, names, given=(prompt.name,), names=unsure, details=details)
    return prompt_for(sitting.pack, reply) if reply in names else None


def listing(sitting: Sitting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(all that is asked: what is not known, then by section, in each what is open first; what is not known)."""
    pack, words, everything = sitting.pack, sitting.desk.words, sitting.plan._replace(quick=False)
    state = sitting.state(sitting.answers)
    unsure = tuple(uncertain(pack, state, everything))
    names = [*open_names(pack, sitting.answers, state, everything), *sitting.answered()]
    places = {section: place for place, section in enumerate(words.tree["sections"])}
    ordered = sorted(names, key=lambda name: places.get(words.section(name), 0))
    return tuple(dict.fromkeys([*unsure, *ordered])), unsure


def remark(sitting: Sitting, prompt: Prompt) -> Talk:
    """A note or evidence beside the question that stands, back leaves it as it was; gives where else to go, if anywhere."""
    draft, problem = given(prompt, sitting.answers), ""
    while True:
        reply = yield sitting.asking(prompt, draft, problem)
        if isinstance(reply, Wish):
            if reply.kind == pages.BACK:
                return None
            draft = reply.draft
            elsewhere, problem = yield from grant(sitting, prompt, reply.kind)
            if elsewhere is not None:
                return elsewhere
            continue
        draft, problem = reply, objection(prompt, reply)
        if not problem:
            yield from sitting.take(prompt, reply)
            return None


def notices(sitting: Sitting, prompt: Prompt) -> Talk:
    """What has to be read before this prompt, once in a sitting."""
    words = sitting.desk.words
    ident = prompt.question.id
    for group, name in (("sections", words.section(ident)), ("questions", ident)):
        if f"{group}.{name}" in sitting.noticed or "notice" not in words.tree[group].get(name, {}):
            continue
        sitting.noticed.add(f"{group}.{name}")
        while (yield sitting.page(pages.NOTICE, prompt, (pages.READ,), firm=True, names=(group, name))) != pages.READ:
            pass
