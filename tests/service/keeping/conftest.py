"""Stores that are filled as a service would leave them, on every database at hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.conversations.lifetime import Lifetime
from service.evaluation.seeding import fill
from service.keeping import opened, restore
from service.store import Base, Store
from tests.databases import KINDS, PostgresServer

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
LIFETIME = Lifetime(timedelta(hours=24), timedelta(minutes=15), timedelta(days=30))
# Nothing of a store that is filled with 90 days is due.
LONG = Lifetime(timedelta(days=200), timedelta(days=200), timedelta(days=200))
Filled = Callable[[str], Store]


@pytest.fixture
def filled(knowledge: KnowledgeBase) -> Iterator[Filled]:
    """Opens a store at a URL and fills it."""
    stores: list[Store] = []

    def make(url: str, conversations: int = 60, seed: int = 1) -> Store:
        store = Store(url)
        stores.append(store)
        fill(store, knowledge, conversations, NOW, seed=seed)
        return store

    yield make
    for store in stores:
        store.close()


@pytest.fixture(params=KINDS)
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A second database without rows, of every kind as well."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'other.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.database() as url:
        yield url


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "backup.zip"


def content(store: Store) -> dict[str, list[str]]:
    """Every row of every table, in one order."""
    with store.reading() as connection:
        return {
            table.name: sorted(
                json.dumps(list(row), ensure_ascii=False, default=str)
                for row in connection.execute(table.select())
            )
            for table in Base.metadata.sorted_tables
        }


def put_back(store: Store, backup: Path, lifetime: Lifetime = LONG) -> None:
    with opened(backup) as held:
        restore(store, held, lifetime, NOW)
