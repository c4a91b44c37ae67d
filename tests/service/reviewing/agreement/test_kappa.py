"""Cohen's kappa: as the library has it, with an interval that holds it."""

from __future__ import annotations

from random import Random

import pytest
from sklearn.metrics import cohen_kappa_score

from service.reviewing.agreement import VERDICTS, agreement_of

Pairs = list[tuple[str, str]]


def drawn(seed: int, number: int, alike: float) -> Pairs:
    """Verdicts of two who agree on about `alike` of the answers."""
    random = Random(seed)
    firsts = random.choices(VERDICTS, (6, 3, 1), k=number)
    return [
        (first, first if random.random() < alike else random.choice(VERDICTS)) for first in firsts
    ]


@pytest.mark.parametrize(("seed", "number", "alike"), [(1, 40, 0.9), (2, 200, 0.5), (3, 31, 0.0)])
def test_kappa_is_that_of_the_library(seed: int, number: int, alike: float) -> None:
    verdicts = drawn(seed, number, alike)
    found = agreement_of(verdicts, 30)
    first, second = zip(*verdicts, strict=True)
    assert found.kappa == pytest.approx(cohen_kappa_score(first, second, labels=list(VERDICTS)))
    alike_of_all = sum(one == other for one, other in verdicts) / number
    assert found.observed == pytest.approx(alike_of_all)
    assert found.answers == number
    assert found.interval is not None
    assert found.interval[0] <= found.kappa <= found.interval[1]
    assert found == agreement_of(verdicts, 30)


def test_the_table_has_the_first_verdict_in_its_rows() -> None:
    verdicts = [("right", "wrong")] * 2 + [("wrong", "right")] + [("to_improve", "to_improve")]
    found = agreement_of(verdicts, 1)
    assert found.table == ((0, 0, 2), (0, 1, 0), (1, 0, 0))
    assert found.expected == pytest.approx((2 * 1 + 1 * 1 + 1 * 2) / 16)


def test_more_answers_narrow_the_interval() -> None:
    few, many = (agreement_of(drawn(4, 40, 0.7) * times, 30).interval for times in (1, 25))
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < (few[1] - few[0]) / 3


def test_few_answers_are_not_enough_and_none_say_nothing() -> None:
    assert not agreement_of(drawn(5, 29, 0.8), 30).is_enough
    assert agreement_of(drawn(5, 30, 0.8), 30).is_enough
    nothing = agreement_of([], 30)
    assert (nothing.answers, nothing.kappa, nothing.interval) == (0, None, None)


def test_one_verdict_alone_says_nothing_beyond_chance() -> None:
    same = agreement_of([("right", "right")] * 50, 30)
    assert (same.observed, same.expected, same.kappa, same.interval) == (1.0, 1.0, None, None)
    rare = agreement_of([("right", "right")] * 49 + [("wrong", "wrong")], 30)
    assert rare.kappa == 1.0
    assert rare.interval == (1.0, 1.0)  # tables drawn without the rare one have no kappa


def test_an_unknown_verdict_is_refused() -> None:
    with pytest.raises(KeyError, match="splendid"):
        agreement_of([("right", "splendid")], 1)
