"""The policy file, read strictly: every fault at once, with its place and the nearest real name."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from szai_assess.calendar_days import days_between
from szai_assess.digest import is_digest
from szai_assess.errors import Fault, Place, PolicyError
from szai_assess.policy import ALL, ALLOW, ANY, ENFORCE, OBSERVE, REFUSE, WAIVABLE, Policy, Waiver
from szai_assess.strict import WIDE_COLON, Node, parse
from szai_assess.text import is_day, nearest, same_person

VERSION = "1"
KINDS = ("fact", "evidence", "signature", "to_verify", "authority")
EVERYTHING, NONE = "any", "none"
MOST = 10_000  # no number of a policy is larger
GIVEN = ("finding", "application", "reason", "assessor", "approver", "since", "until", "zone", "answers_digest")


def read(raw: bytes, file: str) -> Policy:
    """The policy in a file.

    Raises PolicyError with all faults.
    """
    tree, faults = parse(raw, file)
    sheet = Sheet(file, faults)
    policy = sheet.policy(tree) if tree is not None else Policy(file)
    if tree is None and not faults:
        sheet.faults.append(Fault("W005", Place(file, 1, 1), {"key": "policy"}))
    if sheet.faults:
        raise PolicyError(*sheet.faults)
    return policy


class Sheet:
    """One reading of one file: collects faults."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        """Go on from the faults of the text itself."""
        self.file, self.faults = file, faults
        self.settings: dict[str, tuple[str, Callable[[Node, str], Any]]] = {
            "policy": ("", self.version),
            "mode": ("mode", self.one_of(ENFORCE, OBSERVE)),
            "max_tier": ("max_tier", self.tier),
            "papers": ("papers", self.papers),
            "open_blanks": ("open_blanks", self.blanks),
            "approvals": ("approvals", self.names),
            "max_age_days": ("max_age", self.days),
            "packs": ("packs", self.packs),
            "unknowns": ("unknowns", self.one_of(ALLOW, REFUSE)),
            "max_waiver_days": ("waiver_days", self.waiver_days),
            "waivers": ("waivers", self.waivers),
        }

    def fault(self, code: str, node: Node, /, **details: str) -> None:
        """Note a fault at a node."""
        self.faults.append(Fault(code, Place(self.file, node.line, node.column), details))

    def policy(self, tree: Node) -> Policy:
        """The whole file."""
        pairs = self.pairs(tree, "", tuple(self.settings))
        if tree.get("policy") is None:
            self.fault("W005", tree, key="policy")
        found = {self.settings[key.value][0]: self.settings[key.value][1](value, key.value) for key, value in pairs}
        found.pop("", None)
        lines = {self.settings[key.value][0]: key.line for key, _ in pairs}
        policy = Policy(self.file)._replace(**found, lines=MappingProxyType(lines))
        waivers = tree.get("waivers")
        if waivers is not None and waivers.kind == "sequence":
            for node, waiver in zip(waivers.value, policy.waivers, strict=False):
                self.weigh(node, waiver, policy.waiver_days)
        return policy

    def pairs(self, node: Node, where: str, known: tuple[str, ...]) -> list[tuple[Node, Node]]:
        """The pairs of a mapping whose keys are known."""
        if node.kind != "mapping":
            self.fault("W003", node, where=where or self.file, kind="mapping")
            return []
        good = []
        for key, value in node.pairs():
            if key.value in known:
                good.append((key, value))
            elif WIDE_COLON in key.value:
                self.fault("Y006", key)
            else:
                self.fault(
                    "W001", key, name=key.value, nearest=nearest(key.value, known) or "-", known=", ".join(known)
                )
        return good

    def text(self, node: Node, where: str) -> str:
        """A text that says something."""
        if node.kind != "scalar":
            self.fault("W003", node, where=where, kind="text")
            return ""
        if not node.value.strip():
            self.fault("W006", node, where=where)
        return str(node.value).strip()

    def version(self, node: Node, where: str) -> None:
        """The version of this format."""
        if self.text(node, where) != VERSION:
            self.fault("W004", node, where=where, value=str(node.value), known=VERSION, nearest="-")

    def one_of(self, *known: str) -> Callable[[Node, str], str]:
        """A reader of one of some words."""

        def reader(node: Node, where: str) -> str:
            value = self.text(node, where)
            if value and value not in known:
                near = nearest(value, known) or "-"
                self.fault("W004", node, where=where, value=value, known=", ".join(known), nearest=near)
            return value

        return reader

    def tier(self, node: Node, where: str) -> str:
        """A tier, or any; whether the pack has it is asked when the pack is known."""
        value = self.text(node, where)
        return "" if value == EVERYTHING else value

    def number(self, node: Node, where: str) -> int:
        """A number of things, or ``ANY``."""
        value = self.text(node, where)
        if value == EVERYTHING:
            return ANY
        if not (value.isascii() and value.isdecimal() and int(value) <= MOST):
            self.fault("W007", node, where=where, value=value, most=str(MOST))
            return 0
        return int(value)

    def days(self, node: Node, where: str) -> int:
        """A number of days, 0 for no limit."""
        found = self.number(node, where)
        return max(found, 0)

    def waiver_days(self, node: Node, where: str) -> int:
        """How long a waiver may last: some number of days."""
        found = self.number(node, where)
        if found == ANY:
            self.fault("W007", node, where=where, value=EVERYTHING, most=str(MOST))
        return found

    def names(self, node: Node, where: str) -> tuple[str, ...]:
        """A list of words, each once; whether the pack has them is asked when the pack is known."""
        if node.kind != "sequence":
            self.fault("W003", node, where=where, kind="list")
            return ()
        found = tuple(self.text(item, where) for item in node.value)
        for item, name in zip(node.value, found, strict=True):
            if found.count(name) > 1 and item is not node.value[found.index(name)]:
                self.fault("W008", item, where=where, value=name)
        return found

    def papers(self, node: Node, where: str) -> tuple[str, ...]:
        """None, all, or a list of documents."""
        if node.kind == "scalar":
            return ALL if self.one_of(NONE, *ALL)(node, where) == ALL[0] else ()
        return self.names(node, where)

    def packs(self, node: Node, where: str) -> tuple[str, ...]:
        """Any, or a list of packs."""
        if node.kind == "scalar":
            self.one_of(EVERYTHING)(node, where)
            return ()
        return self.names(node, where)

    def blanks(self, node: Node, where: str) -> MappingProxyType[str, int]:
        """How many blanks of a kind may stay open."""
        pairs = self.pairs(node, where, KINDS)
        found = {key.value: self.number(value, f"{where}.{key.value}") for key, value in pairs}
        return MappingProxyType({kind: number for kind, number in found.items() if number != ANY})

    def waivers(self, node: Node, where: str) -> tuple[Waiver, ...]:
        """The waivers, each with all it needs."""
        if node.kind != "sequence":
            self.fault("W003", node, where=where, kind="list")
            return ()
        return tuple(self.waiver(item, where) for item in node.value)

    def waiver(self, node: Node, where: str) -> Waiver:
        """One waiver."""
        found = {key.value: self.text(value, f"{where}.{key.value}") for key, value in self.pairs(node, where, GIVEN)}
        for key in GIVEN:
            if key not in found and node.kind == "mapping":
                self.fault("W005", node, key=f"{where}.{key}")
        return Waiver._make((*(found.get(key, "") for key in GIVEN), node.line))

    def weigh(self, node: Node, waiver: Waiver, most: int) -> None:
        """Whether a waiver is one that can be given at all."""
        places = {key.value: value for key, value in node.pairs()}
        if waiver.finding and waiver.finding not in WAIVABLE:
            self.fault("W010", places["finding"], code=waiver.finding, known=", ".join(WAIVABLE))
        if waiver.assessor and waiver.approver and same_person(waiver.assessor, waiver.approver):
            self.fault("W011", places["approver"], name=waiver.approver)
        if waiver.zone and not is_zone(waiver.zone):
            self.fault("W012", places["zone"], value=waiver.zone)
        if waiver.answers_digest and not is_digest(waiver.answers_digest):
            self.fault("W013", places["answers_digest"], value=waiver.answers_digest)
        days = [key for key in ("since", "until") if getattr(waiver, key) and not is_day(getattr(waiver, key))]
        for key in days:
            self.fault("W009", places[key], value=getattr(waiver, key))
        if waiver.since and waiver.until and not days:
            length = days_between(waiver.since, waiver.until) + 1
            if length < 1:
                self.fault("W014", places["until"], since=waiver.since, until=waiver.until)
            elif length > most:
                self.fault("W015", places["until"], length=str(length), most=str(most))


def is_zone(text: str) -> bool:
    """Whether this is a time zone as ISO 8601 writes it: ``Z``, or hours and minutes from UTC."""
    hours, _, minutes = text[1:].partition(":")
    two = all(len(part) == 2 and part.isascii() and part.isdecimal() for part in (hours, minutes))
    return text == "Z" or (text[:1] in ("+", "-") and two and int(hours) <= 14 and int(minutes) < 60)
