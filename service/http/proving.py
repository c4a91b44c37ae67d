"""Runs proofs beside the questions of residents, for as long as the service runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic

import anyio
import anyio.to_thread

from knowledge.errors import StoreError
from service.http.desk import Desk
from service.http.errors import NotReadyError
from service.proving import Fault, Prover, Trial, Waiting

log = logging.getLogger("madoguchi.proving")

# Who presses the button looks at the page for seconds; a look costs below a millisecond.
LOOK_EVERY_S = 1.0
# The page asks once a second: more often written down, nobody sees it.
TELL_EVERY_S = 0.5
# A proof stands back where residents are in line; but not for ever: then it takes its turn in the
# line, so that it ends on a busy day as well.
STAND_BACK_S = 0.02
STAND_BACK_TIMES = 100


async def prove_regularly(prover: Prover, desk: Desk) -> None:
    """Take proofs in the order in which they were asked for, one at a time."""
    await _written("what was interrupted", prover.runs.fail_interrupted)
    while True:
        try:
            counter = desk.counter
            waiting = await anyio.to_thread.run_sync(prover.runs.take)
        except (NotReadyError, StoreError):
            waiting = None
        if waiting is None:
            await anyio.sleep(LOOK_EVERY_S)
            continue
        try:
            trial = await anyio.to_thread.run_sync(prover.trial, waiting, counter)
            if trial is not None:
                await _run(prover, desk, waiting, trial)
        except Exception as failure:  # the next proof must have its turn, whatever it is
            # Its name only: what was asked may stand in the message.
            log.error("proof %s failed: %s", waiting.id, type(failure).__name__)
            await _written(waiting.id, partial(prover.runs.fail, waiting.id, Fault.BROKEN))


async def _run(prover: Prover, desk: Desk, waiting: Waiting, trial: Trial) -> None:
    told = monotonic()
    while await _step(desk, trial):
        if monotonic() - told >= TELL_EVERY_S:
            told = monotonic()
            with suppress(StoreError):  # the next time tells it
                await anyio.to_thread.run_sync(prover.runs.progress, waiting.id, trial.done)
    ended = partial(prover.runs.finish, waiting.id, trial.done, trial.result())
    await _written(waiting.id, ended)


async def _step(desk: Desk, trial: Trial) -> bool:
    """Ask one question, once nobody is in line before it."""
    while True:
        for _ in range(STAND_BACK_TIMES):
            if not desk.is_busy:
                break
            await anyio.sleep(STAND_BACK_S)
        try:
            return await desk.turn(lambda counter: trial.step())
        except NotReadyError:  # more are in line than may be
            await anyio.sleep(STAND_BACK_S)


async def _written(proof: str, write: Callable[[], object]) -> None:
    """Write down how a proof ended, as soon as the store can be written to: nobody else would, and
    one that seems to be under way is never begun again.
    """
    told = False
    while True:
        try:
            await anyio.to_thread.run_sync(write)
        except StoreError:
            if not told:
                log.warning("proof %s: its end waits for the store", proof)
            told = True
            await anyio.sleep(LOOK_EVERY_S)
        else:
            return
