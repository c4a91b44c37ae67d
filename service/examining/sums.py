"""Sums as a person can check them: each term with its value, its weight and what it adds."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from service.answering.confidence import Signals, feature_names, features
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a sum. `name`: of a leg, of an agreement, or of a signal."""

    name: str
    value: float
    weight: float

    @property
    def adds(self) -> float:
        """What it adds to the sum."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate as it was weighed.

    rank    its place before weighing, from 1
    legs    the terms of its fused score
    fits    the terms of what its agreement with the question adds
    """

    candidate: Candidate
    rank: int
    legs: tuple[Term, ...]
    fits: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Sureness:
    """How the confidence came about: the logistic of bias and terms.

    of_entries  by the weights for plans with FAQ entries, else by those for plans without
    """

    of_entries: bool
    bias: float
    terms: tuple[Term, ...]

    @property
    def total(self) -> float:
        """Bias and terms together, log odds."""
        return self.bias + sum(term.adds for term in self.terms)

    @property
    def probability(self) -> float:
        """What the total comes to, 0..1."""
        return 1.0 / (1.0 + exp(-self.total))


def weighed(candidate: Candidate, rank: int, settings: AnsweringSettings) -> Weighed:
    """A candidate with the sums behind its score."""
    fit = candidate.agreement
    kind = settings.kind_weight if fit.kind > 0 else settings.mismatch_weight
    fits = (
        Term("kind", fit.kind, kind),
        Term("years", fit.years, settings.years_weight),
        Term("coverage", fit.coverage, settings.coverage_weight),
        Term("wanted", min(fit.wanted, fit.counted), settings.wanted_weight),
        Term("numbers", fit.numbers, settings.numbers_weight),
        Term("compounds", fit.compounds, settings.compounds_weight),
    )
    legs = tuple(Term(one.leg.value, one.standard, one.weight) for one in candidate.hit.legs)
    return Weighed(candidate, rank, legs, fits)


def sureness(signals: Signals, settings: AnsweringSettings, *, entries: bool) -> Sureness:
    """The sum behind a confidence; see `confidence.probability`."""
    logistic = settings.confidence if entries else settings.confidence_without_entries
    values = features(signals, entries=entries)
    named = zip(feature_names(entries=entries), values, logistic.weights, strict=True)
    return Sureness(entries, logistic.bias, tuple(Term(*one) for one in named))
