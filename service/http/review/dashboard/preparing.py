"""What the figures are made from is prepared in the background, and residents go first."""

from __future__ import annotations

import logging

import anyio
import anyio.from_thread
import anyio.to_thread

from knowledge.errors import EmbeddingError, StoreError
from service.http.desk import Desk
from service.http.parts import Parts

log = logging.getLogger("madoguchi.figures")

# A start has better to do; what is prepared serves staff some seconds later.
FIRST_AFTER_S = 5
EVERY_S = 30
# Failures in a row: somebody else may have kept the database busy once, and nothing is lost by it.
WARNED_AFTER = 2
# Questions embedded in one call, 10-15 ms each: the model is busy so long, and a resident who asks
# meanwhile waits.
_EMBEDDED_AT_ONCE = 4
_ASKED_FOR_AT_ONCE = 200
_BUSY_S, _REST_S = 0.05, 0.02


async def prepare_figures(parts: Parts) -> None:
    """Prepare for as long as the service runs, once the counter is open."""
    await anyio.sleep(FIRST_AFTER_S)
    while not parts.desk.is_open:  # the desk itself tells where it cannot be opened
        await anyio.sleep(FIRST_AFTER_S)
    failures = 0
    while True:
        try:
            await prepare_once(parts)
        except (StoreError, EmbeddingError) as error:
            failures += 1
            if failures == WARNED_AFTER:
                # The message of neither holds a resident's words.
                log.warning("figures could not be prepared: %s: %s", type(error).__name__, error)
        else:
            failures = 0
        await anyio.sleep(EVERY_S)


async def prepare_once(parts: Parts) -> None:
    """Days to summaries, questions to vectors, vectors to groups.

    Raises StoreError, EmbeddingError, and NotReadyError while the counter is not open.
    """
    summaries = parts.reports.summaries
    await anyio.to_thread.run_sync(summaries.prepare)
    while await anyio.to_thread.run_sync(summaries.fill_one):
        await _idle(parts.desk)
    matcher = parts.desk.counter.matcher
    await _embed(parts)

    def breathe() -> None:
        anyio.from_thread.check_cancelled()
        anyio.from_thread.run(_idle, parts.desk)

    for city in await anyio.to_thread.run_sync(parts.grouping.due, matcher.identity):
        await anyio.to_thread.run_sync(parts.grouping.regroup, city, matcher.identity, breathe)


async def _embed(parts: Parts) -> None:
    matcher, vectors = parts.desk.counter.matcher, parts.question_vectors
    while waiting := await anyio.to_thread.run_sync(
        vectors.waiting, matcher.identity, _ASKED_FOR_AT_ONCE
    ):
        for start in range(0, len(waiting), _EMBEDDED_AT_ONCE):
            part = waiting[start : start + _EMBEDDED_AT_ONCE]
            await _idle(parts.desk)
            made = await anyio.to_thread.run_sync(matcher.queries, [each.text for each in part])
            await anyio.to_thread.run_sync(vectors.keep, matcher.identity, part, made)


async def _idle(desk: Desk) -> None:
    """A short rest, and longer while somebody is being answered."""
    await anyio.sleep(_REST_S)
    while not desk.is_idle:
        await anyio.sleep(_BUSY_S)
