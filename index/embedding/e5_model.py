"""Any module that embeds as E5 does, as a model of sentence-transformers."""

from __future__ import annotations

from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from index.embedding.model_choice import BUNDLED_PASSAGE, BUNDLED_QUERY


def e5_model(module: InputModule) -> SentenceTransformer:
    """The module as a model of its own, with E5's prompts, on the CPU."""
    return SentenceTransformer(
        modules=[module],
        prompts={"query": BUNDLED_QUERY, "passage": BUNDLED_PASSAGE},
        device="cpu",
    )
