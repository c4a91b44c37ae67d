"""Small real parts for tests of the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from index.embedding import Models, Vectors
from index.tokens import Tokenizer
from knowledge.knowledgebase import KnowledgeBase


class WordEmbedder:
    """Words hashed into a vector: real enough to rank by, quick enough to build with."""

    identity = "words"

    def __init__(self) -> None:
        self.asked = 0
        self._tokenizer = Tokenizer()

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        self.asked += len(texts)
        vectors = np.full((len(texts), 64), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for token in self._tokenizer.tokens(text):
                vectors[row, sum(token.encode()) % 64] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def word_embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def word_models(word_embedder: WordEmbedder) -> Models:
    """Words for questions and texts alike."""
    return Models(word_embedder, word_embedder)


@pytest.fixture(scope="session")
def two_plans(knowledge: KnowledgeBase) -> KnowledgeBase:
    """常総 and 小山 alone: the smallest plans, of two cities."""
    kept = {"joso-3", "oyama-3"}
    return replace(
        knowledge,
        plans=tuple(plan for plan in knowledge.plans if plan.id in kept),
        sources={key: one for key, one in knowledge.sources.items() if key in kept},
        readings={key: one for key, one in knowledge.readings.items() if key in kept},
        faq=tuple(entry for entry in knowledge.faq if entry.plan_id in kept),
    )
