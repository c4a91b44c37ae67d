"""Text as it is compared while somebody types."""

from __future__ import annotations

import pytest

from service.suggesting.folding import (
    by_words,
    folded,
    runs,
    typed_parts,
    without_romaji,
    written_and_read,
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("コンビニ交付", "こんびに交付"),
        ("ＳＮＳ・メール", "snsめーる"),
        ("Ｗｉ－Ｆｉ　スポット", "wi fiすぽっと"),
        ("「いつ」から？", "いつから"),
        ("When does it start?", "when does it start"),
        ("ｺﾝﾋﾞﾆ", "こんびに"),
    ],
)
def test_width_kana_and_signs_are_one(text: str, same: str) -> None:
    assert folded(text) == same


@pytest.mark.parametrize(
    "text",
    [
        "コンビニ交付は、Wi-Fiの「いつ」から？",
        "BPR2018 とは",
        "１－１－２ 施策",
        "SNS・メール、取手市",
    ],
)
def test_forms_are_folded_as_what_is_typed(text: str) -> None:
    written, _ = written_and_read(text)
    assert written.text == folded(text)


def test_words_begin_where_they_are_said_to() -> None:
    written, read = written_and_read("コンビニ交付はいつ")
    assert {written.text[start:][:2] for start in written.starts} >= {"こん", "交付", "いつ"}
    assert read.text == "こんびにこうふはいつ"
    assert {read.text[start:][:2] for start in read.starts} >= {"こん", "こう", "いつ"}
    assert list(by_words("Does it start?").starts) == [0, 5, 8]


def test_starts_beyond_a_byte_are_left_out() -> None:
    written, _ = written_and_read("計画の期間" * 60)
    assert len(written.text) == 300
    assert max(written.starts) <= 255


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("こんびにk", "こんびに"), ("交付ｓｙ", "交付"), ("BPR", "BPR"), ("市のDX", "市のDX")],
)
def test_letters_not_yet_converted_are_taken_off(typed: str, kept: str) -> None:
    assert without_romaji(typed, 3) == kept


def test_what_is_typed_falls_into_parts() -> None:
    assert typed_parts("コンビニ　いつ、どこ") == ("こんびに", "いつ", "どこ")
    assert typed_parts(" 、。") == ()
    assert runs("コンビニ交付はいつSNS") == ("こんびに", "交付", "いつ", "sns")
    assert runs("") == ()
