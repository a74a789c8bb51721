"""Faults of what was filed: records, papers, approvals."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {}
