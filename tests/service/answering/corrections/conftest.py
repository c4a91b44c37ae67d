"""Corrections over the real counter; the counter of the session itself is never corrected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    Correction,
    Corrections,
    RestsOn,
)
from service.counter import Counter
from tests.service.answering.corrections.pool import EVENT, FORMS, ROW, TOLD

REVISION = 7
Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]


@pytest.fixture
def on(counter: Counter) -> On:
    """A passage as it is now."""
    return lambda passage_id: RestsOn(passage_id, digest_of(counter.passages[passage_id]))


@pytest.fixture
def corrected(counter: Counter) -> Correct:
    """The counter with some bodies in force, ids c0, c1, ...; `city=None` for all cities."""

    def by(*bodies: Body, city: str | None = "toride") -> Counter:
        entries = tuple(Correction(f"c{n}", city, body) for n, body in enumerate(bodies))
        return counter.corrected_by(Corrections(REVISION, entries))

    return by


@pytest.fixture
def answering(corrected: Correct, on: On) -> Counter:
    return corrected(ApprovedAnswer(FORMS, TOLD, (on(EVENT), on(ROW))))
