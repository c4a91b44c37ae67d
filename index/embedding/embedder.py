"""What the index asks of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Texts to unit vectors; prefixes and prompts are the embedder's business, not the caller's."""

    @property
    def identity(self) -> str:
        """Model, version and prefixes: equal identities give equal vectors for equal texts."""
        ...

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Questions and question forms as `(n, dim)` float32, L2-normalised.

        Raises EmbeddingError when the model fails or gives anything else.
        """
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Texts that are searched in as `(n, dim)` float32, L2-normalised; raises alike."""
        ...
