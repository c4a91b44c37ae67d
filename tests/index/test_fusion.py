from __future__ import annotations

import numpy as np
import pytest

from index.fusion import fuse, ranking, standardise
from index.results import Leg


def test_standard_scores_have_mean_zero_and_deviation_one() -> None:
    standard = standardise(np.array([1.0, 2.0, 6.0]))
    assert standard.mean() == pytest.approx(0)
    assert standard.std() == pytest.approx(1)


def test_a_missing_score_takes_the_lowest() -> None:
    standard = standardise(np.array([3.0, np.nan, 1.0, 2.0]))
    assert standard[1] == standard[2] == standard.min()
    assert standard[[0, 2, 3]] == pytest.approx(standardise(np.array([3.0, 1.0, 2.0])))


@pytest.mark.parametrize("values", [[], [0.3], [0.85] * 7, [np.nan, np.nan]])
def test_where_nothing_differs_nothing_counts(values: list[float]) -> None:
    assert standardise(np.array(values)).tolist() == [0.0] * len(values)


def test_units_do_not_matter_and_weights_do() -> None:
    cosines, counts = np.array([0.8, 0.9, 0.7]), np.array([30.0, 0.0, 10.0])
    weights = {Leg.TEXT_DENSE: 1.0, Leg.TEXT_LEXICAL: 0.5}
    fused = fuse({Leg.TEXT_DENSE: cosines, Leg.TEXT_LEXICAL: counts}, weights)
    scaled = fuse({Leg.TEXT_DENSE: cosines * 100 - 3, Leg.TEXT_LEXICAL: counts / 7}, weights)
    assert fused.scores == pytest.approx(scaled.scores)
    assert fused.scores == pytest.approx(standardise(cosines) + 0.5 * standardise(counts))
    legs = fused.legs(0)
    assert sum(leg.standard * leg.weight for leg in legs) == pytest.approx(fused.scores[0])
    assert [leg.raw for leg in legs] == [0.8, 30.0]


def test_a_weighted_leg_needs_scores() -> None:
    with pytest.raises(KeyError):
        fuse({}, {Leg.TEXT_DENSE: 1.0})


def test_equal_scores_stand_in_the_order_of_their_ids() -> None:
    order = ranking(np.array([1.0, 2.0, 1.0, 1.0]), np.array(["c", "z", "a", "b"]))
    assert order.tolist() == [1, 2, 3, 0]
