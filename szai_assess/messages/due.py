"""The words of due."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
