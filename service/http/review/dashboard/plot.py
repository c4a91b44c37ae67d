"""What a plot is drawn from; all lengths are percent of the picture, y downwards."""

from __future__ import annotations

from dataclasses import dataclass

from service.http.review.dashboard.data_table import DataTable


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a stacked bar. `series`: which of the keys it belongs to, from 0."""

    series: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line, with the ends of its interval where it has one."""

    x: float
    y: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Points from left to right; where a value is missing the line is broken.

    runs   points that are joined, each run without a gap
    bands  outlines of the intervals of each run of two points or more, as an SVG path over 0..100
    """

    series: int
    runs: tuple[tuple[Dot, ...], ...]
    bands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture with its words and the table behind it.

    name         an id of its own on the page
    description  the main point, in words
    unit         what the numbers at the side are
    ys           names of the top, the middle and the bottom of the scale
    xs           names along the bottom: the first, the middle and the last, or of every bar
    keys         what each series is; none for a single one
    """

    name: str
    title: str
    description: str
    unit: str
    ys: tuple[str, ...]
    xs: tuple[str, ...]
    keys: tuple[str, ...]
    table: DataTable
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.bars and not any(line.runs for line in self.lines)
