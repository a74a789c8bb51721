"""Where a verdict stands, in the pack's own words: a tier, or a range and the tier to prepare for."""

from szai_assess.assessment import Assessment
from szai_assess.text import tail
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


def line(assessment: Assessment, language: str) -> str:
    """The same for a paper: a range that tells nothing is said to tell nothing first."""
    stands = standing(assessment.words, assessment.verdict, language)
    if not assessment.uninformative:
        return stands
    told = assessment.words.label("pack", "uninformative", language=language)
    return f"{told}（{tail(stands)}）" if language == "zh" else f"{told} ({tail(stands)})"
