"""Conversations and messages that are not over, looked up by their ids."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, not_, select

from service.store import ConversationRow, MessageRow
from service.store.ids import is_id


def held_at(
    connection: Connection, conversation_id: str, city: str | None, is_over: ColumnElement[bool]
) -> Row[Any] | None:
    """The `city` of a conversation's site, or None: unknown, over, or held on another site than
    that of `city`.
    """
    if not is_id(conversation_id):
        return None
    found = connection.execute(
        select(ConversationRow.city).where(ConversationRow.id == conversation_id, not_(is_over))
    ).one_or_none()
    if found is None or (found.city and city and found.city != city):
        return None
    return found


def message_at(
    connection: Connection, message_id: str, is_over: ColumnElement[bool]
) -> dict[str, Any] | None:
    """The columns of a message, or None: unknown, or of a conversation that is over."""
    row = (
        connection.execute(
            select(MessageRow.__table__)
            .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
            .where(MessageRow.id == message_id, not_(is_over))
        )
        .mappings()
        .one_or_none()
    )
    return {**row} if row else None
