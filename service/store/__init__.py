"""What the service keeps: one database, with its tables and their migrations.

Conversations stand in it today; whatever else has to outlive a request belongs here as well.
"""

from service.store.store import Store
from service.store.tables import (
    Base,
    ConversationRow,
    FeedbackRow,
    MessageRow,
    TakeTokenRow,
    UtcDateTime,
)

__all__ = [
    "Base",
    "ConversationRow",
    "FeedbackRow",
    "MessageRow",
    "Store",
    "TakeTokenRow",
    "UtcDateTime",
]
