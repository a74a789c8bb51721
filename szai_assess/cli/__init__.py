"""The command line: one file a command, only the one that is called is imported."""

import gc
from importlib import import_module
from typing import Annotated, Any

from szai_assess._version import VERSION
from szai_assess.cli import printing
from szai_assess.exits import DONE, USAGE
from szai_assess.messages import say

COMMANDS = ("assess", "check", "render", "explain", "merge", "diff", "approve", "verify", "due", "law", "pack")


def build(language: str, only: str = "") -> Any:
    """The typer application with all commands, or with one of them."""
    import typer

    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        help=say("cli.app", language),
        name="szai-assess",
    )

    version_ = Annotated[bool, typer.Option("--version", help=say("cli.version", language))]

    @app.callback(invoke_without_command=True)
    def root(context: typer.Context, version: version_ = False) -> int:
        """Tell the version, or make way for the command."""
        if version:
            printing.text(f"szai-assess {VERSION}\n")
            raise typer.Exit(DONE)
        return DONE if context.invoked_subcommand else USAGE

    for name in (only,) if only in COMMANDS else COMMANDS:
        import_module(f"szai_assess.cli.{name}").register(app, language)
    return app


def run(arguments: list[str], language: str) -> int:
    """Run the command line; gives the exit code.

    Raises UsageError for what the argument parser refuses.
    """
    called = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    from szai_assess.cli import misuse

    if called and called not in COMMANDS:
        raise misuse.no_command(called, COMMANDS)
    app = build(language, called)
    gc.freeze()
    gc.enable()
    try:
        result = app(args=arguments, standalone_mode=False, prog_name="szai-assess")
    except misuse.Refusal as error:
        if misuse.is_kind(error, "NoArgsIsHelpError"):
            printing.error([str(error)])
            return USAGE
        raise misuse.explained(error, called) from error
    except SystemExit:  # typer's answer to a broken pipe is exit 1, which belongs to the gate
        raise BrokenPipeError from None
    return int(result or 0)
