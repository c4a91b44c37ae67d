"""What PostgreSQL has to be told to behave as SQLite does: one writer at a time, and no waiting
without an end.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine

from service.store.backend import Access

# How long a writer waits for another one, as with SQLite.
LOCK_MS = 1000
PATIENT_MS = 30_000
# The longest query of a page takes a third of a second with 100,000 conversations; what takes so
# much longer is given up, so that it holds neither a thread nor a connection.
STATEMENT_MS = 15_000
CONNECT_S = 3  # to a server that is near; by itself the driver waits for minutes
SILENCE_MS = 10_000  # after which a server that answers no packet is taken for gone
CONNECTIONS = 10  # kept open; as many again for a rush
POOL_WAIT_S = 3  # for one of them; then the database counts as out of reach

# Every writer takes this lock first: what it reads stays true until it has written, as in SQLite,
# and of two that migrate at once one waits. The number means nothing.
_WRITE_LOCK = 0x6D61646F67756368


class PostgreSql:
    """A database on a PostgreSQL server."""

    engine_options: Mapping[str, Any] = MappingProxyType(
        {
            # A connection that a restarted server has cut is replaced before it is used.
            "pool_pre_ping": True,
            "pool_size": CONNECTIONS,
            "max_overflow": CONNECTIONS,
            "pool_timeout": POOL_WAIT_S,
            "connect_args": {
                "connect_timeout": CONNECT_S,
                "tcp_user_timeout": SILENCE_MS,
                "application_name": "madoguchi",
            },
        }
    )

    def prepare(self, engine: Engine) -> None:
        """Nothing: the database is the operator's to make."""

    def on_connect(self, connection: Any) -> None:
        """Limits of a new connection; not as its `options`, which are the operator's to set."""
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {LOCK_MS}")
            cursor.execute(f"SET statement_timeout = {STATEMENT_MS}")
        connection.commit()

    def execution_options(self, access: Access) -> Mapping[str, Any]:
        """A reader sees one state of all tables. A writer has to see what the one before it wrote
        while it waited for the lock, and is then alone.
        """
        if access is Access.READ:
            return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return {"isolation_level": "READ COMMITTED"}

    def on_begin(self, connection: Connection, access: Access) -> None:
        """Take the write lock, until the end of the transaction."""
        if access is Access.READ:
            return
        if access is Access.REPLACE:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENT_MS}")
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")

    def flush_deleted(self, engine: Engine) -> None:
        """Nothing: the server itself overwrites what is deleted, in its own time."""
