"""How a plan of this style is laid out, as data: a new plan of the style brings its own values."""

from __future__ import annotations

import re
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class HeadingMark(BaseModel):
    """One level of headings.

    pattern  regular expression over a whole printed line, with the groups `number` and `title`
    path     how the heading reads in a section path, of `{number}` and `{title}` (one width)
    key      how its number reads in ids and measure numbers, of `{number}`
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pattern: str
    path: str
    key: str = "{number}"

    @model_validator(mode="after")
    def _has_groups(self) -> Self:
        groups = re.compile(self.pattern).groupindex
        if not {"number", "title"} <= set(groups):
            raise ValueError(f"needs the groups number and title: {self.pattern!r}")
        return self


_HEADINGS = (
    HeadingMark(pattern=r"(?P<number>第[0-9０-９]+章)\s+(?P<title>.+)", path="{number} {title}"),
    HeadingMark(pattern=r"(?P<number>[0-9０-９]+)．\s+(?P<title>.+)", path="{number}. {title}"),
    HeadingMark(
        pattern=r"（\s+(?P<number>[0-9０-９]+)\s+）\s+(?P<title>.+)",
        path="({number}) {title}",
        key="({number})",
    ),
    HeadingMark(pattern=r"(?P<number>[①-⑳])\s+(?P<title>.+)", path="{number} {title}"),
    HeadingMark(pattern=r"(?P<number>[ivx]+)\s+）\s+(?P<title>.+)", path="{number}) {title}"),
)

# What an activity in a schedule ends with. A line that ends otherwise goes on in the next line.
# fmt: off
_ACTIVITIES = (
    "策定", "調査", "導入", "運用", "調達", "検討", "見直し", "改善", "実施", "強化",
    "研究", "試行", "発信", "発行", "充実", "作成", "整備", "決定", "準備", "構築",
    "育成", "訓練", "整理", "研修", "開始", "設置", "評価", "公開", "配信", "拡充",
    "推進", "継続", "更新", "移行", "開発", "設計",
)
# fmt: on


class OtawaraLayout(BaseModel):
    """The style: numbered headings, half-year schedules, survey charts, a glossary with pages.

    headings             heading marks by level, outermost first
    first_page           printed page of the first chapter's title; what stands before has no page
    running_header       text printed beside a page number; None: whatever stands there
    schedule_years       western 年度 of the schedules; empty: the plan's own period
    characters_per_half  full-width characters that fit one line of a half-year cell (and one more
                         at a pinch); n half-years hold n times as many
    activity_endings     words with which an activity in a schedule is complete
    diagram_title, glossary_title   what the headings of those parts end with
    rule_endings         what the title of a rule may end with
    article_mark         regular expression of an article's first words, group `number`
    glossary_columns     the column heads of the glossary, line by line
    schedule_mark, overview_mark, source_mark   what stands above a schedule, above the facts of a
                         survey, before a publication
    opinion_mark         stands alone above a list of opinions
    nothing_planned      fills a cell in which nothing is planned
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    headings: tuple[HeadingMark, ...] = Field(default=_HEADINGS, min_length=1)
    first_page: int = Field(default=1, ge=1)
    running_header: str | None = None
    schedule_years: tuple[int, ...] = ()
    characters_per_half: int = Field(default=5, ge=1)
    activity_endings: tuple[str, ...] = Field(default=_ACTIVITIES, min_length=1)
    diagram_title: str = "体系図"
    glossary_title: str = "用語解説"
    glossary_columns: tuple[str, ...] = ("用語 用語解説", "主な掲載", "ページ")
    rule_endings: tuple[str, ...] = ("要領", "要綱", "規程", "規則")
    article_mark: str = r"(?P<number>第[0-9０-９]+条)\s+(?P<text>.+)"
    schedule_mark: str = "【実施スケジュール】"
    overview_mark: str = "【調査の概要】"
    source_mark: str = "【出典】"
    opinion_mark: str = "意見"
    nothing_planned: str = "－"
