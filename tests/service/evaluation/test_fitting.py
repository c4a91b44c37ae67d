"""Holding forms out, and fitting the confidence on what was observed."""

from __future__ import annotations

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.answering.confidence import Signals, features, probability
from service.answering.settings import AnsweringSettings
from service.evaluation.fitting import Observed, fit
from service.evaluation.held_out import thinned


def test_one_form_of_each_entry_is_held_out_and_nothing_else_changes(
    knowledge: KnowledgeBase,
) -> None:
    less, asked = thinned(knowledge)
    assert len(less.faq) == len(knowledge.faq)
    assert len(asked) > 0.95 * len(knowledge.faq)
    kept = {entry.id: entry for entry in less.faq}
    held = {one.entry_id: one for one in asked}
    for entry in knowledge.faq:
        if entry.id in held:
            out = held[entry.id]
            assert out.question in entry.forms
            assert set(kept[entry.id].forms) == set(entry.forms) - {out.question}
            assert out.spans == entry.spans
        else:
            assert kept[entry.id] == entry


def test_every_register_is_held_out(knowledge: KnowledgeBase) -> None:
    _, asked = thinned(knowledge)
    forms = {entry.id: entry.forms for entry in knowledge.faq}
    places = {forms[one.entry_id].index(one.question) for one in asked}
    assert places >= set(range(8))


def signals(meaning: float, missing: float) -> Signals:
    return Signals(meaning, meaning, 0.8, 0.0, missing, 0.0, 0.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def observed() -> list[Observed]:
    near = [
        Observed(f"a{i}", signals(0.90 + i / 1000, 0.0), right=i % 3 > 0, answerable=True)
        for i in range(60)
    ]
    far = [
        Observed(f"u{i}", signals(0.80 + i / 1000, float(i % 2)), right=False, answerable=False)
        for i in range(40)
    ]
    return near + far


def test_a_fit_tells_the_two_apart(observed: list[Observed]) -> None:
    found = fit(observed)
    assert found.area > 0.9
    assert found.refused > 0.8
    assert found.abstained < 0.2
    assert found.first == pytest.approx(40 / 60)
    assert len(found.weights) == len(features(observed[0].signals))
    assert sum(line.questions for line in found.reliability) == len(observed)


def test_the_fitted_weights_are_what_the_settings_take(observed: list[Observed]) -> None:
    found = fit(observed)
    settings = AnsweringSettings(confidence_bias=found.bias, confidence_weights=found.weights)
    sure, unsure = (probability(signals(m, w), settings) for m, w in ((0.95, 0.0), (0.86, 1.0)))
    assert 0 <= unsure < 0.5 < sure <= 1


def test_signals_and_shipped_weights_are_as_many() -> None:
    assert len(AnsweringSettings().confidence_weights) == len(features(signals(0.9, 0.0)))
