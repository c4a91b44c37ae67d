"""What staff look at, and what they say of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import (
    CITY_CHARS,
    CODE_CHARS,
    ID_CHARS,
    PASSAGE_CHARS,
    Base,
    UtcDateTime,
)

_QUEUE_ORDER = ("state", "asked_at", "message_id", "why")


class ReviewItemRow(Base):
    """An answer in the queue. It outlives the words, as the outcome does.

    why       the first of the reasons it is there for, a `service.reviewing.Why`
    city, asked_at, reason, kind, lang, channel, confidence  as in the outcome, kept here to be
              sorted and filtered by: with 100,000 conversations a look beside costs 0.1 s
    state     a `service.reviewing.ItemState`
    version   counts changes of the item, so that two that conflict are noticed
    """

    __tablename__ = "review_items"
    __table_args__ = (
        # The first columns order the queue; with the others the index alone counts it.
        Index("ix_review_items_city_state_asked", "city", *_QUEUE_ORDER),
        Index("ix_review_items_state_asked", *_QUEUE_ORDER),
        # All that the summary of a morning counts.
        Index("ix_review_items_summary", "state", "city", "due_on", "assignee_id", "queued_at"),
        Index("ix_review_items_queued_at", "queued_at", "city"),
        Index("ix_review_items_closed_at", "closed_at", "city", "queued_at"),
    )

    message_id: Mapped[str] = mapped_column(
        ForeignKey("outcomes.message_id", ondelete="CASCADE"), primary_key=True
    )
    why: Mapped[str] = mapped_column(String(CODE_CHARS))
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(CODE_CHARS))
    kind: Mapped[str | None] = mapped_column(String(CODE_CHARS))
    lang: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str] = mapped_column(String(16))
    confidence: Mapped[float]
    state: Mapped[str] = mapped_column(String(16))
    assignee_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"), index=True)
    due_on: Mapped[date | None]
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int]


class JudgementRow(Base):
    """What one reviewer says of one answer.

    verdict      of the whole: right, to_improve or wrong, a `Verdict` of `reviewing.judging`
    sentences    for each judged sentence: number, verdict, fault, remark
    citations    for each judged citation: n, fit
    better_passage_id  what should have been cited, None for nothing
    is_harmful, is_source_fault  有害 and 資料側の問題; `source_fault` what is wrong in the source
    version      counts changes, so that two that conflict are noticed
    """

    __tablename__ = "judgements"
    __table_args__ = (
        UniqueConstraint("message_id", "reviewer_id"),
        Index("ix_judgements_judged_at", "judged_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    message_id: Mapped[str] = mapped_column(
        ForeignKey("outcomes.message_id", ondelete="CASCADE"), index=True
    )
    reviewer_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    verdict: Mapped[str] = mapped_column(String(16))
    sentences: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    citations: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    better_passage_id: Mapped[str | None] = mapped_column(String(PASSAGE_CHARS))
    is_harmful: Mapped[bool]
    is_source_fault: Mapped[bool]
    source_fault: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    judged_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int]


class JudgedQuestionRow(Base):
    """A judged answer as a question of the evaluation set: a copy made by staff, with personal data
    masked, which stays when the conversation is erased.

    expects     an `Expectation` of `reviewing.judging`: answered, not_told or refused
    evidence    strings that the citations must hold
    must_not    what an answer must not say again
    retired_at  since when it counts no more
    """

    __tablename__ = "judged_questions"

    message_id: Mapped[str] = mapped_column(
        ForeignKey("outcomes.message_id", ondelete="CASCADE"), primary_key=True
    )
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS), index=True)
    question: Mapped[str] = mapped_column(Text)
    expects: Mapped[str] = mapped_column(String(16))
    evidence: Mapped[list[str]] = mapped_column(JSON)
    must_not: Mapped[list[str]] = mapped_column(JSON)
    made_by: Mapped[str] = mapped_column(String(ID_CHARS))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
