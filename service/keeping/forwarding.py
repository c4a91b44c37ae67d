"""Brings a backup of an earlier release to the tables of this one, in a database apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from sqlalchemy import Connection, MetaData, Table, insert, select
from sqlalchemy.exc import SQLAlchemyError

from knowledge.errors import BackupError
from service.keeping.backup_file import BackupFile
from service.keeping.manifest import LEFT_OUT
from service.store import Base
from service.store.backend import Access
from service.store.engine import Database, database_of
from service.store.migrating import head_revision, migrate

_REVISION_TABLE = "alembic_version"
ROWS_AT_ONCE = 1000  # inserted by one call: some megabytes


class Source(Protocol):
    """Rows of the tables of this release."""

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of one table, by column."""


@contextmanager
def forwarded(backup: BackupFile) -> Iterator[Source]:
    """The rows of a backup as this release keeps them.

    Those of an earlier one are put into a file of SQLite of that release, which is then brought up
    to date as any database is. Raises BackupError where the tables are not those of its release.
    """
    if backup.manifest.schema == head_revision():
        _expect(backup, {table.name for table in Base.metadata.sorted_tables})
        yield backup
        return
    with TemporaryDirectory(prefix="madoguchi-") as folder:
        database = database_of(f"sqlite:///{Path(folder) / 'earlier.sqlite3'}")
        try:
            _bring_up_to_date(database, backup)
            with database.connect(Access.READ) as connection, connection.begin():
                yield _Staged(connection)
        finally:
            database.engine.dispose()


def _bring_up_to_date(database: Database, backup: BackupFile) -> None:
    try:
        with database.connect(Access.REPLACE) as connection, connection.begin():
            _fill(connection, backup)
            migrate(connection)
    except SQLAlchemyError as error:
        raise BackupError(
            f"the rows do not hold together as revision {backup.manifest.schema} wants it: "
            f"{type(error).__name__}"
        ) from None


class _Staged:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        found = self._connection.execution_options(yield_per=ROWS_AT_ONCE).execute(select(table))
        for row in found.mappings():
            yield {**row}


def _fill(connection: Connection, backup: BackupFile) -> None:
    migrate(connection, backup.manifest.schema)
    then = MetaData()
    then.reflect(connection)
    tables = [table for table in then.sorted_tables if table.name != _REVISION_TABLE]
    _expect(backup, {table.name for table in tables})
    for table in tables:
        connection.execute(table.delete())  # rows that a migration made
    for table in tables:
        if table.name in backup.names:
            insert_all(connection, table, backup.rows(table))


def insert_all(connection: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    """Insert rows, many by one call."""
    while part := list(islice(rows, ROWS_AT_ONCE)):
        connection.execute(insert(table), part)


def _expect(backup: BackupFile, tables: set[str]) -> None:
    if differ := backup.names ^ (tables - LEFT_OUT):
        raise BackupError(
            f"the backup does not hold the tables of revision {backup.manifest.schema}: "
            + ", ".join(sorted(differ))
        )
