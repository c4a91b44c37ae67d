"""Numbers to the places where they are drawn."""

from __future__ import annotations

import pytest

from service.evaluation.share import Share
from service.http.review.dashboard.drawing import number_line, scale_top, share_line, stacked


@pytest.mark.parametrize(
    ("largest", "top"),
    [(0, 2), (1, 2), (2, 2), (3, 4), (5, 10), (11, 20), (39, 40), (41, 100), (3373, 4000)],
)
def test_a_scale_holds_the_largest_and_has_a_whole_middle(largest: int, top: int) -> None:
    assert scale_top(largest) == top
    assert top % 2 == 0


def test_bars_stand_on_each_other() -> None:
    first, second, third = stacked([[1, 3], [0, 2]], 4)
    assert (first.series, first.y, first.height) == (0, 75, 25)
    assert (second.series, second.y, second.height) == (1, 0, 75)
    assert (third.series, third.x, third.y, third.height) == (1, 55, 50, 50)
    assert first.x == second.x == 5
    assert first.width == 40


def test_no_bar_is_drawn_of_nothing() -> None:
    assert stacked([], 2) == ()
    assert stacked([[0, 0], [0, 0]], 2) == ()


def test_a_line_is_broken_where_nothing_was_counted() -> None:
    line = share_line(1, [Share(1, 2), Share(2, 2), Share(0, 0), Share(0, 4)])
    assert [len(run) for run in line.runs] == [2, 1]
    assert len(line.bands) == 1  # one point alone spans no area
    half, whole = line.runs[0]
    assert (half.x, half.y) == (12.5, 50)
    assert half.low is not None
    assert half.high is not None
    assert half.high < half.y < half.low <= 100
    assert (whole.x, whole.y, whole.high) == (37.5, 0, 0)


def test_numbers_have_no_intervals() -> None:
    line = number_line(0, [5, None, 10], 10)
    assert [[dot.y for dot in run] for run in line.runs] == [[50], [0]]
    assert line.bands == ()
