"""The door: the quick answer to ``--version``, and the one place where errors become exit codes."""

import sys


def language_of(arguments: list[str], environment: "dict[str, str] | None" = None) -> str:
    """``zh`` or ``en``: the option, then SZAI_LANG, then the locale, then zh."""
    import os

    known = os.environ if environment is None else environment
    for place, argument in enumerate(arguments):
        value = argument[7:] if argument.startswith("--lang=") else arguments[place + 1 : place + 2]
        if argument.startswith("--lang") and value in ("zh", "en", ["zh"], ["en"]):
            return value if isinstance(value, str) else value[0]
    for name in ("SZAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = known.get(name, "")
        if value[:2].lower() in ("zh", "en"):
            return value[:2].lower()
    return "zh"


def complain(faults: "list[str]") -> None:
    """Tell what went wrong, on the error stream."""
    sys.stderr.write("\n".join(faults) + "\n")


def run(arguments: list[str]) -> int:
    """Run one command; gives the exit code. The only place that catches everything."""
    from szai_assess import errors
    from szai_assess.messages import advice, say

    language = language_of(arguments)
    try:
        from szai_assess.cli import run as command

        return command(arguments, language)
    except errors.AssessError as error:
        from szai_assess.report.text import faults

        wrong_use = isinstance(error, errors.UsageError)
        complain([*faults(error, language), *([] if wrong_use else [say("check.undecided", language)])])
        return errors.USAGE if wrong_use else errors.UNDECIDED
    except (KeyboardInterrupt, EOFError):
        complain([say("check.interrupted", language)])
        return errors.INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader is gone; nothing is left to flush
        return errors.UNDECIDED
    except Exception as error:  # noqa: BLE001  # the boundary
        if usage := wrong_usage(error):
            details = {"problem": usage, "command": " ".join(["szai-assess", *arguments[:1]])}
            complain([say("U001", language, **details), "  → " + advice("U001", language, **details)])
            return errors.USAGE
        import traceback

        traceback.print_exc()
        complain([say("check.bug", language)])
        return errors.BUG


def wrong_usage(error: Exception) -> str:
    """What the argument parser says is wrong; empty where the error is not the parser's."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    return str(error.format_message()) if "UsageError" in kinds and hasattr(error, "format_message") else ""


def main() -> None:
    """Entry point of ``szai-assess`` and of ``python -m szai_assess``."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from szai_assess._version import VERSION

        print(f"szai-assess {VERSION}")  # noqa: T201
        return
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
