"""What the obligations and to-do papers list, as rows of text."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from szai_assess.document import AT_LEAST, GIVEN, ONE_OF, Cite, Dossier, Duty, Said, Unsettled
from szai_assess.messages import say

Row = tuple[str, ...]
BETWEEN, DOUBT = {"zh": "；", "en": "; "}, {"zh": "待核实", "en": "to be verified"}
CONTROLS = ("evidenced", "claimed", "absent")
PROVED = ("data_source", "fairness_testing", "filings_status", "standards_gap")
PROVABLE = (
    *("recorded", "vendor", "tested_ok", "tested_fixed", "none_searched", "pipia", "algo_public", "algo_filing"),
    *("genai_filing", "sec_assessment", "face_filing", "device_reg", "sector_licence"),
)
PILOT = (
    ("standards_gap", "none_believed", "paper.search"),
    ("intl_standard", "claimed", "paper.conformity"),
    ("bodily_harm", "possible", "paper.sign_off"),
)


class Listing(NamedTuple):
    """A list: its name, the heads of its columns, and its rows."""

    name: str
    head: Row
    rows: tuple[Row, ...]


def place(cite: Cite) -> str:
    """A citation; one whose instrument has an article before its name comes after the place."""
    return f"{cite.place} of {cite.source}" if cite.place and cite.source.startswith("the ") else cite.label


class Lists:
    """The lists of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        """Take its language."""
        self.dossier, self.language = dossier, dossier.language
        self.say = partial(self.spoken, dossier.language)

    @staticmethod
    def spoken(language: str, code: str, **details: str) -> str:
        """Words of the catalogue."""
        return say(code, language, **details)

    def together(self, words: tuple[str, ...]) -> str:
        """Several in one cell."""
        return BETWEEN[self.language].join(words)

    def heads(self, *names: str) -> Row:
        """The heads of columns."""
        return tuple(self.say(f"paper.{name}") for name in names)

    def limit(self, duty: Duty) -> str:
        """A time limit and what it rests on."""
        if not duty.deadline:
            return self.say("paper.no_limit")
        doubted = "paper.marked_limit" if DOUBT[self.language] in duty.deadline else "paper.second_limit"
        return self.say("paper.held_limit" if duty.verified else doubted, limit=duty.deadline)

    def wording(self, duty: Duty) -> str:
        """The words of the source, and whether they are still to be verified."""
        words = duty.quote or self.say("paper.not_held")
        return words if duty.verified else self.say("paper.to_verify", words=words)

    def obligation(self, duty: Duty) -> Row:
        """One related obligation."""
        nature = self.say(f"paper.{duty.kind}")
        return (
            duty.title,
            self.say(f"paper.{duty.status}"),
            self.say("paper.hint", nature=nature) if duty.hint else nature,
            self.together(tuple(map(place, duty.cites))),
            duty.trigger,
            duty.duty,
            self.limit(duty),
            self.wording(duty),
            duty.as_of,
        )

    def obligations(self) -> Listing:
        """The obligations, those that may apply first."""
        head = self.heads("matter", "standing", "nature", "basis", "condition", "content", "limit", "wording", "as_of")
        order = ("likely", "undetermined", "not_indicated")
        rows = [self.obligation(duty) for status in order for duty in self.dossier.duties if duty.status == status]
        return Listing(self.say("paper.obligations"), head, tuple(rows))

    def effect(self, item: Unsettled) -> str:
        """What an open answer bears on."""
        parts = []
        if item.deciding:
            parts.append(self.say("paper.on_conclusion"))
        if item.results:
            parts.append(self.say("paper.on_results", results=self.together(item.results)))
        if item.duties:
            parts.append(self.say("paper.on_duties", duties=self.together(item.duties)))
        return ("" if self.language == "zh" else " ").join(parts) or self.say("paper.on_papers")

    def open_answers(self, owner: str) -> Iterator[Row]:
        """What one role is still to answer, what bears on most first."""
        items = [item for item in self.dossier.unsettled if item.said.owner == owner]
        for item in sorted(items, key=lambda item: not (item.deciding or item.results or item.duties)):
            title, state = item.said.title, item.said.state
            shown = "paper.in_part" if state in (ONE_OF, AT_LEAST) else f"paper.{state}"
            title = self.say("paper.required", title=title) if item.required else title
            yield self.say("paper.open_answer"), title, self.say(shown), self.effect(item)

    def legal(self) -> Iterator[Row]:
        """What is for legal alone."""
        for line in self.dossier.red_lines:
            if line.status == "unresolved":
                yield self.say("paper.red_line"), line.title, line.word, self.say("paper.clarify")
        said, kind = self.dossier.said, self.say("paper.ethics")
        review = said.get("ethics_status.review")
        if review and review.known and set(review.options) <= {"none", "internal"}:
            yield kind, review.title, review.short, self.say("paper.review")
        company = "company" in said["org_type"].options if "org_type" in said else False
        for name in ("workplace_rules", "training") if company else ():
            rule = said.get(f"ethics_status.{name}")
            if rule and rule.options == ("no",):
                yield kind, rule.title, rule.short, self.say("paper.include")

    def pilot(self, owner: str) -> Iterator[Row]:
        """What is still to be established for the early or pilot implementation."""
        result = self.dossier.results.get("art44")
        if not result or result.word != "open":
            return
        for name, option, task in PILOT:
            said = self.dossier.said.get(name)
            if said and said.owner == owner and said.options == (option,):
                state = self.say("paper.claimed") if option == "claimed" else said.short
                yield self.say("paper.check"), said.brief, state, self.say(task)

    def evidence(self, owner: str) -> Iterator[Row]:
        """Controls that are missing, and statements without evidence."""

        def lacking(said: Said) -> bool:
            return said.owner == owner and said.state == GIVEN and bool(said.options)

        for said in self.dossier.groups.get("controls", ()):
            if lacking(said) and not (said.options[0] == "evidenced" and said.evidence):
                task = "paper.decide" if said.options[0] == "absent" else "paper.add_evidence"
                state = self.say(f"paper.{said.options[0]}") if said.options[0] in CONTROLS else said.short
                yield self.say("paper.control"), said.ask, state, self.say(task)
        for name in PROVED:
            proof = self.dossier.said.get(name)
            if proof and lacking(proof) and not proof.evidence and proof.options[0] in PROVABLE:
                yield self.say("paper.evidence"), proof.brief, proof.short, self.say("paper.add_evidence")

    def filings(self) -> Iterator[Row]:
        """Related obligations that may apply and are not carried out."""
        filed = self.dossier.said.get("filings_status")
        state = self.say("paper.not_done" if filed and filed.state == GIVEN else "paper.unknown")
        done = filed.options if filed else ()
        for duty in self.dossier.duties:
            if duty.status == "likely" and duty.filing and duty.filing not in done and not duty.hint:
                yield self.say("paper.filing"), duty.title, state, self.limit(duty)

    def todo(self) -> Listing:
        """What is to be done, by who is to do it; what concerns an obligation is nobody's yet."""
        rows: list[Row] = []
        for owner, name in self.dossier.roles.items():
            own = [*self.open_answers(owner), *(self.legal() if owner == "legal" else ())]
            rows += [(name, *row) for row in (*own, *self.pilot(owner), *self.evidence(owner))]
        rows += [("", *row) for row in self.filings()]
        return Listing(self.say("paper.todo"), self.heads("who", "what", "matter", "state", "task"), tuple(rows))


def lists(dossier: Dossier) -> tuple[Listing, Listing]:
    """The obligations and what is to be done."""
    found = Lists(dossier)
    return found.obligations(), found.todo()
