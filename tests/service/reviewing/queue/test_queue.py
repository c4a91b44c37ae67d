"""The queue as it is read: what is selected, in which order, and how many there are of what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from service.outcome import Reason, Status
from service.question.understanding import Asked
from service.reviewing.queue import NOBODY, Judged, Order, Queue, Selection
from service.reviewing.states import ItemState, Why
from service.store import Store
from tests.service.reviewing.conftest import NOW, SATO, SUZUKI, TANAKA, TODAY, Put

ALL = Selection(SUZUKI.id, states=None)


@pytest.fixture
def queue(store: Store) -> Queue:
    return Queue(store, 2, 30, lambda: NOW)


def ids(queue: Queue, number: int = 1, **wanted: Any) -> list[str]:
    selection = Selection(SUZUKI.id, **{"states": None, **wanted})
    return [item.message_id for item in queue.morning(SUZUKI, selection, number).page.items]


def test_an_item_shows_what_is_known_of_its_answer(queue: Queue, put: Put) -> None:
    judged = ((SATO, "right"), (SUZUKI, "wrong"))
    put("図書館は？", judged=judged, assignee_id=SATO.id, helpful=False, why=Why.UNHELPFUL)
    erased = put(None, state=ItemState.ERASED, reason=Reason.NOT_FOUND_LIVE, hours_ago=1)
    full, empty = queue.morning(SUZUKI, ALL).page.items
    assert (full.question, full.assignee, full.judged, full.helpful) == (
        "図書館は？",
        "佐藤",
        2,
        False,
    )
    assert (full.why, full.reason, full.due_on) == (Why.UNHELPFUL, Reason.ANSWERED_FAQ, TODAY)
    assert full.asked_at == NOW
    assert "図書館" not in repr(full)
    assert (empty.message_id, empty.question, empty.judged) == (erased, None, 0)


def test_only_what_somebody_may_see_is_listed_and_counted(queue: Queue, put: Put) -> None:
    own = put(city="toride")
    put(city="oyama")
    put(city=None)
    sato = Selection(SATO.id, cities=frozenset({"toride"}))
    morning = queue.morning(SATO, sato)
    assert [item.message_id for item in morning.page.items] == [own]
    assert (morning.page.total, morning.summary.open) == (1, 1)
    assert queue.morning(SUZUKI, ALL).page.total == 3
    nowhere = Selection("d" * 32, cities=frozenset())
    assert queue.morning(SATO, nowhere).page.total == 0


def test_pages_follow_each_other_and_end(queue: Queue, put: Put) -> None:
    put_in = [put(hours_ago=number) for number in range(5)]
    pages = [ids(queue, number) for number in (1, 2, 3, 4)]
    assert pages == [put_in[:2], put_in[2:4], put_in[4:], []]
    assert queue.morning(SUZUKI, ALL, 4).page.total == 5


def test_counts_follow_the_other_filter_and_not_their_own(queue: Queue, put: Put) -> None:
    for why in (Why.SAMPLE, Why.SAMPLE, Why.REFUSED):
        put(why=why)
    put(why=Why.REFUSED, state=ItemState.DONE)
    put(why=Why.REFUSED, lang="en")
    page = queue.morning(SUZUKI, Selection(SUZUKI.id, why=Why.REFUSED, lang="ja")).page
    assert page.total == 1
    assert (page.by_state[ItemState.OPEN], page.by_state[ItemState.DONE]) == (1, 1)
    assert (page.by_why[Why.SAMPLE], page.by_why[Why.REFUSED], page.by_why[Why.UNHELPFUL]) == (
        2,
        1,
        0,
    )


def test_each_order_puts_its_own_first(queue: Queue, put: Put) -> None:
    old = put(hours_ago=9, due_on=date(2025, 5, 1), confidence=0.7)
    weak = put(hours_ago=5, due_on=None, confidence=0.51)
    assert ids(queue, order=Order.NEWEST) == [weak, old]
    assert ids(queue, order=Order.DUE) == [old, weak]
    assert ids(queue, order=Order.CONFIDENCE) == [weak, old]


@pytest.mark.parametrize(
    ("wanted", "put_in"),
    [
        ({"city": "oyama"}, {"city": "oyama"}),
        ({"why": Why.LOW_CONFIDENCE}, {"why": Why.LOW_CONFIDENCE}),
        ({"status": Status.REFUSED}, {"reason": Reason.REFUSED_ABUSE}),
        ({"reason": Reason.NOT_FOUND_LIVE}, {"reason": Reason.NOT_FOUND_LIVE}),
        ({"kind": Asked.HOW_MANY}, {"kind": "how_many"}),
        ({"lang": "pt"}, {"lang": "pt"}),
        ({"channel": "kiosk"}, {"channel": "kiosk"}),
        # The day before began at 15 o'clock of UTC, eleven hours ago.
        ({"until": date(2025, 6, 1)}, {"hours_ago": 11}),
        ({"since": date(2025, 6, 3)}, {"hours_ago": -15}),
        ({"assignee": SATO.id}, {"assignee_id": SATO.id}),
        ({"overdue_on": TODAY}, {"due_on": date(2025, 6, 1)}),
        ({"judged": Judged.OTHERS}, {"judged": ((SATO, "right"),)}),
        ({"judged": Judged.ME}, {"judged": ((SATO, "right"), (SUZUKI, "right"))}),
        ({"words": ("図書館", "開く")}, {"question": "図書館は何時に開く？"}),
        ({"words": ("令和7年度",)}, {"answer": "令和7年度からです。"}),
        ({"words": ("５０％",)}, {"answer": "目標は５０％です。"}),
        ({"words": ("５０％",)}, {"question": "50%ですか"}),
        ({"words": ("100%",)}, {"question": "100%ですか"}),
        ({"words": ("a_b",)}, {"question": "a_bとは"}),
        ({"words": ("\\",)}, {"question": "\\とは"}),
    ],
)
def test_each_filter_leaves_what_fits(
    queue: Queue, put: Put, wanted: dict[str, Any], put_in: dict[str, Any]
) -> None:
    put("1000の図書館、axb")
    fits = put(**put_in)
    assert ids(queue, **wanted) == [fits]
    assert queue.morning(SUZUKI, Selection(SUZUKI.id, states=None, **wanted)).page.total == 1


def test_who_and_what_nobody_has_done(queue: Queue, put: Put) -> None:
    put(assignee_id=SATO.id, judged=((SATO, "right"),), state=ItemState.DONE, hours_ago=1)
    free = put(due_on=date(2025, 6, 1))
    assert ids(queue, assignee=NOBODY) == [free]
    assert ids(queue, judged=Judged.NOBODY) == [free]
    assert ids(queue, states=frozenset({ItemState.OPEN})) == [free]
    assert ids(queue, judged=Judged.OTHERS, states=frozenset({ItemState.OPEN})) == []


def test_a_second_judgement_waits_where_one_is_given_and_one_can_be(queue: Queue, put: Put) -> None:
    done = {"state": ItemState.DONE}
    waiting = put(judged=((SATO, "right"),), **done)
    put(judged=((SATO, "right"), (TANAKA, "right")), **done)
    put(judged=((SUZUKI, "right"),), **done)
    put(None, judged=((SATO, "right"),), **done)  # its words are erased
    put()
    assert ids(queue, judged=Judged.ONCE) == [waiting]
    assert ids(queue, judged=Judged.ONCE, words=("市役所",)) == [waiting]


def test_what_is_closed_is_never_overdue(queue: Queue, put: Put) -> None:
    put(due_on=date(2025, 1, 1), state=ItemState.DISMISSED)
    assert ids(queue, overdue_on=TODAY) == []


def test_the_morning_begins_with_what_came_since_yesterday(queue: Queue, put: Put) -> None:
    assert queue.morning(SUZUKI, ALL).summary.age_days == 0
    put(hours_ago=33, due_on=date(2025, 6, 1))  # yesterday at one in the morning
    put(hours_ago=35)  # before midnight
    put(hours_ago=80, state=ItemState.IN_PROGRESS, assignee_id=SUZUKI.id)
    put(state=ItemState.DONE)
    summary = queue.morning(SUZUKI, ALL).summary
    assert (summary.since, summary.new) == (date(2025, 6, 1), 2)
    assert (summary.open, summary.overdue, summary.mine) == (3, 1, 1)
    assert summary.age_days == 3  # 80 hours ago it was 30 May there


def test_who_reviews_can_be_given_items(queue: Queue) -> None:
    people = queue.morning(SUZUKI, ALL).people
    assert [(person.name, person.cities) for person in people] == [
        ("佐藤", frozenset({"toride"})),
        ("鈴木", None),
    ]
    assert people[0].reviews("toride")
    assert not people[0].reviews("oyama")
    assert not people[0].reviews(None)
    assert people[1].reviews(None)
    assert [person.name for person in queue.morning(TANAKA, ALL).people] == ["鈴木"]
