"""The tokenizer of multilingual-e5-small, read by sentencepiece."""

from __future__ import annotations

from pathlib import Path

import sentencepiece


class E5Tokenizer:
    """Text to ids of pieces, with the start and end piece, in windows.

    longest  pieces of a window, start and end included: what the model has positions for
    """

    def __init__(self, path: Path, longest: int) -> None:
        """Load; raises OSError or RuntimeError for what is no sentencepiece model."""
        self._model = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self._content = longest - 2

    def windows(self, text: str) -> list[list[int]]:
        """One or more windows that cover the text without overlap; each holds ids of pieces."""
        ids = self._model.encode(text)
        starts = range(0, max(len(ids), 1), self._content)
        start, end = self._model.bos_id(), self._model.eos_id()
        return [[start, *ids[at : at + self._content], end] for at in starts]
