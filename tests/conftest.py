"""What tests of several packages share: the real counter, opened once for the whole run."""

from __future__ import annotations

from datetime import date

import pytest

from service.counter import Counter, open_counter
from service.settings import Settings


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Settings as they are by default, on a fixed day and without a limit of requests."""
    return Settings(today=date(2025, 6, 2), requests_per_minute=0, log_level="debug")


@pytest.fixture(scope="session")
def counter(settings: Settings) -> Counter:
    """The real plans, index and model; the index is built first where it is missing."""
    return open_counter(settings)
