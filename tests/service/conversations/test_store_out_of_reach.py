"""A database that fails keeps nobody from an answer."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from service.conversations import Conversations
from service.counter import Counter
from service.outcome import Status
from tests.service.conversations.conftest import Clock, ask, only_sqlite

FIRST = "いじめ防止アプリの担当課は？"
SECOND = "いつから？"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.store.sqlite.BUSY_MS", 1)


pytestmark = only_sqlite


def test_answered_without_memory_and_with_it_again(
    conversations: Conversations,
    counter: Counter,
    clock: Clock,
    database: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = ask(conversations, counter, FIRST)
    lock = sqlite3.connect(database, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    with caplog.at_level(logging.ERROR):
        unkept = ask(conversations, counter, "それはひみつのいつから？", first)
    assert unkept.answer.text
    assert unkept.conversation_id == first.conversation_id
    assert len(caplog.records) == 1
    assert "SQLITE_BUSY" in caplog.text
    assert "ひみつ" not in caplog.text
    with pytest.raises(StoreError):
        conversations.check()
    with pytest.raises(StoreError):
        conversations.forget(first.conversation_id)
    lock.execute("ROLLBACK")
    lock.close()
    with pytest.raises(StoreError):
        conversations.check()  # left alone for a moment
    clock.move(seconds=10)
    conversations.check()
    back = ask(conversations, counter, SECOND, first)
    assert back.answer.meaning == "いじめ防止アプリはいつから"


def test_while_it_rests_it_is_not_asked(
    conversations: Conversations, counter: Counter, clock: Clock, database: Path
) -> None:
    database.mkdir()  # no database can be made there
    first = ask(conversations, counter, FIRST)
    assert first.answer.status is Status.ANSWERED
    database.rmdir()
    ask(conversations, counter, FIRST)
    assert not database.exists()
    clock.move(seconds=10)
    ask(conversations, counter, FIRST)
    assert database.exists()
    assert conversations.sweep() == 0
