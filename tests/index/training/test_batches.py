"""Batches, and questions in kana."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from index.tokens import has_kanji
from index.training.batches import Batches, Pair, Partner
from index.training.kana import Kana
from index.training.material import Lesson
from index.training.settings import PairSettings, TrainingSettings

SETTINGS = TrainingSettings(pairs=40)
PLAIN = PairSettings(answer_share=0, passage_share=0, kana_share=0)


def pairs(taught: Sequence[Lesson], settings: TrainingSettings, steps: int) -> list[Pair]:
    batches = Batches(taught, settings)
    return [pair for step in range(1, steps + 1) for pair in batches.at(step)]


def test_a_batch_follows_from_seed_and_step_alone(taught: Sequence[Lesson]) -> None:
    first, again = Batches(taught, SETTINGS), Batches(taught, SETTINGS)
    assert first.at(1) != first.at(2)
    assert again.at(2) == first.at(2)
    assert Batches(taught, replace(SETTINGS, seed=8)).at(2) != first.at(2)


def test_neighbours_come_together(taught: Sequence[Lesson]) -> None:
    batch = Batches(taught, SETTINGS).at(1)
    assert len(batch) == 40
    together = sum(b.lesson == a.lesson + 1 for a, b in pairwise(batch))
    assert together >= 40 - 40 // 10 - 3


def test_a_round_meets_nearly_every_lesson_once(taught: Sequence[Lesson]) -> None:
    met = [pair.lesson for pair in pairs(taught, SETTINGS, len(taught) // 40)]
    assert len(met) == len(set(met)) >= len(taught) - 40


def test_pairs_are_two_texts_of_one_entry(taught: Sequence[Lesson]) -> None:
    for pair in pairs(taught, replace(SETTINGS, pairing=PLAIN), 5):
        assert pair.kind is Partner.FORM
        assert {pair.form, pair.partner} <= set(taught[pair.lesson].forms)
        assert pair.form != pair.partner


def test_shares_are_kept(taught: Sequence[Lesson]) -> None:
    shares = PairSettings(answer_share=0.3, passage_share=0.2, kana_share=0)
    found = pairs(taught, replace(SETTINGS, pairing=shares), 30)
    kinds = [pair.kind for pair in found]
    assert kinds.count(Partner.ANSWER) / len(kinds) == pytest.approx(0.3, abs=0.04)
    assert kinds.count(Partner.PASSAGE) / len(kinds) == pytest.approx(0.2, abs=0.04)
    for pair in found:
        lesson = taught[pair.lesson]
        if pair.kind is Partner.ANSWER:
            assert pair.partner == lesson.answer
        if pair.kind is Partner.PASSAGE:
            assert pair.partner in lesson.passages


def test_some_forms_are_asked_in_kana(taught: Sequence[Lesson]) -> None:
    always = replace(SETTINGS, pairing=PairSettings(0, 0, 1.0))
    found = pairs(taught, always, 3)
    unread = [pair.form for pair in found if has_kanji(pair.form)]
    assert len(unread) < 0.03 * len(found), unread  # words without a reading in the dictionary


def test_kana_are_read_as_words_are_read() -> None:
    kana = Kana()
    written = kana.written("市民アンケートの第2次計画はいつ？", Random(1)).replace(" ", "")
    assert written == "しみんあんけーとのだい2じけいかくはいつ？"
    assert kana.written("What is RPA?", Random(1)).replace(" ", "") == "WhatisRPA?"
