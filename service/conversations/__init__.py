"""Conversations: what was asked before is recalled, and forgotten in time."""

from service.conversations.conversations import Conversations, Reply
from service.conversations.memory import new_id

__all__ = ["Conversations", "Reply", "new_id"]
