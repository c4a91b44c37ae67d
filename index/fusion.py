"""Several legs to one score: a weighted sum of standard scores over a question's candidates.

Scores beat ranks here: they keep how far the first is ahead. Standardised within a question, legs
of different units can be added, and entries and passages, each standardised among their own kind,
share one scale: how far a candidate stands out among its like.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.results import Leg, LegScore

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Fused:
    """`scores` `(n,)` and what they are made of, by leg, each `(n,)`."""

    scores: Values
    raw: Mapping[Leg, Values]
    standard: Mapping[Leg, Values]
    weights: Mapping[Leg, float]

    def legs(self, row: int) -> tuple[LegScore, ...]:
        """The arithmetic of one candidate, in the order of the weights."""
        return tuple(
            LegScore(leg, float(self.raw[leg][row]), float(self.standard[leg][row]), weight)
            for leg, weight in self.weights.items()
        )


def fuse(raw: Mapping[Leg, NDArray[np.floating]], weights: Mapping[Leg, float]) -> Fused:
    """Fuse raw scores `(n,)` of the same candidates; NaN where a candidate has none in a leg.

    Raises KeyError where a weighted leg has no scores.
    """
    values = {leg: np.asarray(raw[leg], dtype=np.float64) for leg in weights}
    standard = {leg: standardise(values[leg]) for leg in weights}
    size = len(next(iter(values.values()), ()))
    scores = np.zeros(size)
    for leg, weight in weights.items():
        scores += weight * standard[leg]
    return Fused(scores, values, standard, weights)


def standardise(values: Values) -> Values:
    """Subtract the mean, divide by the standard deviation; equal values give zeros.

    A missing value (NaN) takes the lowest: left out, it would pass for average and win over
    candidates that were compared and found unlike.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return np.zeros_like(values)
    spread = known.std()
    if spread < _NO_SPREAD * max(1.0, float(np.abs(known).max())):
        return np.zeros_like(values)
    standard: Values = (values - known.mean()) / spread
    standard[np.isnan(standard)] = standard[~np.isnan(standard)].min()
    return standard


# Relative spread under which values are equal but for rounding.
_NO_SPREAD = 1e-9


def ranking(scores: Values, ids: NDArray[np.str_]) -> NDArray[np.intp]:
    """Rows, best first; equal scores in the order of their ids, so that a ranking never wavers."""
    return np.lexsort((ids, -scores))
