"""What is kept of every question for good: how it ended, and which places were cited."""

from __future__ import annotations

from sqlalchemy import Connection, insert, update

from service.answering.turn import Turn
from service.conversations.feedback import Feedback
from service.conversations.told import Told
from service.store import CitedRow, OutcomeRow
from service.wall_clock import on_the_wall


def count(connection: Connection, told: Told, turn: Turn, site: str | None) -> None:
    """Write down the outcome of an exchange, without a word of it.

    site  id of the city on whose site it was asked, None for none
    """
    answer = told.answer
    connection.execute(
        insert(OutcomeRow).values(
            message_id=told.message_id,
            asked_at=told.asked_at,
            asked_on=on_the_wall(told.asked_at).date(),
            city=answer.city or site,
            channel=told.channel,
            lang=answer.lang,
            status=answer.status.value,
            reason=answer.reason.value,
            kind=turn.understanding.asked.value if turn.understanding else None,
            confidence=answer.confidence,
            milliseconds=sum(answer.milliseconds.values()),
            index_version=answer.index_version,
            revision=answer.revision,
        )
    )
    if answer.citations:
        connection.execute(
            insert(CitedRow),
            [
                {
                    "message_id": told.message_id,
                    "n": citation.n,
                    "plan_id": citation.plan_id,
                    "passage_id": citation.passage_id,
                }
                for citation in answer.citations
            ],
        )


def count_vote(connection: Connection, feedback: Feedback) -> None:
    """Write a vote down beside the outcome it is on, in place of an earlier one."""
    connection.execute(
        update(OutcomeRow)
        .where(OutcomeRow.message_id == feedback.message_id)
        .values(
            helpful=feedback.helpful,
            vote_reason=feedback.reason.value if feedback.reason else None,
        )
    )
