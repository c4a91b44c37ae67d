"""Writes a backup: every table as it was at one moment, while the service goes on."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, Table, select

from knowledge.errors import BackupError, Location
from service.keeping.manifest import LEFT_OUT, MANIFEST, PRODUCT, Manifest, TableManifest
from service.keeping.values import encoded
from service.store import Base, Store
from service.store.migrating import revision_of

_ROWS_AT_ONCE = 1000  # some megabytes of a table in memory
_LEVEL = 3  # of compression: a fifth larger than the best, in a third of the time


def back_up(store: Store, path: Path, now: datetime) -> Manifest:
    """Write all that is kept into the new file `path`, which only its owner may read.

    Written aside, then renamed: a file of that name is whole. One transaction that reads sees to
    it that all tables are of one moment. Raises BackupError where the file is there already or
    cannot be written, and StoreError.
    """
    if path.exists():
        raise BackupError("there is a file of this name already", Location(path))
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with store.reading() as connection:
            manifest = _written(connection, aside, path, now)
        aside.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # such as that its folder is none, which is told already
            aside.unlink(missing_ok=True)
    return manifest


def _written(connection: Connection, aside: Path, path: Path, now: datetime) -> Manifest:
    # Inside a transaction an OSError would be taken for one of the database.
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
                tables = tuple(
                    _table(connection, table, archive)
                    for table in Base.metadata.sorted_tables
                    if table.name not in LEFT_OUT
                )
                manifest = Manifest(version(PRODUCT), revision_of(connection), now, tables)
                archive.writestr(MANIFEST, manifest.to_json())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(path, error) from error
    return manifest


def _table(connection: Connection, table: Table, archive: ZipFile) -> TableManifest:
    digest, rows = hashlib.sha256(), 0
    columns = tuple(column.name for column in table.columns)
    described = TableManifest(table.name, columns, 0, "")
    found = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(table))
    with archive.open(described.member, "w", force_zip64=True) as member:
        for part in found.partitions():
            lines = "".join(
                json.dumps([encoded(value) for value in row], ensure_ascii=False) + "\n"
                for row in part
            ).encode()
            digest.update(lines)
            member.write(lines)
            rows += len(part)
    return TableManifest(table.name, columns, rows, digest.hexdigest())


def _unwritable(path: Path, error: OSError) -> BackupError:
    return BackupError(f"the backup cannot be written: {error.strerror}", Location(path))
