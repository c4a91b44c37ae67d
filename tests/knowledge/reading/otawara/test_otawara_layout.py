"""A new plan of the style is its source and a layout; a wrong layout is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.reading.otawara import OtawaraLayout, read
from knowledge.records import Certainty, GlossaryTerm, Measure, Plan, ScheduleRow, Term
from knowledge.source import SourceText

PLAN = Plan(
    id="mihon-1",
    city="mihon",
    city_name="見本市",
    title="見本市情報化計画",
    short_title="見本市情報化計画",
    edition=1,
    first_year=2020,
    last_year=2021,
    coverage="全文を収めています。",
    publisher="見本市",
    published=None,
    source_digest="",
)
TEXT = """\
 第１章 取組
 １． 施策

（ 1 ） 窓口の改善

① 手続の電子化

窓口に行かずに手続ができるように

します。

i ） 電子申請の拡充

電子申請※を広げます。

【スケジュール】

令和２年度 令和３年度

上期 下期 上期 下期

実
施
内
容

－ 調査 導入 運用
 第２章 ことば
 １． 用語集

電子申請

インターネットで申請すること。

P.2
"""


def test_another_plan_of_the_style_needs_no_code() -> None:
    layout = OtawaraLayout(schedule_mark="【スケジュール】", glossary_title="用語集")
    reading = read(SourceText(Path("mihon.txt"), TEXT, ""), PLAN, layout)
    (measure,) = [r for r in reading.records if isinstance(r, Measure)]
    assert (measure.id, measure.title, measure.page) == (
        "mihon-1/measure/1(1)①i",
        "電子申請の拡充",
        2,
    )
    assert measure.policy == "窓口に行かずに手続ができるようにします。"
    assert measure.body == "電子申請を広げます。"
    (row,) = [r for r in reading.records if isinstance(r, ScheduleRow)]
    assert [cell.words for cell in row.cells] == [(), ("調査",), ("導入",), ("運用",)]
    assert {cell.certainty for cell in row.cells} == {Certainty.CERTAIN}
    start = row.cells[0].start
    assert isinstance(start, Term)
    assert start.fiscal_year == 2020
    (term,) = [r for r in reading.records if isinstance(r, GlossaryTerm)]
    assert (term.term, term.cited_page) == ("電子申請", 2)


def test_a_plan_may_be_held_in_part() -> None:
    text = TEXT[: TEXT.index("i ） 電子申請")]
    reading = read(SourceText(Path("mihon.txt"), text, ""), PLAN, OtawaraLayout())
    assert not [r for r in reading.records if isinstance(r, Measure)]
    assert reading.unresolved == ()


@pytest.mark.parametrize(
    "table",
    [
        {"no_such_key": 1},
        {"characters_per_half": 0},
        {"headings": []},
        {"headings": [{"pattern": "第(?P<number>.)章", "path": "{number}"}]},
    ],
)
def test_a_wrong_layout_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OtawaraLayout.model_validate(table)
