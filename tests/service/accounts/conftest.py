"""Accounts over a real database file, with a clock that tests move."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select

from service.accounts import Accounts, Role, Staff
from service.settings import Settings
from service.store import AuditRow, Store
from tests.service.accounts.clock import Clock
from tests.service.http.review.staff_client import CHEAP, make_staff

Actions = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def staff_settings() -> Settings:
    return Settings(**CHEAP)


@pytest.fixture
def accounts(store: Store, staff_settings: Settings, clock: Clock) -> Accounts:
    return Accounts.over(store, staff_settings, clock)


@pytest.fixture
def hanako(accounts: Accounts) -> Staff:
    return make_staff(accounts, "hanako", {"toride": Role.REVIEWER})


@pytest.fixture
def rows(store: Store) -> Callable[[], list[Any]]:
    """The whole log of changes, the earliest first."""

    def read() -> list[Any]:
        with store.reading() as connection:
            return list(connection.execute(select(AuditRow.__table__).order_by(AuditRow.id)))

    return read


@pytest.fixture
def actions(rows: Callable[[], list[Any]]) -> Actions:
    """Who did what, the earliest first."""
    return lambda: [(row.login, row.action) for row in rows()]
