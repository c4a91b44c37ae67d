"""The years a text tells, whatever the era: 平成34年度 = 令和4年度 = 2022年度."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.reviewing.wording import comparable

# Western year before the first year of each era.
_BEFORE = {
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "s": 1925,
    "h": 1988,
    "r": 2018,
}
# A number is a year when 年 follows it, at once or after the other members of a list or range:
# 平成25~28年度, 31・32年度, 20(2回)・21年.
_NUMBER = re.compile(
    r"(?<![\d.])(?:(?P<era>昭和|平成|令和|(?<![a-z])[shr](?=\d{1,2}(?!\d)))(?P<of_era>元|\d{1,2})"
    r"|(?P<plain>\d{1,4}))(?!\d)(?P<both>\((?:19|20)\d\d\))?"
    r"(?=(?P<list>(?:\(\d回\))?(?:[・~](?:元|\d{1,4})(?:\(\d回\))?)*)(?P<unit>年度?)?)"
)


@dataclass(frozen=True, slots=True)
class Years:
    """The western years found, and the comparable text without the expressions they came from."""

    western: frozenset[int]
    without: str


def find_years(text: str) -> Years:
    """Years with an era, four-digit years, and members of their lists and ranges.

    A bare `30年度` belongs to the era named last before it (平成 where none was: the plans' own
    short form); a bare `5年` is a length of time and stays in `without`.
    """
    plain = comparable(text)
    western: set[int] = set()
    kept = []
    end = 0
    era = "平成"
    for found in _NUMBER.finditer(plain):
        year = _year(found, era)
        if found["era"]:
            era = found["era"]
        if year is None:
            continue
        western.add(year)
        if found["both"]:
            western.add(int(found["both"][1:-1]))
        kept.append(plain[end : found.start()])
        end = found.end()
        if not found["list"] and found["unit"]:
            end += len(found["unit"])
    kept.append(plain[end:])
    return Years(frozenset(western), "\n".join(kept))


def _year(found: re.Match[str], era: str) -> int | None:
    if found["era"]:
        # `h23` in a name is no year unless 年 follows, but eras in kanji always are.
        return _BEFORE[found["era"]] + (1 if found["of_era"] == "元" else int(found["of_era"]))
    number = found["plain"]
    if not found["unit"]:
        return None
    if len(number) == 4:
        return int(number) if 1900 <= int(number) < 2100 else None
    if found["unit"] == "年度" and 0 < int(number) < 65:
        return _BEFORE[era] + int(number)
    if found["list"] and found["unit"] == "年" and 0 < int(number) < 65:
        return _BEFORE[era] + int(number)
    return None
