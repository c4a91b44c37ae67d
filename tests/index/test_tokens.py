from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from index.sudachi import dictionary_version
from index.tokens import Tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("引越し", "引っ越し"),
        ("ｽﾏﾎ", "スマホ"),
        ("ＷｉＦｉ", "wifi"),
        ("第四次", "第4次"),
        ("手続きはどこで", "てつづきは どこで？"),
    ],
)
def test_writings_of_one_word_meet(tokenizer: Tokenizer, one: str, other: str) -> None:
    assert tokenizer.tokens(one) == tokenizer.tokens(other) != ()


def test_only_content_words_stay(tokenizer: Tokenizer) -> None:
    assert tokenizer.tokens("市のホームページは、どこですか？（※）") == (
        "市",
        "ホームページ",
        "ドコ",
    )


def test_words_are_cut_short(tokenizer: Tokenizer) -> None:
    assert tokenizer.tokens("住民票") == ("住民", "票")


def test_scripts_the_dictionary_does_not_know_are_kept(tokenizer: Tokenizer) -> None:
    assert tokenizer.tokens("계획 내용") == ("계획", "내용")


def test_a_question_in_kana_meets_kanji_by_its_reading(tokenizer: Tokenizer) -> None:
    text = set(tokenizer.document_terms("住民票の写しを交付する"))
    assert not text & set(tokenizer.tokens("じゅうみんひょう"))
    assert text & set(tokenizer.question_terms("じゅうみんひょう"))


def test_a_question_with_kanji_is_asked_by_its_words_alone(tokenizer: Tokenizer) -> None:
    assert tokenizer.question_terms("住民票をください") == tokenizer.tokens("住民票をください")
    assert tokenizer.question_terms("What is BPR?") == tokenizer.tokens("What is BPR?")


def test_a_text_longer_than_sudachi_takes_is_read_whole(tokenizer: Tokenizer) -> None:
    sentence = "情報化を推進します。"
    assert tokenizer.tokens(sentence * 6000) == tokenizer.tokens(sentence) * 6000
    assert len(tokenizer.tokens("情報" * 30_000)) >= 30_000


def test_nothing_gives_nothing(tokenizer: Tokenizer) -> None:
    assert tokenizer.tokens("") == tokenizer.question_terms(" 、。") == ()


def test_threads_get_the_same_words(tokenizer: Tokenizer) -> None:
    texts = [f"平成{year}年度の担当課はどこですか" for year in range(1, 31)] * 10
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(tokenizer.tokens, texts)) == [tokenizer.tokens(t) for t in texts]


def test_the_dictionary_is_named_with_its_version() -> None:
    assert dictionary_version().startswith("sudachidict-core 20")


def test_every_word_is_told_with_what_becomes_of_it() -> None:
    pieces = Tokenizer().pieces("住民票の 引越し、コンビニ")
    assert [one.surface for one in pieces if one.is_kept] == ["住民", "票", "引越し", "コンビニ"]
    assert [one.surface for one in pieces if not one.is_kept] == ["の", "、"]
    kept = tuple(one.form for one in pieces if one.is_kept)
    assert kept == Tokenizer().tokens("住民票の 引越し、コンビニ")
    assert pieces[0].reading == "ジュウミン"
