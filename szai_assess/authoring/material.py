"""Whether the kinds of change that a pack calls material name answers that can change, and are told apart."""

from collections.abc import Iterator

from szai_assess.authoring.draft import Draft
from szai_assess.compare import ALWAYS
from szai_assess.errors import Fault
from szai_assess.text import nearest


def names(draft: Draft) -> list[str]:
    """Every question, and every row or field as ``question.part``."""
    questions = [question for file in draft.within("questions/") for question in file.model.questions]
    parts = [f"{question.id}.{part.id}" for question in questions for part in (*question.rows, *question.fields)]
    return [question.id for question in questions] + parts


def unfounded(draft: Draft) -> Iterator[Fault]:
    """Kinds of change whose id is taken, and those that name what nobody is asked."""
    about, known, seen = draft.files["pack.yaml"], names(draft), {*ALWAYS}
    for number, kind in enumerate(about.model.material):
        if kind.id in seen:
            yield Fault("P015", about.place("material", number, "id"), {"name": kind.id})
        seen.add(kind.id)
        for place, name in enumerate(kind.questions):
            if name not in known:
                details = {"name": name, "nearest": nearest(name, known) or "-"}
                yield Fault("P045", about.place("material", number, "questions", place), details)
