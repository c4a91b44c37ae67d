"""Single year expressions in a text; `knowledge.years` joins them into ranges.

What makes a number a year: an era before it; 年 or 年度 after a four-digit number; standing free as
a four-digit number; or following a year after ～ or ・ (平成30～34年度), where the era goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.eras import LAST_ERA_YEAR, Era, western
from knowledge.records import Half

_ERA = (
    r"(?P<era>昭和|平成|令和|㍼|㍻|㋿|(?<![A-Za-z0-9])"
    r"(?:[HR](?=\s?(?:[0-9]|元年))|S(?=\s?[0-9]{1,2}\s*年)))\s*"
    r"(?P<of_era>元|[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3}(?=\s*年))"
)
_WESTERN = r"(?P<western>(?<![0-9.,])(?:19[5-9]|20[0-9])[0-9](?![0-9]))"
_BARE = r"(?P<bare>(?<![0-9.,])[0-9]{1,2}(?![0-9]))"
_POINT = re.compile(rf"(?P<fy>(?<![A-Za-z])FY\s?)?(?:{_ERA}|{_WESTERN}|{_BARE})")
_UNIT = re.compile(r"\s*年(?!間)(\s*度)?")
_HALF = re.compile(r"\s*の?\s*(上|下)半?期")
_MONTH = re.compile(r"\s*([0-9]{1,2})\s*月(?!間)")
_ASIDE = re.compile(r"\s*[(（](?:西暦)?([^()（）\n]{2,24})[)）]")
# `2000 人` counts people; a year stands between blanks, brackets or punctuation.
_FREE_BEFORE = re.compile(r"(?:^|[\s()（）「」『』【】\[\]、。,.!?？！:：;；～〜~・/–-])$")
_FREE_AFTER = re.compile(
    r"(?:$|[()（）「」『』【】\[\]、。!?？！:：;；～〜~・/–]|[,.-](?![0-9])|-(?=(?:19|20)[0-9]{2}(?![0-9]))"
    r"|\s+(?![人件円台名個点冊所校回%％]|世帯|か所|箇所|ページ|people|yen))"
)
LINK = re.compile(r"\s*(?P<to>～|〜|~|-|–|—|―|から)\s*|\s*[・、,]\s*")
_KANJI = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_ERA_SIGNS = {"㍼": Era.SHOWA, "㍻": Era.HEISEI, "㋿": Era.REIWA}
_ERAS = {era.value: era for era in Era} | {era.letter: era for era in Era} | _ERA_SIGNS


@dataclass(frozen=True, slots=True)
class Point:
    """A year as written: `unit` is 年度, 年 or "" where none follows; `era` None for western."""

    start: int
    end: int
    year: int
    unit: str
    era: Era | None
    half: Half | None = None
    month: int | None = None


def points(text: str, default_era: Era | None = None) -> Iterator[Point]:
    """The years of a text of one width, in order; `default_era` gives a bare 30年度 its era."""
    last: Point | None = None
    begin = 0
    while found := _POINT.search(text, begin):
        point = _read(text, found, last, default_era)
        begin = found.end() if point is None else point.end
        if point is not None:
            last = point
            yield point


def _read(
    text: str, found: re.Match[str], last: Point | None, default_era: Era | None
) -> Point | None:
    unit, end = _unit(text, found.end())
    year, era = _year(text, found, unit, last, default_era)
    if year is None:
        return None
    if absorbed := _aside(text, end, year):
        end = absorbed
        if not unit:
            unit, end = _unit(text, end)
    if found["fy"]:
        unit = "年度"
    if half := _HALF.match(text, end):
        return Point(found.start(), half.end(), year, "年度", era, Half(f"{half.group(1)}期"))
    month = _MONTH.match(text, end) if unit == "年" else None
    if month and 1 <= int(month.group(1)) <= 12:
        return Point(found.start(), month.end(), year, unit, era, None, int(month.group(1)))
    return Point(found.start(), end, year, unit, era)


def _year(
    text: str, found: re.Match[str], unit: str, last: Point | None, default_era: Era | None
) -> tuple[int | None, Era | None]:
    if found["era"]:
        era = _ERAS[found["era"]]
        return _in_era(era, _number(found["of_era"])), era
    if found["western"]:
        year = int(found["western"])
        certain = unit or found["fy"] or _ASIDE.match(text, found.end()) or _is_free(text, found)
        return (year if certain else None), None
    return _bare(text, found, unit, last, default_era)


def _bare(
    text: str, found: re.Match[str], unit: str, last: Point | None, default_era: Era | None
) -> tuple[int | None, Era | None]:
    """A short number: a year where it goes on from a year before it, or where 年度 follows."""
    number = int(found["bare"])
    link = LINK.fullmatch(text, last.end, found.start()) if last else None
    if last and link and _goes_on(text, found.end(), unit, last, link):
        century = last.year // 100 * 100
        year = _in_era(last.era, number) if last.era else century + number
        if year is not None and year > last.year:
            return year, last.era
    if default_era and unit == "年度":
        return _in_era(default_era, number), default_era
    return None, None


def _goes_on(text: str, end: int, unit: str, last: Point, link: re.Match[str]) -> bool:
    if not unit or last.unit not in ("", unit):
        # 平成30～34 needs no unit at all; in a list (平成30、2つの) a number needs one.
        return not unit and not last.unit and bool(link["to"]) and link["to"] != "から"
    # 令和3年から5年で is a length of time; 令和3年から5年まで is not.
    spoken = link["to"] == "から" and unit == "年"
    return not spoken or bool(re.compile(r"\s*年\s*(?:まで|にかけて)").match(text, end))


def _unit(text: str, at: int) -> tuple[str, int]:
    found = _UNIT.match(text, at)
    if not found:
        return "", at
    return ("年度" if found.group(1) else "年"), found.end()


def _aside(text: str, at: int, year: int) -> int | None:
    """The end of brackets that say the same year again: 令和3(2021)年度."""
    found = _ASIDE.match(text, at)
    if not found:
        return None
    inside = found.group(1)
    again = list(points(inside))
    rest = "".join(_without(inside, again))
    if again and all(p.year == year for p in again) and not rest.strip(" ・、,=＝"):
        return found.end()
    return None


def _without(text: str, found: list[Point]) -> Iterator[str]:
    end = 0
    for point in found:
        yield text[end : point.start]
        end = point.end
    yield text[end:]


def _is_free(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()][-1:], found.end()
    return bool(_FREE_BEFORE.search(before)) and bool(_FREE_AFTER.match(text, after))


def _in_era(era: Era, number: int) -> int | None:
    return western(era, number) if 1 <= number <= LAST_ERA_YEAR[era] else None


def _number(written: str) -> int:
    if written == "元":
        return 1
    if written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones, 0)
