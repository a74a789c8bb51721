"""The words of diff."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
