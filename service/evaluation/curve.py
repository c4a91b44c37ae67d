"""What another threshold of confidence would bring: fewer wrong answers for fewer answers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.evaluation.figures import Row
from service.evaluation.judging import Outcome, judge
from service.evaluation.share import Share, share

# Outcomes, each with the highest threshold it comes of, lowest first, the last up to infinity.
_Outcomes = tuple[tuple[float, Outcome], ...]
# In hundredths, so that every threshold is the nearest number to what is written.
THRESHOLDS = tuple(step / 100 for step in range(0, 101, 5))


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The shares at one threshold (0..1), each of the same questions as in `Figures`."""

    threshold: float
    correct: Share
    wrong: Share
    abstained: Share
    refused: Share


def curve(rows: Sequence[Row], thresholds: Sequence[float] = THRESHOLDS) -> tuple[CurvePoint, ...]:
    """A point for each threshold; none where a question was asked over HTTP, whose threshold is
    not ours to move.
    """
    if not rows or any(reply.inside is None for _, reply, _ in rows):
        return ()
    judged = [(row[0].is_answerable, _outcomes(row)) for row in rows]
    return tuple(_point(judged, threshold) for threshold in thresholds)


def _outcomes(row: Row) -> _Outcomes:
    question, reply, verdict = row
    found = reply.inside.alternatives if reply.inside else ()
    return tuple((one.up_to, judge(question, one.reply).outcome) for one in found) or (
        (math.inf, verdict.outcome),
    )


def _point(judged: Sequence[tuple[bool, _Outcomes]], threshold: float) -> CurvePoint:
    answerable: list[Outcome] = []
    closed: list[Outcome] = []
    for is_answerable, outcomes in judged:
        came = next(outcome for up_to, outcome in outcomes if threshold <= up_to)
        (answerable if is_answerable else closed).append(came)

    def is_(wanted: Outcome) -> Callable[[Outcome], bool]:
        return lambda outcome: outcome is wanted

    return CurvePoint(
        threshold,
        correct=share(answerable, is_(Outcome.CORRECT)),
        wrong=share(answerable + closed, is_(Outcome.WRONG)),
        abstained=share(answerable, is_(Outcome.ABSTAINED)),
        refused=share(closed, is_(Outcome.REFUSED)),
    )
