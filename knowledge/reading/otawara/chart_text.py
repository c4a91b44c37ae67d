"""The flattened text of charts, told apart: values, axis ticks, labels, series, second prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from knowledge.source import Line

_VALUE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?[%％]")
_AXIS = re.compile(r"(?:[0-9]+%\s+){2,}[0-9]+%")


class Shape(Enum):
    """BARS: values series by series. STACK: category by category. PIE: each label, its value."""

    BARS = auto()
    STACK = auto()
    PIE = auto()


@dataclass(slots=True)
class ChartText:
    """One chart's lines by index.

    values    in printed order
    labels    first print, before they are joined; of a pie one list for each slice
    groups    STACK: the lines of the bars' names, which stand before the axis
    series    the line of the series' names, or None
    repeated  labels printed a second time
    """

    shape: Shape
    values: list[int] = field(default_factory=list)
    axis: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    slices: list[list[int]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    series: int | None = None
    repeated: list[int] = field(default_factory=list)

    @property
    def indices(self) -> list[int]:
        """Every line of the chart, in order."""
        series = [] if self.series is None else [self.series]
        sliced = [index for label in self.slices for index in label]
        return sorted(
            [*self.values, *self.axis, *self.labels, *sliced, *self.groups, *series, *self.repeated]
        )


def is_value(text: str) -> bool:
    """Whether a line is a percentage and nothing else."""
    return _VALUE.fullmatch(text) is not None


def split_charts(lines: Sequence[Line], body: Sequence[int]) -> list[ChartText]:
    """The charts on the lines `body` of one page, in order."""
    charts: list[ChartText] = []
    rest = list(body)
    while rest:
        is_bars = is_value(lines[rest[0]].text)
        chart, rest = _bars(lines, rest) if is_bars else _pie(lines, rest)
        charts.append(chart)
    return charts


def _run(lines: Sequence[Line], indices: Sequence[int], values: bool) -> int:
    """How many of the first lines are values, or are not."""
    count = 0
    while count < len(indices) and is_value(lines[indices[count]].text) == values:
        count += 1
    return count


def _pie(lines: Sequence[Line], indices: list[int]) -> tuple[ChartText, list[int]]:
    """A label of some lines, its value, the next label; a second value begins the next chart."""
    chart = ChartText(Shape.PIE)
    at = 0
    while at < len(indices):
        length = _run(lines, indices[at:], values=False)
        if length == 0 or at + length >= len(indices):
            chart.repeated += indices[at : at + length]
            at += length
            break
        chart.slices.append(indices[at : at + length])
        chart.values.append(indices[at + length])
        at += length + 1
    return chart, indices[at:]


def _bars(lines: Sequence[Line], indices: list[int]) -> tuple[ChartText, list[int]]:
    chart = ChartText(Shape.BARS)
    count = _run(lines, indices, values=True)
    chart.values = indices[:count]
    words = indices[count:]
    length = _run(lines, words, values=False)
    words, rest = words[:length], words[length:]
    chart.axis = [index for index in words if _AXIS.fullmatch(lines[index].text)]
    if chart.axis:
        chart.groups = [index for index in words if index < chart.axis[0]]
    after = [index for index in words if index not in chart.axis and index not in chart.groups]
    chart.shape = Shape.STACK if chart.groups else Shape.BARS
    seen: set[str] = set()
    for position, index in enumerate(after):
        text = lines[index].text
        names = text.split()
        if chart.series is None and len(names) > 1 and not chart.repeated:
            chart.series = index
        elif text in seen:
            chart.repeated.append(index)
        elif chart.series is not None or chart.repeated:
            # Neither a label of this chart nor its second print: a pie begins.
            return chart, after[position:] + rest
        else:
            seen.add(text)
            chart.labels.append(index)
    return chart, rest
