"""How old what waits is."""

from __future__ import annotations

from service.reporting import QueueAge
from service.reporting.queue_age import read_queue_age
from tests.service.reporting.conftest import NOON, Desk


def test_each_item_stands_in_one_band(desk: Desk) -> None:
    for days in (0.5, 1, 2, 5, 6, 20, 31, 400):
        desk.queue(desk.ask(), days)
    desk.queue(desk.ask(), 3, closed=True)
    desk.queue(desk.ask(city="otawara"), 50, city="otawara")
    with desk.store.reading() as connection:
        toride = read_queue_age(connection, {"toride"}, NOON)
        every = read_queue_age(connection, None, NOON)
    assert toride.bands == (2, 1, 2, 1, 2)
    assert toride.total == 8
    assert toride.oldest_days(NOON) == 400
    assert every.bands == (2, 1, 2, 1, 3)


def test_an_empty_queue_has_no_age(desk: Desk) -> None:
    with desk.store.reading() as connection:
        assert read_queue_age(connection, None, NOON) == QueueAge((0, 0, 0, 0, 0), None)
    assert QueueAge((0, 0, 0, 0, 0), None).oldest_days(NOON) == 0
