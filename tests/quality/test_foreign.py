"""Questions in five languages find the places that answer them. Figures are in DECISIONS.md."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.counter import Counter
from service.evaluation.asking import ask_counter
from service.evaluation.figures import Row
from service.evaluation.judging import Outcome, judge
from service.evaluation.questions import read_questions
from service.question.language import language_of

FILE = Path(__file__).parent / "foreign.jsonl"
LANGUAGES = ("en", "zh", "ko", "pt", "es")
# What was measured, less one or two questions of the twenty of each language.
CITED_AT_3 = 0.9
CORRECT = 0.75


@pytest.fixture(scope="module")
def rows(counter: Counter) -> dict[str, list[Row]]:
    spoken = [json.loads(line)["lang"] for line in FILE.read_text(encoding="utf-8").splitlines()]
    found: dict[str, list[Row]] = {language: [] for language in LANGUAGES}
    for question, language in zip(read_questions(FILE), spoken, strict=True):
        reply = ask_counter(counter, question)
        found[language].append((question, reply, judge(question, reply)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_place_is_found(rows: dict[str, list[Row]], language: str) -> None:
    own = rows[language]
    assert len(own) == 20
    assert sum(verdict.cited_within(3) for *_, verdict in own) / len(own) >= CITED_AT_3
    assert sum(v.outcome is Outcome.CORRECT for *_, v in own) / len(own) >= CORRECT
    assert sum(v.outcome is Outcome.WRONG for *_, v in own) <= 1


def test_nearly_every_question_is_heard_in_its_language(rows: dict[str, list[Row]]) -> None:
    misheard = [
        question.text
        for language, own in rows.items()
        for question, *_ in own
        if language_of(question.text) != language
    ]
    assert len(misheard) <= 1, misheard
