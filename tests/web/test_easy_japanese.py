"""やさしい日本語: what we write in it keeps to the guideline of 出入国在留管理庁 and 文化庁 (2020).

Held here: the interface and the fixed words of answers. What plans say is quoted as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.vocabulary.glosses import load_easy_glosses
from service.http.pages.preferences import Language
from service.http.pages.wording import wording

TEMPLATES = Path(__file__).resolve().parents[2] / "prompts"
# Our own limits: the guideline says "short", a learner's sheet of 弘前大学 some 13 kanji.
SENTENCE_CHARS_MAX = 45
SENTENCE_KANJI_MAX = 13

# Loanwords that a newcomer meets in daily life, or that name what is on the screen.
KNOWN_LOANWORDS = frozenset(
    """
    アドレス イヤホン インターネット エラー カタカナ カード キーボード
    クッキー コピー コンビニ コンピューター サイト サービス スマートフォン
    センター タブ テスト データ ニュース パソコン ファイル ブラウザ
    プライバシー ページ カメラ コード ホームページ ボタン マイナンバー マーク メール リンク
    """.split()  # noqa: SIM905 (a list of thirty strings is harder to read)
)
GLOSS = re.compile(r"〈[^〉]*〉")
ENDING = re.compile(
    r"(?:です|ます|ません|でした|ました|ませんでした|ください|ましょう)(?:か|ね|よ)?$"
)


def _texts() -> Iterator[tuple[str, str]]:
    """Every text with its place, placeholders and template code taken out."""
    for key, text in wording(Language.EASY_JAPANESE).texts.items():
        yield key, re.sub(r"\{[a-z_]+\}", "", text)
    for path in sorted((TEMPLATES / "ja-easy").rglob("*.j2")):
        code = path.read_text(encoding="utf-8")
        plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", code, flags=re.S)
        yield str(path.relative_to(TEMPLATES)), plain


TEXTS = list(_texts())


def _sentences() -> Iterator[tuple[str, str]]:
    """Each sentence with its place; glosses are beside the sentence and blanks part its words."""
    for place, text in TEXTS:
        for sentence in re.split(r"(?<=[。！？])|\n", GLOSS.sub("", text)):
            bare = re.sub(r"[\s「」（）]", "", sentence)
            if bare:
                yield place, bare


SENTENCES = list(_sentences())


def _kanji(text: str) -> list[str]:
    return re.findall(r"[一-龥々]", text)


@pytest.mark.meets("J-01")
def test_sentences_are_short() -> None:
    assert len(SENTENCES) > 100
    assert not [one for one in SENTENCES if len(one[1]) > SENTENCE_CHARS_MAX]


@pytest.mark.meets("J-02")
def test_sentences_are_polite_and_say_no_once() -> None:
    whole = [(place, text[:-1]) for place, text in SENTENCES if text.endswith("。")]
    assert whole
    assert not [one for one in whole if not ENDING.search(one[1])]
    twice = re.compile(
        r"な(?:い|く)(?:こと|わけ)?[はも](?:ない|あり?ません)|ずには|ないと.{0,6}ません"
    )
    assert not [one for one in SENTENCES if twice.search(one[1])]


@pytest.mark.meets("J-02")
def test_loanwords_are_those_of_daily_life() -> None:
    strange = {
        (place, word)
        for place, text in TEXTS
        for word in re.findall(r"[ァ-ヶー]{3,}", text)
        if word not in KNOWN_LOANWORDS
    }
    assert not strange
    sounds = re.compile(r"([ぁ-ん]{2})\1(?!の)|([ァ-ヶ]{2})\2")
    known = re.compile("いろいろ|それぞれ|ますます|てんてん")
    assert not [one for one in TEXTS if sounds.search(known.sub("", one[1]))]


@pytest.mark.meets("J-03")
def test_key_terms_stay_and_have_a_gloss() -> None:
    """In the interface each term is explained where its area first has it."""
    bare: list[tuple[str, str]] = []
    areas = {key.partition(".")[0] for key in wording(Language.EASY_JAPANESE).texts}
    for area in areas:
        text = "\n".join(t for place, t in TEXTS if place.startswith(f"{area}."))
        for term in load_easy_glosses():
            alone = re.sub(f"{term}[一-龥]|[一-龥]{term}", "", text)
            if term in alone and f"{term}〈" not in alone:
                bare.append((area, term))
    assert not bare


@pytest.mark.meets("J-04")
def test_years_are_western_and_times_have_morning_and_afternoon() -> None:
    for place, text in TEXTS:
        assert not re.search(r"(?<!（)(?:平成|令和|昭和)[0-9０-９元]+年", text), place
        assert not re.search(r"[0-9]/[0-9]", text), place
        assert not re.search(r"(?:1[3-9]|2[0-3])(?:時|:)", text), place


@pytest.mark.meets("J-05")
def test_sentences_hold_few_kanji() -> None:
    assert not [one for one in SENTENCES if len(_kanji(one[1])) > SENTENCE_KANJI_MAX]
