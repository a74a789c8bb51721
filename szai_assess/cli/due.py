"""``due``: locate → read packs → read answers (+ policy, approvals) → classify → agenda → print → exit."""

from typing import Annotated, NamedTuple

import typer

from szai_assess import exits
from szai_assess.assessment import Assessment
from szai_assess.calendar_days import plain_day
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.due import Subject, agenda, until
from szai_assess.errors import AssessError, Fault, OutputError, Place, RecordError, UsageError
from szai_assess.gate import Limits
from szai_assess.messages import say
from szai_assess.naming import folder_for
from szai_assess.report import Checked
from szai_assess.report.agenda import FORMATS, Told, undated
from szai_assess.report.text import faults
from szai_assess.show import screen_width


def lookout(today_is: str, within: str) -> str:
    """The last day that is looked at.

    Raises UsageError where ``within`` is no length of time.
    """
    last = until(today_is, within)
    if not last:
        raise UsageError(Fault("U020", Place("--within"), {"option": "--within", "value": within or "-"}))
    return last


def timely(checked: Checked, today_is: str) -> Checked:
    """What was judged, refused where it is dated later than today: one of the two days is wrong."""
    day = plain_day(checked.assessment.answers.assessed_on) if checked.assessment else ""
    if not day or day <= today_is:
        return checked
    fault = Fault("O024", Place(checked.file), {"today": today_is, "day": day})
    return checked._replace(assessment=None, error=OutputError(fault))


def subject(file: str, assessment: Assessment, today_is: str) -> tuple[Subject, AssessError | None]:
    """An application with its approvals that no longer count, and what of its approvals could not be read."""
    from szai_assess.approving import lapses
    from szai_assess.filing import filed

    known = filed(folder_for(file), file)
    weighed = ((approval, lapses(approval, assessment, known, today_is)) for approval in known.approvals)
    found = Subject(file, assessment, tuple((approval, reasons) for approval, reasons in weighed if reasons))
    return found, RecordError(*known.faults) if known.faults else None


class Looked(NamedTuple):
    """What was looked at: the applications, and what could not be judged or read."""

    subjects: tuple[Subject, ...]
    failed: tuple[tuple[str, AssessError], ...]


def looked_at(packs: judging.Opened, paths: list[str], today_is: str) -> Looked:
    """Every answers file that the paths name; what goes wrong with one is kept, and the others are still told."""
    subjects: list[Subject] = []
    failed: list[tuple[str, AssessError]] = []
    for found in judging.check_all(packs, paths, Limits("", today_is)):
        each = timely(found, today_is)
        error = each.error
        if each.assessment:
            known, error = subject(each.file, each.assessment, today_is)
            subjects.append(known)
        if error:
            failed.append((each.file, error))
    return Looked(tuple(subjects), tuple(failed))


def complaints(told: Told, as_events: bool, language: str) -> list[str]:
    """What goes to the error stream; a calendar has no place for what has no day."""
    lines = [*(line for _, error in told.failed for line in faults(error, language))]
    undecided = [say("check.undecided", language)] if told.failed else []
    return [*(undated(told) if as_events else ()), *lines, *undecided]


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    paths_ = Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE|DIR]...", help=say("cli.due.paths", language), callback=options.given("FILE|DIR", "due")
        ),
    ]
    within_ = Annotated[str, typer.Option("--within", help=say("cli.due.within", language))]
    today_ = Annotated[
        str, typer.Option("--today", help=say("cli.due.today", language), callback=options.day("--today"))
    ]
    policy_ = Annotated[
        str | None,
        typer.Option("--policy", help=say("cli.due.policy", language), callback=options.not_empty("--policy")),
    ]
    format_ = Annotated[
        str,
        typer.Option(
            "--format", help=say("cli.due.format", language), callback=options.one_of("--format", tuple(FORMATS))
        ),
    ]

    @app.command("due", help=say("cli.due", language))
    def due(
        paths: paths_ = [],  # noqa: B006
        within: within_ = "30d",
        today_is: today_ = "",
        policy: policy_ = None,
        format: format_ = "text",  # noqa: A002
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        day = today_is or today()
        last, rules = lookout(day, within), judging.policy(policy or "")
        looked = looked_at(judging.Opened(pack), paths, day)
        found = agenda(looked.subjects, day, last, rules)
        told = Told(found, day, last, looked.failed, language, screen_width())
        words = FORMATS[format](told)
        (printing.text if format == "text" else printing.machine)(words)
        printing.error(complaints(told, format == "ics", language))
        return exits.UNDECIDED if looked.failed else exits.NO if found.overdue else exits.DONE
