"""Index a collection as plans are indexed, ask its questions, and measure each leg and the fusion.

Tokens, embedder and fusion are the ones that answer residents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from index.cached_embedder import CachedEmbedder
from index.dense import DenseIndex
from index.embedding import Embedder, LazyEmbedder
from index.evaluation.collection import Collection, Document, read_collection
from index.evaluation.measures import DEPTH, figures
from index.fusion import Values, fuse, ranking
from index.lexical import LexicalIndex
from index.progress import Progress, silent
from index.results import Leg
from index.settings import IndexSettings
from index.tokens import Tokenizer

# Between title and text for the embedder; the published runs on JSQuAD do the same.
_SEPARATOR = " [SEP] "

LEXICAL, DENSE, FUSED = "lexical", "dense", "fused"


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """`figures`: by `lexical`, `dense`, `fused`, then by measure (0..1), means over questions."""

    documents: int
    questions: int
    figures: Mapping[str, Mapping[str, float]]
    seconds: float

    @property
    def fused_beats_both(self) -> bool:
        """Whether the fusion is above both legs in nDCG@10, Recall@10 and MRR@10."""
        return all(
            self.figures[FUSED][name] > self.figures[leg][name]
            for leg in (LEXICAL, DENSE)
            for name in ("nDCG@10", "Recall@10", "MRR@10")
        )


def evaluate_retrieval(
    folder: Path,
    settings: IndexSettings | None = None,
    progress: Progress = silent,
    embedder: Embedder | None = None,
) -> RetrievalReport:
    """Measure the search on `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder.

    Vectors go through the cache: a second run is quick. Raises CollectionError, EmbeddingError.
    """
    started = perf_counter()
    settings = settings or IndexSettings()
    collection = read_collection(folder)
    todo = 2 * len(collection.documents) + len(collection.questions)
    with progress("評価用の索引を作成中", todo) as advance:
        model = CachedEmbedder(
            embedder or LazyEmbedder(settings.model.reader), settings.cache_folder, advance
        )
        rankings = _rankings(collection, settings, model)
    found = {leg: figures(collection.relevant, ranked.items()) for leg, ranked in rankings.items()}
    return RetrievalReport(
        documents=len(collection.documents),
        questions=len(collection.questions),
        figures=found,
        seconds=perf_counter() - started,
    )


def _rankings(
    collection: Collection, settings: IndexSettings, model: CachedEmbedder
) -> dict[str, dict[str, list[str]]]:
    """By leg, then by question: ids of the first documents."""
    ids = np.array([one.id for one in collection.documents], dtype=np.str_)
    rankings: dict[str, dict[str, list[str]]] = {LEXICAL: {}, DENSE: {}, FUSED: {}}
    for question, scores in _scores(collection, settings, model):
        for leg, own in scores.items():
            rankings[leg][question] = [str(ids[row]) for row in ranking(own, ids)[:DEPTH]]
    return rankings


def _scores(
    collection: Collection, settings: IndexSettings, model: CachedEmbedder
) -> Iterator[tuple[str, dict[str, Values]]]:
    """Each question's id and the scores `(documents,)` of each leg."""
    documents = collection.documents
    tokenizer = Tokenizer()
    words = LexicalIndex.build(
        [tokenizer.document_terms(f"{one.title}\n{one.text}") for one in documents], settings.bm25
    )
    texts = DenseIndex.build(model.passages([_embedded(one) for one in documents]))
    titles = DenseIndex.build(model.queries([one.title or _embedded(one) for one in documents]))
    vectors = model.queries([one.text for one in collection.questions])
    for question, vector in zip(collection.questions, vectors, strict=True):
        legs = {
            Leg.TEXT_DENSE: texts.scores(vector),
            Leg.TITLE_DENSE: titles.scores(vector),
            Leg.TEXT_LEXICAL: words.scores(tokenizer.question_terms(question.text)),
        }
        fused = fuse(legs, settings.fusion.passage_weights)
        yield (
            question.id,
            {
                LEXICAL: fused.raw[Leg.TEXT_LEXICAL],
                DENSE: fused.raw[Leg.TEXT_DENSE],
                FUSED: fused.scores,
            },
        )


def _embedded(document: Document) -> str:
    return _SEPARATOR.join(part for part in (document.title, document.text) if part)
