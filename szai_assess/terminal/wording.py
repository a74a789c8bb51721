"""A page of the interview put into words, before anybody asks how wide the screen is. Pure."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from szai_assess.answers import Answers
from szai_assess.errors import AssessError
from szai_assess.interview import page as pages
from szai_assess.interview.page import Page
from szai_assess.interview.prompts import ANSWER, Prompt, prompt_for
from szai_assess.interview.replies import given
from szai_assess.messages import advice, say
from szai_assess.pack import NONE, UNKNOWN, Pack
from szai_assess.restate import brief
from szai_assess.terminal.pace import minutes
from szai_assess.text import one_line
from szai_assess.verdict import ON_HOLD, OUT_OF_SCOPE, Ends
from szai_assess.words import Words

PLAIN, STRONG, ALARM, QUIET = "", "strong", "alarm", "quiet"


class Passage(NamedTuple):
    """A piece of text with its style; ``indent`` in cells, ``lead`` before its first line instead of the indent."""

    text: str
    style: str = PLAIN
    indent: int = 0
    lead: str = ""


class Sheet(NamedTuple):
    """The words of a page: where the interview stands, what is said about the question, the question, what can be chosen.

    ``groups`` names the group of a choice, where the choices are grouped; ``limit`` is the most characters of a text.
    """

    status: tuple[str, ...]
    above: tuple[Passage, ...]
    title: str
    below: tuple[Passage, ...]
    choices: tuple[tuple[str, str], ...]
    groups: Mapping[str, str]
    problem: str
    limit: int


class Wording:
    """Puts pages into the words of a pack, in one language."""

    def __init__(self, pack: Pack, words: Words, language: str) -> None:
        """Speak this language with the words of this pack."""
        self.pack, self.words, self.language = pack, words, language
        self.red_lines = frozenset(line.name for line in pack.red_lines)

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def label(self, *path: str) -> str:
        """Words of the pack."""
        return self.words.label(*path, language=self.language)

    def sheet(self, page: Page, limit: int) -> Sheet:
        """The words of a page; a text may have ``limit`` characters where the pack sets no lower bound."""
        above, title, below = self.speak(page)
        return Sheet(
            self.status(page),
            tuple(above),
            title,
            tuple(below),
            self.choices(page),
            self.groups(page),
            self.problem(page, min(self.bound(page), limit)),
            min(self.bound(page), limit),
        )

    # where it stands

    def status(self, page: Page) -> tuple[str, ...]:
        """The section, the range so far and what may change it, what is left to ask."""
        standing = page.standing
        if standing.deciding:
            change = self.say("assess.deciding", count=str(standing.deciding))
        else:
            change = self.say("assess.decided")
        left = self.say("assess.none_left")
        if standing.left:
            time = str(minutes(self.words, standing.open, self.language))
            left = self.say("assess.left", count=str(standing.left), minutes=time)
        range_ = self.say("assess.so_far", range=self.ends(standing.ends, held=not standing.deciding))
        return (self.label("sections", standing.section, "title"), f"{range_} · {change}", left)

    def ends(self, ends: Ends, *, held: bool) -> str:
        """A range of tiers, before it the outcome where that is no tier; ``held``: also where it only is on hold."""
        lowest, highest = (self.label("pack", "outcomes", tier) for tier in (ends.lowest, ends.highest))
        tiers = lowest if ends.settled else self.say("assess.range", lowest=lowest, highest=highest)
        if ends.graded or (ends.outcome == ON_HOLD and not held):
            return tiers
        outcome = self.label("pack", "outcomes", ends.outcome)
        return outcome if ends.outcome == OUT_OF_SCOPE else outcome + self.say("show.colon") + tiers

    # what is said on a page

    def speak(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """What stands above the question, the question, and what stands below it."""
        if page.kind == pages.END and page.standing.left:
            return [], self.say("assess.end_waits", count=str(page.standing.left)), []
        if page.kind in (pages.REVIEW, pages.RESULT, pages.END):
            return [], self.say(f"assess.{page.kind}"), []
        told: tuple[list[Passage], str, list[Passage]] = getattr(self, f"speak_{page.kind}")(page)
        return told

    def speak_question(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """A question, or a part of it below the question; a remark below what it is about."""
        prompt = page.prompt
        ask = self.label("questions", prompt.question.id, "ask")
        below = [
            Passage(self.say(f"assess.held_{kind}", text=str(text))) for kind, text in page.details.items() if text
        ]
        if not prompt.part and prompt.kind == ANSWER:
            return [], ask, below
        if prompt.kind != ANSWER:
            return [Passage(self.asked(prompt), QUIET)], self.say(f"assess.{prompt.kind}"), []
        parts = prompt.question.parts
        title = f"{parts.index(prompt.part) + 1}/{len(parts)} {self.words.ask(prompt.name, self.language)}"
        return [Passage(ask, QUIET)], title, below

    def speak_unsure(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """What can be done about not being sure, who could know, and what not knowing costs."""
        ends = page.details["cost"]
        assert isinstance(ends, Ends)
        below = [
            Passage(self.say("assess.unsure_who", who=self.who(page.prompt))),
            Passage(self.say("assess.unsure_cost", range=self.ends(ends, held=page.prompt.name in self.red_lines))),
        ]
        return [Passage(self.asked(page.prompt), QUIET)], self.say("assess.unsure"), below

    def speak_probe(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """A plainer question."""
        ask: Any = page.details["ask"]
        place = self.say("assess.probe", number=str(page.details["number"]), total=str(page.details["total"]))
        about = self.say("assess.beside", ask=self.asked(page.prompt))
        return [Passage(about, QUIET), Passage(place, QUIET)], str(ask[self.language]), []

    def speak_part(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """Which options are certain, or still possible."""
        return [Passage(self.asked(page.prompt), QUIET)], self.say(f"assess.part_{page.prompt.style}"), []

    def speak_found(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """What the plainer questions come to."""
        many = page.prompt.style == "many"
        key = "nothing" if not page.names else "least" if many else "one" if len(page.names) == 1 else "some"
        below = [Passage(self.option(page.prompt, name), PLAIN, 4, "  - ") for name in page.names]
        return [Passage(self.asked(page.prompt), QUIET)], self.say(f"assess.found_{key}"), below

    def speak_leaving(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """The answers that no longer apply."""
        below = [
            Passage(self.line(name, page.details["answers"]), PLAIN, 4, "  - ")
            for ident in page.names
            for name in self.pack.question(ident).names
        ]
        return [], self.say("assess.leaving", count=str(len(page.names))), below

    def speak_notice(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """A notice of the pack."""
        group, name = page.names
        title = self.label(group, name, "title" if group == "sections" else "ask")
        return [Passage(title, QUIET)], self.label(group, name, "notice"), []

    def speak_trouble(self, page: Page) -> tuple[list[Passage], str, list[Passage]]:
        """Why an answer could not be saved, and what to do."""
        error = page.details["error"]
        assert isinstance(error, AssessError)
        below = []
        for fault in error.faults:
            below.append(Passage(f"{fault.code} " + say(fault.code, self.language, **fault.details), ALARM))
            below.append(Passage(advice(fault.code, self.language, **fault.details)))
        return [], self.say("assess.trouble"), below

    # what can be chosen

    def choices(self, page: Page) -> tuple[tuple[str, str], ...]:
        """The options of a page in words; an empty one first where Enter alone must not choose."""
        titles = tuple((option, self.title(page, option)) for option in page.options)
        free = page.style == "one" and UNKNOWN not in page.options and page.kind == pages.QUESTION
        return (("", self.say("assess.choose")), *titles) if free or page.firm else titles

    def title(self, page: Page, option: str) -> str:
        """The words of an option of a page."""
        if page.kind in (pages.QUESTION, pages.PART):
            return self.option(page.prompt, option)
        if page.kind == pages.REVIEW:
            return self.reviewed(option, page.details["answers"])
        who, count = self.who(page.prompt), str(len(self.words.unsure(page.prompt.name)))
        return self.say(f"assess.{self.key(page, option)}", who=who, count=count)

    def groups(self, page: Page) -> dict[str, str]:
        """The group of each answer of a review: what is not known first, then its section."""
        if page.kind != pages.REVIEW:
            return {}
        unsure = dict.fromkeys(page.names, self.say("assess.not_known"))
        sections = {name: self.section(name) for name in page.options}
        return {**sections, **unsure}

    def section(self, name: str) -> str:
        """The title of the section that a question is in."""
        return self.label("sections", self.words.section(name), "title")

    def key(self, page: Page, option: str) -> str:
        """The message of a choice that the interview itself offers."""
        many = page.prompt.style == "many"
        special = {
            (pages.UNSURE, pages.PROBE): "way_probe",
            (pages.UNSURE, pages.PART): f"way_part_{page.prompt.style}",
            (pages.UNSURE, pages.OPEN): "way_open",
            (pages.FOUND, pages.TAKE): "take_least" if many else "take",
            (pages.FOUND, pages.ALL): "take_all",
            (pages.FOUND, pages.CHOOSE): "choose_after",
            (pages.FOUND, pages.OPEN): "leave_open",
            (pages.END, pages.LOOK): "look",
            (pages.TROUBLE, pages.LATER): "give_up",
        }
        return special.get((page.kind, option), option)

    def option(self, prompt: Prompt, option: str) -> str:
        """The words of an option of a question."""
        return (
            self.say("assess.unknown") if option == UNKNOWN else self.words.option(prompt.name, option, self.language)
        )

    # answers in words

    def answer(self, prompt: Prompt, answers: Answers) -> str:
        """What the answers hold for a prompt, on one line."""
        value = given(prompt, answers)
        if isinstance(value, str):
            return one_line(value) or self.say("assess.blank")
        return self.say("show.comma").join(self.option(prompt, option) for option in value)

    def line(self, name: str, answers: Any) -> str:
        """A question and its answer on one line."""
        prompt = prompt_for(self.pack, name)
        return self.say("assess.answer", ask=self.asked(prompt), answer=self.answer(prompt, answers))

    def reviewed(self, name: str, answers: Any) -> str:
        """A question and its answer as the review lists them: open ones are marked."""
        prompt = prompt_for(self.pack, name)
        if not is_answered(prompt, answers):
            return self.say("assess.open", ask=self.asked(prompt))
        return self.line(name, answers)

    def asked(self, prompt: Prompt) -> str:
        """The question on one line; of a part, the part."""
        return brief(one_line(self.words.ask(prompt.name, self.language)))

    def who(self, prompt: Prompt) -> str:
        """Who can usually answer."""
        return self.label("pack", "who", self.words.who(prompt.name))

    # why a reply cannot stand

    def bound(self, page: Page) -> int:
        """The most characters of a text."""
        known = self.words.question(page.prompt.question.id).get("max") if page.prompt.kind == ANSWER else None
        return int(known) if known else 1 << 30

    def problem(self, page: Page, limit: int) -> str:
        """The problem of a page in words; empty where there is none."""
        if not page.problem:
            return ""
        none = self.words.option(page.prompt.name, NONE, self.language) if page.problem == "assess.none_alone" else ""
        length = len(page.given) if isinstance(page.given, str) else 0
        return self.say(page.problem, none=none, limit=str(limit), length=str(length))


def is_answered(prompt: Prompt, answers: Answers) -> bool:
    """Whether there is an answer, be it that it is not known, or that it was left blank."""
    value = answers.values.get(prompt.question.id)
    return value is not None and (not isinstance(value, Mapping) or not value or prompt.part in value)
