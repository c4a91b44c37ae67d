"""The question counter as HTTP sees it: loaded in the background, asked a few at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import anyio
import anyio.to_thread

from knowledge.errors import MadoguchiError
from service.http.errors import NotReadyError
from service.settings import Settings

if TYPE_CHECKING:
    from service.answering.corrections.records import Corrections
    from service.counter import Counter

T = TypeVar("T")
log = logging.getLogger("madoguchi.desk")

LOADING_THREAD = "load-counter"
LOADING_RETRY_S = 5  # loading takes seconds; asking more often than this helps nobody
BUSY_RETRY_S = 2  # a full line of 64 questions at 20-30 ms each is gone by then


def open_default(settings: Settings) -> Counter:
    """The real counter; imported here because it draws in the embedding model (seconds)."""
    from service.opening import open_counter  # noqa: PLC0415

    return open_counter(settings)


class Desk:
    """Holds the counter from the moment it is loaded; says so until then.

    counter  an opened counter (tests); None loads one in a background thread on `start`
    opened   called in that thread once questions are answered: what else would keep people waiting
    """

    def __init__(
        self,
        settings: Settings,
        counter: Counter | None = None,
        opener: Callable[[Settings], Counter] = open_default,
        opened: Callable[[Counter], None] = lambda counter: None,
    ) -> None:
        self.settings = settings
        self._counter = counter
        self._opener = opener
        self._opened = opened
        self._failure: Exception | None = None
        self._turns = anyio.CapacityLimiter(settings.answers_at_once)
        self._in_line = 0

    def start(self) -> None:
        """Begin loading, unless a counter is held already. Returns at once."""
        if self._counter is None:
            # A daemon thread: a stop while loading must not wait for the model.
            threading.Thread(target=self._load, name=LOADING_THREAD, daemon=True).start()

    def _load(self) -> None:
        try:
            self._counter = self._opener(self.settings)
            log.info("ready, index version %s", self._counter.index_version)
        except Exception as failure:  # whatever it is, /readyz must tell and the process must live
            self._failure = failure
            # No question has been asked yet, so a traceback can hold nobody's words.
            trace = None if isinstance(failure, MadoguchiError) else failure
            name = type(failure).__name__
            log.error("the counter could not be opened: %s: %s", name, failure, exc_info=trace)
        else:
            self._opened(self._counter)

    @property
    def counter(self) -> Counter:
        """The opened counter. Raises NotReadyError while it loads or when it cannot be loaded."""
        if self._counter is not None:
            return self._counter
        if self._failure is not None:
            raise NotReadyError("ただいまご利用いただけません。係の者が確認します。")
        raise NotReadyError(retry_after_s=LOADING_RETRY_S)

    @property
    def is_open(self) -> bool:
        """Whether the counter is loaded."""
        return self._counter is not None

    def correct(self, corrections: Corrections) -> None:
        """Answer with these corrections from now on; questions under way end as they began.

        The counter itself stays as it was: others may hold it. Raises EmbeddingError or
        NotReadyError.
        """
        self._counter = self.counter.corrected_by(corrections)

    @property
    def is_busy(self) -> bool:
        """Whether whoever asks now has to wait."""
        return self._in_line >= self.settings.answers_at_once

    @property
    def is_idle(self) -> bool:
        """Whether nobody is being answered and nobody waits."""
        return not self._in_line

    async def turn(self, work: Callable[[Counter], T]) -> T:
        """Run `work` in a thread when it is its turn.

        Raises NotReadyError when the counter is not open or more than `waiting_max` are in line.
        """
        counter = self.counter
        if self._in_line >= self.settings.waiting_max + self.settings.answers_at_once:
            raise NotReadyError(
                "ただいま混み合っています。少し待ってから、もう一度お試しください。",
                retry_after_s=BUSY_RETRY_S,
            )
        self._in_line += 1
        try:
            return await anyio.to_thread.run_sync(work, counter, limiter=self._turns)
        finally:
            self._in_line -= 1
