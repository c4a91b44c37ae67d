"""An embedder that asks the vector cache first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

import numpy as np

from index.embedding import Embedder, Vectors
from index.vectors import VectorCache

# Written at once: an interrupted build loses seconds of work.
_BATCH_TEXTS = 256


class Role(StrEnum):
    """What a text is to the embedder; the same text has another vector in each role."""

    QUERY = "query"
    PASSAGE = "passage"


class CachedEmbedder:
    """`cached` and `embedded` count the different texts so far.

    advance   told after each batch for how many more texts there are vectors
    """

    def __init__(
        self, embedder: Embedder, folder: Path, advance: Callable[[int], None] | None = None
    ) -> None:
        self._embedder = embedder
        self._cache = VectorCache(folder, embedder.identity)
        self._advance = advance or (lambda _: None)
        self.identity = embedder.identity
        self.cached = 0
        self.embedded = 0

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, Role.QUERY)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, Role.PASSAGE)

    def _encode(self, texts: Sequence[str], role: Role) -> Vectors:
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        keys = [_key(text, role) for text in texts]
        text_of = dict(zip(keys, texts, strict=True))
        known = self._cache.get(list(text_of))
        missing = [key for key in text_of if key not in known]
        self.cached += len(known)
        self._advance(len(texts) - len(missing))
        # Like lengths together: the model's cores then finish a batch at the same time.
        missing.sort(key=lambda key: (len(text_of[key]), key))
        for start in range(0, len(missing), _BATCH_TEXTS):
            batch = missing[start : start + _BATCH_TEXTS]
            vectors = self._encode_anew([text_of[key] for key in batch], role)
            made = dict(zip(batch, vectors, strict=True))
            self._cache.put(made)
            known.update(made)
            self.embedded += len(batch)
            self._advance(len(batch))
        return np.stack([known[key] for key in keys])

    def _encode_anew(self, texts: Sequence[str], role: Role) -> Vectors:
        if role is Role.QUERY:
            return self._embedder.queries(texts)
        return self._embedder.passages(texts)


def _key(text: str, role: Role) -> bytes:
    return hashlib.sha256(f"{role}\n{text}".encode()).digest()
