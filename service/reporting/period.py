"""The days that figures are of, and the steps they are drawn in."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.errors import PeriodError

DAYS_MAX = 366  # of one period: a year is what budgets and reports speak of


class Step(StrEnum):
    """How long a time one point of a plot stands for."""

    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"

    def start(self, day: date) -> date:
        """The first day of the step that holds `day`."""
        match self:
            case Step.DAY:
                return day
            case Step.WEEK:
                return day - timedelta(days=day.weekday())
            case Step.MONTH:
                return day.replace(day=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days on the wall clock of the cities, both ends included.

    Raises PeriodError where the last lies before the first or they are too far apart.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if not 1 <= self.days <= DAYS_MAX:
            raise PeriodError(self.first, self.last, DAYS_MAX)

    @classmethod
    def until(cls, last: date, days: int) -> Period:
        """So many days up to `last`."""
        return cls(last - timedelta(days=days - 1), last)

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """A whole month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def month_before(self) -> Period:
        """The whole month before the one in which the period begins."""
        day = self.first.replace(day=1) - timedelta(days=1)
        return Period.of_month(day.year, day.month)

    def __iter__(self) -> Iterator[date]:
        """Every day, in order."""
        return (self.first + timedelta(days=n) for n in range(self.days))

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in it."""
        return isinstance(day, date) and self.first <= day <= self.last

    def steps(self, step: Step) -> tuple[date, ...]:
        """The first day of each step that has a day in the period; it may lie before `first`."""
        return tuple(dict.fromkeys(map(step.start, self)))

    def step(self, days_max: int, weeks_max: int) -> Step:
        """The shortest step that makes no more points than this."""
        if self.days <= days_max:
            return Step.DAY
        return Step.WEEK if self.days <= weeks_max * 7 else Step.MONTH
