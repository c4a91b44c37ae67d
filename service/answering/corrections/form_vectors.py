"""Vectors of the question forms of approved answers, embedded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock

from index import Searcher
from index.embedding import Vectors

# Texts kept, 1.5 KB each: more than the forms of all our own entries.
_KEPT = 16_384


class FormVectors:
    """Keeps vectors by text; shared by all that answer with the same models."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._kept: dict[str, Vectors] = {}
        self._lock = Lock()

    def of(self, texts: Iterable[str]) -> Mapping[str, Vectors]:
        """The `(dim,)` unit vectors of the matcher by text. Raises EmbeddingError."""
        wanted = sorted(set(texts))
        with self._lock:
            held = {text: self._kept[text] for text in wanted if text in self._kept}
        new = [text for text in wanted if text not in held]
        if new:
            held |= zip(new, self._searcher.matched(new), strict=True)
            with self._lock:
                self._kept |= {text: held[text] for text in new}
                for oldest in list(self._kept)[: max(0, len(self._kept) - _KEPT)]:
                    del self._kept[oldest]
        return held
