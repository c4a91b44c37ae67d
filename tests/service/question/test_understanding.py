"""Every field of an understanding, on questions of our own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from index.tokens import Tokenizer
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Half
from service.question import Asked, Beyond, Wanted, understand


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("目次は何ページにありますか", Asked.PAGE),
        ("印鑑証明のオンライン化はいつからですか", Asked.WHEN),
        ("なんねんに つくったの", Asked.WHEN),
        ("計画期間を教えて", Asked.WHEN),
        ("When will the app be introduced?", Asked.WHEN),
        ("いつでも使えますか", Asked.YES_NO),
        ("会議のまとめ役は誰?", Asked.WHO),
        ("地図の係はどこの課", Asked.WHO),
        ("어느 부서가 담당합니까?", Asked.WHO),
        ("講座はどこで開かれていますか", Asked.WHERE),
        ("RPAとは何ですか", Asked.WHAT_IS),
        ("RPAとは，何ですか", Asked.WHAT_IS),
        ("テレワーク 意味", Asked.WHAT_IS),
        ("LGWANって何の略?", Asked.WHAT_IS),
        ("什么是开放数据？", Asked.WHAT_IS),
        ("回答した職員は何人", Asked.HOW_MANY),
        ("どのくらいの人が持っていますか", Asked.HOW_MANY),
        ("How many goals are there?", Asked.HOW_MANY),
        ("目標をすべて挙げてください", Asked.LIST),
        ("有哪些措施？", Asked.LIST),
        ("県の値と市の値はどっちが高い", Asked.COMPARE),
        ("なぜ見直すのですか", Asked.WHY),
        ("Por que o plano foi revisto?", Asked.WHY),
        ("登録はどうやってするのですか", Asked.HOW_TO),
        ("動画を配信しますか", Asked.YES_NO),
        ("Is it a new measure?", Asked.YES_NO),
        ("どんな効果がありますか", Asked.CONTENT),
        ("取組みの内容を教えてください", Asked.CONTENT),
        ("住民票 コンビニ 交付", Asked.KEYWORDS),
        ("統合型GISの導入", Asked.KEYWORDS),
    ],
)
def test_asked(read: Any, text: str, asked: Asked) -> None:
    assert read(text).asked is asked


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("証明書の手数料はいくらですか", {Wanted.PRICE}),
        ("窓口は何時までですか", {Wanted.CLOCK_TIME}),
        ("担当の電話番号は?", {Wanted.PHONE}),
        ("公民館の住所を教えて", {Wanted.ADDRESS}),
        ("公式サイトのURLは", {Wanted.URL}),
        ("市長は誰ですか", {Wanted.PERSON_NAME}),
        ("市の人口は", {Wanted.HEADCOUNT}),
        ("利用率は何%ですか", {Wanted.PERCENTAGE}),
        ("何か所に置きますか", {Wanted.COUNT}),
        ("計画は何年間ですか", {Wanted.AMOUNT}),
        ("締切はいつですか", {Wanted.DATE}),
        ("導入は何年度ですか", {Wanted.YEAR}),
        ("担当課はどこですか", {Wanted.DEPARTMENT}),
        ("How much does the course cost?", {Wanted.PRICE}),
        ("費用対効果は考えますか", set()),
        ("何人もの人が使うのですか", set()),
        ("委員長はだれですか", set()),
        ("課題は何ですか", set()),
        ("IPアドレスとは", set()),
        ("電話でも申し込めますか", set()),
    ],
)
def test_wanted(read: Any, text: str, wanted: set[Wanted]) -> None:
    assert read(text).wanted == wanted


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("明日の天気は", Beyond.LIVE),
        ("図書館は祝日もやってますか", Beyond.LIVE),
        ("しやくしょの やすみは なんようび", Beyond.LIVE),
        ("次のバスは何時に来ますか", Beyond.LIVE),
        ("給食の献立は?", Beyond.LIVE),
        ("Is the city hall open on Saturday?", Beyond.LIVE),
        ("今天天气怎么样？", Beyond.LIVE),
        ("先月申請したのにまだ届かない", Beyond.PERSONAL_MATTER),
        ("保険証をなくしました", Beyond.PERSONAL_MATTER),
        ("のどが痛いのですが何科ですか", Beyond.PERSONAL_MATTER),
        ("慰謝料はいくら取れますか", Beyond.PERSONAL_MATTER),
        ("Me duele la cabeza", Beyond.PERSONAL_MATTER),
        ("夜でも証明書が取れるようになりますか", None),
        ("コンビニ交付の時間は何時から何時まで", None),
        ("市民アンケートの結果は", None),
        ("防災メールに登録したい", None),
        ("休日の窓口を増やす計画は", None),
        ("気象情報を配信するメールは", None),
        ("バスの時刻表のオープンデータ", None),
        ("今日の情報化社会の課題は", None),
        ("カードを落としても情報は漏れませんか", None),
        ("引っ越しの手続きはネットで済みますか", None),
        ("健康診断の結果を見られるシステムは", None),
        ("わたしでも電子申請できますか", None),
        ("施設の空きを家から調べられますか", None),
    ],
)
def test_beyond(read: Any, text: str, beyond: Beyond | None) -> None:
    asked = read(text)
    assert asked.beyond is beyond
    assert bool(asked.beyond_words) == (beyond is not None)


@pytest.mark.parametrize(
    ("text", "city", "plans"),
    [
        ("第五次計画の期間", "toride", ("toride-5",)),
        ("第４次の計画では", "toride", ("toride-4",)),
        ("4次計画と5次計画の違い", "toride", ("toride-4", "toride-5")),
        ("取手の第四次計画", "oyama", ("toride-4",)),
        ("What does the fifth plan say?", "toride", ("toride-5",)),
        ("제5차 계획의 목적은?", "toride", ("toride-5",)),
        ("第三次計画の成果", "toride", ()),
        ("第3次の計画", None, ("joso-3", "oyama-3")),
        ("地域ICT総合推進計画の目的", None, ("otawara-1",)),
        ("情報化計画の目的", "toride", ()),
        ("第二次世界大戦の記録", "toride", ()),
        ("データの二次利用", "toride", ()),
        ("第5世代移動通信", "toride", ()),
    ],
)
def test_plans(read: Any, text: str, city: str | None, plans: tuple[str, ...]) -> None:
    assert read(text, city).plans == plans


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("平成30年度の予定", [(2018, 2018, True)]),
        ("H30からR4まで", [(2018, 2022, False)]),
        ("30年度と5年度", [(2018, 2018, True), (2023, 2023, True)]),
        ("今年度の予定", [(2026, 2026, True)]),
        ("来年度はどうなる", [(2027, 2027, True)]),
        ("去年できたもの", [(2025, 2025, False)]),
        ("next fiscal year", [(2027, 2027, True)]),
        ("5年間で何をする", []),
        ("いつでも", []),
    ],
)
def test_years(read: Any, text: str, years: list[tuple[int, int, bool]]) -> None:
    found = [(y.first_year, y.last_year, y.is_fiscal) for y in read(text).years]
    assert found == years


def test_a_half_year(read: Any) -> None:
    (year,) = read("平成26年度上期に何をしますか").years
    assert (year.first_year, year.half) == (2014, Half.FIRST)


def test_content_words_carry_the_subject_alone(read: Any) -> None:
    asked = read("すみません、取手市の第四次計画では平成30年度に図書館のスマホ対応はありますか?")
    assert asked.content_words == ("図書", "館", "スマホ", "対応")
    assert read("きょうりょくする人を教えてください").content_words == ("協力",)


def test_content_words_are_words_as_the_index_counts_them(
    read: Any, knowledge: KnowledgeBase
) -> None:
    tokenizer = Tokenizer()
    for entry in knowledge.faq[::97]:
        for form in entry.forms[:7]:
            asked = read(form)
            missing = set(asked.content_words) - set(tokenizer.tokens(asked.text))
            # Mode A of a long word and of the text differ where a name is cut from a compound.
            assert len(missing) <= 1, (form, missing)


@pytest.mark.parametrize(
    ("text", "search_text"),
    [
        ("取手市の計画期間を教えてください。", "計画期間"),
        ("すみません、オープンデータについて詳しく知りたいのですが", "オープンデータ"),
        ("How many people own smartphones in Toride?", "How many people own smartphones?"),
        ("メールマガジンの登録者は増えますか", "メールマガジンの登録者は増えますか"),
        ("取手と小山の違い", "取手と小山の違い"),
        ("取手市", "取手市"),
        ("教えてください", "教えてください"),
    ],
)
def test_search_text(read: Any, text: str, search_text: str) -> None:
    assert read(text).search_text == search_text


def test_the_same_question_is_read_the_same(read: Any) -> None:
    assert read("ＲＰＡの担当は?") == read("RPAの担当は？")


def test_a_question_in_kana_is_read_with_kanji_and_as_typed(knowledge: KnowledgeBase) -> None:
    typed = "としょかんは なんじから ですか"
    read = understand(
        typed,
        "toride",
        knowledge,
        date(2026, 11, 21),
        {typed: "図書館は何次からですか"}.__getitem__,
    )
    assert read.text == "図書館は何次からですか"
    assert "図書" in read.content_words
    assert Wanted.CLOCK_TIME in read.wanted  # what 何次 no longer says


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("取手市の第4次と第5次で計画期間はどう違いますか", "計画期間"),
        ("第四次と第五次の計画期間を比べて", "計画期間"),
        ("大田原市と小山市では計画の期間はどっちが長い?", "計画の期間"),
        ("取手と小山、どちらの計画にもクラウドの話はある?", "計画にもクラウドの話はある"),
        ("取手市の計画で違いがある部署は", "計画で違いがある部署は"),  # nothing is compared
    ],
)
def test_sides_of_a_comparison_are_searched_without_it(read: Any, text: str, searched: str) -> None:
    assert read(text).search_text.rstrip("?") == searched


def test_what_compares_is_no_subject(read: Any) -> None:
    assert read("取手と小山の計画期間はどっちが長い?").content_words == ("期間",)
