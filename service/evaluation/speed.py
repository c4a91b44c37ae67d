"""How long answers take and how much memory the process holds."""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from service.answering.turn import Question
from service.evaluation.figures import nearest_rank
from service.settings import Settings

# ru_maxrss counts KiB on Linux and bytes on macOS.
_RSS_BYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Speed:
    """Times of single questions, one client, in milliseconds; `open_s` in seconds.

    steps    mean milliseconds by step of the answering
    peak_mb  largest resident memory of the process so far, in 10^6 bytes
    """

    questions: int
    open_s: float
    ms_p50: float
    ms_p95: float
    ms_max: float
    steps: dict[str, float]
    peak_mb: float


def measure_speed(settings: Settings, wanted: int) -> Speed:
    """Ask `wanted` question forms, spread evenly over all FAQ entries, each on its city's site."""
    from service.opening import open_counter  # noqa: PLC0415 - seconds, and part of the figure

    started = perf_counter()
    counter = open_counter(settings)
    open_s = perf_counter() - started
    cities = {plan.id: plan.city for plan in counter.knowledge.plans}
    forms = [(form, cities[e.plan_id]) for e in counter.knowledge.faq for form in e.forms]
    chosen = [forms[i * len(forms) // wanted] for i in range(wanted)]
    times: list[float] = []
    steps: dict[str, float] = {}
    for form, city in chosen:
        begun = perf_counter()
        answer = counter.ask(Question(form, city))
        times.append((perf_counter() - begun) * 1000)
        for step, spent in answer.milliseconds.items():
            steps[step] = steps.get(step, 0.0) + spent / wanted
    return Speed(
        questions=wanted,
        open_s=open_s,
        ms_p50=median(times),
        ms_p95=nearest_rank(times, 0.95),
        ms_max=max(times),
        steps=steps,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_BYTES / 1e6,
    )
