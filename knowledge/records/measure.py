"""Measures (施策) and their schedules."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from knowledge.records.base import Record, RecordKind


class Mark(StrEnum):
    """Marks beside a measure's title."""

    PRIORITY = "重点"
    NEW = "新規"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A measure (施策, 取組).

    number        the plan's own number in ASCII: `1-1-1`; 大田原: `3(1)①i`
    title         mended
    policy        取組み方針 of the group it belongs to, mended; "" where the plan gives none
    group         title of that group (`1-3 オンライン手続きの拡大と利用促進`)
    goal          title of the goal or viewpoint above it
    body          mended text, paragraphs joined by newline
    marks         重点, 新規
    law_articles  articles of 官民データ活用推進基本法 the measure answers to (10, 11, 13, 14, 15)
    """

    kind: ClassVar[RecordKind] = RecordKind.MEASURE
    number: str
    title: str
    policy: str
    group: str
    goal: str
    body: str
    marks: frozenset[Mark]
    law_articles: tuple[int, ...]


class Certainty(StrEnum):
    """How sure we are that a cell stands where we say."""

    CERTAIN = "certain"  # the source fixes it: as many items as cells, or no other reading fits
    READ = "read"  # read from line breaks; the natural reading, but not the only one
    UNKNOWN = "unknown"  # merged cells lost their place: only the order is known


class Half(StrEnum):
    """上期 is April to September, 下期 October to March."""

    FIRST = "上期"
    SECOND = "下期"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A 年度 by the western year in which it begins (2018 = 平成30年度), or one half of it."""

    fiscal_year: int
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class ScheduleCell:
    """What is planned in a term, or in the terms from `start` to `end` inclusive.

    start, end  None when the position is unknown (certainty UNKNOWN): never guess into an answer
    words       activities as printed, mended (構築, 運用); empty where the plan prints `－`
    carried     True where the plan prints ⇒: `words` repeats the term before
    """

    start: Term | None
    end: Term | None
    words: tuple[str, ...]
    carried: bool
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow(Record):
    """A measure's line in a schedule table; `title` as the table prints it, mended.

    `cells` are in printed order. 取手: always five, one a 年度.
    `departments` may be several or none.
    A measure may have several rows (大田原 グループウェア / 共有フォルダ).
    """

    kind: ClassVar[RecordKind] = RecordKind.SCHEDULE
    measure_id: str
    title: str
    cells: tuple[ScheduleCell, ...]
    departments: tuple[str, ...]
