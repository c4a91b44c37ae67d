"""Answers cut into what is judged."""

from __future__ import annotations

from itertools import pairwise

import pytest

from service.counter import Counter, Question
from service.reviewing.judging.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("一つだけ", ["一つだけ"]),
        ("はい。平成30年度からです。", ["はい。", "平成30年度からです。"]),
        (
            "計画は「進めます。」と述べています。以上です。",
            ["計画は「進めます。」と述べています。", "以上です。"],
        ),
        ("割合は3.5%です。", ["割合は3.5%です。"]),
        ("本当ですか？！そうです。", ["本当ですか？！", "そうです。"]),
        ("次の2つです。\n・窓口\n・電話。\n", ["次の2つです。", "・窓口", "・電話。"]),
        (
            "【取手市】5年です。\n【大田原市】4年です。",
            ["【取手市】5年です。", "【大田原市】4年です。"],
        ),
        ("開いた（括弧の中。\n次の行。", ["開いた（括弧の中。", "次の行。"]),
        (
            "It rose by 3.5 percent. See No. 5 on p. 12. It is over!",
            [
                "It rose by 3.5 percent.",
                "See No. 5 on p. 12.",
                "It is over!",
            ],
        ),
        (
            "2018년에 시작합니다. 다음은 2023년입니다.",
            ["2018년에 시작합니다.", "다음은 2023년입니다."],
        ),
        ("见 https://city.example/?a=1 。完。", ["见 https://city.example/?a=1 。", "完。"]),
    ],
)
def test_sentences(text: str, pieces: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(text)] == pieces


@pytest.mark.parametrize("lang", ["ja", "ja-easy", "en", "zh", "ko", "pt", "es"])
def test_every_sign_of_a_real_answer_belongs_to_one_sentence(counter: Counter, lang: str) -> None:
    for asked in ("コンビニ交付はいつから", "取手市と大田原市の計画期間の違いは", "今日の天気は"):
        text = counter.ask(Question(asked, "toride", lang)).text
        found = sentences_of(text)
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        assert all(text[one.start : one.end] == one.text for one in found)
        between = [text[a.end : b.start] for a, b in pairwise(found)]
        assert text[: found[0].start].strip() == text[found[-1].end :].strip() == ""
        assert all(not gap.strip() for gap in between)
