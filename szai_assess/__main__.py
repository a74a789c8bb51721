"""The door: the quick answer to ``--version``, and the one place where errors become exit codes."""

import gc
import os
import sys

from szai_assess import exits

TYPE_CHECKING = False  # typing costs as much as the interpreter's start
if TYPE_CHECKING:
    from typing import TextIO

    from szai_assess.errors import AssessError

LANGUAGES = ("zh", "en")


def without_language(arguments: list[str]) -> tuple[str, list[str]]:
    """The language that ``--lang`` names (empty: none that is known) and the other arguments: it may stand anywhere."""
    named, rest = "", list(arguments)
    for place, argument in reversed(list(enumerate(arguments))):
        value = argument[7:] if argument.startswith("--lang=") else "".join(arguments[place + 1 : place + 2])
        if value in LANGUAGES and argument.partition("=")[0] == "--lang":
            named = value
            del rest[place : place + (1 if "=" in argument else 2)]
    return named, rest


def language_of(named: str, environment: "dict[str, str] | None" = None) -> str:
    """``zh`` or ``en``: what was named, then SZAI_LANG, then the locale, then zh."""
    known = os.environ if environment is None else environment
    for value in (named, *(known.get(name, "") for name in ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))):
        if value[:2].lower() in LANGUAGES:
            return value[:2].lower()
    return LANGUAGES[0]


def complain(faults: list[str]) -> None:
    """Tell what went wrong, on the error stream; where that is closed or full the exit code has to do."""
    try:
        sys.stderr.write("\n".join(faults) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def run(arguments: list[str]) -> int:
    """Run one command; gives the exit code. The only place that catches everything."""
    from szai_assess import errors
    from szai_assess.messages import say

    named, arguments = without_language(arguments)
    language = language_of(named)
    try:
        from szai_assess.cli import run as command

        return command(arguments, language)
    except errors.AssessError as error:
        return refused(error, language)
    except (KeyboardInterrupt, EOFError):
        complain([say("check.interrupted", language)])
        return exits.INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader is gone; nothing is left to flush
        return exits.UNDECIDED
    except Exception as error:  # noqa: BLE001  # the boundary
        return broken(error, language)


def broken(error: Exception, language: str) -> int:
    """Tell an error that nobody expected; gives the exit code. One of the streams is no bug: it names no file."""
    from szai_assess import errors, files
    from szai_assess.messages import say

    if isinstance(error, OSError) and error.filename is None:
        details = {"file": "stdout", "reason": files.reason(error)}
        return refused(errors.OutputError(errors.Fault("O003", errors.Place("stdout"), details)), language)
    import traceback

    complain(["".join(traceback.format_exception(error)), say("check.bug", language)])
    return exits.BUG


def refused(error: "AssessError", language: str) -> int:
    """Tell the faults of an error; gives the exit code."""
    from szai_assess import errors
    from szai_assess.messages import say
    from szai_assess.report.text import faults

    told = list(faults(error, language))
    if isinstance(error, errors.UsageError):
        complain(told)
        return exits.USAGE
    complain([*told, say("check.no_papers" if isinstance(error, errors.PapersError) else "check.undecided", language)])
    return exits.UNDECIDED


def said(words: str) -> int:
    """Say it; gives the exit code."""
    try:
        sys.stdout.write(words)
    except (OSError, ValueError, AttributeError):
        return exits.UNDECIDED
    return exits.DONE


def nowhere() -> "TextIO":
    """A stream for complaints that nobody wants to hear: the caller closed it, and has the exit code."""
    return open(os.devnull, "w", encoding="utf-8")  # it lives as long as the process


def refusing() -> "TextIO":
    """A stream in the place of a closed one, which takes nothing: what a command was to tell must not seem told."""
    return os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")


def leave(code: int) -> None:
    """End at once: nothing is left to clean up, and taking the interpreter down costs a sixth of a ``check``.

    A report that could not be written is no pass.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = exits.UNDECIDED if code == exits.DONE else code
    os._exit(code)


def main() -> None:
    """Entry point of ``szai-assess`` and of ``python -m szai_assess``."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from szai_assess._version import VERSION

        leave(said(f"szai-assess {VERSION}\n"))
    gc.disable()  # what is imported stays; the command itself runs with the collector on
    sys.stdout, sys.stderr = sys.stdout or refusing(), sys.stderr or nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    leave(run(arguments))


if __name__ == "__main__":
    main()
