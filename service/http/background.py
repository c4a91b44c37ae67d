"""What runs beside the requests for as long as the service runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from fastapi import FastAPI

from service.http.api.conversations import sweep_regularly
from service.http.parts import Parts
from service.http.proving import prove_regularly
from service.http.review.accounts.looking_after import look_after
from service.http.review.dashboard.preparing import prepare_figures
from service.http.warming_up import read_routes


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[None]:
    """Begin loading the counter; serve meanwhile, so that /healthz answers at once."""
    parts: Parts = app.state.parts
    parts.desk.start()
    read_routes(app)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(sweep_regularly, parts.conversations)
        tasks.start_soon(look_after, parts.accounts)
        tasks.start_soon(parts.correcting_live.run)
        tasks.start_soon(prove_regularly, parts.prover, parts.desk)
        tasks.start_soon(prepare_figures, parts)
        yield
        tasks.cancel_scope.cancel()
    parts.store.close()
