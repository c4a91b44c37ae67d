"""Slips of the finger are mended by the words of the plans, and nothing else is touched."""

from __future__ import annotations

import pytest

from index import Searcher
from index.settings import SpellingSettings
from index.spelling import Spelling

TEXTS = [
    "市のブランドメッセージとネットワークスキャニング",
    "コンビニ交付とコンピュータ",
    "セキュリティ監査、インターネット、アイ・オー・ティー、アイ・シー・ティー",
]


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(TEXTS, SpellingSettings())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ブランドメセージって何", "ブランドメッセージって何"),  # a letter left out
        ("セキュリテイ監査", "セキュリティ監査"),  # a large letter for a small one
        ("インタネットの利用", "インターネットの利用"),
        ("コンビ二で受け取る", "コンビニで受け取る"),  # the kanji for two
        ("ネットワークスキャンニグ", "ネットワークスキャニング"),  # two slips in a long word
    ],
)
def test_a_slip_is_mended(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "コンピューターの更新",  # right as well
        "ネットワークの整備",  # part of a longer word
        "アイオーティーとは",  # as near to another word, but known without its dots
        "タクシーの予約",  # a word the texts do not know, and too short
        "プレミアム商品券",  # far from any word
        "力を入れる取組み",  # kanji that look like katakana, among kanji
        "コンビニ二店",
        "",
    ],
)
def test_what_is_no_slip_stays(spelling: Spelling, text: str) -> None:
    assert spelling.mended(text) == text


def test_what_is_as_near_to_two_words_stays() -> None:
    assert Spelling(["サンプルA ミドリムシ ミドリウシ"], SpellingSettings()).mended(
        "ミドリクシ"
    ) == ("ミドリクシ")


def test_a_misspelt_question_finds_what_is_meant(searcher: Searcher) -> None:
    assert searcher.written("取手のブランドメセージ") == "取手のブランドメッセージ"
