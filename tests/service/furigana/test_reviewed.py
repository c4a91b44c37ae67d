"""Reviewed readings beat Sudachi, each is needed, and easy texts have no kanji without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import prompts
from knowledge.knowledgebase import KnowledgeBase
from knowledge.vocabulary import (
    ReviewedReading,
    load_easy_glosses,
    load_help_lines,
    load_readings,
    load_schedule_words,
)
from prompts.wording import wordings
from service.furigana import Furigana
from service.http.pages.preferences import Language
from service.http.pages.wording import wording

_MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<br>", re.S)
EASY = Path(prompts.__file__).parent / "ja-easy"


@pytest.mark.meets("R-01")
@pytest.mark.parametrize(
    "entry", load_readings(), ids=lambda e: f"{e.surface} {e.reading or 'no ruby'}"
)
def test_every_entry_is_needed(
    entry: ReviewedReading, furigana: Furigana, dictionary_alone: Furigana
) -> None:
    others = [other for other in load_readings() if other is not entry]
    told = furigana.pieces(entry.example)
    assert told != dictionary_alone.pieces(entry.example)
    assert told != Furigana(reviewed=others).pieces(entry.example)


def test_an_entry_holds_for_whole_words_only(furigana: Furigana) -> None:
    (word,) = [piece for piece in furigana.pieces("学園") if piece.reading]
    assert word.reading == "がくえん"


@pytest.mark.meets("J-05")
@pytest.mark.parametrize("name", sorted(wordings("ja-easy")))
def test_every_kanji_of_easy_wording_has_a_reading(furigana: Furigana, name: str) -> None:
    source = (EASY / f"{name}.j2").read_text(encoding="utf-8")
    texts = [*_MARKUP.split(source), *re.findall(r'"([^"]*)"', source)]
    unread = [piece.text for text in texts for piece in furigana.pieces(text) if piece.unread]
    assert unread == []


@pytest.mark.meets("J-05")
def test_every_kanji_of_easy_words_has_a_reading(furigana: Furigana) -> None:
    texts = [*load_easy_glosses(), *load_easy_glosses().values()]
    texts += [meanings["ja-easy"] for meanings in load_schedule_words().values()]
    for line in load_help_lines():
        easy = line.said_in("ja-easy")
        texts += [easy.name, easy.what]
    assert [t for t in texts if any(piece.unread for piece in furigana.pieces(t))] == []


@pytest.mark.meets("J-05")
@pytest.mark.parametrize("language", [lang for lang in Language if lang.is_japanese])
def test_every_kanji_of_the_interface_has_a_reading(furigana: Furigana, language: Language) -> None:
    texts = wording(language).texts.values()
    assert [t for t in texts if any(piece.unread for piece in furigana.pieces(t))] == []


def test_nearly_every_kanji_of_the_plans_has_a_reading(
    furigana: Furigana, knowledge: KnowledgeBase
) -> None:
    for source in knowledge.sources.values():
        pieces = furigana.pieces(source.text)
        unread = [piece.text for piece in pieces if piece.unread]
        assert len(unread) <= 2, unread


def test_every_kanji_of_the_answers_has_a_reading(
    furigana: Furigana, knowledge: KnowledgeBase
) -> None:
    for entry in knowledge.faq[::5]:
        assert not any(piece.unread for piece in furigana.pieces(entry.answer)), entry.answer
