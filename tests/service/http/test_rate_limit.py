"""Tokens by client, refilled by the clock."""

from __future__ import annotations

from service.http.rate_limit import CLIENTS_MAX, RateLimit


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_as_many_as_allowed_pass_and_then_one_for_each_refill() -> None:
    clock = Clock()
    limit = RateLimit(60, clock)
    assert [limit.take("a") for _ in range(60)] == [0] * 60
    assert limit.take("a") == 1
    clock.now += 0.5
    assert limit.take("a") == 1
    clock.now += 0.6
    assert limit.take("a") == 0
    assert limit.take("a") == 1


def test_clients_do_not_share() -> None:
    limit = RateLimit(1, Clock())
    assert limit.take("a") == 0
    assert limit.take("a") == 60
    assert limit.take("b") == 0


def test_a_pause_never_gains_more_than_a_minutes_worth() -> None:
    clock = Clock()
    limit = RateLimit(2, clock)
    limit.take("a")
    clock.now += 10_000
    assert [limit.take("a") for _ in range(3)] == [0, 0, 30]


def test_zero_sets_no_limit() -> None:
    limit = RateLimit(0, Clock())
    assert not any(limit.take("a") for _ in range(1000))


def test_the_longest_unseen_are_forgotten() -> None:
    limit = RateLimit(1, Clock())
    limit.take("first")
    for number in range(CLIENTS_MAX):
        limit.take(str(number))
    assert limit.take("first") == 0
    assert limit.take(str(CLIENTS_MAX - 1)) == 60
