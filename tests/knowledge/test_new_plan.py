"""A plan in a known style is a file and a catalog entry: made-up plans of a made-up city."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.coverage import coverage
from knowledge.knowledgebase import load_knowledge
from knowledge.records import (
    ContentsEntry,
    Enumeration,
    Half,
    Measure,
    Paragraph,
    ScheduleRow,
    Section,
    Term,
)

LEAVES = """\
見本市デジタル計画

（令和６年度～令和10年度）

見 本 市

はじめに

この計画は、だれもが使いやすい市役所を

目指すものです。

令和６年３月

見本市長　見本 花子

目　次

第１章　計画の趣旨 …………… １
１　目的	1
２　窓口とオンライン手続きの
両立に向けた考え方 ‥‥ 3
第２章　取組 ・・・・・・ 5
"""

MARKDOWN = """\
# 見本市デジタル計画

## 第1章 計画の考え方

#### 1. 方針

3つの柱である「つなぐ」、「まもる」、「そだてる」を進めます。
次の行も同じ段落です。

- 窓口の手続き
- 学校の端末

| 年度 | 内容 |
| --- | --- |

図1 計画の全体像

(1) ではない文です。

# 付録

用語(注) は `計画` を \\*参照\\* してください。
"""

Make = Callable[..., str]
Catalog = Callable[..., Path]


def test_a_plan_of_which_only_the_first_leaves_are_held(
    plan_table: Make, catalog_of: Catalog
) -> None:
    knowledge = load_knowledge(catalog_of(plan_table("mihon-1", LEAVES)))
    entries = knowledge.records("mihon-1", ContentsEntry)
    assert [(e.number, e.title, e.level, e.target_page) for e in entries] == [
        ("第1章", "計画の趣旨", 1, 1),
        ("1", "目的", 2, 1),
        ("2", "窓口とオンライン手続きの両立に向けた考え方", 2, 3),
        ("第2章", "取組", 1, 5),
    ]
    assert entries[2].section == ("目次", "第1章 計画の趣旨", f"2 {entries[2].title}")
    texts = [paragraph.text for paragraph in knowledge.records("mihon-1", Paragraph)]
    assert texts == [
        "見本市デジタル計画\n（令和6年度～令和10年度）\n見本市",
        "この計画は、だれもが使いやすい市役所を目指すものです。",
        "令和6年3月\n見本市長 見本 花子",
    ]
    (report,) = coverage(knowledge)
    assert report.leftover == 0


def test_a_plan_published_as_markdown(plan_table: Make, catalog_of: Catalog) -> None:
    knowledge = load_knowledge(catalog_of(plan_table("mihon-1", MARKDOWN)))
    sections = knowledge.records("mihon-1", Section)
    assert [(s.level, s.number, s.title) for s in sections] == [
        (1, "", "見本市デジタル計画"),
        (1, "第1章", "計画の考え方"),
        (2, "1.", "方針"),
        (1, "", "付録"),
    ]
    assert sections[2].section == ("第1章 計画の考え方", "1. 方針")
    paragraphs = knowledge.records("mihon-1", Paragraph)
    assert [(p.role.value, p.text) for p in paragraphs] == [
        (
            "prose",
            "3つの柱である「つなぐ」、「まもる」、「そだてる」を進めます。次の行も同じ段落です。",
        ),
        ("bullet", "窓口の手続き"),
        ("bullet", "学校の端末"),
        ("table", "|年度|内容|"),
        ("note", "図1計画の全体像"),
        ("prose", "(1)ではない文です。"),
        ("prose", "用語(注)は`計画`を*参照*してください。"),
    ]
    (found,) = knowledge.records("mihon-1", Enumeration)
    assert found.title == "柱"
    (report,) = coverage(knowledge)
    assert report.leftover == 0


def test_the_layout_of_a_plan_is_data(plan_table: Make, catalog_of: Catalog) -> None:
    layout = '[plans.layout]\nheadings = ["1.", "第1章"]\n'
    knowledge = load_knowledge(catalog_of(plan_table("mihon-1", MARKDOWN), layout))
    levels = {s.title: s.level for s in knowledge.records("mihon-1", Section)}
    assert levels["計画の考え方"] == 2
    assert levels["方針"] == 1


def test_two_plans_of_two_styles_stand_side_by_side(plan_table: Make, catalog_of: Catalog) -> None:
    knowledge = load_knowledge(
        catalog_of(plan_table("mihon-1", LEAVES), plan_table("mihon-2", MARKDOWN, first_year=2020))
    )
    assert [plan.id for plan in knowledge.plans_of("mihon")] == ["mihon-2", "mihon-1"]
    assert knowledge.records("mihon-2", ContentsEntry) == ()


ANNUAL = """\
 第１章 個別施策

１ 個別施策の具体的方向

（目標１）だれもが使いやすい窓口の実現

１－１ 窓口の改善

【取組み方針】

待ち時間を短くします。

【取組み事項】

■１－１－１ 予約の仕組みづくり 重点

窓口の来庁予約をインターネットで受け付ける仕組みを

検討します。

【スケジュール】

施策 6 年度 7 年度 8 年度 担当課等

■１－１－１

予約の仕組みづくり
検討 構築 運用 市民課
"""

HALF_YEARS = """\
 第１章 推進施策
 １． 具体的な取組内容

（ 1 ） 窓口サービスの向上

① 窓口の改善

待ち時間を短くします。

i ） 予約の導入

窓口の来庁予約をインターネットで受け付けます。

【実施スケジュール】

令和６年度 令和７年度

上期 下期 上期 下期

実
施
内
容

検討

導入

試行

運用
"""


def test_a_plan_with_a_schedule_by_years(plan_table: Make, catalog_of: Catalog) -> None:
    table = plan_table("mihon-1", ANNUAL, first_year=2024, last_year=2026)
    narrow = "[plans.layout]\nfull_columns = 48\n"  # its printed lines are shorter than 取手's
    knowledge = load_knowledge(catalog_of(table, narrow))
    (measure,) = knowledge.records("mihon-1", Measure)
    assert (measure.number, measure.title) == ("1-1-1", "予約の仕組みづくり")
    assert measure.body == "窓口の来庁予約をインターネットで受け付ける仕組みを検討します。"
    assert measure.policy == "待ち時間を短くします。"
    (row,) = knowledge.records("mihon-1", ScheduleRow)
    assert row.measure_id == measure.id
    assert [(cell.start, cell.words) for cell in row.cells] == [
        (Term(2024), ("検討",)),
        (Term(2025), ("構築",)),
        (Term(2026), ("運用",)),
    ]
    assert row.departments == ("市民課",)
    (report,) = coverage(knowledge)
    assert report.leftover == 0


def test_a_plan_with_a_schedule_by_half_years(plan_table: Make, catalog_of: Catalog) -> None:
    table = plan_table("mihon-1", HALF_YEARS, first_year=2024, last_year=2025)
    knowledge = load_knowledge(catalog_of(table))
    (measure,) = knowledge.records("mihon-1", Measure)
    assert (measure.number, measure.title) == ("1(1)①i", "予約の導入")
    (row,) = knowledge.records("mihon-1", ScheduleRow)
    assert row.measure_id == measure.id
    assert [(cell.start, cell.words) for cell in row.cells] == [
        (Term(2024, Half.FIRST), ("検討",)),
        (Term(2024, Half.SECOND), ("導入",)),
        (Term(2025, Half.FIRST), ("試行",)),
        (Term(2025, Half.SECOND), ("運用",)),
    ]
    (report,) = coverage(knowledge)
    assert report.leftover == 0
