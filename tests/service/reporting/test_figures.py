"""Sums, shares, quantiles and series, counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from service.evaluation.share import Share
from service.reporting import Figures, Naming, Period, Reports, Step, Totals
from service.reporting.figures import Waits, quantile
from tests.service.reporting.conftest import Desk

PERIOD = Period.until(date(2025, 6, 11), 7)


@pytest.fixture
def naming(knowledge: object) -> Naming:
    return Naming(knowledge)  # type: ignore[arg-type]


def test_shares_have_the_denominators_that_are_told(
    desk: Desk, reports: Reports, naming: Naming
) -> None:
    for helpful in (True, True, False, None):
        desk.ask(helpful=helpful)
    desk.ask(reason="not_found.no_evidence", helpful=False)
    desk.ask(reason="clarify.question")
    desk.ask(reason="refused.abuse", kind=None)
    desk.ask(date(2025, 6, 4))  # a day too early
    found = reports.overview(PERIOD, None, naming)
    assert found.figures.questions == 7
    assert found.figures.statuses == {"answered": 4, "not_found": 1, "clarify": 1, "refused": 1}
    assert found.figures.answered == Share(4, 6)  # what was refused was not to be answered
    assert found.figures.helpful == Share(2, 4)
    assert found.totals.kinds == {
        "when": {"answered": 4, "not_found": 1, "clarify": 1},
        "": {"refused": 1},
    }


def test_an_answer_that_two_judged_counts_once_by_the_stricter(
    desk: Desk, reports: Reports, naming: Naming
) -> None:
    one, other = desk.hire("sato"), desk.hire("suzuki")
    both, alone, wrong = desk.ask(), desk.ask(), desk.ask()
    desk.judge(both, one, "right")
    desk.judge(both, other, "to_improve")
    desk.judge(alone, one, "right")
    desk.judge(wrong, other, "wrong")
    desk.judge(wrong, one, "right")
    figures = reports.overview(PERIOD, None, naming).figures
    assert figures.verdicts == {"right": 1, "to_improve": 1, "wrong": 1}
    assert figures.verdict("wrong") == Share(1, 3)


def test_a_city_sees_its_own_alone(desk: Desk, reports: Reports, naming: Naming) -> None:
    desk.ask()
    desk.ask(city="otawara")
    desk.ask(city=None)
    assert reports.overview(PERIOD, {"toride"}, naming).figures.questions == 1
    assert reports.overview(PERIOD, {"toride", "otawara"}, naming).figures.questions == 2
    assert reports.overview(PERIOD, None, naming).figures.questions == 3
    assert reports.overview(PERIOD, frozenset(), naming).figures.questions == 0


def test_nothing_asked_gives_no_values(reports: Reports, naming: Naming) -> None:
    found = reports.overview(PERIOD, None, naming)
    assert found.figures.questions == 0
    assert found.figures.answered.value is None
    assert found.figures.waits == Waits(None, None)
    assert [start for start, _ in found.counts.points] == list(PERIOD)
    assert found.groups.groups == ()
    assert found.queue.total == 0
    assert found.passages.most == ()


def test_every_step_has_its_days(desk: Desk, reports: Reports, naming: Naming) -> None:
    desk.ask(date(2025, 6, 8))  # a Sunday
    desk.ask(date(2025, 6, 9))
    desk.ask(date(2025, 6, 11), milliseconds=90.0)
    found = reports.overview(PERIOD, None, naming)
    assert [each.questions for _, each in found.counts.points] == [0, 0, 0, 1, 1, 0, 1]
    assert found.verdicts.step is Step.WEEK
    assert [start for start, _ in found.verdicts.points] == [date(2025, 6, 2), date(2025, 6, 9)]
    assert [each.questions for _, each in found.verdicts.points] == [1, 2]
    assert found.figures.waits == Waits(20, 90)


def test_the_first_day_is_that_of_the_cities(desk: Desk, reports: Reports) -> None:
    assert reports.first_day(None) is None
    desk.ask(date(2025, 3, 1), city="otawara")
    desk.ask(date(2025, 4, 1))
    assert reports.first_day(None) == date(2025, 3, 1)
    assert reports.first_day({"toride"}) == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("histogram", "share", "value"),
    [
        ({}, 0.5, None),
        ({7: 1}, 0.95, 7),
        ({10: 1, 20: 1}, 0.5, 10),
        ({10: 1, 20: 1, 30: 1}, 0.5, 20),
        ({10: 19, 99: 1}, 0.95, 10),
        ({10: 18, 99: 2}, 0.95, 99),
    ],
)
def test_quantiles_are_values_that_were_seen(
    histogram: dict[int, int], share: float, value: int | None
) -> None:
    assert quantile(histogram, share) == value


def test_sums_of_nothing_are_empty() -> None:
    assert Totals.of([]) == Totals({}, {}, {})
    assert Figures.of([]).questions == 0
