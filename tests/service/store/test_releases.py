"""Databases as every earlier release left them: their rows are kept, and counted."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text

from service.conversations import Conversations
from service.settings import Settings
from service.store import (
    Base,
    CitedRow,
    ConversationRow,
    FeedbackRow,
    MessageRow,
    OutcomeRow,
    Store,
)

RELEASES = sorted(Path(__file__).parent.glob("version_*.sql"))
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=RELEASES, ids=lambda path: path.stem)
def release(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def read(raw: sqlite3.Connection, columns: dict[str, list[str]]) -> Rows:
    return {
        table: sorted(raw.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
        for table, names in columns.items()
    }


def laid_out(release: Path, database: Path) -> tuple[dict[str, list[str]], Rows]:
    """Make a database of a release. Gives the columns of its tables, and their rows."""
    with sqlite3.connect(database) as raw:
        raw.executescript(release.read_text(encoding="utf-8"))
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        columns = {
            table: [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            for (table,) in tables
            if table != "alembic_version"
        }
        rows = read(raw, columns)
    raw.close()
    return columns, rows


def test_every_release_is_here() -> None:
    assert [path.stem for path in RELEASES] == [f"version_000{number}" for number in range(1, 5)]


def test_its_rows_are_kept(release: Path, tmp_path: Path) -> None:
    database = tmp_path / "old.sqlite3"
    columns, before = laid_out(release, database)
    store = Store(f"sqlite:///{database}")
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    store.close()
    with sqlite3.connect(database) as raw:
        assert read(raw, columns) == before
    raw.close()


def test_what_it_held_is_counted(release: Path, tmp_path: Path) -> None:
    database = tmp_path / "old.sqlite3"
    laid_out(release, database)
    store = Store(f"sqlite:///{database}")
    with store.reading() as connection:
        told = connection.execute(
            select(MessageRow.__table__, ConversationRow.city.label("site"))
            .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
            .where(MessageRow.answer.is_not(None))
        ).all()
        counted = {
            row.message_id: row for row in connection.execute(select(OutcomeRow.__table__)).all()
        }
        assert set(counted) == {row.id for row in told}
        for row in told:
            outcome = counted[row.id]
            assert outcome.reason == row.reason
            assert outcome.status == row.reason.split(".")[0]
            assert outcome.asked_at == row.asked_at
            assert outcome.city == (row.city or row.site)
            assert (outcome.channel, outcome.lang) == (row.channel, row.lang)
            assert outcome.confidence == row.confidence
        votes = {row.message_id: row for row in connection.execute(select(FeedbackRow.__table__))}
        for message_id, outcome in counted.items():
            vote = votes.get(message_id)
            assert outcome.helpful == (vote.helpful if vote else None)
            assert outcome.vote_reason == (vote.reason if vote else None)
        places = sum(len(row.citations) for row in told)
        assert connection.scalar(select(func.count()).select_from(CitedRow)) == places
        at_kiosk = connection.scalars(
            select(ConversationRow.id).where(ConversationRow.at_kiosk.is_(True))
        ).all()
        assert set(at_kiosk) == {row.conversation_id for row in told if row.channel == "kiosk"}
    if release.stem != "version_0001":  # which kept no answers
        assert {outcome.status for outcome in counted.values()} == {
            "answered",
            "clarify",
            "not_found",
            "refused",
        }
        assert at_kiosk
        assert places
    if release.stem > "version_0002":
        assert {vote.helpful for vote in votes.values()} == {True, False}
    store.close()


def test_it_is_shown_again(release: Path, tmp_path: Path, settings: Settings) -> None:
    database = tmp_path / "old.sqlite3"
    _, rows = laid_out(release, database)
    own = settings.model_copy(update={"database_url": f"sqlite:///{database}"})
    with sqlite3.connect(database) as raw:
        (last,) = raw.execute("SELECT max(last_at) FROM conversations").fetchone()
    raw.close()
    now = datetime.fromisoformat(last).replace(tzinfo=UTC)
    conversations = Conversations(own, lambda: now)
    shown = [conversations.history(row[0], None) for row in rows["conversations"]]
    assert sum(map(len, shown)) == (0 if release.stem == "version_0001" else 5)
    conversations.close()
