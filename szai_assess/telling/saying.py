"""Answers, rows and outcomes as an explanation says them."""

from collections.abc import Sequence

from szai_assess.citing import cited
from szai_assess.document import AT_LEAST, GIVEN, ONE_OF, UNANSWERED, Said
from szai_assess.explanation import Explanation
from szai_assess.outlook import led_to
from szai_assess.pack import NONE
from szai_assess.restate import REST, chosen_options, restated
from szai_assess.show.view import View
from szai_assess.standing import standing
from szai_assess.telling.outline import Quotation
from szai_assess.text import head
from szai_assess.verdict import OUT_OF_SCOPE, Ends


class Saying:
    """The material and the language of one explanation; ``law`` asks for the law's words, ``full`` for lists that are not cut."""

    def __init__(self, explanation: Explanation, language: str, file: str, *, law: bool, full: bool) -> None:
        """Restate the answers once."""
        self.explanation, self.language = explanation, language
        self.view = View(explanation.assessment, language, file=file)
        self.said = restated(explanation.assessment, language)[0]
        self.law, self.full = law, full
        self.quoted: set[str] = set()

    def say(self, key: str, **details: str) -> str:
        """A sentence of the catalogue."""
        return self.view.say(key, **details)

    def joined(self, texts: Sequence[str]) -> str:
        """Several texts in a row."""
        return self.say("explain.list").join(texts)

    def outcome(self, ends: Ends) -> str:
        """An outcome; where the grading is suspended with the tier beside it."""
        text = led_to(self.view.words, ends, self.language)
        if ends.graded or ends.outcome == OUT_OF_SCOPE or not ends.settled:
            return text
        return self.view.aside(text, standing(self.view.words, ends, self.language))

    def grounds(self, basis: str, cites: Sequence[str]) -> str:
        """Where the condition of a row comes from."""
        return self.view.say(
            "show.grounds", basis=self.view.label("pack", "basis", basis), cites=self.view.cites(cites)
        )

    def row(self, row: str, marks: str, basis: str, cites: Sequence[str]) -> str:
        """A row with why it is there and its grounds."""
        return f"{row}{marks} {self.view.label('rows', row, 'because')}{self.grounds(basis, cites)}"

    def any_of(self, texts: Sequence[str]) -> str:
        """Several texts of which any does."""
        *others, last = texts
        return self.say("explain.or").join(filter(None, (self.joined(others), last)))

    def quotations(self, cites: Sequence[str]) -> tuple[Quotation, ...]:
        """The law's words at some citations, each told once; none where nobody asked for them."""
        fresh = [cite for cite in dict.fromkeys(cites) if self.law and cite not in self.quoted]
        self.quoted |= set(fresh)
        found = cited(self.view.words, fresh, self.language)
        return tuple(Quotation(each.label, each.quote, each.language) for each in found if each.quote)

    def options(self, name: str, options: Sequence[str]) -> list[str]:
        """Options in short, in quotation marks."""
        words = (head(self.view.words.option(name, option, self.language)) for option in options)
        return [self.say("explain.quoted", text=text) for text in words]

    def value(self, said: Said, wanted: Sequence[str] = ()) -> str:
        """An answer in short; of a known selection what a rule asks for, where anything of it was chosen."""
        chosen = [option for option in said.options if option in wanted] if said.state == GIVEN else []
        text = self.joined(self.options(said.name, chosen or said.options)) or said.short
        if said.state == AT_LEAST:
            return self.say("explain.at_least", answer=text)
        if said.state == ONE_OF:
            return self.say("explain.one_of", answer=text)
        if said.state == GIVEN:
            return text
        return self.say("explain.unanswered" if said.state == UNANSWERED else "explain.unknown")

    def ask(self, name: str) -> str:
        """A question so that it stands by itself, without what only helps to answer it."""
        title = self.said[name].title
        return title if "." in name else REST.sub("", title) or title

    def change(self, name: str, answers: Sequence[object]) -> str:
        """A changed answer, or several of which any does; of a selection what is set and taken away."""
        return self.say("explain.change", ask=self.ask(name), answer=self.alternatives(name, answers))

    def alternatives(self, name: str, answers: Sequence[object]) -> str:
        """Several answers to one question, any of which does."""
        index = next(place for place, each in enumerate(self.view.pack.variables) if each.name == name)
        before = set(self.said[name].options) - {NONE}
        if not self.view.pack.variables[index].many or not before:
            return self.any_of([self.joined(self.options(name, chosen_options(answer))) for answer in answers])
        return self.any_of([self.difference(name, before, chosen_options(answer)) for answer in answers])

    def difference(self, name: str, before: set[str], after: Sequence[str]) -> str:
        """What is taken away from a selection, and what is set."""
        every = self.view.words.options(name)
        gone = [option for option in every if option in before and option not in after]
        new = [option for option in after if option not in before and option != NONE]
        parts = [("explain.without", gone), ("explain.with", new)]
        return self.say("explain.then").join(
            self.say(key, options=self.joined(self.options(name, options))) for key, options in parts if options
        )
