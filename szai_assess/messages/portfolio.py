"""The words of the portfolio."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
