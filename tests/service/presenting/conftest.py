"""The real presenter over the real knowledge, in a year in which 取手's fourth plan ran."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.counter import Counter, Question
from service.outcome import Answer
from service.presenting import (
    BarChart,
    Bullets,
    Conclusion,
    Excerpt,
    Lead,
    Note,
    Paragraph,
    Presentation,
    Presenter,
    Sides,
    plain,
)

QUESTIONS = Path(__file__).parents[2] / "quality"
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def presenter(knowledge: KnowledgeBase) -> Presenter:
    return Presenter(knowledge, lambda: date(2020, 6, 2))


@pytest.fixture(scope="session")
def ask(counter: Counter) -> Ask:
    def ask(question: str, city: str | None = "toride", lang: str | None = None) -> Answer:
        return counter.ask(Question(question, city, lang))

    return ask


@pytest.fixture(scope="session")
def many_answers(counter: Counter) -> tuple[Answer, ...]:
    """Answers to every kind of question in every language."""
    asked = [
        (row["q"], row.get("city"), row.get("lang"))
        for name, step in (("answerable", 9), ("foreign", 4), ("unanswerable", 60))
        for row in map(
            json.loads, (QUESTIONS / f"{name}.jsonl").read_text("utf-8").splitlines()[::step]
        )
    ]
    asked += [(q, city, "ja-easy") for q, city, _ in asked[:12]]
    return tuple(counter.ask(Question(q, city, lang)) for q, city, lang in asked)


def said(presentation: Presentation) -> tuple[str, ...]:
    """Everything the text blocks say, piece by piece."""
    pieces: list[str] = []
    for block in presentation.blocks:
        match block:
            case Conclusion() | Lead() | Paragraph():
                pieces.append(plain(block.words))
            case Excerpt() | Note():
                pieces += map(plain, block.lines)
            case Bullets():
                pieces += map(plain, (block.lead, *block.items, block.tail))
            case Sides():
                for side in block.sides:
                    pieces += (side.name, *map(plain, side.lines))
            case _:
                continue
    return tuple(pieces)


def charts(presentation: Presentation) -> list[BarChart]:
    return [block for block in presentation.blocks if isinstance(block, BarChart)]
