"""Conditions and citations told in words."""

from collections.abc import Sequence

from szai_assess.citing import cite
from szai_assess.condition import ALWAYS, Clause, Condition
from szai_assess.document import Cite
from szai_assess.messages import say
from szai_assess.pack import Pack, Variable
from szai_assess.text import head
from szai_assess.words import Words

FEW = 3  # of what is not meant there are so many times fewer than of what is: then it is told instead

PARTS = {"outcome": "method.outcome", "supervision": "method.supervision"}  # what is called a part of the verdict


class Telling:
    """The words of one pack in one language."""

    def __init__(self, pack: Pack, words: Words, language: str) -> None:
        """Tell of this pack."""
        self.pack, self.words, self.language = pack, words, language
        self.shelves = {"outcome": "outcomes", "supervision": "supervisions"}
        self.known: dict[str, Cite] = {}

    def label(self, *path: str) -> str:
        """Words of the pack; the last key's own name where it has none."""
        return self.words.label(*path, language=self.language)

    def optional(self, words: object) -> str:
        """A text in both languages that may not be there."""
        return str(words[self.language]) if isinstance(words, dict) else ""

    def say(self, key: str, **details: str) -> str:
        """A sentence of the page."""
        return say(key, self.language, **details)

    def name(self, variable: Variable) -> str:
        """What a variable is called: the question, the table or the part of the verdict, with its id."""
        if variable.question >= 0:
            text = self.words.ask(variable.name, self.language)
        elif variable.name in self.shelves:
            text = self.say(PARTS[variable.name])
        else:
            text = self.label("tables", variable.name, "title")
        return self.say("method.named", text=short(text), id=variable.name)

    def option(self, variable: Variable, option: str) -> str:
        """The words of an option, an output or an outcome."""
        if variable.question >= 0:
            return head(self.words.option(variable.name, option, self.language))
        if variable.name in self.shelves:
            return self.label("pack", self.shelves[variable.name], option)
        return self.say("method.output", id=option, text=self.label("tables", variable.name, "outputs", option))

    def atom(self, index: int, mask: int) -> str:
        """What one variable must be."""
        variable = self.pack.variables[index]
        meant = [option for place, option in enumerate(variable.options) if mask & 1 << place]
        others = [option for option in variable.options if option not in meant]
        if mask < 0:
            key, options = "method.none_of", others
        elif others and FEW * len(others) <= len(meant):
            key, options = "method.other_than", others
        else:
            key, options = ("method.any_of" if len(meant) > 1 else "method.is"), meant
        told = self.say("method.or").join(self.option(variable, option) for option in options)
        return self.say(key, name=self.name(variable), options=told)

    def clause(self, atoms: Clause) -> str:
        """All of these must hold."""
        return self.say("method.and").join(self.atom(index, mask) for index, mask in atoms)

    def condition(self, condition: Condition) -> tuple[str, ...]:
        """The ways in which a condition can hold; none where it always does."""
        return () if condition == ALWAYS else tuple(self.clause(atoms) for atoms in condition)

    def cites(self, references: Sequence[str]) -> tuple[Cite, ...]:
        """References as citations, in order."""
        for each in references:
            if each not in self.known:
                self.known[each] = cite(self.words, each, self.language)
        return tuple(self.known[each] for each in references)


def short(text: str) -> str:
    """A question without its mark and what stands in brackets behind it."""
    bare = text.partition("（")[0].partition(" (")[0]
    return bare.strip().rstrip("？?") or text


def once(cites: Sequence[Cite]) -> tuple[Cite, ...]:
    """Citations, each once."""
    return tuple(dict.fromkeys(cites))
