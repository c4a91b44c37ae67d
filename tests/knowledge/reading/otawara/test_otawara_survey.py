"""Surveys beside their charts: overviews, figures in running text, opinions."""

from __future__ import annotations

from collections import Counter

from knowledge.records import Enumeration, Opinion, Statistic


def test_overviews_of_the_surveys(otawara) -> None:
    lists = [e for e in otawara.all(Enumeration) if e.title.endswith("調査の概要")]
    assert [(e.title, len(e.items), e.page) for e in lists] == [
        ("市民アンケート調査の概要", 4, 15),
        ("市職員アンケート調査の概要", 3, 26),
        ("市職員ヒアリング調査の概要", 3, 26),
        ("関係団体ヒアリング調査の概要", 3, 26),
    ]
    assert lists[0].items[0].text == "調査期間：平成25年4月22日（月）～平成25年5月10日（金）"
    assert lists[3].items[1].text == (
        "調査対象：大田原市観光協会、大田原市社会福祉協議会、大田原商工会議所"
    )


def test_figures_of_the_survey_itself(otawara) -> None:
    own = {
        s.label: (str(s.value), s.unit, s.year)
        for s in otawara.all(Statistic)
        if s.subject == "市民アンケート調査"
    }
    assert own == {
        "調査対象": ("2000", "名", 2013),
        "有効回答数": ("815", "件", 2013),
        "回答率": ("40.8", "%", 2013),
    }


def test_figures_of_the_white_paper(otawara) -> None:
    paper = [s for s in otawara.all(Statistic) if s.source and "情報通信白書" in s.source]
    told = {(s.subject, s.label): (str(s.value), s.unit, s.year) for s in paper}
    assert told == {
        ("情報通信機器の世帯保有率", "携帯電話・PHS"): ("94.5", "%", 2011),
        ("情報通信機器の世帯保有率", "パソコン"): ("77.4", "%", 2011),
        ("情報通信機器の世帯保有率", "スマートフォン"): ("29.3", "%", 2011),
        ("情報通信機器の世帯保有率", "スマートフォン（前年比）"): ("19.6", "ポイント", 2011),
        ("インターネットの利用状況", "インターネット利用者数"): ("9610", "万人", 2011),
        ("インターネットの利用状況", "インターネット利用者数（前年比）"): ("148", "万人", 2011),
        ("インターネットの利用状況", "人口に対する普及率"): ("79.1", "%", 2011),
        ("インターネットの利用状況", "人口に対する普及率（前年比）"): ("0.9", "ポイント", 2011),
        ("インターネットの利用端末", "自宅のパソコン"): ("62.6", "%", None),
        ("インターネットの利用端末", "携帯電話"): ("52.1", "%", None),
        ("インターネットの利用端末", "自宅以外のパソコン"): ("39.3", "%", None),
        ("インターネットの利用端末", "スマートフォン"): ("16.2", "%", None),
        ("家庭内からのインターネットの利用目的", "電子メールの受発信"): ("70.1", "%", None),
        ("家庭内からのインターネットの利用目的", "ホームページ・ブログの閲覧"): ("63.6", "%", None),
        ("家庭内からのインターネットの利用目的", "商品サービスの購入・取引"): ("60.1", "%", None),
        (
            "ブログやSNSなどのソーシャルメディアの利用目的",
            "知りたいことについて情報を探すため",
        ): ("64.4", "%", None),
        (
            "ブログやSNSなどのソーシャルメディアの利用目的",
            "従来からの知人とのコミュニケーションのため",
        ): ("50.1", "%", None),
    }


def test_opinions_by_category(otawara) -> None:
    opinions = otawara.all(Opinion)
    assert Counter(opinion.category for opinion in opinions) == {
        "市からの情報発信に関する意見": 12,
        "市民サービス向上に関する意見": 6,
        "庁内のシステムに関する意見": 11,
        "その他の意見": 4,
    }
    assert all(opinion.text.endswith("。") and "※" not in opinion.text for opinion in opinions)
    film = next(opinion for opinion in opinions if "YouTube" in opinion.text)
    assert film.text.endswith("市の観光資源がPRできるのではないか。")
    assert film.page == 27
