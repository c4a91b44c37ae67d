"""Personal data is recognised in every dress; public numbers pass."""

from __future__ import annotations

import pytest

from service.outcome import Reason
from service.question import check
from service.question.check_digits import is_card_number, is_my_number
from service.question.personal_data import PersonalData, personal_data

# 123456789018 carries a right check digit; the others are test numbers of card brands.
FOUND = [
    ("123456789018", PersonalData.MY_NUMBER),
    ("番号は 1234-5678-9018 です", PersonalData.MY_NUMBER),
    ("１２３４　５６７８　９０１８", PersonalData.MY_NUMBER),
    ("1 2 3 4 5 6 7 8 9 0 1 8", PersonalData.MY_NUMBER),
    ("マイナンバーは111122223333", PersonalData.MY_NUMBER),
    ("一二三四五六七八九〇一八を登録して", PersonalData.MY_NUMBER),
    ("090-1234-5678 に電話ください", PersonalData.PHONE),
    ("０８０ー１２３４ー５６７８", PersonalData.PHONE),
    ("07012345678", PersonalData.PHONE),
    ("+81 90 1234 5678", PersonalData.PHONE),
    ("自宅は0297-12-3456", PersonalData.PHONE),
    ("hanako@example.com", PersonalData.MAIL),
    ("hanako.y＠example.co.jp へ", PersonalData.MAIL),
    ("taro アットマーク example.com", PersonalData.MAIL),
    ("4111 1111 1111 1111 で払えますか", PersonalData.CARD),
    ("5555555555554444", PersonalData.CARD),
    ("口座番号は7654321", PersonalData.ACCOUNT),
    ("ゆうちょの記号番号 10120-12345671", PersonalData.ACCOUNT),
    ("暗証番号は4649です", PersonalData.CREDENTIAL),
    ("パスワード：himitsu", PersonalData.CREDENTIAL),
    ("my password is tanuki88", PersonalData.CREDENTIAL),
    ("運転免許証番号 301234567890", PersonalData.DOCUMENT_NUMBER),
    ("パスポート番号はTK1234567", PersonalData.DOCUMENT_NUMBER),
    ("取手市新町九丁目とかではなく、新町3丁目4番5号です", PersonalData.HOME_ADDRESS),
    ("住まいは小山市城山町3-3-22です", PersonalData.HOME_ADDRESS),
    ("大字北金丸1843番地1に住んでいます", PersonalData.HOME_ADDRESS),
    ("山田花子、昭和50年3月2日生まれです", PersonalData.BIRTH_DATE),
    ("生年月日は1980/05/12", PersonalData.BIRTH_DATE),
    ("born on May 12, 1980", PersonalData.BIRTH_DATE),
]

PASSING = [
    "市役所の代表電話0297-74-2141は載っていますか",
    "図書館の電話番号は0297-74-8361ですか",
    "joho@city.example.lg.jp は問い合わせ先ですか",
    "0120-123-456 は何の番号ですか",
    "施策1-1-1から1-1-4と2-3-1の担当課",
    "１－１－１　１－１－２　１－１－３　１－１－４　一覧",
    "平成30年度から平成34年度まで",
    "2018 2019 2020 2021 の予定",
    "00000JAPANとは何ですか",
    "第5条第2項の内容",
    "JIS X 8341-3とは",
    "スマートフォンの保有率は48.7%ですか",
    "IPv6と192.168.0.1の違い",
    "パスワードは8文字以上ですか",
    "暗証番号は4桁ですか",
    "パスワードは3か月ごとに変えますか",
    "口座番号を2回入力するのですか",
    "平成29年12月19日に開かれた会議",
    "市役所は取手市寺田5139番地ですか",
    "図表2-13と2-25の違い",
    "住所変更は2-1-3の施策ですか",
    "10丁目まで光回線は来ますか",
    "マイナンバーは何桁の番号ですか",
    "1,706件と13,648件",
    "人口は109,926人、世帯数は49,123です",
]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_found(text: str, kind: PersonalData) -> None:
    checked = check(text)
    assert kind in checked.personal
    assert checked.refusal is Reason.REFUSED_PERSONAL_DATA


@pytest.mark.parametrize("text", PASSING)
def test_passing(text: str) -> None:
    checked = check(text)
    assert (checked.refusal, checked.found, checked.personal) == (None, (), ())


def test_zero_width_characters_hide_nothing() -> None:
    assert check("090\u200b-1234\u2060-5678").personal


def test_nothing_found_is_told_again() -> None:
    checked = check("マイナンバーは123456789018、暗証番号は4649です")
    assert "123456789018" not in repr(checked)
    assert not any(sign.isdigit() for found in checked.found for sign in found.kind)


def test_check_digit_of_my_number() -> None:
    right = [n for n in range(10) if is_my_number(f"12345678901{n}")]
    assert right == [8]
    assert not is_my_number("000000000000")
    assert not is_my_number("12345678901")


def test_luhn() -> None:
    assert is_card_number("4012888888881881")
    assert not is_card_number("4012888888881882")
    assert not is_card_number("9012888888881881")


def test_plain_text_has_none() -> None:
    assert personal_data("コンビニ交付はいつから始まりますか") == ()
