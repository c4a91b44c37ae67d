"""The groups as staff read them: counted for any period, named by what is still held."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, select

from service.reporting.grouping.unanswered import NO_CITY, UNANSWERED
from service.reporting.period import Period
from service.store import GroupedQuestionRow, GroupingRow, MessageRow, OutcomeRow

GROUPS_MAX = 20


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Unanswered questions of like meaning.

    city     None for what is of no one city
    name     its most central question in the period, masked
    reasons  questions by reason
    last_on  the last day on which one was asked
    """

    id: str
    city: str | None
    name: str = field(repr=False)
    questions: int
    reasons: Mapping[str, int]
    last_on: date


@dataclass(frozen=True, slots=True)
class QuestionGroups:
    """The largest groups of a period.

    made_at  of which moment they are, the oldest where there are several cities; None: never made
    waiting  unanswered questions of the period that are in no group: not yet, or without words
    """

    groups: tuple[QuestionGroup, ...]
    made_at: datetime | None
    waiting: int


def read_groups(
    connection: Connection, period: Period, cities: Set[str] | None, mask: Callable[[str], str]
) -> QuestionGroups:
    """The largest groups.

    cities  whose questions count; None for all, those of no city too
    mask    takes personal data out of a text
    """
    held = GroupedQuestionRow
    within = [held.asked_on.between(period.first, period.last)]
    if cities is not None:
        within.append(held.city.in_(sorted(cities)))
    counted = connection.execute(
        select(
            held.city,
            held.group_id,
            func.count().label("questions"),
            func.max(held.asked_on).label("last_on"),
        )
        .where(*within)
        .group_by(held.city, held.group_id)
    ).all()
    largest = heapq.nsmallest(
        GROUPS_MAX,
        counted,
        key=lambda row: (-row.questions, -row.last_on.toordinal(), row.city, row.group_id),
    )
    reasons = _reasons(connection, within, [row.group_id for row in largest])
    names = _names(connection, within, [row.group_id for row in largest])
    groups = [
        QuestionGroup(
            row.group_id,
            None if row.city == NO_CITY else row.city,
            mask(names[row.city, row.group_id]),
            row.questions,
            reasons[row.city, row.group_id],
            row.last_on,
        )
        for row in largest
    ]
    made = select(func.min(GroupingRow.made_at))
    if cities is not None:
        made = made.where(GroupingRow.city.in_(sorted(cities)))
    return QuestionGroups(
        tuple(groups),
        connection.scalar(made),
        _unanswered(connection, period, cities) - sum(row.questions for row in counted),
    )


def _reasons(
    connection: Connection, within: Sequence[ColumnElement[bool]], group_ids: Sequence[str]
) -> dict[tuple[str, str], dict[str, int]]:
    held = GroupedQuestionRow
    rows = connection.execute(
        select(held.city, held.group_id, held.reason, func.count())
        .where(held.group_id.in_(group_ids), *within)
        .group_by(held.city, held.group_id, held.reason)
        .order_by(held.reason)
    )
    found: dict[tuple[str, str], dict[str, int]] = {}
    for city, group_id, reason, number in rows:
        found.setdefault((city, group_id), {})[reason] = number
    return found


def _names(
    connection: Connection, within: Sequence[ColumnElement[bool]], group_ids: Sequence[str]
) -> dict[tuple[str, str], str]:
    """The most central question of each that was asked in the period."""
    held = GroupedQuestionRow
    place = func.row_number().over(
        partition_by=(held.city, held.group_id),
        order_by=(held.nearness.desc(), held.message_id),
    )
    ranked = (
        select(held.city, held.group_id, held.message_id, place.label("place"))
        .where(held.group_id.in_(group_ids), *within)
        .subquery()
    )
    rows = connection.execute(
        select(ranked.c.city, ranked.c.group_id, MessageRow.meaning)
        .join(MessageRow, MessageRow.id == ranked.c.message_id)
        .where(ranked.c.place == 1)
    )
    return {(city, group_id): meaning for city, group_id, meaning in rows}


def _unanswered(connection: Connection, period: Period, cities: Set[str] | None) -> int:
    seen = [] if cities is None else [OutcomeRow.city.in_(sorted(cities))]
    return (
        connection.scalar(
            select(func.count())
            .select_from(OutcomeRow)
            .where(
                OutcomeRow.reason.in_(UNANSWERED),
                OutcomeRow.asked_on.between(period.first, period.last),
                *seen,
            )
        )
        or 0
    )
