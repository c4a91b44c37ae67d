"""Databases for tests: an SQLite file, and one on a PostgreSQL server where one is given.

`.ci/run` starts such a server; `MADOGUCHI_TEST_POSTGRES_URL` names a database on it whose user may
make others, e.g. `postgresql://postgres@/postgres?host=/tmp/socket-folder`.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine, create_engine, make_url, text

from service.store import Store

POSTGRES_URL = os.environ.get("MADOGUCHI_TEST_POSTGRES_URL", "")
KINDS = ("sqlite", "postgresql") if POSTGRES_URL else ("sqlite",)


class PostgresServer:
    """Makes databases, under names that no other process uses, and drops them."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self._engine: Engine = create_engine(self._url, isolation_level="AUTOCOMMIT")

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The URL of a copy of `template`, which is dropped in the end."""
        name = f"madoguchi_{secrets.token_hex(8)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self._named(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def migrated(self) -> Iterator[str]:
        """The name of a database with all tables: copied in a fifth of the time of making them."""
        with self.database() as url:
            store = Store(url)
            store.check()
            store.close()
            name = make_url(url).database
            assert name
            yield name

    def cut_connections(self, url: str) -> None:
        """End every session of a database, as a server does that is restarted."""
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name",
            name=make_url(url).database,
        )

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _named(self, name: str) -> str:
        url: URL = self._url.set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    def _run(self, statement: str, **values: str | None) -> None:
        with self._engine.connect() as connection:
            connection.execute(text(statement), values)
