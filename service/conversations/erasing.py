"""What erases residents' words: a resident who asks for it, and time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from service.conversations.lifetime import Lifetime
from service.reviewing.entering import erase_items
from service.store import ConversationRow, ForgottenRow, MessageRow, Store
from service.store.ids import hash_of, is_id

# Conversations erased in one transaction: some milliseconds, so that a resident's question never
# waits long for the lock.
_AT_ONCE = 500
# Between two such transactions: who waits for SQLite's lock looks for it every 0.1 s, and after a
# standstill thousands may be due.
_PAUSE_S = 0.15


class Erasing:
    """Erases conversations; what was counted of them stays. Methods raise StoreError.

    lifetime  how long words are kept
    clock     the moment now, with a time zone
    """

    def __init__(self, store: Store, lifetime: Lifetime, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._lifetime = lifetime
        self._clock = clock

    def forget(self, conversation_id: str) -> None:
        """Erase a conversation, from the write-ahead log too; nothing where it is unknown."""
        if not is_id(conversation_id):
            return
        with self._store.writing() as connection:
            is_held = connection.scalar(
                select(ConversationRow.id).where(ConversationRow.id == conversation_id)
            )
            if is_held:
                erase(connection, [conversation_id], self._clock())
                # A backup from before must not bring it back.
                connection.execute(
                    insert(ForgottenRow).values(
                        conversation_hash=hash_of(conversation_id), forgotten_at=self._clock()
                    )
                )
        self._store.flush_deleted()

    def sweep(self) -> int:
        """Erase the conversations whose time has come. Gives their number."""
        erased = 0
        while True:
            with self._store.writing() as connection:
                count = erase_due(connection, self._lifetime, self._clock())
            erased += count
            if count < _AT_ONCE:
                break
            time.sleep(_PAUSE_S)
        # Always: a long reader may have kept the words of an earlier erasing in the log.
        self._store.flush_deleted()
        return erased


def erase(connection: Connection, ids: Sequence[str], now: datetime) -> None:
    """Erase the words of these conversations: with the messages go comments, traces and vectors.

    Staff find of them in the queue that they are gone.
    """
    erase_items(connection, ids, now)
    connection.execute(delete(MessageRow).where(MessageRow.conversation_id.in_(ids)))
    connection.execute(delete(ConversationRow).where(ConversationRow.id.in_(ids)))


def erase_due(connection: Connection, lifetime: Lifetime, now: datetime) -> int:
    """Erase conversations whose time has come, some hundreds at most. Gives their number.

    What was forgotten so long ago that no backup's copy would outlive its time is forgotten, too.
    """
    due = connection.scalars(
        select(ConversationRow.id).where(lifetime.is_due(now)).limit(_AT_ONCE)
    ).all()
    erase(connection, due, now)
    connection.execute(delete(ForgottenRow).where(ForgottenRow.forgotten_at < now - lifetime.kept))
    return len(due)


def erase_forgotten(connection: Connection, now: datetime) -> None:
    """Erase again what residents had erased before it was brought back."""
    forgotten = set(connection.scalars(select(ForgottenRow.conversation_hash)))
    if not forgotten:
        return
    held = connection.scalars(select(ConversationRow.id)).all()
    again = [one for one in held if hash_of(one) in forgotten]
    for begun in range(0, len(again), _AT_ONCE):
        erase(connection, again[begun : begun + _AT_ONCE], now)
