"""Proofreading: everything that can be said against a pack without running it, all at once.

Unknown ids, cycles and misshapen files never come this far: they are refused when the pack is compiled.
"""

from szai_assess import exceptions, monotony, quotations, uniqueness, usage
from szai_assess.errors import Fault
from szai_assess.galley import Galley

CHECKS = (
    quotations.citations,
    quotations.quoted,
    quotations.obligations,
    quotations.placeholders,
    quotations.sentences,
    quotations.translation,
    usage.unused_questions,
    usage.impossible,
    usage.unfired,
    usage.shadowed,
    usage.missing_words,
    usage.parts,
    usage.explained,
    usage.missing_templates,
    uniqueness.uniqueness,
    monotony.monotony,
)


def proofread(galley: Galley) -> tuple[Fault, ...]:
    """Every fault of a pack that it does not exempt, in the order of its files."""
    found = {(fault.place, fault.code, *fault.details.values()): fault for check in CHECKS for fault in check(galley)}
    return exceptions.remaining(galley, [found[key] for key in sorted(found)])
