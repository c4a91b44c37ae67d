"""Days and steps."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.errors import PeriodError
from service.reporting import Period, Step


def test_a_period_holds_both_ends() -> None:
    week = Period.until(date(2025, 6, 11), 7)
    assert (week.first, week.last, week.days) == (date(2025, 6, 5), date(2025, 6, 11), 7)
    assert date(2025, 6, 5) in week
    assert date(2025, 6, 12) not in week
    assert len(list(week)) == 7


def test_months_know_their_length_and_the_one_before() -> None:
    march = Period.of_month(2024, 3)
    assert (march.first, march.last) == (date(2024, 3, 1), date(2024, 3, 31))
    assert march.month_before == Period.of_month(2024, 2)
    assert march.month_before.days == 29
    assert Period.of_month(2025, 1).month_before == Period.of_month(2024, 12)


@pytest.mark.parametrize(
    ("first", "last", "is_reversed"),
    [
        (date(2025, 6, 2), date(2025, 6, 1), True),
        (date(2024, 1, 1), date(2025, 1, 1), False),
    ],
)
def test_what_is_no_period_is_refused(first: date, last: date, is_reversed: bool) -> None:
    with pytest.raises(PeriodError) as caught:
        Period(first, last)
    assert caught.value.is_reversed is is_reversed


def test_a_leap_year_is_not_too_long() -> None:
    assert Period(date(2024, 1, 1), date(2024, 12, 31)).days == 366


def test_steps_begin_on_mondays_and_on_the_first() -> None:
    period = Period(date(2025, 5, 28), date(2025, 6, 11))
    assert period.steps(Step.WEEK) == (date(2025, 5, 26), date(2025, 6, 2), date(2025, 6, 9))
    assert period.steps(Step.MONTH) == (date(2025, 5, 1), date(2025, 6, 1))
    assert len(period.steps(Step.DAY)) == period.days


def test_the_step_grows_with_the_period() -> None:
    assert Period.until(date(2025, 6, 11), 31).step(31, 26) is Step.DAY
    assert Period.until(date(2025, 6, 11), 32).step(31, 26) is Step.WEEK
    assert Period.until(date(2025, 6, 11), 183).step(31, 26) is Step.MONTH
