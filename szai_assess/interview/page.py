"""What a person is shown at one moment of the interview, and what can come back from it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from szai_assess.interview.prompts import ANSWER, Prompt
from szai_assess.interview.replies import Reply
from szai_assess.verdict import Ends

# What a page is about: a question or a remark on it; a way to answer although one is not sure; what a change takes away …
QUESTION, UNSURE, PROBE, PART, FOUND = "question", "unsure", "probe", "part", "found"
LEAVING, NOTICE, REVIEW, RESULT, END, TROUBLE = "leaving", "notice", "review", "result", "end", "trouble"

# … and the choices of the pages that the interview itself asks.
OPEN, TAKE, ALL, CHOOSE = "open", "take", "all", "choose"
GO, KEEP, RETURN = "go", "keep", "return"
READ, PAPERS, FINISH, LATER, RETRY = "read", "papers", "finish", "later", "retry"
YES, NO = "yes", "no"

# What a person may wish instead of replying.
BACK, UNDO, LOOK, REMARK, PROVE = "back", "undo", "review", "note", "evidence"


class Stopped(Exception):  # noqa: N818 - not an error: the person has stopped, and what is saved stays
    """The person stopped the interview; nothing of the answer being given is kept."""


class Wish(NamedTuple):
    """A wish instead of a reply, and what stood in the reply at that moment."""

    kind: str
    draft: Reply = ()


class Standing(NamedTuple):
    """Where the interview stands: the section, the range so far, what may still change it, what is still to be asked.

    ``deciding`` and ``left`` count questions, a matrix as one; ``open`` names every prompt that may still come.
    """

    section: str
    ends: Ends
    deciding: int
    left: int
    open: tuple[str, ...]


class Page(NamedTuple):
    """One page: its kind, the prompt it is about, how it is answered (``one | many | text | date``), what is given already.

    A ``firm`` page cannot be passed by Enter alone. ``problem`` is the message on the last reply; ``names`` and ``details``
    are what a page of its kind tells.
    """

    kind: str
    prompt: Prompt
    style: str
    options: tuple[str, ...]
    standing: Standing
    given: Reply = ()
    firm: bool = False
    problem: str = ""
    names: tuple[str, ...] = ()
    details: Mapping[str, object] = MappingProxyType({})

    @property
    def wishes(self) -> tuple[str, ...]:
        """What a person may wish here."""
        if self.kind == QUESTION:
            return (BACK, UNDO, LOOK, REMARK, PROVE) if self.prompt.kind == ANSWER else (BACK, UNDO, LOOK)
        if self.kind in (END, RESULT):
            return (BACK, UNDO, LOOK)
        return () if self.kind in (NOTICE, TROUBLE) else (BACK,)
