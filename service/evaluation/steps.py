"""Where the time of an answer goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean, median

from service.evaluation.figures import Row, nearest_rank


@dataclass(frozen=True, slots=True)
class StepTime:
    """Milliseconds of one step, over the questions that came to it."""

    step: str
    questions: int
    mean: float
    p50: float
    p95: float


def step_times(rows: Iterable[Row]) -> tuple[StepTime, ...]:
    """Steps in the order questions take them; empty where all were asked over HTTP."""
    times: dict[str, list[float]] = {}
    for _, reply, _ in rows:
        for step, spent in (reply.inside.milliseconds if reply.inside else {}).items():
            times.setdefault(step, []).append(spent)
    return tuple(
        StepTime(step, len(own), mean(own), median(own), nearest_rank(own, 0.95))
        for step, own in times.items()
    )
