"""Where the time goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.evaluation.figures import Row
from service.evaluation.steps import step_times


def test_a_step_is_counted_over_the_questions_that_came_to_it(made: Callable[..., Row]) -> None:
    check, retrieve = step_times([made(0.1), made(0.5), made(0.9)])
    assert (check.step, check.questions, check.mean, check.p95) == ("Check", 3, 1.0, 1.0)
    assert retrieve.mean == pytest.approx(5.0)
    assert (retrieve.p50, retrieve.p95) == (5.0, 9.0)


def test_real_steps_stand_in_the_order_they_are_taken(real_rows: list[Row]) -> None:
    found = step_times(real_rows)
    assert [one.step for one in found][:7] == [
        *("Check", "Recall", "Understand"),
        *("ReadAliases", "RefuseTopics", "Approve", "DecideBeyond"),
    ]
    counts = [one.questions for one in found]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == len(real_rows)
