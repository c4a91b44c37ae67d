"""Which answer comes after the one that was judged, in the queue that a reviewer works through."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from service.reviewing.queue import Judged, Order, Queue, Selection
from service.reviewing.states import ItemState, Why
from service.store import Store
from tests.service.reviewing.conftest import NOW, SATO, SUZUKI, Put


@pytest.fixture
def queue(store: Store) -> Queue:
    return Queue(store, 50, 30, lambda: NOW)


def walk(queue: Queue, first: str, **wanted: Any) -> list[str]:
    """The ids from one to the next, until one comes again; nothing is judged on the way."""
    seen = [first]
    while (found := queue.following(SATO, seen[-1], Selection(SATO.id, **wanted))) is not None:
        if found in seen:
            break
        seen.append(found)
    return seen


@pytest.mark.parametrize("order", Order)
def test_they_follow_in_the_order_of_the_list(queue: Queue, put: Put, order: Order) -> None:
    for hours, due, confidence in (
        (1, date(2025, 6, 9), 0.4),
        (2, None, 0.4),
        (3, date(2025, 6, 3), 0.9),
        (3, None, 0.2),
        (4, date(2025, 6, 3), 0.2),
    ):
        put(hours_ago=hours, due_on=due, confidence=confidence)
    listed = queue.morning(SATO, Selection(SATO.id, order=order)).page.items
    ids = [item.message_id for item in listed]
    assert len(ids) == 5
    assert walk(queue, ids[0], order=order) == ids
    assert queue.following(SATO, ids[-1], Selection(SATO.id, order=order)) == ids[0]


def test_only_what_fits_the_filter_and_can_be_judged_follows(queue: Queue, put: Put) -> None:
    here = put()
    put(why=Why.REFUSED, hours_ago=1)
    put(hours_ago=2, judged=((SATO, "right"),))
    put(hours_ago=3, city="oyama")
    put(hours_ago=4, question="住民票は")
    done = put(hours_ago=5, state=ItemState.DONE, judged=((SUZUKI, "right"),))
    put(None, hours_ago=6, state=ItemState.ERASED)
    last = put(hours_ago=7)
    wanted = {"words": ("市役所",), "why": Why.SAMPLE}
    assert walk(queue, here, **wanted) == [here, last]
    assert walk(queue, here, states=None, **wanted) == [here, done, last]
    assert walk(queue, here, judged=Judged.ONCE, states=None) == [here, done]


def test_nothing_is_left_of_what_is_not_there(queue: Queue, put: Put) -> None:
    here = put()
    assert queue.following(SATO, here, Selection(SATO.id)) is None
    # An answer that is in no queue is followed by the first one.
    assert queue.following(SATO, "f" * 32, Selection(SATO.id)) == here
