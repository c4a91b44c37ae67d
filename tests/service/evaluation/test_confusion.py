"""Types of question against what came of them and what they were understood as."""

from __future__ import annotations

from collections.abc import Callable

from service.evaluation.confusion import NOT_READ, by_outcome, by_understanding
from service.evaluation.figures import Row


def test_columns_run_from_right_to_wrong_and_hold_every_question(
    made: Callable[..., Row],
) -> None:
    rows = [
        made(0.2),
        made(0.9, right=False),
        made(0.9),
        made(0.8),
        made(0.9, kind="unanswerable"),
        made(0.1, kind="unanswerable"),
    ]
    found = by_outcome(rows)
    assert found.columns == (
        "correct",
        "refused: not_found.not_in_plan",
        "wrong: evidence not cited",
        "wrong: should have been refused",
        "abstained: not_found.not_in_plan",
    )
    assert found.lines == (("unanswerable", (0, 1, 0, 1, 0)), ("when", (2, 0, 1, 0, 1)))


def test_what_was_understood_is_told_by_this_process(real_rows: list[Row]) -> None:
    found = by_understanding(real_rows)
    hostile = dict(found.lines)["hostile"]
    assert dict(zip(found.columns, hostile, strict=True))[NOT_READ] == 1
    assert sum(dict(found.lines)["when"]) == 2
    assert "when" in found.columns


def test_nothing_is_known_of_no_questions() -> None:
    assert by_outcome([]).lines == ()
    assert by_understanding([]).columns == ()
