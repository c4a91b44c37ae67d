"""Answers that take long, as with a language model: kept until their page asks for them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from service.conversations import Reply
from service.store.ids import new_id


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that is being answered."""

    question: str = field(repr=False)
    task: asyncio.Task[Reply] = field(repr=False)


class WaitingRoom:
    """Gives a ticket for an answer that is not there in time; in memory alone.

    after_s  how long a page is held back for its answer
    most     tickets at a time; whoever comes beyond that waits for the answer
    """

    def __init__(self, after_s: float, most: int) -> None:
        self._after_s = after_s
        self._most = most
        self._pending: OrderedDict[str, Pending] = OrderedDict()

    async def reply(self, work: Coroutine[Any, Any, Reply], question: str) -> Reply | str:
        """The reply, or a ticket where it takes longer. Raises what the work raises."""
        task = asyncio.create_task(work)
        # Nobody may come back for it: then its error is nobody's.
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        if not self._has_room():
            return await task
        done, _ = await asyncio.wait({task}, timeout=self._after_s)
        if done:
            return task.result()
        ticket = new_id()
        self._pending[ticket] = Pending(question, task)
        return ticket

    def pending(self, ticket: str) -> Pending | None:
        """What a ticket stands for; None for one that is unknown or was used."""
        return self._pending.get(ticket)

    def take(self, ticket: str) -> Reply:
        """The reply of a ticket whose task is done, once. Raises what the work raised."""
        return self._pending.pop(ticket).task.result()

    async def drop(self, ticket: str) -> Reply | None:
        """Wait for the reply of a ticket that nobody wants any more; None where there is none."""
        held = self._pending.pop(ticket, None)
        if held is None:
            return None
        await asyncio.wait({held.task})
        return None if held.task.exception() else held.task.result()

    def _has_room(self) -> bool:
        """Whether a ticket can be given; answers nobody came for make room, oldest first."""
        for ticket in [ticket for ticket, held in self._pending.items() if held.task.done()]:
            if len(self._pending) < self._most:
                break
            del self._pending[ticket]
        return len(self._pending) < self._most
