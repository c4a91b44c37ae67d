"""Years, numbers with their units and bodies: what must stand beside the right words.

Years and numbers are taken out of a text before it is cut, and single characters of private use
stand for them: 平成30、31年度 and 2,000人 each stay one thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from knowledge.reviewing.facts import NUMBER
from knowledge.years import Era, YearMention, find_years
from service.phrasing.verifying.kanji_numbers import with_digits

MARK = re.compile("[\ue000-\uf8ff]")
_FIRST_MARK = 0xE000
_DAY = re.compile(r"([0-9]{1,2})日(?!間)")
_GROUPING = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


class FigureKind(StrEnum):
    """Sorts of figures; a number's kind has its unit after it."""

    YEAR = "year"
    NUMBER = "number"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. Those of one `kind` can be mistaken for each other.

    value  in one spelling: 2018-2022年度 for a range of years, 2007年4月1日 for a whole date
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in half width in which a mark stands for each year and number.

    figures    by mark
    originals  what each mark stands for
    """

    text: str
    figures: Mapping[str, Figure]
    originals: Mapping[str, str]

    def restored(self, piece: str) -> str:
        """A piece of the text with its years and numbers."""
        return MARK.sub(lambda found: self.originals[found.group()], piece)


def number_kind(unit: str) -> str:
    """The kind of numbers with a unit; "" where they have none."""
    return f"{FigureKind.NUMBER} {unit}".strip()


def marked(text: str, era: Era) -> Marked:
    """Take years and numbers out of a text. `era` is whose years a bare 31年度 is."""
    plain = _GROUPING.sub("", with_digits(MARK.sub("", text)))
    found = [_year(one, plain) for one in find_years(plain, era)]
    blank = plain
    for start, end, _ in found:
        blank = f"{blank[:start]}{'、' * (end - start)}{blank[end:]}"
    found += [
        (one.start(), one.end(), Figure(number_kind(one[2] or ""), one[1]))
        for one in NUMBER.finditer(_lower(blank))
    ]
    figures: dict[str, Figure] = {}
    originals: dict[str, str] = {}
    parts, at = [], 0
    for number, (start, end, figure) in enumerate(sorted(found, key=lambda one: one[0])):
        mark = chr(_FIRST_MARK + number)
        figures[mark], originals[mark] = figure, plain[start:end]
        parts += [plain[at:start], mark]
        at = end
    return Marked("".join((*parts, plain[at:])), figures, originals)


def _lower(text: str) -> str:
    """ASCII letters in lower case; str.lower() may change the length of a text."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


def _year(mention: YearMention, text: str) -> tuple[int, int, Figure]:
    """Where a year, a range of years or a date stands, and what it is."""
    years = "-".join(str(year) for year in dict.fromkeys((mention.first_year, mention.last_year)))
    value = f"{years}{'年度' if mention.is_fiscal else '年'}{mention.half or ''}"
    end = mention.end
    if mention.month:
        value += f"{mention.month}月"
        if day := _DAY.match(text, end):
            value, end = f"{value}{int(day[1])}日", day.end()
    return mention.start, end, Figure(FigureKind.YEAR, value)
