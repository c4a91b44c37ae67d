"""Conversations over a real database file, with a clock that tests move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.conversations import Conversations, Reply
from service.counter import Counter, Question
from service.settings import Settings


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
def database(tmp_path: Path) -> Path:
    return tmp_path / "madoguchi.sqlite3"


@pytest.fixture
def conversations(settings: Settings, database: Path, clock: Clock) -> Iterator[Conversations]:
    own = settings.model_copy(update={"database_url": f"sqlite:///{database}"})
    opened = Conversations(own, clock, clock.monotonic)
    yield opened
    opened.close()


@pytest.fixture
def bytes_held(database: Path) -> Callable[[], bytes]:
    """Every byte the database has on the disk, its write-ahead log included."""

    def read() -> bytes:
        files = database.parent.glob(f"{database.name}*")
        return b"".join(one.read_bytes() for one in files)

    return read
