"""What tests of several packages share: the real counter, opened once for the whole run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # tests that need no model should not wait for its libraries
    from service.counter import Counter
    from service.settings import Settings


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Settings as they are by default, on a fixed day and without a limit of requests."""
    from service.settings import Settings  # noqa: PLC0415

    return Settings(today=date(2025, 6, 2), requests_per_minute=0, log_level="debug")


@pytest.fixture(scope="session")
def counter(settings: Settings) -> Counter:
    """The real plans, index and model; the index is built first where it is missing."""
    from service.counter import open_counter  # noqa: PLC0415

    return open_counter(settings)
