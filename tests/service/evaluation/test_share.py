"""Shares and how far they can be trusted."""

from __future__ import annotations

import pytest

from service.evaluation.share import Share, share


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # Wilson's formula by hand: z = 1.95996, 1.92073 / 13.8415
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_intervals_are_wilsons(count: int, of: int, low: float, high: float) -> None:
    assert Share(count, of).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_has_neither_value_nor_interval() -> None:
    nothing = share([], bool)
    assert nothing == Share(0, 0)
    assert nothing.value is None
    assert nothing.interval is None


def test_a_share_counts_what_holds() -> None:
    found = share([1, 2, 3, 4], lambda n: n > 1)
    assert found == Share(3, 4)
    assert found.value == 0.75
