"""One sitting of an interview: the answers so far, the way back, what comes next, and where it stands."""

from collections.abc import Callable, Generator
from typing import Any, NamedTuple

from szai_assess.answers import Answers, Values
from szai_assess.classify import ends, evaluated, openings, waits
from szai_assess.condition import CANNOT
from szai_assess.errors import OutputError
from szai_assess.interview import page as pages
from szai_assess.interview.changes import arriving, leaving, without
from szai_assess.interview.page import Page, Standing
from szai_assess.interview.prompts import (
    ANSWER,
    Plan,
    Prompt,
    missing,
    next_name,
    open_names,
    prompt_for,
    uncertain,
)
from szai_assess.interview.replies import Reply, put
from szai_assess.pack import UNKNOWN, Pack
from szai_assess.verdict import State
from szai_assess.words import Words

Talk = Generator[Page, Any, Any]


class Desk(NamedTuple):
    """What an interview needs of the world: the pack and its words, where answers are saved, and what day it is."""

    pack: Pack
    words: Words
    save: Callable[[Answers], object]
    day: Callable[[], str]


class Sitting:
    """One sitting at a desk. What may have to ask the person is a generator of pages."""

    def __init__(self, desk: Desk, answers: Answers, plan: Plan) -> None:
        """Sit down with these answers."""
        self.desk, self.pack = desk, desk.pack
        self.answers, self.plan = answers, plan
        self.states: list[tuple[Values, State]] = []
        self.past: list[tuple[Answers, Prompt]] = []
        self.trail = self.answered()
        self.ahead: list[str] = []
        self.again = uncertain(self.pack, self.state(answers), plan) if plan.wanted is not None else []
        self.noticed: set[str] = set()

    def state(self, answers: Answers) -> State:
        """The state of some answers; that of the last two is kept, since one step asks for it several times."""
        for values, state in self.states:
            if values is answers.values:
                return state
        found = evaluated(self.pack, answers.values)
        self.states = [(answers.values, found), *self.states[:1]]
        return found

    def upcoming(self) -> Prompt | None:
        """What comes next: what a change has opened, then what is open, then what this person was not sure of."""
        state = self.state(self.answers)
        places = {question.id: place for place, question in enumerate(self.pack.questions)}
        waiting = frozenset(open_names(self.pack, self.answers, state, self.plan)) if self.ahead else frozenset()
        for name in self.ahead:
            if name in waiting and not waits(self.pack, places[name.partition(".")[0]], state):
                return prompt_for(self.pack, name)
        found = next_name(self.pack, self.answers, state, self.plan)
        if found:
            return prompt_for(self.pack, found)
        while self.again:
            name = self.again.pop(0)
            place = places[name.partition(".")[0]]
            if state.asked[place] != CANNOT and not waits(self.pack, place, state):
                return prompt_for(self.pack, name)
        return None

    def answered(self) -> list[str]:
        """What has an answer and is asked, in pack order: the way back through a file that was begun before."""
        state = self.state(self.answers)
        return [
            name
            for question, asked in zip(self.pack.questions, state.asked, strict=True)
            if asked != CANNOT
            for name in question.names
            if name.partition(".")[2] not in missing(question, self.answers) and self.plan.asks(name)
        ]

    def before(self, prompt: Prompt) -> Prompt | None:
        """The prompt before this one on the way that was taken; of a remark, the answer it is about."""
        if prompt.kind != ANSWER:
            return prompt_for(self.pack, prompt.name)
        way = self.way()
        place = way.index(prompt.name) if prompt.name in way else len(way)
        return prompt_for(self.pack, way[place - 1]) if place else None

    def way(self) -> list[str]:
        """What has an answer and is asked, in the order in which it was answered."""
        asked = frozenset(self.answered())
        return [name for name in self.trail if name in asked]

    def last(self) -> Prompt:
        """The last prompt on the way; the first question where there was none."""
        return prompt_for(self.pack, [self.pack.questions[0].names[0], *self.way()][-1])

    def take(self, prompt: Prompt, reply: Reply) -> Talk:
        """Put a reply in and save it, unless the person shrinks from what it takes away; gives whether it was taken."""
        after = put(self.answers, prompt, reply)
        if prompt.name not in self.trail:
            self.trail.append(prompt.name)
        if after == self.answers:
            return True
        gone = leaving(self.pack, after, self.state(self.answers), self.state(after))
        if gone:
            ways = (pages.RETURN, pages.KEEP, pages.GO)
            told = {"answers": self.answers}
            choice = yield self.page(pages.LEAVING, prompt, ways, firm=True, names=gone, details=told)
            if choice not in (pages.GO, pages.KEEP):
                return False
            after = without(after, gone) if choice == pages.GO else after
        before = self.answers
        yield from self.store(after._replace(assessed_on=""), prompt)
        self.past.append((before, prompt))
        self.ahead = [*arriving(self.pack, after, self.state(before), self.state(after)), *self.ahead]
        return True

    def store(self, answers: Answers, prompt: Prompt) -> Talk:
        """Save answers after a prompt; where that fails, try again as often as the person wishes."""
        while True:
            try:
                self.desk.save(answers)
            except OutputError as error:
                page = self.page(pages.TROUBLE, prompt, (pages.RETRY, pages.LATER), details={"error": error})
                if (yield page) != pages.RETRY:
                    raise
            else:
                self.answers = answers
                return

    def asking(self, prompt: Prompt, draft: Reply, problem: str) -> Page:
        """The page of a prompt."""
        firm = prompt.kind == ANSWER and prompt.name in {line.name for line in self.pack.red_lines}
        options = ((UNKNOWN,) if prompt.question.may_be_unknown and prompt.options else ()) + prompt.options
        held = {"note": self.answers.notes.get(prompt.name, ""), "evidence": self.answers.evidence.get(prompt.name, "")}
        details = held if prompt.kind == ANSWER else {}
        told = {"given": draft, "firm": firm, "problem": problem, "details": details}
        return self.page(pages.QUESTION, prompt, options, style=prompt.style, **told)

    def page(self, kind: str, prompt: Prompt, options: tuple[str, ...], *, style: str = "one", **more: Any) -> Page:
        """A page, with where the interview stands."""
        plan = self.plan._replace(quick=False) if kind == pages.RESULT else self.plan  # it asks whether to go on
        return Page(kind, prompt, style, options, self.standing(prompt, plan), **more)

    def standing(self, prompt: Prompt, plan: Plan) -> Standing:
        """Where the interview stands under a plan."""
        state = self.state(self.answers)
        opened = openings(self.pack, self.answers.values, state)
        left = tuple(open_names(self.pack, self.answers, state, plan))
        decide = tuple(name for name in opened.deciding if name not in opened.unknown)
        section = self.desk.words.section(prompt.question.id)
        return Standing(section, ends(self.pack, state), questions_of(decide), questions_of(left), left)


def questions_of(names: tuple[str, ...]) -> int:
    """How many questions these prompts belong to."""
    return len({name.partition(".")[0] for name in names})
