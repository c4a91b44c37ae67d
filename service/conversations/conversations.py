"""A question asked within its conversation: recall, ask, remember; and never fail over memory."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

from knowledge.errors import StoreError
from service.answering.turn import Question
from service.conversations.memory import Conversation, Memory, new_id
from service.outcome import Answer
from service.settings import Settings
from service.store import Store

T = TypeVar("T")
log = logging.getLogger("madoguchi.conversations")

# After a fault the store is left alone for so long: while it is locked, every try would let a
# resident wait for `engine.BUSY_MS`.
REST_S = 5.0


class Answering(Protocol):
    """Whatever answers a question; in the service the counter."""

    def ask(self, question: Question) -> Answer:
        """The outcome of a question; see `service.counter.Counter`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the ids under which it was kept."""

    answer: Answer
    message_id: str
    conversation_id: str


class Conversations:
    """All conversations of a service; safe to share between threads."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises StoreError for a database URL that does not hold; connects to nothing yet."""
        self._store = Store(settings.database_url)
        self._memory = Memory(
            self._store,
            timedelta(hours=settings.conversation_hours),
            settings.conversation_turns,
            clock,
        )
        self._monotonic = monotonic
        self._rest_until = float("-inf")

    def ask(self, counter: Answering, question: Question) -> Reply:
        """Answer a question with what was said before in mind, and keep both.

        A store that fails keeps nobody from an answer: it is given without memory.
        """
        asked_id = question.conversation_id
        new = Conversation(new_id(), question.city)
        held = (
            self._tried(lambda: self._memory.recall(asked_id, question.city)) if asked_id else None
        )
        conversation = held or new
        answer = counter.ask(
            replace(question, city=conversation.city, earlier=conversation.earlier)
        )
        kept = self._tried(lambda: self._memory.remember(conversation, question.text, answer))
        if kept is None:
            # With the id it came with, the conversation goes on once the store is back.
            return Reply(answer, new_id(), asked_id or conversation.id)
        held_id, message_id = kept
        return Reply(answer, message_id, held_id)

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation; nothing where it is unknown. Raises StoreError."""
        self._memory.forget(conversation_id)

    def sweep(self) -> int:
        """Delete what has expired. Gives the number of conversations, 0 when the store fails."""
        return self._tried(self._memory.sweep) or 0

    def check(self) -> None:
        """Raise StoreError while the store cannot be used."""
        if self._is_resting():
            raise StoreError("the database failed a moment ago")
        self._store.check()

    def close(self) -> None:
        """Give the connections back."""
        self._store.close()

    def _tried(self, work: Callable[[], T]) -> T | None:
        if self._is_resting():
            return None
        try:
            return work()
        except StoreError as error:
            self._rest_until = self._monotonic() + REST_S
            log.error("answering without memory: %s", error)
            return None

    def _is_resting(self) -> bool:
        return self._monotonic() < self._rest_until
