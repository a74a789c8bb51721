"""Holds answers, record, papers and approvals against each other, and names every file that does not belong. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from szai_assess.approving import changed_since, is_file, lapses
from szai_assess.assessment import Assessment
from szai_assess.filed import Approval, Filed
from szai_assess.finding import BLOCK, WARN, Finding, Remark
from szai_assess.record_reader import is_beside
from szai_assess.text import Text

PLAIN, LINK, OTHER = "plain", "link", "other"
BACKUP = ".bak"
RECORD = "record.json"
LASTING = (  # what another version of this tool must come to as well
    "file",
    "application",
    "assessed_on",
    "outcome",
    "tier",
    "supervision",
    "axes",
    "red_lines",
    "results",
    "obligations",
    "open",
    "documents",
)
Record = Mapping[str, Any]


class Signed(NamedTuple):
    """An approval, the role in words, why it no longer counts (empty: it does), what else changed since without undoing it."""

    approval: Approval
    role: Text
    lapses: tuple[Remark, ...]
    changed: tuple[str, ...]


def signed(assessment: Assessment, filed: Filed, today: str = "") -> tuple[Signed, ...]:
    """Every approval, and whether it still counts."""
    return tuple(
        Signed(
            each,
            assessment.words_at("pack", "who", each.approver.role),
            lapses(each, assessment, filed, today),
            changed_since(each, filed),
        )
        for each in filed.approvals
    )


def matched(
    filed: Filed, present: Mapping[str, str], expected: Record, approvals: tuple[Signed, ...]
) -> tuple[Finding, ...]:
    """Everything that does not belong together.

    ``present`` is what lies in the folder, name → what it is; ``expected`` the record as it follows from the answers now, empty
    where they could not be judged.
    """
    found: tuple[Finding, ...] = ()
    if filed.record is not None:
        found = (*about_papers(filed, filed.record, covering(filed, expected, approvals)), *strays(filed, present))
        found += tuple(about_record(filed.record, expected)) if expected else ()
    return (*found, *about_approvals(approvals))


def finding(code: str, file: str, level: str = BLOCK, **details: str) -> Finding:
    """A finding about a file."""
    return Finding(code, level, 0, {"file": file, **details})


def about_record(record: Record, expected: Record) -> Iterator[Finding]:
    """The record against what follows from the answers as they are."""
    if record["answers_digest"] != expected["answers_digest"]:
        yield finding("R040", str(record["file"]))
    elif record["answers_file_digest"] != expected["answers_file_digest"]:
        yield finding("R041", str(record["file"]))
    elif record["pack"] != expected["pack"]:
        was, now = (f"{each['pack']['id']}@{each['pack']['version']}" for each in (record, expected))
        yield finding("R042", RECORD, pack=was, now=now)
    else:
        yield from about_judgement(record, expected)


def about_judgement(record: Record, expected: Record) -> Iterator[Finding]:
    """The record of the very same answers and pack: it must say what they come to."""
    versions = [each["tool"]["version"] for each in (record, expected)]
    same = versions[0] == versions[1]
    keys = expected if same else LASTING
    wrong = [key for key in keys if record.get(key) != expected[key]]
    more = [key for key in record if same and key not in expected and key not in ("files", "digest")]
    if wrong or more:
        yield finding("R043", RECORD, keys=", ".join((*wrong, *more)))
    if not same:
        yield finding("R044", RECORD, WARN, version=versions[0], now=versions[1])


def covering(filed: Filed, expected: Record, approvals: tuple[Signed, ...]) -> tuple[Approval, ...]:
    """The approvals by which an edited paper may be as it is: those that count; all where nothing could be judged."""
    return tuple(each.approval for each in approvals if not each.lapses) if expected else filed.approvals


def about_papers(filed: Filed, record: Record, approvals: tuple[Approval, ...]) -> Iterator[Finding]:
    """Each paper that the record knows: there, as written or approved, and of the same answers as the record."""
    for paper in filed.papers:
        names = [each.approver.name for each in approvals if each.papers.get(paper.name) == paper.now]
        if not paper.now:
            yield finding("R045", paper.name)
            continue
        if paper.edited and names:
            yield finding("R046", paper.name, WARN, names=", ".join(names))
        elif paper.edited:
            yield finding("R047", paper.name)
        if paper.answers_digest != record["answers_digest"]:
            yield finding("R048", paper.name)


def strays(filed: Filed, present: Mapping[str, str]) -> Iterator[Finding]:
    """What lies in the folder and belongs to nothing."""
    known = {RECORD, *(paper.name for paper in filed.papers)}
    for name, kind in present.items():
        if kind == LINK:
            yield finding("R049", name)
        elif name not in known and not is_file(name):
            yield finding(stray(name, kind), name)


def stray(name: str, kind: str) -> str:
    """The code for something that does not belong: no file at all, a backup, a new version, or anybody's."""
    if kind == OTHER:
        return "R050"
    if BACKUP in (name[-len(BACKUP) :], name.rstrip("0123456789")[-len(BACKUP) - 1 : -1]):
        return "R051"
    return "R052" if is_beside(name) else "R053"


def about_approvals(approvals: tuple[Signed, ...]) -> Iterator[Finding]:
    """Approvals that no longer count, once for each reason."""
    for each in approvals:
        given = each.approval
        for why in each.lapses:
            details: dict[str, str | Text] = {
                "file": given.file,
                "role": each.role,
                "name": given.approver.name,
                "date": given.date,
            }
            yield Finding("R054", BLOCK, 0, details, why)
