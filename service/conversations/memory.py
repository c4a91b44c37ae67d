"""What the store keeps of conversations: recall, remember, forget, sweep."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from service.outcome import Answer, Choice, Reason
from service.question.exchange import Exchange
from service.store import ConversationRow, MessageRow, Store

_ID = re.compile(r"[0-9a-f]{32}")
# Conversations deleted in one transaction: some milliseconds, so that a resident's question never
# waits long for the lock.
_SWEPT_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation that goes on. `city`: id of the city on whose site it is held, or None;
    `earlier`: its last exchanges, oldest first.
    """

    id: str
    city: str | None
    earlier: tuple[Exchange, ...] = ()


def new_id() -> str:
    """128 random bits as 32 hex digits: nobody comes upon another's by guessing."""
    return secrets.token_hex(16)


class Memory:
    """Conversations in the store. Every method but the constructor raises StoreError.

    time_to_live  from the last question of a conversation until it is forgotten
    turns         earlier exchanges that are recalled
    clock         the moment now, with a time zone
    """

    def __init__(
        self, store: Store, time_to_live: timedelta, turns: int, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._time_to_live = time_to_live
        self._turns = turns
        self._clock = clock

    def recall(self, conversation_id: str, city: str | None) -> Conversation | None:
        """The conversation, or None: unknown, expired, or held on another city's site.

        A conversation without a city becomes that of the first city it is continued on.
        """
        if not _ID.fullmatch(conversation_id):
            return None
        with self._store.reading() as connection:
            found = connection.execute(
                select(ConversationRow.city).where(
                    ConversationRow.id == conversation_id,
                    ConversationRow.last_at >= self._clock() - self._time_to_live,
                )
            ).one_or_none()
            if found is None or (found.city and city and found.city != city):
                return None
            earlier = self._earlier(connection, conversation_id)
        return Conversation(conversation_id, found.city or city, earlier)

    def remember(
        self, conversation: Conversation, question: str, answer: Answer
    ) -> tuple[str, str]:
        """Write an exchange down. Gives the conversation's id, a new one where it is no longer
        known, and the id of the message. The words of a refused question are left out.
        """
        now, message_id = self._clock(), new_id()
        with self._store.writing() as connection:
            held_id, number = self._counted(connection, conversation, now)
            connection.execute(
                insert(MessageRow).values(
                    id=message_id,
                    conversation_id=held_id,
                    number=number,
                    asked_at=now,
                    question=question if answer.meaning else "",
                    meaning=answer.meaning,
                    reason=answer.reason.value,
                    city=answer.city,
                    record_ids=list(answer.record_ids),
                    choices=[asdict(choice) for choice in answer.choices],
                )
            )
        return held_id, message_id

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation and its messages, from the write-ahead log too."""
        if not _ID.fullmatch(conversation_id):
            return
        with self._store.writing() as connection:
            _delete(connection, [conversation_id])
        self._store.flush_deleted()

    def sweep(self) -> int:
        """Delete the conversations that have expired. Gives their number."""
        swept = 0
        while True:
            with self._store.writing() as connection:
                expired = connection.scalars(
                    select(ConversationRow.id)
                    .where(ConversationRow.last_at < self._clock() - self._time_to_live)
                    .limit(_SWEPT_AT_ONCE)
                ).all()
                _delete(connection, expired)
            swept += len(expired)
            if len(expired) < _SWEPT_AT_ONCE:
                break
        if swept:
            self._store.flush_deleted()
        return swept

    def _earlier(self, connection: Connection, conversation_id: str) -> tuple[Exchange, ...]:
        rows = connection.execute(
            select(
                MessageRow.meaning,
                MessageRow.reason,
                MessageRow.city,
                MessageRow.record_ids,
                MessageRow.choices,
            )
            .where(MessageRow.conversation_id == conversation_id)
            .order_by(MessageRow.number.desc())
            .limit(self._turns)
        ).all()
        return tuple(
            Exchange(
                row.meaning,
                Reason(row.reason),
                row.city,
                tuple(row.record_ids),
                tuple(Choice(**choice) for choice in row.choices),
            )
            for row in reversed(rows)
        )

    def _counted(
        self, connection: Connection, conversation: Conversation, now: datetime
    ) -> tuple[str, int]:
        """The conversation's id and the number of its next message."""
        number = connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == conversation.id)
            .values(
                last_at=now,
                city=conversation.city,
                message_count=ConversationRow.message_count + 1,
            )
            .returning(ConversationRow.message_count)
        ).scalar()
        if number is not None:
            return conversation.id, number
        # New, or deleted while it was being answered: what was forgotten does not come back.
        held_id = new_id()
        connection.execute(
            insert(ConversationRow).values(
                id=held_id, city=conversation.city, message_count=1, started_at=now, last_at=now
            )
        )
        return held_id, 1


def _delete(connection: Connection, ids: Sequence[str]) -> None:
    connection.execute(delete(MessageRow).where(MessageRow.conversation_id.in_(ids)))
    connection.execute(delete(ConversationRow).where(ConversationRow.id.in_(ids)))
