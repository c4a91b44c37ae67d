"""Staff before the real app, each with a role in a city and a browser of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.accounts import Role
from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from tests.service.http.review.staff_client import (
    SignedIn,
    for_staff,
    make_staff,
    parts_of_app,
    signed_in_as,
)


@pytest.fixture(scope="module")
def review_app(
    settings: Settings, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FastAPI]:
    """The app over a database of this module's own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('review') / 'madoguchi.sqlite3'}"
    app = create_app(for_staff(settings, url), counter)
    with TestClient(app):
        yield app


@pytest.fixture(scope="module")
def signed_in(review_app: FastAPI) -> Callable[[Role | None, str], SignedIn]:
    """Somebody who holds a role in a city, `*` for all; the same one within a module."""
    held: dict[tuple[Role | None, str], SignedIn] = {}

    def sign_in(role: Role | None, city: str = "toride") -> SignedIn:
        if (role, city) not in held:
            name = "all" if city == "*" else city
            roles = {city: role} if role else {}
            accounts = parts_of_app(review_app).accounts
            staff = make_staff(accounts, f"{role or 'nobody'}-{name}", roles)
            held[role, city] = signed_in_as(review_app, staff)
        return held[role, city]

    return sign_in


@pytest.fixture
def stranger(review_app: FastAPI) -> TestClient:
    """A browser in which nobody is signed in."""
    return TestClient(review_app, raise_server_exceptions=False, follow_redirects=False)
