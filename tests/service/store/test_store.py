"""The database: opened from nothing, by several at once, and told apart when it fails."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, select, text

from knowledge.errors import StoreError
from service.store import Base, ConversationRow, Store
from tests.databases import PostgresServer

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)


only_sqlite = pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)


@pytest.fixture
def store(empty_database_url: str) -> Iterator[Store]:
    opened = Store(empty_database_url)
    yield opened
    opened.close()


@only_sqlite
def test_opening_makes_folder_and_file(store: Store, tmp_path: Path) -> None:
    assert not (tmp_path / "data").exists()  # nothing is touched before the first transaction
    store.check()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    with store.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1


def test_migrations_lead_to_the_tables_of_the_code(store: Store) -> None:
    with store.reading() as connection:
        assert {"conversations", "messages"} <= set(inspect(connection).get_table_names())
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_opening_again_keeps_what_is_there(empty_database_url: str) -> None:
    for number in range(2):
        store = Store(empty_database_url)
        with store.writing() as connection:
            row = {"id": f"{number:032x}", "message_count": 0, "started_at": NOW, "last_at": NOW}
            connection.execute(ConversationRow.__table__.insert().values(**row))
        store.close()
    store = Store(empty_database_url)
    with store.reading() as connection:
        held = connection.execute(ConversationRow.__table__.select()).all()
    store.close()
    assert [row.last_at for row in held] == [NOW, NOW]
    assert all(row.last_at.tzinfo is not None for row in held)


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    row = {"id": "0" * 32, "message_count": 0, "started_at": NOW, "last_at": datetime(2025, 6, 2)}
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(ConversationRow.__table__.insert().values(**row))


def test_processes_that_open_at_once_all_succeed(store: Store, empty_database_url: str) -> None:
    code = f"from service.store import Store; Store({empty_database_url!r}).check()"
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[3])
        for _ in range(3)
    ]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_threads_that_write_at_once_all_succeed(store: Store) -> None:
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


def test_what_a_writer_has_read_stays_true_until_it_has_written(store: Store) -> None:
    row = {"id": "0" * 32, "message_count": 0, "started_at": NOW, "last_at": NOW}
    table = ConversationRow.__table__
    with store.writing() as connection:
        connection.execute(table.insert().values(**row))

    def count_up() -> None:
        for _ in range(20):
            with store.writing() as connection:
                held = connection.execute(select(table.c.message_count)).scalar_one()
                connection.execute(table.update().values(message_count=held + 1))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with store.reading() as connection:
        assert connection.execute(select(table.c.message_count)).scalar_one() == 80


def test_a_reader_sees_one_state_while_others_write(store: Store) -> None:
    table = ConversationRow.__table__
    with store.reading() as reader:
        before = reader.execute(select(table.c.id)).all()
        with store.writing() as writer:
            row = {"id": "0" * 32, "message_count": 0, "started_at": NOW, "last_at": NOW}
            writer.execute(table.insert().values(**row))
        assert reader.execute(select(table.c.id)).all() == before == []
    with store.reading() as reader:
        assert len(reader.execute(select(table.c.id)).all()) == 1


def test_a_fault_rolls_back_and_holds_no_value(store: Store) -> None:
    row = {"id": "ひみつ", "message_count": 0, "started_at": NOW, "last_at": NOW}

    def write_twice() -> None:
        with store.writing() as connection:
            for _ in range(2):
                connection.execute(ConversationRow.__table__.insert().values(**row))

    with pytest.raises(StoreError, match=r"SQLITE_CONSTRAINT|UniqueViolation") as caught:
        write_twice()
    assert "ひみつ" not in str(caught.value)
    assert caught.value.__cause__ is None
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM conversations")).scalar() == 0


def test_tables_of_a_later_release_are_told_and_left_alone(
    store: Store, empty_database_url: str
) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    later = Store(empty_database_url)
    with pytest.raises(StoreError, match="later release than this one: revision '9999'"):
        later.check()
    later.close()


@only_sqlite
def test_a_locked_database_is_out_of_reach_and_comes_back(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.sqlite.BUSY_MS", 1)
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


def test_a_server_that_cuts_all_connections_is_back_at_once(postgres: PostgresServer) -> None:
    with postgres.database() as url:
        store = Store(url)
        store.check()
        with (
            pytest.raises(StoreError, match=r"AdminShutdown|OperationalError"),
            store.writing() as connection,
        ):
            _cut(postgres, url, connection)
        store.check()
        postgres.cut_connections(url)  # those that wait in the pool
        store.check()
        store.close()


def _cut(server: PostgresServer, url: str, connection: Connection) -> None:
    server.cut_connections(url)
    connection.execute(text("SELECT 1"))


def test_who_waits_for_the_write_lock_is_told(
    postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.store.postgresql.LOCK_MS", 1)
    with postgres.database() as url:
        first, second = Store(url), Store(url)
        second.check()
        with first.writing(), pytest.raises(StoreError, match="LockNotAvailable"):
            second.check()
        second.check()
        first.close()
        second.close()


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="OperationalError"):
        Store(f"postgresql://nobody:himitsu@/x?host={tmp_path}").check()


@pytest.mark.parametrize("content", [b"this is no database" * 100, None])
def test_what_is_no_database_is_told(tmp_path: Path, content: bytes | None) -> None:
    place = tmp_path / "a"
    if content is None:
        place.mkdir()
    else:
        place.write_bytes(content)
    with pytest.raises(StoreError):
        Store(f"sqlite:///{place}").check()


@pytest.mark.parametrize("bad", ["", "nonsense", "oracel://x", "sqlite:/x.db:y:z@"])
def test_a_bad_url_is_refused_without_being_shown(bad: str) -> None:
    with pytest.raises(StoreError, match="MADOGUCHI_DATABASE_URL") as caught:
        Store(bad)
    assert not bad or bad not in str(caught.value)
