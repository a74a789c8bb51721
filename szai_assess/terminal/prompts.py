"""The prompts themselves: the one place that knows the prompt library and the console.

Every prompt is erased once it is answered, so that help can be shown and the same prompt asked again, and gives either
the reply or the draft of it that stood there when help was asked for.
"""

import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from szai_assess.errors import Fault, Place, UsageError
from szai_assess.interview import Stopped
from szai_assess.text import wrapped

POINTER = ">"  # one cell wide everywhere, and in every code page
NARROWEST = 20


class Stream(Protocol):
    """What is asked of standard input and output."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


class Draft(NamedTuple):
    """A reply being given: typed text, ticked options, the option pointed at; ``help`` where help was asked for."""

    text: str = ""
    ticked: tuple[str, ...] = ()
    at: str = ""
    help: bool = False


def is_interactive(stdin: Stream | None, stdout: Stream | None) -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return stdin is not None and stdout is not None and stdin.isatty() and stdout.isatty()


def missing_console() -> tuple[type[BaseException], ...]:
    """The errors by which Windows says that there is no console to ask at."""
    if sys.platform != "win32":
        return ()
    return (import_module("prompt_toolkit.output.win32").NoConsoleScreenBufferError,)


def width() -> int:
    """The cells of a line, one left free for the cursor."""
    return max(shutil.get_terminal_size().columns - 1, NARROWEST)


def tell(text: str, style: str = "", indent: str = "", first: str | None = None) -> None:
    """Put text on the screen, wrapped; ``first`` stands before its first line instead of the indent."""
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    lead = indent if first is None else first
    for line in wrapped(text, width() - len(indent)):
        print_formatted_text(FormattedText([(style, lead + line)]))
        lead = indent


@contextmanager
def console() -> Iterator[None]:
    """Ask in here: Ctrl-C and end-of-file stop the interview, and a console that is none is a wrong use.

    Raises Stopped, UsageError.
    """
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise Stopped from None
    except missing_console() as error:
        raise UsageError(Fault("U008", Place(""))) from error


def run(question: Any, dead: str = "") -> Any:
    """What the person answers, or the draft of it; lines too long for the screen are wrapped, never cut."""
    from prompt_toolkit.filters import to_filter

    for window in question.application.layout.find_all_windows():
        window.wrap_lines = to_filter(True)
    late: list[object] = []
    with_keys(question.application, dead, late)
    question.application.pre_run_callables.append(lambda: late and question.application.exit(exception=EOFError))
    with remembered(late):
        reply = question.unsafe_ask()
    if late:
        raise EOFError
    return reply


@contextmanager
def remembered(late: list[object]) -> Iterator[None]:
    """Note each interrupt that comes while a prompt is set up or put away: raised there, it could be swallowed on its way."""
    before = signal.signal(signal.SIGINT, lambda number, _: late.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def choices_of(titles: Mapping[str, str], ticked: tuple[str, ...], margin: int) -> list[Any]:
    """The options as the prompt library wants them, wrapped below themselves."""
    from questionary import Choice

    hang = "\n" + " " * margin
    return [
        Choice(hang.join(wrapped(title, width() - margin)), value=option, checked=option in ticked)
        for option, title in titles.items()
    ]


def one(titles: Mapping[str, str], draft: Draft, hint: str) -> str | Draft:
    """Ask for one option; the cursor stands on the first, or where it stood in the draft."""
    import questionary

    choices = choices_of(titles, (), 3)
    start = draft.at or next(iter(titles))
    got: str | Draft = run(questionary.select("", choices, default=start, **looks(hint)))
    return got


def many(titles: Mapping[str, str], draft: Draft, hint: str) -> list[str] | Draft:
    """Ask for any number of options; none is ticked but those of the draft."""
    import questionary

    choices = choices_of(titles, draft.ticked, 5)
    start = draft.at or next(iter(titles))
    prompt = questionary.checkbox("", choices, initial_choice=start, **looks(hint))
    got: list[str] | Draft = run(prompt, dead="ai")
    return got


def typed(draft: Draft, hint: str) -> str | Draft:
    """Ask for a line of text."""
    import questionary

    got: str | Draft = run(questionary.text(POINTER, default=draft.text, qmark=hint + "\n", erase_when_done=True))
    return got if isinstance(got, Draft) else " ".join(got.splitlines()).replace("\t", " ").strip()


def looks(hint: str) -> dict[str, Any]:
    """How a list of options looks: a hint above it, nothing in the library's own words, and gone when answered."""
    return {"qmark": "", "pointer": POINTER, "instruction": hint, "erase_when_done": True}


def draft_of(app: Any) -> Draft:
    """What stands in the prompt now."""
    from questionary.prompts.common import InquirerControl

    for control in app.layout.find_all_controls():
        if isinstance(control, InquirerControl):
            return Draft("", tuple(control.selected_options), str(control.get_pointed_at().value), help=True)
    return Draft(app.current_buffer.text, help=True)


def with_keys(app: Any, dead: str, late: list[object]) -> None:
    """Give a prompt the keys of this program, ``?`` and F1 for help, Ctrl-D to stop, and take away the ``dead`` ones.

    A wish to stop that comes while a reply is being taken, too late for the prompt, is put into ``late``.
    """
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()
    nothing_typed = Condition(lambda: not app.current_buffer.text)

    def stop(event: Any) -> None:
        try:
            event.app.exit(exception=EOFError)
        except Exception as error:  # noqa: BLE001  # the library has no other name for "it has ended already"
            late.append(error)

    def show_help(event: Any) -> None:
        event.app.exit(result=draft_of(event.app))

    def ignore(_: Any) -> None:
        """Keep the key from what it would do."""

    keys.add(Keys.F1, eager=True)(show_help)
    for sign in ("?", "？"):
        keys.add(sign, eager=True, filter=nothing_typed)(show_help)
    keys.add(Keys.ControlD, eager=True, filter=nothing_typed)(stop)
    for key in (Keys.SIGINT, Keys.ControlC):  # as a signal, or as the key that it is while a prompt stands
        keys.add(key, eager=True)(stop)
    for sign in dead:
        keys.add(sign, eager=True)(ignore)
    app.key_bindings = merge_key_bindings([app.key_bindings, keys])
