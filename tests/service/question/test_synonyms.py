"""Colloquial words lead to the words of official texts."""

from __future__ import annotations

import pytest

from service.question.synonyms import expansions


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
    assert word in expansions(text)


def test_words_inside_longer_words_do_not_count() -> None:
    assert expansions("ネットワークスキャニング") == ()
    assert "パソコン" not in expansions("EPCIS")


def test_the_longest_word_counts() -> None:
    assert "メール" not in expansions("電子メール")
    assert "防災メール" not in expansions("電子メール")


def test_words_already_there_are_left_out() -> None:
    assert "スマホ" not in expansions("スマホとスマートフォン")
