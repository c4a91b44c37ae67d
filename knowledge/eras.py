"""Japanese eras and western years: the arithmetic and the wording.

A 年度 (fiscal year) runs April to March and is named by the year in which it begins. An era is
counted on by plans printed before it ended: 平成34年度 never came, it is 令和4年度 = 2022年度.
2019 has two names, 平成31 and 令和元; so has the calendar year 1989 (昭和64, 平成元). The 年度 that
began in April 1989 is 平成元年度 only: the era had changed in January.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

WESTERN = "西暦"  # where an era is asked for: the western count


class Era(StrEnum):
    """The eras a plan of our time can name."""

    SHOWA = "昭和"
    HEISEI = "平成"
    REIWA = "令和"

    @property
    def letter(self) -> str:
        """S, H or R, as in H30."""
        return _LETTERS[self]

    @property
    def first_year(self) -> int:
        """The western year of 元年."""
        return _FIRST_YEARS[self]


_LETTERS = {Era.SHOWA: "S", Era.HEISEI: "H", Era.REIWA: "R"}
_FIRST_YEARS = {Era.SHOWA: 1926, Era.HEISEI: 1989, Era.REIWA: 2019}
# A plan counts its era on for the few years it looks ahead; more is a slip, or no year at all.
LAST_ERA_YEAR = {Era.SHOWA: 64, Era.HEISEI: 45, Era.REIWA: 60}


def western(era: Era, year: int) -> int:
    """平成34 as 2022. Raises ValueError for a year no plan can mean (0, 平成46, 昭和65)."""
    if not 1 <= year <= LAST_ERA_YEAR[era]:
        raise ValueError(f"{era.value}{year}年 is out of range")
    return era.first_year + year - 1


def era_of(year: int) -> Era:
    """The era a year is counted in today: of two names the later (2019 令和, 1989 平成).

    Raises ValueError before 昭和元 (1926).
    """
    for era in (Era.REIWA, Era.HEISEI, Era.SHOWA):
        if year >= era.first_year:
            return era
    raise ValueError(f"{year} is before {Era.SHOWA.value}元年")


def era_in_print(first_year: int) -> Era:
    """The era in which a plan that begins in this 年度 prints its years: 2019 is still 平成."""
    return era_of(first_year - 1)


def in_era(year: int, era: Era, *, fiscal: bool = True) -> str:
    """2022 in 平成 as 平成34年度. Raises ValueError where the era had not begun."""
    number = year - era.first_year + 1
    western(era, number)
    return f"{era.value}{'元' if number == 1 else number}{_unit(fiscal)}"


def in_western(year: int, *, fiscal: bool = True) -> str:
    """2022 as 2022年度."""
    return f"{year}{_unit(fiscal)}"


def era_names(year: int, *, fiscal: bool = True) -> tuple[str, ...]:
    """The names a year really had: 2019 as (平成31年度, 令和元年度), 2022 as (令和4年度,)."""
    names = (in_era(year, era_of(year), fiscal=fiscal),)
    if year == Era.REIWA.first_year:
        return (in_era(year, Era.HEISEI, fiscal=fiscal), *names)
    if year == Era.HEISEI.first_year and not fiscal:
        return (in_era(year, Era.SHOWA, fiscal=fiscal), *names)
    return names


def both_forms(year: int, as_printed: Era | str | None = None, *, fiscal: bool = True) -> str:
    """A year as residents are told it: as the plan prints it, then by today's era and western.

    as_printed   an Era (or its name), "西暦" for western, or None for today's era
    fiscal       年度, else 年

    >>> both_forms(2022, Era.HEISEI)
    '平成34年度（令和4年度・2022年度）'
    >>> both_forms(2022)
    '令和4年度（2022年度）'
    >>> both_forms(2019)
    '平成31年度・令和元年度（2019年度）'
    """
    names = era_names(year, fiscal=fiscal)
    by_west = in_western(year, fiscal=fiscal)
    if as_printed == WESTERN:
        return f"{by_west}（{'・'.join(names)}）"
    if as_printed is None:
        return f"{'・'.join(names)}（{by_west}）"
    printed = in_era(year, Era(as_printed), fiscal=fiscal)
    others = [name for name in names if name != printed]
    return f"{printed}（{'・'.join([*others, by_west])}）"


def fiscal_year_of(day: date) -> int:
    """The 年度 of a day: January to March still belong to the year before."""
    return day.year if day.month >= 4 else day.year - 1


def _unit(fiscal: bool) -> str:
    return "年度" if fiscal else "年"
