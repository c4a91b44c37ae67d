"""Our cities are found by every name they have; others only when the question is about them."""

from __future__ import annotations

from typing import Any

import pytest

from service.question import Beyond


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("取手市の計画", ("toride",)),
        ("大田原ではいつから", ("otawara",)),
        ("太田原市の委員長", ("otawara",)),
        ("常総の情報化計画", ("joso",)),
        ("小山市民の声", ("oyama",)),
        ("小山はどう?", ("oyama",)),
        ("取手と大田原の違い", ("toride", "otawara")),
        ("とりでし の けいかく", ("toride",)),
        ("おやましの けいかくは いつまで", ("oyama",)),
        ("Does Toride-shi have a plan?", ("toride",)),
        ("the ICT plan of Otawara City", ("otawara",)),
        ("오야마시의 계획", ("oyama",)),
        ("常总市的计划", ("joso",)),
        ("小山さんに聞きたい", ()),
        ("小山田さんの話", ()),
        ("ひとりでできる手続き", ()),
        ("どうしておとりでいるの", ()),
        ("大田区の計画", ()),
        ("上層部の会議", ()),
    ],
)
def test_held_cities(read: Any, text: str, cities: tuple[str, ...]) -> None:
    assert read(text, None).cities == cities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("守谷市でもコンビニで証明書が取れますか", "守谷市"),
        ("守谷ではどうですか", "守谷"),
        ("つくば市の電子申請はいつから", "つくば市"),
        ("龍ヶ崎市 オープンデータ 一覧", "龍ヶ崎市"),
        ("竜ケ崎市では使えますか", "竜ケ崎市"),
        ("千葉県野田市の計画", "野田市"),
        ("東京都では何が進んでいますか", "東京都"),
        ("那須塩原市の図書館の予約", "那須塩原市"),
        ("もりやし でも できますか", "守谷市"),
        ("Does Tsukuba have such a system?", "Tsukuba"),
        ("野田市民も使えますか", "野田市"),
    ],
)
def test_another_municipality_is_asked_about(read: Any, text: str, name: str) -> None:
    asked = read(text)
    assert asked.beyond is Beyond.OTHER_CITY
    assert asked.other_city == name == asked.beyond_words[0]


@pytest.mark.parametrize(
    "text",
    [
        "つくば市と連携する取組みはありますか",
        "那須塩原市など近くの市との協力は",
        "守谷市の事例を参考にしていますか",
        "取手市と守谷市では何が違いますか",
        "熊本の地震でわかったことは何ですか",
        "栃木県の計画との関係は",
        "茨城の市町村で共同利用するシステムは",
        "第三次市民アンケート",
        "三種の施策はどれですか",
        "中央公民館の講座",
        "行方不明のお年寄りを探す仕組み",
        "この町でも使えますか",
        "市場の動き",
        "港区間のケーブル",
        "総務省や国の方針は",
        "本部はどこに置かれますか",
        "What is the date of the meeting?",
    ],
)
def test_a_place_only_mentioned_is_not_asked_about(read: Any, text: str) -> None:
    assert read(text).beyond is None


def test_a_held_city_named_beside_another_is_compared(read: Any) -> None:
    asked = read("小山市と宇都宮市の計画の違い", None)
    assert (asked.cities, asked.other_city, asked.beyond) == (("oyama",), "宇都宮市", None)
