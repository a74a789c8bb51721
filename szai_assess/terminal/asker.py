"""What is put on the screen for a prompt of the interview, in which words, and in which order."""

from typing import Any

from szai_assess.answers_reader import LIMIT
from szai_assess.citing import cite
from szai_assess.interview import ANSWER, EVIDENCE, NOTE, Prompt, Reply, objection
from szai_assess.messages import say
from szai_assess.pack import NONE, UNKNOWN
from szai_assess.terminal.prompts import Draft, console, many, one, tell, typed, width
from szai_assess.text import visible, wrapped
from szai_assess.words import Words

BOLD, FAINT, WARN, GIVEN = "bold", "fg:ansibrightblack", "fg:ansiyellow", "fg:ansigreen"


class Asker:
    """Asks the prompts of one interview; remembers which headings and notices are on the screen already."""

    def __init__(self, words: Words, language: str) -> None:
        """Ask in this language with the words of this pack."""
        self.words = words
        self.language = language
        self.section = ""
        self.question = ""

    def __call__(self, prompt: Prompt) -> Reply:
        """The reply to a prompt, asked for until it can stand.

        Raises Stopped, and UsageError where there is no console.
        """
        with console():
            self.introduce(prompt)
            draft = Draft()
            while True:
                self.pose(prompt)
                got = self.answer(prompt, draft)
                if isinstance(got, Draft):
                    draft = got
                    self.help(prompt)
                    continue
                problem = self.objection(prompt, got)
                if not problem:
                    self.echo(prompt, got)
                    return got
                tell(problem, WARN)
                draft = Draft(got) if isinstance(got, str) else Draft("", tuple(got), ("", *got)[-1])

    def answer(self, prompt: Prompt, draft: Draft) -> Reply | Draft:
        """What comes back from a prompt in its style."""
        hint = "\n".join(wrapped(self.say(f"assess.keys_{prompt.style}"), width() - 2))
        if prompt.style == "many":
            return many(self.titles(prompt), draft, hint)
        if prompt.style == "one":
            return one(self.titles(prompt), draft, hint) or ()
        return typed(draft, hint)

    def titles(self, prompt: Prompt) -> dict[str, str]:
        """The options in order: first "not sure", or an empty one where not knowing is not offered."""
        first: dict[str, str] = {}
        if prompt.question.may_be_unknown:
            first[UNKNOWN] = self.say("assess.unknown")
        elif prompt.style == "one":
            first[""] = self.say("assess.choose")
        return first | {option: self.words.option(prompt.name, option, self.language) for option in prompt.options}

    def objection(self, prompt: Prompt, reply: Reply) -> str:
        """Why a reply cannot stand, in words; empty where it can."""
        known = self.words.question(prompt.question.id).get("max") if prompt.kind == ANSWER else None
        limit = min(int(known or LIMIT), LIMIT)
        if isinstance(reply, str) and len(reply) > limit:
            return self.say("assess.too_long", limit=str(limit), length=str(len(reply)))
        key = objection(prompt, reply)
        if not key:
            return ""
        none = self.words.option(prompt.name, NONE, self.language) if key == "assess.none_alone" else ""
        return self.say(key, none=none)

    def say(self, key: str, **details: str) -> str:
        """A sentence of the interface."""
        return say(key, self.language, **details)

    def label(self, *path: str) -> str:
        """Words of the pack."""
        return self.words.label(*path, language=self.language)

    def introduce(self, prompt: Prompt) -> None:
        """The section's title and notice, the question's notice and its text, each when it begins."""
        ident = prompt.question.id
        words = self.words.question(ident)
        if words.get("section", "") != self.section:
            self.section = str(words["section"])
            tell("\n" + self.label("sections", self.section, "title"), BOLD)
            self.notice("sections", self.section)
        if ident == self.question:
            return
        self.question = ident
        self.notice("questions", ident)
        if prompt.part:
            tell(f"\n{self.label('questions', ident, 'ask')}{self.left(prompt)}", BOLD)

    def notice(self, *path: str) -> None:
        """A notice of the pack, where there is one."""
        text = self.label(*path, "notice")
        if text != "notice":
            tell("\n" + text, WARN)

    def left(self, prompt: Prompt) -> str:
        """How many questions are open, in brackets."""
        counted = self.say("assess.left", count=str(prompt.left))
        return f" ({counted})" if self.language == "en" else f"（{counted}）"

    def pose(self, prompt: Prompt) -> None:
        """What is asked: the question, or the part of it."""
        ident, part, parts = prompt.question.id, prompt.part, prompt.question.parts
        if prompt.kind in (NOTE, EVIDENCE):
            tell(self.say(f"assess.{prompt.kind}"))
        elif part:
            group = "fields" if prompt.question.type == "form" else "rows"
            place = f"{parts.index(part) + 1}/{len(parts)} "
            tell(self.label("questions", ident, group, part), "", " " * len(place), place)
        else:
            tell(f"\n{self.label('questions', ident, 'ask')}{self.left(prompt)}", BOLD)

    def echo(self, prompt: Prompt, reply: Reply) -> None:
        """The reply, as it is kept."""
        names = self.titles(prompt) if prompt.style in ("one", "many") else {}
        replies = [reply] if isinstance(reply, str) else reply
        text = self.say("show.comma").join(names.get(item, visible(item)) for item in replies)
        tell(text or self.say("assess.blank"), GIVEN, "    ", "  = ")

    def help(self, prompt: Prompt) -> None:
        """Why it is asked, who can answer, how to answer, and the words of the law."""
        words = self.words.question(prompt.question.id)
        group = words.get("fields" if prompt.question.type == "form" else "rows", {})
        part = group.get(prompt.part, {}) if prompt.part else {}
        tell("")
        self.entry("assess.why", self.text(words.get("why")))
        self.entry("assess.who", self.label("pack", "who", part.get("who") or words.get("who", "")))
        self.entry("assess.help", "\n".join(filter(None, (self.text(part.get("help")), self.text(words.get("help"))))))
        for name, option in self.words.options(prompt.name).items() if prompt.options else ():
            if "help" in option:
                title = self.words.option(prompt.name, name, self.language)
                tell(title + self.say("show.colon") + self.text(option["help"]), "", "    ")
        for reference in part.get("cites") or words.get("cites", ()):
            self.law(reference)

    def text(self, words: Any) -> str:
        """The text in the person's language; empty where there is none."""
        return str(words[self.language]) if words else ""

    def entry(self, key: str, text: str) -> None:
        """A headed piece of help, where there is one."""
        if text:
            tell(self.say(key), BOLD)
            tell(text, "", "  ")

    def law(self, reference: str) -> None:
        """The cited words, marked as a quotation, under the name of their source."""
        passage = self.words.passage(reference, self.language)
        remark = self.say("assess.translation") if passage and self.language == "en" else ""
        if not passage and self.language == "en":
            passage, remark = self.words.passage(reference), self.say("assess.chinese")
        remark = remark if passage else self.say("assess.not_held")
        named = cite(self.words, reference, self.language).label
        tell(f"{named} — {remark}" if remark and passage else f"{named}{remark}", BOLD)
        for paragraph in passage:
            tell(paragraph, FAINT, "  │ ")
