"""One question and what was told, as a page shows it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from service.outcome import Answer


@dataclass(frozen=True, slots=True)
class Told:
    """An exchange of a conversation.

    message_id  32 hex digits, what feedback names
    question    as asked, normalised; "" where its words were refused and are withheld
    answer      as it was shown; from the store without `results`, `phrasing` and `milliseconds`
    asked_at    with a time zone
    channel     where it was asked, as in the HTTP contract
    helpful     the resident's vote, None for none
    """

    message_id: str
    question: str = field(repr=False)
    answer: Answer
    asked_at: datetime
    channel: str
    helpful: bool | None = None
