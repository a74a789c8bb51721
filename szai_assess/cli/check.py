"""``check``: locate → read pack → read answers → classify → gate → report → exit."""

from typing import Annotated

import typer

from szai_assess import exits, files, locate, report
from szai_assess.cli import clock, judging, options, printing
from szai_assess.errors import Fault, OutputError, Place, PolicyError, UsageError
from szai_assess.gate import Limits, passed
from szai_assess.messages import say
from szai_assess.report.text import faults

REGISTERS = frozenset(["summary", "html", "csv"])


def exit_code(checked: list[report.Checked]) -> int:
    """3 beats 1 beats 0."""
    if any(each.assessment is None for each in checked):
        return exits.UNDECIDED
    return exits.DONE if all(passed(each.findings) for each in checked) else exits.NO


def limits(max_tier: str, policy: str, day: str) -> Limits:
    """What the gate is held to.

    Raises PolicyError where the policy cannot be read.
    """
    found = judging.policy(policy)
    now = clock.now() if found.waivers and not day else ""
    return Limits(max_tier, day or clock.today(), now, found)


def judged(packs: judging.Opened, paths: list[str], max_tier: str, policy: str, day: str) -> list[report.Checked]:
    """Every file that is named, held to the policy; under a policy that cannot be read nothing is judged."""
    try:
        held = limits(max_tier, policy, day)
    except (PolicyError, OutputError) as error:
        return [report.Checked(files.spelled(policy or judging.POLICY), None, (), error)]
    return judging.check_all(packs, paths, held)


def outputs(wanted: list[str]) -> dict[str, str]:
    """File → format, of values such as ``sarif=out/szai.sarif``.

    Raises UsageError where a value is none, or two reports would go into one file.
    """
    found: dict[str, str] = {}
    for value in wanted:
        name, _, file = value.partition("=")
        if name not in report.FILE_REPORTERS:
            raise options.no_such("--output", name, tuple(report.FILE_REPORTERS))
        if not file or file in found:
            raise UsageError(Fault("U021", Place("--output"), {"value": value}))
        found[file] = name
    return found


def deliver(checked: list[report.Checked], files_of: dict[str, str], language: str) -> None:
    """Write the reports that go into files; a job's summary goes behind what other steps wrote there.

    Raises OutputError.
    """
    for file, name in files_of.items():
        before = files.read(file) if name == "summary" and files.exists(file) else b""
        files.write(file, before + report.encoded(report.FILE_REPORTERS[name](checked, language)))


def new_policy(file: str, language: str) -> int:
    """Write the sample of a policy where there is none yet.

    Raises OutputError where something is in the way.
    """
    if files.exists(file):
        raise OutputError(Fault("O006", Place(file), {"file": file}))
    files.write(file, files.read(locate.shipped_template(judging.POLICY)))
    printing.text(say("check.new_policy", language, file=file) + "\n")
    return exits.DONE


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
    policy_ = Annotated[
        str | None,
        typer.Option("--policy", help=say("cli.check.policy", language), callback=options.not_empty("--policy")),
    ]
    new_ = Annotated[bool, typer.Option("--new-policy", help=say("cli.check.new_policy", language))]
    output_ = Annotated[list[str], typer.Option("--output", help=say("cli.check.output", language))]
    today_ = Annotated[
        str, typer.Option("--today", help=say("cli.check.today", language), callback=options.day("--today"))
    ]

    @app.command("check", help=say("cli.check", language))
    def check(
        paths: paths_ = [],  # noqa: B006
        format: format_ = "text",  # noqa: A002
        output: output_ = [],  # noqa: B006
        max_tier: tier_ = None,
        policy: policy_ = None,
        new_policy_: new_ = False,
        pack: options.pack(language) = "",  # type: ignore[valid-type]
        today_is: today_ = "",
        lang: options.lang(language) = "",  # type: ignore[valid-type]
    ) -> int:
        del lang
        if new_policy_:
            return new_policy(policy or judging.POLICY, language)
        files_of = outputs(output)
        checked = judged(judging.Opened(pack), paths, max_tier or "", policy or "", today_is)
        if len(checked) > 1 or REGISTERS & set(files_of.values()):
            checked = judging.with_filed(checked)
        deliver(checked, files_of, language)
        words = report.REPORTERS[format](checked, language)
        (printing.machine if format != "text" else printing.text)(words)
        code = exit_code(checked)
        if code == exits.UNDECIDED:
            errors = dict.fromkeys(each.error for each in checked if each.error)
            raised = [line for error in errors for line in faults(error, language)]
            printing.error([*raised, say("check.undecided", language)])
        return code
