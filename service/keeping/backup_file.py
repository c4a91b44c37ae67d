"""Reads a backup: first held against its own manifest, then row by row."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from sqlalchemy import Table

from knowledge.errors import BackupError, Location
from service.keeping.manifest import MANIFEST, Manifest, TableManifest
from service.keeping.values import decoder
from service.store.migrating import known_revisions

_MANIFEST_BYTES_MAX = 1 << 20  # a hundred tables take 30 KB


class BackupFile:
    """A backup that holds what its manifest says."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        """Reads all of it once. Raises BackupError naming member and digest that do not agree, or
        a schema that this release does not know.
        """
        self._path = path
        self._archive = archive
        with archive.open(MANIFEST) as member:
            self.manifest = Manifest.from_json(member.read(_MANIFEST_BYTES_MAX), path)
        if self.manifest.schema not in known_revisions():
            raise BackupError(
                "the backup is of a later release than this one, which knows tables up to "
                f"{max(known_revisions())} (got {self.manifest.schema!r}, release "
                f"{self.manifest.version!r})",
                Location(path, field="schema"),
            )
        for table in self.manifest.tables:
            self._check(table)

    @property
    def names(self) -> frozenset[str]:
        """The tables it holds."""
        return frozenset(table.name for table in self.manifest.tables)

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of a table it holds, by column. Raises BackupError naming line and value."""
        (held,) = (one for one in self.manifest.tables if one.name == table.name)
        if set(held.columns) != set(table.columns.keys()):
            differ = ", ".join(sorted(set(held.columns) ^ set(table.columns.keys())))
            raise BackupError(
                f"the columns are not those of revision {self.manifest.schema}: {differ}",
                Location(self._path, field=held.name),
            )
        decoders = [(name, decoder(table.columns[name])) for name in held.columns]
        with self._archive.open(held.member) as member:
            for number, line in enumerate(member, start=1):
                try:
                    values = json.loads(line)
                    yield {
                        name: decode(value)
                        for (name, decode), value in zip(decoders, values, strict=True)
                    }
                except (ValueError, TypeError) as error:
                    # Without the value: it may be a resident's words.
                    raise BackupError(
                        f"a row does not hold: {type(error).__name__}",
                        Location(self._path, number, held.member),
                    ) from None

    def _check(self, table: TableManifest) -> None:
        digest, rows = hashlib.sha256(), 0
        with self._archive.open(table.member) as member:
            while part := member.read(1 << 20):
                digest.update(part)
                rows += part.count(b"\n")
        if (digest.hexdigest(), rows) != (table.sha256, table.rows):
            raise BackupError(
                f"the rows are not those that were written: {rows} with SHA-256 "
                f"{digest.hexdigest()}, not {table.rows} with {table.sha256}",
                Location(self._path, field=table.member),
            )


@contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """A backup, checked. Raises BackupError for a file that is none, is damaged or is too new."""
    try:
        with ZipFile(path) as archive:
            yield BackupFile(path, archive)
    except OSError as error:
        raise BackupError(f"the file cannot be read: {error.strerror}", Location(path)) from error
    except (BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError) as error:
        raise BackupError(
            f"the file is no backup, or is damaged: {type(error).__name__}", Location(path)
        ) from error
