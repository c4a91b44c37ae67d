"""A question asked within its conversation: recall, ask, remember; and never fail over memory."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from knowledge.errors import StoreError
from service.answering.turn import Question, Turn
from service.conversations.erasing import Erasing
from service.conversations.feedback import Feedback
from service.conversations.history import History
from service.conversations.lifetime import Lifetime
from service.conversations.memory import Conversation, Memory
from service.conversations.ratings import Ratings
from service.conversations.taking import TakenAnswer, Taking
from service.conversations.told import Told
from service.outcome import Answer
from service.reviewing.entering import EntryRule
from service.settings import Settings
from service.store import Store
from service.store.ids import new_id
from service.wall_clock import now

T = TypeVar("T")
log = logging.getLogger("madoguchi.conversations")

# After a fault the store is left alone for so long: while it is locked, every try would let a
# resident wait for `sqlite.BUSY_MS`.
REST_S = 5.0


class Answering(Protocol):
    """Whatever answers a question; in the service the counter."""

    def follow(self, question: Question) -> Turn:
        """A question with its outcome and its way there; see `service.counter.Counter`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What was told, and where it was kept.

    told     as the history of the conversation will give it
    is_kept  False where the store failed, or the conversation was erased while it was answered: no
             history and no feedback will know the message
    """

    told: Told
    conversation_id: str
    is_kept: bool = True

    @property
    def answer(self) -> Answer:
        """The answer, with all that the counter gave."""
        return self.told.answer

    @property
    def message_id(self) -> str:
        """What feedback names."""
        return self.told.message_id


class Conversations:
    """All conversations of a service; safe to share between threads."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] = now,
        monotonic: Callable[[], float] = time.monotonic,
        store: Store | None = None,
    ) -> None:
        """store: one that others use too; None opens that of the settings.

        Raises StoreError for a database URL that does not hold; connects to nothing yet.
        """
        self._store = store or Store(settings.database_url)
        lifetime = Lifetime.of(settings)
        queued = EntryRule.of(settings)
        self._memory = Memory(self._store, lifetime, settings.conversation_turns, queued, clock)
        self._history = History(self._store, lifetime, settings.history_messages, clock)
        chars_max = settings.comment_chars_max
        self._ratings = Ratings(self._store, lifetime, chars_max, queued, clock)
        open_for = timedelta(minutes=settings.take_minutes)
        self._taking = Taking(self._store, lifetime, open_for, clock)
        self._erasing = Erasing(self._store, lifetime, clock)
        self._clock = clock
        self._monotonic = monotonic
        self._rest_until = float("-inf")

    def ask(self, counter: Answering, question: Question) -> Reply:
        """Answer a question with what was said before in mind, and keep both.

        A store that fails keeps nobody from an answer: it is given without memory.
        """
        asked_id = question.conversation_id
        new = Conversation(new_id(), question.city, is_new=True)
        held = (
            self._tried(lambda: self._memory.recall(asked_id, question.city)) if asked_id else None
        )
        conversation = held or new
        turn = counter.follow(
            replace(question, city=conversation.city, earlier=conversation.earlier)
        )
        answer = turn.answered
        # Refused words are neither kept nor shown again.
        words = question.text if answer.meaning else ""
        told = Told(new_id(), words, answer, self._clock(), question.channel)
        is_kept = self._tried(lambda: self._memory.remember(conversation, told, turn))
        if is_kept is None:
            # With the id it came with, the conversation goes on once the store is back.
            return Reply(told, asked_id or conversation.id, is_kept=False)
        # What was erased meanwhile does not come back: what follows begins anew.
        return Reply(told, conversation.id if is_kept else new.id, is_kept)

    def history(self, conversation_id: str, city: str | None) -> tuple[Told, ...]:
        """What was told in a conversation, oldest first, at most `history_messages` of it.

        Empty for a conversation that is unknown, expired or held on another city's site, and when
        the store fails.
        """
        return self._tried(lambda: self._history.told(conversation_id, city)) or ()

    def rate(self, feedback: Feedback) -> bool:
        """Keep a vote on a message in place of an earlier one. False where it changes nothing.

        Raises UnknownMessageError, CommentTooLongError, PersonalCommentError or StoreError.
        """
        return self._ratings.rate(feedback)

    def give(self, message_id: str) -> str | None:
        """A token that opens a copy of what a message told, for `take_minutes`.

        None when the store fails: the answer is shown all the same. Raises UnknownMessageError.
        """
        return self._tried(lambda: self._taking.give(message_id))

    def taken(self, token: str) -> TakenAnswer | None:
        """The copy a token opens, or None: unknown or expired. Raises StoreError."""
        return self._taking.taken(token)

    def forget(self, conversation_id: str) -> None:
        """Erase a conversation with its votes; nothing where it is unknown. Raises StoreError.

        Copies that were taken along stay until they expire: they name no conversation.
        """
        self._erasing.forget(conversation_id)

    def sweep(self) -> int:
        """Erase what was kept long enough. Gives the number of conversations, 0 when it fails."""
        self._tried(self._taking.sweep)
        return self._tried(self._erasing.sweep) or 0

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
            log.error("going on without memory: %s", error)
            return None

    def _is_resting(self) -> bool:
        return self._monotonic() < self._rest_until
