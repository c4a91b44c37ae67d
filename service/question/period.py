"""Years a question names, those counted from today included."""

from __future__ import annotations

import re
from datetime import date

from knowledge.years import Era, YearMention, find_years, fiscal_year_of

# Offsets from the running year; 年度 where the word says so, else the calendar year.
_RELATIVE = re.compile(
    r"(?P<word>一昨年|おととし|さ来年|再来年|今年|ことし|本年|来年|らいねん|去年|きょねん|昨年|さくねん|翌年(?!度))"
    r"(?P<fiscal>度)?|(?P<english>this|next|last) (?P<unit>fiscal year|year)"
)
_OFFSET = {
    "一昨年": -2, "おととし": -2, "去年": -1, "きょねん": -1, "昨年": -1, "さくねん": -1, "今年": 0,
    "ことし": 0, "本年": 0, "来年": 1, "らいねん": 1, "再来年": 2, "さ来年": 2,
    "last": -1, "this": 0, "next": 1,
}  # fmt: skip
# A bare 30年度 is Heisei, a bare 5年度 Reiwa: plans of cities hardly look back before 平成11年度,
# and none looks ahead beyond 令和10年度.
_FIRST_HEISEI_NUMBER = 11


def years_in(text: str, today: date) -> tuple[YearMention, ...]:
    """Every year mention in reading order; offsets are into `text`."""
    found = list(find_years(text))
    for era in (Era.HEISEI, Era.REIWA):
        for mention in find_years(text, era):
            if _free(mention.start, mention.end, found) and _is_of(era, mention):
                found.append(mention)
    for match in _RELATIVE.finditer(text):
        word = match["word"] or match["english"]
        if word in _OFFSET and _free(match.start(), match.end(), found):
            fiscal = bool(match["fiscal"]) or match["unit"] == "fiscal year"
            year = (fiscal_year_of(today) if fiscal else today.year) + _OFFSET[word]
            found.append(YearMention(match.start(), match.end(), year, year, fiscal))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _free(start: int, end: int, taken: list[YearMention]) -> bool:
    return all(end <= mention.start or mention.end <= start for mention in taken)


def _is_of(era: Era, mention: YearMention) -> bool:
    number = mention.first_year - era.first_year + 1
    return (number >= _FIRST_HEISEI_NUMBER) == (era is Era.HEISEI)
