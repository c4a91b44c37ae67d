"""Days that are kept say what counting says, and never anything that is out of date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, func, select, update

from service.conversations.counting import count_vote
from service.conversations.feedback import Feedback
from service.reporting import Period, Reports
from service.reporting.day_summary import DaySummary, rounded
from service.store import DaySummaryRow, JudgementRow, OutcomeRow, Store
from tests.service.reporting.conftest import Clock, Desk

DAY = date(2025, 6, 10)
PERIOD = Period.until(date(2025, 6, 11), 7)


def read(reports: Reports) -> list[DaySummary]:
    with reports.store.reading() as connection:
        return reports.summaries.read(connection, PERIOD, None)


def kept(store: Store) -> int:
    with store.reading() as connection:
        query = select(func.count()).where(DaySummaryRow.body.is_not(None))
        return connection.scalar(query) or 0


def keep_all(reports: Reports, clock: Clock) -> int:
    """Prepare, wait until the rows have settled, fill. Gives how many days were counted."""
    reports.summaries.prepare()
    clock.move(seconds=6)
    filled = 0
    while reports.summaries.fill_one():
        filled += 1
    return filled


@pytest.fixture
def asked(desk: Desk) -> str:
    """A judged question with a vote and two places, among others; its message."""
    desk.ask(date(2025, 6, 7), city=None, reason="clarify.city", kind=None)
    desk.ask(DAY, reason="not_found.live", lang="en", channel="kiosk", milliseconds=1234.0)
    message_id = desk.ask(DAY, cited=("toride-4/a", "toride-4/b", "toride-4/a"), helpful=True)
    desk.judge(message_id, desk.hire("sato"), "right")
    return message_id


def test_what_is_kept_is_what_is_counted(asked: str, reports: Reports, clock: Clock) -> None:
    counted = read(reports)
    assert keep_all(reports, clock) == 4  # from the 7th to the 10th; today still grows
    assert kept(reports.store) == 4
    assert read(reports) == counted
    toride = counted[-1]
    assert (toride.asked_on, toride.city) == (DAY, "toride")
    assert toride.channels == {"kiosk": {"not_found": 1}, "web": {"answered": 1}}
    assert toride.langs == {"en": {"not_found": 1}, "ja": {"answered": 1}}
    assert toride.votes == {"answered": {"helpful": 1}}
    # A place that an answer cites twice has one vote of it.
    assert toride.passages == ["toride-4/a", "toride-4/b"]
    assert (toride.passage_helpful, toride.passage_votes) == ([1, 1], [1, 1])
    assert (toride.waits, toride.wait_counts) == ([20, 1230], [1, 1])
    assert toride.verdicts == {"right": 1}


Change = Callable[[Desk, str], None]


def _vote(desk: Desk, message_id: str) -> None:
    with desk.store.writing() as connection:
        count_vote(connection, Feedback(message_id, helpful=False))


def _rejudge(desk: Desk, message_id: str) -> None:
    with desk.store.writing() as connection:
        connection.execute(update(JudgementRow).values(verdict="wrong"))


def _take_back(desk: Desk, message_id: str) -> None:
    with desk.store.writing() as connection:
        connection.execute(delete(JudgementRow))


def _lose(desk: Desk, message_id: str) -> None:
    with desk.store.writing() as connection:
        connection.execute(delete(OutcomeRow).where(OutcomeRow.message_id == message_id))


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, message_id: desk.ask(DAY),
        lambda desk, message_id: desk.judge(message_id, desk.hire("suzuki"), "wrong"),
        _vote,
        _rejudge,
        _take_back,
        _lose,
    ],
    ids=["asked", "judged", "voted", "judged anew", "taken back", "deleted"],
)
def test_a_day_that_changes_is_counted_anew(
    change: Change, asked: str, desk: Desk, reports: Reports, clock: Clock
) -> None:
    keep_all(reports, clock)
    before = read(reports)
    change(desk, asked)
    assert kept(reports.store) == 3  # the others are untouched
    changed = read(reports)
    assert changed != before
    keep_all(reports, clock)
    assert read(reports) == changed


def test_a_day_that_changed_while_it_was_counted_is_not_kept(
    asked: str, desk: Desk, reports: Reports, clock: Clock
) -> None:
    reports.summaries.prepare()
    assert not reports.summaries.fill_one()  # a transaction may still be under way
    clock.move(seconds=6)
    desk.ask(DAY)
    filled = 0
    while reports.summaries.fill_one():
        filled += 1
    assert filled == 3
    assert sum(each.channels["web"].get("answered", 0) for each in read(reports)[1:]) == 2


def test_an_empty_store_has_nothing_to_prepare(reports: Reports, clock: Clock) -> None:
    assert reports.summaries.prepare() == 0
    assert not reports.summaries.fill_one()
    assert read(reports) == []


def test_only_the_cities_wanted_are_read(asked: str, desk: Desk, reports: Reports) -> None:
    desk.ask(DAY, city="otawara")
    with reports.store.reading() as connection:
        own = reports.summaries.read(connection, PERIOD, {"otawara"})
        every = reports.summaries.read(connection, PERIOD, None)
    assert [each.city for each in own] == ["otawara"]
    assert [each.city for each in every] == [None, "otawara", "toride"]


@pytest.mark.parametrize(
    ("exact", "kept_as"),
    [(0.4, 0), (20.4, 20), (999.4, 999), (1234.0, 1230), (12_345.0, 12_300), (8_000.0, 8_000)],
)
def test_milliseconds_are_rounded_to_three_figures(exact: float, kept_as: int) -> None:
    assert rounded(exact) == kept_as


def test_a_day_is_that_of_the_wall_clock(reports: Reports, clock: Clock) -> None:
    clock.now = clock.now.replace(hour=14, minute=59)
    assert reports.today() == date(2025, 6, 11)
    clock.now += timedelta(minutes=1)
    assert reports.today() == date(2025, 6, 12)
