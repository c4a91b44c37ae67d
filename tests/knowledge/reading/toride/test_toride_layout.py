"""A new plan of the style, with other marks: a text and a layout, no code."""

from dataclasses import replace

from knowledge.reading.toride import TorideLayout
from knowledge.records import Certainty, GlossaryTerm, Mark, Measure, Paragraph, ScheduleRow

TEXT = """ 第１章 施策

１ 個別施策

（目標１）便利なまち

１－１ 窓口

【方針】

窓口を便利にします。

◆１－１－１ 書かない窓口 新規

申請書を書かずに済むようにします。

【法 10 条:オンライン化原則】

【日程】
施策 5 年度 6 年度 7 年度 担当課等

◆１－１－１

書かない窓口

準備

実施
実施 → 市民生活

支援課
 用語集

用語 説明

ア行 アプリ

スマートフォン等で動くソフトウェアのこと。
"""

BASE = TorideLayout()
LAYOUT = TorideLayout(
    headings=tuple("◆#-#-#" if mark == "■#-#-#" else mark for mark in BASE.headings),
    measure_heading="◆#-#-#",
    silent_headings=("日程",),
    policy_heading="方針",
    schedule_years=(2023, 2024, 2025),
    activities=("準備", "実施"),
    carried_mark="→",
    glossary_heading="用語集",
    glossary_header="用語 説明",
    first_page=12,
)


def only(reading, kind):
    (found,) = [record for record in reading.records if isinstance(record, kind)]
    return found


def test_a_plan_with_other_marks(read_text):
    reading = read_text(TEXT, LAYOUT, edition=6, first_year=2023)
    measure = only(reading, Measure)
    assert (measure.title, measure.marks) == ("書かない窓口", {Mark.NEW})
    assert measure.policy == "窓口を便利にします。"
    assert measure.law_articles == (10,)
    assert measure.page == 12
    row = only(reading, ScheduleRow)
    assert [(c.start.fiscal_year, c.words, c.carried) for c in row.cells] == [
        (2023, ("準備", "実施"), False),
        (2024, ("実施",), False),
        (2025, ("実施",), True),
    ]
    assert {cell.certainty for cell in row.cells} == {Certainty.READ}
    assert row.departments == ("市民生活支援課",)
    term = only(reading, GlossaryTerm)
    assert (term.term, term.page) == ("アプリ", 13)


def test_department_endings_are_data(read_text):
    text = TEXT.replace("支援課", "推進本部")
    layout = replace(LAYOUT, department_endings=("本部",))
    row = only(read_text(text, layout, edition=6, first_year=2023), ScheduleRow)
    assert row.departments == ("市民生活推進本部",)


def test_a_plan_without_measures(read_text):
    reading = read_text("第１章 概要\n\n１ 趣旨\n\n趣旨です。\n")
    assert only(reading, Paragraph).section == ("第1章 概要", "1 趣旨")
