"""The same question asked again as the service answers now; nothing of it is kept."""

from __future__ import annotations

from sqlalchemy import select

from service.answering.turn import Question
from service.conversations.conversations import Answering
from service.conversations.earlier import earlier_exchanges
from service.conversations.errors import UnknownMessageError
from service.reviewing.judging.again import Again
from service.reviewing.judging.errors import WordsErasedError
from service.store import ConversationRow, MessageRow, OutcomeRow, Store


class AskingAgain:
    """Asks questions of the store again.

    turns  earlier exchanges of a conversation that are recalled, as for residents
    """

    def __init__(self, store: Store, turns: int) -> None:
        self._store = store
        self._turns = turns

    def ask(self, counter: Answering, message_id: str) -> Again:
        """Ask the question of a message as it was asked: city, language, what was said before.

        It is answered beside all conversations: no message, no outcome, no place in the queue.
        Raises UnknownMessageError, StoreError, and WordsErasedError where the words were erased, or
        refused and never kept.
        """
        turn = counter.follow(self._question(message_id))
        return Again.of(turn)

    def _question(self, message_id: str) -> Question:
        with self._store.reading() as connection:
            row = connection.execute(
                select(
                    MessageRow.question,
                    MessageRow.number,
                    MessageRow.lang,
                    MessageRow.channel,
                    MessageRow.conversation_id,
                    ConversationRow.city,
                )
                .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
                .where(MessageRow.id == message_id)
            ).one_or_none()
            if row is None or not row.question:
                known = select(OutcomeRow.message_id).where(OutcomeRow.message_id == message_id)
                if connection.scalar(known) is None:
                    raise UnknownMessageError
                raise WordsErasedError
            earlier = earlier_exchanges(connection, row.conversation_id, self._turns, row.number)
        return Question(
            row.question, row.city, row.lang, row.channel or "web", row.conversation_id, earlier
        )
