"""A plan as a whole, and what was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.records.base import Record, Span


@dataclass(frozen=True, slots=True)
class Plan:
    """A published plan.

    id, city       `toride-4`, `toride`
    city_name      取手市
    title          as published; `short_title` what people call it (第四次取手市情報化計画)
    edition        ordinal of the plan in its city (4 = 第四次)
    first_year, last_year   計画期間 as western 年度, both inclusive
    coverage       one Japanese sentence: which part of the plan is held
    publisher, published    who and when (`2013-08`), None where unknown
    source_digest  sha256 of the source file's bytes, hex
    aliases        what else the plan is called
    """

    id: str
    city: str
    city_name: str
    title: str
    short_title: str
    edition: int
    first_year: int
    last_year: int
    coverage: str
    publisher: str
    published: str | None
    source_digest: str
    aliases: tuple[str, ...] = ()


class LeftOutClass(StrEnum):
    """Characters that belong to no record on purpose. White space needs no class."""

    RUNNING_HEADER = "running header"  # page numbers and headers
    TABLE_HEADER = "table header"  # 施策 30年度 ..., 上期 下期, 用語 用語解説
    AXIS_TICKS = "axis ticks"
    FIGURE_CAPTION = "figure caption without content"
    FIGURE_LABEL = "label inside a figure or diagram"
    REPEATED_LABEL = "label printed twice"
    HEADING_MARK = "heading mark"  # 【スケジュール】, 【取組み事項】


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A span left out on purpose, and why."""

    span: Span
    reason: LeftOutClass


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something read but not settled: shown by `madoguchi knowledge check`, never answered from."""

    span: Span
    what: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader made of one source."""

    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]
    unresolved: tuple[Unresolved, ...]
