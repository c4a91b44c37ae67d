"""A circuit breaker: an endpoint that failed several times in a row is left alone for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

from service.phrasing.settings import BreakerSettings


class CircuitBreaker:
    """Closed, open, or half open (one try after the rest); safe to share between threads.

    clock  seconds that only go forward
    """

    def __init__(self, settings: BreakerSettings, clock: Callable[[], float] = monotonic) -> None:
        self._settings = settings
        self._clock = clock
        # Held for arithmetic only, never during a request: questions side by side stay so.
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_again_at: float | None = None

    def admits(self) -> bool:
        """Whether to ask now. After the rest it admits one question, then rests on until told."""
        with self._lock:
            if self._closed_again_at is None:
                return True
            if self._clock() < self._closed_again_at:
                return False
            self._closed_again_at = self._clock() + self._settings.rest_s
            return True

    def succeeded(self) -> None:
        """A reply came: close."""
        with self._lock:
            self._failures = 0
            self._closed_again_at = None

    def failed(self) -> None:
        """No usable reply came: open after `failures` of them in a row."""
        with self._lock:
            self._failures += 1
            if self._failures >= self._settings.failures:
                self._closed_again_at = self._clock() + self._settings.rest_s
