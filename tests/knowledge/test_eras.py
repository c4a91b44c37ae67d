"""Era arithmetic and wording, against the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.eras import (
    Era,
    both_forms,
    era_in_print,
    era_names,
    era_of,
    fiscal_year_of,
    in_era,
    in_western,
    western,
)


@pytest.mark.parametrize(
    ("era", "year", "expected"),
    [
        (Era.HEISEI, 30, 2018),
        (Era.HEISEI, 34, 2022),
        (Era.HEISEI, 1, 1989),
        (Era.REIWA, 1, 2019),
        (Era.REIWA, 9, 2027),
        (Era.SHOWA, 64, 1989),
    ],
)
def test_western(era: Era, year: int, expected: int) -> None:
    assert western(era, year) == expected


@pytest.mark.parametrize(
    ("era", "year"), [(Era.HEISEI, 0), (Era.HEISEI, 46), (Era.SHOWA, 65), (Era.REIWA, 61)]
)
def test_a_year_no_plan_can_mean(era: Era, year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        western(era, year)


def test_the_two_names_of_a_year_of_change() -> None:
    assert era_names(2019) == ("平成31年度", "令和元年度")
    assert era_names(2019, fiscal=False) == ("平成31年", "令和元年")
    assert era_names(1989) == ("平成元年度",)
    assert era_names(1989, fiscal=False) == ("昭和64年", "平成元年")
    assert era_names(2018) == ("平成30年度",)
    assert era_names(2020) == ("令和2年度",)


@pytest.mark.parametrize(
    ("year", "printed", "told"),
    [
        (2022, "平成", "平成34年度（令和4年度・2022年度）"),
        (2022, Era.HEISEI, "平成34年度（令和4年度・2022年度）"),
        (2020, Era.HEISEI, "平成32年度（令和2年度・2020年度）"),
        (2019, Era.HEISEI, "平成31年度（令和元年度・2019年度）"),
        (2018, Era.HEISEI, "平成30年度（2018年度）"),
        (2023, Era.REIWA, "令和5年度（2023年度）"),
        (2019, Era.REIWA, "令和元年度（平成31年度・2019年度）"),
        (2019, "西暦", "2019年度（平成31年度・令和元年度）"),
        (2023, "西暦", "2023年度（令和5年度）"),
        (2022, None, "令和4年度（2022年度）"),
        (2013, None, "平成25年度（2013年度）"),
        (2019, None, "平成31年度・令和元年度（2019年度）"),
    ],
)
def test_both_forms(year: int, printed: Era | str | None, told: str) -> None:
    assert both_forms(year, printed) == told


def test_both_forms_of_a_calendar_year() -> None:
    assert both_forms(2015, Era.HEISEI, fiscal=False) == "平成27年（2015年）"


def test_an_era_that_had_not_begun_cannot_be_printed() -> None:
    with pytest.raises(ValueError, match="令和"):
        both_forms(2018, Era.REIWA)
    with pytest.raises(ValueError, match="1925"):
        era_of(1925)


@pytest.mark.parametrize(
    ("first_year", "era"),
    [(2013, Era.HEISEI), (2018, Era.HEISEI), (2019, Era.HEISEI), (2020, Era.REIWA)],
)
def test_the_era_a_plan_prints_is_that_of_its_making(first_year: int, era: Era) -> None:
    assert era_in_print(first_year) is era


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2022, 3, 31), 2021),
        (date(2022, 4, 1), 2022),
        (date(2022, 12, 31), 2022),
        (date(2023, 1, 1), 2022),
    ],
)
def test_a_fiscal_year_runs_from_april_to_march(day: date, year: int) -> None:
    assert fiscal_year_of(day) == year


def test_single_forms() -> None:
    assert in_era(2019, Era.REIWA) == "令和元年度"
    assert in_era(2026, Era.HEISEI, fiscal=False) == "平成38年"
    assert in_western(2026) == "2026年度"
