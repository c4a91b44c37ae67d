"""The probability that the first candidate answers the question: a logistic of a few signals.

The weights are fitted by `service.evaluation.fitting` on question forms left out of the index one
at a time, and on questions no plan answers (`tests/quality/unanswerable.jsonl`).
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from math import exp

from service.answering.settings import AnsweringSettings


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the first candidate.

    meaning   cosine of the question with the nearest form, title or text, -1..1
    gap       meaning minus that of the nearest candidate that stands elsewhere
    coverage  weighted share of the question's content words the candidate speaks of, 0..1
    wanted    1 the sort of fact wanted is there, -1 it is missing, 0 nothing particular wanted
    years     1 the years agree, -1 they differ, 0 nothing to compare
    kind      1 the kind answers such a question, -1 it does not, 0 neither
    japanese  whether the question is in Japanese: coverage says nothing of other languages
    """

    meaning: float
    gap: float
    coverage: float
    wanted: float
    years: float
    kind: float
    japanese: bool


def features(signals: Signals) -> tuple[float, ...]:
    """The signals as numbers, in the order of `AnsweringSettings.confidence_weights`."""
    return tuple(float(value) for value in astuple(signals))


def probability(signals: Signals, settings: AnsweringSettings) -> float:
    """A probability in 0..1, calibrated as the fitting tells."""
    total = settings.confidence_bias + sum(
        weight * value
        for weight, value in zip(settings.confidence_weights, features(signals), strict=True)
    )
    return 1.0 / (1.0 + exp(-total))
