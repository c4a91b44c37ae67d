"""How old the work is that waits in the review queue."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import Connection, case, func, select

from service.store import ReviewItemRow

# Upper ends of the bands in days; the last band has none. A week is what an item is given.
BAND_DAYS = (1, 3, 7, 30)


@dataclass(frozen=True, slots=True)
class QueueAge:
    """Items that are not closed, by the time since they came in.

    bands      up to a day, and so on as in BAND_DAYS; the last holds all that are older
    oldest_at  when the oldest came in; None where nothing waits
    """

    bands: tuple[int, ...]
    oldest_at: datetime | None

    @property
    def total(self) -> int:
        """All items that wait."""
        return sum(self.bands)

    def oldest_days(self, now: datetime) -> int:
        """Whole days since the oldest came in; 0 where nothing waits."""
        return (now - self.oldest_at).days if self.oldest_at else 0


def read_queue_age(connection: Connection, cities: Set[str] | None, now: datetime) -> QueueAge:
    """The queue as it is now.

    cities  whose items count; None for all, those of no city too
    """
    since = ReviewItemRow.queued_at
    ends = [now - timedelta(days=days) for days in BAND_DAYS]
    older_than = [func.sum(case((since < end, 1), else_=0)) for end in ends]
    seen = [] if cities is None else [ReviewItemRow.city.in_(sorted(cities))]
    total, oldest_at, *older = connection.execute(
        select(func.count(), func.min(since), *older_than).where(
            ReviewItemRow.closed_at.is_(None), *seen
        )
    ).one()
    # Each number counts the following bands too.
    totals = [total, *(number or 0 for number in older), 0]
    return QueueAge(tuple(here - beyond for here, beyond in pairwise(totals)), oldest_at)
