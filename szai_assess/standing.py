"""Where a verdict stands, in the pack's own words: a tier, or a range and the tier to prepare for."""

from szai_assess.verdict import Ends, Verdict
from szai_assess.words import Words


def standing(words: Words, verdict: Verdict | Ends, language: str) -> str:
    """The tier by its name, or where it is not settled the pack's sentence ``provisional``."""
    lowest, highest = (
        words.label("pack", "outcomes", tier, language=language) for tier in (verdict.lowest, verdict.highest)
    )
    if verdict.settled:
        return highest
    return words.sentence("provisional", language, lowest=lowest, highest=highest, official=highest)
