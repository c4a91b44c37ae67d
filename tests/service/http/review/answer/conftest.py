"""An app whose queue is empty at the beginning of every test."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import delete

from service.http.parts import Parts
from service.store import ReviewItemRow
from tests.service.http.review.staff_client import parts_of_app


@pytest.fixture
def parts(review_app: FastAPI) -> Parts:
    """The parts; the queue is empty at the beginning of every test."""
    found = parts_of_app(review_app)
    with found.store.writing() as connection:
        connection.execute(delete(ReviewItemRow))
    return found
