"""Fitting the confidence on what was observed."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from service.answering.confidence import Signals, features, probability
from service.answering.settings import AnsweringSettings
from service.evaluation.fitting import fit
from service.evaluation.observing import Kind, Observed
from service.evaluation.probing import fit_probe, folds, unseen_log_odds

DIM = 8


def signals(near: float, missing: float = 0.0, askable: float = 0.0) -> Signals:
    return Signals(
        askable=askable,
        form=near,
        form_fit=near - 0.1,
        text=near,
        lead=1.0,
        coverage=0.8,
        particular_missing=missing,
        fact_missing=0.0,
        number_missing=0.0,
        year_missing=0.0,
        years=0.0,
    )


@pytest.fixture(scope="module")
def observed() -> list[Observed]:
    noise = np.random.default_rng(1)

    def one(kind: Kind, number: int, near: float, missing: float, side: float) -> Observed:
        vector = noise.normal(size=DIM).astype(np.float32)
        vector[0] = side + 0.3 * vector[0]
        return Observed(kind, f"{number % 50}", signals(near, missing), vector, number % 3 > 0)

    return [
        *(one(Kind.HELD_OUT, n, 0.85 + n / 1000, 0.0, 1.0) for n in range(60)),
        *(one(Kind.ANSWERABLE, n, 0.83 + n / 1000, 0.0, 1.0) for n in range(60)),
        *(one(Kind.UNANSWERABLE, n, 0.80 + n / 1000, float(n % 2), -1.0) for n in range(60)),
        Observed(Kind.UNANSWERABLE, "settled", None, None),
    ]


@pytest.mark.parametrize("entries", [True, False])
def test_a_fit_tells_the_two_apart(observed: list[Observed], entries: bool) -> None:
    found = fit(observed, entries=entries)
    assert found.area > 0.9
    assert found.area_held_out > 0.9
    assert found.refused > 0.8
    assert found.abstained < (0.2 if entries else 0.5)
    assert len(found.logistic.weights) == len(features(signals(0.9), entries=entries))
    assert sum(line.questions for line in found.reliability) == 180
    assert found.probe_weights.shape == (DIM,)
    assert found.probe_weights[0] > 0


def test_a_fit_is_the_same_each_time(observed: list[Observed]) -> None:
    assert fit(observed).logistic == fit(observed).logistic


def test_what_was_settled_before_the_search_counts_as_refused(observed: list[Observed]) -> None:
    settled = [Observed(Kind.UNANSWERABLE, f"s{n}", None, None) for n in range(200)]
    assert fit(observed + settled).refused > fit(observed).refused


def test_no_group_is_parted_by_a_fold() -> None:
    groups = np.array([n % 37 for n in range(400)])
    judged: list[int] = []
    for known, held in folds(groups):
        assert not set(groups[known]) & set(groups[held])
        judged += held.tolist()
    assert sorted(judged) == list(range(400))


def test_a_probe_learns_what_parts_the_vectors_and_nothing_from_chance() -> None:
    noise = np.random.default_rng(2)
    vectors = noise.normal(size=(400, DIM))
    true, weight, groups = vectors[:, 0] > 0, np.ones(400), np.arange(400)
    weights, bias = fit_probe(vectors, true, weight)
    assert roc_auc_score(true, vectors @ weights + bias) > 0.95
    by_chance = noise.permutation(true)
    unseen = unseen_log_odds(vectors, by_chance, weight, groups)
    assert 0.3 < roc_auc_score(by_chance, unseen) < 0.7


def test_signals_and_shipped_weights_are_as_many() -> None:
    settings, one = AnsweringSettings(), signals(0.9)
    assert len(settings.confidence.weights) == len(features(one, entries=True))
    without = settings.confidence_without_entries.weights
    assert len(without) == len(features(one, entries=False))


@pytest.mark.parametrize("entries", [True, False])
def test_moving_a_signal_moves_the_probability_the_way_it_should(entries: bool) -> None:
    def sure(one: Signals) -> float:
        return probability(one, AnsweringSettings(), entries=entries)

    assert sure(signals(0.4)) < sure(signals(0.9))
    assert sure(signals(0.9, missing=1.0)) < sure(signals(0.9))
    assert sure(signals(0.9, askable=-2.0)) < sure(signals(0.9, askable=2.0))
