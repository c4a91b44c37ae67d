"""The probability that an entry or passage answers the question: a logistic of a few signals.

The weights are fitted by `service.evaluation.fitting` on question forms that neither training nor
index has seen, and on questions no plan answers (`tests/quality/unanswerable.jsonl`). There are two
sets: for plans with FAQ entries, where question meets question, and for plans without, where only
passages can tell.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from math import exp

from service.answering.settings import AnsweringSettings, Logistic


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the first candidates.

    form        matcher's cosine with the nearest question form, -1..1
    familiarity see ResultSet: the nearest forms of many entries, -1..1
    answer_lead matcher's cosine with the nearest answer above that with the sixth nearest, 0..2
    passages    share of passages among the first ten: where they stand before entries, nobody
                foresaw the question, 0..1
    text        reader's cosine with the nearest passage, -1..1
    lead        score of the first above the best candidate of another place, 0..4
    coverage    weighted share of the question's content words the best covering of the first five
                speaks of, 0..1; 1 in other languages, whose words say nothing of Japanese text
    unheard     share of the content words that nothing we hold speaks of, 0..1; 0 likewise
    particular_missing  1 where a price, hour, phone, name ... is wanted and none of the first five
                that speak of the matter holds one
    fact_missing        the same for any other sort of fact, and for 何 with a counter
    number_missing      1 where a number the question names stands in none of the first five
    years, kind  agreement of the first, -1..1
    """

    form: float
    familiarity: float
    answer_lead: float
    passages: float
    text: float
    lead: float
    coverage: float
    unheard: float
    particular_missing: float
    fact_missing: float
    number_missing: float
    years: float
    kind: float


# What says nothing where a plan has no entries, and what says nothing more where it has.
_OF_ENTRIES = frozenset({"form", "familiarity", "answer_lead", "passages"})
_OF_PASSAGES = frozenset({"text", "lead", "coverage"})


def features(signals: Signals, *, entries: bool) -> tuple[float, ...]:
    """The signals as numbers, in the order of the weights; which ones, `entries` tells."""
    values = zip(Signals.__slots__, astuple(signals), strict=True)
    left_out = _OF_PASSAGES if entries else _OF_ENTRIES
    return tuple(float(value) for name, value in values if name not in left_out)


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
