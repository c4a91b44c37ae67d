"""Reads an answer from the store with all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from service.answering.trace import Trace, unpacked
from service.conversations.answer_columns import answer_of
from service.conversations.feedback import FeedbackReason
from service.outcome import Reason
from service.reviewing.judging.case import Case, Copied, Exchanged, Facts, Judgement, Place, Vote
from service.reviewing.judging.expectation import Expectation
from service.reviewing.judging.kept_question import question_to_keep
from service.reviewing.judging.opinion_columns import opinion_of
from service.reviewing.masking import masked
from service.reviewing.states import ItemState, Why
from service.store import (
    CitedRow,
    FeedbackRow,
    JudgedQuestionRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
    TraceRow,
    UserRow,
)


class Cases:
    """Answers to judge. Every method raises StoreError.

    turns  of the conversation that are read at most, this one among them
    """

    def __init__(self, store: Store, turns: int) -> None:
        self._store = store
        self._turns = turns

    def find(self, message_id: str) -> Case | None:
        """The case of a message, whether its words are kept or not; None for an unknown one."""
        with self._store.reading() as connection:
            outcome = (
                connection.execute(
                    select(OutcomeRow.__table__, ReviewItemRow.why, ReviewItemRow.state)
                    .outerjoin(ReviewItemRow, ReviewItemRow.message_id == OutcomeRow.message_id)
                    .where(OutcomeRow.message_id == message_id)
                )
                .mappings()
                .one_or_none()
            )
            if outcome is None:
                return None
            return Case(
                message_id=message_id,
                facts=_facts(connection, {**outcome}),
                conversation=self._conversation(connection, message_id),
                vote=_vote(connection, {**outcome}),
                trace=_trace(connection, message_id),
                place=Place(Why(outcome["why"]), ItemState(outcome["state"]))
                if outcome["why"]
                else None,
                judgements=judgements_of(connection, message_id),
                copied=_copied(connection, message_id),
                is_copyable=_is_copyable(connection, message_id),
            )

    def _conversation(self, connection: Connection, message_id: str) -> tuple[Exchanged, ...]:
        this = connection.execute(
            select(MessageRow.conversation_id, MessageRow.number).where(MessageRow.id == message_id)
        ).one_or_none()
        if this is None:
            return ()
        before = this.number - self._turns // 2
        rows = connection.execute(
            select(MessageRow.__table__)
            .where(
                MessageRow.conversation_id == this.conversation_id,
                MessageRow.number.between(before, before + self._turns - 1),
            )
            .order_by(MessageRow.number)
        ).mappings()
        return tuple(
            Exchanged(
                row["id"],
                row["number"],
                row["asked_at"],
                masked(row["question"]),
                answer_of({**row}),
            )
            for row in rows
        )


def judgements_of(connection: Connection, message_id: str) -> tuple[Judgement, ...]:
    """What reviewers said of an answer, the oldest first."""
    rows = connection.execute(
        select(JudgementRow.__table__, UserRow.name.label("reviewer"))
        .join(UserRow, UserRow.id == JudgementRow.reviewer_id)
        .where(JudgementRow.message_id == message_id)
        .order_by(JudgementRow.id)
    ).mappings()
    return tuple(
        Judgement(
            row["reviewer_id"],
            row["reviewer"],
            opinion_of({**row}),
            row["judged_at"],
            row["version"],
        )
        for row in rows
    )


def _facts(connection: Connection, outcome: Mapping[str, Any]) -> Facts:
    cited = connection.execute(
        select(CitedRow.plan_id, CitedRow.passage_id)
        .where(CitedRow.message_id == outcome["message_id"])
        .order_by(CitedRow.n)
    )
    return Facts(
        city=outcome["city"],
        asked_at=outcome["asked_at"],
        channel=outcome["channel"],
        lang=outcome["lang"],
        reason=Reason(outcome["reason"]),
        kind=outcome["kind"],
        confidence=outcome["confidence"],
        milliseconds=outcome["milliseconds"],
        index_version=outcome["index_version"],
        revision=outcome["revision"],
        cited=tuple((row.plan_id, row.passage_id) for row in cited),
    )


def _vote(connection: Connection, outcome: Mapping[str, Any]) -> Vote | None:
    """The vote stays with the outcome; the comment goes with the words."""
    if outcome["helpful"] is None:
        return None
    comment = connection.scalar(
        select(FeedbackRow.comment).where(FeedbackRow.message_id == outcome["message_id"])
    )
    reason = FeedbackReason(outcome["vote_reason"]) if outcome["vote_reason"] else None
    return Vote(outcome["helpful"], reason, masked(comment or ""))


def _trace(connection: Connection, message_id: str) -> Trace | None:
    body = connection.scalar(select(TraceRow.body).where(TraceRow.message_id == message_id))
    return None if body is None else unpacked(body)


def _is_copyable(connection: Connection, message_id: str) -> bool:
    meaning = connection.scalar(select(MessageRow.meaning).where(MessageRow.id == message_id))
    return meaning is not None and question_to_keep(meaning) is not None


def _copied(connection: Connection, message_id: str) -> Copied | None:
    row = connection.execute(
        select(JudgedQuestionRow.expects, JudgedQuestionRow.retired_at).where(
            JudgedQuestionRow.message_id == message_id
        )
    ).one_or_none()
    return None if row is None else Copied(Expectation(row.expects), row.retired_at)
