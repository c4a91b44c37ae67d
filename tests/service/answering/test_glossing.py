"""Glosses of やさしい日本語."""

from __future__ import annotations

import re

import pytest

from knowledge.vocabulary import load_easy_glosses
from service.answering.composing.glossing import glossed
from service.answering.turn import Question
from service.counter import Counter

ROOM = 400


def test_a_term_is_glossed_where_it_first_stands() -> None:
    text = glossed("担当課を決めます。担当課に聞きます。", 3, ROOM)
    assert text.count("担当課〈") == 1
    assert text.startswith("担当課〈")


def test_a_part_of_a_longer_word_is_not_glossed() -> None:
    assert "検討〈" not in glossed("検討委員会で話します。", 3, ROOM)
    assert "検討〈" in glossed("導入を検討します。", 3, ROOM)


def test_the_longest_term_is_glossed() -> None:
    text = glossed("個人情報保護を進めます。", 3, ROOM)
    assert "個人情報保護〈" in text
    assert "個人情報〈" not in text


def test_quotes_stay_letter_for_letter() -> None:
    quote = "「施策の検討。運用の検討」"
    assert quote in glossed(f"計画には{quote}とあります。検討です。", 3, ROOM)


def test_what_the_frame_glosses_is_not_glossed_again() -> None:
    text = "施策〈市がすること〉です。施策を進めます。"
    assert glossed(text, 3, ROOM).count("〈市がすること〉") == 1


def test_few_glosses_and_no_more_than_there_is_room_for() -> None:
    text = "検討と、運用と、導入と、構築と、策定です。"
    assert glossed(text, 2, ROOM).count("〈") == 2
    assert glossed(text, 5, len(text)) == text


def test_each_sentence_has_its_line() -> None:
    assert glossed("一つです。二つです。", 0, ROOM) == "一つです。\n二つです。"


def test_glosses_are_short_and_hold_no_term() -> None:
    glosses = load_easy_glosses()
    assert len(glosses) >= 60
    assert [g for g in glosses.values() if len(g) > 25 or re.search("[。「」〈〉]", g)] == []
    assert [t for t, g in glosses.items() if t in g] == []


@pytest.mark.parametrize("question", ["コンビニ交付はいつから", "情報リテラシーとは", "担当課は？"])
def test_a_real_answer_is_only_glossed_not_rewritten(counter: Counter, question: str) -> None:
    easy = counter.ask(Question(question, "toride", "ja-easy"))
    plain = counter.ask(Question(question, "toride", "ja"))
    assert easy.reason is plain.reason
    assert len(easy.text) <= ROOM
    bare = re.sub(r"〈[^〉]*〉|\n", "", easy.text)
    if plain.reason.value == "answered.faq":
        assert plain.text.splitlines()[0] in bare
