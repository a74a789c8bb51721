"""The days to keep as a sheet."""

from szai_assess.document import Dossier
from szai_assess.messages import say
from szai_assess.sheet_lines import sheet


def calendar(dossier: Dossier) -> bytes:
    """The days to keep, one a row."""
    language = dossier.language
    head = [say(f"paper.{name}", language) for name in ("date", "matter", "nature", "source")]
    days = ((day.date, day.label, say(f"paper.{day.kind}", language), day.source) for day in dossier.milestones)
    return sheet([head, *days]).encode()
