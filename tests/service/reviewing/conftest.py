"""A store of its own with staff, and answers in it that were asked of nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, insert

from service.accounts import Role, Staff
from service.outcome import Reason
from service.reviewing.states import ItemState, Why
from service.store import (
    ConversationRow,
    FeedbackRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
    UserRoleRow,
    UserRow,
)

NOW = datetime(2025, 6, 2, 1, 0, tzinfo=UTC)  # ten in the morning, on a Monday
TODAY = date(2025, 6, 2)
SATO = Staff("a" * 32, "sato", "佐藤", {"toride": Role.REVIEWER})
SUZUKI = Staff("b" * 32, "suzuki", "鈴木", {"*": Role.APPROVER})
TANAKA = Staff("c" * 32, "tanaka", "田中", {"oyama": Role.VIEWER})

Put = Callable[..., str]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """An empty database but for three members of staff."""
    opened = Store(database_url)
    with opened.writing() as connection:
        for staff in (SATO, SUZUKI, TANAKA):
            values = {"id": staff.id, "login": staff.login, "name": staff.name}
            values |= {"password_hash": "!", "must_change": False, "failures": 0}
            connection.execute(insert(UserRow).values(created_at=NOW, **values))
            for city, role in staff.roles.items():
                row = {"user_id": staff.id, "city": city, "role": role.value}
                connection.execute(insert(UserRoleRow).values(**row))
    yield opened
    opened.close()


@pytest.fixture
def put(store: Store) -> Put:
    """Puts an answer into the store, with what a test tells of it, and gives its id."""
    numbers = count(1)

    def put(
        question: str | None = "市役所はどこですか",
        *,
        answer: str = "計画に書かれています。",
        city: str | None = "toride",
        hours_ago: float = 0,
        why: Why | None = Why.SAMPLE,
        reason: Reason = Reason.ANSWERED_FAQ,
        state: ItemState = ItemState.OPEN,
        judged: tuple[tuple[Staff, str], ...] = (),
        helpful: bool | None = None,
        **more: object,
    ) -> str:
        message_id = f"{next(numbers):032x}"
        at = NOW - timedelta(hours=hours_ago)
        shared = {"city": city, "asked_at": at, "reason": reason.value}
        seen = {"channel": "web", "lang": "ja", "kind": "where", "confidence": 0.9}
        seen |= {name: more.pop(name) for name in tuple(more) if name in seen}
        with store.writing() as connection:
            connection.execute(
                insert(OutcomeRow).values(
                    message_id=message_id,
                    asked_on=at.date(),
                    status=reason.status.value,
                    milliseconds=20.0,
                    helpful=helpful,
                    index_version="1",
                    revision=0,
                    **shared,
                    **seen,
                )
            )
            if why is not None:
                item = {"state": state.value, "queued_at": at, "version": 1, "due_on": TODAY}
                item |= {"closed_at": at if state.is_closed else None} | more
                connection.execute(
                    insert(ReviewItemRow).values(
                        message_id=message_id, why=why.value, **shared, **seen, **item
                    )
                )
            if question is not None:
                _say(connection, message_id, (question, answer), helpful, shared)
            for staff, verdict in judged:
                row = {"reviewer_id": staff.id, "verdict": verdict, "note": "", "version": 1}
                row |= {"sentences": [], "citations": [], "judged_at": at}
                row |= {"is_harmful": False, "is_source_fault": False}
                connection.execute(insert(JudgementRow).values(message_id=message_id, **row))
        return message_id

    return put


def _say(
    connection: Connection,
    message_id: str,
    words: tuple[str, str],
    helpful: bool | None,
    shared: dict[str, Any],
) -> None:
    question, answer = words
    at = shared["asked_at"]
    connection.execute(
        insert(ConversationRow).values(
            id=message_id, city=shared["city"], message_count=1, started_at=at, last_at=at
        )
    )
    connection.execute(
        insert(MessageRow).values(
            id=message_id,
            conversation_id=message_id,
            number=1,
            question=question,
            meaning=question,
            record_ids=[],
            choices=[],
            answer=answer,
            **shared,
        )
    )
    if helpful is not None:
        connection.execute(
            insert(FeedbackRow).values(
                message_id=message_id, helpful=helpful, comment="", given_at=at
            )
        )
