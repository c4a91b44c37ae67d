"""What each part of the search is worth: the same questions with parts taken away.

Every question is answered by the whole counter; only the models, the legs of the ranking and the
FAQ entries differ, and nothing is withheld for lack of confidence, so that the ranking alone shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from index import (
    IndexSettings,
    ModelChoice,
    Searcher,
    build,
    load_models,
    open_index,
    progress_bar,
)
from index.evaluation import evaluate_retrieval
from index.results import Leg
from index.settings import FusionSettings
from knowledge.knowledgebase import KnowledgeBase
from service.answering.settings import AnsweringSettings
from service.counter import Counter
from service.evaluation.asking import ask_counter
from service.evaluation.figures import figures
from service.evaluation.judging import judge
from service.evaluation.questions import EvaluationQuestion

# Which models stand for which row of the table.
MODELS: Mapping[str, str] = MappingProxyType({"base": "reader", "tuned": "matcher"})
_LEXICAL = frozenset({Leg.TEXT_LEXICAL})
# No leg of a side may be left without any: a side without scores would win or lose by chance.
LEGS: Mapping[str, frozenset[Leg]] = MappingProxyType(
    {"lexical": _LEXICAL, "dense": frozenset(Leg) - _LEXICAL, "fused": frozenset(Leg)}
)


@dataclass(frozen=True, slots=True)
class Ablation:
    """One row: shares 0..1 of the answerable questions whose evidence stands in the first and in
    one of the first three citations.
    """

    models: str
    forms: bool
    legs: str
    first: float | None
    three: float | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One row on a foreign collection, where only passages can be found: Hit@1 by leg, 0..1."""

    models: str
    figures: Mapping[str, float]


def ablations(
    knowledge: KnowledgeBase,
    questions: Sequence[EvaluationQuestion],
    settings: IndexSettings,
    folder: Path,
) -> Iterator[Ablation]:
    """Every combination of models, entries and legs; indexes are built under `folder`."""
    bare = replace(knowledge, faq=())
    for name, model in MODELS.items():
        own = replace(settings, model=ModelChoice(model))
        models = load_models(own.model)
        for forms, known in ((True, knowledge), (False, bare)):
            root = folder / f"{name}-{forms}"
            build(known, own, root, progress_bar, models)
            index = open_index(root)
            for legs, kept in LEGS.items():
                fusion = _only(own.fusion, kept)
                searcher = Searcher(index, models, replace(own, fusion=fusion))
                counter = Counter(known, searcher, AnsweringSettings(min_confidence=0), date.today)
                rows = [
                    (question, reply := ask_counter(counter, question), judge(question, reply))
                    for question in questions
                ]
                found = figures(rows, {})
                yield Ablation(name, forms, legs, found.cite_at_1.value, found.cite_at_3.value)


def elsewhere(collection: Path, settings: IndexSettings) -> Iterator[Elsewhere]:
    """The collection with the base, with the tuned search (whose reader is the base), and with the
    matcher in the reader's place, which shows what the tuning forgot.
    """
    tuned = load_models(ModelChoice(MODELS["tuned"]))
    readers = {
        "base": load_models(ModelChoice(MODELS["base"])).reader,
        "tuned": tuned.reader,
        "matcher alone": tuned.matcher,
    }
    for name, reader in readers.items():
        report = evaluate_retrieval(collection, settings, progress_bar, reader)
        hits = {leg: own["Hit@1"] for leg, own in report.figures.items()}
        yield Elsewhere(name, MappingProxyType(hits))


def _only(fusion: FusionSettings, kept: frozenset[Leg]) -> FusionSettings:
    """The fusion with the weights of other legs at nothing; what is kept weighs as before."""
    return replace(
        fusion,
        entry_weights=_without(fusion.entry_weights, kept),
        passage_weights=_without(fusion.passage_weights, kept),
    )


def _without(weights: Mapping[Leg, float], kept: frozenset[Leg]) -> Mapping[Leg, float]:
    return MappingProxyType({leg: one if leg in kept else 0.0 for leg, one in weights.items()})
