"""Cohen's kappa of two judgements on each answer, with the table it comes of and an interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.reviewing.judging.opinion import Verdict

VERDICTS = tuple(Verdict)  # the rows and columns of a table, as in `JudgementRow.verdict`
_PLACES: dict[str, int] = {verdict: place for place, verdict in enumerate(VERDICTS)}

# The interval is that of 95 %: nineteen of twenty hold the true value.
_TAIL_PERCENT = 2.5
# Tables drawn anew from the one seen. 2,000 settle the second digit, and cost about a millisecond;
# the seed makes the same table give the same interval.
_TABLES, _SEED = 2000, 20250602

Table = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two judgements of the same answers agree.

    table     answers by the first verdict (rows) and the second (columns), as in VERDICTS
    observed  share of the answers that were judged alike, 0..1
    expected  share that would be by chance, with verdicts as frequent as they were, 0..1
    kappa     (observed - expected) / (1 - expected), -1..1: 1 all alike, 0 no more than chance;
              None where all verdicts are one and the same, as chance alone explains that
    interval  of kappa, None where it has none
    is_enough whether there are so many answers that kappa says something
    """

    table: Table
    observed: float
    expected: float
    kappa: float | None
    interval: tuple[float, float] | None
    is_enough: bool

    @property
    def answers(self) -> int:
        """How many were judged twice."""
        return sum(map(sum, self.table))


def agreement_of(verdicts: Iterable[tuple[str, str]], answers_min: int) -> Agreement:
    """The agreement of the first and the second verdict on each answer.

    answers_min  from so many answers on it is told
    Raises KeyError for a verdict that is none of VERDICTS.
    """
    counted = np.zeros((3, 3), dtype=np.int64)
    for first, second in verdicts:
        counted[_PLACES[first], _PLACES[second]] += 1
    answers = int(counted.sum())
    observed, expected, kappa = (
        (float(value[0]) for value in _figures(counted[None])) if answers else (0.0, 0.0, np.nan)
    )
    has_kappa = not np.isnan(kappa)
    return Agreement(
        table=tuple((int(row[0]), int(row[1]), int(row[2])) for row in counted),
        observed=observed,
        expected=expected,
        kappa=kappa if has_kappa else None,
        interval=_interval(counted) if has_kappa else None,
        is_enough=answers >= answers_min,
    )


def _figures(tables: NDArray[np.int64]) -> tuple[NDArray[np.float64], ...]:
    """Observed, expected and kappa of `(n, 3, 3)` tables; NaN for a kappa there is none of."""
    shares = tables / tables.sum(axis=(1, 2), keepdims=True)
    observed = np.trace(shares, axis1=1, axis2=2)
    expected = (shares.sum(axis=1) * shares.sum(axis=2)).sum(axis=1)
    by_chance_alone = np.isclose(expected, 1.0)
    left = np.where(by_chance_alone, np.nan, 1.0 - expected)
    return observed, expected, (observed - expected) / left


def _interval(counted: NDArray[np.int64]) -> tuple[float, float]:
    """The percentile bootstrap over answers: to draw them anew is to draw the table's cells."""
    answers = int(counted.sum())
    drawn = np.random.default_rng(_SEED).multinomial(
        answers, (counted / answers).ravel(), size=_TABLES
    )
    _, _, kappas = _figures(drawn.reshape(_TABLES, 3, 3))
    low, high = np.nanpercentile(kappas, (_TAIL_PERCENT, 100 - _TAIL_PERCENT))
    return float(low), float(high)
