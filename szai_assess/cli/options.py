"""Options that several commands share, in the user's language, and what their values may be."""

from typing import Annotated, Any

import typer

from szai_assess.errors import Fault, Place, UsageError
from szai_assess.messages import say
from szai_assess.text import is_day, nearest


def lang(language: str) -> Any:
    """``--lang``; it was read before the commands were built, so its value here is only checked."""
    return Annotated[
        str, typer.Option("--lang", help=say("cli.lang", language), callback=one_of("--lang", ("zh", "en", "")))
    ]


def pack(language: str) -> Any:
    """``--pack``."""
    return Annotated[str, typer.Option("--pack", help=say("cli.pack", language))]


def out(language: str) -> Any:
    """``--out``."""
    return Annotated[str, typer.Option("--out", help=say("cli.out", language))]


def force(language: str) -> Any:
    """``--force``."""
    return Annotated[bool, typer.Option("--force", help=say("cli.force", language))]


def paper_format(language: str) -> Any:
    """``--format`` of papers."""
    return Annotated[str, typer.Option("--format", help=say("cli.format", language), callback=papers_as)]


def no_such(option: str, value: str, known: "tuple[str, ...] | list[str]") -> UsageError:
    """The refusal of a value that an option cannot have."""
    details = {"value": value or "-", "known": ", ".join(known), "nearest": nearest(value, known) or "-"}
    return UsageError(Fault("U004", Place(option), {"option": option, **details}))


def one_of(option: str, known: tuple[str, ...]) -> Any:
    """A callback that lets only known values through."""

    def checked(value: str) -> str:
        if value not in known:
            raise no_such(option, value, tuple(filter(None, known)))
        return value

    return checked


def papers_as(value: str) -> str:
    """The formats of papers, each a known one, named once."""
    from szai_assess.render.formats import FORMATS

    wanted = [each.strip() for each in value.split(",")]
    for each in wanted:
        if each not in FORMATS:
            raise no_such("--format", each, FORMATS)
    return ",".join(dict.fromkeys(wanted))


def not_empty(option: str) -> Any:
    """A callback that refuses an empty value: a variable that is not set must not read as "no limit"."""

    def checked(value: str | None) -> str | None:
        if value is not None and not value.strip(" ,"):
            raise UsageError(Fault("U012", Place(option), {"name": option, "command": "szai-assess"}))
        return value

    return checked


def given(name: str, command: str) -> Any:
    """A callback that refuses an empty name among the arguments of a command; ``name`` is how its usage calls them."""

    def checked(value: str | list[str]) -> str | list[str]:
        if any(not each.strip() for each in ([value] if isinstance(value, str) else value)):
            called = f"szai-assess {command}"
            raise UsageError(Fault("U012", Place(called), {"name": name, "command": called}))
        return value

    return checked


def day(option: str) -> Any:
    """A callback that lets only days through, or nothing."""

    def checked(value: str) -> str:
        if value and not is_day(value):
            raise UsageError(Fault("U005", Place(option), {"option": option, "value": value}))
        return value

    return checked
