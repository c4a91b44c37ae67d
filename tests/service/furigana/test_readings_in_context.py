"""Names, terms and small words of the plans, as they stand in their sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.meets("R-01")
@pytest.mark.parametrize(
    "expected",
    [
        "茨城県(いばらきけん)取手市(とりでし)の市役所(しやくしょ)",
        "取手(とりで)",
        "取手(とりで)ブランド",
        "取手駅(とりでえき)",
        "常総市(じょうそうし)、大田原市(おおたわらし)",
        "栃木県(とちぎけん)の小山市(おやまし)と大田原(おおたわら)",
        "旧(きゅう)藤代(ふじしろ)地域(ちいき)",
        "藤代町(ふじしろまち)との合併(がっぺい)",
        "井野(いの)なないろ保育所(ほいくしょ)",
        "常総市(じょうそうし)長(ちょう) 神達(かんだつ)岳志(たけし)",
        "津久井(つくい) 富雄(とみお)",
        "与一(よいち)まつり",
        "那須塩原(なすしおばら)",
        "霞(かすみ)が関(せき)",
    ],
)
def test_names(read: Callable[[str], str], expected: str) -> None:
    assert read(_base(expected)) == expected


@pytest.mark.meets("R-01")
@pytest.mark.parametrize(
    "expected",
    [
        "重点(じゅうてん)施策(しさく)",
        "総合(そうごう)窓口(まどぐち)",
        "地域(ちいき)情報化(じょうほうか)の推進(すいしん)",
        "電子(でんし)行政(ぎょうせい)",
        "庁内(ちょうない)と本庁舎(ほんちょうしゃ)",
        "住基(じゅうき)ネット",
        "住民票(じゅうみんひょう)の写(うつ)し",
        "公共(こうきょう)施設(しせつ)予約(よやく)システム",
        "個人(こじん)番号(ばんごう)カード",
        "番号(ばんごう)制度(せいど)",
        "地方(ちほう)公会(こうかい)計(けい)制度(せいど)",
        "勤休(きんきゅう)管理(かんり)システム",
        "文言(もんごん)",
        "人気(にんき)",
        "大人(おとな)と子(こ)ども",
        "生業(なりわい)を続(つづ)ける",
        "生業(せいぎょう)扶助(ふじょ)",
    ],
)
def test_terms(read: Callable[[str], str], expected: str) -> None:
    assert read(_base(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "窓口(まどぐち)は何(なに)課(か)ですか。",
        "何(なん)年度(ねんど)から何(なん)年度(ねんど)までですか。",
        "今日(きょう)は何(なに)をしますか。",
        "これは何(なん)ですか。",
        "市(し)が行(おこな)った調査(ちょうさ)",
        "話(はなし)を聞(き)きに行(い)った人(ひと)",
        "窓口(まどぐち)が開(あ)いている時間(じかん)",
        "会(かい)を開(ひら)いた年(とし)",
        "他(ほか)の市(し)、その他(た)の意見(いけん)",
        "後(あと)の方(ほう)で、使(つか)い方(かた)を",
        "クラウド上(じょう)で確(たし)かめた上(うえ)で",
        "三(みっ)つの柱(はしら)の二(ふた)つ",
        "一人(ひとり)ひとりと明日(あす)",
    ],
)
def test_small_words(read: Callable[[str], str], expected: str) -> None:
    assert read(_base(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "1月(がつ)から4月(がつ)",
        "平成(へいせい)30年度(ねんど)",
        "4つの施策(しさく)",
        "平成(へいせい)25年(ねん)4月(がつ)1日(ついたち)から5月(がつ)19日(にち)",
        "１０月(がつ)１日(ついたち)、２０日(はつか)",
        "毎月(まいつき)の1日",
        "3人(にん)に2人(ふたり)",
        "1億(おく)2千万(せんまん)件(けん)",
        "三(さん)本(ぼん)の柱(はしら)",
        "年(ねん)に1回(かい)",
        "4月(がつ)22日(にち)（月(げつ)）",
    ],
)
def test_figures_and_what_they_count(read: Callable[[str], str], expected: str) -> None:
    assert read(_base(expected)) == expected


def _base(expected: str) -> str:
    """The text without the readings."""
    parts = expected.split("(")
    return parts[0] + "".join(part.split(")", 1)[1] for part in parts[1:])
