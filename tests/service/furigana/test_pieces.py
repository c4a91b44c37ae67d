"""Text to pieces: nothing of the text is lost, kana stay outside, line breaks part no word."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.furigana import Furigana, Piece
from service.furigana.okurigana import parted


@pytest.mark.meets("R-01")
@pytest.mark.parametrize(
    "expected",
    [
        "読(よ)み書(か)き",
        "取(と)り組(く)みを受(う)け付(つ)ける",
        "お知(し)らせ",
        "生(い)き生(い)きとした暮(く)らし",
        "申(もう)し込(こ)みの手続(てつづ)き",
        "子(こ)どもたち",
        "個々(ここ)の一(ひと)つひとつ",
        "データ化(か)とＷｅｂの化(か)",
        "オンライン、ICT、ｸﾗｳﾄﾞ、42.195",
    ],
)
def test_only_kanji_have_readings(read: Callable[[str], str], expected: str) -> None:
    parts = expected.split("(")
    text = parts[0] + "".join(part.split(")", 1)[1] for part in parts[1:])
    assert read(text) == expected


@pytest.mark.parametrize(
    ("surface", "reading", "pieces"),
    [
        ("霞ヶ関", "かすみがせき", (Piece("霞ヶ関", "かすみがせき"),)),
        ("リンク先", "りんくさき", (Piece("リンク"), Piece("先", "さき"))),
        ("1日", "ついたち", (Piece("1日", "ついたち"),)),
        # Not to be parted, or in two ways: no ruby is better than a wrong one.
        ("行なう", "おこのう", (Piece("行なう"),)),
        ("母は母", "はははは", (Piece("母は母"),)),
    ],
)
def test_a_reading_is_parted_among_kanji(
    surface: str, reading: str, pieces: tuple[Piece, ...]
) -> None:
    assert parted(surface, reading) == pieces


@pytest.mark.meets("R-03")
def test_joined_pieces_are_the_plans_letter_for_letter(
    furigana: Furigana, knowledge: KnowledgeBase
) -> None:
    for source in knowledge.sources.values():
        pieces = furigana.pieces(source.text)
        assert "".join(piece.text for piece in pieces) == source.text
        assert all(piece.text and piece.reading != "" for piece in pieces)
        assert not any(a.reading is b.reading is None for a, b in pairwise(pieces))


@pytest.mark.meets("R-03")
def test_joined_pieces_are_the_answers_letter_for_letter(
    furigana: Furigana, knowledge: KnowledgeBase
) -> None:
    for entry in knowledge.faq[::7]:
        for text in (entry.answer, *entry.forms):
            assert "".join(piece.text for piece in furigana.pieces(text)) == text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "カナ", " 情報\n", "\t取手市\r\n", "𠮷野家の𠮷"])
def test_small_and_odd_texts(furigana: Furigana, text: str) -> None:
    assert "".join(piece.text for piece in furigana.pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("情\n報", (Piece("情\n報", "じょうほう"),)),
        ("取り\n\n組み", (Piece("取", "と"), Piece("り\n\n"), Piece("組", "く"), Piece("み"))),
        ("魅 力", (Piece("魅 力", "みりょく"),)),
        ("国 県", (Piece("国", "くに"), Piece(" "), Piece("県", "けん"))),
        ("実施\n検討", (Piece("実施", "じっし"), Piece("\n"), Piece("検討", "けんとう"))),
    ],
)
def test_white_space_parts_no_word(
    furigana: Furigana, text: str, pieces: tuple[Piece, ...]
) -> None:
    assert furigana.pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("取手（とりで）", "取手（とりで）"),
        ("大田原市（おおたわらし）は", "大田原市（おおたわらし）は"),
        ("罹災証明（りさいしょうめい）", "罹災証明（りさいしょうめい）"),
        ("雲（クラウド）", "雲(くも)（クラウド）"),
        ("人（すべての人）", "人(ひと)（すべての人(ひと)）"),
        ("窓口（まど）", "窓口(まどぐち)（まど）"),
    ],
)
def test_a_word_read_in_the_text_itself_needs_no_ruby(
    read: Callable[[str], str], text: str, expected: str
) -> None:
    assert read(text) == expected


def test_kanji_that_nobody_can_read_have_no_ruby(furigana: Furigana) -> None:
    (piece,) = furigana.pieces("预开")
    assert piece.unread


def test_threads_share_one(furigana: Furigana, knowledge: KnowledgeBase) -> None:
    texts = [entry.answer for entry in knowledge.faq[:200]]
    alone = [furigana.pieces(text) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(furigana.pieces, texts)) == alone
