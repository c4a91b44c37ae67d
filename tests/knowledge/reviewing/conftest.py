"""The shipped entries beside what the readers read."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.knowledgebase import PACKAGE, KnowledgeBase
from knowledge.records import FaqEntry
from knowledge.reviewing import load_faq

SHIPPED = PACKAGE / "faq"


@pytest.fixture(scope="session")
def shipped(plans: KnowledgeBase) -> tuple[FaqEntry, ...]:
    return load_faq(SHIPPED, plans.sources, plans.readings)


@pytest.fixture(scope="session")
def folder() -> Path:
    return SHIPPED
