"""Fit what each leg and each agreement weighs in the ranking, on held-out forms and own questions.

The ranking is a weighted sum; the weights are those under which a candidate that rests on the right
place is likeliest to be drawn, were candidates drawn by e^score. Judged on folds not seen.

What passages weigh stays as it is set: a held-out form always has an entry, so fitting it there
would bury the passages, which alone answer what no form foresaw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from index.results import Leg
from service.answering.turn import Candidate

FOLDS = 5
DEPTH = 40  # candidates of a question; deeper the right place hardly ever stands
# Of the squared distance from the prior, beside the mean loss of a question: a weight that no
# held-out form asks for stays where the prior has it. Of legs, of agreements.
_LEG_STRENGTH, _AGREEMENT_STRENGTH = 1e-3, 5e-3
_ENTRY_LEGS = (Leg.FORM_DENSE, Leg.ANSWER_DENSE, Leg.TEXT_LEXICAL)
NAMES = (
    *(str(leg) for leg in _ENTRY_LEGS),
    "kind",
    "mismatch",
    "years",
    "coverage",
    "wanted",
    "numbers",
    "compounds",
)

# Where nothing is known of a weight: 0 of a leg; of an agreement what it weighed before it was
# fitted, on real questions. Held-out forms seldom name a year or a number that only one entry has.
_PRIOR = np.array([0, 0, 0, 0.5, 1.5, 1.0, 2.0, 2.0, 2.0, 0])
_STRENGTH = np.array([_LEG_STRENGTH] * len(_ENTRY_LEGS) + [_AGREEMENT_STRENGTH] * 7)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's candidates, best first, and which of them rest on the right place."""

    candidates: Sequence[Candidate]
    right: Sequence[bool]


@dataclass(frozen=True, slots=True)
class RankingFit:
    """Fitted weights by name, and how they do on folds not seen.

    first, three shares of the questions whose place stands first, among the first three
    entry_first, entry_three  the same among entries alone: the right entry, or one of its place
    """

    weights: Mapping[str, float]
    questions: int
    first: float
    three: float
    entry_first: float
    entry_three: float


@dataclass(frozen=True, slots=True)
class _Row:
    """The candidates of a question: `(n, len(NAMES))` values, what passages score `(n,)`, which
    are right, which are entries.
    """

    values: Numbers
    settled: Numbers
    right: NDArray[np.bool_]
    entry: NDArray[np.bool_]


def fit_ranking(asked: Sequence[Asked]) -> RankingFit:
    """Fit to what was asked; questions without candidates are left aside."""
    rows = [
        _Row(
            np.array([values(candidate) for candidate in one.candidates]),
            np.array([settled(candidate) for candidate in one.candidates]),
            np.array(one.right, dtype=np.bool_),
            np.array([candidate.hit.best_form is not None for candidate in one.candidates]),
        )
        for one in asked
        if one.candidates
    ]
    found = np.empty((len(rows), 4))
    for fold in range(FOLDS):
        seen = [row for at, row in enumerate(rows) if at % FOLDS != fold]
        weights = _fitted(seen)
        for at in range(fold, len(rows), FOLDS):
            found[at] = _places(rows[at], weights)
    first, three, entry_first, entry_three = found.mean(axis=0).tolist()
    weights = _fitted(rows)
    named = dict(zip(NAMES, weights.tolist(), strict=True))
    return RankingFit(named, len(rows), first, three, entry_first, entry_three)


def values(candidate: Candidate) -> tuple[float, ...]:
    """What the weights are multiplied with, in the order of NAMES."""
    hit, agreed = candidate.hit, candidate.agreement
    standard = {score.leg: score.standard for score in hit.legs}
    is_entry = hit.best_form is not None
    return (
        *(standard[leg] if is_entry else 0.0 for leg in _ENTRY_LEGS),
        max(agreed.kind, 0.0),
        min(agreed.kind, 0.0),
        agreed.years,
        agreed.coverage,
        min(agreed.wanted, agreed.counted),
        agreed.numbers,
        agreed.compounds,
    )


def settled(candidate: Candidate) -> float:
    """What is not fitted: the score of a passage before any agreement, 0 of an entry."""
    return 0.0 if candidate.hit.best_form is not None else candidate.hit.score


def _fitted(rows: Sequence[_Row]) -> Numbers:
    told = [row for row in rows if row.right.any()]

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        total, slope = 0.0, np.zeros_like(weights)
        for row in told:
            scores = row.values @ weights + row.settled
            all_, right = logsumexp(scores), logsumexp(scores[row.right])
            total += all_ - right
            drawn = np.exp(scores - all_)
            drawn[row.right] -= np.exp(scores[row.right] - right)
            slope += drawn @ row.values
        count = len(told)
        away = weights - _PRIOR
        penalty = float(_STRENGTH @ away**2)
        return total / count + penalty, slope / count + 2 * _STRENGTH * away

    fitted = minimize(loss, _PRIOR, jac=True, method="L-BFGS-B")
    return np.asarray(fitted.x)


def _places(row: _Row, weights: Numbers) -> tuple[bool, bool, bool, bool]:
    order = np.argsort(-(row.values @ weights + row.settled), kind="stable")
    right, entries = row.right[order], row.right[order][row.entry[order]]
    return bool(right[0]), bool(right[:3].any()), bool(entries[:1].any()), bool(entries[:3].any())
