"""The database as the rest of the service uses it: a transaction to read or to write in."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from knowledge.errors import StoreError
from service.store.backend import Access
from service.store.engine import database_of
from service.store.migrating import migrate


class Store:
    """One database; safe to share between threads, and between processes.

    It is opened, and its tables brought up to date, by the first transaction, so that a database
    that is out of reach for a while keeps nothing from starting. Every method raises StoreError,
    whose message holds no value that was stored.
    """

    def __init__(self, url: str) -> None:
        self._database = database_of(url)
        self._opening = threading.Lock()
        self._is_open = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with self._faults_named():
            self._open()
            with self._database.connect(Access.READ) as connection, connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or rolled back by an exception."""
        with self._faults_named():
            self._open()
            with self._database.connect(Access.WRITE) as connection, connection.begin():
                yield connection

    @contextmanager
    def replacing(self) -> Iterator[Connection]:
        """As `writing`, for what goes over all rows: it may take long, and keeps other writers
        from their work meanwhile. Readers go on with what was there before.
        """
        with self._faults_named():
            self._open()
            with self._database.connect(Access.REPLACE) as connection, connection.begin():
                yield connection

    def check(self) -> None:
        """Raise StoreError unless the database can be read and its write lock be had."""
        with self.writing() as connection:
            connection.execute(text("SELECT version_num FROM alembic_version"))

    def flush_deleted(self) -> None:
        """Leave no deleted words in SQLite's write-ahead log.

        Who still reads an earlier state, such as a backup that is being written, keeps SQLite from
        it: then it is to be asked for again, as each sweep does.
        PostgreSQL overwrites what is deleted in its own time.
        """
        with self._faults_named():
            self._database.backend.flush_deleted(self._database.engine)

    def close(self) -> None:
        """Give all connections back; the next transaction opens new ones."""
        self._database.engine.dispose()

    def _open(self) -> None:
        if self._is_open:
            return
        with self._opening:
            if self._is_open:
                return
            self._database.backend.prepare(self._database.engine)
            # The write lock first: of two processes that open at once one waits for the other.
            with self._database.connect(Access.REPLACE) as connection, connection.begin():
                migrate(connection)
            self._is_open = True

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            kind = getattr(error.orig, "sqlite_errorname", None)
            name = kind or type(error.orig).__name__
            raise StoreError(f"the database did not do its work: {name}") from None
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise StoreError(f"the database is out of reach: {type(error).__name__}") from None
