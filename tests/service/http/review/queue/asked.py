"""Answers in the queue of a running app, as the service itself writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, update

from service.outcome import Reason
from service.reviewing.states import Why
from service.store import (
    ConversationRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
)
from service.wall_clock import on_the_wall


def put(
    store: Store,
    message_id: str,
    question: str | None = "図書館はどこですか",
    *,
    city: str | None = "toride",
    hours_ago: float = 1,
    why: Why = Why.SAMPLE,
    reason: Reason = Reason.ANSWERED_FAQ,
    judged: dict[str, str] | None = None,
    **item: Any,
) -> str:
    """Put an answer into the queue. `judged`: verdicts by user id; gives the box of the item."""
    at = datetime.now(UTC) - timedelta(hours=hours_ago)
    shared = {"city": city, "asked_at": at, "reason": reason.value}
    seen = {"channel": "web", "lang": "ja", "kind": "where", "confidence": 0.9}
    outcome = {"asked_on": on_the_wall(at).date(), "status": reason.status.value}
    outcome |= {"milliseconds": 20.0, "index_version": "1", "revision": 0, "helpful": None}
    held = {"why": why.value, "state": "open", "queued_at": at, "version": 1} | item
    with store.writing() as connection:
        connection.execute(
            insert(OutcomeRow).values(message_id=message_id, **shared, **seen, **outcome)
        )
        connection.execute(
            insert(ReviewItemRow).values(message_id=message_id, **(shared | seen | held))
        )
        if question is not None:
            began = {"started_at": at, "last_at": at, "message_count": 1}
            connection.execute(insert(ConversationRow).values(id=message_id, city=city, **began))
            told = {"meaning": question, "record_ids": [], "choices": [], "answer": "こちらです。"}
            of_it = {"id": message_id, "conversation_id": message_id, "number": 1}
            connection.execute(
                insert(MessageRow).values(question=question, **of_it, **told, **shared)
            )
        for user_id, verdict in (judged or {}).items():
            values = {"reviewer_id": user_id, "verdict": verdict, "judged_at": at, "version": 1}
            values |= {"is_harmful": False, "is_source_fault": False, "note": ""}
            values |= {"sentences": [], "citations": []}
            connection.execute(insert(JudgementRow).values(message_id=message_id, **values))
    return f"{message_id}.{held['version']}"


def vote_came(store: Store, message_id: str) -> None:
    """Change an item as a vote does, in nobody's name."""
    with store.writing() as connection:
        connection.execute(
            update(ReviewItemRow)
            .where(ReviewItemRow.message_id == message_id)
            .values(version=ReviewItemRow.version + 1, why=Why.UNHELPFUL.value)
        )
