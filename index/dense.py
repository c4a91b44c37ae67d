"""The dense leg: cosine by FAISS, exact."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors

# Below any cosine: a range search from here gives every text, in order, without sorting.
_EVERYTHING = -2.0


class DenseIndex:
    """Cosines of every text with a question's vector; immutable, safe to share."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> DenseIndex:
        """From `(n, dim)` unit vectors; inner products of unit vectors are cosines."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def scores(self, vector: Vectors) -> NDArray[np.float32]:
        """`(n,)` float32 cosines for one `(dim,)` unit vector.

        Raises ValueError for a vector of another length than the index was made with.
        """
        found = np.zeros(len(self), dtype=np.float32)
        if not len(self):
            return found
        if vector.shape != (self._index.d,):
            raise ValueError(f"a vector of shape {vector.shape}, the index has {self._index.d}")
        _, cosines, rows = self._index.range_search(vector[np.newaxis, :], _EVERYTHING)
        found[rows] = cosines
        return found

    def save(self, file: Path) -> None:
        """Write to a file."""
        faiss.write_index(self._index, str(file))

    @classmethod
    def load(cls, file: Path, size: int) -> DenseIndex:
        """Read what `save` wrote. Raises RuntimeError or ValueError for anything else."""
        index = faiss.read_index(str(file))
        if index.ntotal != size:
            raise ValueError(f"{file.name} holds {index.ntotal} vectors, not {size}")
        return cls(index)
