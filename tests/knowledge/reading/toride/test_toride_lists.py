import unicodedata

from knowledge.records import Enumeration, TimelineEvent


def test_the_four_goals(fourth):
    assert fourth.list_titled("基本目標") == [
        [
            "便利でわかりやすい電子行政サービスの推進",
            "ICTを活用した暮らしやすい社会の推進",
            "ICTを活用した効果的・効率的な市政の推進",
            "信頼度の高い安全で安心な情報化の推進",
        ]
    ]


def test_priorities_of_each_goal(fourth):
    lists = fourth.list_titled("重点的に取組む施策")
    assert [len(one) for one in lists] == [5, 4, 2, 3]
    assert lists[0][4] == "マイナンバー制度への対応（情報連携、マイナポータル）"
    assert lists[3][0] == "情報セキュリティレベルの向上"


def test_lists_of_the_plan(fourth):
    assert len(fourth.list_titled("見直しの視点")[0]) == 5
    (steps,) = fourth.list_titled("策定の進め方")
    assert len(steps) == 4
    assert steps[2].endswith("第三次計画の検証⇒現況・課題・新たな提案の抽出⇒新計画への反映")
    assert fourth.list_titled("施策展開の視点") == [
        [
            "安全・安心で暮らしやすい社会の実現",
            "地域の魅力発信・交流促進",
            "IT人材育成・産業の競争力強化",
            "情報リテラシーの向上・情報セキュリティ対策",
            "電子行政サービスの充実",
        ]
    ]
    assert len(fourth.list_titled("ロードマップの方向性")[0]) == 3
    assert len(fourth.list_titled("第三次取手市地域情報化計画の基本目標")[0]) == 4
    assert len(fourth.list_titled("「実施状況」の定義")[0]) == 4


def test_a_column_that_slipped_behind_a_note_returns_to_its_item(fourth):
    (items,) = fourth.list_titled("官民データ活用推進基本計画における基本的施策")
    assert [item[-3:] for item in items] == ["10条", "11条", "13条", "14条", "15条"]
    assert "次世代を担う子供たち" not in items[4]


def test_long_items_stand_in_one_list(fourth):
    (layers,) = fourth.list_titled("三層の構えで万全の自治体情報セキュリティ対策の抜本的強化を")
    assert len(layers) == 3
    assert layers[0].endswith("徹底して防ぐこと。")


def level(text):
    return "".join(unicodedata.normalize("NFKC", text).replace("、", ",").split())


def test_items_stand_where_they_say(fourth, fifth):
    """But for the column 15 条, which extraction put elsewhere, and footnote numbers."""
    elsewhere = []
    for plan in (fourth, fifth):
        for one in plan.of(Enumeration):
            for item in one.items:
                if level(item.text) not in level(plan.source.quote(item.span)):
                    elsewhere.append(item.text[-10:])
    assert elsewhere == ["改革、BPR)15条", "CPへの意識を高める"]


def test_timeline(fourth):
    events = fourth.of(TimelineEvent)
    assert len(events) == 45
    assert sorted({one.fiscal_year for one in events}) == [*range(1999, 2012), *range(2013, 2018)]
    assert [one.text for one in events if one.fiscal_year == 2016] == [
        "教育系ネットワークを既存ネットワークより分離",
        "ネットワーク強靱化対応、個人番号系・LGWAN接続系・インターネット接続系に分離",
        "諸証明のコンビニ交付開始",
    ]
    assert (
        "地域公共ネットワーク構築（公民館、小中学校、保育所等43カ所を光ファイバーケーブルで接続）"
        in [one.text for one in events if one.fiscal_year == 2003]
    )
    assert [one.page for one in events if one.fiscal_year == 2004] == [22, 22, 22]


def test_a_list_for_each_year(fourth):
    assert fourth.list_titled("平成29年度の主な取組み") == [
        ["マイナンバー情報連携", "マイナポータル、子育てワンストップサービス運用開始"]
    ]


def test_chart_of_the_fifth_plan(fifth):
    (bars,) = fifth.list_titled("市と国との施策の関係")
    assert "第五次取手市情報化計画（R5～R9）" in bars
    assert "第四次取手市情報化計画（R1～R4）" in bars
    assert "次期情報系サーバ（R8年3月～予定）" in bars
    assert bars[0] == "第六次取手市総合計画基本計画（4年）（とりで未来創造プラン2020）"
    assert len(bars) == 8


def test_figures_are_listed(fourth, fifth):
    (figures,) = fourth.list_titled("図表一覧")
    assert len(figures) == 22
    assert fifth.list_titled("図表一覧")[0][2] == "市と国との施策の関係"
