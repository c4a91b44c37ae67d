"""What other thresholds would bring."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from knowledge.errors import ServiceUnreachableError
from service.evaluation.asking import ask_url
from service.evaluation.curve import THRESHOLDS, curve
from service.evaluation.figures import Row, figures
from service.evaluation.share import Share

MakeRow = Callable[..., Row]


def test_each_threshold_answers_what_is_at_least_as_sure(made: MakeRow) -> None:
    rows = [
        made(0.3),
        made(0.7),
        made(0.7, right=False),
        made(0.9),
        made(0.4, kind="unanswerable"),
        made(0.8, kind="unanswerable"),
    ]
    low, middle, edge, high = curve(rows, (0.0, 0.5, 0.7, 0.95))
    assert (low.correct, low.wrong) == (Share(3, 4), Share(3, 6))
    assert (low.abstained, low.refused) == (Share(0, 4), Share(0, 2))
    assert (middle.correct, middle.wrong) == (Share(2, 4), Share(2, 6))
    assert (middle.abstained, middle.refused) == (Share(1, 4), Share(1, 2))
    assert edge.correct == Share(2, 4)
    assert (high.correct, high.wrong) == (Share(0, 4), Share(0, 6))
    assert (high.abstained, high.refused) == (Share(4, 4), Share(2, 2))


def test_the_curve_passes_through_the_figures_at_the_threshold_in_use(
    real_rows: list[Row],
) -> None:
    found = figures(real_rows, {})
    (point,) = [one for one in curve(real_rows) if one.threshold == 0.5]
    for name in ("correct", "wrong", "abstained", "refused"):
        assert getattr(point, name) == getattr(found, name)


def test_a_higher_threshold_never_answers_more(real_rows: list[Row]) -> None:
    points = curve(real_rows)
    assert [point.threshold for point in points] == list(THRESHOLDS)
    for one, other in pairwise(points):
        assert other.abstained.count >= one.abstained.count
        assert other.refused.count >= one.refused.count
        assert other.wrong.count <= one.wrong.count
    assert points[0].abstained.count == 0
    assert points[-1].abstained.value == 1
    assert points[-1].refused.value == 1


def test_a_comparison_tells_less_the_higher_the_threshold(real_rows: list[Row]) -> None:
    (reply,) = [reply for question, reply, _ in real_rows if question.id == "both"]
    assert reply.inside is not None
    first, *between, last = reply.inside.alternatives
    assert first.reply.status == "answered"
    assert last.reply.status == "not_found"
    assert all(len(one.reply.citations) <= len(first.reply.citations) for one in between)
    limits = [one.up_to for one in reply.inside.alternatives]
    assert limits == sorted(set(limits))
    assert limits[-1] == float("inf")


def test_a_question_settled_before_any_search_has_no_threshold(real_rows: list[Row]) -> None:
    settled = [row for row in real_rows if row[0].id in ("weather", "data")]
    for _, reply, _ in settled:
        assert reply.inside is not None
        assert reply.inside.alternatives == ()
    assert {point.refused for point in curve(settled)} == {Share(2, 2)}


def test_no_curve_where_the_threshold_is_not_ours(made: MakeRow) -> None:
    question, reply, verdict = made(0.9)
    over_http = type(reply)(reply.status, reply.text, reply.citations, reply.seconds)
    assert curve([(question, over_http, verdict)]) == ()
    assert curve([]) == ()


def test_an_address_that_is_none_is_named(made: MakeRow) -> None:
    question, _, _ = made(0.9)
    with pytest.raises(ServiceUnreachableError, match="ftp://nowhere"):
        ask_url("ftp://nowhere", question)
