"""Conversations: what was asked before is recalled, and forgotten in time."""

from service.conversations.conversations import Conversations, Reply
from service.conversations.ids import new_id
from service.conversations.told import Told

__all__ = ["Conversations", "Reply", "Told", "new_id"]
