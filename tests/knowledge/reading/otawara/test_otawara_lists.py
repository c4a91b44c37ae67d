"""Headed lists that are complete in the plan, and the rule in its appendix."""

from __future__ import annotations

import pytest

from knowledge.errors import SourceError
from knowledge.records import Article, Enumeration


def items_of(otawara, title: str) -> list[str]:
    found = [e for e in otawara.all(Enumeration) if e.title == title]
    assert found, title
    return [item.text for item in found[0].items]


@pytest.mark.parametrize(
    ("title", "items"),
    [
        ("重点テーマ", ["情報発信の充実", "災害対策の強化"]),
        ("3つの柱", ["国民本位の電子行政の実現", "地域の絆の再生", "新市場の創出と国際展開"]),
        ("基本姿勢", ["安全対策", "グリーンICT", "市町村との連携"]),
        ("3つの利用形態", ["SaaS型", "共同利用型", "個別利用型"]),
        ("2つの視点", ["市民サービス向上と地域活性化の推進", "電子自治体の推進"]),
        ("情報提供の促進", ["提供手段の多様化", "情報発信の強化"]),
        (
            "この2つの方針を踏まえ施策7-（40）「地域情報化の推進」では、"
            "以下の2つを目標として掲げています",
            [
                "市民の日常生活に必要な行政サービス情報や地域情報の提供に努めること。",
                "市民サービスの向上や地域活性化の推進のため、誰でも利用できる質の高い"
                "電子自治体を目指すこと。",
            ],
        ),
    ],
)
def test_lists(otawara, title: str, items: list[str]) -> None:
    assert items_of(otawara, title) == items


def test_items_point_at_their_own_words(otawara) -> None:
    pillars = next(e for e in otawara.all(Enumeration) if e.title == "3つの柱")
    assert [otawara.source.quote(item.span) for item in pillars.items] == [
        "「国 民本位の電子行政の実現」",
        "「地域の絆の再生」",
        "「新市場の創出と国際展開」",
    ]
    for record in otawara.all(Enumeration):
        for item in record.items:
            assert any(s.start <= item.span.start and item.span.end <= s.end for s in record.spans)


def test_the_kinds_of_municipal_cloud(otawara) -> None:
    (table,) = [e for e in otawara.all(Enumeration) if e.title == "自治体クラウドの利用形態"]
    assert [item.label for item in table.items] == ["SaaS型", "共同利用型", "個別利用型"]
    assert "カスタマイズの自由度は低く" in table.items[0].text
    assert all(item.text.endswith("可能です。") for item in table.items[1:])


def test_aims_and_measures_of_the_country(otawara) -> None:
    tables = [e for e in otawara.all(Enumeration) if "図表2-1" in e.id and "図表2-10" not in e.id]
    assert [len(table.items) for table in tables] == [3, 3, 2]
    assert tables[1].title.endswith("（重点施策 （1）情報通信技術を活用した行政刷新と見える化）")
    assert [item.label for item in tables[1].items] == ["①", "②", "③"]


def test_what_a_survey_asked_is_no_list(otawara) -> None:
    assert not any(e.title == "インターネットの利用" for e in otawara.all(Enumeration))


def test_the_rule_of_the_committee(otawara) -> None:
    articles = otawara.all(Article)
    assert {a.document for a in articles} == {"大田原市情報化推進委員会設置要領"}
    assert [(a.number, a.caption) for a in articles[:8]] == [
        ("第1条", "設置"), ("第2条", "所掌事務"), ("第3条", "組織"), ("第4条", "会議"),
        ("第5条", "ITヘルパー"), ("第6条", "報告"), ("第7条", "庶務"), ("第8条", "委任"),
    ]  # fmt: skip
    assert "\n2 委員長は副市長、副委員長は総合政策部長の職" in articles[2].text
    assert articles[4].text.splitlines()[5] == "（2）職員の啓発及び指導に関すること。"
    assert articles[2].section[-1] == "第3条（組織）"


def test_supplementary_provisions(otawara) -> None:
    later = [a for a in otawara.all(Article) if a.number.startswith("附則")]
    assert len(later) == 8
    assert later[0].number == "附則"
    assert later[0].text == "この要領は、平成14年7月1日から実施する。"
    assert (later[0].page, later[1].page) == (55, 56)
    assert later[2].number == "附則（平成17年9月30日）"


def test_an_article_that_stands_twice_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:\d+: 第3条 stands more than once"):
        changed("第４条", "第３条", after=3190)
