"""What the store keeps of conversations: recalled and remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, update

from service.answering.trace import Trace, packed
from service.answering.turn import Turn
from service.conversations.answer_columns import columns_of
from service.conversations.counting import count
from service.conversations.earlier import earlier_exchanges
from service.conversations.lifetime import KIOSK, Lifetime
from service.conversations.looking_up import held_at
from service.conversations.told import Told
from service.question.exchange import Exchange
from service.reviewing.entering import EntryRule, enter
from service.store import ConversationRow, MessageRow, Store, TraceRow


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation that goes on, or that begins. `city`: id of the city on whose site it is held,
    or None; `earlier`: its last exchanges, oldest first.
    """

    id: str
    city: str | None
    earlier: tuple[Exchange, ...] = ()
    is_new: bool = False


class Memory:
    """Conversations in the store. Every method but the constructor raises StoreError.

    lifetime  how long residents can go on with a conversation
    turns     earlier exchanges that are recalled
    queued    which answers staff are to look at
    clock     the moment now, with a time zone
    """

    def __init__(
        self,
        store: Store,
        lifetime: Lifetime,
        turns: int,
        queued: EntryRule,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._lifetime = lifetime
        self._turns = turns
        self._queued = queued
        self._clock = clock

    def recall(self, conversation_id: str, city: str | None) -> Conversation | None:
        """The conversation, or None: unknown, expired, or held on another city's site.

        A conversation without a city becomes that of the first city it is continued on.
        """
        with self._store.reading() as connection:
            is_over = self._lifetime.is_over(self._clock())
            found = held_at(connection, conversation_id, city, is_over)
            if found is None:
                return None
            earlier = earlier_exchanges(connection, conversation_id, self._turns)
        return Conversation(conversation_id, found.city or city, earlier)

    def remember(self, conversation: Conversation, told: Told, turn: Turn) -> bool:
        """Write an exchange down: what was seen, how it ended, whether staff are to look at it.

        False where the conversation was erased while it was being answered: then how it ended is
        all that is kept, for in what was seen the erased words stand again.
        """
        answer = told.answer
        seen = packed(Trace.of(turn))  # before the lock is taken
        with self._store.writing() as connection:
            count(connection, told, turn, conversation.city)
            number = self._numbered(connection, conversation, told)
            if number is None:
                return False
            connection.execute(
                insert(MessageRow).values(
                    id=told.message_id,
                    conversation_id=conversation.id,
                    number=number,
                    asked_at=told.asked_at,
                    question=told.question,
                    channel=told.channel,
                    meaning=answer.meaning,
                    record_ids=list(answer.record_ids),
                    choices=[asdict(choice) for choice in answer.choices],
                    **columns_of(answer),
                )
            )
            connection.execute(insert(TraceRow).values(message_id=told.message_id, body=seen))
            enter(connection, self._queued, told.message_id, answer, told.asked_at)
        return True

    @staticmethod
    def _numbered(connection: Connection, conversation: Conversation, told: Told) -> int | None:
        """The number of the conversation's next message, None where it was erased meanwhile."""
        now, at_kiosk = told.asked_at, told.channel == KIOSK
        if conversation.is_new:
            values = {"city": conversation.city, "message_count": 1, "at_kiosk": at_kiosk}
            connection.execute(
                insert(ConversationRow).values(
                    id=conversation.id, started_at=now, last_at=now, **values
                )
            )
            return 1
        number: int | None = connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == conversation.id)
            .values(
                last_at=now,
                city=conversation.city,
                message_count=ConversationRow.message_count + 1,
                at_kiosk=True if at_kiosk else ConversationRow.at_kiosk,
            )
            .returning(ConversationRow.message_count)
        ).scalar()
        return number
