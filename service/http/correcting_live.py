"""What staff approve answers within seconds, without a restart."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import anyio
import anyio.to_thread

from knowledge.errors import MadoguchiError, StoreError
from service.answering.corrections.records import Corrections
from service.http.desk import Desk, open_default
from service.http.errors import NotReadyError
from service.settings import Settings

if TYPE_CHECKING:
    from service.counter import Counter

log = logging.getLogger("madoguchi.correcting")


class Live(Protocol):
    """Where the corrections in force are kept. Both methods raise StoreError."""

    def revision(self) -> int:
        """Another number than before: something else is in force."""
        ...

    def load(self) -> Corrections:
        """All that are in force."""
        ...


class CorrectingLive:
    """Keeps a desk's counter to the corrections in force.

    poll_s  seconds between two looks
    """

    def __init__(self, live: Live, desk: Desk, poll_s: float) -> None:
        self._live = live
        self._desk = desk
        self._poll_s = poll_s
        self._changed = anyio.Event()
        self._failed = False

    def look_now(self) -> None:
        """Look at once, as after an approval. Called from the event loop."""
        self._changed.set()

    async def run(self) -> None:
        """Look for as long as the service runs."""
        # A thread of its own: a store that hangs must not keep questions from theirs.
        one = anyio.CapacityLimiter(1)
        while True:
            # Before the look: what is approved during it is looked for right after.
            self._changed = anyio.Event()
            await anyio.to_thread.run_sync(self.look, limiter=one)
            with anyio.move_on_after(self._poll_s):
                await self._changed.wait()

    def look(self) -> None:
        """Put in force what is new. What cannot be read or embedded leaves all as it is."""
        try:
            counter = self._desk.counter
        except NotReadyError:
            return
        try:
            if self._live.revision() != counter.corrections.revision:
                corrections = self._live.load()
                self._desk.correct(corrections)
                log.info("corrections of revision %d are in force", corrections.revision)
            else:
                counter.refresh()  # another day or index: before a resident has to wait for it
        except MadoguchiError as error:
            if not self._failed:
                log.error("the last corrections stay in force: %s", error)
            self._failed = True
        else:
            if self._failed:
                log.info("corrections can be read again")
            self._failed = False


def opener(live: Live) -> Callable[[Settings], Counter]:
    """Opens the counter with the corrections in force: nothing hidden shows before the first look.

    A store out of reach keeps nobody from answers; they come as soon as it is back.
    """

    def opened(settings: Settings) -> Counter:
        counter = open_default(settings)
        try:
            counter.correct(live.load())
        except StoreError as error:
            log.error("opened without the corrections of staff: %s", error)
        return counter

    return opened
