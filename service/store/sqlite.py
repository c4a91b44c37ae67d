"""What SQLite has to be told to serve several writers well, and to lose and to leak nothing."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine

from service.store.backend import Access

log = logging.getLogger("madoguchi.store")

# How long a writer waits for another one. A write takes some milliseconds; a resident must not wait
# longer than this for a file that something else keeps locked.
BUSY_MS = 1000
PATIENT_MS = 30_000  # for what is begun once, such as bringing the tables up to date
# Another process may hold the file at the moment its journal is changed; SQLite then gives up at
# once, whatever the timeout says.
_WAL_TRIES, _WAL_PAUSE_S = 20, 0.05


class Sqlite:
    """A database in a file with a write-ahead log."""

    engine_options: Mapping[str, Any] = MappingProxyType({})

    def prepare(self, engine: Engine) -> None:
        """Make the folder; let readers and a writer work side by side. Raises OSError."""
        path = engine.url.database
        if path and path != ":memory:":
            # Residents' words stand in the file: the folder is for the service alone.
            Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _use_wal(engine)

    def on_connect(self, connection: Any) -> None:
        """Settings of a new connection."""
        connection.isolation_level = None  # the driver's own BEGINs come too late, see `on_begin`
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        # What was acknowledged outlives a power cut, not only the process.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        # What is forgotten is overwritten, not only marked as free.
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    def execution_options(self, access: Access) -> Mapping[str, Any]:
        """None: every transaction sees one state."""
        return {}

    def on_begin(self, connection: Connection, access: Access) -> None:
        """Take the write lock at the beginning: a transaction that reads first and writes later
        fails at once when another one wrote in between.
        """
        match access:
            case Access.READ:
                connection.exec_driver_sql("BEGIN")
            case Access.WRITE:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            case Access.REPLACE:
                connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENT_MS}")
                try:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                finally:
                    connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MS}")

    def flush_deleted(self, engine: Engine) -> None:
        """Empty the write-ahead log, where no reader of an earlier state needs it still."""
        with engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.close()


def _use_wal(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        for _ in range(_WAL_TRIES):
            try:
                # The mode stays in the file, so that all but the first opening change nothing.
                (mode,) = raw.cursor().execute("PRAGMA journal_mode").fetchone()
                if mode in ("wal", "memory"):
                    return
                raw.cursor().execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError:
                time.sleep(_WAL_PAUSE_S)
        log.warning("the database stays without a write-ahead log for now: it is busy")
    finally:
        raw.close()
