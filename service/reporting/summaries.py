"""Days that were counted before are kept; the others are counted when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from service.reporting.counting import count_days
from service.reporting.day_summary import DaySummary
from service.reporting.period import Period
from service.store import DaySummaryRow, OutcomeRow, Store
from service.wall_clock import on_the_wall

# A transaction that was under way when a row was made, and so could not delete it, is over by then:
# writing an answer down takes milliseconds, and is given up after a second.
SETTLED_AFTER = timedelta(seconds=5)
# Rows made at once. A year of service is brought up to date within a few rounds.
_ROWS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Summaries:
    """The figures of days; every method raises StoreError.

    What is read is never out of date: a day that changes loses its row in the same transaction, and
    without a row it is counted from the outcomes.

    clock   the moment now, with a time zone
    new_id  gives 32 hex digits by chance
    """

    store: Store
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def read(
        self, connection: Connection, period: Period, cities: Set[str] | None
    ) -> list[DaySummary]:
        """The days of a period in order, each by city.

        cities  whose questions count; None for all, those of no city too
        """
        kept = connection.execute(
            select(DaySummaryRow.asked_on, DaySummaryRow.body)
            .where(
                DaySummaryRow.asked_on.between(period.first, period.last),
                DaySummaryRow.body.is_not(None),
            )
            .order_by(DaySummaryRow.asked_on)
        )
        by_day = {
            asked_on: [
                DaySummary.from_json(asked_on, each)
                for each in body
                if cities is None or each["city"] in cities
            ]
            for asked_on, body in kept
        }
        for day, found in count_days(connection, set(period) - set(by_day)).items():
            by_day[day] = [each for each in found if cities is None or each.city in cities]
        return [each for day in period for each in by_day[day]]

    def prepare(self) -> int:
        """Make a row, still empty, for past days that have none. Gives how many were made."""
        today = on_the_wall(self.clock()).date()
        with self.store.writing() as connection:
            first = connection.scalar(select(func.min(OutcomeRow.asked_on)))
            if first is None:
                return 0
            known = set(connection.scalars(select(DaySummaryRow.asked_on)))
            # The latest first: they are looked at most. Today still grows.
            missing = [day for day in _back(today - timedelta(days=1), first) if day not in known]
            rows = [
                {"asked_on": day, "token": self.new_id(), "made_at": self.clock(), "body": None}
                for day in missing[:_ROWS_AT_ONCE]
            ]
            if rows:
                connection.execute(insert(DaySummaryRow), rows)
        return len(rows)

    def fill_one(self) -> bool:
        """Count the latest day whose row is still empty; False where there is none."""
        with self.store.reading() as connection:
            row = connection.execute(
                select(DaySummaryRow.asked_on, DaySummaryRow.token)
                .where(
                    DaySummaryRow.body.is_(None),
                    DaySummaryRow.made_at <= self.clock() - SETTLED_AFTER,
                )
                .order_by(DaySummaryRow.asked_on.desc())
                .limit(1)
            ).one_or_none()
            if row is None:
                return False
            counted = count_days(connection, [row.asked_on])[row.asked_on]
        with self.store.writing() as connection:
            # Whoever changed the day since has deleted this row: then nothing is written.
            connection.execute(
                update(DaySummaryRow)
                .where(DaySummaryRow.asked_on == row.asked_on, DaySummaryRow.token == row.token)
                .values(body=[each.to_json() for each in counted])
            )
        return True


def _back(last: date, first: date) -> Iterator[date]:
    while last >= first:
        yield last
        last -= timedelta(days=1)
