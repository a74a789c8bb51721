"""Approvals: what an approval is bound to, how it is written down, and why it no longer counts. Pure: the day is a parameter.

On disk an approval is an in-toto Statement under a seal of its own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from szai_assess._version import VERSION
from szai_assess.answers import digest
from szai_assess.assessment import Assessment
from szai_assess.digest import is_digest
from szai_assess.errors import Fault, Place, RecordError
from szai_assess.filed import Approval, Filed, Party
from szai_assess.finding import Remark
from szai_assess.record_reader import TOOL, is_name
from szai_assess.sealing import SEAL, sealed, unsealed
from szai_assess.text import is_day, same_person

STATEMENT, PREDICATE = "https://in-toto.io/Statement/v1", "urn:szai-assess:approval:1"
PREFIX, ENDING = "approval-", ".json"
ALGORITHM = "sha256"


def file_of(role: str) -> str:
    """The name of the file in which a role's approval is kept."""
    return f"{PREFIX}{role}{ENDING}"


def is_file(name: str) -> bool:
    """Whether a file of this name is to be read as an approval."""
    return name.startswith(PREFIX) and name.endswith(ENDING)


def packed(assessment: Assessment) -> str:
    """The pack that judged, as ``id@version``."""
    return f"{assessment.pack.id}@{assessment.pack.version}"


def made(assessment: Assessment, filed: Filed, parties: tuple[Party, Party], statement: str, date: str) -> Approval:
    """The approval of what is filed as it is now; ``parties`` are approver and author."""
    return Approval(
        file=file_of(parties[0].role),
        approver=parties[0],
        author=parties[1],
        statement=statement,
        date=date,
        answers_digest=digest(assessment.answers),
        pack=packed(assessment),
        pack_digest=assessment.pack.digest,
        papers={paper.name: paper.now for paper in sorted(filed.papers, key=lambda paper: paper.name)},
        answers_file=filed.answers_file,
        seen=filed.seen,
        tool=VERSION,
    )


def plain(approval: Approval) -> dict[str, Any]:
    """An approval as an in-toto Statement: the files as its subject, the rest as its predicate."""
    pack, _, version = approval.pack.partition("@")
    files = (*approval.seen.items(), *approval.papers.items())
    return {
        "_type": STATEMENT,
        "subject": [
            {"name": name, "digest": {ALGORITHM: found.removeprefix(f"{ALGORITHM}:")}} for name, found in files
        ],
        "predicateType": PREDICATE,
        "predicate": {
            "approver": approval.approver._asdict(),
            "author": approval.author._asdict(),
            "statement": approval.statement,
            "date": approval.date,
            "answers_file": approval.answers_file,
            "answers_digest": approval.answers_digest,
            "pack": {"id": pack, "version": version, "digest": approval.pack_digest},
            "tool": {"name": TOOL, "version": approval.tool},
        },
    }


def written(approval: Approval) -> bytes:
    """The file of an approval."""
    return sealed(plain(approval))


def read(raw: bytes, file: str, name: str) -> Approval:
    """An approval, byte for byte as it was written; ``name`` is that of its file within the folder.

    Raises RecordError where it was changed since, or is no approval of the role that its file names.
    """
    found = unsealed(raw)
    if found is None:
        raise RecordError(Fault("R010", Place(file), {"file": file}))
    try:
        approval = from_plain(found, name)
        sound = plain(approval) == {key: value for key, value in found.items() if key != SEAL} and is_sound(approval)
    except (KeyError, TypeError, AttributeError):
        raise RecordError(Fault("R011", Place(file), {"file": file})) from None
    if not sound:
        raise RecordError(Fault("R011", Place(file), {"file": file}))
    return approval


def from_plain(found: Mapping[str, Any], name: str) -> Approval:
    """An approval of plain data; what is not in its place raises KeyError, TypeError or AttributeError."""
    said = found["predicate"]
    files = {each["name"]: f"{ALGORITHM}:{each['digest'][ALGORITHM]}" for each in found["subject"]}
    papers = {file: known for file, known in files.items() if is_paper(file, said["answers_file"])}
    return Approval(
        file=name,
        approver=Party(**said["approver"]),
        author=Party(**said["author"]),
        statement=said["statement"],
        date=said["date"],
        answers_digest=said["answers_digest"],
        pack=f"{said['pack']['id']}@{said['pack']['version']}",
        pack_digest=said["pack"]["digest"],
        papers=papers,
        answers_file=said["answers_file"],
        seen={file: known for file, known in files.items() if file not in papers},
        tool=said["tool"]["version"],
    )


