"""Rows of every table for the questions that were drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import numpy as np

from service.conversations.answer_columns import columns_of
from service.conversations.feedback import FeedbackReason
from service.conversations.lifetime import KIOSK
from service.evaluation.seeding.drawing import Drawn
from service.evaluation.seeding.judging import judged_question, judgement
from service.outcome import Status
from service.reviewing.entering import EntryRule
from service.reviewing.states import ItemState, Why
from service.store import (
    Base,
    CitedRow,
    ConversationRow,
    FeedbackRow,
    JudgedQuestionRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    QuestionVectorRow,
    ReviewItemRow,
)
from service.wall_clock import on_the_wall

Rows = dict[type[Base], list[dict[str, Any]]]

_DIMENSIONS = 384  # of the matcher's vectors
_JUDGED = 0.6  # of what was queued longer than a fortnight ago
_RULE = EntryRule(sample_percent=20, low_confidence=0.6, due_days=7)
_COMMENTS = ("", "", "", "担当の課も教えてほしいです。", "知りたいこととは違う答えでした。")


@dataclass(slots=True)
class RowMaker:
    """Makes rows in the order in which foreign keys want them.

    staff  ids of reviewers
    until  the last moment, with a time zone
    model  whose vectors unanswered questions are given
    """

    seed: int
    staff: Sequence[str]
    until: datetime
    model: str
    _random: Random = field(init=False)
    _centres: dict[str, Any] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)

    def rows(self, conversations: Iterator[list[Drawn]]) -> Rows:
        """The rows of these conversations, by table."""
        tables: tuple[type[Base], ...] = (
            ConversationRow,
            MessageRow,
            FeedbackRow,
            OutcomeRow,
            CitedRow,
            QuestionVectorRow,
            ReviewItemRow,
            JudgementRow,
            JudgedQuestionRow,
        )
        rows: Rows = {table: [] for table in tables}
        for conversation in conversations:
            self._add(rows, conversation)
        return rows

    def _add(self, rows: Rows, conversation: list[Drawn]) -> None:
        held_id, first = self._id(), conversation[0]
        rows[ConversationRow].append(
            {
                "id": held_id,
                "city": first.site,
                "message_count": len(conversation),
                "started_at": first.asked_at,
                "last_at": conversation[-1].asked_at,
                "at_kiosk": first.channel == KIOSK,
            }
        )
        for number, drawn in enumerate(conversation, start=1):
            message_id = self._id()
            rows[MessageRow].append(
                {
                    "id": message_id,
                    "conversation_id": held_id,
                    "number": number,
                    "asked_at": drawn.asked_at,
                    "question": drawn.question,
                    "meaning": drawn.answer.meaning,
                    "channel": drawn.channel,
                    "record_ids": list(drawn.answer.record_ids),
                    "choices": [asdict(choice) for choice in drawn.answer.choices],
                    **columns_of(drawn.answer),
                }
            )
            vote = self._vote(rows, message_id, drawn)
            self._count(rows, message_id, drawn, vote)
            self._queue(rows, message_id, drawn)

    def _vote(self, rows: Rows, message_id: str, drawn: Drawn) -> str | None:
        if drawn.helpful is None:
            return None
        reason = None if drawn.helpful else self._random.choice(list(FeedbackReason)).value
        rows[FeedbackRow].append(
            {
                "message_id": message_id,
                "helpful": drawn.helpful,
                "reason": reason,
                "comment": "" if drawn.helpful else self._random.choice(_COMMENTS),
                "given_at": drawn.asked_at + timedelta(seconds=self._random.randint(5, 90)),
            }
        )
        return reason

    def _count(self, rows: Rows, message_id: str, drawn: Drawn, vote: str | None) -> None:
        answer = drawn.answer
        rows[OutcomeRow].append(
            {
                "message_id": message_id,
                "asked_at": drawn.asked_at,
                "asked_on": on_the_wall(drawn.asked_at).date(),
                "city": answer.city or drawn.site,
                "channel": drawn.channel,
                "lang": answer.lang,
                "status": answer.status.value,
                "reason": answer.reason.value,
                "kind": drawn.asked.value if answer.meaning else None,
                "confidence": answer.confidence,
                "milliseconds": drawn.milliseconds,
                "helpful": drawn.helpful,
                "vote_reason": vote,
                "index_version": answer.index_version,
                "revision": 0,
            }
        )
        rows[CitedRow] += (
            {
                "message_id": message_id,
                "n": citation.n,
                "plan_id": citation.plan_id,
                "passage_id": citation.passage_id,
            }
            for citation in answer.citations
        )
        if answer.status is Status.NOT_FOUND:
            rows[QuestionVectorRow].append(
                {"message_id": message_id, "model": self.model, "vector": self._vector(drawn)}
            )

    def _queue(self, rows: Rows, message_id: str, drawn: Drawn) -> None:
        answer = drawn.answer
        why = Why.UNHELPFUL if drawn.helpful is False else _RULE.why(message_id, answer)
        if why is None:
            return
        is_old = drawn.asked_at < self.until - timedelta(days=14)
        is_judged = is_old and self._random.random() < _JUDGED
        judged_at = drawn.asked_at + timedelta(days=self._random.uniform(0.5, 13))
        is_taken = is_judged or self._random.random() < 0.3
        rows[ReviewItemRow].append(
            {
                "message_id": message_id,
                "why": why.value,
                "city": answer.city or drawn.site,
                "asked_at": drawn.asked_at,
                "reason": answer.reason.value,
                "kind": drawn.asked.value if answer.meaning else None,
                "lang": answer.lang,
                "channel": drawn.channel,
                "confidence": answer.confidence,
                "state": (ItemState.DONE if is_judged else ItemState.OPEN).value,
                "assignee_id": self._random.choice(self.staff) if is_taken else None,
                "due_on": _RULE.due_on(drawn.asked_at),
                "queued_at": drawn.asked_at,
                "closed_at": judged_at if is_judged else None,
                "version": 1,
            }
        )
        if is_judged:
            two = self._random.random() < 0.1
            for reviewer in self._random.sample(self.staff, 2 if two else 1):
                given = judgement(self._random, message_id, drawn, reviewer, judged_at)
                rows[JudgementRow].append(given)
            question = judged_question(message_id, drawn, given)
            if question:
                rows[JudgedQuestionRow].append(question)

    def _vector(self, drawn: Drawn) -> bytes:
        # Near that of its entry's other forms, so that there are groups to be found.
        centre = self._centres.get(drawn.entry.id)
        if centre is None:
            of_entry = np.random.default_rng([self.seed, len(self._centres)])
            centre = self._centres[drawn.entry.id] = of_entry.standard_normal(_DIMENSIONS)
        near = centre + 0.3 * np.random.default_rng(self._random.getrandbits(32)).standard_normal(
            _DIMENSIONS
        )
        return (near / np.linalg.norm(near)).astype("<f2").tobytes()

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"
