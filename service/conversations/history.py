"""What was told in a conversation, for pages that show all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from service.conversations.answer_columns import answer_of
from service.conversations.lifetime import Lifetime
from service.conversations.looking_up import held_at
from service.conversations.told import Told
from service.outcome import Choice
from service.store import FeedbackRow, MessageRow, Store


class History:
    """Reads conversations back from the store.

    lifetime  how long residents can come back to a conversation
    messages_max  latest messages given
    clock         the moment now, with a time zone
    """

    def __init__(
        self,
        store: Store,
        lifetime: Lifetime,
        messages_max: int,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._lifetime = lifetime
        self._messages_max = messages_max
        self._clock = clock

    def told(self, conversation_id: str, city: str | None) -> tuple[Told, ...]:
        """The latest messages, oldest first; none of a conversation that `city` may not read.

        A message whose answer is not held, from before answers were kept, is left out. Raises
        StoreError.
        """
        with self._store.reading() as connection:
            is_over = self._lifetime.is_over(self._clock())
            if held_at(connection, conversation_id, city, is_over) is None:
                return ()
            rows = connection.execute(
                select(MessageRow.__table__, FeedbackRow.helpful)
                .outerjoin(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
                .where(MessageRow.conversation_id == conversation_id)
                .order_by(MessageRow.number.desc())
                .limit(self._messages_max)
            ).mappings()
            told = [_told({**row}) for row in rows]
        return tuple(one for one in reversed(told) if one is not None)


def _told(row: Mapping[str, Any]) -> Told | None:
    answer = answer_of(row)
    if answer is None:
        return None
    return Told(
        message_id=row["id"],
        question=row["question"],
        answer=replace(
            answer,
            meaning=row["meaning"],
            record_ids=tuple(row["record_ids"]),
            choices=tuple(Choice(**choice) for choice in row["choices"]),
        ),
        asked_at=row["asked_at"],
        channel=row["channel"],
        helpful=row["helpful"],
    )
