"""What staff are shown of residents' words, tried with what must never be taken in at all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.question.normalisation import normalise
from service.question.personal_data import personal_data
from service.reviewing.masking import MASK, is_masked, mask_of_words, masked

RED_TEAM = Path(__file__).parents[1] / "question" / "red_team"
NUMBERED = {"my_number", "phone", "card", "account", "document_number"}
DIGITS = re.compile(r"[0-9〇零一二三四五六七八九](?:[ \-]?[0-9〇零一二三四五六七八九]){5,}")


def caught() -> list[tuple[str, str]]:
    own = tomllib.loads((RED_TEAM / "personal_data.toml").read_text(encoding="utf-8"))["caught"]
    more = tomllib.loads((RED_TEAM / "more.toml").read_text(encoding="utf-8"))["caught"]
    return [(kind, normalise(text)) for kind, texts in own.items() for text in texts] + [
        ("more", normalise(text)) for text in more["personal_data"]
    ]


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in caught()}))
def test_nothing_personal_is_left(kind: str) -> None:
    for text in (text for other, text in caught() if other == kind):
        told = f"計画の期間はいつですか。{text}。担当課はどこですか。"
        shown = masked(told)
        assert personal_data(normalise(shown)) == (), text
        assert is_masked(shown), text
        assert shown.startswith("計画の期間はいつですか。"), text
        assert "担当課はどこですか。" in shown, text
        if kind in NUMBERED:
            assert not DIGITS.search(shown), text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("携帯は090-1234-5678です", f"携帯は{MASK}です"),
        ("私の名前は山田太郎です。計画期間は", f"私の名前は{MASK}です。計画期間は"),
        ("メールはtaro@example.comまで", f"メールは{MASK}まで"),
        ("住所は取手市新町2丁目5番25号です", f"住所は{MASK}です"),
        # Not refused, and masked all the same: named in passing, beside a public office.
        ("田中さんの家にも光ファイバは来ますか", f"{MASK}さんの家にも光ファイバは来ますか"),
        ("隣の佐藤健一が聞いていました", f"隣の{MASK}が聞いていました"),
        ("市役所に電話したいので0297-72-1234へ", f"市役所に電話したいので{MASK}へ"),
        ("図書館のカード 20481234567 は使えますか", f"図書館のカード {MASK} は使えますか"),
    ],
)
def test_where_it_stands(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "藤井信吾市長のごあいさつ",
        "市長 藤井信吾の挨拶は何ページですか",
        "平成30年度から令和4年度、2018-2022年度の計画",
        "施策1-4-4と3-1-2の担当課は",
        "予算は12,345,678千円ですか",
        "10・11・13・14・15条との対応",
        "此前大田原市通过哪些渠道发布市政信息?",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert masked(text) == text


def test_questions_as_people_ask_them_stay(knowledge: KnowledgeBase) -> None:
    forms = [form for entry in knowledge.faq[::4] for form in entry.forms]
    assert len(forms) > 3_000
    assert [form for form in forms if masked(form) != form] == []


def test_a_text_full_of_it_is_masked_by_the_sentence() -> None:
    text = "。".join(f"パスワードはneko{number}cat" for number in range(12)) + "。計画期間は"
    shown = masked(text)
    assert personal_data(normalise(shown)) == ()
    assert "neko" not in shown
    assert shown.endswith("計画期間は")


def test_words_read_out_of_a_text_are_masked_as_it_is() -> None:
    mask = mask_of_words(["田中さんの家にも光ファイバは来ますか"])
    assert mask(["田中", "家", "ファイバー", "光ファイバ", "来ル"]) == (
        MASK,
        "家",
        "ファイバー",
        "光ファイバ",
        "来ル",
    )
    # Nothing of the text itself is masked: words that it does not hold stay as well.
    assert mask_of_words(["光ファイバは来ますか"])(["ブロードバンド"]) == ("ブロードバンド",)
    assert mask_of_words([])(["田中"]) == ("田中",)
