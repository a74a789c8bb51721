"""The terminal: shows the pages of an interview and takes what a person does. Alone in importing a prompt library.

On a screen (``screen``), or line by line (``plain``) for pipes, screen readers and braille lines.
"""

from collections.abc import Callable, Generator, Sequence

from szai_assess.answers import Answers
from szai_assess.interview import Page, Reply, Wish
from szai_assess.terminal.console import is_interactive
from szai_assess.terminal.wording import Wording

__all__ = ["Wording", "hold", "is_interactive"]


def hold(
    talk: Generator[Page, Reply | Wish, Answers],
    wording: Wording,
    verdict: Callable[[Answers, int], Sequence[str]],
    *,
    plain: bool,
) -> Answers:
    """Lead a conversation to its end, on the screen or line by line; gives the answers.

    Raises Stopped, UsageError where there is no console, and what the conversation raises.
    """
    if plain:
        from szai_assess.terminal.plain import Lines

        return Lines(talk, wording, verdict).hold()
    from szai_assess.terminal.screen import Screen

    return Screen(talk, wording, verdict).hold()
