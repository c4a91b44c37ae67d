"""The checkable facts of an answer: years, numbers with their units, departments, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.reviewing.wording import comparable
from knowledge.years import Era, find_years, western_years

# Longest first. A number is compared together with its unit: 5施策 is not 5%.
_UNITS = (
    "ポイント|パーセント|メートル|千万|万人|億|万|か年|年間|年版|年末|年秋|週間|時間|箇所|カ所|か所|"
    "mb|gb|倍|割|位|%|施策|事業|項目|団体|言語|階層|文字|階|代|歳|月|日|時|分|週|人|名|件|回|つ|本|"
    "部|節|章|条|項|号|表|次|点|台|段|世代|課|職|要素|g|ページ|目標|テーマ|図表|年"
)
# In comparable text: the number, and its unit where it has one of these.
NUMBER = re.compile(rf"(?<!\d)(?<!\d\.)(\d+(?:[.:]\d+)?(?:-\d+)*)({_UNITS})?")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})時(?:(\d{1,2})分)?(?!間)")
_LATIN = re.compile(r"[a-z]+(?:[.&/-][a-z]+)*")
_QUOTED = re.compile(r"「((?:[^「」]|「[^「」]*」)*)」")
# A body is named by a run of kanji, katakana and 々 that ends in one of these.
_BODY = re.compile(
    r"[一-龥々ァ-ヴー]{2,}(?:課|室|局|センター|委員会|分科会|ワーキングチーム|協会|会議所|"
    r"協議会|研究会|本部|省|庁|部長|課長|市長|委員長|知事)"
)
# Words of that shape which name no particular body.
_NO_BODY = re.compile(r"^(担当課|各課|関係各課|業務担当課|庁内関係各課|複数課|同課|両課)$")
_TITLED = re.compile(
    r"[一-龥々ァ-ヴー]{4,}(?:計画|システム|条例|規程|要綱|要領|指針|戦略|ポリシー|ガイドライン)"
)


# What stands between a year and the same year told the other way.
_ASIDE = re.compile(r"版?[（(〔]")


class FactKind(StrEnum):
    """What sort of fact must be supported."""

    YEAR = "year"
    NUMBER = "number"
    QUOTED = "quoted name"
    LATIN = "latin name"
    BODY = "department or body"
    TITLED = "plan, system or rule"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; `text` is comparable text (see `comparable`), `unit` "" but for numbers."""

    kind: FactKind
    text: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.text}{self.unit}"


def facts_of(answer: str, era: Era) -> tuple[Fact, ...]:
    """Every checkable fact of an answer, in no meaningful order.

    era  whose years a bare 31年度 is: the era in which the plan prints
    """
    mentions = find_years(answer, era)
    years = {year for found in mentions for year in (found.first_year, found.last_year)}
    facts = [Fact(FactKind.YEAR, str(year)) for year in sorted(years)]
    facts += [Fact(FactKind.NUMBER, str(found.month), "月") for found in mentions if found.month]
    text = comparable(answer)
    rest = _CLOCK.sub(
        lambda time: f"{time[1]}:{time[2] or '00'}",
        comparable(_without(answer, [(found.start, found.end) for found in mentions])),
    )
    facts += [Fact(FactKind.NUMBER, found[1], found[2] or "") for found in NUMBER.finditer(rest)]
    facts += [Fact(FactKind.QUOTED, found[1]) for found in _QUOTED.finditer(text) if found[1]]
    facts += [Fact(FactKind.LATIN, found[0]) for found in _LATIN.finditer(text)]
    for pattern, kind in ((_BODY, FactKind.BODY), (_TITLED, FactKind.TITLED)):
        facts += [
            Fact(kind, found[0]) for found in pattern.finditer(text) if not _NO_BODY.match(found[0])
        ]
    return tuple(dict.fromkeys(facts))


def disagreeing_years(answer: str, era: Era) -> Iterator[str]:
    """Years given both ways that are not the same year: 平成30年度（2019年度）."""
    for one, other in pairwise(find_years(answer, era)):
        if not _ASIDE.fullmatch(answer[one.end : other.start]):
            continue
        # 30年度から34年度（2022年度）: a single year in brackets is the last one's.
        single = other.first_year == other.last_year
        first = one.last_year if single else one.first_year
        if (first, one.last_year) != (other.first_year, other.last_year):
            yield answer[one.start : other.end]


def _without(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with a comma in place of each range, so that its neighbours stay apart."""
    for start, end in reversed(ranges):
        text = f"{text[:start]}、{text[end:]}"
    return text


@dataclass(frozen=True, slots=True)
class Support:
    """What an answer may rest on: comparable text, and the western years it tells."""

    text: str
    years: frozenset[int]

    @classmethod
    def of(cls, texts: Iterable[str], era: Era, years: frozenset[int] = frozenset()) -> Support:
        """Support by several texts, which are never joined into one number or word."""
        texts = tuple(texts)
        found = [mention for text in texts for mention in find_years(text, era)]
        joined = "\n".join(comparable(text) for text in texts)
        return cls(joined, years | western_years(found))

    def holds(self, fact: Fact) -> bool:
        """Whether the fact stands here."""
        match fact.kind:
            case FactKind.YEAR:
                return int(fact.text) in self.years
            case FactKind.NUMBER:
                return self._number(fact)
            case FactKind.QUOTED:
                return _bare(fact.text) in _bare(self.text)
            case _:
                return fact.text in self.text

    def _number(self, fact: Fact) -> bool:
        after = "" if fact.unit else r"(?!\d|\.\d)"
        return bool(
            re.search(rf"(?<!\d)(?<!\d\.){re.escape(fact.text + fact.unit)}{after}", self.text)
        )


def _bare(text: str) -> str:
    return re.sub(r"[「」]", "", text)
