"""Years as people and plans write them, found in running text.

平成30年度, 平成３０年, H30, R4, 令和元年, 令和４（2022）年, 2019年度, 昭和63年, 平成三十年, FY2020,
and ranges: 平成30～34年度, 平成25年度から平成29年度, 2018-2022, 令和3年度から5年間. The names of
the eras and the arithmetic are in `knowledge.eras`; what callers need of them is to be had here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.eras import (
    LAST_ERA_YEAR,
    WESTERN,
    Era,
    both_forms,
    era_in_print,
    era_names,
    era_of,
    fiscal_year_of,
    in_era,
    in_western,
)
from knowledge.mending import one_width
from knowledge.records import Half
from knowledge.year_points import LINK, Point, points

__all__ = [
    "WESTERN",
    "Era",
    "YearMention",
    "both_forms",
    "era_in_print",
    "era_names",
    "era_of",
    "find_years",
    "fiscal_year_of",
    "in_era",
    "in_western",
    "western_years",
    "year_equivalents",
    "year_style",
]

_LENGTH = re.compile(r"\s*から(?:の)?\s*([0-9]{1,2})\s*(?:か年|カ年|ヵ年|ヶ年|箇年|年間)")
_ASIDE = re.compile(r"\s*[(（]([^()（）\n]{2,30})[)）]")


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year or a range of years in a text.

    start, end              character offsets [start, end) of the whole expression
    first_year, last_year   western, both inclusive; equal for a single year
    is_fiscal               年度 (or a half, which only a 年度 has), else a calendar year
    half                    上期 or 下期 where it follows a single year
    month                   1-12 where it follows a single calendar year
    era                     the era it is written in; None for western
    """

    start: int
    end: int
    first_year: int
    last_year: int
    is_fiscal: bool
    half: Half | None = None
    month: int | None = None
    era: Era | None = None

    @property
    def fiscal_range(self) -> tuple[int, int]:
        """The 年度 it may lie in, first and last: 2022年2月 in 2021; 2022年 in 2021 or 2022."""
        if self.is_fiscal:
            return self.first_year, self.last_year
        if self.month is not None:
            year = self.first_year if self.month >= 4 else self.first_year - 1
            return year, year
        return self.first_year - 1, self.last_year

    def covers(self, year: int) -> bool:
        """Whether a western year lies in it."""
        return self.first_year <= year <= self.last_year


def find_years(text: str, default_era: Era | None = None) -> tuple[YearMention, ...]:
    """Every year and range of years in a text, in order; they never overlap.

    A bare 30年度 counts only where `default_era` says which era's it is; a bare 5年 never does:
    it is a length of time. A number that no plan can mean as a year (平成99年) is not one.
    """
    plain = one_width(text)  # character for character: offsets hold
    mentions: list[YearMention] = []
    found = list(points(plain, default_era))
    at = 0
    while at < len(found):
        point, following = found[at], found[at + 1 : at + 2]
        if following and _is_range(plain, point, following[0]):
            mention = _range(point, following[0])
            at += 2
        else:
            unit = point.unit or _unit_of_list(plain, found[at:])
            mention = _single(replace(point, unit=unit), plain)
            at += 1
        mentions.append(_with_aside(mention, plain))
        while at < len(found) and found[at].start < mentions[-1].end:
            at += 1
    return tuple(mentions)


def western_years(mentions: Iterable[YearMention]) -> frozenset[int]:
    """Every western year the mentions name, ranges filled."""
    return frozenset(y for m in mentions for y in range(m.first_year, m.last_year + 1))


def year_style(text: str, first_year: int) -> Era | str:
    """How a plan that begins in `first_year` prints the years it plans for: an Era, or WESTERN.

    The count that most of its 年度 from `first_year` on are written in; where it writes none, the
    era of its making.
    """
    ahead = [m for m in find_years(text) if m.is_fiscal and m.last_year >= first_year]
    styles = Counter(mention.era or WESTERN for mention in ahead)
    return styles.most_common(1)[0][0] if styles else era_in_print(first_year)


def year_equivalents(text_year: str) -> frozenset[str]:
    """Every way to write the same year, itself included, in one width and without blanks.

    `平成34年度` gives 令和4年度, 2022年度, H34年度, R4年度, H34, R4 ...; a calendar year gives
    calendar years. Raises ValueError unless the text is one single year.
    """
    mentions = find_years(text_year)
    if len(mentions) != 1 or mentions[0].first_year != mentions[0].last_year:
        raise ValueError(f"not a single year: {text_year!r}")
    mention = mentions[0]
    unit = "年度" if mention.is_fiscal else "年"
    forms = {in_western(mention.first_year, fiscal=mention.is_fiscal)}
    for era in Era:
        number = mention.first_year - era.first_year + 1
        if not 1 <= number <= LAST_ERA_YEAR[era]:
            continue
        for written in {str(number)} | ({"元"} if number == 1 else set()):
            forms |= {f"{era.value}{written}{unit}", f"{era.letter}{written}{unit}"}
        forms.add(f"{era.letter}{number}")
    return frozenset(forms)


def _is_range(text: str, first: Point, last: Point) -> bool:
    link = LINK.fullmatch(text, first.end, last.start)
    whole = not (first.half or last.half or first.month or last.month)
    return bool(link and link["to"]) and whole and first.year < last.year


def _range(first: Point, last: Point) -> YearMention:
    is_fiscal = "年度" in (first.unit, last.unit)
    return YearMention(
        first.start, last.end, first.year, last.year, is_fiscal, era=first.era or last.era
    )


def _single(point: Point, text: str) -> YearMention:
    last_year, end = point.year, point.end
    length = _LENGTH.match(text, end)
    if length and not (point.half or point.month):
        last_year, end = point.year + int(length.group(1)) - 1, length.end()
    return YearMention(
        point.start,
        end,
        point.year,
        last_year,
        point.unit == "年度",
        half=point.half,
        month=point.month,
        era=point.era,
    )


def _unit_of_list(text: str, found: Sequence[Point]) -> str:
    """平成25・26年度: the unit stands after the last of the list."""
    for one, following in pairwise(found):
        if not LINK.fullmatch(text, one.end, following.start):
            return ""
        if following.unit:
            return following.unit
    return ""


def _with_aside(mention: YearMention, text: str) -> YearMention:
    """Take in brackets that say the same range again: 平成30～34年度（2018～2022年度）."""
    aside = _ASIDE.match(text, mention.end)
    if mention.first_year == mention.last_year or not aside:
        return mention
    again = find_years(aside.group(1))
    same = [(m.first_year, m.last_year) == (mention.first_year, mention.last_year) for m in again]
    return replace(mention, end=aside.end()) if same and all(same) else mention
