"""How much of the float model a packed one keeps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from index.embedding.matcher_module import load_matcher
from index.training.card import Fidelity
from knowledge.errors import TrainingError

_TEXTS = 500
# Below it the order of near-twins begins to change.
_LEAST_COSINE = 0.99


def fidelity(model: SentenceTransformer, folder: Path, questions: Sequence[str]) -> Fidelity:
    """Compare on up to 500 of the questions, spread evenly.

    Raises TrainingError where a vector has a cosine under 0.99 with the float model's.
    """
    count = min(_TEXTS, len(questions))
    chosen = [questions[at * len(questions) // count] for at in range(count)]
    own, packed = (
        one.encode(chosen, prompt_name="query", normalize_embeddings=True, show_progress_bar=False)
        for one in (model.eval(), load_matcher(folder))
    )
    cosines = np.sum(np.asarray(own) * np.asarray(packed), axis=1)
    worst = int(np.argmin(cosines))
    if cosines[worst] < _LEAST_COSINE:
        raise TrainingError(
            f"8 bits are too few: cosine {cosines[worst]:.4f} with the float model for "
            f"{chosen[worst]!r}, at least {_LEAST_COSINE} is needed"
        )
    return Fidelity(count, float(cosines[worst]), float(cosines.mean()))
