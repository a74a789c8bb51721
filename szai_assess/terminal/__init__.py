"""The terminal: puts a prompt of the interview on the screen and gives back the reply. Alone in importing a prompt library."""

from szai_assess.terminal.asker import Asker
from szai_assess.terminal.prompts import is_interactive

__all__ = ["Asker", "is_interactive"]
