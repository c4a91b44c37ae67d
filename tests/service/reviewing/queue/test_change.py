"""Changes of items: noted, and told apart where two people act at once."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, update

from service.accounts import note
from service.reviewing.queue import Change, Changed, Conflict, Pick, Queue
from service.reviewing.queue.change import Act
from service.reviewing.states import ItemState
from service.store import AuditRow, ReviewItemRow, Store
from tests.service.reviewing.conftest import NOW, SATO, SUZUKI, Put

TAKE, RELEASE = Change(Act.TAKE), Change(Act.RELEASE)


@pytest.fixture
def queue(store: Store) -> Queue:
    return Queue(store, 50, 30, lambda: NOW)


def item(store: Store, message_id: str) -> ReviewItemRow:
    with store.reading() as connection:
        this = ReviewItemRow.message_id == message_id
        return connection.execute(select(ReviewItemRow.__table__).where(this)).one()


def notes(store: Store) -> list[AuditRow]:
    with store.reading() as connection:
        return list(connection.execute(select(AuditRow.__table__).order_by(AuditRow.id)))


def test_several_are_taken_at_once_and_given_back(queue: Queue, put: Put, store: Store) -> None:
    one, other = put(), put(city="oyama", state=ItemState.DONE)
    picks = [Pick(one, 1), Pick(other, 1), Pick("f" * 32, 1)]
    assert queue.change(SUZUKI, picks, TAKE) == Changed((one, other))
    taken = item(store, one)
    assert (taken.assignee_id, taken.state, taken.version) == (SUZUKI.id, "in_progress", 2)
    assert item(store, other).state == "done"  # who takes what is done does not open it again
    first, second = notes(store)
    assert (first.action, first.subject, first.city) == ("queue.take", f"queue:{one}", "toride")
    assert (first.user_id, first.login, first.at) == (SUZUKI.id, "suzuki", NOW)
    assert first.before == {"assignee_id": None, "state": "open"}
    assert first.after == {"assignee_id": SUZUKI.id, "state": "in_progress", "version": 2}
    assert second.city == "oyama"
    queue.change(SATO, [Pick(one, 2)], RELEASE)
    given_back = item(store, one)
    assert (given_back.assignee_id, given_back.state) == (None, "open")


def test_somebody_else_a_day_and_a_state_are_set(queue: Queue, put: Put, store: Store) -> None:
    one = put()
    queue.change(SUZUKI, [Pick(one, 1)], Change(Act.ASSIGN, assignee_id=SATO.id))
    queue.change(SUZUKI, [Pick(one, 2)], Change(Act.DUE, due_on=date(2025, 7, 1)))
    queue.change(SUZUKI, [Pick(one, 3)], Change(Act.STATE, state=ItemState.DISMISSED))
    held = item(store, one)
    assert (held.assignee_id, held.due_on, held.state) == (SATO.id, date(2025, 7, 1), "dismissed")
    assert held.closed_at == NOW
    assert notes(store)[1].after == {"due_on": "2025-07-01", "version": 3}
    queue.change(SUZUKI, [Pick(one, 4)], Change(Act.STATE, state=ItemState.OPEN))
    assert item(store, one).closed_at is None


def test_who_comes_second_is_told_who_was_first(queue: Queue, put: Put, store: Store) -> None:
    one, other = put(), put()
    queue.change(SATO, [Pick(one, 1)], TAKE)
    result = queue.change(SUZUKI, [Pick(one, 1), Pick(other, 1)], TAKE)
    assert result.changed == (other,)
    assert result.conflicts == (Conflict(one, 2, ItemState.IN_PROGRESS, "佐藤", NOW),)
    assert item(store, one).assignee_id == SATO.id
    assert len(notes(store)) == 2
    again = Pick(one, result.conflicts[0].version)
    assert queue.change(SUZUKI, [again], TAKE).changed == (one,)


def test_a_vote_that_came_meanwhile_is_nobodys_change(queue: Queue, put: Put, store: Store) -> None:
    one = put()
    queue.change(SUZUKI, [Pick(one, 1)], TAKE)
    with store.writing() as connection:
        connection.execute(update(ReviewItemRow).values(why="unhelpful", version=3))
    assert queue.change(SATO, [Pick(one, 2)], TAKE).conflicts == (
        Conflict(one, 3, ItemState.IN_PROGRESS, None, None),
    )


def test_a_judgement_that_came_meanwhile_is_told(queue: Queue, put: Put, store: Store) -> None:
    one = put()
    with store.writing() as connection:
        connection.execute(update(ReviewItemRow).values(state="done", version=2))
        note(connection, SUZUKI, "judgement.given", f"answer:{one}", "toride", at=NOW)
    assert queue.change(SATO, [Pick(one, 1)], TAKE).conflicts == (
        Conflict(one, 2, ItemState.DONE, "鈴木", NOW),
    )


def test_what_is_erased_stays_as_it_is(queue: Queue, put: Put, store: Store) -> None:
    gone = put(None, state=ItemState.ERASED)
    result = queue.change(SATO, [Pick(gone, 1)], Change(Act.STATE, state=ItemState.OPEN))
    assert result == Changed((), (Conflict(gone, 1, ItemState.ERASED, None, None),))
    assert item(store, gone).state == "erased"
    assert notes(store) == []


def test_items_are_read_by_their_ids(queue: Queue, put: Put) -> None:
    old, new = put(hours_ago=1), put(city=None)
    found = queue.items([old, "f" * 32, new])
    assert [(item.message_id, item.city) for item in found] == [(new, None), (old, "toride")]
