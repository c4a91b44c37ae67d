"""Ids of conversations and messages: made, recognised, and looked up."""

from __future__ import annotations

import re
import secrets
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, not_, select

from service.store import ConversationRow, MessageRow

_ID = re.compile(r"[0-9a-f]{32}")


def new_id() -> str:
    """128 random bits as 32 hex digits: nobody comes upon another's by guessing."""
    return secrets.token_hex(16)


def is_id(text: str) -> bool:
    """Whether `text` may be one of ours."""
    return _ID.fullmatch(text) is not None


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
