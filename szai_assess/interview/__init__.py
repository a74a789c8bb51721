"""The interview: which question is next, what a reply does to the answers, and the conversation that leads through it.

Pure: how a page is shown and where answers are saved are parameters. A partly answered matrix or form is resumed at its
first missing part; a part left blank is recorded as blank, so that it is not asked again.
"""

from szai_assess.interview.dialogue import begin
from szai_assess.interview.page import Page, Standing, Stopped, Wish
from szai_assess.interview.prompts import ANSWER, EVIDENCE, NOTE, Plan, Prompt, next_prompt, prompt_for
from szai_assess.interview.replies import Reply
from szai_assess.interview.sitting import Desk

__all__ = [
    "ANSWER",
    "EVIDENCE",
    "NOTE",
    "Desk",
    "Page",
    "Plan",
    "Prompt",
    "Reply",
    "Standing",
    "Stopped",
    "Wish",
    "begin",
    "next_prompt",
    "prompt_for",
]
