"""Colloquial words lead to the words of official texts."""

from __future__ import annotations

import pytest

from service.question.morphology import words
from service.question.synonyms import meanings


def forms(word: str) -> frozenset[str]:
    return frozenset(short.form for long in words(word) for short in long)


def said(text: str) -> set[frozenset[str]]:
    return {other for meaning in meanings(text) for other in meaning.others}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("スマホで見たい", "スマートフォン"),
        ("役所の紙を減らす", "市役所"),
        ("ネットで買い物", "インターネット"),
        ("HPが見にくい", "ホームページ"),
        ("保育園の連絡", "保育所"),
        ("パソコン教室に行きたい", "パソコン講座"),
        ("マイナカードは便利?", "マイナンバーカード"),
        ("ワイファイ", "無線LAN"),
        ("ＷｉＦｉ", "無線LAN"),
        ("住基カードは", "住民基本台帳カード"),
        ("トラヒィックとは", "トラフィック"),
        ("印鑑証明", "印鑑登録証明書"),
    ],
)
def test_a_word_leads_to_the_official_one(text: str, word: str) -> None:
    assert forms(word) in said(text)


def test_words_inside_longer_words_do_not_count() -> None:
    assert meanings("ネットワークスキャニング") == ()
    assert forms("パソコン") not in said("EPCIS")


def test_the_longest_word_counts() -> None:
    assert frozenset({"メール"}) not in [m.forms for m in meanings("電子メール")]
    assert forms("防災メール") not in said("電子メール")


def test_a_meaning_names_the_word_itself_and_the_others() -> None:
    (one,) = meanings("スマホで見たい")
    assert one.forms == forms("スマホ")
    assert forms("スマートフォン") in one.others
