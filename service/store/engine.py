"""The database engine behind a URL: SQLite in a file, or a PostgreSQL server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from knowledge.errors import StoreError
from service.store.backend import ACCESS, Access, Backend
from service.store.postgresql import PostgreSql
from service.store.sqlite import Sqlite

# Japanese as it is: half the bytes of escapes, and a search of the file finds every word it holds.
_dumps = partial(json.dumps, ensure_ascii=False)
_BACKENDS: dict[str, type[Sqlite] | type[PostgreSql]] = {
    "sqlite": Sqlite,
    "postgresql": PostgreSql,
}


@dataclass(frozen=True, slots=True)
class Database:
    """An engine, and what its kind of database has to be told."""

    engine: Engine
    backend: Backend

    def connect(self, access: Access) -> Connection:
        """A connection whose next transaction is of this kind."""
        options = self.backend.execution_options(access)
        return self.engine.connect().execution_options(**{ACCESS: access}, **options)


def database_of(url: str) -> Database:
    """The database of a URL; connects to nothing yet. Raises StoreError for a bad URL."""
    try:
        parsed = _with_driver(make_url(url))
        backend = _BACKENDS[parsed.get_backend_name()]()
        # Parameters are residents' words: they must not stand in the message of a fault.
        engine = create_engine(
            parsed, hide_parameters=True, json_serializer=_dumps, **backend.engine_options
        )
    except (ArgumentError, NoSuchModuleError, ImportError, KeyError, ValueError) as error:
        raise StoreError(
            f"the database URL cannot be used: {type(error).__name__} "
            "(MADOGUCHI_DATABASE_URL, e.g. sqlite:///.data/madoguchi.sqlite3 or "
            "postgresql://user:password@host/madoguchi)"
        ) from error

    def on_connect(connection: Any, _: object) -> None:
        backend.on_connect(connection)

    def on_begin(connection: Connection) -> None:
        access = connection.get_execution_options().get(ACCESS, Access.READ)
        backend.on_begin(connection, access)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return Database(engine, backend)


def _with_driver(url: URL) -> URL:
    if url.drivername == "postgresql":  # SQLAlchemy would take it to mean an older driver
        return url.set(drivername="postgresql+psycopg")
    return url
