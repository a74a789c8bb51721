"""``verify``: answers, record, papers and approvals held against each other."""

import os
from typing import Annotated, NamedTuple

import typer

from szai_assess import exits, files, filing, verifying
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.errors import AssessError, Fault, Place, RecordError
from szai_assess.filed import NOTHING_FILED, Filed
from szai_assess.finding import BLOCK, Finding
from szai_assess.messages import advice, say
from szai_assess.naming import folder_for
from szai_assess.record import Plain, application, both, error
from szai_assess.report.paths import named
from szai_assess.report.text import faults
from szai_assess.text import visible
from szai_assess.verifying import Signed

FORMATS = ("text", "json")


class Verified(NamedTuple):
    """One folder: what is filed in it, what does not match, and what could not be read or judged."""

    folder: str
    file: str
    application: str
    filed: Filed
    approvals: tuple[Signed, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]

    @property
    def matches(self) -> bool:
        """Whether everything was judged and belongs together."""
        return not self.faults and all(finding.level != BLOCK for finding in self.findings)


def verify(packs: judging.Opened, folder: str, file: str, day: str) -> Verified:
    """Hold what is filed in a folder against an answers file (empty: the one that its record names)."""
    try:
        file = file or filing.answers_of(folder)
    except AssessError as raised:
        return Verified(folder, "", "", NOTHING_FILED, (), (), raised.faults)
    filed = filing.filed(folder, file)
    try:
        found, wrong = judging.judge(packs, file), filed.faults
        expected = filing.derived(found, folder, file)
    except AssessError as raised:
        found, wrong, expected = None, (*filed.faults, *raised.faults), {}
    if filed.record is None and not filed.faults:
        wrong = (*wrong, Fault("R005", Place(folder), {"folder": folder}))
    approvals = verifying.signed(found, filed, day) if found else ()
    findings = verifying.matched(filed, filing.present(folder), expected, approvals)
    return Verified(folder, file, application(found) if found else "", filed, approvals, findings, wrong)


def verify_all(packs: judging.Opened, path: str, out: str, day: str) -> list[Verified]:
    """The folder of an answers file, or every folder below a path in which something was filed.

    Raises RecordError where there is none: what matched nothing must not seem to match.
    """
    if not files.is_folder(path):
        return [verify(packs, out or folder_for(path), path, day)]
    found = filing.folders(path)
    if not found:
        raise RecordError(Fault("R007", Place(path), {"folder": path}))
    return [verify(packs, folder, "", day) for folder in found]


def exit_code(verified: list[Verified]) -> int:
    """3 beats 1 beats 0."""
    if any(each.faults for each in verified):
        return exits.UNDECIDED
    return exits.DONE if all(each.matches for each in verified) else exits.NO


def lines(each: Verified, language: str) -> list[str]:
    """One folder as text: whether it matches, who approved, what does not belong."""
    key = "verify.unknown" if each.faults else "verify.matches" if each.matches else "verify.differs"
    name = each.application or say("check.unnamed", language)
    told = [f"{named(each.folder)}: {name} — {say(key, language)}"]
    if each.filed.record is not None:
        count = {"file": each.filed.answers_file, "count": str(len(each.filed.papers))}
        told.append("  " + say("verify.holds", language, **count))
    told += [f"  {line}" for one in each.approvals for line in approval_lines(one, language)]
    said: set[str] = set()
    for found in each.findings:
        found_lines = finding_lines(found, language)
        told += [f"  {line}" for line in found_lines if line not in said]
        said = {found_lines[0]}  # the next reason for the same approval needs no second heading
    return told


def approval_lines(one: Signed, language: str) -> list[str]:
    """An approval that counts, and what changed since; one that does not is among the findings."""
    if one.lapses:
        return []
    given = one.approval
    details = {"file": given.file, "role": one.role.in_(language), "name": given.approver.name, "date": given.date}
    told = [say("verify.approved", language, author=given.author.name, **details)]
    return [*told, *(f"  {say('verify.changed', language, file=name)}" for name in one.changed)]


def finding_lines(found: Finding, language: str) -> list[str]:
    """A finding, why, and what to do."""
    mark = say("verify.wrong" if found.level == BLOCK else "verify.note", language)
    told = [f"{mark} {found.code} {say(found.code, language, **found.details)}"]
    why = found.remark or found
    if found.remark:
        told.append(f"   {why.code} {say(why.code, language, **why.details)}")
    return [*told, f"   → {advice(why.code, language, **why.details)}"]


def plain(each: Verified) -> Plain:
    """One folder as plain data, in both languages."""
    return {
        "folder": files.spelled(each.folder),
        "file": files.spelled(each.file) or None,
        "application": each.application or None,
        "matches": each.matches,
        "papers": [{"file": paper.name, "edited": paper.edited} for paper in each.filed.papers],
        "approvals": [plain_approval(one) for one in each.approvals],
        "findings": [plain_finding(found) for found in each.findings],
        "errors": [error(fault, "") for fault in each.faults],
    }


def plain_approval(one: Signed) -> Plain:
    """An approval as plain data."""
    given = one.approval
    return {
        "file": given.file,
        "approver": given.approver._asdict(),
        "author": given.author._asdict(),
        "date": given.date,
        "counts": not one.lapses,
        "reasons": [{"code": why.code, "message": both(why.code, why.details)} for why in one.lapses],
        "changed": list(one.changed),
    }


def plain_finding(found: Finding) -> Plain:
    """A finding as plain data."""
    known = {"code": found.code, "level": found.level, "file": str(found.details["file"])}
    why = {"reason": found.remark.code} if found.remark else {}
    return {**known, **why, "message": both(found.code, found.details)}


def tell(verified: list[Verified], form: str, language: str) -> None:
    """Say what was found; what could not be judged goes to the error stream as well."""
    if form == "json":
        import json

        printing.machine(json.dumps([plain(each) for each in verified], ensure_ascii=False, indent=1) + "\n")
    else:
        printing.text("".join(f"{visible(line)}\n" for each in verified for line in lines(each, language)))
    wrong = [fault for each in verified for fault in each.faults]
    if wrong:
        printing.error([*faults(RecordError(*wrong), language), say("check.undecided", language)])


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    path_ = Annotated[
        str,
        typer.Argument(
            metavar="[FILE|DIR]", help=say("cli.verify.path", language), callback=options.given("FILE|DIR", "verify")
        ),
    ]
    format_ = Annotated[
        str,
        typer.Option("--format", help=say("cli.verify.format", language), callback=options.one_of("--format", FORMATS)),
    ]
    out_ = Annotated[str, typer.Option("--out", help=say("cli.verify.out", language))]
    today_ = Annotated[
        str, typer.Option("--today", help=say("cli.verify.today", language), callback=options.day("--today"))
    ]

    @app.command("verify", help=say("cli.verify", language))
    def verify_(
        path: path_ = os.curdir,
        format: format_ = "text",  # noqa: A002
        out: out_ = "",
        today_is: today_ = "",
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        verified = verify_all(judging.Opened(pack), path, out, today_is or today())
        tell(verified, format, language)
        return exit_code(verified)
