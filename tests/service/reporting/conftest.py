"""A store with few outcomes, so that every figure can be counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import insert

from service.reporting import Reports
from service.store import (
    CitedRow,
    ConversationRow,
    JudgementRow,
    MessageRow,
    OutcomeRow,
    ReviewItemRow,
    Store,
    UserRow,
)
from service.wall_clock import HERE

NOON = datetime(2025, 6, 11, 3, tzinfo=UTC)  # 11 June, a Wednesday, 12:00 in Japan


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Desk:
    """Writes rows as the service does; gives the ids of messages."""

    store: Store
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def ask(
        self,
        on: date = date(2025, 6, 10),
        reason: str = "answered.faq",
        city: str | None = "toride",
        cited: tuple[str, ...] = (),
        text: str = "",
        **columns: Any,
    ) -> str:
        """A question at noon of a day; `text`: its words, kept with a message of its own."""
        message_id = f"{next(self._numbers):032x}"
        at = datetime(on.year, on.month, on.day, 12, tzinfo=HERE)
        outcome = {
            "message_id": message_id,
            "asked_at": at,
            "asked_on": on,
            "city": city,
            "channel": "web",
            "lang": "ja",
            "status": reason.partition(".")[0],
            "reason": reason,
            "kind": "when",
            "confidence": 0.9,
            "milliseconds": 20.0,
            "index_version": "v",
            "revision": 0,
        } | columns
        with self.store.writing() as connection:
            if text:
                self._write_message(connection, message_id, at, text, reason, city)
            connection.execute(insert(OutcomeRow).values(**outcome))
            for n, passage_id in enumerate(cited, 1):
                connection.execute(
                    insert(CitedRow).values(
                        message_id=message_id,
                        n=n,
                        plan_id=passage_id.partition("/")[0],
                        passage_id=passage_id,
                    )
                )
        return message_id

    def _write_message(self, connection: Any, message_id: str, at: datetime, *words: Any) -> None:
        text, reason, city = words
        connection.execute(
            insert(ConversationRow).values(
                id=message_id, city=city, message_count=1, started_at=at, last_at=at, at_kiosk=False
            )
        )
        connection.execute(
            insert(MessageRow).values(
                id=message_id,
                conversation_id=message_id,
                number=1,
                asked_at=at,
                question=text,
                meaning=text,
                reason=reason,
                city=city,
                record_ids=[],
                choices=[],
            )
        )

    def hire(self, name: str) -> str:
        """A reviewer's id."""
        user_id = f"{name:0>32}"
        with self.store.writing() as connection:
            connection.execute(
                insert(UserRow).values(
                    id=user_id,
                    login=name,
                    name=name,
                    password_hash="!",
                    must_change=False,
                    failures=0,
                    created_at=NOON,
                )
            )
        return user_id

    def judge(self, message_id: str, reviewer: str, verdict: str) -> None:
        with self.store.writing() as connection:
            connection.execute(
                insert(JudgementRow).values(
                    message_id=message_id,
                    reviewer_id=reviewer,
                    verdict=verdict,
                    sentences=[],
                    citations=[],
                    is_harmful=False,
                    is_source_fault=False,
                    note="",
                    judged_at=NOON,
                    version=1,
                )
            )

    def queue(
        self, message_id: str, days_ago: float, city: str = "toride", closed: bool = False
    ) -> None:
        at = NOON - timedelta(days=days_ago)
        with self.store.writing() as connection:
            connection.execute(
                insert(ReviewItemRow).values(
                    message_id=message_id,
                    why="sample",
                    city=city,
                    asked_at=at,
                    reason="answered.faq",
                    kind="when",
                    lang="ja",
                    channel="web",
                    confidence=0.9,
                    state="done" if closed else "open",
                    queued_at=at,
                    closed_at=NOON if closed else None,
                    version=1,
                )
            )


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reports(store: Store, clock: Clock) -> Reports:
    return Reports.over(store, clock)
