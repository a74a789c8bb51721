"""Faults of a policy file."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
