"""The database: opened from nothing, by several at once, and told apart when it fails."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from knowledge.errors import StoreError
from service.store import Base, ConversationRow, Store

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)


def url(folder: Path, name: str = "data/madoguchi.sqlite3") -> str:
    return f"sqlite:///{folder / name}"


def test_opening_makes_folder_file_and_tables(tmp_path: Path) -> None:
    store = Store(url(tmp_path))
    assert not (tmp_path / "data").exists()  # nothing is touched before the first transaction
    store.check()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    with store.reading() as connection:
        assert {"conversations", "messages"} <= set(inspect(connection).get_table_names())
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 1
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1
    store.close()


def test_migrations_lead_to_the_tables_of_the_code(tmp_path: Path) -> None:
    store = Store(url(tmp_path))
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    store.close()


def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    for number in range(2):
        store = Store(url(tmp_path))
        with store.writing() as connection:
            row = {"id": f"{number:032x}", "message_count": 0, "started_at": NOW, "last_at": NOW}
            connection.execute(ConversationRow.__table__.insert().values(**row))
        store.close()
    with Store(url(tmp_path)).reading() as connection:
        held = connection.execute(ConversationRow.__table__.select()).all()
    assert [row.last_at for row in held] == [NOW, NOW]
    assert all(row.last_at.tzinfo is not None for row in held)


def test_a_moment_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    store = Store(url(tmp_path))
    row = {"id": "0" * 32, "message_count": 0, "started_at": NOW, "last_at": datetime(2025, 6, 2)}
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(ConversationRow.__table__.insert().values(**row))
    store.close()


def test_processes_that_open_at_once_all_succeed(tmp_path: Path) -> None:
    code = f"from service.store import Store; Store({url(tmp_path)!r}).check()"
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[3])
        for _ in range(3)
    ]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    with Store(url(tmp_path)).reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_threads_that_write_at_once_all_succeed(tmp_path: Path) -> None:
    store = Store(url(tmp_path))
    faults: list[Exception] = []

    def write(name: int) -> None:
        try:
            for number in range(20):
                with store.writing() as connection:
                    row = {"id": f"{name:016x}{number:016x}", "message_count": 0}
                    table = ConversationRow.__table__
                    connection.execute(table.insert().values(started_at=NOW, last_at=NOW, **row))
        except StoreError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM conversations")).scalar() == 80
    assert faults == []
    store.close()


def test_a_fault_rolls_back_and_holds_no_value(tmp_path: Path) -> None:
    store = Store(url(tmp_path))
    row = {"id": "ひみつ", "message_count": 0, "started_at": NOW, "last_at": NOW}

    def write_twice() -> None:
        with store.writing() as connection:
            for _ in range(2):
                connection.execute(ConversationRow.__table__.insert().values(**row))

    with pytest.raises(StoreError, match="SQLITE_CONSTRAINT") as caught:
        write_twice()
    assert "ひみつ" not in str(caught.value)
    assert caught.value.__cause__ is None
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM conversations")).scalar() == 0
    store.close()


def test_a_locked_database_is_out_of_reach_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.engine.BUSY_MS", 1)
    store = Store(url(tmp_path))
    store.check()
    other = sqlite3.connect(tmp_path / "data/madoguchi.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="SQLITE_BUSY"):
        store.check()
    with store.reading() as connection:  # readers go on beside a writer
        assert connection.execute(text("SELECT count(*) FROM messages")).scalar() == 0
    other.execute("ROLLBACK")
    other.close()
    store.check()
    store.close()


@pytest.mark.parametrize("content", [b"this is no database" * 100, None])
def test_what_is_no_database_is_told(tmp_path: Path, content: bytes | None) -> None:
    place = tmp_path / "a"
    if content is None:
        place.mkdir()
    else:
        place.write_bytes(content)
    with pytest.raises(StoreError):
        Store(url(tmp_path, "a")).check()


@pytest.mark.parametrize("bad", ["", "nonsense", "oracel://x", "sqlite:/x.db:y:z@"])
def test_a_bad_url_is_refused_without_being_shown(bad: str) -> None:
    with pytest.raises(StoreError, match="MADOGUCHI_DATABASE_URL") as caught:
        Store(bad)
    assert not bad or bad not in str(caught.value)


def test_a_database_of_the_first_release_keeps_its_rows(tmp_path: Path) -> None:
    script = Path(__file__).with_name("version_0001.sql").read_text(encoding="utf-8")
    with sqlite3.connect(tmp_path / "old.sqlite3") as raw:
        raw.executescript(script)
        before = raw.execute("SELECT * FROM messages ORDER BY number").fetchall()
        columns = [row[1] for row in raw.execute("PRAGMA table_info(messages)")]
    raw.close()
    store = Store(url(tmp_path, "old.sqlite3"))
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        held = connection.execute(
            text(f"SELECT {', '.join(columns)} FROM messages ORDER BY number")
        ).all()
        assert [tuple(row) for row in held] == before
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    store.close()
