"""An explanation as JSON: ids throughout, the pack's words in both languages beside them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from szai_assess import record
from szai_assess.answers import deep
from szai_assess.argument import Given, Judged, Node, Rule
from szai_assess.assessment import Assessment
from szai_assess.citing import cite
from szai_assess.counterfactual import Counterfactual
from szai_assess.deciding import Together
from szai_assess.explanation import Explanation
from szai_assess.judgement import Judgement
from szai_assess.nearest import NearMiss
from szai_assess.verdict import OUT_OF_SCOPE, Ends

EXPLANATION_VERSION = 1
SHARED = ("tool", "pack", "file", "answers_digest", "application", "assessed_on", "outcome", "tier", "supervision")
LANGUAGES = ("zh", "en")
Plain = dict[str, Any]


def tier(ends: Ends) -> Plain:
    """The range of the tier, as the report has it."""
    if ends.outcome == OUT_OF_SCOPE:
        return {"lowest": None, "highest": None, "settled": True}
    return {"lowest": ends.lowest, "highest": ends.highest, "settled": ends.settled}


def come_to(ends: Ends) -> Plain:
    """An outcome with the range of its tier."""
    return {"outcome": ends.outcome, "tier": tier(ends)}


class Plainly:
    """Puts an explanation into plain data; ``law`` adds the law's words."""

    def __init__(self, assessment: Assessment, *, law: bool) -> None:
        """Keep the material."""
        self.assessment, self.words, self.law = assessment, assessment.words, law
        self.cited: dict[str, None] = {}

    def both(self, *path: str) -> dict[str, str]:
        """The pack's words in both languages."""
        return {language: self.words.label(*path, language=language) for language in LANGUAGES}

    def cites(self, references: Sequence[str]) -> list[str]:
        """Citations; what they are is told once, under ``law``."""
        self.cited.update(dict.fromkeys(references))
        return list(references)

    def provision(self, reference: str) -> Plain:
        """What a citation is called, whether it was verified and, where asked for, the words that are held."""
        each = {language: cite(self.words, reference, language) for language in LANGUAGES}
        plain: Plain = {"label": {language: each[language].label for language in LANGUAGES}}
        plain["verified"] = each["zh"].verified
        if self.law:
            plain["text"] = {spoken: list(one.quote) for spoken, one in each.items() if one.language == spoken}
        return plain

    def table(self, node: Judged) -> Plain:
        """A table of the argument."""
        return {
            "table": node.table,
            "title": self.both("tables", node.table, "title"),
            "part": node.part or None,
            "item": node.item or None,
            "values": list(node.values),
            "told_above": node.told,
            "rows": [self.rule(rule) for rule in node.rules],
            "also": list(node.also),
            "read": [self.table(each) for each in node.read],
        }

    def rule(self, rule: Rule) -> Plain:
        """A row of the argument."""
        return {
            "row": rule.row,
            "effect": rule.effect,
            "certain": rule.must,
            "decisive": rule.decisive,
            "basis": rule.basis,
            "because": self.both("rows", rule.row, "because"),
            "cites": self.cites(rule.cites),
            "ways": [[self.node(node) for node in way] for way in rule.ways],
        }

    def node(self, node: Node) -> Plain:
        """A table, or an answer."""
        return self.table(node) if isinstance(node, Judged) else self.given(node)

    def given(self, given: Given) -> Plain:
        """An answer of the argument; of the outcome its name alone."""
        asked = given.name.partition(".")[0] in self.words.tree["questions"]
        ask = {language: self.words.ask(given.name, language) for language in LANGUAGES} if asked else None
        answers = self.assessment.answers
        return {
            "question": given.name,
            "ask": ask,
            "answer": deep(given.answer),
            "wanted": list(given.wanted),
            "none_of": given.none_of,
            "note": answers.notes.get(given.name) or None,
            "evidence": answers.evidence.get(given.name) or None,
        }

    def miss(self, miss: NearMiss) -> Plain:
        """A row that one answer keeps from holding."""
        ways = [
            {"changes": {way.name: deep(way.answer)}, "raises": way.raises, **come_to(way.ends)} for way in miss.ways
        ]
        return {
            "row": miss.row,
            "table": miss.table,
            "effect": miss.effect,
            "raises": miss.raises,
            "basis": miss.basis,
            "because": self.both("rows", miss.row, "because"),
            "cites": self.cites(miss.cites),
            "ways": ways,
        }

    def judgement(self, judged: Judgement) -> Plain:
        """A value that this tool's own reading set."""
        return {
            "table": judged.table,
            "title": self.both("tables", judged.table, "title"),
            "axis": judged.axis or None,
            "value": judged.value,
            "rows": list(judged.rows),
            "otherwise": [{"value": other.value, **come_to(other.ends)} for other in judged.otherwise],
        }


def counterfactual(found: Counterfactual) -> Plain:
    """Changes with what they come to."""
    changes = {name: deep(answer) for name, answer in found.changes}
    return {"changes": changes, "kind": found.kind, "effect": found.effect, **come_to(found.ends)}


def together(found: Together) -> Plain:
    """Open answers with what each of their values gives."""
    values = [
        {
            "answers": {name: deep(answer) for name, answer in worth.answers},
            "settled": worth.settled,
            **come_to(worth.ends),
        }
        for worth in found.worth
    ]
    return {"questions": list(found.names), "values": values}


def plain(explanation: Explanation, file: str, *, law: bool) -> Mapping[str, Any]:
    """The whole explanation as plain data."""
    assessment, deciding = explanation.assessment, explanation.deciding
    words, whole = Plainly(assessment, law=law), record.of(assessment, (), file)
    found = {
        "explanation_version": EXPLANATION_VERSION,
        **{key: whole[key] for key in SHARED},
        "argument": [words.table(node) for node in explanation.argument],
        "near_misses": [words.miss(miss) for miss in explanation.misses],
        "judgements": [words.judgement(judged) for judged in explanation.judgements],
        "counterfactuals": [counterfactual(found) for found in explanation.counterfactuals],
        "held_by": list(explanation.held_by),
        "deciding": {
            "sets": [together(each) for each in deciding.sets],
            "alone": [together(each) for each in deciding.alone],
            "looked": deciding.looked,
        },
    }
    return {**found, "law": {reference: words.provision(reference) for reference in words.cited}}


def as_json(explanation: Explanation, file: str, *, law: bool) -> str:
    """The whole explanation as JSON."""
    return json.dumps(plain(explanation, file, law=law), ensure_ascii=False, indent=1) + "\n"
