from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.dense import DenseIndex
from index.embedding import Vectors


@pytest.fixture
def vectors() -> Vectors:
    drawn = np.random.default_rng(0).normal(size=(50, 8)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_scores_are_cosines_in_order(vectors: Vectors) -> None:
    scores = DenseIndex.build(vectors).scores(-vectors[3])
    assert scores == pytest.approx(vectors @ -vectors[3], abs=1e-6)
    assert scores[3] == pytest.approx(-1)


def test_saved_and_loaded_it_scores_alike(vectors: Vectors, tmp_path: Path) -> None:
    index = DenseIndex.build(vectors)
    index.save(tmp_path / "index.faiss")
    again = DenseIndex.load(tmp_path / "index.faiss", 50)
    assert np.array_equal(index.scores(vectors[0]), again.scores(vectors[0]))
    with pytest.raises(ValueError, match="50 vectors, not 49"):
        DenseIndex.load(tmp_path / "index.faiss", 49)


def test_an_empty_index_scores_nothing() -> None:
    index = DenseIndex.build(np.empty((0, 8), dtype=np.float32))
    assert len(index) == len(index.scores(np.ones(8, dtype=np.float32))) == 0


def test_a_vector_of_another_length_is_refused(vectors: Vectors) -> None:
    with pytest.raises(ValueError, match="the index has 8"):
        DenseIndex.build(vectors).scores(np.ones(9, dtype=np.float32))
