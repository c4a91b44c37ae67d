from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from index.cached_embedder import CachedEmbedder

TEXTS = ["住民票", "図書館の予約", "住民票", "税"]


def test_each_text_is_embedded_once_and_then_known(word_embedder: Any, tmp_path: Path) -> None:
    expected = word_embedder.passages(TEXTS)
    word_embedder.asked = 0
    first = CachedEmbedder(word_embedder, tmp_path)
    assert np.array_equal(first.passages(TEXTS), expected)
    assert (word_embedder.asked, first.embedded, first.cached) == (3, 3, 0)
    again = CachedEmbedder(word_embedder, tmp_path)
    assert np.array_equal(again.passages(TEXTS), expected)
    assert (word_embedder.asked, again.embedded, again.cached) == (3, 0, 3)


def test_a_question_is_no_passage(word_embedder: Any, tmp_path: Path) -> None:
    model = CachedEmbedder(word_embedder, tmp_path)
    model.passages(TEXTS)
    model.queries(TEXTS)
    assert word_embedder.asked == 6


def test_progress_reaches_the_number_of_texts(word_embedder: Any, tmp_path: Path) -> None:
    for _ in range(2):
        told: list[int] = []
        CachedEmbedder(word_embedder, tmp_path, told.append).queries(
            [f"質問{number}" for number in range(600)]
        )
        assert sum(told) == 600


def test_no_texts_need_no_model(word_embedder: Any, tmp_path: Path) -> None:
    assert len(CachedEmbedder(word_embedder, tmp_path).queries([])) == 0
    assert word_embedder.asked == 0
