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
    """What is known of the first candidates; each speaks for or against in one direction only.

    meaning     cosine of the question with the nearest form, title or text of the first, -1..1
    nearest     the same over all candidates looked at
    coverage    weighted share of the question's content words the best covering of the first five
                speaks of, 0..1; 1 in other languages, whose words say nothing of Japanese text
    unheard     share of the content words that nothing we hold speaks of, 0..1; 0 likewise
    particular_missing  1 where a price, hour, phone, name ... is wanted and none of the first five
                that speak of the matter holds one
    fact_missing        the same for any other sort of fact, and for 何 with a counter
    number_missing      1 where a number the question names stands in none of the first five
    years, kind  agreement of the first, -1..1
    """

    meaning: float
    nearest: float
    coverage: float
    unheard: float
    particular_missing: float
    fact_missing: float
    number_missing: float
    years: float
    kind: float


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
