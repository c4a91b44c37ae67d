"""Fitting the confidence on what was observed."""

from __future__ import annotations

import pytest

from service.answering.confidence import Signals, features, probability
from service.answering.settings import AnsweringSettings
from service.evaluation.fitting import Kind, Observed, fit


def signals(near: float, missing: float) -> Signals:
    return Signals(
        form=near,
        familiarity=near,
        answer_lead=near - 0.8,
        passages=1 - near,
        text=near,
        lead=1.0,
        coverage=0.8,
        unheard=0.0,
        particular_missing=missing,
        fact_missing=0.0,
        number_missing=0.0,
        years=0.0,
        kind=0.0,
    )


@pytest.fixture(scope="module")
def observed() -> list[Observed]:
    near = [
        Observed(Kind.HELD_OUT, signals(0.90 + i / 1000, 0.0), first=i % 3 > 0, answered=True)
        for i in range(60)
    ]
    hidden = [Observed(Kind.HIDDEN, signals(0.85 + i / 1000, 0.0)) for i in range(60)]
    far = [
        Observed(kind, signals(0.80 + i / 1000, float(i % 2)))
        for i in range(40)
        for kind in (Kind.UNANSWERABLE, Kind.UNSEEN)
    ]
    settled = [Observed(Kind.UNANSWERABLE, None), Observed(Kind.UNSEEN, None)]
    return near + hidden + far + settled


@pytest.mark.parametrize("entries", [True, False])
def test_a_fit_tells_the_two_apart(observed: list[Observed], entries: bool) -> None:
    found = fit(observed, entries=entries)
    assert found.area > 0.9
    assert found.area_unseen > 0.9
    assert found.refused > 0.8
    assert found.refused_unseen > 0.8
    assert found.abstained < 0.2
    assert found.first == pytest.approx(40 / 60)
    assert len(found.logistic.weights) == len(features(signals(0.9, 0.0), entries=entries))
    fitted_on = [one for one in observed if one.signals and one.kind is not Kind.UNSEEN]
    assert sum(line.questions for line in found.reliability) == len(fitted_on)


def test_questions_never_fitted_on_do_not_move_the_fit(observed: list[Observed]) -> None:
    without = [one for one in observed if one.kind is not Kind.UNSEEN]
    other = [Observed(Kind.UNSEEN, signals(0.99, 0.0)) for _ in range(40)]
    assert fit(without + other).logistic == fit(observed).logistic
    assert fit(without + other).area_unseen < 0.1


def test_what_was_settled_before_the_search_counts_as_refused(observed: list[Observed]) -> None:
    settled = [Observed(Kind.UNSEEN, None)] * 40
    found = fit([one for one in observed if one.kind is not Kind.UNSEEN] + settled)
    assert (found.area_unseen, found.refused_unseen) == (1.0, 1.0)


@pytest.mark.parametrize("entries", [True, False])
def test_the_fitted_weights_are_what_the_settings_take(
    observed: list[Observed], entries: bool
) -> None:
    found = fit(observed, entries=entries).logistic
    settings = AnsweringSettings(confidence=found, confidence_without_entries=found)
    sure, unsure = (
        probability(signals(near, missing), settings, entries=entries)
        for near, missing in ((0.95, 0.0), (0.80, 1.0))
    )
    assert 0 <= unsure < 0.5 < sure <= 1


def test_signals_and_shipped_weights_are_as_many() -> None:
    settings, one = AnsweringSettings(), signals(0.9, 0.0)
    assert len(settings.confidence.weights) == len(features(one, entries=True))
    without = settings.confidence_without_entries.weights
    assert len(without) == len(features(one, entries=False))


def test_moving_a_signal_moves_the_probability_the_way_it_should() -> None:
    settings = AnsweringSettings()
    near, far = (probability(signals(one, 0.0), settings, entries=True) for one in (0.9, 0.4))
    assert far < near
    assert probability(signals(0.9, 1.0), settings, entries=True) < near
