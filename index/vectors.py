"""Vectors once made are kept: by text, role and model, outside the checkout.

A SQLite file for each model. Losing it costs minutes, never correctness: whatever is wrong with it,
the vectors are made again.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors

_log = logging.getLogger(__name__)

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
_BUSY_SECONDS = 30  # another build may be writing; a batch is written in milliseconds
_LOOKUP_KEYS = 500  # SQLite allows 999 parameters in old builds
_BATCH_TEXTS = 256  # written at once: an interrupted build loses seconds of work
_UNIT_TOLERANCE = 1e-3


class Role(StrEnum):
    """What a text is to the embedder; the same text has another vector in each role."""

    QUERY = "query"
    PASSAGE = "passage"


Progress = Callable[[int], None]  # told how many more texts have their vectors


def default_cache_folder() -> Path:
    """`$XDG_CACHE_HOME/madoguchi/vectors`, or `~/.cache/madoguchi/vectors`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "madoguchi" / "vectors"


class VectorCache:
    """The vectors of one model in a folder; several processes may read and write at once."""

    def __init__(self, folder: Path, identity: str, dim: int) -> None:
        self._dim = dim
        name = hashlib.sha256(f"{identity} {dim}".encode()).hexdigest()[:16]
        self._file = folder / f"{name}.sqlite3"

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors that are known and sound, by key; an unreadable cache knows none."""
        if not self._file.exists():
            return {}
        found: dict[bytes, Vectors] = {}
        try:
            with self._open() as database:
                for start in range(0, len(keys), _LOOKUP_KEYS):
                    wanted = keys[start : start + _LOOKUP_KEYS]
                    marks = ",".join("?" * len(wanted))
                    rows = database.execute(
                        f"SELECT key, vector FROM vectors WHERE key IN ({marks})",  # noqa: S608
                        wanted,
                    )
                    for key, blob in rows:
                        if (vector := self._vector(blob)) is not None:
                            found[key] = vector
        except sqlite3.DatabaseError as error:
            self._set_aside(error)
            return {}
        return found

    def put(self, vectors: Mapping[bytes, Vectors]) -> None:
        """Keep vectors; a cache that cannot be written is only reported."""
        rows = [(key, np.asarray(vector, dtype="<f4").tobytes()) for key, vector in vectors.items()]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as database, database:
                database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except (sqlite3.Error, OSError) as error:
            _log.warning("vector cache %s: %s; the vectors are not kept", self._file, error)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=_BUSY_SECONDS)) as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            database.execute(_SCHEMA)
            yield database

    def _vector(self, blob: object) -> Vectors | None:
        if not isinstance(blob, bytes) or len(blob) != self._dim * 4:
            return None
        vector = np.frombuffer(blob, dtype="<f4").astype(np.float32)
        return vector if abs(float(np.linalg.norm(vector)) - 1) < _UNIT_TOLERANCE else None

    def _set_aside(self, error: sqlite3.DatabaseError) -> None:
        """Move a damaged file out of the way so that the next build starts a sound one."""
        if isinstance(error, sqlite3.OperationalError):  # locked or not readable: not damaged
            _log.warning("vector cache %s: %s", self._file, error)
            return
        _log.warning("vector cache %s is damaged (%s) and was set aside", self._file, error)
        for suffix in ("", "-wal", "-shm"):
            part = self._file.with_name(self._file.name + suffix)
            try:
                part.replace(part.with_name(part.name + ".damaged"))
            except OSError:
                part.unlink(missing_ok=True)


class CachedEmbedder:
    """An embedder that asks the cache first. `cached` and `embedded` count texts so far."""

    def __init__(self, embedder: Embedder, folder: Path, progress: Progress | None = None) -> None:
        self._embedder = embedder
        self._cache = VectorCache(folder, embedder.identity, embedder.dim)
        self._progress = progress or (lambda _: None)
        self.identity = embedder.identity
        self.dim = embedder.dim
        self.cached = 0
        self.embedded = 0

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, Role.QUERY)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, Role.PASSAGE)

    def _encode(self, texts: Sequence[str], role: Role) -> Vectors:
        keys = [_key(text, role) for text in texts]
        text_of = dict(zip(keys, texts, strict=True))
        known = self._cache.get(list(text_of))
        missing = [key for key in text_of if key not in known]
        self.cached += len(known)
        self._progress(len(texts) - len(missing))
        # Like lengths together: the model's cores then finish a batch at the same time.
        missing.sort(key=lambda key: (len(text_of[key]), key))
        encode = self._embedder.queries if role is Role.QUERY else self._embedder.passages
        for start in range(0, len(missing), _BATCH_TEXTS):
            batch = missing[start : start + _BATCH_TEXTS]
            made = dict(zip(batch, encode([text_of[key] for key in batch]), strict=True))
            self._cache.put(made)
            known.update(made)
            self.embedded += len(batch)
            self._progress(len(batch))
        if not keys:
            return np.empty((0, self.dim), dtype=np.float32)
        return np.stack([known[key] for key in keys])


def _key(text: str, role: Role) -> bytes:
    return hashlib.sha256(f"{role}\n{text}".encode()).digest()
