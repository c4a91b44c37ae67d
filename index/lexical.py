"""The lexical leg: BM25 by bm25s."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.settings import Bm25Settings

Scores = NDArray[np.float32]


class LexicalIndex:
    """BM25 scores of every text for a question's terms; immutable, safe to share."""

    def __init__(self, size: int, engine: bm25s.BM25 | None) -> None:
        self._size = size
        self._engine = engine  # None where no text holds any term

    @classmethod
    def build(cls, texts: Sequence[Sequence[str]], settings: Bm25Settings) -> LexicalIndex:
        """From the terms of each text, in the order that `scores` will have."""
        if not any(texts):
            return cls(len(texts), None)
        engine = bm25s.BM25(k1=settings.k1, b=settings.b, method="lucene", backend="numpy")
        engine.index([list(terms) for terms in texts], show_progress=False)
        return cls(len(texts), engine)

    def scores(self, terms: Sequence[str]) -> Scores:
        """`(number of texts,)` float32, >= 0; terms no text holds add nothing."""
        if self._engine is not None:
            known = [term for term in terms if term in self._engine.vocab_dict]
            if known:
                return np.asarray(self._engine.get_scores(known), dtype=np.float32)
        return np.zeros(self._size, dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write into a folder of its own."""
        folder.mkdir(parents=True)
        if self._engine is not None:
            self._engine.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> LexicalIndex:
        """Read what `save` wrote. Raises OSError or ValueError for anything else."""
        if not any(folder.iterdir()):
            return cls(size, None)
        engine = bm25s.BM25.load(folder, load_corpus=False)
        if engine.scores["num_docs"] != size:
            raise ValueError(f"{folder.name} holds {engine.scores['num_docs']} texts, not {size}")
        return cls(size, engine)
