"""Does the confidence keep its promise? Of answers promised 0.8, eight of ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from service.evaluation.figures import Row
from service.evaluation.judging import Outcome, judge
from service.evaluation.share import Share

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """One line of the reliability table: what was promised and what came true.

    low, high            the confidences it takes, 0..1
    promised, came_true  means, 0..1, weighted where the questions were
    interval             of `came_true`; None where questions were weighted
    """

    low: float
    high: float
    questions: int
    promised: float
    came_true: float
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far the confidence holds on questions that were searched for.

    brier       mean square of promised less came true: 0 is perfect, 0.25 is what one half for
                everything earns; None where there is no question
    asked_back  questions left out, because they would be asked back whatever the threshold
    """

    bins: tuple[Bin, ...]
    brier: float | None
    asked_back: int


def calibration(rows: Sequence[Row]) -> Calibration:
    """The best answer to every question, given whatever the threshold, and its confidence.

    Questions settled before any search promise nothing; those asked over HTTP are not known of.
    """
    promised: list[float] = []
    true: list[bool] = []
    asked_back = 0
    for question, reply, _ in rows:
        if reply.inside is None or not reply.inside.alternatives:
            continue
        best = reply.inside.alternatives[0].reply
        if best.status != "answered":
            asked_back += 1
            continue
        promised.append(best.confidence or 0.0)
        true.append(judge(question, best).outcome is Outcome.CORRECT)
    brier = float(np.mean((np.array(promised) - np.array(true)) ** 2)) if promised else None
    return Calibration(bins(promised, true), brier, asked_back)


def bins(
    promised: Sequence[float], true: Sequence[bool], weights: Sequence[float] | None = None
) -> tuple[Bin, ...]:
    """Ten bins of equal width, without the empty ones. The sequences are equally long."""
    places = [min(int(one * BINS), BINS - 1) for one in promised]
    found = []
    for place in range(BINS):
        inside = [at for at, own in enumerate(places) if own == place]
        if not inside:
            continue
        kept = Share(sum(bool(true[at]) for at in inside), len(inside))
        weight = [weights[at] for at in inside] if weights is not None else None
        found.append(
            Bin(
                place / BINS,
                (place + 1) / BINS,
                len(inside),
                float(np.average([promised[at] for at in inside], weights=weight)),
                float(np.average([true[at] for at in inside], weights=weight)),
                kept.interval if weights is None else None,
            )
        )
    return tuple(found)
