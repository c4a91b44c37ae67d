"""Conversations: what was asked before is recalled, and forgotten in time."""

from service.conversations.conversations import Conversations, Reply
from service.conversations.feedback import Feedback, FeedbackReason
from service.conversations.taking import TakenAnswer
from service.conversations.told import Told

__all__ = [
    "Conversations",
    "Feedback",
    "FeedbackReason",
    "Reply",
    "TakenAnswer",
    "Told",
]
