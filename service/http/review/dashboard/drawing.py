"""Numbers to the places where they are drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from service.evaluation.share import Share
from service.http.review.dashboard.plot import Bar, Dot, Line

_FILLED = 0.8  # of a bar's room; the rest sets it apart from the next


def scale_top(largest: float) -> int:
    """The top of a scale that holds `largest`: 2, 4, 10, 20, 40, 100 ..., whose half is whole."""
    for power in range(1, 12):
        for step in (2, 4):
            if step * 10 ** (power - 1) >= largest:
                return step * int(10 ** (power - 1))
        if 10**power >= largest:
            return int(10**power)
    return math.ceil(largest / 2) * 2


def stacked(columns: Sequence[Sequence[int]], top: float) -> tuple[Bar, ...]:
    """Bars from left to right, the first series at the bottom; a piece of nothing is left out.

    columns  for each bar its numbers by series
    """
    room = 100 / max(len(columns), 1)
    bars = []
    for place, numbers in enumerate(columns):
        below = 0.0
        for series, number in enumerate(numbers):
            height = number / top * 100
            below += height
            if number:
                x = (place + (1 - _FILLED) / 2) * room
                bars.append(Bar(series, _r(x), _r(100 - below), _r(room * _FILLED), _r(height)))
    return tuple(bars)


def share_line(series: int, shares: Sequence[Share]) -> Line:
    """A line of shares on a scale from 0 to 100 percent, with their intervals."""
    dots: list[Dot | None] = []
    for place, share in enumerate(shares):
        if share.value is None or share.interval is None:
            dots.append(None)
            continue
        low, high = share.interval
        x = _middle(place, len(shares))
        dots.append(Dot(x, _r(100 - share.value * 100), _r(100 - low * 100), _r(100 - high * 100)))
    runs = tuple(_runs(dots))
    return Line(series, runs, tuple(_band(run) for run in runs if len(run) > 1))


def number_line(series: int, values: Sequence[float | None], top: float) -> Line:
    """A line of numbers from 0 to `top`."""
    dots = [
        None if value is None else Dot(_middle(place, len(values)), _r(100 - value / top * 100))
        for place, value in enumerate(values)
    ]
    return Line(series, tuple(_runs(dots)))


def _runs(dots: Iterable[Dot | None]) -> Iterable[tuple[Dot, ...]]:
    run: list[Dot] = []
    for dot in dots:
        if dot is not None:
            run.append(dot)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _band(run: Sequence[Dot]) -> str:
    outline = [f"{dot.x} {dot.high}" for dot in run]
    outline += [f"{dot.x} {dot.low}" for dot in reversed(run)]
    return "M" + "L".join(outline) + "Z"


def _middle(place: int, count: int) -> float:
    return _r((place + 0.5) * 100 / count)


def _r(value: float) -> float:
    return round(value, 2)
