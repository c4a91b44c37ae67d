"""31 measures in two goals, and the diagram and lists that name them once more."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.errors import SourceError
from knowledge.records import Enumeration, Measure, Paragraph, ParagraphRole

# As counted on the diagram of the plan: measures in each group.
GROUPS = {
    "(1) 市民サービス向上と地域活性化の推進": [2, 1, 4, 4, 2, 2],
    "(2) 電子自治体の推進": [1, 3, 5, 2, 3, 2],
}


def test_the_numbers_run_through_both_goals(otawara) -> None:
    roman = ["i", "ii", "iii", "iv", "v"]
    wanted = [
        f"3({goal}){mark}{number}"
        for goal, counts in enumerate(GROUPS.values(), start=1)
        for mark, count in zip("①②③④⑤⑥", counts, strict=True)
        for number in roman[:count]
    ]
    assert [measure.number for measure in otawara.all(Measure)] == wanted
    assert len(wanted) == 31
    assert Counter(measure.goal for measure in otawara.all(Measure)) == dict(
        zip(GROUPS, (15, 16), strict=True)
    )


def test_a_measure_with_its_group_policy_and_text(otawara) -> None:
    measure = next(m for m in otawara.all(Measure) if m.number == "3(2)⑤iii")
    assert measure.id == "otawara-1/measure/3(2)⑤iii"
    assert measure.title == "外部記憶媒体の使用におけるセキュリティの確保"
    assert measure.group == "⑤ 情報セキュリティ対策の強化と個人情報保護の徹底"
    assert measure.policy.startswith("ICTの進展やインターネットの普及により")
    assert measure.policy.endswith("定期的な順守度チェックなどの対策を推進します。")
    assert measure.body.count("\n") == 1
    assert measure.body.endswith("外部記憶媒体の安全な利用に向けて調査を進めます。")
    assert (measure.page, measure.marks, measure.law_articles) == (49, frozenset(), ())


def test_every_measure_has_policy_and_whole_text(otawara) -> None:
    for measure in otawara.all(Measure):
        assert measure.policy.endswith("。")
        assert measure.body.endswith("。")
        assert "上期" not in measure.body
        assert "図表" not in measure.body
        quote = "".join(otawara.source.quote(span) for span in measure.spans).replace(" ", "")
        assert "【実施スケジュール】" not in quote


def test_text_that_goes_on_on_the_next_page_is_one(otawara) -> None:
    measure = next(m for m in otawara.all(Measure) if m.number == "3(2)④i")
    assert "メールで送受信するデータの内容や" in measure.body


def test_the_groups_of_each_goal_stand_in_the_diagram(otawara) -> None:
    lists = [e for e in otawara.all(Enumeration) if e.section[-1] == "2. 施策の体系図"]
    assert [(e.title, e.page) for e in lists] == list(zip(GROUPS, (33, 34), strict=True))
    second = lists[1]
    assert [item.label for item in second.items] == list("①②③④⑤⑥")
    assert second.items[4].text == "情報セキュリティ対策の強化と個人情報保護の徹底"
    assert otawara.source.quote(second.items[4].span) == (
        "⑤情報セキュリティ対策の強化と個人情報 保護の徹底"
    )
    assert [item.text for item in second.items][::5] == [
        "高度情報化に対応した人材育成",
        "内部統制の強化",
    ]


def test_the_diagram_names_every_measure(otawara) -> None:
    pages = [
        p
        for p in otawara.all(Paragraph)
        if p.section[-1] == "2. 施策の体系図" and p.role is ParagraphRole.TABLE
    ]
    told = "\n".join(page.text for page in pages).splitlines()
    assert [line for line in told if line[0] in "iv"] == [
        measure.section[-1] for measure in otawara.all(Measure)
    ]


def test_a_diagram_that_leaves_a_measure_out_makes_no_list(changed) -> None:
    plan = changed("業務・情報システムの最適化ⅰ", "業務の最適化ⅰ", after=1838)
    assert any("no heading '業務の最適化ⅰ'" in u.what for u in plan.reading.unresolved)
    lists = [e for e in plan.all(Enumeration) if e.section[-1] == "2. 施策の体系図"]
    assert [e.title for e in lists] == ["(1) 市民サービス向上と地域活性化の推進"]


def test_a_number_that_stands_twice_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:1951 *: heading .*3\(1\)①i .*line 1892"):
        changed("ii ） メールマガジンの多様化", "i ） メールマガジンの多様化", after=1900)


def test_a_second_schedule_below_one_heading_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match="a second schedule, or one without a measure"):
        changed("ii ） メールマガジンの多様化", "メールマガジンを多様化します。", after=1900)
