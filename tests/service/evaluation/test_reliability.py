"""What was promised against what came true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.evaluation.figures import Row
from service.evaluation.reliability import bins, calibration
from service.evaluation.share import Share

MakeRow = Callable[..., Row]


def test_the_best_answer_counts_whatever_the_threshold(made: MakeRow) -> None:
    rows = [made(0.95), made(0.92, right=False), made(0.35), made(0.31, kind="unanswerable")]
    found = calibration(rows)
    low, high = found.bins
    assert (low.low, low.high, low.questions) == (0.3, 0.4, 2)
    assert low.promised == pytest.approx(0.33)
    assert (low.came_true, low.interval) == (0.5, Share(1, 2).interval)
    assert (high.questions, high.came_true) == (2, 0.5)
    squares = (0.05**2, 0.92**2, 0.65**2, 0.31**2)
    assert found.brier == pytest.approx(sum(squares) / 4)
    assert found.asked_back == 0


def test_what_was_not_searched_for_promises_nothing(real_rows: list[Row]) -> None:
    searched = [row for row in real_rows if row[0].id not in ("weather", "data")]
    assert calibration(real_rows) == calibration(searched)
    settled = calibration([row for row in real_rows if row not in searched])
    assert (settled.bins, settled.brier) == ((), None)


def test_the_last_bin_takes_certainty_and_every_edge_has_one_bin() -> None:
    promised = [step / 10 for step in range(11)]
    found = bins(promised, [True] * 11)
    assert [one.questions for one in found] == [1] * 9 + [2]
    assert sum(one.questions for one in found) == len(promised)


def test_weights_move_the_means_and_take_the_interval_away() -> None:
    (found,) = bins([0.52, 0.58], [True, False], weights=[3.0, 1.0])
    assert found.promised == pytest.approx(0.535)
    assert found.came_true == pytest.approx(0.75)
    assert found.interval is None
