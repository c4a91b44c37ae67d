"""What has come together since yesterday: the first thing staff see in the morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, case, func, select

from service.reviewing.queue.selection import start_of
from service.reviewing.states import UNFINISHED
from service.store import ReviewItemRow
from service.wall_clock import on_the_wall


@dataclass(frozen=True, slots=True)
class Summary:
    """The queue at a glance, of the cities that somebody may see.

    today     on the wall clock of the cities
    new       items that came in since yesterday
    open      items that are not closed; `overdue` of them were due before today
    mine      of those that are not closed, the ones that who asks has taken
    oldest_at when the oldest of those that are not closed came in, None where there are none
    """

    today: date
    new: int
    open: int
    overdue: int
    mine: int
    oldest_at: datetime | None

    @property
    def since(self) -> date:
        """Yesterday, from which `new` counts."""
        return self.today - timedelta(days=1)

    @property
    def age_days(self) -> int:
        """Days since the oldest one came in; 0 where there is none."""
        if self.oldest_at is None:
            return 0
        return (self.today - on_the_wall(self.oldest_at).date()).days


def read_summary(
    connection: Connection, cities: frozenset[str] | None, viewer: str, today: date
) -> Summary:
    """The summary for a member of staff.

    cities  ids of those that they may see; None: all, and what is of no city
    viewer  their id
    today   on the wall clock of the cities
    """
    item = ReviewItemRow
    seen = [] if cities is None else [item.city.in_(sorted(cities))]
    new = select(func.count()).where(*seen, item.queued_at >= start_of(today - timedelta(days=1)))
    open_ones = select(
        func.count().label("open"),
        func.sum(case((item.due_on < today, 1), else_=0)).label("overdue"),
        func.sum(case((item.assignee_id == viewer, 1), else_=0)).label("mine"),
        func.min(item.queued_at).label("oldest_at"),
    ).where(*seen, item.state.in_(sorted(UNFINISHED)))
    row = connection.execute(open_ones).one()
    return Summary(
        today=today,
        new=connection.execute(new).scalar_one(),
        open=row.open,
        overdue=row.overdue or 0,
        mine=row.mine or 0,
        oldest_at=row.oldest_at,
    )
