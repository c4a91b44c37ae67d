from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from index.kana_kanji import KanaKanji
from index.kana_words import KanaWords
from index.settings import KanaSettings
from index.training.kana import Kana
from knowledge.knowledgebase import KnowledgeBase


@pytest.fixture(scope="module")
def words(knowledge: KnowledgeBase) -> KanaWords:
    """Of every second entry: the others are words it has to meet unprepared."""
    return KanaWords.learn(
        text for entry in knowledge.faq[::2] for text in (entry.answer, *entry.forms)
    )


@pytest.fixture(scope="module")
def written(words: KanaWords) -> Callable[[str], str]:
    return KanaKanji(words, KanaSettings()).written


@pytest.mark.parametrize(
    ("kana", "kanji"),
    [
        ("けいかくは いつから いつまで", "計画はいつからいつまで"),
        ("じょうほうかすいしんいいんかいの いいんちょうは だれ", "情報化推進委員会の委員長は誰"),
        ("だい５じけいかくの もくひょう", "第5次計画の目標"),
        # Katakana was typed on purpose; half width is only another width.
        ("コンビニ こうふは いつから", "コンビニ交付はいつから"),
        ("ﾏｲﾅﾝﾊﾞｰの こうふ", "マイナンバーの交付"),
        ("まいなんばーかーど", "マイナンバーカード"),
        # Latin words keep the blank between them.
        ("wi fi は つかえる", "wi fi は使える"),
    ],
)
def test_kana_come_back_with_kanji(written: Callable[[str], str], kana: str, kanji: str) -> None:
    assert written(kana) == kanji


@pytest.mark.parametrize(
    "text",
    [
        "市の けいかくは いつから",
        "クラウド",
        "",
        " ",
        "?!",
        "What is the cloud?",
        "开放数据是什么",
        "오픈데이터란 무엇인가요",
    ],
)
def test_a_text_with_kanji_or_without_hiragana_stays(
    written: Callable[[str], str], text: str
) -> None:
    assert written(text) == text


@pytest.mark.parametrize("text", ["ありがとうございます", "ごみ", "こんにちは", "ぬぬぬぬぬ", "あ"])
def test_words_the_plans_do_not_have_stay_in_kana(written: Callable[[str], str], text: str) -> None:
    assert written(text) == text


def test_the_word_before_tells_homophones_apart(written: Callable[[str], str]) -> None:
    assert written("しの しせつ") == "市の施設"
    assert written("しさくの しんちょく") == "施策の進捗"


def test_most_of_what_was_never_seen_comes_back(
    written: Callable[[str], str], knowledge: KnowledgeBase
) -> None:
    kana, chance = Kana(), Random(1)
    asked = [entry.forms[0] for entry in knowledge.faq[1::20]]
    alike = same = 0
    for form in asked:
        want, got = (
            Counter("".join(text.split())) for text in (form, written(kana.written(form, chance)))
        )
        alike += (want & got).total()
        same += want.total()
    assert alike / same > 0.85


def test_the_longest_question_is_no_trouble(written: Callable[[str], str]) -> None:
    assert written("けいかくの" * 60) == "計画の" * 60


def test_nothing_learned_changes_nothing() -> None:
    assert KanaKanji(KanaWords.learn([]), KanaSettings()).written("けいかくは") == "けいかくは"


def test_saved_and_loaded_it_writes_alike(words: KanaWords, tmp_path: Path) -> None:
    words.save(tmp_path / "words.json")
    again = KanaWords.load(tmp_path / "words.json")
    assert again == words
    again.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "words.json").read_bytes()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"words": [["a"]], "pairs": []}'])
def test_a_damaged_file_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "words.json").write_text(text)
    with pytest.raises((ValueError, KeyError, TypeError)):
        KanaWords.load(tmp_path / "words.json")
