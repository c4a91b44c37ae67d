"""Puts the unanswered questions of a city into groups and keeps the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, select

from service.reporting.grouping.clustering import Breathe, cluster
from service.reporting.grouping.unanswered import NO_CITY, UNANSWERED
from service.reporting.grouping.vectors import unpacked
from service.store import (
    GroupedQuestionRow,
    GroupingRow,
    MessageRow,
    OutcomeRow,
    QuestionVectorRow,
    Store,
)
from service.wall_clock import now

T = TypeVar("T")

# The latest of a city. Comparing all with all takes four seconds for so many, in portions; more
# would be a hundred unanswered questions a day kept for half a year.
QUESTIONS_MAX = 20_000
# Rows written in one transaction: some 10 ms, so that no question waits for the lock.
_WRITTEN_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Placed:
    message_id: str
    city: str
    asked_on: date
    reason: str
    group_id: str
    nearness: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of questions in the store; every method raises StoreError.

    clock  the moment now, with a time zone
    every  a city's questions are not put into groups more often than this
    """

    store: Store
    clock: Callable[[], datetime]
    every: timedelta

    @classmethod
    def over(
        cls,
        store: Store,
        every: timedelta,
        clock: Callable[[], datetime] = now,
    ) -> Grouping:
        """Groups by the clock of this machine."""
        return cls(store, clock, every)

    def due(self, model: str) -> list[str]:
        """The cities whose questions have changed in number since they were last put into groups;
        NO_CITY for what is of none.

        model  whose vectors count
        """
        vector = QuestionVectorRow
        with self.store.reading() as connection:
            counted = connection.execute(
                select(OutcomeRow.city, func.count())
                .join(vector, vector.message_id == OutcomeRow.message_id)
                .where(
                    vector.model == model,
                    OutcomeRow.reason.in_(UNANSWERED),
                )
                .group_by(OutcomeRow.city)
            ).all()
            made = {
                row.city: row
                for row in connection.execute(
                    select(GroupingRow.city, GroupingRow.made_at, GroupingRow.questions)
                )
            }
        return [
            city
            for city, number in sorted((city or NO_CITY, number) for city, number in counted)
            if city not in made
            or (
                made[city].questions != min(number, QUESTIONS_MAX)
                and made[city].made_at <= self.clock() - self.every
            )
        ]

    def regroup(self, city: str, model: str, breathe: Breathe = lambda: None) -> int:
        """Put a city's questions, or those of NO_CITY, into groups. Gives how many there are.

        What is shown meanwhile mixes old and new groups for about a second.
        """
        made_at = self.clock()
        rows = self._rows(city, model)
        members = cluster(unpacked([row.vector for row in rows]), breathe) if rows else []
        placed = [
            _Placed(
                row.message_id,
                city,
                row.asked_on,
                row.reason,
                rows[member.centre].message_id,
                round(member.nearness, 4),
            )
            for row, member in zip(rows, members, strict=True)
        ]
        self._write(city, placed, breathe)
        with self.store.writing() as connection:
            connection.execute(delete(GroupingRow).where(GroupingRow.city == city))
            connection.execute(
                insert(GroupingRow).values(city=city, made_at=made_at, questions=len(rows))
            )
        return len({each.group_id for each in placed})

    def _rows(self, city: str, model: str) -> Sequence[Any]:
        outcome, vector = OutcomeRow, QuestionVectorRow
        with self.store.reading() as connection:
            return connection.execute(
                select(outcome.message_id, outcome.asked_on, outcome.reason, vector.vector)
                .join(vector, vector.message_id == outcome.message_id)
                .where(
                    vector.model == model,
                    outcome.city == city if city != NO_CITY else outcome.city.is_(None),
                    outcome.reason.in_(UNANSWERED),
                )
                .order_by(outcome.asked_on.desc(), outcome.message_id)
                .limit(QUESTIONS_MAX)
            ).all()

    def _write(self, city: str, placed: Sequence[_Placed], breathe: Breathe) -> None:
        """Change only what differs: of thousands of questions few change their group."""
        held = GroupedQuestionRow
        with self.store.reading() as connection:
            before = {
                row.message_id: (row.group_id, row.nearness)
                for row in connection.execute(
                    select(held.message_id, held.group_id, held.nearness).where(held.city == city)
                )
            }
        changed = [
            each for each in placed if before.get(each.message_id) != (each.group_id, each.nearness)
        ]
        gone = set(before) - {each.message_id for each in placed}
        for ids in _portions(sorted(gone)):
            breathe()
            with self.store.writing() as connection:
                connection.execute(delete(held).where(held.message_id.in_(ids)))
        for part in _portions(changed):
            breathe()
            ids = [each.message_id for each in part]
            with self.store.writing() as connection:
                connection.execute(delete(held).where(held.message_id.in_(ids)))
                there = set(connection.scalars(select(MessageRow.id).where(MessageRow.id.in_(ids))))
                rows = [asdict(each) for each in part if each.message_id in there]
                if rows:
                    connection.execute(insert(held), rows)


def _portions(items: Sequence[T]) -> Iterator[list[T]]:
    left = iter(items)
    while part := list(islice(left, _WRITTEN_AT_ONCE)):
        yield part
