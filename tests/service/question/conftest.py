"""The understanding of a question, against the real plans and on a fixed day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.question import Understanding, understand

Read = Callable[..., Understanding]


@pytest.fixture(scope="session")
def read(knowledge: KnowledgeBase) -> Read:
    def reading(text: str, city: str | None = "toride") -> Understanding:
        return understand(text, city, knowledge, date(2026, 11, 21))

    return reading
