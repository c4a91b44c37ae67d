"""The breaker by a clock that the test turns."""

from __future__ import annotations

from service.phrasing.breaker import CircuitBreaker
from service.phrasing.settings import BreakerSettings


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> CircuitBreaker:
    breaker = CircuitBreaker(BreakerSettings(failures=3, rest_s=60), clock)
    for _ in range(3):
        assert breaker.admits()
        breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row() -> None:
    assert not opened(Clock()).admits()


def test_a_success_between_starts_the_count_anew() -> None:
    breaker = CircuitBreaker(BreakerSettings(failures=2, rest_s=60), Clock())
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
    breaker.failed()
    assert breaker.admits()


def test_after_the_rest_one_question_tries() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 59.9
    assert not breaker.admits()
    clock.now = 60.0
    assert breaker.admits()
    assert not breaker.admits()


def test_a_try_that_fails_opens_again() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 60.0
    assert breaker.admits()
    breaker.failed()
    clock.now = 119.9
    assert not breaker.admits()


def test_a_try_that_succeeds_closes() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now = 60.0
    assert breaker.admits()
    breaker.succeeded()
    breaker.failed()
    assert breaker.admits()
