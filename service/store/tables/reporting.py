"""What the figures for staff are quickly made from; all of it can be made again from the rest."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import CITY_CHARS, CODE_CHARS, ID_CHARS, Base, UtcDateTime


class DaySummaryRow(Base):
    """The figures of one day. Triggers delete it with every change of an outcome or a judgement of
    that day, in the same transaction: a summary that stands there is never out of date.

    asked_on  as in the outcomes
    token     of this attempt to summarise the day: what was deleted meanwhile is not filled in
    made_at   when the row was made, before anything was counted
    body      a `service.reporting.day_summary.DaySummary` as JSON; None until it is counted
    """

    __tablename__ = "day_summaries"

    asked_on: Mapped[date] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(ID_CHARS))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    body: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))


class GroupedQuestionRow(Base):
    """Which questions of like meaning an unanswered one belongs to; it goes with the message.

    city, asked_on, reason  as in the outcome; city "" for none
    group_id  the message that was the most central of the group when it was made
    nearness  cosine to that one's vector; 1 for itself
    """

    __tablename__ = "grouped_questions"
    __table_args__ = (
        Index("ix_grouped_questions_city_group", "city", "group_id", "asked_on", "reason"),
        Index("ix_grouped_questions_group_near", "group_id", "nearness"),
    )

    message_id: Mapped[str] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    city: Mapped[str] = mapped_column(String(CITY_CHARS))
    asked_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(CODE_CHARS))
    group_id: Mapped[str] = mapped_column(String(ID_CHARS))
    nearness: Mapped[float]


class GroupingRow(Base):
    """When the questions of a city were last put into groups; "" for those of none. `questions`:
    how many there were.
    """

    __tablename__ = "groupings"

    city: Mapped[str] = mapped_column(String(CITY_CHARS), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    questions: Mapped[int]
