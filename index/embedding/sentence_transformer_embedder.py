"""Any sentence-transformers model as an Embedder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embedding.embedder import Vectors
from knowledge.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Texts given to the model at once: enough for every core, few enough to keep memory flat.
_BATCH_TEXTS = 32
# Files up to this size are hashed whole; of weights, size and both ends tell versions apart.
_HASHED_BYTES = 1 << 20
# A unit vector's length may differ from 1 by float32 rounding only.
_LENGTH_TOLERANCE = 1e-3


class SentenceTransformerEmbedder:
    """Encodes through sentence-transformers; adds prefixes, checks shape and length.

    query_prefix, passage_prefix   put before every question and passage; what the model expects
    """

    def __init__(
        self, model: SentenceTransformer, name: str, query_prefix: str, passage_prefix: str
    ) -> None:
        self._model = model
        self._prefixes = (query_prefix, passage_prefix)
        self.identity = f"{name} query={query_prefix!r} passage={passage_prefix!r}"
        dim = model.get_embedding_dimension()
        if dim is None:
            raise EmbeddingError(f"the model {name!r} does not tell the length of its vectors")
        self.dim = int(dim)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, self._prefixes[0])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._encode(texts, self._prefixes[1])

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        try:
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
        if vectors.shape != (count, self.dim):
            raise EmbeddingError(
                f"{self.identity}: expected shape {(count, self.dim)}, got {vectors.shape}"
            )
        lengths = np.linalg.norm(vectors, axis=1)
        if not np.all(np.abs(lengths - 1) < _LENGTH_TOLERANCE):
            raise EmbeddingError(f"{self.identity}: a vector has the length {lengths.min():.4f}")
        return np.ascontiguousarray(vectors)


def folder_digest(folder: Path) -> str:
    """A short digest of a model folder's files, so that other weights are another model."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()} {size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(_HASHED_BYTES))
            if size > _HASHED_BYTES:
                stream.seek(max(_HASHED_BYTES, size - _HASHED_BYTES))
                digest.update(stream.read())
    return digest.hexdigest()[:12]
