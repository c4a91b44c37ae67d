"""The suggester over the real plans, made once for this folder."""

from __future__ import annotations

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.suggesting import Suggester


@pytest.fixture(scope="session")
def suggester(knowledge: KnowledgeBase) -> Suggester:
    return Suggester(knowledge)
