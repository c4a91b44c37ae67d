"""Every number the answering rests on, with its unit and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnsweringSettings:
    """Limits and thresholds of the answering.

    quote_chars       characters of a quote, white space collapsed; api.md promises at most 300
    citations         places cited at most; more than a person reads
    own_citations     of these, places of the answering candidate itself before others come in
    answer_chars      characters of an answer; api.md promises about 400
    candidates        hits looked at closely; below the tenth the right place hardly ever stands
    related           related questions offered to tap
    min_confidence    probability from which we answer; below it the plans are said not to tell
    kind_weight, mismatch_weight, years_weight, coverage_weight, wanted_weight, numbers_weight
                      what each agreement (-1..1) adds to a fused score, in its standard deviations
    confidence_bias, confidence_weights
                      the logistic of `confidence.Signals`, in their order; fitted, see there
    speaking_margin   coverage by which a candidate may lie below the best covering one and still
                      count as speaking of the matter, 0..1
    candidates_without_city  hits looked at when no city is known: ten for each of four cities
    clarify_margin    cosine by which another city's candidate may lie below the best one's and
                      still answer a question, asked without a city, as well
    """

    quote_chars: int = 290
    citations: int = 5
    own_citations: int = 3
    answer_chars: int = 400
    candidates: int = 10
    related: int = 3
    min_confidence: float = 0.5
    clarify_margin: float = 0.03
    kind_weight: float = 0.5
    mismatch_weight: float = 1.5
    years_weight: float = 1.0
    coverage_weight: float = 2.0
    wanted_weight: float = 2.0
    numbers_weight: float = 2.0
    confidence_bias: float = -12.76
    confidence_weights: tuple[float, ...] = (
        1.88,  # meaning
        12.03,  # nearest
        1.59,  # coverage
        -3.24,  # unheard
        -5.85,  # particular_missing
        -4.68,  # fact_missing
        -4.91,  # number_missing
        3.62,  # years
        0.51,  # kind
    )
    speaking_margin: float = 0.4
    candidates_without_city: int = 40
