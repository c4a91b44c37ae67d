"""Conversations over a real database file, with a clock that tests move."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from service.conversations import Conversations, Reply
from service.counter import Counter, Question
from service.settings import Settings
from service.store import Base

only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.now.timestamp()

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def ask(
    conversations: Conversations,
    counter: Counter,
    text: str,
    before: Reply | None = None,
    city: str | None = "toride",
) -> Reply:
    held = before.conversation_id if before else None
    return conversations.ask(counter, Question(text, city, conversation_id=held))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(database_url: str) -> Path:
    """The file, for tests that say by `only_sqlite` that they need one."""
    return Path(make_url(database_url).database or "")


@pytest.fixture
def conversations(settings: Settings, database_url: str, clock: Clock) -> Iterator[Conversations]:
    own = settings.model_copy(update={"database_url": database_url})
    opened = Conversations(own, clock, clock.monotonic)
    yield opened
    opened.close()


@pytest.fixture
def rows(database_url: str) -> Iterator[Callable[[str], list[tuple[Any, ...]]]]:
    """What a query gives, over a connection of its own."""
    engine = create_engine(make_url(database_url))

    def read(query: str) -> list[tuple[Any, ...]]:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    yield read
    engine.dispose()


@pytest.fixture
def bytes_held(database_url: str) -> Callable[[], bytes]:
    """Every byte an SQLite database has on the disk, its write-ahead log included; of PostgreSQL,
    whose files are its own matter, every value of every table.
    """
    url = make_url(database_url)

    def files() -> bytes:
        database = Path(url.database or "")
        return b"".join(one.read_bytes() for one in database.parent.glob(f"{database.name}*"))

    def values() -> bytes:
        engine = create_engine(url)
        with engine.connect() as connection:
            held = [
                json.dumps(list(row), ensure_ascii=False, default=str)
                for table in Base.metadata.sorted_tables
                for row in connection.execute(table.select())
            ]
        engine.dispose()
        return "".join(held).encode()

    return files if url.get_backend_name() == "sqlite" else values
