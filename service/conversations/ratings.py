"""Votes on what was told, in the store; they live as long as the conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from service.conversations.counting import count_vote
from service.conversations.errors import UnknownMessageError
from service.conversations.feedback import Feedback, FeedbackReason, checked_comment
from service.conversations.lifetime import Lifetime
from service.conversations.looking_up import message_at
from service.reviewing.entering import EntryRule, enter_unhelpful
from service.store import FeedbackRow, Store


class Ratings:
    """Takes votes down.

    lifetime           how long residents can come back to a conversation
    comment_chars_max  longest comment, after NFKC
    queued             by when staff are to look at what was unhelpful
    clock              the moment now, with a time zone
    """

    def __init__(
        self,
        store: Store,
        lifetime: Lifetime,
        comment_chars_max: int,
        queued: EntryRule,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._lifetime = lifetime
        self._comment_chars_max = comment_chars_max
        self._queued = queued
        self._clock = clock

    def rate(self, feedback: Feedback) -> bool:
        """Keep a vote in place of an earlier one. False where it says what is kept already.

        Raises CommentTooLongError, PersonalCommentError, UnknownMessageError (also for a message
        that has expired) and StoreError.
        """
        comment = checked_comment(feedback.comment, self._comment_chars_max)
        feedback = replace(feedback, comment=comment)
        with self._store.writing() as connection:
            is_over = self._lifetime.is_over(self._clock())
            if message_at(connection, feedback.message_id, is_over) is None:
                raise UnknownMessageError()
            if _kept(connection, feedback.message_id) == feedback:
                return False
            of_message = FeedbackRow.message_id == feedback.message_id
            connection.execute(delete(FeedbackRow).where(of_message))
            connection.execute(
                insert(FeedbackRow).values(
                    message_id=feedback.message_id,
                    helpful=feedback.helpful,
                    reason=feedback.reason.value if feedback.reason else None,
                    comment=feedback.comment,
                    given_at=self._clock(),
                )
            )
            count_vote(connection, feedback)
            if not feedback.helpful:
                enter_unhelpful(connection, self._queued, feedback.message_id, self._clock())
        return True


def _kept(connection: Connection, message_id: str) -> Feedback | None:
    row = connection.execute(
        select(FeedbackRow.helpful, FeedbackRow.reason, FeedbackRow.comment).where(
            FeedbackRow.message_id == message_id
        )
    ).one_or_none()
    if row is None:
        return None
    reason = FeedbackReason(row.reason) if row.reason else None
    return Feedback(message_id, row.helpful, reason, row.comment)
