"""The 年度 from one to another by all their names, short enough for a phone."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.eras import WESTERN, Era, both_forms, era_of, in_era, in_western
from knowledge.records import Half, Term

_TO = "〜"
_AND = "・"
_UNIT = "年度"


@dataclass(frozen=True, slots=True)
class YearRange:
    """One 年度 or half of one, or all from a first to a last.

    first, last            western, equal for a single one
    first_half, last_half  where it does not begin or end with a whole 年度; None for both else
    printed                as the plan prints its years: 平成34年度, 平成32〜34年度, 平成25年度上期
    also                   their other names: 令和4年度・2022年度
    """

    first: int
    last: int
    first_half: Half | None
    last_half: Half | None
    printed: str
    also: str


def year_range(first: Term, last: Term, style: Era | str) -> YearRange:
    """The terms from `first` to `last`; `style` is how the plan prints its years."""
    whole = (first.half, last.half) in ((None, None), (Half.FIRST, Half.SECOND))
    one, other = first.fiscal_year, last.fiscal_year
    if whole:
        printed = _names(one, other, style)
    else:
        ends = [f"{_names(t.fiscal_year, t.fiscal_year, style)}{t.half}" for t in (first, last)]
        printed = _TO.join(dict.fromkeys(ends))
    return YearRange(
        one,
        other,
        None if whole else first.half,
        None if whole else last.half,
        printed,
        _also(one, other, style),
    )


def _names(first: int, last: int, style: Era | str) -> str:
    """2020 to 2022 in 平成 as 平成32〜34年度."""
    if style == WESTERN:
        ends = [in_western(first), in_western(last)]
        shared = ""
    else:
        ends = [in_era(first, Era(style)), in_era(last, Era(style))]
        shared = str(style)
    if first == last:
        return ends[0]
    return f"{ends[0].removesuffix(_UNIT)}{_TO}{ends[1].removeprefix(shared)}"


def _also(first: int, last: int, style: Era | str) -> str:
    if first == last:
        return both_forms(first, style).partition("（")[2].removesuffix("）")
    names = []
    if era_of(first) == era_of(last):
        real = _names(first, last, era_of(first))
    else:
        real = _TO.join(in_era(year, era_of(year)) for year in (first, last))
    if real != _names(first, last, style):
        names.append(real)
    if style != WESTERN:
        names.append(_names(first, last, WESTERN))
    return _AND.join(names)
