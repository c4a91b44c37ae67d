"""The probability that an entry or passage answers the question: a logistic of a few signals.

The weights are fitted by `service.evaluation.fitting` on questions with and without an answer in
the plans (`tests/quality/`) and on question forms that neither training nor index has seen. There
are two sets: for plans with FAQ entries, where question meets question, and for plans without,
where only passages can tell.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from math import exp

from service.answering.settings import AnsweringSettings, Logistic


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the question and of the first candidates.

    askable     see ResultSet: whether plans answer such questions at all, log odds
    form        matcher's cosine with the nearest question form, -1..1
    form_fit    matcher's cosine with all forms of the first entry: 0.3 best + 0.7 mean, -1..1
    text        reader's cosine with the nearest passage, -1..1
    lead        score of the first above the best candidate of another place, 0..4
    coverage    weighted share of the question's content words the best covering of the first five
                speaks of, 0..1; 1 in other languages, whose words say nothing of Japanese text
    particular_missing  1 where a price, hour, phone, name ... is wanted and none of the first five
                that speak of the matter holds one
    fact_missing        the same for any other sort of fact, and for 何 with a counter
    number_missing      1 where a number the question names stands in none of the first five
    year_missing        1 where a year the question names is told by none of the first five
    years       agreement of the first, -1..1
    """

    askable: float
    form: float
    form_fit: float
    text: float
    lead: float
    coverage: float
    particular_missing: float
    fact_missing: float
    number_missing: float
    year_missing: float
    years: float


# What says nothing where a plan has no entries, and what says nothing more where it has.
_OF_ENTRIES = frozenset({"form", "form_fit"})
_OF_PASSAGES = frozenset({"text", "lead"})


def features(signals: Signals, *, entries: bool) -> tuple[float, ...]:
    """The signals as numbers, in the order of the weights; which ones, `entries` tells."""
    values = dict(zip(Signals.__slots__, astuple(signals), strict=True))
    return tuple(float(values[name]) for name in feature_names(entries=entries))


def feature_names(*, entries: bool) -> tuple[str, ...]:
    """The signals that count, in the order of the weights."""
    left_out = _OF_PASSAGES if entries else _OF_ENTRIES
    return tuple(name for name in Signals.__slots__ if name not in left_out)


def probability(signals: Signals, settings: AnsweringSettings, *, entries: bool) -> float:
    """A probability in 0..1, calibrated as the fitting tells.

    entries  whether the plan of the first candidate has FAQ entries
    """
    logistic = settings.confidence if entries else settings.confidence_without_entries
    return sigmoid(logistic, features(signals, entries=entries))


def sigmoid(logistic: Logistic, values: tuple[float, ...]) -> float:
    """1 / (1 + e^-(bias + weights * values)); raises ValueError for another number of values."""
    weighted = zip(logistic.weights, values, strict=True)
    total = logistic.bias + sum(weight * value for weight, value in weighted)
    return 1.0 / (1.0 + exp(-total))
