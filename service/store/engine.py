"""The database engine, and what SQLite has to be told to serve several writers well."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from knowledge.errors import StoreError

log = logging.getLogger("madoguchi.store")

# How long a writer waits for another one. A write takes below a millisecond; a resident must not
# wait longer than this for a file that something else keeps locked.
BUSY_MS = 1000
# Another process may hold the file at the moment its journal is changed; SQLite then gives up at
# once, whatever the timeout says.
_WAL_TRIES, _WAL_PAUSE_S = 20, 0.05
# Japanese as it is: half the bytes of escapes, and a search of the file finds every word it holds.
_dumps = partial(json.dumps, ensure_ascii=False)
WRITING = "madoguchi_writing"  # execution option: take the write lock at the beginning


def engine_of(url: str) -> Engine:
    """An engine for a database URL; connects to nothing yet. Raises StoreError for a bad URL."""
    try:
        parsed = make_url(url)
        # Parameters are residents' words: they must not stand in the message of a fault.
        engine = create_engine(parsed, hide_parameters=True, json_serializer=_dumps)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise StoreError(
            f"the database URL cannot be used: {type(error).__name__} "
            "(MADOGUCHI_DATABASE_URL, e.g. sqlite:///.data/madoguchi.sqlite3)"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    return engine


def make_folder(url: URL) -> None:
    """The folder of an SQLite file. Raises OSError."""
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        # Residents' words stand in the file: the folder is for the service alone.
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def use_wal(engine: Engine) -> None:
    """Let readers and a writer work side by side; a file that is busy stays as it is."""
    if engine.dialect.name != "sqlite":
        return
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


def _on_connect(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver's own BEGINs come too late, see _on_begin
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    # With a write-ahead log this risks the last messages on a power cut, never the file.
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is forgotten is overwritten, not only marked as free.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another one wrote in
    # between, without waiting; who will write takes the lock first.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
