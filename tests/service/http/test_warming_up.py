"""The first request after a start does what the second does, and no more."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jinja2 import Environment

from service.counter import Counter
from service.http import create_app
from service.http.desk import LOADING_THREAD
from service.settings import Settings


@pytest.fixture(scope="module")
def started(settings: Settings, counter: Counter) -> Iterator[TestClient]:
    """A service that has just opened."""
    app: FastAPI = create_app(settings)
    app.state.parts.desk._opener = lambda _: counter
    with TestClient(app) as client:
        for thread in threading.enumerate():
            if thread.name == LOADING_THREAD:
                thread.join(60)
        yield client


Noted = Callable[[Any, str], list[object]]


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    """Notes what a function is called with, first, from now on."""

    def note(owner: Any, name: str) -> list[object]:
        seen: list[object] = []
        function = getattr(owner, name)

        def noting(*values: Any, **named: Any) -> object:
            seen.append(values)
            return function(*values, **named)

        monkeypatch.setattr(owner, name, noting)
        return seen

    return note


# First of all tests here: whatever is asked for looks through the routes once.
def test_the_first_request_looks_through_no_route(started: TestClient, noted: Noted) -> None:
    looked_at = noted(inspect, "signature")
    assert started.get("/review/login").status_code == 200
    assert looked_at == []


@pytest.mark.parametrize("address", ["/review/login", "/toride", "/kiosk/toride", "/privacy"])
def test_the_first_who_sees_a_page_waits_for_no_template(
    address: str, started: TestClient, noted: Noted
) -> None:
    compiled = noted(Environment, "compile")
    assert started.get(address, headers={"Accept": "text/html"}).is_success
    assert compiled == []
