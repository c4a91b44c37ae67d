"""The queue of the running app, emptied after every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from sqlalchemy import delete

from service.store import ConversationRow, OutcomeRow, Store
from tests.service.http.review.staff_client import parts_of_app


@pytest.fixture
def store(review_app: FastAPI) -> Iterator[Store]:
    """The app's own, which has an empty queue again afterwards."""
    held = parts_of_app(review_app).store
    yield held
    with held.writing() as connection:
        connection.execute(delete(OutcomeRow))
        connection.execute(delete(ConversationRow))
