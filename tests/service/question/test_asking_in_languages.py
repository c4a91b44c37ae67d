"""Each kind of question, and each fact wanted, is understood in five languages."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.question import understand

SENTENCES = Path(__file__).with_name("asking_in_languages.toml")


def rows(table: str) -> list[tuple[str, str, str]]:
    languages = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))[table]
    return [
        (lang, name, text)
        for lang, kinds in languages.items()
        for name, texts in kinds.items()
        for text in texts
    ]


@pytest.mark.parametrize(("language", "kind", "text"), rows("asked"))
def test_kind(knowledge: KnowledgeBase, language: str, kind: str, text: str) -> None:
    asked = understand(text, "toride", knowledge, date(2025, 6, 2))
    assert (asked.language, asked.asked.value) == (language, kind)
    assert asked.beyond is None


@pytest.mark.parametrize(("language", "fact", "text"), rows("wanted"))
def test_fact_wanted(knowledge: KnowledgeBase, language: str, fact: str, text: str) -> None:
    asked = understand(text, "toride", knowledge, date(2025, 6, 2))
    assert fact in {wanted.value for wanted in asked.wanted}
