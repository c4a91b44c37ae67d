from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest

from index.lexical import LexicalIndex
from index.settings import Bm25Settings

TEXTS = [("住民", "票", "交付"), ("交付", "交付", "税"), (), ("図書", "館")]


def test_scores_are_those_of_the_formula() -> None:
    settings = Bm25Settings()
    scores = LexicalIndex.build(TEXTS, settings).scores(("交付",))
    idf = log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    mean = sum(map(len, TEXTS)) / len(TEXTS)
    expected = [
        idf * tf / (tf + settings.k1 * (1 - settings.b + settings.b * len(text) / mean))
        for text, tf in zip(TEXTS, (1, 2, 0, 0), strict=True)
    ]
    assert scores == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("terms", [(), ("天気",)])
def test_unknown_words_score_nothing(terms: tuple[str, ...]) -> None:
    assert LexicalIndex.build(TEXTS, Bm25Settings()).scores(terms).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("texts", [TEXTS, [(), ()], []])
def test_saved_and_loaded_it_scores_alike(texts: list[tuple[str, ...]], tmp_path: Path) -> None:
    index = LexicalIndex.build(texts, Bm25Settings())
    index.save(tmp_path / "index")
    again = LexicalIndex.load(tmp_path / "index", len(texts))
    terms = ("交付", "館", "天気")
    assert np.array_equal(index.scores(terms), again.scores(terms))
    assert len(again.scores(terms)) == len(texts)


def test_another_size_is_refused(tmp_path: Path) -> None:
    LexicalIndex.build(TEXTS, Bm25Settings()).save(tmp_path / "index")
    with pytest.raises(ValueError, match="4 texts, not 3"):
        LexicalIndex.load(tmp_path / "index", 3)