def is_paper(file: str, answers_file: str) -> bool:
    """Whether a file of the subject is a paper, not the record or the answers file."""
    return file not in ("record.json", answers_file)


def is_sound(approval: Approval) -> bool:
    """Whether an approval of the right shape is one: names of people, a day, digests, papers of the folder itself."""
    words = (approval.answers_file, approval.tool, *approval.pack.split("@"))
    digests = (approval.answers_digest, approval.pack_digest, *approval.papers.values(), *approval.seen.values())
    return (
        approval.file == file_of(approval.approver.role)
        and all(isinstance(word, str) and word for word in words)
        and isinstance(approval.statement, str)
        and all(is_person(party) for party in (approval.approver, approval.author))
        and isinstance(approval.date, str)
        and is_day(approval.date)
        and all(is_digest(each) for each in digests)
        and all(is_name(name) for name in approval.papers)
    )


def is_person(party: Party) -> bool:
    """Whether a party has a role, and a name without anything invisible in it by which one person could pass for two."""
    return all(isinstance(word, str) and word.strip() and word.isprintable() for word in party)


def lapses(approval: Approval, assessment: Assessment, filed: Filed, today: str = "") -> tuple[Remark, ...]:
    """Why an approval no longer counts; empty where it does. ``today`` empty: the day is not known."""
    return (
        *about_people(approval, filed),
        *about_answers(approval, assessment, filed),
        *about_papers(approval, filed),
        *about_day(approval, assessment, today),
    )


def about_people(approval: Approval, filed: Filed) -> Iterator[Remark]:
    """Four eyes: approver and author differ by name and by role, and nobody approves here what they wrote by another approval."""
    approver, author = approval.approver, approval.author
    if same_person(approver.name, author.name):
        yield Remark("R020", {"name": approver.name})
    if approver.role == author.role:
        yield Remark("R021", {"role": approver.role})
    for other in filed.approvals:
        if (
            other.file != approval.file
            and same_matter(other, approval)
            and same_person(other.author.name, approver.name)
        ):
            yield Remark("R022", {"name": approver.name, "file": other.file})


def same_matter(one: Approval, other: Approval) -> bool:
    """Whether two approvals are of the same answers."""
    return one.answers_digest == other.answers_digest


def about_answers(approval: Approval, assessment: Assessment, filed: Filed) -> Iterator[Remark]:
    """The answers and the pack that it is bound to."""
    if approval.answers_file != filed.answers_file:
        yield Remark("R023", {"file": approval.answers_file, "now": filed.answers_file})
    if approval.answers_digest != digest(assessment.answers):
        yield Remark("R024")
    if (approval.pack, approval.pack_digest) != (packed(assessment), assessment.pack.digest):
        yield Remark("R025", {"pack": approval.pack, "now": packed(assessment)})


def about_papers(approval: Approval, filed: Filed) -> Iterator[Remark]:
    """The papers that it is bound to: each there, unchanged, and none besides."""
    now = {paper.name: paper.now for paper in filed.papers if paper.now}
    gone = [name for name in approval.papers if name not in now]
    changed = [name for name, known in approval.papers.items() if name in now and now[name] != known]
    added = [name for name in now if name not in approval.papers]
    if changed:
        yield Remark("R026", {"files": ", ".join(changed)})
    if gone:
        yield Remark("R027", {"files": ", ".join(gone)})
    if added:
        yield Remark("R028", {"files": ", ".join(added)})


def about_day(approval: Approval, assessment: Assessment, today: str) -> Iterator[Remark]:
    """Its day: not before the assessment, and not one that is still to come."""
    if approval.date < assessment.answers.assessed_on:
        yield Remark("R029", {"date": approval.date, "assessed": assessment.answers.assessed_on})
    if today and approval.date > today:
        yield Remark("R030", {"date": approval.date, "today": today})


def changed_since(approval: Approval, filed: Filed) -> tuple[str, ...]:
    """What else lay before the approver and holds other bytes by now, though that alone does not undo an approval.

    Comments and layout of the answers file do not count, and the record only repeats what answers, pack and papers say.
    """
    return tuple(name for name, known in approval.seen.items() if filed.seen.get(name) != known)
