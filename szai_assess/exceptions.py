"""What a pack exempts from its proof, each with its reason: a fault by its code and by what it is about."""

from collections.abc import Iterable, Iterator

from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.proof import Claim
from szai_assess.text import Text

SHADOWED, REDUNDANT = "P123", "P143"


def subject(fault: Fault) -> str:
    """What a fault is about, as an exception names it: a table, a row or one way of it (``PT-4.3``), a paper."""
    details = fault.details
    number = f".{details['number']}" if "number" in details else ""
    return f"{details.get('table') or details.get('name', '')}{number}"


def listed(galley: Galley) -> list[dict[str, str]]:
    """What the pack exempts."""
    return list(galley.words.tree.get("pack", {}).get("proof", {}).get("exceptions", ()))


def remaining(galley: Galley, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults that the pack does not exempt."""
    exempted = {(each["fault"], each["name"]) for each in listed(galley)}
    return tuple(fault for fault in faults if (fault.code, subject(fault)) not in exempted)


def exempted(galley: Galley, faults: Iterable[Fault]) -> Iterator[Claim | Fault]:
    """Each exception with its reason; one that exempts nothing is a fault."""
    met = {(fault.code, subject(fault)) for fault in faults}
    for number, each in enumerate(listed(galley)):
        code, name = each["fault"], each["name"]
        if (code, name) in met:
            why = Text(each["zh"], each["en"])
            yield Claim("exceptions", name, "proof.exception", {"code": code, "why": why})
        else:
            yield galley.fault("P156", ("pack", "proof", "exceptions", str(number)), fault=code, name=name)


def told_once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults without those that say of a row again what is said of it already."""
    found = {(fault.place, fault.code, *fault.details.values()): fault for fault in faults}
    shadowed = {fault.details["name"] for fault in found.values() if fault.code == SHADOWED}
    again = [key for key, each in found.items() if each.code == REDUNDANT and each.details["name"] in shadowed]
    return tuple(fault for key, fault in sorted(found.items(), key=lambda each: each[0]) if key not in again)
