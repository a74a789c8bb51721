"""What the argument parser refuses, said in the program's own words."""

import typer

from szai_assess.errors import Fault, Place, UsageError
from szai_assess.text import nearest

Refusal: type[Exception] = typer.BadParameter.__mro__[1]  # the parser's error for wrong use; it has no public name


def is_kind(error: Exception, name: str) -> bool:
    """Whether an error is of a kind of the parser's own."""
    return any(kind.__name__ == name for kind in type(error).__mro__)


def explained(error: Exception, called: str) -> UsageError:
    """The parser's refusal as one of ours; ``called`` is the command as it was called."""
    command = f"szai-assess {called}".strip()
    option = str(getattr(error, "option_name", ""))
    parameter = getattr(error, "param", None)
    if is_kind(error, "NoSuchOption"):
        near = (getattr(error, "possibilities", None) or ["-"])[0]
        return UsageError(Fault("U011", Place(command), {"option": option, "nearest": near, "command": command}))
    if is_kind(error, "MissingParameter") and parameter is not None:
        name = str(parameter.metavar or parameter.name)
        return UsageError(Fault("U012", Place(command), {"name": name, "command": command}))
    problem = str(getattr(error, "message", error))
    return UsageError(Fault("U001", Place(command), {"problem": problem, "command": command}))


def no_command(called: str, known: tuple[str, ...]) -> UsageError:
    """The refusal of a command that does not exist."""
    details = {"command": called, "nearest": nearest(called, known) or "-", "known": ", ".join(known)}
    return UsageError(Fault("U013", Place("szai-assess"), details))
