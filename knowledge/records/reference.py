"""What explains, dates, rules or comments: terms, notes, events, articles, opinions, figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from knowledge.records.base import Record, RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm(Record):
    """An entry of 用語解説.

    term        headword, mended, one width (`BPR`, `クラウドコンピューティング`)
    reading     as printed in brackets (`ビー・ピー・アール`), or None
    aliases     other names the entry itself gives (full English name, Japanese name, ICT-BCP)
    definition  mended
    cited_page  大田原: the printed page on which the plan says the term stands; else None
    """

    kind: ClassVar[RecordKind] = RecordKind.GLOSSARY
    term: str
    reading: str | None
    aliases: tuple[str, ...]
    definition: str
    cited_page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Record):
    """A numbered note: `mark` as printed (1..), `anchor` where the mark stands in the text."""

    kind: ClassVar[RecordKind] = RecordKind.FOOTNOTE
    mark: str
    term: str
    definition: str
    anchor_page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent(Record):
    """Something done in a past 年度 (年度別の主な取組み); `fiscal_year` is western."""

    kind: ClassVar[RecordKind] = RecordKind.TIMELINE
    fiscal_year: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Record):
    """One value with everything needed to quote it rightly.

    subject  what was asked or counted (`情報通信機器の保有率`)
    label    the answer or item the value belongs to (`スマートフォン`, `20代 (N=57)`)
    group    whose share (`大田原市`, `栃木県`, `目標1`); "" where the plan names none
    value    exact, as printed
    unit     `%`, `ポイント`, `施策`, `人`, ...
    year     year of the survey where the plan tells, as printed meaning (2013), else None
    figure   `図表2-13` or None
    source   the publication the plan names, or None
    confirmed  True where running text of the plan states the same value for the same label
    """

    kind: ClassVar[RecordKind] = RecordKind.STATISTIC
    subject: str
    label: str
    group: str
    value: Decimal
    unit: str
    year: int | None
    figure: str | None
    source: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """An article (条) or supplementary provision (附則) of a rule; `text` mended."""

    kind: ClassVar[RecordKind] = RecordKind.ARTICLE
    document: str
    number: str
    caption: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Record):
    """An opinion from a hearing or survey: what somebody said, never what the city decided."""

    kind: ClassVar[RecordKind] = RecordKind.OPINION
    category: str
    text: str
