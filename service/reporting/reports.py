"""All figures of a period in one state of the store."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from service.accounts.audit import note
from service.reporting.cited_places import Naming, Ranking, rank_measures, rank_passages
from service.reporting.figures import (
    Figures,
    Series,
    Totals,
    count_series,
    rate_series,
    verdict_series,
)
from service.reporting.grouping import QuestionGroups, read_groups
from service.reporting.period import Period
from service.reporting.put_right import PutRight, read_put_right
from service.reporting.queue_age import QueueAge, read_queue_age
from service.reporting.summaries import Summaries
from service.reviewing.masking import masked
from service.store import OutcomeRow, Store
from service.store.ids import new_id
from service.wall_clock import now, on_the_wall

if TYPE_CHECKING:
    from service.accounts.staff import Staff

Cities = Set[str] | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the dashboard shows.

    now     the moment it is of
    counts, rates, verdicts  by steps that suit what they are of
    """

    period: Period
    now: datetime
    figures: Figures
    totals: Totals
    counts: Series
    rates: Series
    verdicts: Series
    queue: QueueAge
    groups: QuestionGroups
    passages: Ranking
    measures: Ranking


@dataclass(frozen=True, slots=True)
class MonthReport:
    """A month beside the one before it. `put_right`: what was approved in it."""

    overview: Overview
    before: Figures
    put_right: tuple[PutRight, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """Figures from the store; every method raises StoreError.

    In all of them `cities` tells whose questions count: None for all, those of no city too.

    clock  the moment now, with a time zone
    """

    store: Store
    clock: Callable[[], datetime]
    summaries: Summaries

    @classmethod
    def over(cls, store: Store, clock: Callable[[], datetime] = now) -> Reports:
        """Reports with summaries over the same store."""
        return cls(store, clock, Summaries(store, clock, new_id))

    def today(self) -> date:
        """The day on the wall clock of the cities."""
        return on_the_wall(self.clock()).date()

    def overview(self, period: Period, cities: Cities, naming: Naming) -> Overview:
        """The figures of a period."""
        with self.store.reading() as connection:
            return self._overview(connection, period, cities, naming)

    def month(self, period: Period, cities: Cities, naming: Naming) -> MonthReport:
        """The figures of a whole month, and what to compare them with."""
        with self.store.reading() as connection:
            before = self.summaries.read(connection, period.month_before, cities)
            return MonthReport(
                overview=self._overview(connection, period, cities, naming),
                before=Figures.of(before),
                put_right=read_put_right(connection, period, cities),
            )

    def first_day(self, cities: Cities) -> date | None:
        """The day of the first question that is counted, None for none."""
        query = select(func.min(OutcomeRow.asked_on))
        if cities is not None:
            query = query.where(OutcomeRow.city.in_(sorted(cities)))
        with self.store.reading() as connection:
            return connection.scalar(query)

    def note_export(self, staff: Staff, table: str, period: Period, city: str | None) -> None:
        """Note in the audit log who took which table along."""
        with self.store.writing() as connection:
            note(
                connection,
                staff,
                "figures.exported",
                f"table:{table}",
                city,
                after={"from": period.first.isoformat(), "to": period.last.isoformat()},
                at=self.clock(),
            )

    def _overview(
        self, connection: Connection, period: Period, cities: Cities, naming: Naming
    ) -> Overview:
        now = self.clock()
        days = self.summaries.read(connection, period, cities)
        totals = Totals.of(days)
        return Overview(
            period=period,
            now=now,
            figures=Figures.of(days),
            totals=totals,
            counts=count_series(period, days),
            rates=rate_series(period, days),
            verdicts=verdict_series(period, days),
            queue=read_queue_age(connection, cities, now),
            groups=read_groups(connection, period, cities, masked),
            passages=rank_passages(totals.passages, naming),
            measures=rank_measures(totals.passages, naming),
        )
