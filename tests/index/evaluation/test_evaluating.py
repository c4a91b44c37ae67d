from __future__ import annotations

import json
from math import log2
from pathlib import Path
from typing import Any

import pytest

from index import IndexSettings, Models
from index.evaluation import evaluate_retrieval
from index.evaluation.measures import figures
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import GlossaryTerm


@pytest.fixture
def glossary(knowledge: KnowledgeBase, tmp_path: Path) -> Path:
    """A collection of real text: the glossary of a plan, its terms asked for."""
    folder = tmp_path / "collection"
    folder.mkdir()
    terms = knowledge.records("toride-4", GlossaryTerm)
    documents = [{"id": str(n), "title": "", "text": one.definition} for n, one in enumerate(terms)]
    queries = [{"id": f"q{n}", "text": f"{one.term}とは何ですか"} for n, one in enumerate(terms)]
    for name, rows in (("corpus", documents), ("queries", queries)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    relevant = "".join(f"q{n}\t{n}\t1\n" for n in range(len(terms)))
    (folder / "qrels.tsv").write_text(relevant, encoding="utf-8")
    return folder


def test_figures_by_hand() -> None:
    relevant = {"a": {"1": 1}, "b": {"2": 1, "3": 1}, "c": {"4": 1}}
    found = figures(
        relevant,
        [("a", ["9", "1"]), ("b", ["2", "9", "8", "7", "3"]), ("c", [])],
    )
    assert found["Hit@1"] == pytest.approx(1 / 3)
    assert found["Hit@3"] == pytest.approx(2 / 3)
    assert found["Hit@10"] == pytest.approx(2 / 3)
    assert found["Recall@10"] == pytest.approx(2 / 3)
    assert found["MRR@10"] == pytest.approx((1 / 2 + 1 + 0) / 3)
    second = (1 + 1 / log2(6)) / (1 + 1 / log2(3))
    assert found["nDCG@10"] == pytest.approx((1 / log2(3) + second) / 3)


def test_the_real_search_is_measured(glossary: Path, models: Models) -> None:
    report = evaluate_retrieval(glossary, embedder=models.reader)
    assert set(report.figures) == {"lexical", "dense", "fused"}
    assert (report.documents, report.questions) == (55, 55)
    fused = report.figures["fused"]
    assert fused["Hit@1"] <= fused["Hit@3"] <= fused["Hit@10"] == fused["Recall@10"]
    assert fused["Hit@10"] > 0.8
    assert report.fused_beats_both == all(
        fused[name] > report.figures[leg][name]
        for leg in ("lexical", "dense")
        for name in ("nDCG@10", "Recall@10", "MRR@10")
    )


def test_a_second_run_embeds_nothing_and_finds_the_same(
    glossary: Path, tmp_path: Path, word_embedder: Any
) -> None:
    settings = IndexSettings(cache_folder=tmp_path / "vectors")
    first = evaluate_retrieval(glossary, settings, embedder=word_embedder)
    asked = word_embedder.asked
    again = evaluate_retrieval(glossary, settings, embedder=word_embedder)
    assert word_embedder.asked == asked
    assert again.figures == first.figures
