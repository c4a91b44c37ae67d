"""A city in which some questions were asked, and somebody who looks at its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi import FastAPI

from service.accounts import Role
from service.counter import Question
from service.http.parts import Parts
from service.reporting import Grouping
from tests.service.http.review.dashboard.asked import ANSWERED, UNANSWERED
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]


@pytest.fixture(scope="module")
def parts(review_app: FastAPI) -> Parts:
    """With three questions of 取手市 and one of 大田原市, asked today; in groups."""
    parts = parts_of_app(review_app)
    for city, text in (
        ("toride", ANSWERED),
        ("toride", UNANSWERED),
        ("toride", "マイナンバーは123456789018です"),
        ("otawara", UNANSWERED),
    ):
        parts.conversations.ask(parts.desk.counter, Question(text, city))
    matcher = parts.desk.counter.matcher
    waiting = parts.question_vectors.waiting(matcher.identity, 10)
    made = matcher.queries([each.text for each in waiting])
    parts.question_vectors.keep(matcher.identity, waiting, made)
    grouping = Grouping.over(parts.store, timedelta(0))
    for city in grouping.due(matcher.identity):
        grouping.regroup(city, matcher.identity)
    return parts


@pytest.fixture(scope="module")
def viewer(parts: Parts, signed_in: SignIn) -> SignedIn:
    return signed_in(Role.VIEWER, "toride")
