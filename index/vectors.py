"""Vectors once made are kept: by text, role and model, outside the checkout.

A SQLite file for each model. Losing it costs minutes, never correctness: whatever is wrong with it,
the vectors are made again.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from index.embedding import Vectors

_log = logging.getLogger(__name__)

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"
_BUSY_SECONDS = 30  # another build may be writing; a batch is written in milliseconds
_LOOKUP_KEYS = 500  # SQLite allows 999 parameters in old builds
_UNIT_TOLERANCE = 1e-3  # float32 rounding


def default_cache_folder() -> Path:
    """`$XDG_CACHE_HOME/madoguchi/vectors`, or `~/.cache/madoguchi/vectors`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "madoguchi" / "vectors"


class VectorCache:
    """The vectors of one model in a folder; several processes may read and write at once."""

    def __init__(self, folder: Path, identity: str) -> None:
        name = hashlib.sha256(identity.encode()).hexdigest()[:16]
        self.file = folder / f"{name}.sqlite3"

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors that are known and sound, by key; an unreadable cache knows none."""
        if not self.file.exists():
            return {}
        found: dict[bytes, Vectors] = {}
        try:
            with self._open() as database:
                for start in range(0, len(keys), _LOOKUP_KEYS):
                    wanted = keys[start : start + _LOOKUP_KEYS]
                    marks = ",".join("?" * len(wanted))
                    rows = database.execute(
                        f"SELECT key, vector FROM vectors WHERE key IN ({marks})", wanted
                    )
                    for key, blob in rows:
                        if (vector := _sound(blob)) is not None:
                            found[key] = vector
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            return {}
        return found

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Keep vectors; a cache that cannot be written is only reported."""
        rows = [(key, np.asarray(vector, dtype="<f4").tobytes()) for key, vector in vectors.items()]
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as database, database:
                database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.file, timeout=_BUSY_SECONDS)) as database:
            # Not a write-ahead log: changing to one is refused, without any waiting, while another
            # has the file open, and whatever that writer held was not kept.
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute(_SCHEMA)
            yield database

    def _give_up(self, error: Exception) -> None:
        """Report, and move a damaged file out of the way so that the next build starts afresh."""
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error,
            sqlite3.OperationalError,  # locked, read-only, disk full: not damaged
        )
        if not damaged:
            _log.warning("vector cache %s: %s; vectors are not kept", self.file, error)
            return
        _log.warning("vector cache %s is damaged (%s) and was set aside", self.file, error)
        for suffix in ("", "-wal", "-shm"):
            part = self.file.with_name(self.file.name + suffix)
            if part.exists():
                part.replace(part.with_name(part.name + ".damaged"))


def _sound(blob: object) -> Vectors | None:
    if not isinstance(blob, bytes) or not blob or len(blob) % 4:
        return None
    vector = np.frombuffer(blob, dtype="<f4").astype(np.float32)
    return vector if abs(float(np.linalg.norm(vector)) - 1) < _UNIT_TOLERANCE else None
