"""The pictures: each shows what a table beside it tells in numbers.

`name` sets the ids of a picture apart from those of others in the same page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from service.evaluation.curve import CurvePoint
from service.evaluation.figures import TypeRow
from service.evaluation.reliability import Bin
from service.evaluation.svg import drawing

# Okabe and Ito's colours, which stay apart for every kind of colour sight; lines differ in their
# strokes and markers as well.
_RIGHT, _WRONG, _ABSTAINED, _REFUSED = "#009e73", "#d55e00", "#8c8c8c", "#0072b2"
_LINES = (
    ("correct", _RIGHT, "-", "o"),
    ("refused", _REFUSED, "--", "s"),
    ("abstained", _ABSTAINED, "-.", "^"),
    ("wrong", _WRONG, ":", "D"),
)
_DOT_AREAS = (30, 400)  # square points, of no and of the most questions


def reliability_svg(points: Sequence[Bin], name: str = "reliability") -> str:
    """A dot for each bin, how many questions it stands for above it, its interval where it has one,
    and the line of a promise that is kept.
    """
    title = "Reliability of the confidence: promised probability against what came true"
    with drawing(name, title, 5.5, 5.5) as (picture, axes):
        most = max((one.questions for one in points), default=1)
        least_area, most_area = _DOT_AREAS
        axes.plot((0, 1), (0, 1), color="#555555", linestyle="--", linewidth=1)
        above: dict[str, Any] = {
            "transform": axes.get_xaxis_transform(),
            "horizontalalignment": "center",
            "fontsize": 9,
        }
        for one in points:
            if one.interval:
                axes.plot((one.promised,) * 2, one.interval, color=_REFUSED, linewidth=1.5)
            axes.text(one.promised, 1.01, str(one.questions), **above)
        axes.text(-0.03, 1.01, "n", **above)
        axes.scatter(
            [one.promised for one in points],
            [one.came_true for one in points],
            s=[least_area + (most_area - least_area) * one.questions / most for one in points],
            color=_REFUSED,
            alpha=0.7,
            zorder=3,
        )
        _unit(axes, "confidence promised", "share that came true")
        axes.set_ylim(-0.03, 1.03)
    return picture.svg


def curve_svg(points: Sequence[CurvePoint], threshold: float, name: str = "curve") -> str:
    """The shares over the threshold, with the threshold in use."""
    title = "Shares correct, refused, abstained and wrong over the threshold of confidence"
    with drawing(name, title, 7.5, 4.5) as (picture, axes):
        at = [point.threshold for point in points]
        for share, colour, stroke, marker in _LINES:
            values = [getattr(point, share).value for point in points]
            if None in values:
                continue
            axes.plot(
                at,
                values,
                stroke,
                color=colour,
                marker=marker,
                markersize=4,
                label=share,
                clip_on=False,
            )
        axes.axvline(threshold, color="#555555", linewidth=1, label="threshold in use")
        _unit(axes, "threshold of confidence", "share of the questions it applies to")
        axes.figure.legend(loc="outside upper center", ncols=5, frameon=False, fontsize=10)
    return picture.svg


def outcomes_svg(kinds: Sequence[TypeRow], name: str = "outcomes") -> str:
    """A bar of the whole for each type of question, with how many questions it stands for."""
    title = "Shares of the questions of each type that came out right, wrong and abstained"
    with drawing(name, title, 7.5, 1.2 + 0.34 * len(kinds)) as (picture, axes):
        names = [f"{row.kind} ({row.questions})" for row in kinds]
        begun = [0.0] * len(kinds)
        for part, colour, hatch in (
            ("right", _RIGHT, ""),
            ("wrong", _WRONG, "//"),
            ("abstained", _ABSTAINED, ""),
        ):
            shares = [getattr(row, part) / row.questions for row in kinds]
            axes.barh(
                names, shares, left=begun, color=colour, hatch=hatch, edgecolor="white", label=part
            )
            begun = [start + own for start, own in zip(begun, shares, strict=True)]
        axes.invert_yaxis()
        axes.grid(visible=False, axis="y")
        axes.set_xlim(0, 1)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0))
        axes.figure.legend(loc="outside upper center", ncols=3, frameon=False, fontsize=10)
    return picture.svg


def _unit(axes: Axes, across: str, up: str) -> None:
    """Both ways from nothing to all."""
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0))
    axes.set_xlabel(across)
    axes.set_ylabel(up)
