"""``check``: locate → read pack → read answers → classify → gate → report → exit."""

from typing import Annotated

import typer

from szai_assess import exits, report
from szai_assess.cli import judging, options, printing
from szai_assess.cli.clock import today
from szai_assess.gate import Limits, passed
from szai_assess.messages import say
from szai_assess.report.text import faults


def exit_code(checked: list[report.Checked]) -> int:
    """3 beats 1 beats 0."""
    if any(each.assessment is None for each in checked):
        return exits.UNDECIDED
    return exits.DONE if all(passed(each.findings) for each in checked) else exits.NO


def register(app: typer.Typer, language: str) -> None:
    """Add the command, its help in the user's language."""
    paths_ = Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE|DIR]...", help=say("cli.check.paths", language), callback=options.given("FILE|DIR", "check")
        ),
    ]
    format_ = Annotated[
        str,
        typer.Option(
            "--format",
            help=say("cli.check.format", language),
            callback=options.one_of("--format", tuple(report.REPORTERS)),
        ),
    ]
    tier_ = Annotated[
        str | None,
        typer.Option("--max-tier", help=say("cli.check.max_tier", language), callback=options.not_empty("--max-tier")),
    ]
    today_ = Annotated[
        str, typer.Option("--today", help=say("cli.check.today", language), callback=options.day("--today"))
    ]

    @app.command("check", help=say("cli.check", language))
    def check(
        paths: paths_ = [],  # noqa: B006
        format: format_ = "text",  # noqa: A002
        max_tier: tier_ = None,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        today_is: today_ = "",
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        limits = Limits(max_tier or "", today_is or today())
        checked = judging.check_all(judging.Opened(pack), paths, limits)
        words = report.REPORTERS[format](checked, language)
        (printing.machine if format != "text" else printing.text)(words)
        code = exit_code(checked)
        if code == exits.UNDECIDED:
            errors = dict.fromkeys(each.error for each in checked if each.error)
            raised = [line for error in errors for line in faults(error, language)]
            printing.error([*raised, say("check.undecided", language)])
        return code
