"""What stays of every question when its words are gone, and what the service saw as long as they
are there.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import (
    CITY_CHARS,
    CODE_CHARS,
    ID_CHARS,
    PASSAGE_CHARS,
    Base,
    UtcDateTime,
)


class OutcomeRow(Base):
    """How one question ended: one narrow row, without a word of it, that is never erased.

    message_id    the message's; no foreign key, for the message goes before it
    asked_on      the day on the wall clock of the cities
    city          the city it was answered for, else that of the site; None for none
    status, reason  as in `service.outcome`
    kind          a `service.question.understanding.Asked`; None where it was settled before
    milliseconds  from the first step of answering to the last
    helpful       the resident's vote, None for none; `vote_reason` a FeedbackReason
    revision      which approved corrections were live, see LiveRow
    """

    __tablename__ = "outcomes"
    __table_args__ = (
        Index("ix_outcomes_asked_on", "asked_on", "city"),
        Index("ix_outcomes_reason", "reason", "asked_on", "city"),
        Index("ix_outcomes_helpful", "helpful", "asked_on"),
    )

    message_id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_on: Mapped[date]
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS))
    channel: Mapped[str] = mapped_column(String(16))
    lang: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(CODE_CHARS))
    kind: Mapped[str | None] = mapped_column(String(CODE_CHARS))
    confidence: Mapped[float]
    milliseconds: Mapped[float]
    helpful: Mapped[bool | None]
    vote_reason: Mapped[str | None] = mapped_column(String(CODE_CHARS))
    index_version: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int]


class CitedRow(Base):
    """A place that an answer cited, best first; it stays as the outcome does.

    n  1.. as in the answer
    """

    __tablename__ = "cited"
    __table_args__ = (Index("ix_cited_passage_id", "passage_id"),)

    message_id: Mapped[str] = mapped_column(
        ForeignKey("outcomes.message_id", ondelete="CASCADE"), primary_key=True
    )
    n: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(String(CITY_CHARS))
    passage_id: Mapped[str] = mapped_column(String(PASSAGE_CHARS))


class TraceRow(Base):
    """What the service saw when it answered; it goes with the message.

    body  a `service.answering.trace.Trace` as JSON, compressed with zlib: some 2 KB
    """

    __tablename__ = "traces"

    message_id: Mapped[str] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    body: Mapped[bytes] = mapped_column(LargeBinary)


class QuestionVectorRow(Base):
    """A question as the matcher places it, to group questions by meaning; it goes with the message.

    model   which model made it
    vector  float16, little-endian, of unit length
    """

    __tablename__ = "question_vectors"

    message_id: Mapped[str] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    model: Mapped[str] = mapped_column(String(128))
    vector: Mapped[bytes] = mapped_column(LargeBinary)
