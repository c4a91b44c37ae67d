"""Conversations with residents, as long as their words are kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import CITY_CHARS, ID_CHARS, Base, UtcDateTime


class ConversationRow(Base):
    """A conversation with one resident, of whom nothing else is known.

    city           id of the city on whose site it is held; None for none
    message_count  messages written so far; numbers the next one
    last_at        when the last message came; the time to live counts from it
    at_kiosk       whether any of it was asked at a kiosk
    """

    __tablename__ = "conversations"
    __table_args__ = (Index("ix_conversations_at_kiosk", "at_kiosk", "last_at"),)

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS))
    message_count: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    at_kiosk: Mapped[bool] = mapped_column(server_default=false())


class ForgottenRow(Base):
    """A conversation that a resident erased, so that no backup brings it back.

    conversation_hash  SHA-256 of its id as hex digits; the id itself is gone with the words
    """

    __tablename__ = "forgotten"

    conversation_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    forgotten_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class MessageRow(Base):
    """A question and its outcome.

    id          what feedback names
    number      1, 2, ... within its conversation
    question    as asked, normalised; "" where it was refused: such words are never kept
    meaning     the question on its own, with what it left to the earlier turns filled in
    reason      the outcome, a `service.outcome.Reason`
    city        id of the city it was answered for; None for none or several
    record_ids  the records that answered, the FAQ entry itself first
    choices     what was offered to tap next: label, question, city
    channel     where it was asked, as in the HTTP contract
    answer      what the resident read; with all below, None in rows from before it was kept
    core, note, lang, generator, confidence, index_version  as in `service.outcome.Answer`
    citations   as in `service.outcome.Citation`, the span as start and end
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_conversation_number", "conversation_id", "number", unique=True),
    )

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    number: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    question: Mapped[str] = mapped_column(Text)
    meaning: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(String(64))
    city: Mapped[str | None] = mapped_column(String(32))
    record_ids: Mapped[list[str]] = mapped_column(JSON)
    choices: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    channel: Mapped[str | None] = mapped_column(String(16))
    answer: Mapped[str | None] = mapped_column(Text)
    core: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    lang: Mapped[str | None] = mapped_column(String(16))
    generator: Mapped[str | None] = mapped_column(String(16))
    confidence: Mapped[float | None]
    index_version: Mapped[str | None] = mapped_column(String(64))
    citations: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)


class FeedbackRow(Base):
    """What a resident says of a message; it goes with the message.

    reason   a `service.conversations.FeedbackReason`
    comment  normalised, without personal data; "" for none
    """

    __tablename__ = "feedback"

    message_id: Mapped[str] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    helpful: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(32))
    comment: Mapped[str] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TakeTokenRow(Base):
    """A copy of an answer that may be opened on another device; it outlives its conversation.

    It holds nothing of the question, and names no conversation.

    token_hash  SHA-256 of the token as hex digits; the token itself is never kept
    told_at     when the answer was given
    the rest    as in MessageRow
    """

    __tablename__ = "take_tokens"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    reason: Mapped[str] = mapped_column(String(64))
    city: Mapped[str | None] = mapped_column(String(32))
    answer: Mapped[str] = mapped_column(Text)
    core: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    generator: Mapped[str] = mapped_column(String(16))
    confidence: Mapped[float]
    index_version: Mapped[str] = mapped_column(String(64))
    citations: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
