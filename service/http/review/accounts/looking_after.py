"""What is done about accounts while the service runs: asking for the first, sweeping sessions."""

from __future__ import annotations

import logging

import anyio
import anyio.to_thread

from knowledge.errors import StoreError
from service.accounts import Accounts

log = logging.getLogger("madoguchi.accounts")

# What is over serves nobody, whether it is deleted yet or not.
SWEEP_EVERY_S = 600
FIRST_ADMIN = "madoguchi user add LOGIN --name NAME --role admin --city '*'"


async def look_after(accounts: Accounts) -> None:
    """Say once how to make the first user; then sweep for as long as the service runs."""
    await anyio.to_thread.run_sync(_ask_for_the_first, accounts)
    while True:
        await anyio.to_thread.run_sync(accounts.sessions.sweep)
        await anyio.sleep(SWEEP_EVERY_S)


def _ask_for_the_first(accounts: Accounts) -> None:
    try:
        if accounts.administration.is_empty():
            log.info("there is no user yet; make the first one: %s", FIRST_ADMIN)
    except StoreError as error:
        log.warning("whether there are users could not be told: %s", error)
