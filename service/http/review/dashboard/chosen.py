"""Which days and which city somebody wants to see figures of."""

from __future__ import annotations

from collections.abc import Container, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from knowledge.errors import PeriodError
from service.accounts import Role, Staff
from service.http.errors import UnknownError
from service.http.review.access import require
from service.http.review.dashboard.naming import text
from service.http.review.queue.choices import Option
from service.reporting import Period

LAST_DAYS = {"today": 1, "7": 7, "30": 30, "90": 90}
USUAL = "30"
OWN = "own"  # days that are typed
_MONTHS = 12  # that can be chosen by name; earlier ones are typed as days


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request for figures, as it stands in the address.

    span        one of LAST_DAYS, a month as `2025-06`, or OWN
    first, last as typed, for OWN
    city        id, "" for all of those that may be seen
    """

    span: str
    first: str
    last: str
    city: str

    @property
    def query(self) -> str:
        """The address's query that asks for the same."""
        held = {"span": self.span, "city": self.city}
        if self.span == OWN:
            held |= {"from": self.first, "to": self.last}
        return urlencode({name: value for name, value in held.items() if value})

    def cities(self, staff: Staff, served: Container[str]) -> Set[str] | None:
        """Whose questions count; None for all.

        served  ids of all cities
        Raises ForbiddenError for a city of others, UnknownError for what is none.
        """
        if not self.city:
            return staff.cities(Role.VIEWER)
        require(staff, Role.VIEWER, self.city)
        if self.city not in served:
            raise UnknownError
        return frozenset({self.city})

    def period(self, today: date) -> Period:
        """The days. Raises WantedError naming the field and what is wrong."""
        if self.span in LAST_DAYS:
            return Period.until(today, LAST_DAYS[self.span])
        if self.span != OWN:
            return month_of(self.span)
        first, last = _day("from", self.first), _day("to", self.last)
        try:
            return Period(first, last)
        except PeriodError as error:
            fault = "fault_reversed" if error.is_reversed else "fault_long"
            raise WantedError("to", text(f"dashboard.{fault}", days=error.days_max)) from error


class WantedError(Exception):
    """What was typed is no period. `field`: from or to; `told`: what to do about it."""

    def __init__(self, field: str, told: str) -> None:
        super().__init__(field)
        self.field = field
        self.told = told


def wanted(
    span: str = USUAL,
    city: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> Wanted:
    """What the address asks for."""
    return Wanted(span, first, last, city)


def month_of(name: str) -> Period:
    """The month `2025-06`. Raises UnknownError for what is none."""
    year, sign, month = name.partition("-")
    is_plain = name.isascii() and sign and len(year) == 4 and len(month) == 2
    if not is_plain or not (year + month).isdigit() or not 1 <= int(month) <= 12:
        raise UnknownError
    if not "1900" <= year < "9999":  # the last month of the calendar has no day after it
        raise UnknownError
    return Period.of_month(int(year), int(month))


def span_options(today: date) -> tuple[Option, ...]:
    """The periods to choose from."""
    month, months = Period(today.replace(day=1), today), []
    for _ in range(_MONTHS):
        first = month.first
        name = text("dashboard.month", year=first.year, month=first.month)
        months.append(Option(f"{first.year}-{first.month:02}", name))
        month = month.month_before
    return (
        Option("today", text("dashboard.span_today")),
        *(
            Option(span, text("dashboard.span_days", days=days))
            for span, days in LAST_DAYS.items()
            if days > 1
        ),
        *months,
        Option(OWN, text("dashboard.span_own")),
    )


def city_options(staff: Staff, names: Mapping[str, str]) -> tuple[Option, ...]:
    """The cities to choose from; all together first."""
    seen = staff.cities(Role.VIEWER)
    own = [Option(id, name) for id, name in names.items() if seen is None or id in seen]
    return (Option("", text("dashboard.all_own")), *own)


def _day(field: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise WantedError(field, text("dashboard.fault_day")) from error
