"""Whether what is filed may be approved at all. Pure: the day is a parameter."""

from collections.abc import Iterator

from szai_assess.answers import digest
from szai_assess.approving import lapses, packed
from szai_assess.assessment import Assessment
from szai_assess.errors import Fault, Place
from szai_assess.filed import Approval, Filed
from szai_assess.finding import Remark
from szai_assess.text import same_person
from szai_assess.verdict import ON_HOLD, PROHIBITED


def refusals(assessment: Assessment, filed: Filed, approval: Approval, today: str = "") -> tuple[Fault, ...]:
    """Why an approval cannot be given: nothing is approved that the gate would never let through.

    Where the record cannot be read, that alone is told.
    """
    others = filed._replace(approvals=tuple(each for each in filed.approvals if each.file != approval.file))
    place = Place(filed.folder)
    return filed.faults or (
        *about_outcome(assessment, place),
        *about_record(assessment, filed, place),
        *(Fault(why.code, place, worded(why)) for why in lapses(approval, assessment, others, today)),
        *in_place(assessment, filed, approval, today),
    )


def worded(why: Remark) -> dict[str, str]:
    """The details of a remark, which are all plain words."""
    return {name: str(word) for name, word in why.details.items()}


def about_outcome(assessment: Assessment, place: Place) -> Iterator[Fault]:
    """An outcome that stops everything."""
    if assessment.verdict.outcome in (PROHIBITED, ON_HOLD):
        yield Fault("R012", place)


def about_record(assessment: Assessment, filed: Filed, place: Place) -> Iterator[Fault]:
    """A record of other answers or another pack; papers that are gone, rest on other answers, or wait to be put in place."""
    record, answers = filed.record, digest(assessment.answers)
    details = {"folder": filed.folder, "file": filed.answers_file}
    if record is None or not filed.papers:
        yield Fault("R013", place, details)
        return
    if record["answers_digest"] != answers:
        yield Fault("R014", place, details)
    if record["pack"]["digest"] != assessment.pack.digest:
        was = f"{record['pack']['id']}@{record['pack']['version']}"
        yield Fault("R015", place, {**details, "pack": was, "now": packed(assessment)})
    kinds = {
        "R016": [paper.name for paper in filed.papers if not paper.now],
        "R017": [paper.name for paper in filed.papers if paper.now and paper.answers_digest != answers],
        "R018": list(filed.beside),
    }
    for code, names in kinds.items():
        if names:
            yield Fault(code, place, {"folder": filed.folder, "files": ", ".join(names)})


def in_place(assessment: Assessment, filed: Filed, approval: Approval, today: str) -> Iterator[Fault]:
    """An approval by somebody else for the same role, which still counts and must not be lost."""
    for other in filed.approvals:
        of_another = other.file == approval.file and not same_person(other.approver.name, approval.approver.name)
        if of_another and not lapses(other, assessment, filed, today):
            details = {"name": other.approver.name, "date": other.date, "file": other.file}
            yield Fault("R019", Place(filed.folder), details)
