"""Any sentence-transformers model as an Embedder."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from index.embedding.embedder import Vectors
from knowledge.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Texts given to the model at once: enough for every core, few enough to keep memory flat.
_BATCH_TEXTS = 128
# A unit vector's length may differ from 1 by float32 rounding only.
_LENGTH_TOLERANCE = 1e-3


class SentenceTransformerEmbedder:
    """Encodes through sentence-transformers; adds prefixes, checks shape and length.

    identity                       see Embedder
    query_prefix, passage_prefix   put before every question and passage; what the model expects

    One call at a time: a model uses every core by itself, and not every engine allows two.
    """

    def __init__(
        self, model: SentenceTransformer, identity: str, query_prefix: str, passage_prefix: str
    ) -> None:
        self._model = model
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self._dim = model.get_embedding_dimension()
        self._turn = threading.Lock()
        self.identity = identity

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, self._query_prefix)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, self._passage_prefix)

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.empty((0, self._dim or 0), dtype=np.float32)
        try:
            with self._turn:
                vectors = self._model.encode(
                    list(texts),
                    prompt=prefix,
                    batch_size=_BATCH_TEXTS,
                    normalize_embeddings=True,
                    convert_to_numpy=True,
                    show_progress_bar=False,
                )
        except Exception as error:  # a model may fail in any way; the caller needs one
            raise EmbeddingError(f"{self.identity}: {error}") from error
        return self._checked(np.asarray(vectors, dtype=np.float32), len(texts))

    def _checked(self, vectors: Vectors, count: int) -> Vectors:
        if vectors.ndim != 2 or len(vectors) != count or self._dim not in (None, vectors.shape[1]):
            raise EmbeddingError(
                f"{self.identity}: expected {count} vectors of length {self._dim}, "
                f"got an array of shape {vectors.shape}"
            )
        lengths = np.linalg.norm(vectors, axis=1)
        if not np.all(np.abs(lengths - 1) < _LENGTH_TOLERANCE):  # also false for NaN
            worst = lengths[np.argmax(np.abs(lengths - 1))]
            raise EmbeddingError(f"{self.identity}: a vector has the length {worst:.4f}, not 1")
        return np.ascontiguousarray(vectors)
