"""Runs proofs beside the questions of residents, for as long as the service runs."""

from __future__ import annotations

import logging
from time import monotonic

import anyio
import anyio.to_thread

from knowledge.errors import MadoguchiError, StoreError
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
    await _tidied(prover)
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
            await _given_up(prover, waiting)


async def _run(prover: Prover, desk: Desk, waiting: Waiting, trial: Trial) -> None:
    told = monotonic()
    while await _step(desk, trial):
        if monotonic() - told >= TELL_EVERY_S:
            told = monotonic()
            await anyio.to_thread.run_sync(prover.runs.progress, waiting.id, trial.done)
    await anyio.to_thread.run_sync(prover.runs.finish, waiting.id, trial.done, trial.result())


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


async def _tidied(prover: Prover) -> None:
    try:
        await anyio.to_thread.run_sync(prover.runs.fail_interrupted)
    except StoreError:
        log.warning("proofs that were interrupted stay as they are: the store is out of reach")


async def _given_up(prover: Prover, waiting: Waiting) -> None:
    try:
        await anyio.to_thread.run_sync(prover.runs.fail, waiting.id, Fault.BROKEN)
    except MadoguchiError:
        log.warning("proof %s stays unfinished: the store is out of reach", waiting.id)
