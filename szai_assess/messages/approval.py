"""The words of approve and verify."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
