"""A store with staff who write and decide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from service.store import Store
from tests.service.correcting.written import Correcting, correcting


@pytest.fixture
def at_work(database_url: str) -> Iterator[Correcting]:
    """Everything proven, so that what is decided is the deciding."""
    store = Store(database_url)
    yield correcting(store)
    store.close()
