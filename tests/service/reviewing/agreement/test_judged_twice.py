"""Who judged the same answers, and how far they agree."""

from __future__ import annotations

from datetime import date

from service.reviewing.agreement import Period, Reviewers, read_agreement, read_reviewers
from service.store import Store
from tests.service.reviewing.conftest import SATO, SUZUKI, TANAKA, Put

ALL = Period()


def agreement(store: Store, period: Period = ALL) -> Reviewers:
    with store.reading() as connection:
        return read_reviewers(connection, period, 2)


def test_each_answer_counts_once_and_each_pair_by_itself(store: Store, put: Put) -> None:
    put(judged=((SATO, "right"), (SUZUKI, "right"), (TANAKA, "wrong")))
    put(judged=((SUZUKI, "wrong"), (SATO, "to_improve")))
    put(judged=((SATO, "right"),))
    put()
    found = agreement(store)
    assert (found.all.answers, found.all.observed) == (2, 0.5)
    assert found.all.table == ((1, 0, 0), (0, 0, 0), (0, 1, 0))
    assert found.all.is_enough
    with store.reading() as connection:
        assert read_agreement(connection, ALL, 2) == found.all
    (one, other, first), *rest = found.pairs
    assert (one, other, first.answers) == ("佐藤", "鈴木", 2)
    assert first.table == ((1, 0, 0), (0, 0, 1), (0, 0, 0))  # rows: 佐藤, whoever judged first
    assert [(one, other, each.answers, each.is_enough) for one, other, each in rest] == [
        ("佐藤", "田中", 1, False),
        ("鈴木", "田中", 1, False),
    ]


def test_a_period_and_a_city_bound_it(store: Store, put: Put) -> None:
    both = ((SATO, "right"), (SUZUKI, "right"))
    put(judged=both, city="toride")
    put(judged=both, city="oyama", hours_ago=48)
    put(judged=both, city=None)
    assert agreement(store).all.answers == 3
    assert agreement(store, Period(frozenset({"oyama", "toride"}))).all.answers == 2
    assert agreement(store, Period(city="oyama")).all.answers == 1
    assert agreement(store, Period(since=date(2025, 6, 1))).all.answers == 2
    assert agreement(store, Period(until=date(2025, 6, 1))).all.answers == 1
    assert agreement(store, Period(frozenset())).all.answers == 0
